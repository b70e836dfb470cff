//! Who wrote an article, as its page tells: names, not addresses, not the site itself where somebody else is named.

use dom_query::{Document, NodeRef};

use super::linked_data::LinkedData;
use super::markup::plain;

/// Properties of the head that hold the author, the surest first.
const AUTHOR: &[&str] = &[
    "author",
    "parsely-author",
    "sailthru.author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "byl",
    "cxenseparse:author",
    "article:author_name",
    "twitter:data1",
];

/// Elements by which pages show the author, the surest first.
const SHOWN: &[&str] = &[
    "[itemprop=author] [itemprop=name]",
    "[rel=author]",
    "[itemprop=author]",
    "[class*=author-name], [class*=authorname], [class*=author_name], [class*=authorName], [class*=AuthorName]",
    "[class*=byline] a[href*=author], [class*=author] a[href*=author], [class*=byline] a",
    "[class*=byline], [class*=Byline]",
    "[class*=author], [class*=Author]",
];

/// Letters of a byline at most; what is longer is a text about somebody.
const LONGEST: usize = 160;

/// The authors' names, parted by commas.
pub(super) fn of(
    page: &Document,
    data: &LinkedData,
    get: &impl Fn(&[&str]) -> Option<String>,
    sites: &[String],
) -> Option<String> {
    let is_site = |name: &str| sites.iter().any(|site| site.eq_ignore_ascii_case(name));
    let told: Vec<String> = data.authors.iter().filter_map(|name| name_of(name)).collect();
    let people: Vec<String> = told.iter().filter(|name| !is_site(name)).cloned().collect();
    if !people.is_empty() {
        return Some(joined(people));
    }
    let named = AUTHOR.iter().filter_map(|name| get(&[*name])).filter_map(|name| name_of(&name));
    let named = named.into_iter().find(|name| !is_site(name) && !is_time(name) && !is_address(name));
    let shown = || visible_names(page).filter(|name| !is_site(name) && !is_address(name));
    named
        .map(|name| beside(page, &name).unwrap_or(name))
        .or_else(|| (!told.is_empty()).then(|| joined(told)))
        .or_else(shown)
}

/// All that the page names where it names somebody: its head may tell the first of several authors alone.
fn beside(page: &Document, name: &str) -> Option<String> {
    let is_author =
        |node: &NodeRef<'_>| node.attr("rel").is_some_and(|rel| rel.split(' ').any(|word| word == "author"));
    page.select("[rel~=author]").nodes().iter().find_map(|node| {
        name_of(&node.text()).filter(|shown| shown == name)?;
        let names: Vec<String> = node
            .parent()?
            .children_it(false)
            .filter(NodeRef::is_element)
            .filter(is_author)
            .filter_map(|node| name_of(&node.text()))
            .collect();
        (2..=MOST).contains(&names.len()).then(|| joined(names))
    })
}

/// Authors of one article at most; more are a list of writers.
const MOST: usize = 6;

fn joined(names: Vec<String>) -> String {
    let mut once: Vec<String> = Vec::new();
    for name in names {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    once.join(", ")
}

/// True for a site's name that is its address, which is an author only where the page's data says so.
fn is_address(name: &str) -> bool {
    !name.contains(' ') && name.contains('.') && !name.ends_with('.')
}

/// True for "4 min read" and the like, which some pages have where others have the author.
fn is_time(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_digit())
}

/// The names that the page shows.
fn visible_names(page: &Document) -> Option<String> {
    SHOWN.iter().find_map(|selector| {
        let names =
            page.select(selector).nodes().iter().take(6).filter_map(|node| name_of(&node.text())).collect::<Vec<_>>();
        (!names.is_empty()).then(|| joined(names))
    })
}

/// Words before a name that are no part of it.
const BEFORE: &[&str] = &[
    "by ",
    "von ",
    "par ",
    "por ",
    "di ",
    "door ",
    "av ",
    "af ",
    "tekst ",
    "text: ",
    "author: ",
    "autor: ",
    "authors: ",
    "written by ",
    "posted by ",
    "story by ",
    "reported by ",
    "reporting by ",
    "from ",
    "by: ",
    "von: ",
    "par: ",
    "por: ",
];

/// A name without what stands before it; `None` for addresses, lists of numbers, and what is too long.
fn name_of(text: &str) -> Option<String> {
    let whole = plain(text);
    let mut name = whole.as_str();
    let lower = whole.to_lowercase();
    if let Some(before) = BEFORE.iter().find(|before| lower.starts_with(**before))
        && let Some(rest) = whole.get(before.len()..)
    {
        name = rest;
    }
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '•' | '·' | ':' | '–' | '-'));
    let sound = name.chars().any(char::is_alphabetic) && name.len() <= LONGEST;
    let address = ["://", "www.", "@"].iter().any(|sign| name.contains(sign)) || name.starts_with('/');
    (sound && !address).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn a_name_is_told_from_what_stands_round_it() {
        assert_eq!(name_of(" By  Tora Lind, ").as_deref(), Some("Tora Lind"));
        assert_eq!(name_of("Von Ulf Bergen").as_deref(), Some("Ulf Bergen"));
        assert_eq!(name_of("Byron Vale").as_deref(), Some("Byron Vale"));
        assert_eq!(name_of("https://example.org/tora"), None);
        assert_eq!(name_of("12"), None);
    }
}
