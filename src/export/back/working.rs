//! Takes items in one after another: finds the claim of each and makes the edits that it asks for.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::super::as_of::KnownHistory;
use super::alike::{same_words, short};
use super::answering::readers;
use super::earlier::EarlierTexts;
use super::item::{Content, ImportItem, ItemForm};
use super::meet::{Marking, Meeting};
use super::place::{Stand, TextPlaces, quotes};
use super::states::States;
use super::told::{Back, ImportHand, ImportOutcome, Told};
use super::voice::Voice;
use super::{bodies, earlier, echo, record, rows};
use crate::review::{Article, Change, Claim, ClaimId, Edit, Origin, Session, Span, are_same_words, field};

/// Cards whose numbers must be right before the number of another one is believed: one may be right by chance.
const FEWEST_NUMBERED: usize = 2;

/// Where an item belongs.
enum FoundItem {
    /// To this claim.
    Claim(ClaimId),
    /// To words that no claim sits on.
    Words(Span),
    /// Nowhere; why.
    Nowhere(String),
}

/// Which words an item was said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SaidOn {
    /// Those that stand there now.
    These,
    /// Others: of an earlier draft, of a correction, or changed on the way. A verdict on them is none on those that stand.
    Others,
}

/// A copy of the session that edits are tried on, so that each builds on those before it.
pub(super) struct Working<'a> {
    before: &'a Session,
    now: Session,
    places: TextPlaces,
    earlier: EarlierTexts,
    states: States,
    /// Where the claim that was found last begins, in bytes.
    near: usize,
    hand: &'a ImportHand,
    /// The claims of items by their keys, and whether the item was a card of ours.
    threads: HashMap<String, (ClaimId, bool)>,
    /// True when the numbers on the file's cards are those of this session.
    is_ours: bool,
    /// Who checks the session, by their plain names.
    readers: Arc<HashSet<String>>,
    edits: Vec<Edit>,
    told: BTreeMap<usize, Told>,
}

impl<'a> Working<'a> {
    /// Nothing taken in yet, of a file that knows so much of the history.
    pub(super) fn new(session: &'a Session, hand: &'a ImportHand, known: &KnownHistory) -> Self {
        Self {
            before: session,
            now: session.clone(),
            places: TextPlaces::new(session.article.text()),
            earlier: EarlierTexts::of(session),
            states: States::of_file(session, known),
            near: 0,
            hand,
            threads: HashMap::new(),
            is_ours: false,
            readers: Arc::new(readers(session, hand)),
            edits: Vec::new(),
            told: BTreeMap::new(),
        }
    }

    /// Takes all items in: what replies to another after that other.
    pub(super) fn take_all(mut self, items: Vec<ImportItem>) -> Back {
        self.is_ours = self.has_numbers_of(&items);
        let mut waiting: Vec<(usize, ImportItem)> = items.into_iter().enumerate().collect();
        loop {
            let all = waiting.len();
            let keys: Vec<String> =
                waiting.iter().map(|(_, item)| item.key.clone()).filter(|key| !key.is_empty()).collect();
            let keys: std::collections::HashSet<String> = keys.into_iter().collect();
            let mut later = Vec::new();
            for (at, item) in waiting {
                if item
                    .replies_to
                    .as_ref()
                    .is_some_and(|to| keys.contains(to) && *to != item.key && !self.threads.contains_key(to))
                {
                    later.push((at, item));
                } else {
                    self.take(at, item);
                }
            }
            // What still waits replies in a circle, or to what could not be placed.
            if later.is_empty() || later.len() == all {
                for (at, item) in later {
                    self.take(at, ImportItem { replies_to: None, ..item });
                }
                break;
            }
            waiting = later;
        }
        Back { edits: self.edits, told: self.told.into_values().collect() }
    }

    /// True when at least two cards stand on words of claims that have the cards' numbers, and none on those of a claim that has another.
    fn has_numbers_of(&self, items: &[ImportItem]) -> bool {
        let agrees = items.iter().filter_map(|item| {
            let Content::Card(_, text, _) = &item.content else { return None };
            let number = echo::number(text)?;
            let Stand::Here(span) = self.places.find(&self.now.article, &item.quote, 0) else { return None };
            let FoundItem::Claim(id) = self.at(span, item) else { return None };
            Some(self.now.claims().by_id(&id)?.number.to_string() == number)
        });
        let agrees: Vec<bool> = agrees.collect();
        agrees.len() >= FEWEST_NUMBERED && agrees.into_iter().all(|agrees| agrees)
    }

    fn take(&mut self, at: usize, item: ImportItem) {
        let (found, words) = self.found(&item);
        let (claim, outcome) = match found {
            FoundItem::Claim(id) if self.is_the_writers(&item) => (Some(id), ImportOutcome::Same),
            FoundItem::Words(_) | FoundItem::Nowhere(_) if self.is_the_writers(&item) => (None, ImportOutcome::Same),
            FoundItem::Claim(id) => {
                let outcome = self.change(&id, &item, words);
                (Some(id), outcome)
            }
            FoundItem::Words(span) if item.may_add => self.add(span, &item, words),
            FoundItem::Words(_) => (None, ImportOutcome::Left("no claim sits on its words".to_owned())),
            FoundItem::Nowhere(why) => (None, ImportOutcome::Left(why)),
        };
        if let Some(claim) = claim.as_ref().and_then(|id| self.now.claims().by_id(id)) {
            self.near = claim.span.start;
            let card = matches!(item.content, Content::Card(..))
                || matches!(item.content, Content::Record(_, _, true) | Content::Bodies(_, true));
            // Where a card of ours answers the writer's comment, what is said below it is said to the card.
            if let Some(root) = item.replies_to.as_ref().and_then(|root| self.threads.get_mut(root)) {
                root.1 |= card;
            }
            self.threads.insert(item.key, (claim.id.clone(), card));
        }
        let claim = claim.and_then(|id| self.before.claims().index_of(&id)).map(|index| index + 1);
        self.told.insert(at, Told { item: item.name, claim, outcome });
    }

    /// True when the item is what the writer said about the article before the check: it is held beside the article already.
    fn is_the_writers(&self, item: &ImportItem) -> bool {
        let Content::Bodies(said, false) = &item.content else { return false };
        let past = self.before.drafts.iter().filter_map(|past| past.article.as_ref());
        let mut notes = past.chain([&self.before.article]).flat_map(Article::annotations);
        let (by, words) = (item.by.as_deref(), said.iter().map(|body| &*body.words).collect::<Vec<_>>().join("\n"));
        notes.any(|note| note.by.as_deref() == by && same_words(&note.text, &words))
    }

    /// The claim that an item belongs to: that of what it replies to; by its id, if the words agree or none are quoted; by its words,
    /// as they stand now, in a correction, or in an earlier draft. Failing that, where the words stand.
    fn found(&self, item: &ImportItem) -> (FoundItem, SaidOn) {
        let stands = |found: FoundItem| (found, SaidOn::These);
        if let Content::Unread(why) = &item.content {
            return stands(FoundItem::Nowhere(why.clone()));
        }
        // A card of ours says itself whose it is, in whatever thread it lies.
        let number = if let Content::Card(_, text, _) = &item.content { echo::number(text) } else { None };
        let other = |id: &ClaimId| {
            let claim = self.now.any_claim(id);
            number.is_some_and(|number| claim.is_some_and(|claim| claim.number.to_string() != number))
        };
        let thread = item.replies_to.as_ref().and_then(|to| self.threads.get(to));
        if let Some((claim, _)) = thread.filter(|(claim, _)| !other(claim)) {
            return stands(FoundItem::Claim(claim.clone()));
        }
        let session = &self.now;
        let known = item.id.as_deref().and_then(|id| session.any_claim(&id.into()));
        if let Some(apart) = known.filter(|claim| {
            claim.is_apart() && (item.quote.exact.trim().is_empty() || quotes(session.words_of(claim), &item.quote))
        }) {
            return (FoundItem::Claim(apart.id.clone()), SaidOn::Others);
        }
        let named = known.filter(|claim| !claim.is_apart());
        let bare = item.quote.exact.trim().is_empty();
        if let Some(claim) = named
            && (bare || quotes(session.exact(claim), &item.quote))
        {
            let said = if bare && self.reworded(claim).is_some() { SaidOn::Others } else { SaidOn::These };
            return (FoundItem::Claim(claim.id.clone()), said);
        }
        if bare {
            return stands(FoundItem::Nowhere("it quotes no words".to_owned()));
        }
        stands(match self.places.find(&session.article, &item.quote, self.near) {
            Stand::Here(span) => {
                let found = self.at(span, item);
                // What was said of a part of a claim's words was not said of them all.
                let part = |id: &ClaimId| {
                    let claim = session.claims().by_id(id);
                    claim.is_some_and(|claim| !are_same_words(session.article.words(span), session.exact(claim)))
                };
                let on_part = matches!(&found, FoundItem::Claim(id) if part(id));
                return (found, if on_part { SaidOn::Others } else { SaidOn::These });
            }
            Stand::Many(places) => match named {
                Some(claim) => FoundItem::Claim(claim.id.clone()),
                None => FoundItem::Nowhere(format!(
                    "its words stand in {places} places, and nothing tells which is meant: {}",
                    short(&item.quote.exact)
                )),
            },
            Stand::Nowhere => return (self.once(item, named), SaidOn::Others),
        })
    }

    /// The words that a claim had in the file, where these are known for sure and others now.
    fn reworded(&self, claim: &Claim) -> Option<String> {
        let past = self.states.of(claim);
        let then = past.shown.last().filter(|_| past.is_sure)?;
        let words = then.session.exact(then);
        (!same_words(words, self.now.exact(claim))).then(|| words.to_owned())
    }

    /// What sits on words that were found.
    fn at(&self, span: Span, item: &ImportItem) -> FoundItem {
        let touching = || self.now.claims().touching(span).map(|(_, claim)| claim);
        let exact = touching().find(|claim| claim.span == span);
        let around = || touching().filter(|claim| claim.span.covers(span)).min_by_key(|claim| claim.span.len());
        let claim = exact.or_else(|| if item.may_add { None } else { around() });
        claim.map_or(FoundItem::Words(span), |claim| FoundItem::Claim(claim.id.clone()))
    }

    /// Where words belong that the article has no longer, or not yet.
    fn once(&self, item: &ImportItem, named: Option<&Claim>) -> FoundItem {
        let gone = || {
            let apart = self.now.apart().iter().find(|claim| quotes(self.now.words_of(claim), &item.quote));
            let nowhere =
                || FoundItem::Nowhere(format!("its words are not in the article: {}", short(&item.quote.exact)));
            apart.map_or_else(nowhere, |claim| FoundItem::Claim(claim.id.clone()))
        };
        if let Some(id) = earlier::corrected(&self.now, &item.quote) {
            return FoundItem::Claim(id);
        }
        match self.earlier.span(&self.now.article, &item.quote) {
            Some(span) => {
                let touching = self.now.claims().touching(span).map(|(_, claim)| claim);
                let claim = touching.max_by_key(|claim| overlap(claim.span, span));
                claim.map_or(FoundItem::Words(span), |claim| FoundItem::Claim(claim.id.clone()))
            }
            // Of an item of ours the id is enough: the words may have been changed on the way, or be those of a draft that is not here.
            None => match (&item.content, named) {
                (
                    Content::Card(..)
                    | Content::Row(_)
                    | Content::SourceRow(_)
                    | Content::Record(_, _, true)
                    | Content::Bodies(_, true),
                    Some(claim),
                ) => FoundItem::Claim(claim.id.clone()),
                (Content::Card(form, text, _), None) => {
                    self.numbered(item, (*form, text)).map_or_else(gone, FoundItem::Claim)
                }
                _ => gone(),
            },
        }
    }

    /// The claim of the number that stands on a card, where the card is of this session: it says so, says what ours says, or lies beside
    /// cards whose words and numbers are those of this session.
    fn numbered(&self, item: &ImportItem, (form, text): (ItemForm, &str)) -> Option<ClaimId> {
        let number = echo::number(text)?;
        let (index, claim) = self.now.claims().iter().enumerate().find(|(_, one)| one.number.to_string() == number)?;
        let known = || item.as_of().is_some_and(|said| KnownHistory::read(said, self.before).is_some());
        let untouched = || echo::is_untouched(&self.states.of(claim).shown, index + 1, (form, text));
        (self.is_ours || known() || untouched()).then(|| claim.id.clone())
    }

    fn add(&mut self, span: Span, item: &ImportItem, on: SaidOn) -> (Option<ClaimId>, ImportOutcome) {
        let article = &self.now.article;
        let (start, words) = (article.code_point(span.start), article.words(span));
        let given = item.id.as_deref().map(ClaimId::from);
        let ids = given.into_iter().chain((7..=16).map(|digits| ClaimId::derive(start, words, digits)));
        let Some(id) = ids.into_iter().find(|id| self.now.claims().by_id(id).is_none()) else {
            return (None, ImportOutcome::Left("no id is free for a claim on its words".to_owned()));
        };
        let claim = Claim::new(id.clone(), span, Origin::Added);
        if let Err(why) = self.commit(Edit::of(id.clone(), Change::add(claim))) {
            return (None, ImportOutcome::Left(why));
        }
        let outcome = match self.change(&id, item, on) {
            ImportOutcome::Left(why) => ImportOutcome::Added(Vec::new(), vec![why]),
            ImportOutcome::Same => ImportOutcome::Added(Vec::new(), Vec::new()),
            ImportOutcome::Changed(told, kept) | ImportOutcome::Added(told, kept) => ImportOutcome::Added(told, kept),
        };
        (Some(id), outcome)
    }

    /// The claim before anything of `item` is taken in, and whether that is said of its words.
    fn meeting(&self, claim: Claim, item: &ImportItem, on: SaidOn) -> Meeting<'a> {
        let past = self.states.of(&claim);
        let quoted = || Some(item.quote.exact.clone()).filter(|words| !words.trim().is_empty());
        let once = || claim.is_apart().then(|| self.now.words_of(&claim).to_owned()).or_else(|| self.reworded(&claim));
        let elsewhere = (on == SaidOn::Others).then(|| quoted().or_else(once).unwrap_or_default());
        let unsaid = quoted().is_none() && item.replies_to.is_none() && !past.is_sure && !claim.is_apart();
        let earlier = || {
            let mut words = self.now.wordings(&claim).into_iter();
            words.find(|words| !same_words(words, self.now.exact(&claim))).map(str::to_owned)
        };
        let other = if unsaid { earlier() } else { None };
        let mut meeting = Meeting::new(claim, past, self.hand);
        meeting.is_ours = matches!(
            item.content,
            Content::Card(..) | Content::Row(_) | Content::Record(_, _, true) | Content::Bodies(_, true)
        );
        (meeting.elsewhere, meeting.unsaid) = (elsewhere, other);
        meeting.is_foreign = item.as_of().is_some_and(|said| KnownHistory::read(said, self.before).is_none());
        meeting.readers = Arc::clone(&self.readers);
        meeting
    }

    /// Makes the edits that an item asks of a claim.
    fn change(&mut self, id: &ClaimId, item: &ImportItem, on: SaidOn) -> ImportOutcome {
        let Some(claim) = self.now.any_claim(id).cloned() else {
            return ImportOutcome::Left("its claim is gone".to_owned());
        };
        let place = self.before.claims().index_of(id).map_or(0, |index| index + 1);
        let mut meeting = self.meeting(claim, item, on);
        let voice =
            Voice { by: item.by.clone().or_else(|| self.hand.writer.clone()), at: item.at.clone(), from: item.from };
        let to_card = item.replies_to.as_ref().and_then(|to| self.threads.get(to)).is_some_and(|(_, card)| *card);
        match &item.content {
            Content::Bodies(said, _) if to_card => {
                let (words, rest): (Vec<_>, Vec<_>) =
                    said.iter().cloned().partition(|body| body.purpose == "commenting");
                for body in &words {
                    echo::reply(&mut meeting, &body.words, &voice);
                }
                bodies::take(&mut meeting, &rest, &voice);
            }
            Content::Bodies(said, true) => bodies::ours(&mut meeting, said, (item.signed.as_ref(), None), &voice),
            Content::Bodies(said, false) => bodies::take(&mut meeting, said, &voice),
            Content::Card(form, text, tags) => {
                let signed = item.signed.as_ref();
                if let Some(tags) = tags {
                    let marker = meeting.marker(signed.map(|signed| meeting.spelled(signed)).as_ref(), &voice);
                    echo::tags(&mut meeting, tags, &marker);
                }
                echo::take(&mut meeting, place, (*form, text), (&voice, signed));
            }
            Content::Row(cells) => rows::claim(&mut meeting, place, cells, &voice),
            Content::SourceRow(cells) => rows::source(&mut meeting, cells, &voice),
            // Of another session's annotation the record says all.
            Content::Record(record, _, false) => record::theirs(&mut meeting, record, &voice),
            Content::Record(record, said, true) => {
                record::whole(&mut meeting, record, said, (item.signed.as_ref(), &voice));
            }
            Content::Answer(query, words) => meeting.answer(query, words, &voice),
            Content::Unread(why) => meeting.kept.push(why.clone()),
        }
        self.settle(id, meeting)
    }

    /// Does what a meeting came to.
    fn settle(&mut self, id: &ClaimId, mut meeting: Meeting<'_>) -> ImportOutcome {
        for Marking { verdict, by, at } in std::mem::take(&mut meeting.marks) {
            let claim = self.now.claims().by_id(id);
            let change = claim.and_then(|claim| field::marked(claim, Some(verdict), &by, &at));
            if let Some(Err(why)) = change.map(|change| self.commit(Edit::of(id.clone(), change))) {
                meeting.kept.push(why);
            }
        }
        for change in meeting.changes() {
            if let Err(why) = self.commit(Edit::of(id.clone(), change)) {
                meeting.kept.push(why);
            }
        }
        let Meeting { told, kept, .. } = meeting;
        match (told.is_empty(), kept.is_empty()) {
            (true, true) => ImportOutcome::Same,
            (true, false) => ImportOutcome::Left(kept.join("; ")),
            (false, _) => ImportOutcome::Changed(told, kept),
        }
    }

    fn commit(&mut self, edit: Edit) -> Result<(), String> {
        self.now.commit(edit.clone(), &self.hand.by, &self.hand.at).map_err(|error| error.to_string())?;
        self.edits.push(edit);
        Ok(())
    }
}

/// Bytes that two spans share.
fn overlap(one: Span, other: Span) -> usize {
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}
