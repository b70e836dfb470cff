//! What was found out earlier about statements like a claim, as a card tells it: the opposite, or another town, must not pass for it.

use super::evidence::LabelledText;
use super::rows::Ink;
use crate::app::desk::Desk;
use crate::app::memory::Earlier;
use crate::app::otherwise::OtherWords;
use crate::review::Claim;
use crate::text::{gate, quoted};

/// Columns of an earlier claim's words.
const THERE: usize = 160;
/// Statements that differ in more places than this are told by their words alone.
const CHANGES: usize = 3;

/// The earlier checks of `claim`: those of the same words first, then those of other words, each with what differs. Unless `full`
/// only the first of either kind, and those that came to another verdict.
pub(super) fn told(desk: &Desk, claim: &Claim, full: bool) -> Vec<LabelledText> {
    let found = desk.seen.about(&claim.id);
    let Some(first) = found.first() else { return Vec::new() };
    let differing = |earlier: &Earlier| desk.seen.otherwise(earlier);
    let alike = found.iter().take_while(|earlier| differing(earlier).is_none()).count();
    let mut told: Vec<LabelledText> = Vec::new();
    for (place, earlier) in found.iter().enumerate() {
        if !(full || place == 0 || place == alike || earlier.verdict != first.verdict) {
            continue;
        }
        let lead = match place {
            0 if alike > 0 => format!("{alike} like this: "),
            place if place == alike => format!("{} in other words: ", found.len() - alike),
            _ => String::new(),
        };
        let (label, ink) = if place == 0 || place == alike { ("seen", Ink::Plain) } else { ("", Ink::Quiet) };
        told.push((label, format!("{lead}{}", earlier.line()), ink));
        if let Some(words) = differing(earlier) {
            told.push(("", format!("there {}", quoted(&gate::fit(&earlier.words, THERE))), Ink::Quiet));
            told.push(("", differences(desk, claim, earlier, &words), Ink::Alarm));
        }
    }
    told
}

/// Where the words of an earlier claim differ from those of `claim`, a figure with its unit.
fn differences(desk: &Desk, claim: &Claim, earlier: &Earlier, words: &[OtherWords]) -> String {
    let (session, close) = (&desk.session, words.len() <= CHANGES);
    let figures = earlier.differs(session.exact(claim), &session.article.language);
    let is_told = |words: &&OtherWords| close && !(figures.is_some() && words.here.contains(char::is_numeric));
    let others: Vec<String> = words.iter().filter(is_told).map(OtherWords::told).collect();
    let figures = figures.as_ref().map(|(here, there)| format!("there it says {there}, here {here}"));
    figures.into_iter().chain(others).collect::<Vec<_>>().join(" · ")
}
