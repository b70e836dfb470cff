//! Who wrote an article, as its page tells: names, not addresses, not the site itself where somebody else is named.

use dom_query::{Document, NodeRef};

use super::linked_data::LinkedData;
use super::markup::{pieces, plain};
use crate::intake::furniture;

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
    "[data-component*=byline], [data-testid*=byline]",
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
    let others: Vec<String> = told.iter().filter(|name| !is_site(name)).cloned().collect();
    if !others.is_empty() {
        return Some(joined(others));
    }
    let named = AUTHOR.iter().filter_map(|name| get(&[*name])).filter_map(|name| name_of(&name));
    let named = named.into_iter().find(|name| !is_site(name) && !is_time(name) && !is_address(name));
    let shown = || visible_names(page).filter(|name| !is_site(name) && !is_address(name));
    // The names of people on the page say more than the site's own in its data.
    let people = || shown().filter(|name| name.split(',').next().is_some_and(furniture::is_name));
    named
        .map(|name| beside(page, &name).unwrap_or(name))
        .or_else(|| if told.is_empty() { None } else { people() })
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
    SHOWN
        .iter()
        .map(|selector| page.select(selector))
        .find_map(|found| {
            let names: Vec<String> = found.nodes().iter().take(MOST).filter_map(shown_in).collect();
            (!names.is_empty()).then(|| joined(names))
        })
        .or_else(|| linked_name(page))
}

/// The names in an element: of several pieces of text, which may be a date, a trade and a place beside them, those that are names.
fn shown_in(node: &NodeRef<'_>) -> Option<String> {
    let pieces = pieces(node);
    if let [only] = pieces.as_slice() {
        return name_of(only);
    }
    let names: Vec<String> = pieces.iter().filter_map(|piece| name_of(piece)).filter(|name| is_whole(name)).collect();
    if names.is_empty() { name_of(&pieces.join(" ")) } else { Some(joined(names)) }
}

/// True for one name, or several with commas between them.
fn is_whole(names: &str) -> bool {
    names.split(',').map(str::trim).all(furniture::is_name)
}

/// The name that leads to its author's page, behind a word such as "by".
fn linked_name(page: &Document) -> Option<String> {
    let behind = |node: &NodeRef<'_>| {
        let before = node.prev_sibling().filter(NodeRef::is_text).map(|text| plain(&text.text()).to_lowercase());
        let word = before.as_deref().and_then(|words| words.rsplit(' ').next());
        word.is_some_and(|word| BEFORE.iter().any(|before| before.trim_end() == word))
    };
    let found = page.select("a[href*=\"/author\"], a[href*=\"/autor\"], a[href*=\"/auteur\"]");
    found.nodes().iter().filter(|node| behind(node)).find_map(|node| name_of(&node.text()))
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
