//! Entries of a list of notes, and the marks in a text that point to them.

use crate::intake::{figures, wrap};

/// How a label is written, in the list and in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LabelStyle {
    /// `[1]`
    Square,
    /// `(1)`
    Round,
    /// `1.` or `1)`, in a list alone.
    Dotted,
    /// `¹`
    Raised,
}

/// Characters of a label at most.
const LONGEST: usize = 3;

/// An entry's label, how it is written, and what the entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NoteEntry {
    /// In plain figures or letters.
    pub(super) label: String,
    /// How it is written.
    pub(super) style: LabelStyle,
    /// The words behind it.
    pub(super) says: String,
}

/// The entry that a line is, if it begins with a label.
pub(super) fn entry(line: &str) -> Option<NoteEntry> {
    let made = |label: &str, style, says: &str| {
        let says = says.trim_start_matches([':', '.', ' ']).trim();
        is_label(label).then(|| NoteEntry { label: label.to_owned(), style, says: says.to_owned() })
    };
    if let Some((label, says)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        return made(label, LabelStyle::Square, says);
    }
    if let Some((label, says)) = line.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        return made(label, LabelStyle::Round, says).filter(|entry| is_number(&entry.label));
    }
    let raised: String = line.chars().map_while(figures::plain).collect();
    if !raised.is_empty() {
        let says: String = line.chars().skip(raised.chars().count()).collect();
        return made(&raised, LabelStyle::Raised, &says);
    }
    let (label, says) = line.split_once(' ')?;
    let label = label.strip_suffix(['.', ')'])?;
    made(label, LabelStyle::Dotted, says).filter(|entry| is_number(&entry.label))
}

/// A line as an entry whose place in its list is its label: without its bullet.
pub(super) fn unlabelled(line: &str, number: usize) -> NoteEntry {
    let bullet = if wrap::bulleted(line) { line.chars().next().map_or(0, char::len_utf8) } else { 0 };
    let says = line.get(bullet..).unwrap_or_default().trim().to_owned();
    NoteEntry { label: number.to_string(), style: LabelStyle::Dotted, says }
}

/// True for figures, or for small letters as text exports count comments.
fn is_label(label: &str) -> bool {
    let short = !label.is_empty() && label.len() <= LONGEST;
    short && (is_number(label) || is_letters(label))
}

fn is_number(label: &str) -> bool {
    label.bytes().all(|byte| byte.is_ascii_digit())
}

/// True for a label in letters.
pub(super) fn is_letters(label: &str) -> bool {
    label.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// By what labels of one list are ordered.
pub(super) fn order(label: &str) -> (usize, &str) {
    let bare = label.trim_start_matches('0');
    (bare.len(), bare)
}

/// A mark in a text: the bytes that it takes, with the blank before it, and the labels that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NoteMark {
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// `[1, 2]` names two.
    pub(super) labels: Vec<String>,
}

/// The marks in a text that are written in this style.
pub(super) fn marks(text: &str, style: LabelStyle) -> Vec<NoteMark> {
    match style {
        LabelStyle::Square => between(text, '[', ']'),
        LabelStyle::Round => between(text, '(', ')'),
        LabelStyle::Raised => raised(text),
        LabelStyle::Dotted => Vec::new(),
    }
}

fn between(text: &str, opening: char, closing: char) -> Vec<NoteMark> {
    let mark = |(at, _): (usize, &str)| {
        let rest = text.get(at + 1..)?;
        let inside = rest.get(..rest.find(closing)?)?;
        let labels: Vec<String> = inside.split([',', ';']).map(|label| label.trim().to_owned()).collect();
        let sound = labels.iter().all(|label| is_label(label)) && at > 0;
        let start = text.get(..at)?.trim_end().len();
        sound.then_some(NoteMark { start, end: at + inside.len() + 2, labels })
    };
    text.match_indices(opening).filter_map(mark).collect()
}

fn raised(text: &str) -> Vec<NoteMark> {
    let mut found: Vec<NoteMark> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some(figure) = figures::plain(c) else { continue };
        let end = at + c.len_utf8();
        match found.last_mut().filter(|last| last.end == at) {
            Some(last) => {
                last.end = end;
                if let Some(label) = last.labels.last_mut() {
                    label.push(figure);
                }
            }
            None if at > 0 => found.push(NoteMark { start: at, end, labels: vec![figure.to_string()] }),
            None => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{LabelStyle, entry, marks};

    #[test]
    fn entries_are_known_however_they_are_numbered() {
        let told = |line: &str| entry(line).map(|entry| (entry.label, entry.style, entry.says));
        let minutes = |style| Some(("2".to_owned(), style, "Minutes".to_owned()));
        for line in ["[2] Minutes", "[2]Minutes", "[2]: Minutes"] {
            assert_eq!(told(line), minutes(LabelStyle::Square), "{line}");
        }
        assert_eq!(told("(2) Minutes"), minutes(LabelStyle::Round));
        assert_eq!(told("2. Minutes"), minutes(LabelStyle::Dotted));
        assert_eq!(told("² Minutes"), minutes(LabelStyle::Raised));
        for line in ["The pier", "(a) a pier", "2024 was wet", "[the board] said", "J. Odal"] {
            assert_eq!(told(line), None, "{line}");
        }
    }

    #[test]
    fn a_mark_may_name_two_notes() {
        let found = marks("The pier [1, 2] is old.[3]", LabelStyle::Square);
        assert_eq!(found.iter().map(|mark| mark.labels.join("+")).collect::<Vec<_>>(), ["1+2", "3"]);
        assert_eq!(marks("old.¹² Yes", LabelStyle::Raised)[0].labels, ["12"]);
    }
}
