//! Takes items in one after another: finds the claim of each and makes the edits that it asks for.

use std::sync::Arc;

use super::super::card::{self, Card};
use super::super::docx::comments;
use super::super::link;
use super::super::xml::lawful;
use super::item::{Item, Says};
use super::place::Places;
use super::{Back, Hand, Outcome, Told};
use crate::review::{
    Change, Claim, ClaimId, Correction, CorrectionStatus, Edit, Origin, Query, QueryStatus, Session, Source, Span,
    Verdict, field,
};

/// A copy of the session that edits are tried on, so that each builds on those before it.
pub(super) struct Working<'a> {
    before: &'a Session,
    now: Session,
    places: Places,
    /// Where the claim that was found last begins, in bytes.
    near: usize,
    hand: &'a Hand,
    back: Back,
}

impl<'a> Working<'a> {
    /// Nothing taken in yet.
    pub(super) fn new(session: &'a Session, hand: &'a Hand) -> Self {
        let places = Places::new(&session.article);
        Self { before: session, now: session.clone(), places, near: 0, hand, back: Back::default() }
    }

    /// What everything came to.
    pub(super) fn finish(self) -> Back {
        self.back
    }

    /// Takes one item in.
    pub(super) fn take(&mut self, item: Item) {
        let found = self.claim_of(&item);
        if let Some(claim) = found.as_ref().ok().and_then(|id| self.now.claims().by_id(id)) {
            self.near = claim.span.start;
        }
        let outcome = match found {
            Ok(ref id) => self.change(id, &item),
            Err(Some(span)) if item.may_add => self.add(span, &item),
            Err(Some(_)) => Outcome::Left("no claim sits on its words".to_owned()),
            Err(None) if item.quote.exact.trim().is_empty() => Outcome::Left("it quotes no words".to_owned()),
            Err(None) => Outcome::Left(format!("its words are not in the article: “{}”", short(&item.quote.exact))),
        };
        let claim = found.ok().and_then(|id| self.before.claims().index_of(&id)).map(|index| index + 1);
        self.back.told.push(Told { item: item.name, claim, outcome });
    }

    /// The claim that an item belongs to: by its id, if the words agree or none are quoted; else by its words. Failing that,
    /// where the words stand.
    fn claim_of(&self, item: &Item) -> Result<ClaimId, Option<Span>> {
        let session = &self.now;
        let named = item.id.as_deref().and_then(|id| session.claims().by_id(&id.into()));
        if let Some(claim) = named
            && (item.quote.exact.trim().is_empty() || same_words(session.exact(claim), &item.quote.exact))
        {
            return Ok(claim.id.clone());
        }
        let span = self.places.find(&session.article, &item.quote, self.near).ok_or(None)?;
        let touching = || session.claims().touching(span).map(|(_, claim)| claim);
        let exact = touching().find(|claim| claim.span == span);
        let around = || touching().filter(|claim| claim.span.covers(span)).min_by_key(|claim| claim.span.len());
        let claim = exact.or_else(|| if item.may_add { None } else { around() });
        claim.map(|claim| claim.id.clone()).ok_or(Some(span))
    }

    fn add(&mut self, span: Span, item: &Item) -> Outcome {
        let article = &self.now.article;
        let (start, words) = (article.code_point(span.start), article.words(span));
        let ids = (7..=16).map(|digits| ClaimId::derive(start, words, digits));
        let Some(id) = ids.into_iter().find(|id| self.now.claims().by_id(id).is_none()) else {
            return Outcome::Left("no id is free for a claim on its words".to_owned());
        };
        let claim = Claim::new(id.clone(), span, Origin::Added);
        match self.commit(Edit::of(id.clone(), Change::add(claim))) {
            Err(why) => Outcome::Left(why),
            Ok(()) => match self.change(&id, item) {
                Outcome::Left(why) => Outcome::Left(why),
                Outcome::Same | Outcome::Changed(_) | Outcome::Added => Outcome::Added,
            },
        }
    }

    /// Makes the edits that lead a claim to what an item says about it.
    fn change(&mut self, id: &ClaimId, item: &Item) -> Outcome {
        let Some(claim) = self.now.claims().by_id(id).cloned() else {
            return Outcome::Left("its claim is gone".to_owned());
        };
        let mut says = item.says.clone();
        if item.echoes {
            let number = self.before.claims().index_of(id).map_or(0, |index| index + 1);
            says.remark = says.remark.and_then(|remark| fresh(&remark, &card::card(self.before, number, &claim)));
        }
        let changes = match self.changes(&claim, &says, item.by.as_deref()) {
            Ok(changes) => changes,
            Err(why) => return Outcome::Left(why),
        };
        let mut names = Vec::new();
        for (name, change) in changes {
            if let Err(why) = self.commit(Edit::of(id.clone(), change)) {
                return Outcome::Left(why);
            }
            names.push(name);
        }
        if names.is_empty() { Outcome::Same } else { Outcome::Changed(names) }
    }

    fn commit(&mut self, edit: Edit) -> Result<(), String> {
        self.now.commit(edit.clone(), &self.hand.by, &self.hand.at).map_err(|error| error.to_string())?;
        self.back.edits.push(edit);
        Ok(())
    }

    fn changes(&self, claim: &Claim, says: &Says, by: Option<&str>) -> Result<Vec<(&'static str, Change)>, String> {
        let mut changes: Vec<Option<(&'static str, Change)>> = Vec::new();
        if let Some(word) = &says.verdict
            && let Some((change, settles)) = self.verdict(claim, word.trim(), by)?
        {
            if settles {
                // A verdict says that there was something to check after all.
                changes.push(named("dismissed", Change::of(claim, &field::DISMISSED, |claim| claim.dismissed = false)));
            }
            changes.push(named("verdict", Some(change)));
        }
        let record = &claim.record;
        let (note, queries) = remarked(claim, says, by);
        if let Some(note) = note.filter(|note| differs(note, &record.note)) {
            changes.push(named("note", Change::of(claim, &field::NOTE, |claim| claim.record.note = note)));
        }
        if let Some(words) = says.statement.clone().filter(|words| differs(words, &claim.statement)) {
            changes.push(named("statement", Change::of(claim, &field::STATEMENT, |claim| claim.statement = words)));
        }
        changes.push(named("correction", corrected(claim, says)));
        changes.push(named("query", Change::of(claim, &field::QUERIES, |claim| claim.record.queries = queries)));
        let joined = |tags: &[String]| tags.join(",").replace(", ", ",");
        if let Some(tags) = says.tags.clone().filter(|tags| joined(tags) != joined(&record.tags)) {
            changes.push(named("tags", Change::of(claim, &field::TAGS, |claim| claim.record.tags = tags)));
        }
        let sources = linked(&record.sources, &says.links);
        changes.push(named("sources", Change::of(claim, &field::SOURCES, |claim| claim.record.sources = sources)));
        Ok(changes.into_iter().flatten().collect())
    }

    /// The edit to the verdict `word`, and whether that is one; none when the claim has it.
    fn verdict(&self, claim: &Claim, word: &str, by: Option<&str>) -> Result<Option<(Change, bool)>, String> {
        let now = claim.mark.as_ref().map_or("", |mark| mark.verdict.as_str());
        let word = if word == "unchecked" { "" } else { word };
        if word == now {
            return Ok(None);
        }
        let verdict = Verdict::from(word.to_lowercase().as_str());
        if !word.is_empty() && !Verdict::KNOWN.contains(&verdict) {
            return Err(format!("“{}” is no verdict", short(word)));
        }
        let by: Arc<str> = by.map_or_else(|| Arc::clone(&self.hand.by), Into::into);
        let change = field::marked(claim, (!word.is_empty()).then_some(verdict), &by, &self.hand.at);
        Ok(change.map(|change| (change, !word.is_empty())))
    }
}

/// A change under the name that it is told by.
fn named(name: &'static str, change: Option<Change>) -> Option<(&'static str, Change)> {
    change.map(|change| (name, change))
}

/// The lines of `remark` that our own comment did not say; word processors part and join its lines as they like.
fn fresh(remark: &str, card: &Card<'_>) -> Option<String> {
    let ours = comments::lines(card).join("\n");
    let ours: Vec<String> = lawful(&ours).split(['\n', '\u{2028}']).map(flattened).collect();
    let said: Vec<&str> = remark.split(['\n', '\u{2028}']).map(str::trim).collect();
    let said: Vec<&str> =
        said.into_iter().filter(|line| !line.is_empty() && !ours.contains(&flattened(line))).collect();
    (!said.is_empty()).then(|| said.join("\n"))
}

/// The note and the queries as an item has them. A remark answers an open question; else it is added to the note, once.
fn remarked(claim: &Claim, says: &Says, by: Option<&str>) -> (Option<String>, Vec<Query>) {
    let record = &claim.record;
    let (mut note, mut queries) = (says.note.clone(), record.queries.clone());
    if let Some(question) = says.question.as_ref().filter(|question| !question.trim().is_empty()) {
        if queries.is_empty() {
            queries.push(Query::to_author(&[]));
        }
        line_by_line(&mut queries, question, |query| &mut query.question);
    }
    if let Some(answer) = &says.answer {
        let before = queries.clone();
        line_by_line(&mut queries, answer, |query| &mut query.answer);
        for (query, old) in queries.iter_mut().zip(before).filter(|(query, old)| query.answer != old.answer) {
            let answer = std::mem::replace(&mut query.answer, old.answer);
            answered(query, &answer);
        }
    }
    if let Some(remark) = &says.remark {
        let open = queries.iter().position(Query::is_open);
        if let Some(query) = open.and_then(|at| queries.get_mut(at)) {
            answered(query, remark);
        } else if !queries.iter().any(|query| query.answer == *remark) {
            let line = by.map_or_else(|| remark.clone(), |by| format!("{by}: {remark}"));
            let old = note.as_ref().unwrap_or(&record.note).trim_end();
            if !old.contains(&line) {
                note = Some(if old.is_empty() { line } else { format!("{old}\n{line}") });
            }
        }
    }
    (note, queries)
}

/// Puts what a cell says into the texts of things: all of it into the one, else a line into each.
fn line_by_line<T>(things: &mut [T], cell: &str, text: fn(&mut T) -> &mut String) {
    if let [one] = things {
        if differs(cell, text(one)) {
            cell.clone_into(text(one));
        }
        return;
    }
    if cell.lines().count() == things.len() {
        for (thing, line) in things.iter_mut().zip(cell.lines()) {
            if differs(line, &text(thing).replace('\n', " ")) {
                line.clone_into(text(thing));
            }
        }
    }
}

/// Puts an answer in; a status that said open no longer holds.
fn answered(query: &mut Query, answer: &str) {
    answer.clone_into(&mut query.answer);
    if query.status == Some(QueryStatus::Open) && !answer.trim().is_empty() {
        query.status = Some(QueryStatus::Answered);
    }
}

/// The corrections as an item has them; `None` when that is no change.
fn corrected(claim: &Claim, says: &Says) -> Option<Change> {
    let words = says.correction.as_ref()?;
    Change::of(claim, &field::CORRECTIONS, |claim| {
        let held = &mut claim.record.corrections;
        match held.as_mut_slice() {
            [] if words.trim().is_empty() => {}
            [] => held.push(Correction::proposed(words, &[])),
            [one] if !differs(words, &one.text) => {}
            [_] if words.trim().is_empty() => held.clear(),
            [one] => {
                words.clone_into(&mut one.text);
                one.status = CorrectionStatus::Proposed;
            }
            several => line_by_line(several, words, |one| &mut one.text),
        }
    })
}

/// `sources` with those links that are not among them.
fn linked(sources: &[Source], links: &[(String, String)]) -> Vec<Source> {
    let mut sources = sources.to_vec();
    for (url, title) in links {
        let known = |source: &Source| {
            let checked = link::checked(&source.url);
            (!url.is_empty() && (source.url == *url || checked.as_ref() == Some(url)))
                || (!title.is_empty() && url.is_empty() && (source.title == *title || source.url == *title))
        };
        if sources.iter().any(known) {
            continue;
        }
        let id = Source::fresh_id(&sources);
        sources.push(Source { id, title: title.clone(), url: url.clone(), ..Source::default() });
    }
    sources
}

/// True when two texts differ in more than what exports change: NUL, line ends, blanks at the end.
fn differs(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.replace("\r\n", "\n").replace('\0', "\u{fffd}").trim_end().to_owned();
    plain(one) != plain(other)
}

fn flattened(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

fn short(words: &str) -> String {
    let mut short: String = flattened(words).chars().take(60).collect();
    if short.chars().count() == 60 {
        short.push('…');
    }
    short
}
