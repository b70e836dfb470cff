//! The writer's own Markdown with our comments, highlights and corrections in it; all else in it stays byte for byte as it was.

use super::super::card::{self, ClaimCard};
use super::super::docx::{Revision, Revisions};
use super::super::markdown::MarkdownPage;
use super::super::options::{CommentOn, Options};
use super::super::original::{self, Filled, Original, OriginalError};
use super::super::sheet::{self, ExportSheet};
use super::anatomy::MarkdownAnatomy;
use super::changes::{self, ChangePlaces};
use super::marks::{self, MarkOrder, Marks};
use crate::review::{Claim, Session, Span};
use crate::text::{begins_critic_mark, is_free_of_critic_marks};

/// What a file may begin with before its text.
const MARK: &str = "\u{feff}";

/// Puts what the session says into its writer's Markdown.
///
/// # Errors
/// When the file is not the article's, or has such marks already.
pub(in crate::export) fn fill(
    session: &Session,
    options: &Options,
    original: &Original<'_>,
) -> Result<Filled, OriginalError> {
    let broken = || OriginalError::Broken("its text can't be cut where the words stand".to_owned());
    let whole = std::str::from_utf8(original.bytes).map_err(|_| broken())?;
    let text = whole.trim_start_matches(MARK);
    if begins_critic_mark(text) {
        return Err(OriginalError::Marked);
    }
    original.is_of(session)?;
    let sheet = ExportSheet::new(session, options);
    let mut filling = MarkdownFilling {
        sheet: &sheet,
        text,
        original,
        anatomy: MarkdownAnatomy::of(text),
        shown: changes::shown(text),
        marks: Marks::default(),
        notices: Vec::new(),
        comments: 0,
    };
    filling.claims(options.comment_on);
    let MarkdownFilling { marks, notices, comments, .. } = filling;
    let marked = marks.applied(text).filter(|marked| marks::rejected(marked) == text).ok_or_else(broken)?;
    let head = whole.strip_suffix(text).unwrap_or_default();
    Ok(Filled { bytes: format!("{head}{marked}").into_bytes(), text: original.text.to_owned(), comments, notices })
}

/// A text while marks are put into it.
struct MarkdownFilling<'a> {
    sheet: &'a ExportSheet<'a>,
    text: &'a str,
    original: &'a Original<'a>,
    anatomy: MarkdownAnatomy,
    /// What it shows.
    shown: String,
    marks: Marks,
    notices: Vec<String>,
    comments: usize,
}

/// Claims whose words overlap, and what is said of each.
struct ClaimGroup<'a> {
    /// Where their words stand in the text, one for each paragraph, cell or item.
    places: Vec<Span>,
    cards: Vec<ClaimCard<'a>>,
    /// True where words of them are changed.
    is_changed: bool,
}

impl MarkdownFilling<'_> {
    fn claims(&mut self, on: CommentOn) {
        let session = self.sheet.session();
        let revisions = Revisions::of(session);
        let mut groups: Vec<ClaimGroup<'_>> = Vec::new();
        for (place, claim) in self.sheet.checkable() {
            if on == CommentOn::Told && !sheet::says(claim) {
                continue;
            }
            let card = card::card(session, place, claim);
            let places = self.places(claim.span);
            if places.is_empty() {
                self.notices.push(original::left_out(&card.head.number));
                continue;
            }
            if let Some(other) = revisions.instead_of(place) {
                let other = session.claims().get(other - 1).map(|claim| claim.number.to_string()).unwrap_or_default();
                let why = format!("that of claim {other} changes the same words");
                self.notices.push(original::in_comment_alone(&card.head.number, &why));
            }
            let is_changed = revisions.get(place).is_some_and(|revision| self.revise(revision, claim, &card));
            let beside =
                |group: &ClaimGroup<'_>| group.places.iter().any(|one| places.iter().any(|own| one.overlaps(*own)));
            let mut group = ClaimGroup { places: places.clone(), cards: vec![card], is_changed };
            // One may reach over several that were apart.
            let (with, apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(beside);
            for other in with.into_iter().rev() {
                group.places = merged(&group.places, &other.places);
                group.cards.splice(0..0, other.cards);
                group.is_changed |= other.is_changed;
            }
            groups = apart;
            groups.push(group);
        }
        for group in &groups {
            self.comment(group);
        }
    }

    /// Where words of the article stand: a stretch for each row of words, which cuts no markup; none where some stand where no mark may.
    fn places(&self, span: Span) -> Vec<Span> {
        let mut places: Vec<Span> = Vec::new();
        for stretch in self.original.map.of(span) {
            let Some(row) = self.anatomy.row(stretch.source) else { return Vec::new() };
            let own = row.whole(stretch.source);
            match places.last_mut() {
                Some(last) if self.anatomy.row(Span::new(last.start, own.end)).is_some() => {
                    *last = row.whole(Span::new(last.start.min(own.start), last.end.max(own.end)));
                }
                _ => places.push(own),
            }
        }
        places
    }

    /// Puts a claim's correction into its words; false where they take none, which is said.
    fn revise(&mut self, revision: &Revision, claim: &Claim, card: &ClaimCard<'_>) -> bool {
        let places = ChangePlaces {
            text: self.text,
            article: self.original.text,
            map: self.original.map,
            anatomy: &self.anatomy,
            shown: &self.shown,
        };
        let Some(changes) = places.of(revision, claim.span) else {
            self.notices.push(original::in_comment_alone(&card.head.number, "its words take no changes there"));
            return false;
        };
        for change in changes {
            match &change.comes {
                None => self.marks.wrap(change.gone, "{--", MarkOrder::ChangeEnds, "--}"),
                Some(_) if change.gone.is_empty() => {
                    self.marks.put(change.gone.start, MarkOrder::Comes, format!("{{++{}++}}", change.written()));
                }
                Some(_) => {
                    self.marks.wrap(change.gone, "{~~", MarkOrder::ChangeEnds, format!("~>{}~~}}", change.written()));
                }
            }
        }
        true
    }

    /// Puts what is said of claims behind their words, which are highlighted where none of them changes.
    fn comment(&mut self, group: &ClaimGroup<'_>) {
        let is_free = |span: &&Span| self.text.get(span.start..span.end).is_some_and(is_free_of_critic_marks);
        let lit: Vec<Span> = group.places.iter().filter(|_| !group.is_changed).filter(is_free).copied().collect();
        for span in lit {
            self.marks.wrap(span, "{==", MarkOrder::HighlightEnds, "==}");
        }
        let Some(end) = group.places.iter().map(|place| place.end).max() else { return };
        for card in &group.cards {
            let mut page = MarkdownPage::default();
            super::commented(&mut page, card, group.cards.len() > 1);
            self.marks.put(end, MarkOrder::Comment, page.finish().trim_end().to_owned());
            self.comments += 1;
        }
    }
}

/// Stretches of both, those that overlap as one.
fn merged(one: &[Span], other: &[Span]) -> Vec<Span> {
    let mut all: Vec<Span> = one.iter().chain(other).copied().collect();
    all.sort_by_key(|span| (span.start, span.end));
    let mut merged: Vec<Span> = Vec::new();
    for span in all {
        match merged.last_mut() {
            Some(last) if last.overlaps(span) => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}
