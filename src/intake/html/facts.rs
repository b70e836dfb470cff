//! The facts of a page beside its text: title, author, date, language, link. What the page shows is believed before what its head says,
//! and what it says to machines before what has to be guessed.

use dom_query::{Document, NodeRef};

use super::linked_data::LinkedData;
use super::markup::{pieces, plain};
use super::{byline, dates};
use crate::intake::lines::tidy;

/// The facts of a page, as far as it gives them.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// The title made to be passed on, without the site's name, as all of them.
    pub(super) social: Option<String>,
    /// The title for machines.
    pub(super) declared: Option<String>,
    /// The title of the window.
    pub(super) head: Option<String>,
    /// The authors' names.
    pub(super) byline: Option<String>,
    /// The date of publication, ISO 8601.
    pub(super) published: Option<String>,
    /// The language's code.
    pub(super) language: Option<String>,
    /// The page's own link.
    pub(super) url: Option<String>,
}

impl Facts {
    /// Every title that there is.
    pub(super) fn titles(&self) -> impl Iterator<Item = &String> {
        [&self.social, &self.declared, &self.head].into_iter().flatten()
    }
}

/// The contents of the `meta` elements that go by `name`, as name, property or itemprop.
fn metas(page: &Document) -> Vec<(String, String)> {
    let mut metas = Vec::new();
    for node in page.select("meta[content]").nodes() {
        let Some(content) = node.attr("content").map(|content| tidy(&content).into_owned()) else { continue };
        for key in ["property", "name", "itemprop"] {
            if let Some(name) = node.attr(key) {
                metas.extend(name.split_whitespace().map(|name| (name.to_lowercase(), content.clone())));
            }
        }
    }
    metas.retain(|(_, content)| !content.is_empty());
    metas
}

/// The facts of `page`.
pub(super) fn read(page: &Document, data: &LinkedData) -> Facts {
    let metas = metas(page);
    let get = |names: &[&str]| {
        let named = names.iter().filter_map(|name| metas.iter().find(|(key, _)| key == name));
        named.map(|(_, content)| plain(content)).find(|content| !content.is_empty())
    };
    let head = page.select_single("head title").text();
    let head = Some(plain(&head)).filter(|title| !title.is_empty());
    let social = get(&["og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"]);
    let mut sites: Vec<String> = data.sites.clone();
    let publishers = ["og:site_name", "application-name", "twitter:site", "publisher", "dc.publisher"];
    sites.extend(publishers.iter().filter_map(|name| get(&[*name])));
    let bare =
        |title: Option<String>| title.map(|title| without_site(&title, &sites)).filter(|title| !title.is_empty());
    let canonical = page.select_single("link[rel=\"canonical\"]").attr("href").map(|link| link.trim().to_owned());
    let http = |link: &String| link.starts_with("http");
    Facts {
        social: bare(social),
        declared: bare(data.headline.clone()),
        head: bare(head),
        byline: byline::of(page, data, &get, &sites),
        published: published(page, data, &get),
        language: language(page, &get).or_else(|| data.language.clone()),
        url: canonical.filter(http).or_else(|| get(&["og:url"]).filter(http)),
    }
}

fn language(page: &Document, get: &impl Fn(&[&str]) -> Option<String>) -> Option<String> {
    let lang = |element: &str| page.select_single(element).attr("lang").map(|lang| lang.trim().to_owned());
    let told = [
        lang("html"),
        lang("body"),
        lang("article"),
        get(&["content-language", "dc.language", "og:locale", "language"]),
    ];
    told.into_iter().flatten().find(|code| !code.is_empty())
}

/// Properties of the head that hold the date of publication, the surest first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "lastmod",
];

fn published(page: &Document, data: &LinkedData, get: &impl Fn(&[&str]) -> Option<String>) -> Option<String> {
    let told = data.published.as_deref().and_then(dates::date);
    let named = || PUBLISHED.iter().filter_map(|name| get(&[*name])).find_map(|date| dates::date(&date));
    told.or_else(named).or_else(|| visible_date(page))
}

/// The date that the page shows: the first `time` element, or element with a date's class, that holds one.
fn visible_date(page: &Document) -> Option<String> {
    let stamp = |node: &NodeRef<'_>| {
        let attribute = ["datetime", "content", "title"].iter().filter_map(|name| node.attr(name));
        attribute.map(|date| date.to_string()).chain([pieces(node).join(" ")]).find_map(|date| dates::date(&date))
    };
    let first = |selector: &str| page.select(selector).nodes().iter().take(20).find_map(stamp);
    first("[itemprop=datePublished]")
        .or_else(|| first("article time, main time, time[pubdate]"))
        .or_else(|| first("time"))
        .or_else(|| first("[class*=date], [class*=time], [class*=publish], [id*=date]"))
        .or_else(|| first("[class*=byline], [data-component*=byline], [data-testid*=byline]"))
}

/// Marks between a title and the name of its site.
const BARS: [&str; 10] = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " ‹ "];

/// A title without the name of its site, which stands after its last bar or before its first: only a name that the page gives its site, or
/// a short end of one or two words behind a long title.
pub(super) fn without_site(title: &str, sites: &[String]) -> String {
    let fold =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    let known: Vec<String> = sites.iter().map(|site| fold(site)).filter(|site| site.len() > 1).collect();
    let is_site = |part: &str| {
        let part = fold(part);
        !part.is_empty()
            && known.iter().any(|site| *site == part || part.starts_with(site.as_str()) && part.len() < site.len() * 2)
    };
    let mut rest = title;
    for _ in 0..3 {
        let last = BARS.iter().filter_map(|bar| rest.rsplit_once(bar)).min_by_key(|(_, end)| end.len());
        let first = BARS.iter().filter_map(|bar| rest.split_once(bar)).min_by_key(|(head, _)| head.len());
        rest = match (last, first) {
            (Some((head, end)), _) if is_site(end) => head,
            (_, Some((head, end))) if is_site(head) => end,
            _ => break,
        };
    }
    // Some titles end in their site's address.
    let bare = BARS
        .iter()
        .filter_map(|bar| rest.rsplit_once(bar))
        .find(|(_, end)| is_address(end))
        .map_or(rest, |(head, _)| head);
    bare.trim().to_owned()
}

fn is_address(text: &str) -> bool {
    let text = text.trim();
    !text.contains(' ')
        && text.rsplit_once('.').is_some_and(|(name, end)| {
            name.len() > 2 && (2..=4).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_lowercase())
        })
}
