//! What the evidence says about a claim, as far as a card has room for it: the writer's notes, the first passages, the quotes.

use super::rows::Ink;
use crate::app::at_hand::Found;
use crate::app::desk::Desk;
use crate::app::otherwise::OtherWords;
use crate::evidence::{Agrees, Comparison, Excerpt, Standing};
use crate::review::{Claim, Source};
use crate::text::{gate, quoted};

/// Passages that a card shows.
const PASSAGES: usize = 2;
/// Columns of a passage's words.
const WORDS: usize = 160;
/// Columns of a note of the writer.
const NOTE: usize = 120;
/// How much of a claim's words a passage must have where no note points at its file.
const COVERED: f32 = 0.34;

/// A labelled text of a card.
pub(super) type LabelledText = (&'static str, String, Ink);

/// What there is about `claim`; a passage or note that is one of its sources already is left out.
pub(super) fn told(desk: &Desk, claim: &Claim) -> Vec<LabelledText> {
    let sources = &claim.record.sources;
    let mut told = Vec::new();
    let Some(found) = desk.at_hand.of_claim(&claim.id) else { return told };
    notes(desk, found, sources, &mut told);
    for held in &found.quotes {
        let (how, ink) = match held.checked.standing {
            Standing::Exact | Standing::Marked => continue,
            Standing::Misattributed => (held.checked.says.join("; "), Ink::Alarm),
            Standing::Altered => ("altered".to_owned(), Ink::Alarm),
            Standing::NotFound => (held.looked_in(), Ink::Quiet),
        };
        told.push(("quote", format!("{how}: {}", quoted(&gate::fit(&held.quote, NOTE))), ink));
    }
    let shown = found.excerpts.iter().filter(|excerpt| is_worth_it(excerpt));
    let fresh = |excerpt: &&Excerpt| {
        let words = excerpt.exact().split_whitespace().collect::<Vec<_>>().join(" ");
        !sources.iter().any(|source| source.quote == words)
    };
    for excerpt in shown.take(PASSAGES).filter(fresh) {
        passage(excerpt, &mut told);
    }
    told
}

/// True for a passage that says something about the claim.
fn is_worth_it(excerpt: &Excerpt) -> bool {
    excerpt.covered >= COVERED || excerpt.pointed && excerpt.covered > 0.0 || excerpt.differs()
}

/// What the writer's notes say.
fn notes(desk: &Desk, found: &Found, sources: &[Source], told: &mut Vec<LabelledText>) {
    let mut last = "";
    for cited in &found.cited {
        let taken = !cited.annotation.is_empty() && sources.iter().any(|source| source.annotation == cited.annotation);
        // A note that names two sources is told once.
        if taken || cited.citation.text == last {
            continue;
        }
        last = &cited.citation.text;
        let confidential = if cited.is_held_back(&desk.session) { "  (confidential)" } else { "" };
        told.push(("writer", format!("{}{confidential}", gate::fit(last, NOTE)), Ink::Plain));
    }
}

fn passage(excerpt: &Excerpt, told: &mut Vec<LabelledText>) {
    let place = excerpt.locator().map(|at| format!(", {at}")).unwrap_or_default();
    let words = gate::fit(excerpt.exact(), WORDS);
    // Which folder it lies in is for the list of passages.
    let file = excerpt.material.name.rsplit(['/', '\\']).next().unwrap_or_default();
    told.push(("in", format!("{file}{place}: {}", quoted(&words)), Ink::Quiet));
    for comparison in excerpt.compares.iter().filter(|comparison| comparison.agrees != Agrees::Yes) {
        let Comparison { claim, source, .. } = comparison;
        let beside = |how: &str| format!("claim {claim} · source {source}: {how}");
        told.push(match comparison.agrees {
            Agrees::No => ("", beside("differs"), Ink::Alarm),
            Agrees::Open => ("", OtherWords { here: claim.clone(), there: source.clone() }.told(), Ink::Plain),
            Agrees::Yes | Agrees::Near => ("", beside("near"), Ink::Plain),
        });
    }
}
