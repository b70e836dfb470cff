//! Headline, dek, headings, list items and paragraphs among the lines that are no furniture.

use super::feature::Feature;
use super::look::LineLook;
use crate::intake::wrap;
use crate::review::BlockKind;

/// A headline has at most this many words.
const HEADLINE: usize = 30;
/// A dek has at most this many words.
const DEK: usize = 40;
/// A heading has at most this many words.
const HEADING: usize = 12;

/// A caption that says something, not just whose picture it is, has at least this many words.
const CAPTION: usize = 10;

/// The kinds of all lines; in a `written` text a picture's words are the author's own, and stay in it as a caption.
pub(super) fn kinds<S: AsRef<str>>(
    lines: &[S],
    looks: &[LineLook],
    furniture: &[bool],
    written: bool,
) -> Vec<BlockKind> {
    let mut kinds: Vec<BlockKind> =
        furniture.iter().map(|mark| if *mark { BlockKind::Furniture } else { BlockKind::Paragraph }).collect();
    if written {
        mark_captions(looks, &mut kinds);
    }
    mark_items(lines, &mut kinds);
    let told: Vec<usize> = (0..kinds.len()).filter(|index| kinds.get(*index) != Some(&BlockKind::Furniture)).collect();
    let text = |index: usize| lines.get(index).map(AsRef::as_ref).unwrap_or_default();
    let mut rest = told.as_slice();
    if let [first, second, ..] = *told.as_slice()
        && is_headline(text(first), looks.get(first), text(second))
        && kinds.get(first) == Some(&BlockKind::Paragraph)
    {
        set(&mut kinds, first, BlockKind::Headline);
        rest = told.get(1..).unwrap_or_default();
        let parted = second == first + 1 && told.get(2).is_some_and(|third| *third > second + 1);
        let goes_on = told.get(2).is_some();
        if goes_on
            && kinds.get(second) == Some(&BlockKind::Paragraph)
            && is_dek(text(second), looks.get(second), parted)
        {
            set(&mut kinds, second, BlockKind::Dek);
            rest = told.get(2..).unwrap_or_default();
        }
    }
    for pair in rest.windows(2) {
        let [this, next] = *pair else { continue };
        let running = looks.get(next).is_some_and(|look| look.features.tenths() >= 10)
            || kinds.get(next) == Some(&BlockKind::ListItem);
        if running && kinds.get(this) == Some(&BlockKind::Paragraph) && is_heading(text(this), looks.get(this)) {
            set(&mut kinds, this, BlockKind::Heading);
        }
    }
    kinds
}

fn set(kinds: &mut [BlockKind], index: usize, kind: BlockKind) {
    if let Some(slot) = kinds.get_mut(index) {
        *slot = kind;
    }
}

/// Lines that end in a picture's credit and say more than that.
fn mark_captions(looks: &[LineLook], kinds: &mut [BlockKind]) {
    let page = [Feature::Plea, Feature::Label, Feature::Related, Feature::Discussion, Feature::Pointer];
    for (look, kind) in looks.iter().zip(kinds) {
        if look.features.has(Feature::Credit) && look.words >= CAPTION && !look.features.any(&page) {
            *kind = BlockKind::Caption;
        }
    }
}

/// Lines with a bullet, and numbered lines that have a numbered neighbour.
fn mark_items<S: AsRef<str>>(lines: &[S], kinds: &mut [BlockKind]) {
    let style = |index: usize| lines.get(index).and_then(|line| wrap::numbered(line.as_ref()));
    for (index, line) in lines.iter().enumerate() {
        let own = style(index);
        let sibling = own.is_some() && (index.checked_sub(1).and_then(style) == own || style(index + 1) == own);
        let item = sibling || wrap::bulleted(line.as_ref());
        if item && kinds.get(index) == Some(&BlockKind::Paragraph) {
            set(kinds, index, BlockKind::ListItem);
        }
    }
}

/// True when the first line stands for a title: short, without a full stop, and shorter than what follows or unlike a sentence.
fn is_headline(line: &str, look: Option<&LineLook>, next: &str) -> bool {
    let Some(look) = look else { return false };
    let asks = line.ends_with(['?', '!', '…']) && look.words * 2 < next.split(' ').count();
    look.words <= HEADLINE
        && !look.features.has(Feature::TwoSentences)
        && (look.features.has(Feature::NoStop) || asks)
        && !line.ends_with([',', ';', ':'])
}

/// True when the second line sums the article up: one sentence without a stop, or one that furniture parts from the text.
fn is_dek(line: &str, look: Option<&LineLook>, parted: bool) -> bool {
    let Some(look) = look else { return false };
    let open = look.features.has(Feature::NoStop) && look.words >= 5 && !line.ends_with([',', ';', ':']);
    let closed = parted && look.features.has(Feature::Sentence);
    look.words <= DEK && !look.features.has(Feature::TwoSentences) && (open || closed)
}

/// True when a short line without a stop heads the running text after it.
fn is_heading(line: &str, look: Option<&LineLook>) -> bool {
    let Some(look) = look else { return false };
    let open = look.features.has(Feature::NoStop) || (line.ends_with('?') && look.words <= HEADING / 2);
    let speaks = line.starts_with(['"', '“', '„', '«', '—', '–']);
    let worded = !look.features.has(Feature::Wordless);
    look.words <= HEADING && worded && open && !speaks && !line.ends_with([',', ';'])
}
