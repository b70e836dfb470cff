//! Assigning claims: which they are, the line that a name is typed on, and the names that are known.

use super::choice::Finding;
use super::sheet::{Easel, Sheet};
use crate::app::panel::assigning::Assigning;

pub(super) fn draw(easel: Easel<'_>, held: &Assigning) -> Option<Sheet> {
    let desk = easel.model.desk()?;
    let title = format!("Assign {}", held.told(desk));
    let me = &*easel.model.settings.reviewer;
    let row = |name: &str| match name {
        "" => ("nobody".to_owned(), String::new()),
        name if name == me => (name.to_owned(), "you".to_owned()),
        name => (name.to_owned(), String::new()),
    };
    let rows: Vec<_> = Assigning::rows(held).into_iter().map(row).collect();
    let frame = held.frame(Some(desk), easel.model.size);
    let finding = Finding { title: &title, lead: "→", at: held.at, frame, about: Some(&held.claim) };
    Some(finding.draw(easel, &held.editor, &rows))
}
