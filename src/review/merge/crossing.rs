//! The drafts of copies that each brought in their own, and where words of one stand in another.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::super::leant::Leant;
use super::super::parted::groups;
use super::super::redraft::{Cut, Lanes, Redraft, fold, hunks, inverted};
use super::super::{Article, Carried, Carry, Change, Claim, ClaimId, Entry, Lead, Recut, Span, Step, TurnedSentence};
use super::branches::Branches;
use super::turned::TurnedSentences;
use crate::text::{SENTENCE_CLOSERS, is_sentence_end};

/// A claim as a copy holds it, and the draft that it sits in.
#[derive(Clone, Copy)]
pub(super) struct HeldClaim<'c> {
    /// The claim as both copies hold it.
    pub(super) sides: [Option<&'c Claim>; 2],
    /// Where it sits.
    pub(super) home: Whereabouts,
}

/// A draft that a copy stands on, and where that is on the way to the one that stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Whereabouts {
    /// The draft, from 1.
    pub(super) draft: u32,
    /// Its stage on the way, from 0; `None` beside it.
    pub(super) stage: Option<usize>,
}

/// A claim as those know it who have not seen that it was put on other words.
#[derive(Clone, Debug)]
pub(super) struct KnownPlace {
    /// The claim that it was then: itself, or the one that it was cut from.
    pub(super) id: ClaimId,
    /// Where that sat, in the draft that stands at this stage.
    pub(super) span: Span,
}

impl KnownPlace {
    /// What those know of `claim` who have not seen `entry`, which put it on other words than those at `before`.
    pub(super) fn of(claim: &Claim, before: Option<Span>, entry: &Entry) -> Option<Self> {
        if let Some(span) = before {
            return (span != claim.span).then(|| Self { id: claim.id.clone(), span });
        }
        let Change::Recut(_, swap) = &entry.edit.change else { return None };
        let whole = swap.before.iter().find(|one| one.id != claim.id && one.span.covers(claim.span))?;
        Some(Self { id: whole.id.clone(), span: whole.span })
    }
}

/// The drafts of a session, and what leads from each to the others.
pub(super) struct Crossing<'a> {
    /// How the drafts hang together.
    pub(super) branches: &'a Branches<'a>,
    pub(super) texts: HashMap<u32, &'a Article, RandomState>,
    /// The joins that are in force.
    pub(super) joins: Vec<&'a Entry>,
    turned: TurnedSentences<'a>,
    lanes: RefCell<HashMap<(u32, u32), Rc<Lanes>, RandomState>>,
}

impl<'a> Crossing<'a> {
    /// Over the articles of `texts`, with the joins among `entries`.
    pub(super) fn new(
        branches: &'a Branches<'a>,
        texts: impl IntoIterator<Item = &'a Article>,
        entries: &'a [Arc<Entry>],
    ) -> Self {
        let texts = texts.into_iter().map(|article| (article.draft, article)).collect();
        let is_join =
            |entry: &&Entry| matches!(entry.edit.change, Change::Recut(Recut::Join, _)) && entry.step == Step::Do;
        let joins = entries.iter().map(|entry| &**entry).filter(is_join).filter(|entry| !branches.is_idle(entry));
        let turned = TurnedSentences::of(branches.carries());
        Self { branches, texts, joins: joins.collect(), turned, lanes: RefCell::default() }
    }

    /// Where `span` of one draft stands in another; `None` when its words do not stand there.
    pub(super) fn span(&self, from: u32, to: u32, span: Span) -> Option<Span> {
        if from == to { Some(span) } else { self.lanes(from, to)?.span(span) }
    }

    /// Where the words at `span` of one draft stand in another, be it out of their order, where each draft has them once only.
    pub(super) fn place(&self, from: u32, to: u32, span: Span) -> Option<Span> {
        self.span(from, to, span).or_else(|| {
            let [one, other] = [self.texts.get(&from)?.text(), self.texts.get(&to)?.text()];
            let words = one.get(span.start..span.end).filter(|words| !words.is_empty())?;
            only(one, words)?;
            let start = only(other, words)?;
            Some(Span::new(start, start + words.len()))
        })
    }

    /// What stands in draft `to` in the place of words that a draft does not have any more: within a claim that the change from the one to the
    /// other leads to other words. `None` where there is no such claim.
    pub(super) fn successor(&self, (from, span): (u32, Span), to: u32) -> Option<Span> {
        let led = self.branches.carries().filter_map(|carry| {
            let is_back = (carry.draft.after, carry.draft.before) == (from, to);
            let leads = carry.claims.iter().filter_map(Carried::led).filter(|lead| !lead.parts());
            let way = move |lead: &Lead| if is_back { lead.span.clone().inverse() } else { lead.span.clone() };
            let leads = leads.map(way).filter(|swap| swap.before.covers(span));
            let is_way = is_back || (carry.draft.before, carry.draft.after) == (from, to);
            leads.filter(|_| is_way).min_by_key(|swap| (swap.before.len(), swap.before.start, swap.after))
        });
        let whole = led.min_by_key(|swap| (swap.before.len(), swap.before.start, swap.after))?;
        let cut = |draft: u32, sentence| {
            let article = self.texts.get(&draft)?;
            Some(Cut { text: article.text(), sentences: sentence, marks: &[], language: &article.language })
        };
        let (was, is) = ([whole.before], [whole.after]);
        let found = Redraft::of(cut(from, &was)?, cut(to, &is)?).fate(span);
        let groups = groups(self.texts.get(&to)?.text(), &found.spans);
        groups.into_iter().max_by_key(|span| (span.len(), usize::MAX - span.start))
    }

    pub(super) fn lanes(&self, from: u32, to: u32) -> Option<Rc<Lanes>> {
        if let Some(lanes) = self.lanes.borrow().get(&(from, to)) {
            return Some(Rc::clone(lanes));
        }
        let (one, other) = (self.texts.get(&from)?.text(), self.texts.get(&to)?.text());
        // Back as it was led there, so that both ways are one.
        let way = if from < to { hunks(other, one) } else { inverted(&hunks(one, other)) };
        let lanes = Rc::new(Lanes::of(one, &way));
        self.lanes.borrow_mut().insert((from, to), Rc::clone(&lanes));
        Some(lanes)
    }

    /// Where `entry` was made.
    pub(super) fn home(&self, entry: &Entry) -> Whereabouts {
        let (stage, aside) = self.branches.stage(entry);
        Whereabouts { draft: entry.draft, stage: (!aside).then_some(stage) }
    }

    /// Where draft `n` last stood on the way to `home`.
    pub(super) fn before(&self, home: Whereabouts, n: u32) -> Whereabouts {
        let stood = &self.branches.stood;
        let last = home.stage.unwrap_or(stood.len());
        Whereabouts { draft: n, stage: stood.iter().take(last + 1).rposition(|draft| *draft == n) }
    }

    /// The changes of draft that led to `home`, the last first; `None` where that hangs on no draft of the way.
    pub(super) fn ways_back(&self, home: Whereabouts) -> Option<Vec<&'a Carry>> {
        let (mut carries, mut n) = (Vec::new(), home.draft);
        let mut stage = home.stage;
        // Each step goes to an earlier draft, or ends.
        while stage.is_none() && carries.len() <= self.branches.side.len() {
            let carry = self.branches.brought_aside(n)?;
            carries.push(carry);
            n = carry.draft.before;
            stage = self.branches.stood.iter().rposition(|stood| *stood == n);
        }
        carries.extend((1..=stage?).rev().filter_map(|stage| self.branches.leads_to(stage)));
        Some(carries)
    }

    /// Where `span` of a draft stands in the first draft; `None` when its words do not stand there.
    pub(super) fn back(&self, home: Whereabouts, span: Span) -> Option<Span> {
        let stood = &self.branches.stood;
        let first = *stood.first()?;
        let on_the_way = |mut span: Span, stage: usize| {
            for step in stood.get(..=stage)?.windows(2).rev() {
                span = self.span(*step.last()?, *step.first()?, span)?;
            }
            Some(span)
        };
        let stepped = match home.stage {
            Some(stage) => on_the_way(span, stage),
            None => self.aside(home.draft, span).and_then(|(span, stage)| on_the_way(span, stage)),
        };
        stepped.or_else(|| self.place(home.draft, first, span))
    }

    /// Where `span` of draft `n`, which is beside the way, stands in the draft of the way that it came of, and that one's stage.
    fn aside(&self, mut n: u32, mut span: Span) -> Option<(Span, usize)> {
        // Each step goes to an earlier draft, or ends.
        for _ in 0..=self.branches.side.len() {
            if let Some(stage) = self.branches.stood.iter().rposition(|stood| *stood == n) {
                return Some((span, stage));
            }
            let before = self.branches.brought_aside(n)?.draft.before;
            (span, n) = (self.span(n, before, span)?, before);
        }
        None
    }

    /// The words at a place of a draft.
    pub(super) fn words(&self, (draft, span): (u32, Span)) -> &'a str {
        self.texts.get(&draft).map_or("", |article| article.words(span))
    }

    /// The sentences around the same words at a place of one draft and at one of another.
    pub(super) fn around(&self, was: (u32, Span), is: (u32, Span)) -> Leant<'a> {
        Leant { was: self.sentence(was), is: self.sentence(is) }
    }

    /// The sentences in which the words at a place of a draft stand.
    fn sentence(&self, (draft, span): (u32, Span)) -> &'a str {
        self.texts.get(&draft).map_or("", |article| sentence(article.text(), span))
    }

    /// The sentence of the words at both places, as it is in two drafts, where one of these turned it on the way from the one to the other.
    pub(super) fn turned(&self, one: (u32, Span), other: (u32, Span)) -> Option<[&'a TurnedSentence; 2]> {
        self.turned.between(one, other, |from, to, span| self.place(from, to, span))
    }

    /// True when the words at both places are the same and stand in the same sentence, which is no other's, and leans on nothing else.
    pub(super) fn is_same(&self, one: (u32, Span), other: (u32, Span)) -> bool {
        let context = |place: (u32, Span)| {
            let text = self.texts.get(&place.0).map_or("", |article| article.text());
            (is_whole(text, place.1), sentence(text, place.1))
        };
        let (one_is_whole, one_sentence) = context(one);
        let (other_is_whole, other_sentence) = context(other);
        fold(self.words(one)) == fold(self.words(other))
            && (one_is_whole && other_is_whole || fold(one_sentence) == fold(other_sentence))
            && self.turned(one, other).is_none()
    }
}

/// Where `words` begin in `text`, where it has them once only and cuts no word there.
fn only(text: &str, words: &str) -> Option<usize> {
    let start = text.find(words)?;
    // Another may begin within the first.
    let behind = start + words.chars().next().map_or(1, char::len_utf8);
    let is_only = text.get(behind..).is_none_or(|rest| !rest.contains(words));
    let cuts =
        |head: Option<char>, rest: Option<char>| [head, rest].into_iter().all(|c| c.is_some_and(char::is_alphanumeric));
    let before = cuts(text.get(..start)?.chars().next_back(), words.chars().next());
    let behind = cuts(words.chars().next_back(), text.get(start + words.len()..)?.chars().next());
    (is_only && !before && !behind).then_some(start)
}

/// The sentences of `text` in which `span` stands. Where it is in doubt that one ends, it goes on: in the longer one less is the same.
fn sentence(text: &str, span: Span) -> &str {
    let start = text.get(..span.start).and_then(|head| head.rfind('\n')).map_or(0, |at| at + 1);
    let end = text.get(span.end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| span.end + at);
    let line = text.get(start..end).unwrap_or_default();
    let ends: Vec<usize> = line.match_indices(' ').map(|(at, _)| at).filter(|at| is_sentence_end(line, *at)).collect();
    let from = ends.iter().rev().map(|at| start + at + 1).find(|at| *at <= span.start).unwrap_or(start);
    let to = ends.iter().map(|at| start + at).find(|at| *at >= span.end).unwrap_or(end);
    text.get(from..to).unwrap_or_default()
}

/// True when `span` is a whole sentence, or several.
fn is_whole(text: &str, span: Span) -> bool {
    let ends = |words: &str| {
        let bare = words.trim_end_matches(SENTENCE_CLOSERS);
        bare.ends_with(['.', '!', '?', '…', '。', '！', '？'])
    };
    let (head, rest) = (text.get(..span.start).unwrap_or_default(), text.get(span.end..).unwrap_or_default());
    let begins = head.is_empty() || head.ends_with('\n') || head.ends_with(' ') && ends(head);
    begins && (rest.is_empty() || rest.starts_with('\n') || rest.starts_with(' ') && ends(span.of(text)))
}
