//! What leaves the desk: words to the clipboard.

use crate::app::action::Effect;
use crate::app::desk::Desk;
use crate::app::model::Model;
use crate::text::gate;

/// Bytes that are copied at most: terminals drop longer ones, or choke.
const LONGEST: usize = 100_000;

/// Copies the selected claim's words, in one line that acts on no terminal.
pub(super) fn copy(model: &mut Model) -> Option<Effect> {
    let Some(span) = model.desk().and_then(Desk::span) else {
        model.say("nothing is selected");
        return None;
    };
    let words = model.desk().map(|desk| gate::clean(desk.session.article.words(span)).into_owned()).unwrap_or_default();
    if words.len() > LONGEST {
        model.alarm("that is too long to be copied");
        return None;
    }
    model.say("copied");
    Some(Effect::Copy(words))
}
