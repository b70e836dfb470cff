//! What bringing a draft in would do to every claim of a session: its fate, and the edit that gives it.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use super::carry::shifted;
use super::field::{CorrectionStatus, Fate, FateKind};
use super::redraft::{self, ClaimFate, Cut, Lanes, Redraft, fold};
use super::returning::{EarlierDraft, Returning};
use super::taken_over;
use super::{Annotation, Article, Carried, Carry, Change, Claim, Edit, Lead, Session, Span, Swap};

/// How many claims have which fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fates {
    /// Words as they were, in their place.
    pub same: usize,
    /// Words as they were, elsewhere.
    pub moved: usize,
    /// Words of an earlier draft again, with what was said of them.
    pub back: usize,
    /// Other words.
    pub changed: usize,
    /// Several sentences now.
    pub split: usize,
    /// One sentence with others now.
    pub merged: usize,
    /// Words that stand nowhere.
    pub gone: usize,
    /// Claims that no earlier draft had.
    pub new: usize,
    /// Corrections that the draft took over.
    pub taken_over: usize,
    /// Corrections that it did not take over though the sentence was edited.
    pub ignored: usize,
}

impl Fates {
    /// The count of one fate.
    pub(super) const fn of_mut(&mut self, kind: &FateKind) -> &mut usize {
        match kind {
            FateKind::Same => &mut self.same,
            FateKind::Moved => &mut self.moved,
            FateKind::Split => &mut self.split,
            FateKind::Merged => &mut self.merged,
            FateKind::Gone => &mut self.gone,
            FateKind::New => &mut self.new,
            FateKind::Changed | FateKind::Other(_) => &mut self.changed,
        }
    }
}

impl fmt::Display for Fates {
    /// `20 same · 3 changed · 1 gone · 4 new`, what there is none of left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = [
            (self.same, "same"),
            (self.moved, "moved"),
            (self.back, "back"),
            (self.changed, "changed"),
            (self.split, "split"),
            (self.merged, "merged"),
            (self.gone, "gone"),
            (self.new, "new"),
            (self.taken_over, if self.taken_over == 1 { "correction taken over" } else { "corrections taken over" }),
            (self.ignored, if self.ignored == 1 { "correction not taken over" } else { "corrections not taken over" }),
        ];
        let told: Vec<String> =
            told.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
        f.write_str(&if told.is_empty() { "no claims".to_owned() } else { told.join(" · ") })
    }
}

/// A draft with what the program found in it.
#[derive(Clone, Debug)]
pub struct Incoming<'a> {
    /// Its number among the session's drafts.
    pub n: u32,
    /// The sentences of the draft that stands, in bytes, in order.
    pub before: &'a [Span],
    /// Its sentences, in bytes, in order.
    pub after: &'a [Span],
    /// The claims proposed for it, in order.
    pub proposed: Vec<Claim>,
    /// The drafts that [`Session::left_behind`] tells.
    pub earlier: &'a [EarlierDraft],
}

/// What bringing a draft in would do.
#[derive(Clone, Debug, PartialEq)]
pub struct NextDraft {
    /// The edit.
    pub edit: Edit,
    /// The fates.
    pub fates: Fates,
    /// The share of the earlier draft that is found again, 0 to 1.
    pub kept: f32,
}

/// Drafts that share less are not of one article.
pub const UNRELATED: f32 = 0.1;

/// Plans the edit that brings in draft `incoming.n`, which the session keeps already; `None` when it keeps no such draft.
///
/// A verdict stays only on claims whose words are the same, in sentences that are the same. It takes n log n.
pub fn next_draft(session: &Session, incoming: Incoming<'_>) -> Option<NextDraft> {
    let (article, way) = session.way_to(incoming.n)?;
    let lanes = Lanes::of(session.article.text(), &way);
    let old = Cut { text: session.article.text(), sentences: incoming.before, language: &session.article.language };
    let new = Cut { text: article.text(), sentences: incoming.after, language: &article.language };
    let redraft = Redraft::of(old, new);
    let mut planner = Planner {
        session,
        returning: Returning::of(session, incoming.earlier, (incoming.n, new)),
        article: &article,
        lanes: &lanes,
        fates: Fates::default(),
        claims: Vec::new(),
        taken: Vec::new(),
        sentences: incoming.after,
        fresh: OnceCell::new(),
    };
    let fates: Vec<ClaimFate> = session.claims().iter().map(|claim| redraft.fate(claim.span)).collect();
    let kept = OccupiedSpans::of(
        fates.iter().filter(|found| found.is.is_same()).flat_map(|found| found.spans.clone()).collect(),
    );
    for (claim, found) in session.claims().iter().zip(&fates) {
        if found.is.is_same() || !planner.come_back(claim, &kept) {
            planner.carry(claim, found, &redraft);
        }
    }
    let taken = OccupiedSpans::of(planner.taken.clone());
    for claim in session.apart() {
        planner.come_back(claim, &taken);
    }
    let kept = redraft.kept();
    planner.propose(&redraft, incoming);
    let Planner { fates, claims, .. } = planner;
    let carry = Carry { draft: Swap::new(session.article.draft, article.draft), claims };
    Some(NextDraft { edit: Edit { claim: None, change: Change::Draft(Arc::new(carry)) }, fates, kept })
}

/// Places that claims have.
struct OccupiedSpans {
    /// In order.
    spans: Vec<Span>,
    /// How far each and those before it reach.
    reach: Vec<usize>,
}

impl OccupiedSpans {
    fn of(mut spans: Vec<Span>) -> Self {
        spans.sort_unstable();
        let reach = spans.iter().scan(0, |reach, span| {
            *reach = span.end.max(*reach);
            Some(*reach)
        });
        Self { reach: reach.collect(), spans }
    }

    /// True when one of them overlaps `span`.
    fn meets(&self, span: Span) -> bool {
        let before = self.spans.partition_point(|held| held.start < span.end);
        before.checked_sub(1).and_then(|at| self.reach.get(at)).is_some_and(|end| *end > span.start)
    }
}

struct Planner<'a> {
    session: &'a Session,
    returning: Returning<'a>,
    article: &'a Article,
    lanes: &'a Lanes,
    fates: Fates,
    claims: Vec<Carried>,
    /// Where claims that both drafts have stand in the new one.
    taken: Vec<Span>,
    /// The new draft's sentences.
    sentences: &'a [Span],
    /// Those of them that no earlier draft had, by their folded words.
    fresh: OnceCell<HashMap<String, Span>>,
}

impl Planner<'_> {
    fn carry(&mut self, claim: &Claim, found: &ClaimFate, redraft: &Redraft<'_>) {
        let is_same = found.is.is_same();
        let hull = found.spans.first().zip(found.spans.last()).map(|(first, last)| Span::new(first.start, last.end));
        let span = self.one_span(&found.spans).or(hull).filter(|span| !span.is_empty());
        let Some(span) = span.or_else(|| self.corrected(claim, redraft)) else {
            return self.part(claim);
        };
        self.taken.push(span);
        let mut after = Claim { span, ..claim.clone() };
        after.proposal = self.proposal(claim, span, is_same);
        let kind = match found.is {
            redraft::Fate::Same => FateKind::Same,
            redraft::Fate::Moved => FateKind::Moved,
            redraft::Fate::Split => FateKind::Split,
            redraft::Fate::Merged => FateKind::Merged,
            redraft::Fate::Changed | redraft::Fate::Gone | redraft::Fate::Other(_) => FateKind::Changed,
        };
        *self.fates.of_mut(&kind) += 1;
        if is_same {
            // What nobody has answered yet is still to be answered.
            let fate = claim.record.fate.clone().filter(|_| claim.is_pending());
            let fate = fate.or_else(|| (kind == FateKind::Moved).then(|| Box::new(Fate::of(self.article.draft, kind))));
            after.record.fate = fate;
            self.corrections(claim, &mut after);
            if shifted(claim, self.lanes).is_some_and(|there| there == after) {
                return;
            }
        } else {
            let words = self.session.exact(claim);
            after.record.fate = Some(Box::new(self.fate(claim, kind, words)));
            after.withdraw(claim);
            self.corrections(claim, &mut after);
        }
        self.claims.push(Carried::Led(Box::new(Lead::between(claim, &after))));
    }

    /// Brings a claim back whose words an earlier draft had and this one has again; false when they stand nowhere, or in a place that is
    /// `taken` by another claim.
    fn come_back(&mut self, claim: &Claim, taken: &OccupiedSpans) -> bool {
        let Some(mut after) = self.returning.claim(claim) else { return false };
        if taken.meets(after.span) {
            return false;
        }
        self.taken.push(after.span);
        self.fates.back += 1;
        self.corrections(claim, &mut after);
        self.claims.push(Carried::Led(Box::new(Lead::between(claim, &after))));
        true
    }

    /// The sentence that no earlier draft had and that is what somebody proposed instead of a claim, however little of the claim's
    /// own words is left in it.
    fn corrected(&self, claim: &Claim, redraft: &Redraft<'_>) -> Option<Span> {
        let mut open =
            claim.record.corrections.iter().filter(|one| one.status == CorrectionStatus::Proposed).peekable();
        open.peek()?;
        let fresh = self.fresh.get_or_init(|| {
            let spans = redraft.new_sentences().filter_map(|at| self.sentences.get(at).copied());
            spans.map(|span| (fold(span.of(self.article.text())).into_owned(), span)).collect()
        });
        open.find_map(|one| fresh.get(&*fold(&one.text)).copied())
    }

    /// The one span of several that stand beside each other.
    fn one_span(&self, spans: &[Span]) -> Option<Span> {
        match spans {
            [span] => Some(*span),
            [first, .., last] => {
                let text = self.article.text();
                let beside = spans.windows(2).all(|pair| match pair {
                    [one, next] => text.get(one.end..next.start).is_none_or(|gap| gap.trim().is_empty()),
                    _ => true,
                });
                // Else the longest of them; its sentence leads to the others.
                let longest = spans.iter().max_by_key(|span| span.len()).copied();
                if beside { Some(Span::new(first.start, last.end)) } else { longest }
            }
            [] => None,
        }
    }

    /// Keeps a claim apart whose words stand nowhere.
    fn part(&mut self, claim: &Claim) {
        self.fates.gone += 1;
        let mut after = claim.clone();
        let words = self.session.exact(claim);
        after.record.fate = Some(Box::new(Fate {
            // It sits in the draft that stood until now, whatever words its verdict was given on.
            from: self.session.article.draft,
            was: words.to_owned(),
            ..self.fate(claim, FateKind::Gone, words)
        }));
        after.withdraw(claim);
        self.claims.push(Carried::Led(Box::new(Lead::between(claim, &after))));
    }

    /// The fate of a claim whose words were `words`. One that is still to be looked at keeps the words that its verdict was given on.
    fn fate(&self, claim: &Claim, is: FateKind, words: &str) -> Fate {
        let fresh = Fate::of(self.article.draft, is);
        match claim.fate().filter(|_| claim.is_pending()) {
            Some(held) => Fate {
                was: held.was.clone(),
                from: held.from,
                had: held.had.clone(),
                dismissed: held.dismissed,
                ..fresh
            },
            None => Fate { was: words.to_owned(), from: self.session.article.draft, ..fresh },
        }
    }

    /// Why the program suggests a claim that stands at `span` now: what it said of the same words, pointing at them there.
    fn proposal(&self, claim: &Claim, span: Span, same: bool) -> Option<Box<super::Proposal>> {
        let mut proposal = claim.proposal.clone()?;
        if let Some(there) = shifted(claim, self.lanes).filter(|there| there.span == span) {
            return there.proposal;
        }
        let (old, new) = (claim.span.of(self.session.article.text()), span.of(self.article.text()));
        let within = |reason: &super::Reason| claim.span.covers(reason.span);
        if same && old == new && proposal.reasons.iter().all(within) {
            for reason in &mut proposal.reasons {
                let start = span.start + reason.span.start - claim.span.start;
                reason.span = Span::new(start, start + reason.span.len());
            }
            return Some(proposal);
        }
        None
    }

    /// Tells of a claim's corrections what the draft made of them.
    fn corrections(&mut self, claim: &Claim, after: &mut Claim) {
        if claim.record.corrections.is_empty() {
            return;
        }
        let (was, now) = (self.session.exact(claim), self.article.words(after.span));
        let count = taken_over::settle(&mut after.record.corrections, was, now, self.article.draft);
        self.fates.taken_over += count.taken;
        self.fates.ignored += count.ignored;
    }

    /// Proposes what stands in no sentence that was there before, and gives changed claims the reasons of their new words.
    fn propose(&mut self, redraft: &Redraft<'_>, incoming: Incoming<'_>) {
        let kept: HashSet<usize> = redraft
            .successors()
            .iter()
            .filter(|one| one.fate.is_same())
            .flat_map(|one| one.to.iter().copied())
            .collect();
        let taken = OccupiedSpans::of(std::mem::take(&mut self.taken));
        let mut ids: HashSet<super::ClaimId> = self.session.claims().iter().map(|claim| claim.id.clone()).collect();
        ids.extend(self.session.apart().iter().map(|claim| claim.id.clone()));
        let mut fresh: HashMap<Span, Box<super::Proposal>> = HashMap::new();
        for mut claim in incoming.proposed {
            if taken.meets(claim.span) {
                fresh.extend(claim.proposal.map(|proposal| (claim.span, proposal)));
                continue;
            }
            let sentence = incoming.after.partition_point(|span| span.end <= claim.span.start);
            if kept.contains(&sentence) {
                continue;
            }
            let mut digits = 8;
            while !ids.insert(claim.id.clone()) && digits <= 16 {
                let start = self.article.code_point(claim.span.start);
                let words = format!("{}\n{}", self.article.draft, self.article.words(claim.span));
                claim.id = super::ClaimId::derive(start, &words, digits);
                digits += 1;
            }
            self.fates.new += 1;
            claim.record.fate = Some(Box::new(Fate::of(self.article.draft, FateKind::New)));
            self.claims.push(Carried::Came(Box::new(claim)));
        }
        for carried in &mut self.claims {
            if let Carried::Led(lead) = carried
                && lead.proposal.after.is_none()
                && let Some(proposal) = fresh.get(&lead.span.after)
            {
                lead.proposal.after = Some(proposal.clone());
            }
        }
    }
}

impl Session {
    /// The annotations of `article` under the ids that the same ones have in this session, so that sources keep pointing at them;
    /// others get ids that no draft has used.
    pub fn renamed(&self, article: Article) -> Article {
        if article.annotations().is_empty() {
            return article;
        }
        let mut held: Vec<&Annotation> = self.article.annotations().iter().collect();
        let used = self.texts().past.iter().filter_map(|past| past.article.as_ref()).chain([&self.article]);
        let number = |note: &Annotation| note.id.strip_prefix('w').and_then(|n| n.parse::<u64>().ok());
        let mut last = used.flat_map(Article::annotations).filter_map(number).max().unwrap_or_default();
        let named = article.annotations().iter().cloned().map(|mut note| {
            let same = held.iter().position(|one| one.kind == note.kind && one.text == note.text && one.by == note.by);
            if let Some(at) = same {
                note.id.clone_from(&held.remove(at).id);
            } else {
                last += 1;
                note.id = format!("w{last}");
            }
            note
        });
        let (notes, changes) = (named.collect(), article.changes().to_vec());
        article.annotated(notes, changes)
    }
}
