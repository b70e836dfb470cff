//! Words of the article that a document has no longer as the session knows them: whoever takes its answers in is told of them.

use std::collections::HashSet;

use super::super::as_of::KnownHistory;
use super::alike::{short, squeezed};
use super::docx::WordDocument;
use super::earlier::later;
use super::item::{Content, ImportItem};
use crate::review::redraft::{Hunk, hunks};
use crate::review::{Article, Claim, ClaimId, CodePoints, Session, Span};

/// An item for each claim of `session` whose words are others in `document`, and one for paragraphs that the article, as it is read from
/// the document (`read`), has more; none where the document is not the article's. Words that somebody proposed, and that stand in their
/// place, are no others.
pub(super) fn items(session: &Session, document: &WordDocument, read: &Article) -> Vec<ImportItem> {
    let known = document.as_of.as_deref().and_then(|said| KnownHistory::read(said, session));
    let then = known.and_then(|known| known.session(session));
    let there = SavedText::of(document);
    let (base, spans) = match &then {
        Some(then) => (&then.article, then.claims().iter().map(|claim| (claim.id.clone(), claim.span)).collect()),
        None => there.nearest(session),
    };
    let spans: Vec<(ClaimId, Span)> =
        spans.into_iter().filter(|(id, _)| session.claims().by_id(id).is_some()).collect();
    let kept = spans.iter().filter(|(_, span)| there.times(base.words(*span)) > 0).count();
    if kept * 2 < spans.len() || spans.is_empty() {
        return Vec::new();
    }
    let mut others = if kept == spans.len() { Vec::new() } else { others(session, base, &there, spans) };
    let now: Vec<String> = others.iter().map(|(_, now)| letters(now)).collect();
    let added = added(session, base, read, &now);
    let mut items: Vec<ImportItem> = others.drain(..).map(|(id, now)| item(&id, &now)).collect();
    items.extend(added);
    items
}

/// The claims among `spans` of `base` whose words are others in `there`, with these.
fn others(session: &Session, base: &Article, there: &SavedText, spans: Vec<(ClaimId, Span)>) -> Vec<(ClaimId, String)> {
    let Ok(saved) = Article::new("", &*there.text, Vec::new()) else { return Vec::new() };
    let (hunks, points) = (hunks(base.text(), saved.text()), CodePoints::new(base.text()));
    let whole = letters(base.text());
    let others = spans.into_iter().filter_map(|(id, span)| {
        let words = base.words(span);
        let at = |byte: usize| points.at_byte(base.text(), byte);
        let (start, end) = later(&hunks, at(span.start), at(span.end));
        let now = saved.byte(start).zip(saved.byte(end)).filter(|(start, end)| start < end);
        let now = now.map_or("", |(start, end)| saved.words(Span::new(start, end))).trim();
        // What other words of the article are is what stands beside the place where these stood.
        let times = |text: &str| text.matches(&letters(now)).count();
        let beside =
            !letters(now).is_empty() && times(&whole) > times(&letters(words)) && letters(now) != letters(words);
        let now = if beside { "" } else { now };
        let stands = letters(now) == letters(words) || there.times(words) >= whole.matches(&letters(words)).count();
        (!stands && !is_proposed(session, &id, now)).then(|| (id, now.to_owned()))
    });
    others.collect()
}

/// Percent of a paragraph's characters that must be new for it to be one that was added.
const NEW: usize = 80;

/// Letters of the shortest paragraph that is told.
const SHORTEST: usize = 8;

/// An item for the paragraphs that `read` has and `base` has not, without those that say what is proposed, or what stands in the place
/// of a claim's words (`told`, as letters).
fn added(session: &Session, base: &Article, read: &Article, told: &[String]) -> Option<ImportItem> {
    let (hunks, points) = (hunks(base.text(), read.text()), CodePoints::new(read.text()));
    let is_new = |span: Span| {
        let at = |byte: usize| points.at_byte(read.text(), byte);
        let (start, end) = (at(span.start), at(span.end));
        let shared = |hunk: &Hunk| hunk.end.min(end).saturating_sub(hunk.start.max(start));
        hunks.iter().map(shared).sum::<usize>() * 100 >= (end - start) * NEW
    };
    let known = letters(base.text());
    let proposed: Vec<String> = session
        .claims()
        .iter()
        .flat_map(|claim| claim.record.corrections.iter().map(|one| letters(&one.text)))
        .chain(told.iter().cloned())
        .filter(|words| words.chars().count() >= SHORTEST)
        .collect();
    let is_strange = |words: &str| {
        let own = letters(words);
        let is_told = || proposed.iter().any(|one| one.contains(&own) || own.contains(one));
        own.chars().count() >= SHORTEST && !known.contains(&own) && !is_told()
    };
    let blocks = read.blocks().iter().map(|block| block.span).filter(|span| is_new(*span));
    let mut new = blocks.map(|span| read.words(span)).filter(|words| is_strange(words));
    let first = short(new.next()?.trim());
    let why = match new.count() {
        0 => format!("a paragraph that the article has not: {first}; factdesk redraft brings it in"),
        more => {
            format!("{} paragraphs that the article has not, first {first}; factdesk redraft brings them in", more + 1)
        }
    };
    Some(ImportItem::new("document".to_owned(), "Word document", Content::Unread(why)))
}

fn item(id: &ClaimId, now: &str) -> ImportItem {
    let why = match now {
        "" => "its words are not here any more; factdesk redraft brings the new text in".to_owned(),
        now => format!("the words are others here: {}; factdesk redraft brings them in", short(now)),
    };
    ImportItem {
        id: Some(id.to_string()),
        ..ImportItem::new("document".to_owned(), "Word document", Content::Unread(why))
    }
}

/// True when `now` stands in words that are proposed for the claim, or for one that it shares words with.
fn is_proposed(session: &Session, id: &ClaimId, now: &str) -> bool {
    let now = letters(now);
    let Some(claim) = session.claims().by_id(id) else { return false };
    let beside = session.claims().touching(claim.span).map(|(_, claim)| claim);
    let proposed = |claim: &Claim| claim.record.corrections.iter().any(|one| letters(&one.text).contains(&now));
    !now.is_empty() && beside.into_iter().any(proposed)
}

/// The text of a document as it reads with all changes taken.
struct SavedText {
    text: String,
    /// Its letters and figures, and those of its notes.
    letters: String,
}

impl SavedText {
    fn of(document: &WordDocument) -> Self {
        let text = document.paragraphs.join("\n");
        let letters = letters(&format!("{text}\n{}", document.notes));
        Self { text, letters }
    }

    /// How often words stand in it.
    fn times(&self, words: &str) -> usize {
        let words = letters(words);
        if words.is_empty() { usize::MAX } else { self.letters.matches(&words).count() }
    }

    /// The draft that most of its lines are of, and where claims stood in that.
    fn nearest<'s>(&self, session: &'s Session) -> (&'s Article, Vec<(ClaimId, Span)>) {
        let past = session.drafts.iter().rev().filter_map(|draft| draft.article.as_ref());
        let lines: HashSet<String> = self.text.lines().map(letters).collect();
        let alike = |article: &Article| article.text().lines().filter(|line| lines.contains(&letters(line))).count();
        let nearest = past.fold((&session.article, alike(&session.article)), |best, article| {
            let alike = alike(article);
            if alike > best.1 { (article, alike) } else { best }
        });
        let base = nearest.0;
        let claims = session.claims().iter();
        if base == &session.article {
            return (base, claims.map(|claim| (claim.id.clone(), claim.span)).collect());
        }
        let stood = |claim: &Claim| {
            let words = session.wordings(claim);
            words
                .iter()
                .find_map(|words| Some(Span::new(base.text().find(words)?, base.text().find(words)? + words.len())))
        };
        (base, claims.filter_map(|claim| Some((claim.id.clone(), stood(claim)?))).collect())
    }
}

/// The letters and figures of a text: what programs do to signs and blanks makes no other words.
fn letters(text: &str) -> String {
    squeezed(text).chars().filter(|one| one.is_alphanumeric()).collect()
}
