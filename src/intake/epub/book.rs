//! The parts of a book that hold text: its chapters in reading order, and the files that their notes stand in.

use std::collections::HashMap;

use crate::intake::archive::Archive;
use crate::intake::sheet::SheetRules;
use crate::intake::taken::IntakeError;
use crate::intake::tree::{ROOT, Tree, TreeIndex};
use crate::text::link::unescaped;
use crate::text::part_name::resolved;

/// Chapters that are read; an article or a book has fewer.
const MOST_CHAPTERS: usize = 500;

/// One part of a book.
pub(super) struct BookPart {
    /// Its name in the archive.
    pub(super) path: String,
    pub(super) tree: Tree,
    /// What its style sheets say.
    pub(super) sheet: SheetRules,
    /// True for one in the book's reading order.
    pub(super) is_chapter: bool,
    /// True when notes of other parts stood in it, which were taken out.
    pub(super) gave_notes: bool,
}

/// Reads the parts of a book whose package stands in `folder`; chapters that are named and missing are said in `notices`.
///
/// # Errors
/// When one can't be unpacked.
pub(super) fn parts(
    archive: &mut Archive<'_>,
    package: &Tree,
    folder: &str,
    notices: &mut Vec<String>,
) -> Result<Vec<BookPart>, IntakeError> {
    let mut parts = Vec::new();
    let mut sheets = HashMap::new();
    let (chapters, others) = listed(package);
    let count = chapters.len().min(MOST_CHAPTERS);
    for (index, href) in
        chapters.into_iter().take(MOST_CHAPTERS).chain(others.into_iter().take(MOST_CHAPTERS)).enumerate()
    {
        let path = resolved(folder, href.split('#').next().unwrap_or_default());
        let Some(text) = archive.part(&path)? else {
            if index < count {
                notices.push(format!("The chapter {href} is named in the book and missing from it."));
            }
            continue;
        };
        let mut tree = Tree::html(&closed(&text));
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        lead_within_book(&mut tree, &path, folder);
        let sheet = SheetRules::of(&tree, |href| {
            let name = resolved(folder, &unescaped(href));
            // A sheet that can't be read says nothing.
            sheets.entry(name.clone()).or_insert_with(|| archive.part(&name).ok().flatten()).clone()
        });
        parts.push(BookPart { path, tree, sheet, is_chapter: index < count, gave_notes: false });
    }
    Ok(parts)
}

/// The files of the chapters in reading order without the list of contents, and the other files with text.
fn listed(package: &Tree) -> (Vec<String>, Vec<String>) {
    let items: HashMap<&str, TreeIndex> =
        package.all(ROOT, "item").into_iter().filter_map(|at| Some((package.attribute(at, "id")?, at))).collect();
    let is_contents = |item: TreeIndex| {
        package.attribute(item, "properties").is_some_and(|all| all.split(' ').any(|one| one == "nav"))
    };
    let href = |item: TreeIndex| package.attribute(item, "href").filter(|_| !is_contents(item)).map(unescaped);
    let spine = package.all(ROOT, "itemref").into_iter();
    let chapters: Vec<String> = spine.filter_map(|at| href(*items.get(package.attribute(at, "idref")?)?)).collect();
    let others = package.all(ROOT, "item").into_iter();
    let others =
        others.filter(|item| package.attribute(*item, "media-type").is_some_and(|kind| kind.contains("xhtml")));
    let others = others.filter_map(href).filter(|href| !chapters.contains(href)).collect();
    (chapters, others)
}

/// Makes each link to a place say whether it leads there within its own part (`#id`) or in another (`#part#id`).
fn lead_within_book(tree: &mut Tree, path: &str, folder: &str) {
    for link in tree.all(ROOT, "a") {
        let Some((file, id)) = tree.attribute(link, "href").and_then(|href| href.split_once('#')) else { continue };
        if file.contains(':') {
            continue;
        }
        let target = resolved(folder, &unescaped(file));
        let id = unescaped(id);
        let own = file.is_empty() || target == path;
        let href = if own { format!("#{id}") } else { format!("#{target}#{id}") };
        tree.set_attribute(link, "href", href);
    }
}

/// Elements that have no end in HTML.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// A chapter's text with its empty elements written out: HTML takes `<a id="x"/>` or `<title/>` for the beginning of one.
fn closed(text: &str) -> String {
    let mut closed = String::with_capacity(text.len() + text.len() / 16);
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        closed.push_str(before);
        let end = if tag.starts_with("<!--") {
            tag.find("-->").map(|end| end + 2)
        } else if tag.starts_with("<![CDATA[") {
            tag.find("]]>").map(|end| end + 2)
        } else {
            tag_end(tag)
        };
        let Some((tag, behind)) = end.and_then(|end| tag.split_at_checked(end + 1)) else {
            closed.push_str(tag);
            return closed;
        };
        rest = behind;
        let name: &str = tag
            .trim_start_matches('<')
            .split(|c: char| c.is_whitespace() || matches!(c, '/' | '>'))
            .next()
            .unwrap_or_default();
        let named = name.starts_with(|c: char| c.is_ascii_alphabetic());
        match tag.strip_suffix("/>") {
            Some(open) if named && !VOID.contains(&name.to_ascii_lowercase().as_str()) => {
                closed.push_str(open);
                closed.push_str("></");
                closed.push_str(name);
                closed.push('>');
            }
            _ => closed.push_str(tag),
        }
    }
    closed.push_str(rest);
    closed
}

/// The byte of a tag's last sign: a value in quotation marks may hold the like.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if byte == open => quote = None,
            _ => {}
        }
    }
    None
}
