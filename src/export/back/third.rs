//! What somebody who neither sends a mail nor asks wrote in what it carries: theirs, under their name, or told.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::alike::plainly;
use super::asked::OurPage;
use super::asked_lines::AnswerReader;
use super::gathered::{self, voices};
use super::letter::CarriedMail;
use super::line::Line;
use super::signature;
use super::voice::Voice;

impl AnswerReader<'_> {
    /// The mail that lines quoted so often stand in.
    fn letter(&self, depth: usize) -> Option<&Rc<CarriedMail>> {
        self.letters.get(depth.checked_sub(1)?)
    }

    /// True for a mail of somebody who neither sends what is read nor asks.
    fn is_third(&self, mail: &CarriedMail) -> bool {
        let plain = |name: &str| plainly(name).to_lowercase();
        mail.voice.by.as_deref().is_some_and(|by| {
            let sends = self.by.is_some_and(|sender| plain(sender) == plain(by));
            !mail.is_answered && !sends && !self.askers.may_be(by)
        })
    }

    /// The mail without marks of quoting in which lines were typed by whoever wrote it, and not by whoever carries it.
    pub(super) fn typist(&self, depth: usize) -> Option<&Rc<CarriedMail>> {
        let handed_on = |mail: &CarriedMail| mail.is_handed_on && !mail.is_answered && mail.voice.by.is_some();
        self.letter(depth).filter(|mail| handed_on(mail) || mail.is_reply && self.is_third(mail))
    }

    /// Takes in `words` of a third one, quoted so often as `line` is; false where they are not.
    pub(super) fn third(&mut self, words: &str, line: &Line) -> bool {
        let Some(mail) = self.letter(line.depth).filter(|mail| self.is_third(mail)).cloned() else { return false };
        let own = line.with(words).by(Rc::clone(&mail.voice));
        if line.depth + 1 < self.depth {
            self.nothing_asked();
        }
        let Some(at) = self.one() else {
            self.others.push(own);
            return true;
        };
        // One that carries the question answered it; what is quoted further was there before; and a passage may be quoted in an answer.
        if line.depth != self.depth
            || self.answers.contains_key(&at)
            || line.carried && self.typist(line.depth).is_some()
        {
            return false;
        }
        if self.is_held(at, words) {
            return true;
        }
        // Below the header of another mail without marks, or where it does not answer one, it may be of whoever asked.
        if line.carried || self.letters.len() > line.depth {
            self.unsure.push(own);
        } else {
            self.earlier.entry(at).or_default().push(own);
        }
        true
    }
}

/// What `others` wrote below no question goes to the one whose number it gives, into `earlier`; the rest of it, and what is `unsure`, as
/// messages have it.
pub(super) fn told(
    others: Vec<Line>,
    unsure: &[Line],
    page: &OurPage,
    earlier: &mut BTreeMap<usize, Vec<Line>>,
) -> Vec<String> {
    let mut told = Vec::new();
    for (_, voice, mut lines) in voices(0, others) {
        let by = voice.as_deref().and_then(|voice| voice.by.as_deref());
        let below = gathered::signed(&mut lines, by);
        lines.extend(below.into_iter().map(Line::new));
        let mut rest = Vec::new();
        for line in lines.into_iter().filter(|line| !signature::is_greeting(&line.words)) {
            match page.numbered(&line.words) {
                Some((at, words)) => earlier.entry(at).or_default().push(line.with(&words)),
                None => rest.push(line),
            }
        }
        if rest.iter().any(|line| !line.is_blank()) {
            told.push(format!(
                "it stands in what is quoted, {}; which question it answers is not said: {}",
                whose(voice.as_deref()),
                gathered::told(&rest)
            ));
        }
    }
    for (_, voice, lines) in voices(0, unsure.to_vec()) {
        let whose = whose(voice.as_deref());
        told.push(format!("it stands in the mail {whose}, and whose it is is not said: {}", gathered::told(&lines)));
    }
    told
}

/// `by Eva Lund, 2026-11-22`.
fn whose(voice: Option<&Voice>) -> String {
    let by = voice.and_then(|voice| voice.by.as_deref()).unwrap_or_default();
    let day = voice.and_then(|voice| voice.at.as_deref()).map(|day| format!(", {day}")).unwrap_or_default();
    format!("by {by}{day}")
}
