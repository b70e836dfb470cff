//! What an element is to the page, by its tag, its attributes, what it holds, and the words of its class and id.

use super::measure::ElementMeasure;
use super::names::{bare, words};
use super::traits::{CAPTION, Traits};

/// What an element is to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ElementSetting {
    /// Nothing speaks against its being the article.
    Open,
    /// The page says that it holds the article's text.
    Body,
    /// Words in it are no part of the text at all: scripts, menus, hidden parts, comments.
    Shut,
    /// By its class it is the page's: a share bar, a banner, a box of links. Shut unless it holds much of the text.
    Apart,
    /// It holds the author, the date, or the like.
    Fact,
    /// It holds the words under a picture.
    Caption,
    /// It holds the line under the title.
    Dek,
}

/// Elements whose text is never read.
const SHUT: &[&str] = &[
    "script", "style", "template", "svg", "iframe", "object", "embed", "audio", "video", "canvas", "map", "head",
    "title", "select", "option", "datalist", "textarea", "progress", "meter", "link", "meta", "rp", "rt",
];

/// Words of a class or id that set an element apart from the article.
const APART: &[&str] = &[
    "ad",
    "adbox",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "adsense",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "carousel",
    "comment",
    "comments",
    "commentlist",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "disclaimer",
    "disqus",
    "donate",
    "dropdown",
    "flyout",
    "follow",
    "footer",
    "gdpr",
    "livefyre",
    "login",
    "masthead",
    "menu",
    "modal",
    "mostpopular",
    "mostread",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "newsletters",
    "noprint",
    "offscreen",
    "outbrain",
    "overlay",
    "pager",
    "pagination",
    "popular",
    "popup",
    "promo",
    "promos",
    "promotion",
    "promoted",
    "rating",
    "readmore",
    "recirc",
    "recirculation",
    "recommend",
    "recommended",
    "recommendation",
    "recommendations",
    "related",
    "relatedlinks",
    "replies",
    "respond",
    "screenreader",
    "search",
    "share",
    "sharebar",
    "sharedaddy",
    "sharing",
    "shares",
    "sidebar",
    "signup",
    "skip",
    "skiplink",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "survey",
    "taboola",
    "tags",
    "taglist",
    "ticker",
    "toc",
    "tooltip",
    "toolbar",
    "tools",
    "trending",
    "tweet-box",
    "upsell",
    "widget",
    "widgets",
    "zergnet",
];

/// Classes, ids and properties, without their punctuation, by which pages name the article's text.
const BODY: &[&str] = &[
    "articlebody",
    "articlecontent",
    "articletext",
    "entrycontent",
    "postcontent",
    "storybody",
    "storycontent",
    "storytext",
    "postbody",
    "bodytext",
    "fieldnamebody",
];

/// Words of a class or id that name the author, the date or the section.
const FACT: &[&str] = &[
    "author",
    "authors",
    "bio",
    "byline",
    "bylines",
    "contributor",
    "contributors",
    "credit",
    "credits",
    "date",
    "dateline",
    "datetime",
    "kicker",
    "meta",
    "metadata",
    "postmeta",
    "pubdate",
    "published",
    "timestamp",
    "topics",
    "updated",
];

/// Words of a class or id that name the line under the title.
const DEK: &[&str] = &[
    "dek",
    "deck",
    "standfirst",
    "subtitle",
    "subheadline",
    "subheading",
    "subhead",
    "excerpt",
    "strapline",
    "lead",
    "lede",
    "summary",
    "chapo",
    "chapeau",
    "vorspann",
    "ingress",
    "takeaways",
    "highlights",
];

/// An element with more of the page's text than this, in percent, is neither a byline nor a caption.
const SMALL: usize = 15;
/// An element with more of the page's running text than this, in percent, is the article's, whatever its class.
const MOST: usize = 40;
/// With a first-level heading in it, this much is enough.
const TITLED: usize = 15;

/// What an element is to the page, by its `name`, its traits, what it holds, and how much of the page's running text that is (`share`, in
/// percent). Whatever it is called, an element with the title or much of the text is the article's.
pub(super) fn setting(name: &str, traits: &Traits, measure: &ElementMeasure, share: usize) -> ElementSetting {
    if SHUT.contains(&name) {
        return ElementSetting::Shut;
    }
    if name == "figcaption" {
        return ElementSetting::Caption;
    }
    let titled = measure.titles > 0 && share >= TITLED;
    if matches!(name, "html" | "body" | "main" | "article") || share > MOST || titled {
        return ElementSetting::Open;
    }
    if matches!(name, "footer" | "aside" | "nav") {
        return ElementSetting::Apart;
    }
    if matches!(
        traits.role.as_str(),
        "navigation" | "banner" | "search" | "complementary" | "contentinfo" | "menu" | "menubar"
    ) {
        return ElementSetting::Apart;
    }
    if [&traits.property, &traits.class, &traits.id].iter().any(|names| names_body(names)) {
        return ElementSetting::Body;
    }
    let mut found = ElementSetting::Open;
    let ids = if is_made_up(name, &traits.id, measure) { Vec::new() } else { words(&traits.id) };
    let prose = holds_prose(measure);
    for word in words(&traits.property).into_iter().chain(words(&traits.class)).chain(ids) {
        if APART.contains(&word.as_str()) && !(prose && LOOSE.contains(&word.as_str())) {
            return ElementSetting::Apart;
        }
        if share <= SMALL && CAPTION.contains(&word.as_str()) {
            found = ElementSetting::Caption;
        } else if share <= SMALL && FACT.contains(&word.as_str()) && found == ElementSetting::Open {
            found = ElementSetting::Fact;
        } else if DEK.contains(&word.as_str()) && found == ElementSetting::Open {
            found = ElementSetting::Dek;
        }
    }
    found
}

/// Words of an id that are believed even of an element that holds running text.
const SURE: &[&str] = &[
    "comment",
    "comments",
    "commentlist",
    "consent",
    "cookie",
    "cookies",
    "disqus",
    "footer",
    "gdpr",
    "newsletter",
    "newsletters",
    "recommended",
    "related",
    "relatedlinks",
    "respond",
    "sidebar",
];

/// Words of a class that say how an element looks or works as often as what it is: not believed of one that holds running text.
const LOOSE: &[&str] = &[
    "banner", "carousel", "dropdown", "follow", "nav", "overlay", "popular", "rating", "replies", "search", "share",
    "sharing", "skip", "social", "survey", "tags", "ticker", "toc", "toolbar", "tools", "tooltip", "trending",
    "widget", "widgets",
];

/// True when most of what an element holds is running text.
const fn holds_prose(measure: &ElementMeasure) -> bool {
    measure.prose * 10 > measure.bytes * 6 && measure.linked * 5 < measure.bytes
}

/// True for an id that was made from a heading, or by a table of contents: of a heading itself, of many words, or on running text.
fn is_made_up(name: &str, id: &str, measure: &ElementMeasure) -> bool {
    let heading = matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "p" | "a" | "span");
    let words = words(id);
    heading || words.len() > 3 || (holds_prose(measure) && !words.iter().any(|word| SURE.contains(&word.as_str())))
}

/// True when one of the names in a class, id or property is the article's text.
fn names_body(attribute: &str) -> bool {
    attribute.split_whitespace().any(|name| BODY.contains(&bare(name).as_str()))
}
