//! What an element is to the page, by its tag, its attributes and the words of its class and id.

use dom_query::NodeRef;

use crate::review::BlockKind;

/// What an element is to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
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
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "audio", "video", "canvas", "map",
    "head", "title", "select", "option", "datalist", "textarea", "button", "nav", "dialog", "menu", "progress",
    "meter", "math", "link", "meta", "rp", "rt",
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
    "hidden",
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

/// Words of a class or id that name a picture's words.
const CAPTION: &[&str] = &["caption", "captions", "figcaption", "imagecaption"];

/// Words of a class or id that name the line under the title.
const DEK: &[&str] = &["dek", "deck", "standfirst", "subtitle", "subheadline", "subhead", "strapline", "lede-summary"];

/// An element with more of the page's text than this, in percent, is neither a byline nor a caption.
const SMALL: usize = 15;

/// What `node` is to the page; `share` is how much of the page's text it holds, in percent.
pub(super) fn setting(node: &NodeRef<'_>, name: &str, share: usize) -> Setting {
    if SHUT.contains(&name) || is_hidden(node) {
        return Setting::Shut;
    }
    if name == "figcaption" {
        return Setting::Caption;
    }
    if matches!(name, "html" | "body" | "main" | "article") || share > 40 {
        return Setting::Open;
    }
    if matches!(name, "footer" | "aside") {
        return Setting::Apart;
    }
    let role = node.attr("role");
    if role.is_some_and(|role| {
        matches!(
            role.as_ref(),
            "navigation" | "banner" | "search" | "complementary" | "contentinfo" | "dialog" | "menu" | "alertdialog"
        )
    }) {
        return Setting::Apart;
    }
    let named = [node.attr("itemprop"), node.attr("class"), node.attr("id")];
    if named.iter().flatten().any(|attribute| names_body(attribute)) {
        return Setting::Body;
    }
    let mut found = Setting::Open;
    for word in named.iter().flatten().flat_map(|attribute| words(attribute)) {
        if APART.contains(&word.as_str()) {
            return Setting::Apart;
        }
        if share <= SMALL && CAPTION.contains(&word.as_str()) {
            found = Setting::Caption;
        } else if share <= SMALL && FACT.contains(&word.as_str()) && found == Setting::Open {
            found = Setting::Fact;
        } else if DEK.contains(&word.as_str()) && found == Setting::Open {
            found = Setting::Dek;
        }
    }
    found
}

/// True when the page itself hides it.
fn is_hidden(node: &NodeRef<'_>) -> bool {
    if node.has_attr("hidden") || node.attr("aria-hidden").is_some_and(|value| value.as_ref() == "true") {
        return true;
    }
    node.attr("style").is_some_and(|style| {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        style.contains("display:none") || style.contains("visibility:hidden")
    })
}

/// True when one of the names in a class, id or property is the article's text.
fn names_body(attribute: &str) -> bool {
    attribute.split_whitespace().any(|name| {
        let bare: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        BODY.contains(&bare.as_str())
    })
}

/// Beginnings of classes that tell what a post is filed under, or what the page has elsewhere: `tag-cookies`, `has-sidebar`.
const FILING: &[&str] = &[
    "category-",
    "tag-",
    "has-",
    "no-",
    "is-",
    "with-",
    "without-",
    "single-",
    "format-",
    "type-",
    "status-",
    "elementor-",
];

/// The words of a class or id: `relatedLinks post-12` is related, links, post.
fn words(attribute: &str) -> Vec<String> {
    let mut words = Vec::new();
    for name in attribute.split_whitespace().filter(|name| !FILING.iter().any(|filing| name.starts_with(filing))) {
        words.extend(words_of(name));
    }
    words
}

fn words_of(attribute: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut small = false;
    for c in attribute.chars() {
        if !c.is_alphabetic() || (c.is_uppercase() && small) {
            words.push(std::mem::take(&mut word));
        }
        if c.is_alphabetic() {
            word.extend(c.to_lowercase());
        }
        small = c.is_lowercase();
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

/// What a block element makes of its text; `None` for elements inside a line.
pub(super) fn block(name: &str) -> Option<BlockKind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
        "li" | "dd" | "dt" => Some(BlockKind::ListItem),
        "blockquote" | "q-block" => Some(BlockKind::Quote),
        "figcaption" | "caption" => Some(BlockKind::Caption),
        "address" | "article" | "aside" | "body" | "center" | "details" | "div" | "dl" | "fieldset" | "figure"
        | "footer" | "form" | "header" | "hgroup" | "hr" | "html" | "legend" | "main" | "ol" | "p" | "pre"
        | "section" | "summary" | "table" | "tbody" | "tfoot" | "thead" | "tr" | "ul" => Some(BlockKind::Paragraph),
        _ => None,
    }
}
