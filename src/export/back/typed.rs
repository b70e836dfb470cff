//! Answers that somebody typed into the mail that was answered, where its lines bear no marks of quoting.

use std::collections::BTreeMap;

use super::line::Line;

/// What stands between our lines in such a mail and is not ours.
#[derive(Default)]
pub(super) struct TypedAnswers {
    lines: BTreeMap<usize, Vec<Line>>,
    /// The question that stood last, and whether what is typed stands close below it.
    last: Option<(usize, bool)>,
    is_parted: bool,
}

impl TypedAnswers {
    /// One of our questions stands there.
    pub(super) const fn question(&mut self, at: usize) {
        self.last = Some((at, false));
        self.is_parted = false;
    }

    /// The label stands there behind which an answer goes.
    pub(super) const fn label(&mut self) {
        self.is_parted = false;
    }

    /// A line stands below the question `at`.
    pub(super) fn line(&mut self, at: usize, line: Line) {
        let lines = self.lines.entry(at).or_default();
        match self.last {
            Some((last, _)) if last == at && lines.is_empty() => self.last = Some((at, !self.is_parted)),
            _ => {}
        }
        lines.push(line);
    }

    /// A line with nothing on it.
    pub(super) fn blank(&mut self, at: usize) {
        self.is_parted = true;
        if let Some(lines) = self.lines.get_mut(&at) {
            lines.push(Line::default());
        }
    }

    /// The answers, the rest of what stands below the last question, and what stands there alone. Either may be whoever asked: that mail
    /// went on below its questions. The first paragraph there is an answer where others were typed between the questions, or where it
    /// stands close below.
    pub(super) fn told(mut self) -> (BTreeMap<usize, Vec<Line>>, [Vec<Line>; 2]) {
        let nothing = || [Vec::new(), Vec::new()];
        let Some((last, is_close)) = self.last else { return (self.lines, nothing()) };
        let Some(mut lines) = self.lines.remove(&last) else { return (self.lines, nothing()) };
        if self.lines.is_empty() && !is_close {
            return (self.lines, [Vec::new(), lines]);
        }
        let after = lines.split_off(lines.iter().take_while(|line| !line.is_blank()).count());
        self.lines.insert(last, lines);
        (self.lines, [after, Vec::new()])
    }
}
