//! Where in a long transcript a quote may have been said: the stretches in which its rare words stand in its order.

use std::collections::HashMap;

use super::pattern::{Part, Pattern};
use crate::evidence::words::Word;

/// A transcript of so many words is aligned whole.
const SHORT: usize = 3000;
/// Words in a stretch that is voted for.
const STRETCH: usize = 128;
/// Words on either side of a stretch that are looked at too.
const SLACK: usize = 64;
/// Words that an ellipsis may stand for.
pub(super) const GAP: usize = 90;
/// Stretches that are looked at.
const LOOKED_AT: usize = 3;
/// A word that stands more often than this tells nothing of the place.
const COMMON: usize = 400;

/// The places of every form.
pub(super) struct Index(HashMap<String, Vec<usize>>);

impl Index {
    pub(super) fn of(words: &[Word]) -> Self {
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        if words.len() > SHORT {
            for (at, word) in words.iter().enumerate() {
                places.entry(word.form.clone()).or_default().push(at);
            }
        }
        Self(places)
    }
}

/// Stretches of `said`, from and to, that may hold the quote; the likeliest first.
pub(super) fn candidates(pattern: &Pattern, said: &[Word], index: &Index) -> Vec<(usize, usize)> {
    if said.is_empty() || pattern.words() == 0 {
        return Vec::new();
    }
    if said.len() <= SHORT {
        return vec![(0, said.len())];
    }
    let mut votes: HashMap<usize, f64> = HashMap::new();
    for (at, part) in pattern.parts.iter().enumerate() {
        let Part::Word(word) = part else { continue };
        let places = index.0.get(&word.form).map(Vec::as_slice).unwrap_or_default();
        if places.len() > COMMON {
            continue;
        }
        for place in places {
            #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
            let vote = 1.0 / places.len() as f64;
            *votes.entry(place.saturating_sub(at) / STRETCH).or_default() += vote;
        }
    }
    // A quote that lies over the border of two stretches has its votes in both.
    let both = |stretch: usize| {
        let of = |at: usize| votes.get(&at).copied().unwrap_or(0.0);
        of(stretch) + of(stretch + 1)
    };
    let mut ranked: Vec<(f64, usize)> = votes.keys().map(|stretch| (both(*stretch), *stretch)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let gaps = pattern.parts.iter().filter(|part| **part == Part::Gap).count();
    let reach = pattern.words() + SLACK + gaps * GAP + 2 * STRETCH;
    let window = |(_, stretch): &(f64, usize)| {
        let from = (stretch * STRETCH).saturating_sub(SLACK);
        (from, (stretch * STRETCH + reach).min(said.len()))
    };
    ranked.iter().take(LOOKED_AT).map(window).collect()
}
