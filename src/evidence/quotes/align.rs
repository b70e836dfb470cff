//! The cheapest way to lay a quote over a stretch of a transcript, word by word.

use super::pattern::Part;
use crate::evidence::words::{Word, begins, same};

/// One step of an alignment: indices into the quote's parts and the transcript's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AlignStep {
    /// The part is the word.
    Same(usize, usize),
    /// The part is two words that are written as one here or there.
    Joined(usize, usize),
    /// Another word stands in the quote.
    Other(usize, usize),
    /// The quote has a word that was not said.
    Added(usize),
    /// The quote leaves out a word that was said.
    Lost(usize),
    /// A mark of the quote begins.
    Mark(usize),
    /// A word that the mark stands for.
    Under(usize, usize),
}

/// What a step costs. Skipping on both sides costs more than one word for another, so that changes stay pairs.
const OTHER: u32 = 30;
const SKIP: u32 = 20;
/// A word that a quote leaves out is likelier than one that it adds.
const ADD: u32 = 21;
const FILLER: u32 = 1;
const JOINED: u32 = 1;
const UNDER_PUT: u32 = 4;
const UNDER_GAP: u32 = 1;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Move {
    Begin,
    Pair,
    QuoteTwo,
    SaidTwo,
    Quote,
    Said,
    Mark,
    Under,
}

/// An alignment: what it costs, and its steps in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Alignment {
    pub(super) cost: u32,
    pub(super) steps: Vec<AlignStep>,
}

/// The table of one alignment: a row a part, a column a word.
struct AlignTable<'a> {
    parts: &'a [Part],
    said: &'a [Word],
    moves: Vec<Move>,
}

/// Lays all of `parts` over a stretch of `said`, which may begin and end anywhere.
pub(super) fn align(parts: &[Part], said: &[Word]) -> Alignment {
    let mut table = AlignTable { parts, said, moves: vec![Move::Begin; said.len() + 1] };
    let mut rows: [Vec<u32>; 2] = [Vec::new(), vec![0; said.len() + 1]];
    for row in 0..parts.len() {
        let next = table.row(row, &rows);
        let [_, last] = rows;
        rows = [last, next];
    }
    let [_, last] = rows;
    let best = last.iter().enumerate().min_by_key(|(_, cost)| **cost);
    let (end, cost) = best.map_or((0, 0), |(at, cost)| (at, *cost));
    Alignment { cost, steps: table.steps(end) }
}

impl AlignTable<'_> {
    /// The costs of row `row`, from those of the two rows before it.
    fn row(&mut self, row: usize, before: &[Vec<u32>; 2]) -> Vec<u32> {
        let mut costs = Vec::with_capacity(self.said.len() + 1);
        for column in 0..=self.said.len() {
            let (cost, step) = self.cell(row, column, before, costs.last().copied());
            costs.push(cost);
            self.moves.push(step);
        }
        costs
    }

    fn cell(&self, row: usize, column: usize, before: &[Vec<u32>; 2], left: Option<u32>) -> (u32, Move) {
        let [two_up, up] = before;
        let cost = |costs: &[u32], at: Option<usize>| at.and_then(|at| costs.get(at).copied());
        let word = |back: usize| column.checked_sub(back).and_then(|at| self.said.get(at));
        let (above, diagonal) = (cost(up, Some(column)), cost(up, column.checked_sub(1)));
        let mut best = (u32::MAX, Move::Begin);
        let mut offer = |from: Option<u32>, price: u32, step: Move| {
            if let Some(from) = from.filter(|from| from.saturating_add(price) < best.0) {
                best = (from + price, step);
            }
        };
        match self.parts.get(row) {
            Some(Part::Word(own)) => {
                if let Some(said) = word(1) {
                    offer(diagonal, if self.meets(row, own, said) { 0 } else { OTHER }, Move::Pair);
                    offer(left, price(said, SKIP), Move::Said);
                    if word(2).is_some_and(|first| joined(&first.form, &said.form, &own.form)) {
                        offer(cost(up, column.checked_sub(2)), JOINED, Move::SaidTwo);
                    }
                    let first = row.checked_sub(1).and_then(|at| self.parts.get(at));
                    if matches!(first, Some(Part::Word(first)) if joined(&first.form, &own.form, &said.form)) {
                        offer(cost(two_up, column.checked_sub(1)), JOINED, Move::QuoteTwo);
                    }
                }
                offer(above, price(own, ADD), Move::Quote);
            }
            Some(Part::Gap) => {
                offer(above, 0, Move::Mark);
                offer(left, UNDER_GAP, Move::Under);
            }
            Some(Part::Put(_)) | None => {
                offer(above, 0, Move::Mark);
                offer(left, UNDER_PUT, Move::Under);
            }
        }
        best
    }

    /// The steps that led to the last row's column `end`.
    fn steps(&self, end: usize) -> Vec<AlignStep> {
        let width = self.said.len() + 1;
        let (mut row, mut column) = (self.parts.len(), end);
        let mut steps = Vec::new();
        while let Some(step) = self.moves.get(row * width + column) {
            let (part, word) = (row.wrapping_sub(1), column.wrapping_sub(1));
            let (up, left) = match step {
                Move::Begin => break,
                Move::Pair => {
                    steps.push(if self.pair(part, word) {
                        AlignStep::Same(part, word)
                    } else {
                        AlignStep::Other(part, word)
                    });
                    (1, 1)
                }
                Move::SaidTwo => {
                    steps.extend([AlignStep::Joined(part, word), AlignStep::Joined(part, word.wrapping_sub(1))]);
                    (1, 2)
                }
                Move::QuoteTwo => {
                    steps.extend([AlignStep::Joined(part, word), AlignStep::Joined(part.wrapping_sub(1), word)]);
                    (2, 1)
                }
                Move::Quote => {
                    steps.push(AlignStep::Added(part));
                    (1, 0)
                }
                Move::Said => {
                    steps.push(AlignStep::Lost(word));
                    (0, 1)
                }
                Move::Mark => {
                    steps.push(AlignStep::Mark(part));
                    (1, 0)
                }
                Move::Under => {
                    steps.push(AlignStep::Under(part, word));
                    (0, 1)
                }
            };
            let (Some(above), Some(before)) = (row.checked_sub(up), column.checked_sub(left)) else { break };
            (row, column) = (above, before);
        }
        steps.reverse();
        steps
    }

    fn pair(&self, part: usize, word: usize) -> bool {
        match (self.parts.get(part), self.said.get(word)) {
            (Some(Part::Word(own)), Some(said)) => self.meets(part, own, said),
            _ => false,
        }
    }

    /// Is the part the word? A quote may end before the unit of a number.
    fn meets(&self, part: usize, own: &Word, said: &Word) -> bool {
        same(&own.form, &said.form) || part + 1 == self.parts.len() && begins(&own.form, &said.form)
    }
}

/// What it costs to pass over a word that costs `full` where it says something.
fn price(word: &Word, full: u32) -> u32 {
    if word.weight.is_light() { FILLER } else { full }
}

/// Are two words written as one elsewhere: "health care" and "healthcare"?
fn joined(first: &str, second: &str, whole: &str) -> bool {
    let plain = |form: &str| form.replace('\'', "");
    whole.len() + 1 >= first.len() + second.len() && plain(first) + &plain(second) == whole
}
