//! Offering drafts: text that was typed and not kept when the session was last left.
#![expect(clippy::wildcard_enum_match_arm, reason = "a pop-up answers a few actions and lets the rest be")]

use crate::app::action::{Action, Effect};
use crate::app::draft::{self, Fit};
use crate::app::filter::Item;
use crate::app::model::Model;
use crate::review::Stamp;

/// What an action does in the question about the draft at `at`.
pub(super) fn answer(model: &mut Model, at: usize, action: &Action, now: &Stamp) -> Vec<Effect> {
    match action {
        Action::Yes => return take_up(model, at, now),
        Action::Delete => {
            model.popups.pop();
            if let Some(desk) = model.desk_mut().filter(|desk| at < desk.laid_by.len()) {
                desk.laid_by.remove(at);
            }
            model.offer(at);
        }
        Action::Cancel => {
            model.popups.pop();
            model.say("the text is kept aside and offered again when the session is next opened");
            model.offer(at + 1);
        }
        _ => {}
    }
    Vec::new()
}

/// Opens the editor of the draft at `at` with what was typed; of one whose claim is gone the text is copied.
fn take_up(model: &mut Model, at: usize, now: &Stamp) -> Vec<Effect> {
    model.popups.pop();
    let size = model.size;
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    let Some(laid) = desk.laid_by.get(at).cloned() else { return Vec::new() };
    let Some(popup) = draft::taken_up(&laid, &desk.session, now) else {
        model.say("copied to the clipboard; the text is offered again until n drops it");
        return vec![Effect::Copy(draft::words(&laid))];
    };
    let both = draft::fit(&laid, &desk.session) == Fit::Changed;
    desk.laid_by.remove(at);
    super::motion::jump(desk, Item::Claim(laid.claim), size);
    super::follow(model);
    model.popups.push(popup);
    if both {
        model.alarm("it has been changed since: both texts stand here");
    }
    Vec::new()
}
