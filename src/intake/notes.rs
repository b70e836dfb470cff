//! Footnotes and comments of a marked-up text: taken out before it is read, and laid on their words afterwards.
//!
//! A mark in the text is a link to where the note stands, `[1]` to the list at the end. It is replaced by one character of a private
//! range that the readers pass on like a letter, so that any of them says where the note belongs.

use std::borrow::Cow;
use std::collections::HashMap;

use super::cut::drop_empty;
use super::draft::{ArticleDraft, Aside};
use super::tree::{ROOT, Tree, TreeIndex, TreeStep};
use crate::review::AnnotationKind;

/// A note that was taken out.
#[derive(Clone, Debug)]
pub(super) struct Lifted {
    kind: AnnotationKind,
    text: String,
}

impl Lifted {
    /// A footnote that says this.
    pub(super) const fn footnote(text: String) -> Self {
        Self { kind: AnnotationKind::Footnote, text }
    }
}

/// The first character that stands for a note: plane 15, which no font or text assigns.
const FIRST: u32 = 0xF_0000;
/// Notes beyond this are left in the text.
const MOST: usize = 60_000;
/// Characters of a mark, brackets included.
const LONGEST_MARK: usize = 8;
/// A longer target in bytes is a chapter, not a note.
const LONGEST_NOTE: usize = 6_000;

/// True when a page may have notes: what is dear is only done then.
pub(super) fn are_likely(html: &str) -> bool {
    ["footnote", "endnote", "noteref", "ftnt", "#fn", "#_ftn", "#_edn", "data-fn", "cite_note"]
        .iter()
        .any(|sign| memchr::memmem::find(html.as_bytes(), sign.as_bytes()).is_some())
}

/// Takes the notes out of a tree; `elsewhere` are notes that the file keeps outside the text, by their ids.
///
/// `says` reads the words of a note, without the links in it that lead to a place in the page.
pub(super) fn lift(
    tree: &mut Tree,
    elsewhere: &HashMap<String, String>,
    says: impl Fn(&Tree, TreeIndex) -> String,
) -> Vec<Lifted> {
    let (targets, links) = (places(tree), marks(tree));
    let mut lifted = Vec::new();
    let mut ends = Vec::new();
    for (mark, id) in links {
        if lifted.len() >= MOST {
            break;
        }
        let whole = outermost(tree, mark);
        let found = match elsewhere.get(&id) {
            Some(text) => Some((text.clone(), Vec::new())),
            None => targets
                .get(&id)
                .filter(|target| **target > mark)
                .and_then(|target| note(tree, *target, &id, is_told_mark(tree, mark), &says))
                .map(|note| (note.says, note.blocks)),
        };
        let (Some((text, blocks)), Some(c)) = (found, stand_in(lifted.len())) else { continue };
        lifted.push(Lifted { kind: kind(&id), text });
        tree.replace(whole, c.to_string());
        ends.extend(blocks);
    }
    if !ends.is_empty() {
        take_out(tree, ends);
    }
    lifted
}

/// Elements by their ids.
pub(super) fn places(tree: &Tree) -> HashMap<String, TreeIndex> {
    let mut places = HashMap::new();
    tree.walk(ROOT, |step| {
        if let TreeStep::Enter(at, _) = step {
            for id in ["id", "name"].into_iter().filter_map(|key| tree.attribute(at, key)) {
                places.entry(id.to_owned()).or_insert(at);
            }
        }
        true
    });
    places
}

/// The links that look like marks of notes, with the ids they lead to.
pub(super) fn marks(tree: &Tree) -> Vec<(TreeIndex, String)> {
    let marks = tree.all(ROOT, "a").into_iter();
    let marks = marks.filter_map(|at| Some((at, tree.attribute(at, "href")?.split_once('#')?.1.to_owned())));
    marks.filter(|(at, _)| is_mark(&tree.words(*at)) || is_told_mark(tree, *at)).collect()
}

/// True for a link that is said to be the mark of a note.
pub(super) fn is_told_mark(tree: &Tree, link: TreeIndex) -> bool {
    ["type", "role", "class"].into_iter().filter_map(|key| tree.attribute(link, key)).any(|said| {
        let said = said.to_lowercase();
        ["noteref", "note-ref", "note_ref"].iter().any(|sign| said.contains(sign))
    })
}

/// True for `1`, `[12]`, `a`, `*`, `†`: what marks a note.
fn is_mark(words: &str) -> bool {
    let bare = words.trim_matches(['[', ']', '(', ')', ' ', '.']);
    let few = !bare.is_empty() && words.chars().count() <= LONGEST_MARK;
    let letters = bare.chars().all(char::is_alphabetic) && bare.chars().count() <= 2;
    let signs = bare.chars().all(|c| "*†‡§¶#".contains(c));
    few && (letters || signs || bare.chars().all(|c| c.is_ascii_digit() || "ivxl⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c)))
}

/// The raised element that holds a mark and nothing else, or the mark itself.
fn outermost(tree: &Tree, mark: TreeIndex) -> TreeIndex {
    let mut whole = mark;
    for _ in 0..3 {
        let parent = tree.parent(whole);
        let inline = matches!(tree.name(parent), "sup" | "span" | "b" | "small" | "i" | "em" | "strong" | "font");
        if !inline || !tree.is_alone(whole) {
            break;
        }
        whole = parent;
    }
    whole
}

fn kind(id: &str) -> AnnotationKind {
    let id = id.to_lowercase();
    if id.contains("cmnt") || id.contains("comment") {
        AnnotationKind::Comment
    } else if id.contains("edn") || id.contains("endnote") {
        AnnotationKind::Endnote
    } else {
        AnnotationKind::Footnote
    }
}

/// A note that was found.
pub(super) struct FoundNote {
    /// What it says.
    pub(super) says: String,
    /// The elements that hold it.
    pub(super) blocks: Vec<TreeIndex>,
}

/// The note at `target`, to which a mark leads that is `told` to be one; `None` when the target does not look like a note.
pub(super) fn note(
    tree: &Tree,
    target: TreeIndex,
    id: &str,
    told: bool,
    says: impl Fn(&Tree, TreeIndex) -> String,
) -> Option<FoundNote> {
    let block = block(tree, target);
    if block == ROOT || matches!(tree.name(block), "body" | "html" | "article" | "main" | "section") {
        return None;
    }
    let leads_back = tree.all(block, "a").into_iter().any(|at| is_way_back(tree, at));
    let named = ["fn", "ftn", "edn", "note", "cmnt", "ref"].iter().any(|sign| id.to_lowercase().contains(sign));
    // What a list of terms explains stands beside its number.
    let beside = tree.next_element(block).filter(|next| tree.name(block) == "dt" && tree.name(*next) == "dd");
    let words = says(tree, beside.unwrap_or(block));
    let words = words.trim_matches(['↩', '↑', '^', '\u{fe0e}', ' ']);
    // Without its number the way back leaves what stood behind that.
    let words =
        ["[]", "()", ".", ")", ":"].iter().find_map(|rest| words.strip_prefix(rest)).unwrap_or(words).trim_start();
    let sound =
        (told || leads_back || named || is_told(tree, block)) && !words.is_empty() && words.len() <= LONGEST_NOTE;
    sound.then(|| FoundNote { says: words.to_owned(), blocks: [Some(block), beside].into_iter().flatten().collect() })
}

/// The block in which a place stands: a row of a table where it is in a cell.
pub(super) fn block(tree: &Tree, place: TreeIndex) -> TreeIndex {
    let mut block = place;
    while matches!(
        tree.name(block),
        "a" | "sup" | "span" | "b" | "i" | "em" | "strong" | "font" | "small" | "cite" | "td" | "th"
    ) {
        block = tree.parent(block);
    }
    block
}

/// Takes notes out of a tree, and the headings over them where nothing else is left.
pub(super) fn take_out(tree: &mut Tree, blocks: Vec<TreeIndex>) {
    let mut holders: Vec<TreeIndex> = Vec::new();
    for block in blocks {
        let around = [tree.parent(block), tree.parent(tree.parent(block))];
        holders.extend(around.into_iter().filter(|at| says_notes(tree, *at)));
        tree.replace(block, String::new());
    }
    holders.dedup();
    for holder in holders {
        let mut bare = true;
        tree.walk(holder, |step| match step {
            TreeStep::Enter(_, name) => !matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6"),
            TreeStep::Words(words) => {
                bare &= words.trim().is_empty();
                true
            }
            TreeStep::Leave(..) => true,
        });
        if bare {
            tree.replace(holder, String::new());
        }
    }
}

/// True for a link to a place in the page: the way back to the mark is no part of the note; it may be the note's own number.
pub(super) fn is_way_back(tree: &Tree, at: TreeIndex) -> bool {
    tree.attribute(at, "href").is_some_and(|href| href.contains('#'))
}

/// True when the element, or one around it, is said to hold notes.
pub(super) fn is_told(tree: &Tree, block: TreeIndex) -> bool {
    let around = [block, tree.parent(block), tree.parent(tree.parent(block))];
    tree.name(block) == "aside" || around.into_iter().any(|at| says_notes(tree, at))
}

/// True when the element itself is said to hold notes.
fn says_notes(tree: &Tree, at: TreeIndex) -> bool {
    ["type", "role", "class"].into_iter().filter_map(|key| tree.attribute(at, key)).any(|said| {
        let said = said.to_lowercase();
        ["footnote", "endnote", "rearnote"].iter().any(|sign| said.contains(sign))
    })
}

/// The character that stands in for the note of this index.
pub(super) fn stand_in(index: usize) -> Option<char> {
    char::from_u32(FIRST + u32::try_from(index).ok()?)
}

/// True for a character that stands in for a note.
pub(super) fn is_stand_in(c: char) -> bool {
    index(c, MOST).is_some()
}

/// The note that a character stands for.
fn index(c: char, notes: usize) -> Option<usize> {
    let index = usize::try_from(u32::from(c).checked_sub(FIRST)?).ok()?;
    (index < notes).then_some(index)
}

/// Lays the notes on the words behind which their marks stood; a note whose mark was not read is dropped.
pub(super) fn put_back(draft: &mut ArticleDraft<'static>, lifted: &[Lifted]) {
    if lifted.is_empty() {
        return;
    }
    let is_note = |c: char| index(c, lifted.len()).is_some();
    if let Some(title) = &mut draft.title {
        title.retain(|c| !is_note(c));
    }
    let mut found = Vec::new();
    for (piece, whole) in draft.pieces.iter_mut().enumerate() {
        if !whole.text.contains(is_note) {
            continue;
        }
        let mut text = String::with_capacity(whole.text.len());
        for c in whole.text.chars() {
            match index(c, lifted.len()) {
                Some(note) => found.push((note, piece, text.trim_end().len())),
                // What stood between two blanks leaves one.
                None if c == ' ' && (text.is_empty() || text.ends_with(' ')) => {}
                None => text.push(c),
            }
        }
        text.truncate(text.trim_end().len());
        whole.text = Cow::Owned(text);
    }
    for (note, piece, at) in found {
        if let Some(Lifted { kind, text }) = lifted.get(note) {
            let (kind, text) = (kind.clone(), text.clone());
            draft.asides.push(Aside { kind, piece, within: at..at, text, by: None, at: None });
        }
    }
    drop_empty(draft);
}
