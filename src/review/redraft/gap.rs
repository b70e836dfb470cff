//! Sentences between two anchors, aligned: which became which, which were split, which were merged.

use super::sentence::{self, Likeness, Sentence, joined, ratio};

/// Old sentences that became new ones, by their places in the gap. One of the two is a single sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Link {
    /// The first old one, and how many.
    pub(super) old: (usize, usize),
    /// The first new one, and how many.
    pub(super) new: (usize, usize),
    /// How alike, 0 to 1.
    pub(super) score: f32,
}

/// Parts that a sentence may be split into, or merged from.
const PARTS: usize = 5;

/// How alike two sentences have to be, by Dice's coefficient, when many others could have been meant.
const ALIKE: f32 = 0.42;

/// The same where each stands alone between the same neighbours.
const ALONE: f32 = 0.27;

/// The same where few stand there.
const FEW: f32 = 0.36;

/// A sentence found far from where it stood has to be so alike.
pub(super) const FAR: f32 = 0.6;

/// The share of each part that the whole has to hold.
const HELD: f32 = 0.5;

/// The share that it has to hold in the same order.
const HELD_IN_ORDER: f32 = 0.35;

/// The share of the lighter one that the other has to hold when one was cut short or made much longer.
const CONTAINED: f32 = 0.7;

/// A part that weighs no more has no word in it: an arrow, a footnote's mark.
const SIGN: u32 = 16;

#[derive(Clone, Copy, Default)]
struct GapCell {
    /// The best sum up to here.
    sum: f32,
    /// How many sentences of both sides the last step took.
    step: (u8, u8),
    score: f32,
}

struct Gap<'a> {
    old: &'a [Sentence],
    new: &'a [Sentence],
    least: f32,
    shared: Vec<u32>,
}

/// The links of the heaviest alignment of `old` and `new`, in order.
pub(super) fn align(old: &[Sentence], new: &[Sentence]) -> Vec<Link> {
    let least = match old.len().max(new.len()) {
        0 | 1 => ALONE,
        2 | 3 => FEW,
        _ => ALIKE,
    };
    let mut gap = Gap { old, new, least, shared: Vec::with_capacity(old.len() * new.len()) };
    for one in old {
        gap.shared.extend(new.iter().map(|other| one.shared(other)));
    }
    gap.links()
}

impl Gap<'_> {
    fn links(&self) -> Vec<Link> {
        let width = self.new.len() + 1;
        let mut cells = vec![GapCell::default(); (self.old.len() + 1) * width];
        for row in 0..=self.old.len() {
            for column in 0..width {
                let here = cells.get(row * width + column).copied().unwrap_or_default();
                self.steps(row, column, |step, gain, score| {
                    let to = (row + usize::from(step.0)) * width + column + usize::from(step.1);
                    // Only what can't be reached within the row has no step yet.
                    if let Some(cell) =
                        cells.get_mut(to).filter(|cell| cell.step == (0, 0) || cell.sum < here.sum + gain)
                    {
                        *cell = GapCell { sum: here.sum + gain, step, score };
                    }
                });
            }
        }
        let (mut row, mut column) = (self.old.len(), self.new.len());
        let mut links = Vec::new();
        while let Some(cell) = cells.get(row * width + column).filter(|cell| cell.step != (0, 0)) {
            let (down, right) = (usize::from(cell.step.0), usize::from(cell.step.1));
            (row, column) = (row - down, column - right);
            if down > 0 && right > 0 {
                links.push(Link { old: (row, down), new: (column, right), score: cell.score });
            }
        }
        links.reverse();
        links
    }

    /// Hands over what can be done with the sentences from `row` and `column` on, what it gains, and how alike they are.
    fn steps(&self, row: usize, column: usize, mut take: impl FnMut((u8, u8), f32, f32)) {
        let (one, other) = (self.old.get(row), self.new.get(column));
        if one.is_some() {
            take((1, 0), 0.0, 0.0);
        }
        if other.is_some() {
            take((0, 1), 0.0, 0.0);
        }
        let (Some(one), Some(other)) = (one, other) else { return };
        let shared = self.shared_of(row, column);
        if let Some((gain, score)) = self.pair(one, other, shared) {
            take((1, 1), gain, score);
        }
        // Mostly in the one, or the one mostly in it: else it is no part.
        if may_hold(shared, other) {
            let mut parts = vec![other];
            for (many, next) in (2..).zip(self.new.iter().skip(column + 1).take(PARTS - 1)) {
                parts.push(next);
                if !may_hold(self.shared_of(row, column + usize::from(many) - 1), next) {
                    break;
                }
                if let Some((gain, score)) = self.parts(one, &parts) {
                    take((1, many), gain, score);
                }
            }
        }
        if may_hold(shared, one) {
            let mut parts = vec![one];
            for (many, next) in (2..).zip(self.old.iter().skip(row + 1).take(PARTS - 1)) {
                parts.push(next);
                if !may_hold(self.shared_of(row + usize::from(many) - 1, column), next) {
                    break;
                }
                if let Some((gain, score)) = self.parts(other, &parts) {
                    take((many, 1), gain, score);
                }
            }
        }
    }

    fn shared_of(&self, row: usize, column: usize) -> u32 {
        self.shared.get(row * self.new.len() + column).copied().unwrap_or_default()
    }

    /// What it gains to take one sentence for the successor of one other, and how alike they are.
    fn pair(&self, one: &Sentence, other: &Sentence, shared: u32) -> Option<(f32, f32)> {
        if one.key == other.key {
            return Some((gain(one.weight, one.weight + other.weight, self.least) + 1.0, 1.0));
        }
        // Figures in each other's place and words with other ends count a little; what shares next to nothing need not be looked at.
        if shared == 0 && one.words.len().max(other.words.len()) > 3 {
            return None;
        }
        let (most, both) = (sentence::most_common(one, other, shared), one.weight + other.weight);
        if gain(most, both, self.least) <= 0.0 && ratio(most, one.weight.min(other.weight)) < CONTAINED {
            return None;
        }
        let alike = Likeness::of(one, other);
        let gain = gain(alike.common, alike.both, self.least);
        if gain > 0.0 {
            return Some((gain, alike.dice()));
        }
        // Cut short, or made much longer: nearly everything of the one is in the other, and it is not just a word or two.
        let kept = alike.contained() >= CONTAINED && alike.words >= 4;
        kept.then(|| (0.02 * ratio_of(alike), alike.dice()))
    }

    /// What it gains to take `parts` for what `one` became or was made of: each part is mostly in it.
    fn parts(&self, one: &Sentence, parts: &[&Sentence]) -> Option<(f32, f32)> {
        let (alike, shares) = joined(one, parts);
        // A clause may stand in another order once it is a sentence.
        let holds = |share: f32, part: &Sentence| {
            share >= HELD || share >= HELD_IN_ORDER && ratio(one.shared(part), part.weight) >= HELD
        };
        let held = parts.iter().all(|part| part.weight > SIGN)
            && shares.iter().zip(parts).all(|(share, part)| holds(*share, part));
        (held && alike.dice() >= self.least.max(0.5))
            .then(|| (gain(alike.common, alike.both, self.least), alike.dice()))
    }
}

#[expect(clippy::cast_precision_loss, reason = "weights of sentences are small")]
fn ratio_of(alike: Likeness) -> f32 {
    alike.common as f32
}

/// More than nothing when `common` is more than the share `least` of `both`, as Dice counts it.
#[expect(clippy::cast_precision_loss, reason = "weights of sentences are small")]
fn gain(common: u32, both: u32, least: f32) -> f32 {
    2.0 * common as f32 - least * both as f32
}

/// True when a part may be mostly in a whole that shares so much with it.
#[expect(clippy::cast_precision_loss, reason = "weights of sentences are small")]
fn may_hold(shared: u32, part: &Sentence) -> bool {
    shared as f32 >= HELD * 0.8 * part.weight as f32
}
