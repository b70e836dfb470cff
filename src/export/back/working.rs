//! Takes items in one after another: finds the claim of each and makes the edits that it asks for.

use std::collections::HashSet;
use std::sync::Arc;

use super::super::as_of::KnownHistory;
use super::alike::{same_words, short};
use super::answering::readers;
use super::finder::{FoundItem, ItemFinder, SaidOn};
use super::item::{Content, ImportItem};
use super::meet::{Marking, Meeting};
use super::told::{Back, ImportHand, ImportOutcome, Told};
use super::voice::Voice;
use super::{bodies, echo, meant, record, rows};
use crate::review::{Article, Change, Claim, ClaimId, Edit, Origin, Session, Source, Span, field};

/// A copy of the session that edits are tried on, so that each builds on those before it.
pub(super) struct Working<'a> {
    before: &'a Session,
    now: Session,
    finder: ItemFinder,
    /// The draft that the file is of at the least.
    of: u32,
    hand: &'a ImportHand,
    /// Who checks the session, by their plain names.
    readers: Arc<HashSet<String>>,
    edits: Vec<Edit>,
    /// What became of the items, by their places in the file.
    told: Vec<(usize, Told)>,
}

impl<'a> Working<'a> {
    /// Takes in all `items` of a file that knows so much of the history: what replies to another after that other.
    pub(super) fn taken(
        session: &'a Session,
        hand: &'a ImportHand,
        known: &KnownHistory,
        items: Vec<ImportItem>,
    ) -> Back {
        let mut working = Self {
            before: session,
            now: session.clone(),
            finder: ItemFinder::new(session, known, &items),
            of: meant::draft_of(&items, session),
            hand,
            readers: Arc::new(readers(session, hand)),
            edits: Vec::new(),
            told: Vec::new(),
        };
        working.take_all(items);
        working.told.sort_by_key(|(at, _)| *at);
        Back { edits: working.edits, told: working.told.into_iter().map(|(_, told)| told).collect() }
    }

    fn take_all(&mut self, items: Vec<ImportItem>) {
        let mut waiting: Vec<(usize, ImportItem)> = items.into_iter().enumerate().collect();
        loop {
            let all = waiting.len();
            let keys: Vec<String> =
                waiting.iter().map(|(_, item)| item.key.clone()).filter(|key| !key.is_empty()).collect();
            let keys: HashSet<String> = keys.into_iter().collect();
            let mut later = Vec::new();
            for (at, item) in waiting {
                if item
                    .replies_to
                    .as_ref()
                    .is_some_and(|to| keys.contains(to) && *to != item.key && !self.finder.knows(to))
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
    }

    fn take(&mut self, at: usize, item: ImportItem) {
        if let Content::SourceTable(listed) = &item.content {
            return self.missing(at, listed);
        }
        let (found, words) = self.finder.found(&self.now, &item);
        let (claim, outcome) = match found {
            FoundItem::Claim(id) if self.is_the_writers(&item) => (Some(id), ImportOutcome::Same),
            FoundItem::Together(_) | FoundItem::Words(_) | FoundItem::Nowhere(_) if self.is_the_writers(&item) => {
                (None, ImportOutcome::Same)
            }
            FoundItem::Claim(id) => {
                let outcome = self.change(&id, &item, words);
                (Some(id), outcome)
            }
            FoundItem::Together(ids) => self.together(&ids, &item),
            FoundItem::Words(span) if item.may_add => self.add(span, &item, words),
            FoundItem::Words(_) => (None, ImportOutcome::Left(format!("no claim sits on its words{}", said(&item)))),
            FoundItem::Nowhere(why) => (None, ImportOutcome::Left(why + &said(&item))),
        };
        if let Some(id) = &claim {
            self.finder.remember(&self.now, id, &item);
        }
        let claim = claim.filter(|id| self.before.any_claim(id).is_some());
        self.told.push((at, Told { item: item.name, claim, outcome }));
    }

    /// True when the item is what the writer said about the article before the check: it is held beside the article already.
    fn is_the_writers(&self, item: &ImportItem) -> bool {
        let Content::Bodies(said, false) = &item.content else { return false };
        // What was said to a card of ours is of after it, though the article was read with it since.
        if self.finder.is_to_card(item) {
            return false;
        }
        let past = self.before.drafts.iter().filter_map(|past| past.article.as_ref());
        let mut notes = past.chain([&self.before.article]).flat_map(Article::annotations);
        let (by, words) = (item.by.as_deref(), said.iter().map(|body| &*body.words).collect::<Vec<_>>().join("\n"));
        notes.any(|note| note.by.as_deref() == by && same_words(&note.text, &words))
    }

    /// Says of each source that the file had when it was made, and that is not among those `listed` in its table, that it stays.
    fn missing(&mut self, at: usize, listed: &[(String, String)]) {
        for claim in self.now.claims().iter().chain(self.now.apart()) {
            let past = self.finder.states.of(claim);
            let Some(then) = past.shown.last().filter(|_| past.is_sure) else { continue };
            let is_listed =
                |source: &Source| listed.iter().any(|(of, id)| *of == *claim.id.as_str() && *id == source.id);
            // What is confidential was perhaps never in it.
            let gone = then.record.sources.iter().filter(|source| !source.confidential && !is_listed(source));
            let stays = |source: &&Source| claim.record.sources.iter().any(|held| held.id == source.id);
            self.told.extend(gone.filter(stays).map(|source| {
                let name = [&source.title, &source.url, &source.quote].into_iter().find(|name| !name.trim().is_empty());
                let why = format!("a source that was taken out stays: {}", short(name.unwrap_or(&source.id)));
                (
                    at,
                    Told {
                        item: "source".to_owned(),
                        claim: Some(claim.id.clone()),
                        outcome: ImportOutcome::Left(why),
                    },
                )
            }));
        }
    }

    /// Takes in what is said of the words of several claims at once: a remark on the first of them, which names them all.
    fn together(&mut self, ids: &[ClaimId], item: &ImportItem) -> (Option<ClaimId>, ImportOutcome) {
        let Some(first) = ids.first() else { return (None, ImportOutcome::Same) };
        let numbers = ids.iter().filter_map(|id| self.now.claims().by_id(id)).map(|claim| claim.number.to_string());
        let all = numbers.collect::<Vec<_>>().join(", ");
        let mut item = item.clone();
        if let Content::Bodies(said, _) = &mut item.content
            && let Some(last) = said.iter_mut().rev().find(|body| !body.words.trim().is_empty())
        {
            last.words = format!("{} (on the words of claims {all})", last.words.trim_end());
        }
        (Some(first.clone()), self.change(first, &item, SaidOn::Others))
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
        let past = self.finder.states.of(&claim);
        let quoted = || Some(item.quote.exact.clone()).filter(|words| !words.trim().is_empty());
        let once = || {
            claim
                .is_apart()
                .then(|| self.now.words_of(&claim).to_owned())
                .or_else(|| self.finder.reworded(&self.now, &claim))
        };
        let elsewhere = (on == SaidOn::Others).then(|| quoted().or_else(once).unwrap_or_default());
        let elsewhere = elsewhere.or_else(|| meant::otherwise(&self.now, &claim, &past, (item, self.of)));
        let unsaid = quoted().is_none() && item.replies_to.is_none() && !past.is_sure && !claim.is_apart();
        let earlier = || {
            let mut words = self.now.wordings(&claim).into_iter();
            words.find(|words| !same_words(words, self.now.exact(&claim))).map(str::to_owned)
        };
        let other = if unsaid { earlier() } else { None };
        let flag = self.now.dismissal(&claim).filter(|_| claim.is_flagged());
        let mut meeting = Meeting::new(claim, past, self.hand);
        meeting.flag = flag;
        meeting.is_ours = matches!(
            item.content,
            Content::Card(..) | Content::Row(_) | Content::Record(_, _, true) | Content::Bodies(_, true)
        );
        (meeting.elsewhere, meeting.unsaid) = (elsewhere, other);
        meeting.first = self.before.any_claim(&meeting.now.id).cloned();
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
        let to_card = self.finder.is_to_card(item);
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
                    let signed = signed.map(|signed| meeting.spelled(signed));
                    let said: Vec<&str> = tags.iter().map(String::as_str).collect();
                    let marker = meeting.marker(signed.as_ref(), &voice, &said);
                    echo::tags(&mut meeting, tags, &marker);
                }
                echo::take(&mut meeting, place, (*form, text), (&voice, signed));
            }
            Content::Row(cells) => rows::claim(&mut meeting, place, cells, (&voice, item.by.is_some())),
            Content::SourceRow(cells) => rows::source(&mut meeting, place, cells, &voice),
            // Of another session's annotation the record says all.
            Content::Record(record, _, false) => record::theirs(&mut meeting, record, &voice),
            Content::Record(record, said, true) => {
                record::whole(&mut meeting, record, said, (item.signed.as_ref(), &voice));
            }
            Content::Answer(query, words) => meeting.answer(query, words, &voice),
            Content::Reply(query, words) => meeting.reply(query, words, &voice),
            Content::Right(reply, words) => meeting.replied(reply, words, &voice),
            Content::Unread(why) => meeting.kept.push(why.clone()),
            Content::SourceTable(_) => {}
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

/// What a comment says that can't be placed, so that it is not lost.
fn said(item: &ImportItem) -> String {
    match &item.content {
        Content::Bodies(..) => match item.content.words() {
            words if words.trim().is_empty() => String::new(),
            words => format!("; it says {}", short(&words)),
        },
        Content::Card(..)
        | Content::Row(_)
        | Content::SourceRow(_)
        | Content::SourceTable(_)
        | Content::Record(..)
        | Content::Answer(..)
        | Content::Reply(..)
        | Content::Right(..)
        | Content::Unread(_) => String::new(),
    }
}
