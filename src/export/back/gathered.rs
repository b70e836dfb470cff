//! Lines that people wrote below our questions: parted by whose they are, without what ends a letter, as messages have them.

use std::rc::Rc;

use super::alike::short;
use super::line::Line;
use super::signature;
use super::voice::Voice;

/// The question that lines answer, and who wrote them where that is not whoever sent the text.
pub(super) type VoicedLines = (usize, Option<Rc<Voice>>, Vec<Line>);

/// Takes the signature off; the sentences below it.
pub(super) fn signed(lines: &mut Vec<Line>, by: Option<&str>) -> Vec<String> {
    let (count, below) = signature::cut(lines, by);
    lines.truncate(count);
    while lines.last().is_some_and(Line::is_blank) {
        lines.pop();
    }
    below
}

/// Lines as a message has them.
pub(super) fn told(lines: &[Line]) -> String {
    short(&lines.iter().map(|line| line.words.as_str()).collect::<Vec<_>>().join(" "))
}

/// Lines below a question, parted by who wrote them.
pub(super) fn voices(at: usize, lines: Vec<Line>) -> Vec<VoicedLines> {
    let mut parts: Vec<VoicedLines> = Vec::new();
    for line in lines {
        let own = line.put.as_ref().map(|(voice, _)| Rc::clone(voice));
        match parts.last_mut() {
            Some((_, voice, part)) if line.is_blank() || *voice == own => part.push(line),
            _ => parts.push((at, own, vec![line])),
        }
    }
    parts
}
