//! How a claim lies to the others that share words with it, in one line.

use crate::app::desk::Desk;
use crate::review::{Claim, Number};

/// Numbers that are told of each kind at most: thousands may lie at one place, and a line of numbers is read by nobody.
const TOLD: usize = 12;

/// Claims that lie to another in one way.
#[derive(Default)]
struct Kin {
    count: usize,
    told: Vec<String>,
}

impl Kin {
    fn add(&mut self, number: Number, about: &str) {
        self.count += 1;
        if self.told.len() < TOLD {
            self.told.push(format!("{number}{about}"));
        }
    }

    /// Nothing when there is none.
    fn line(&self, how: &str) -> Option<String> {
        let rest = self.count - self.told.len();
        let more = if rest == 0 { String::new() } else { format!(" and {rest} more") };
        (self.count > 0).then(|| format!("{how} {}{more}", self.told.join(", ")))
    }
}

/// Which claims `claim` lies inside of, around and across, by their numbers; empty when it lies alone.
pub(super) fn told(desk: &Desk, claim: &Claim) -> String {
    let (mut inside, mut around, mut across) = (Kin::default(), Kin::default(), Kin::default());
    for (_, other) in desk.session.claims().touching(claim.span).filter(|(_, other)| other.id != claim.id) {
        match (other.span.covers(claim.span), claim.span.covers(other.span)) {
            (true, true) => across.add(other.number, " (the same words)"),
            (true, false) => inside.add(other.number, ""),
            (false, true) => around.add(other.number, ""),
            (false, false) => across.add(other.number, ""),
        }
    }
    let lines = [inside.line("inside"), around.line("around"), across.line("over")];
    lines.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
