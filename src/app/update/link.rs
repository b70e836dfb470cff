//! What leaves the desk: a link to the browser, words to the clipboard.

use crate::app::action::Effect;
use crate::app::desk::Desk;
use crate::app::form::opens;
use crate::app::model::Model;
use crate::app::popup::{Popup, Question};
use crate::text::gate;

/// Bytes that are copied at most: terminals drop longer ones, or choke.
const LONGEST: usize = 100_000;

/// Asks whether to open the link of the claim's source at `at`, or of the first that has one.
pub(super) fn ask(model: &mut Model, at: usize) -> Vec<Effect> {
    let Some(claim) = model.desk().and_then(Desk::claim) else {
        model.say("no claim is selected");
        return Vec::new();
    };
    let links = claim.record.sources.iter().skip(at).map(|source| source.url.clone());
    match links.into_iter().find(|link| !link.is_empty()) {
        None => model.say("no source here has a link"),
        Some(link) if opens(&link) => model.popups.push(Popup::Question(Question::Link(link))),
        Some(link) => model.alarm(format!("only http and https links are opened, not {link}")),
    }
    Vec::new()
}

/// Copies the selected claim's words, in one line that acts on no terminal.
pub(super) fn copy(model: &mut Model) -> Vec<Effect> {
    let Some(span) = model.desk().and_then(Desk::span) else {
        model.say("nothing is selected");
        return Vec::new();
    };
    let words = model.desk().map(|desk| gate::clean(desk.session.article.words(span)).into_owned()).unwrap_or_default();
    if words.len() > LONGEST {
        model.alarm("that is too long to be copied");
        return Vec::new();
    }
    model.say("copied");
    vec![Effect::Copy(words)]
}
