//! Which claims the panel lists, and how to step from one to the next without a pass over all of them.

use std::sync::Arc;

use super::subset::{Subset, Trait, has_all};
use crate::propose;
use crate::review::{BlockKind, Claim, Session, Status};

pub use super::item::Item;

/// Which claims are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All claims.
    #[default]
    All,
    /// The claims in one state.
    Only(Status),
    /// Every sentence of the article, claimed or not.
    Sentences,
    /// Every sentence, those of page furniture included: what the article pane steps through.
    Text,
    /// The claims that share some traits; shared, so that a copy costs nothing.
    With(Arc<Subset>),
}

impl Filter {
    /// The claims of `session` that have all of `what`.
    pub fn with(what: Vec<Trait>, session: &Session) -> Self {
        match what.as_slice() {
            [] => Self::All,
            [Trait::Is(status)] => Self::Only(*status),
            _ => Self::With(Arc::new(Subset::new(what, session))),
        }
    }

    /// What it asks claims to have.
    pub fn traits(&self) -> Vec<Trait> {
        match self {
            Self::All | Self::Sentences | Self::Text => Vec::new(),
            Self::Only(status) => vec![Trait::Is(*status)],
            Self::With(subset) => subset.what.clone(),
        }
    }

    /// The same with `what` asked for as well; without it, when it was.
    #[must_use]
    pub fn toggled(&self, what: Trait, session: &Session) -> Self {
        let mut traits = self.traits();
        let had = traits.contains(&what);
        traits.retain(|held| !what.replaces(held) && *held != what);
        if !had {
            traits.push(what);
        }
        Self::with(traits, session)
    }

    /// Takes in what was edited since; every edit asks for it.
    pub fn refresh(&mut self, session: &Session) {
        if let Self::With(subset) = self
            && subset.is_stale(session)
        {
            Arc::make_mut(subset).refresh(session);
        }
    }

    /// The same without what was asked for last.
    #[must_use]
    pub fn dropped(&self, session: &Session) -> Self {
        let mut traits = self.traits();
        traits.pop();
        Self::with(traits, session)
    }

    /// Its name on the screen.
    pub fn name(&self) -> String {
        self.names().join(" + ")
    }

    /// The names of all that it asks for.
    pub fn names(&self) -> Vec<String> {
        match self {
            Self::All => vec!["all claims".to_owned()],
            Self::Only(status) => vec![status.word().to_owned()],
            Self::Sentences => vec!["every sentence".to_owned()],
            Self::Text => vec!["every line".to_owned()],
            Self::With(subset) => names(&subset.what),
        }
    }

    /// That it lists nothing, in words.
    pub fn none(&self) -> String {
        let Self::Only(status) = self else { return format!("no claim fits: {}", self.name()) };
        format!("no claim is {}", status.word())
    }

    /// True when it lists `claim` of `session`.
    pub fn lists(&self, claim: &Claim, session: &Session) -> bool {
        match self {
            Self::All | Self::Sentences | Self::Text => true,
            Self::Only(status) => claim.status() == *status,
            Self::With(subset) => has_all(&subset.what, claim, session),
        }
    }

    /// The item after `item`, or the first one.
    pub fn next(&self, session: &Session, item: Option<&Item>) -> Option<Item> {
        match self {
            Self::Sentences | Self::Text => sentence_after(session, item, *self == Self::Text),
            Self::With(subset) => subset.next(session, item).cloned().map(Item::Claim),
            Self::All => at(session, item.map_or(Some(0), |item| after(session, item))?),
            Self::Only(status) => {
                let from = item.map_or(Some(0), |item| after(session, item))?;
                at(session, session.claims().next_in(*status, from.checked_sub(1))?)
            }
        }
    }

    /// The item `steps` items on from `item`, or back when negative, as far as there are any, and how many it is away.
    pub fn stepped(&self, session: &Session, item: Option<&Item>, steps: isize) -> (Option<Item>, isize) {
        if let (Self::All, Some(Item::Claim(id))) = (self, item)
            && let Some(from) = session.claims().index_of(id)
        {
            // The claims stand in a row, so one look is enough however far it is.
            let to = from.saturating_add_signed(steps).min(session.claims().len().saturating_sub(1));
            let gone = to.cast_signed().saturating_sub(from.cast_signed());
            return (at(session, to), gone);
        }
        let (mut at, mut gone) = (item.cloned(), 0);
        for _ in 0..steps.unsigned_abs() {
            let next = if steps > 0 { self.next(session, at.as_ref()) } else { self.previous(session, at.as_ref()) };
            let Some(next) = next else { break };
            at = Some(next);
            gone += steps.signum();
        }
        (at, gone)
    }

    /// The item before `item`, or the last one.
    pub fn previous(&self, session: &Session, item: Option<&Item>) -> Option<Item> {
        match self {
            Self::Sentences | Self::Text => sentence_before(session, item, *self == Self::Text),
            Self::With(subset) => subset.previous(session, item).cloned().map(Item::Claim),
            Self::All => at(session, item.map_or(session.claims().len(), |item| before(session, item)).checked_sub(1)?),
            Self::Only(status) => {
                let from = item.map_or(session.claims().len(), |item| before(session, item));
                at(session, session.claims().previous_in(*status, from)?)
            }
        }
    }

    /// How many items it lists behind `item`; `None` where counting would be a pass over them.
    pub fn behind(&self, session: &Session, item: &Item) -> Option<usize> {
        match self {
            Self::All => Some(session.claims().len().saturating_sub(after(session, item)?)),
            Self::With(subset) => Some(subset.behind(session, item)),
            Self::Only(_) | Self::Sentences | Self::Text => None,
        }
    }

    /// How many items it lists; `None` where counting would be a pass over the article.
    pub fn count(&self, session: &Session) -> Option<usize> {
        match self {
            Self::All => Some(session.claims().len()),
            Self::Only(status) => Some(session.claims().tally().of(*status)),
            Self::With(subset) => Some(subset.len()),
            Self::Sentences | Self::Text => None,
        }
    }
}

fn at(session: &Session, index: usize) -> Option<Item> {
    session.claims().get(index).map(|claim| Item::Claim(claim.id.clone()))
}

/// The index of the first claim after `item`.
fn after(session: &Session, item: &Item) -> Option<usize> {
    match item {
        Item::Claim(id) => session.claims().index_of(id).map(|index| index + 1),
        Item::Sentence(span) => Some(session.claims().first_from(span.start)),
    }
}

/// The number of claims before `item`.
fn before(session: &Session, item: &Item) -> usize {
    match item {
        Item::Claim(id) => session.claims().index_of(id).unwrap_or(0),
        Item::Sentence(span) => session.claims().first_from(span.start),
    }
}

/// The items of one block: of each sentence the claims that begin in it, or the sentence when none does. Sentences of page
/// furniture are items only with `furniture`.
pub fn items_of(session: &Session, block: usize, furniture: bool) -> Vec<Item> {
    let Some(held) = session.article.blocks().get(block) else { return Vec::new() };
    let passed = held.kind == BlockKind::Furniture && !furniture;
    let mut items = Vec::new();
    for sentence in propose::sentences_of(&session.article, block) {
        let first = session.claims().first_from(sentence.span.start);
        let claims = session.claims().iter_from(first).take_while(|claim| claim.span.start < sentence.span.end);
        let had = items.len();
        items.extend(claims.map(|claim| Item::Claim(claim.id.clone())));
        if items.len() == had && !passed {
            items.push(Item::Sentence(sentence.span));
        }
    }
    items
}

/// The first item that ends behind byte `at`.
pub fn item_at(session: &Session, at: usize) -> Option<Item> {
    let first = session.article.block_at(at);
    (first..session.article.blocks().len()).find_map(|block| {
        items_of(session, block, false).into_iter().find(|item| item.span(session).is_some_and(|span| span.end > at))
    })
}

/// What the names of the traits that add up end in.
const IN_DRAFT: &str = " in this draft";

/// The names of what claims are asked to have; those of which any will do are one.
fn names(what: &[Trait]) -> Vec<String> {
    let any: Vec<String> = what.iter().filter(|one| one.adds_up()).map(Trait::name).collect();
    // What all are said to be in is said once.
    let stems: Option<Vec<&str>> = any.iter().map(|name| name.strip_suffix(IN_DRAFT)).collect();
    let any = stems.map_or_else(|| any.join(" or "), |stems| format!("{}{IN_DRAFT}", stems.join(" or ")));
    let first = what.iter().position(Trait::adds_up);
    let name = |(at, one): (usize, &Trait)| {
        if one.adds_up() { (first == Some(at)).then(|| any.clone()) } else { Some(one.name()) }
    };
    what.iter().enumerate().filter_map(name).collect()
}

fn sentence_after(session: &Session, item: Option<&Item>, furniture: bool) -> Option<Item> {
    let blocks = session.article.blocks().len();
    let Some(item) = item else {
        return (0..blocks).find_map(|block| items_of(session, block, furniture).into_iter().next());
    };
    let block = session.article.block_at(item.span(session)?.start);
    let here = items_of(session, block, furniture);
    let next = here.iter().position(|other| other == item).and_then(|index| here.get(index + 1).cloned());
    next.or_else(|| (block + 1..blocks).find_map(|block| items_of(session, block, furniture).into_iter().next()))
}

fn sentence_before(session: &Session, item: Option<&Item>, furniture: bool) -> Option<Item> {
    let blocks = session.article.blocks().len();
    let last = |block: usize| items_of(session, block, furniture).into_iter().next_back();
    let Some(item) = item else { return (0..blocks).rev().find_map(last) };
    let block = session.article.block_at(item.span(session)?.start);
    let here = items_of(session, block, furniture);
    let index = here.iter().position(|other| other == item)?;
    index.checked_sub(1).and_then(|index| here.get(index).cloned()).or_else(|| (0..block).rev().find_map(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Article, Block, ClaimId, Origin, Span};

    #[test]
    fn many_steps_lead_as_far_as_one_after_another() {
        let words = "so many words";
        let blocks = vec![Block::new(BlockKind::Paragraph, Span::new(0, words.len()))];
        let claim =
            |at: usize| Claim::new(ClaimId::from(format!("k{at}").as_str()), Span::new(at, at + 2), Origin::Added);
        let session = Session::new("s", Article::new("t", words, blocks).unwrap(), (0..7).map(claim).collect());
        let items: Vec<Item> = session.claims().iter().map(|claim| Item::Claim(claim.id.clone())).collect();
        for (from, steps) in (0..7_usize).flat_map(|from| (-9..=9_isize).map(move |steps| (from, steps))) {
            let (mut at, mut gone) = (items[from].clone(), 0);
            for _ in 0..steps.unsigned_abs() {
                let next = if steps > 0 {
                    Filter::All.next(&session, Some(&at))
                } else {
                    Filter::All.previous(&session, Some(&at))
                };
                let Some(next) = next else { break };
                (at, gone) = (next, gone + steps.signum());
            }
            assert_eq!(Filter::All.stepped(&session, Some(&items[from]), steps), (Some(at), gone), "{from} {steps}");
        }
    }
}
