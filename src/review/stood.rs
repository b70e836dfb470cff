//! Where in the article the words of a claim would stand that an earlier draft has and this one has not.

use super::{Claim, Session};

/// Words beside a claim that tell where it stood, in bytes.
const BESIDE: usize = 40;

impl Session {
    /// Where the words of a claim that is kept apart would stand: behind those that stood before them, or before those behind; in bytes.
    pub fn would_stand(&self, claim: &Claim) -> Option<usize> {
        let fate = claim.fate().filter(|_| claim.is_apart())?;
        let (old, now) = (self.texts().of(fate.from)?.text(), self.article.text());
        let before = old.get(..claim.span.start)?.trim_end();
        let from = before.char_indices().rev().find(|(at, _)| before.len() - at >= BESIDE).map_or(0, |(at, _)| at);
        let (head, behind) = (before.get(from..)?, old.get(claim.span.end..)?.trim_start());
        let tail = behind
            .char_indices()
            .find(|(at, _)| *at >= BESIDE)
            .map_or(behind, |(at, _)| behind.get(..at).unwrap_or(behind));
        let place = |words: &str| (!words.is_empty()).then(|| now.find(words)).flatten();
        let at = place(head).map(|at| at + head.len()).or_else(|| place(tail))?;
        let blanks = now.get(at..)?.chars().take_while(|c| c.is_whitespace()).map(char::len_utf8).sum::<usize>();
        Some(at + blanks).filter(|at| *at < now.len())
    }
}
