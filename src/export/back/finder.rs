//! Finds the claim that an item belongs to: by what it replies to, by its id or number, by its words, or by where these went.

use std::collections::HashMap;

use super::super::as_of::KnownHistory;
use super::alike::{same_words, short, squeezed};
use super::earlier::{self, EarlierTexts};
use super::echo;
use super::item::{Content, ImportItem, ItemForm};
use super::place::{Stand, TextPlaces, quotes};
use super::states::States;
use crate::review::{Claim, ClaimId, Session, Span, are_same_words};

/// Cards whose numbers must be right before the number of another one is believed: one may be right by chance.
const FEWEST_NUMBERED: usize = 2;

/// Where an item belongs.
pub(super) enum FoundItem {
    /// To this claim.
    Claim(ClaimId),
    /// To all of these claims together, whose words it is said of in one.
    Together(Vec<ClaimId>),
    /// To words that no claim sits on.
    Words(Span),
    /// Nowhere; why.
    Nowhere(String),
}

/// Which words an item was said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SaidOn {
    /// Those that stand there now.
    These,
    /// Others: of an earlier draft, of a correction, or changed on the way. A verdict on them is none on those that stand.
    Others,
}

/// What tells where the items of one file belong.
pub(super) struct ItemFinder {
    places: TextPlaces,
    earlier: EarlierTexts,
    /// What is known of the past of claims.
    pub(super) states: States,
    /// Where the claim that was found last begins, in bytes.
    near: usize,
    /// The claims of items by their keys, and whether the item was a card of ours.
    threads: HashMap<String, (ClaimId, bool)>,
    /// True when the numbers on the file's cards are those of this session.
    has_our_cards: bool,
    /// True unless a row of the file shows a number on a claim that has another.
    has_our_rows: bool,
}

impl ItemFinder {
    /// Of a file that knows so much of the history of `session`.
    pub(super) fn new(session: &Session, known: &KnownHistory, items: &[ImportItem]) -> Self {
        let mut finder = Self {
            places: TextPlaces::new(session.article.text()),
            earlier: EarlierTexts::of(session),
            states: States::of_file(session, known),
            near: 0,
            threads: HashMap::new(),
            has_our_cards: false,
            has_our_rows: true,
        };
        let numbers = |number: fn(&ImportItem) -> Option<&str>| -> Vec<bool> {
            let agrees = items.iter().filter_map(|item| finder.agrees(session, item, number(item)?));
            agrees.collect()
        };
        let (cards, rows) = (numbers(on_card), numbers(in_row));
        finder.has_our_cards = cards.len() >= FEWEST_NUMBERED && cards.into_iter().all(|agrees| agrees);
        finder.has_our_rows = rows.into_iter().all(|agrees| agrees);
        finder
    }

    /// Whether the claim that an item's id or words name has the number that stands on it; `None` when they name none.
    fn agrees(&self, session: &Session, item: &ImportItem, number: &str) -> Option<bool> {
        let by_id = || session.any_claim(&item.id.as_deref()?.into()).map(|claim| claim.id.clone());
        let by_words = || {
            let Stand::Here(span) = self.places.find(&session.article, &item.quote, 0) else { return None };
            let FoundItem::Claim(id) = at(session, span, item) else { return None };
            Some(id)
        };
        let id = by_id().or_else(by_words)?;
        Some(session.any_claim(&id)?.number.to_string().eq_ignore_ascii_case(number))
    }

    /// True when what the item replies to was found.
    pub(super) fn knows(&self, key: &str) -> bool {
        self.threads.contains_key(key)
    }

    /// True when the item replies to a card of ours.
    pub(super) fn is_to_card(&self, item: &ImportItem) -> bool {
        item.replies_to.as_ref().and_then(|to| self.threads.get(to)).is_some_and(|(_, card)| *card)
    }

    /// Remembers that an item was found to be of a claim.
    pub(super) fn remember(&mut self, session: &Session, id: &ClaimId, item: &ImportItem) {
        if let Some(claim) = session.claims().by_id(id) {
            self.near = claim.span.start;
        }
        let card = matches!(item.content, Content::Card(..))
            || matches!(item.content, Content::Record(_, _, true) | Content::Bodies(_, true));
        // Where a card of ours answers the writer's comment, what is said below it is said to the card.
        if let Some(root) = item.replies_to.as_ref().and_then(|root| self.threads.get_mut(root)) {
            root.1 |= card;
        }
        self.threads.insert(item.key.clone(), (id.clone(), card));
    }

    /// The claim that an item belongs to: that of what it replies to; by its id or number, if the words agree or none are quoted; by its
    /// words, as they stand now, in a correction, or in an earlier draft. Failing that, where the words stand.
    pub(super) fn found(&self, session: &Session, item: &ImportItem) -> (FoundItem, SaidOn) {
        let stands = |found: FoundItem| (found, SaidOn::These);
        let known = item.id.as_deref().and_then(|id| session.any_claim(&id.into()));
        if let Content::Unread(why) = &item.content {
            let nowhere = || FoundItem::Nowhere(why.clone());
            return stands(known.map_or_else(nowhere, |claim| FoundItem::Claim(claim.id.clone())));
        }
        // A card of ours says itself whose it is, in whatever thread it lies.
        let number = on_card(item);
        let other = |id: &ClaimId| {
            let claim = session.any_claim(id);
            number.is_some_and(|number| claim.is_some_and(|claim| claim.number.to_string() != number))
        };
        let thread = item.replies_to.as_ref().and_then(|to| self.threads.get(to));
        if let Some((claim, _)) = thread.filter(|(claim, _)| !other(claim)) {
            return stands(FoundItem::Claim(claim.clone()));
        }
        let bare = item.quote.exact.trim().is_empty();
        let known = known.or_else(|| self.in_row(session, item).filter(|_| bare && item.id.is_none()));
        if let Some(apart) =
            known.filter(|claim| claim.is_apart() && (bare || quotes(session.words_of(claim), &item.quote)))
        {
            return (FoundItem::Claim(apart.id.clone()), SaidOn::Others);
        }
        let named = known.filter(|claim| !claim.is_apart());
        if let Some(claim) = named
            && (bare || quotes(session.exact(claim), &item.quote))
        {
            let said = if bare && self.reworded(session, claim).is_some() { SaidOn::Others } else { SaidOn::These };
            return (FoundItem::Claim(claim.id.clone()), said);
        }
        if bare {
            return stands(FoundItem::Nowhere(match in_row(item) {
                Some(number) if self.has_our_rows => {
                    format!("it quotes no words, and no claim has the number {number}")
                }
                Some(_) => "it quotes no words, and the numbers beside it are not those of this session".to_owned(),
                None => "it quotes no words".to_owned(),
            }));
        }
        stands(match self.places.find(&session.article, &item.quote, self.near) {
            Stand::Here(span) => {
                let found = at(session, span, item);
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
            Stand::Nowhere => return (self.once(session, item, named), SaidOn::Others),
        })
    }

    /// The words that a claim had in the file, where these are known for sure and others now.
    pub(super) fn reworded(&self, session: &Session, claim: &Claim) -> Option<String> {
        let past = self.states.of(claim);
        let then = past.shown.last().filter(|_| past.is_sure)?;
        let words = then.session.exact(then);
        (!same_words(words, session.exact(claim))).then(|| words.to_owned())
    }

    /// Where words belong that the article has no longer, or not yet.
    fn once(&self, session: &Session, item: &ImportItem, named: Option<&Claim>) -> FoundItem {
        let nowhere = || FoundItem::Nowhere(format!("its words are not in the article: {}", short(&item.quote.exact)));
        if let Some(id) = earlier::corrected(session, &item.quote) {
            return FoundItem::Claim(id);
        }
        if named.is_none()
            && let Some(gone) = dropped(session, item)
        {
            return FoundItem::Claim(gone.id.clone());
        }
        match self.earlier.span(&session.article, &item.quote) {
            Some(span) => {
                let touching = session.claims().touching(span).map(|(_, claim)| claim);
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
                    self.numbered(session, item, (*form, text)).map_or_else(nowhere, FoundItem::Claim)
                }
                _ => nowhere(),
            },
        }
    }

    /// The claim of the number that stands on a card, where the card is of this session: it says so, says what ours says, or lies beside
    /// cards whose words and numbers are those of this session.
    fn numbered(&self, session: &Session, item: &ImportItem, (form, text): (ItemForm, &str)) -> Option<ClaimId> {
        let number = echo::number(text)?;
        let (index, claim) = session.claims().iter().enumerate().find(|(_, one)| one.number.to_string() == number)?;
        let known = || item.as_of().is_some_and(|said| KnownHistory::read(said, session).is_some());
        let untouched = || echo::is_untouched(&self.states.of(claim).shown, index + 1, (form, text));
        (self.has_our_cards || known() || untouched()).then(|| claim.id.clone())
    }

    /// The claim whose number stands in a row, where the numbers of the file are those of this session.
    fn in_row<'s>(&self, session: &'s Session, item: &ImportItem) -> Option<&'s Claim> {
        let number = in_row(item).filter(|_| self.has_our_rows)?;
        let mut all = session.claims().iter().chain(session.apart());
        all.find(|claim| claim.number.to_string().eq_ignore_ascii_case(number))
    }
}

/// What sits on words that were found.
fn at(session: &Session, span: Span, item: &ImportItem) -> FoundItem {
    let touching = || session.claims().touching(span).map(|(_, claim)| claim);
    // Several claims may sit on the same words; a card says by its number whose it is.
    let same = || touching().filter(|claim| claim.span == span);
    let numbered = on_card(item).and_then(|number| same().find(|claim| claim.number.to_string() == number));
    let exact = numbered.or_else(|| same().next());
    let around = || touching().filter(|claim| claim.span.covers(span)).min_by_key(|claim| claim.span.len());
    let claim = exact.or_else(|| if item.may_add { None } else { around() });
    if let Some(claim) = claim {
        return FoundItem::Claim(claim.id.clone());
    }
    if item.may_add || !matches!(item.content, Content::Bodies(_, false)) {
        return FoundItem::Words(span);
    }
    let shares = |claim: &&Claim| {
        let shared = Span::new(claim.span.start.max(span.start), claim.span.end.min(span.end));
        session.article.words(shared).contains(char::is_alphanumeric)
    };
    let together: Vec<ClaimId> = touching().filter(shares).map(|claim| claim.id.clone()).collect();
    match together.as_slice() {
        [] => FoundItem::Words(span),
        [one] => FoundItem::Claim(one.clone()),
        _ => FoundItem::Together(together),
    }
}

/// The number on a card in Word.
fn on_card(item: &ImportItem) -> Option<&str> {
    let Content::Card(_, text, _) = &item.content else { return None };
    echo::number(text)
}

/// The number in a row of a table.
fn in_row(item: &ImportItem) -> Option<&str> {
    let (Content::Row(cells) | Content::SourceRow(cells)) = &item.content else { return None };
    cells.get("number").map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
}

/// The claim without words that a draft dropped with the quoted ones in it: that of these words, else the only one that has them.
fn dropped<'s>(session: &'s Session, item: &ImportItem) -> Option<&'s Claim> {
    let number = on_card(item);
    let is_meant = |claim: &&Claim| number.is_none_or(|number| claim.number.to_string() == number);
    let mut apart = session.apart().iter().filter(is_meant);
    let had = |claim: &&Claim| session.wordings(claim).into_iter().any(|words| quotes(words, &item.quote));
    if let Some(claim) = apart.clone().find(had) {
        return Some(claim);
    }
    let words = squeezed(&item.quote.exact);
    let mut holds = apart.by_ref().filter(|claim| squeezed(session.words_of(claim)).contains(&words));
    let first = holds.next()?;
    holds.next().is_none().then_some(first)
}

/// Bytes that two spans share.
fn overlap(one: Span, other: Span) -> usize {
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}
