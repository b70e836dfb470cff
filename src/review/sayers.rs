//! Who says a claim's words in a draft and in the next: the same words from somebody else are another claim.

use std::collections::HashSet;

use foldhash::fast::RandomState;

use super::field::SPEAKER;
use super::leant::{Leant, SentenceLeanings};
use super::redraft::fold;
use super::{Change, Claim, ClaimId, Edit, Lead, Origin, Session, Span, Speaker, Swap, TurnedSentence};

/// The sentences of a draft, and who says each.
#[derive(Clone, Copy, Debug)]
pub struct SaidSentences<'a> {
    /// In bytes, in order.
    pub spans: &'a [Span],
    /// Who says each, in the same order; `None` where the article itself does.
    pub speakers: &'a [Option<Speaker>],
    /// What each leans on, in the same order.
    pub leanings: &'a [SentenceLeanings],
    /// How many bytes at the beginning of each are a list's mark, in the same order.
    pub marks: &'a [usize],
}

impl<'a> SaidSentences<'a> {
    /// Who says each of the sentences that `span` touches.
    fn over(self, span: Span) -> impl Iterator<Item = Option<&'a Speaker>> {
        let first = self.spans.partition_point(|sentence| sentence.end <= span.start);
        let end = self.spans.partition_point(|sentence| sentence.start < span.end);
        self.speakers.get(first..end.max(first)).unwrap_or_default().iter().map(Option::as_ref)
    }

    /// What each of the sentences that `span` touches leans on outside it.
    fn leaning(self, span: Span) -> impl Iterator<Item = SentenceLeanings> + 'a {
        let first = self.spans.partition_point(|sentence| sentence.end <= span.start);
        let end = self.spans.partition_point(|sentence| sentence.start < span.end);
        let leanings = self.leanings.get(first..end.max(first)).unwrap_or_default().iter();
        leanings.map(move |one| one.clone().outside(span))
    }
}

/// Who says what in two drafts of a session.
pub(super) struct Sayers<'a> {
    before: SaidSentences<'a>,
    after: SaidSentences<'a>,
    /// The claims whose speaker somebody has written, and those that were cut or joined: what they say may be another's.
    written: HashSet<&'a ClaimId, RandomState>,
}

impl<'a> Sayers<'a> {
    /// Of the drafts `before` and `after` of `session`.
    pub(super) fn of(session: &'a Session, before: SaidSentences<'a>, after: SaidSentences<'a>) -> Self {
        let speaks = |change: &Change| match change {
            Change::Field(field, _) => *field == &SPEAKER,
            Change::Recut(..) => true,
            Change::Mend(_)
            | Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Draft(_)
            | Change::Later(..) => false,
        };
        let edits = session.history.iter().map(|entry| &entry.edit);
        let written = edits.filter(|edit| speaks(&edit.change)).flat_map(Edit::touches).collect();
        Self { before, after, written }
    }

    /// Who said the words of `claim`, where those at `to` in the new draft are somebody else's; empty where the article itself did. One who
    /// says the opposite now is told with how they stood to it.
    pub(super) fn other(&self, claim: &Claim, to: Span) -> Option<String> {
        let pairs = self.before.over(claim.span).zip(self.after.over(to));
        let (was, is) = pairs.into_iter().find(|(was, is)| is_other(*was, *is))?;
        let was = claim.speaker.as_deref().filter(|_| !self.is_read(claim)).or(was);
        let turns = |was: &Speaker| is.is_some_and(|is| is.name == was.name && is.stance != was.stance);
        Some(was.map(|was| if turns(was) { was.told() } else { was.name.clone() }).unwrap_or_default())
    }

    /// As [`other_leaning`].
    pub(super) fn other_leaning<'t>(&self, claim: Span, to: Span, texts: (&'t str, &'t str)) -> Option<Leant<'t>> {
        other_leaning((self.before, claim), (self.after, to), texts)
    }

    /// The sentences in which `claim` stands before, and those around `to` now; `None` where it is all of them.
    pub(super) fn sentences_around<'t>(&self, claim: Span, to: Span, texts: (&'t str, &'t str)) -> Option<Leant<'t>> {
        let around = |said: SaidSentences<'_>, span: Span, text: &'t str| {
            let first = said.spans.partition_point(|sentence| sentence.end <= span.start);
            let last = said.spans.partition_point(|sentence| sentence.start < span.end).checked_sub(1)?;
            Some(Span::new(said.spans.get(first)?.start, said.spans.get(last)?.end).of(text))
        };
        let was = around(self.before, claim, texts.0)?;
        let is = around(self.after, to, texts.1).unwrap_or_default();
        (fold(was) != fold(claim.of(texts.0))).then_some(Leant { was, is })
    }

    /// Those of the `equal` sentences of the two `texts`, told by their places, that say something else.
    pub(super) fn turned<'t>(
        &'t self,
        equal: impl Iterator<Item = (usize, usize)> + 't,
        texts: (&'t str, &'t str),
    ) -> impl Iterator<Item = Swap<TurnedSentence>> + 't {
        equal.filter_map(move |(at, to)| {
            let speaker = |said: SaidSentences<'a>, at: usize| said.speakers.get(at).and_then(Option::as_ref);
            let spans = (*self.before.spans.get(at)?, *self.after.spans.get(to)?);
            let (was, is) = (speaker(self.before, at), speaker(self.after, to));
            let others = is_other(was, is);
            let leant = self.other_leaning(spans.0, spans.1, texts);
            if !others && leant.is_none() {
                return None;
            }
            let name = |speaker: Option<&Speaker>| {
                others.then(|| speaker.map(|speaker| speaker.name.clone()).unwrap_or_default())
            };
            let leant = leant.unwrap_or_default();
            let side = |span, speaker, words: &str| TurnedSentence {
                span,
                said_by: name(speaker),
                leans_on: words.trim().to_owned(),
            };
            Some(Swap::new(side(spans.0, was, leant.was), side(spans.1, is, leant.is)))
        })
    }

    /// Gives `claim` the speaker that the article names where it stands now; one that somebody has written, or that a claim of one's own
    /// has not, gives way only where the article names `other` people than before.
    pub(super) fn renew(&self, claim: &mut Claim, other: bool) {
        if self.is_read(claim) || other {
            claim.speaker = self.after.over(claim.span).next().flatten().cloned().map(Box::new);
        }
    }

    /// True when the words that `lead` led `claim` away from, and which stand at `to` again, are somebody else's now.
    pub(super) fn is_other_again(&self, claim: &Claim, lead: &Lead, to: Span) -> bool {
        let led = lead.fields.iter().find(|(field, _)| *field == &SPEAKER);
        let was = match led {
            Some((_, swap)) => serde_json::from_value::<Option<Speaker>>(swap.before.clone()).ok().flatten(),
            None => claim.speaker.as_deref().cloned(),
        };
        self.is_read(claim) && is_other(was.as_ref(), self.after.over(to).next().flatten())
    }

    /// True when the program read in the article who says `claim`.
    fn is_read(&self, claim: &Claim) -> bool {
        claim.origin == Origin::Proposed && !self.written.contains(&claim.id)
    }
}

/// What the words at the one place leaned on, and those at the other lean on, where that is something else: of the two texts.
pub(super) fn other_leaning<'t>(
    (before, claim): (SaidSentences<'_>, Span),
    (after, to): (SaidSentences<'_>, Span),
    texts: (&'t str, &'t str),
) -> Option<Leant<'t>> {
    before.leaning(claim).zip(after.leaning(to)).find_map(|(old, new)| old.other(&new, texts))
}

/// True when somebody else says it, or says the opposite. A name is the same with more words and with fewer: Berg, Ole Berg.
fn is_other(was: Option<&Speaker>, is: Option<&Speaker>) -> bool {
    let (Some(was), Some(is)) = (was, is) else { return was.is_some() != is.is_some() };
    if was.stance == is.stance && was.name == is.name {
        return false;
    }
    let words = |speaker: &Speaker| -> HashSet<String> {
        let name = fold(&speaker.name).to_lowercase();
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (old, new) = (words(was), words(is));
    was.stance != is.stance || !old.is_subset(&new) && !new.is_subset(&old)
}
