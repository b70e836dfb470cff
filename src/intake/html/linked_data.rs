//! What a page says of its article in JSON-LD, the data that publishers write for search engines (schema.org, `Article` and its kinds).

use std::collections::HashMap;

use dom_query::Document;
use serde_json::Value;

/// What was found; empty where a page says nothing.
#[derive(Debug, Default)]
pub(super) struct LinkedData {
    /// `headline`.
    pub(super) headline: Option<String>,
    /// The names of the authors, agencies and other bodies among them.
    pub(super) authors: Vec<String>,
    /// `datePublished`, as it stands.
    pub(super) published: Option<String>,
    /// `inLanguage`.
    pub(super) language: Option<String>,
    /// `articleBody`: the article's text, if the page gives it; on some pages with tags in it.
    pub(super) body: String,
    /// Names of publishers and sites.
    pub(super) sites: Vec<String>,
}

/// Things of this many are looked through at most; a page has a few dozen.
const MOST: usize = 20_000;

/// Reads the page's JSON-LD.
pub(super) fn read(page: &Document) -> LinkedData {
    let mut found = LinkedData::default();
    for script in page.select("script[type]").nodes() {
        if script.attr("type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"))
            && let Some(value) = parse(&script.text())
        {
            found.take(&value);
        }
    }
    found
}

/// The value, with the line breaks inside texts, comment marks and stray semicolons forgiven that real pages have.
fn parse(text: &str) -> Option<Value> {
    let bare = text.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let bare =
        bare.trim_end_matches("-->").trim_end_matches("//]]>").trim_end_matches("]]>").trim().trim_end_matches(';');
    serde_json::from_str(bare).ok().or_else(|| {
        let spaced: String = bare.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&spaced).ok()
    })
}

/// True for the kinds of things that are articles.
fn is_article(kind: &str) -> bool {
    let kind = kind.rsplit('/').next().unwrap_or(kind);
    kind.ends_with("Article") || matches!(kind, "BlogPosting" | "LiveBlogPosting" | "Report" | "SocialMediaPosting")
}

fn kinds(thing: &Value) -> impl Iterator<Item = &str> {
    let kind = thing.get("@type");
    let one = kind.and_then(Value::as_str);
    let many = kind.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    one.into_iter().chain(many)
}

fn text_of(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.trim().to_owned(),
        Value::Array(list) => return text_of(list.first()),
        Value::Object(thing) => return text_of(thing.get("name").or_else(|| thing.get("@value"))),
        Value::Null | Value::Bool(_) | Value::Number(_) => return None,
    };
    (!text.is_empty()).then(|| super::markup::plain(&text))
}

impl LinkedData {
    /// Takes over what `root` says: everything it holds is looked at, without recursion.
    fn take(&mut self, root: &Value) {
        let mut open = vec![(root, false)];
        let mut things = Vec::new();
        let mut known: HashMap<&str, &Value> = HashMap::new();
        while let Some((value, wrote)) = open.pop().filter(|_| things.len() < MOST) {
            match value {
                Value::Array(list) => open.extend(list.iter().rev().map(|value| (value, wrote))),
                Value::Object(thing) => {
                    if let Some(id) = thing.get("@id").and_then(Value::as_str).filter(|_| thing.len() > 1) {
                        known.insert(id, value);
                    }
                    // A body that wrote the article is its author, and no publisher by that.
                    if !wrote && kinds(value).any(|kind| kind.ends_with("Organization") || kind == "WebSite") {
                        self.sites.extend(text_of(value.get("name")));
                    }
                    things.push(value);
                    let inner = thing.iter().filter(|(key, _)| !matches!(key.as_str(), "liveBlogUpdate" | "comment"));
                    let inner = inner.filter(|(_, value)| value.is_array() || value.is_object());
                    open.extend(inner.map(|(key, value)| (value, matches!(key.as_str(), "author" | "creator"))));
                }
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
            }
        }
        for thing in things.iter().filter(|thing| kinds(thing).any(is_article)) {
            self.take_article(thing, &known);
        }
    }

    fn take_article(&mut self, thing: &Value, known: &HashMap<&str, &Value>) {
        // Of several articles in one page the first with a body is its own.
        let body = text_of(thing.get("articleBody")).unwrap_or_default();
        if self.headline.is_some() && (body.is_empty() || !self.body.is_empty()) {
            return;
        }
        self.headline = text_of(thing.get("headline")).or_else(|| text_of(thing.get("name"))).or(self.headline.take());
        self.published = text_of(thing.get("datePublished")).or(self.published.take());
        self.language = text_of(thing.get("inLanguage")).or(self.language.take());
        let authors = ["author", "creator"].iter().filter_map(|key| thing.get(*key)).map(|value| names(value, known));
        self.authors = authors.into_iter().find(|names| !names.is_empty()).unwrap_or(std::mem::take(&mut self.authors));
        self.body = body;
    }
}

/// The names in an `author`: a text, a thing with a name, a reference to one, or a list of these.
fn names(value: &Value, known: &HashMap<&str, &Value>) -> Vec<String> {
    let list: Vec<&Value> = value.as_array().map_or_else(|| vec![value], |list| list.iter().collect());
    let mut found = Vec::new();
    for one in list {
        let there = |thing: &&Value| thing.get("name").is_none();
        let referred =
            Some(one).filter(there).and_then(|one| one.get("@id")?.as_str()).and_then(|id| known.get(id).copied());
        let one = referred.unwrap_or(one);
        let written: Vec<String> = match one.get("name") {
            Some(Value::Array(names)) => names.iter().filter_map(|name| text_of(Some(name))).collect(),
            _ => text_of(Some(one)).into_iter().collect(),
        };
        found.extend(written.into_iter().filter(|name| !name.contains("://")));
    }
    found
}
