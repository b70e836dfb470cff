//! Another size of the screen: what was read stays in view, on the desk and in what lies over it.

use crate::app::card;
use crate::app::layout::Size;
use crate::app::model::{Mode, Model};
use crate::app::page::Spot;
use crate::review::Stamp;

/// Takes in that the screen has another size now.
pub(super) fn resize(model: &mut Model, size: Size, now: &Stamp) {
    let old = std::mem::replace(&mut model.size, size);
    match &mut model.mode {
        Mode::Home(home) => home.scroll(size),
        Mode::Desk(desk) => {
            let away = desk.scroll.away;
            // The words at the top stay at the top, wherever the new width puts them.
            let at = desk.page(&desk.layout(old)).byte(desk.scroll.top);
            if desk.scroll.top != Spot::default() {
                desk.scroll.top = desk.page(&desk.layout(size)).spot(at);
            }
            let top = desk.scroll.top;
            card::settle(desk, &model.settings, size);
            // Where the article was scrolled away from what is selected, it stays there.
            if away {
                (desk.scroll.top, desk.scroll.away) = (desk.lowest(top, size), true);
            }
        }
    }
    for at in 0..model.panels.len() {
        // A panel sees what lies under it, and not itself.
        let above = model.panels.split_off(at + 1);
        if let Some(mut panel) = model.panels.pop() {
            panel.resized(old, &model.around(now));
            model.panels.push(panel);
        }
        model.panels.extend(above);
    }
}
