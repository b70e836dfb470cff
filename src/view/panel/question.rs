//! A question with yes or no.

use super::sheet::{Easel, Sheet};
use crate::app::frame::centred;
use crate::app::panel::question::Question;
use crate::text::{gate, plural, wrap};
use crate::view::words;

pub(super) fn draw(easel: Easel<'_>, question: &Question) -> Sheet {
    let Easel { model, theme, .. } = easel;
    let (title, text) = match question {
        Question::Delete(_, title) => {
            ("Delete?".to_owned(), format!("“{title}” goes to the trash folder beside the sessions."))
        }
        Question::Marked(path) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            ("Bring both sides together?".to_owned(), format!("{name} has git's conflict marks."))
        }
        Question::Replace(writing) => {
            ("Replace it?".to_owned(), format!("{} is there already.", writing.path.display()))
        }
        Question::Link(claim, link) => (easel.titled("Open in the browser?", claim), link.clone()),
        Question::File(path) => ("Open in its own program?".to_owned(), path.clone()),
        Question::Drop(claim) => (easel.titled("Discard it?", claim), "What you typed is not kept.".to_owned()),
        Question::Scrap(count) => (
            "Page furniture?".to_owned(),
            format!("{count} of its claims to be checked will be dismissed; undo brings all back."),
        ),
        Question::SignOff(open) => (
            "Sign off?".to_owned(),
            format!(
                "{} not settled. A report tells what was done since; undo does not take it back.",
                plural(*open, "claim")
            ),
        ),
        Question::Draft(_, why) => ("Bring it in all the same?".to_owned(), why.clone()),
        Question::Unsaved(_) => (
            "Leave?".to_owned(),
            "The last changes are NOT SAVED and will be lost; no, and :save-copy writes them elsewhere.".to_owned(),
        ),
    };
    let wide = u16::try_from(gate::width(&text)).unwrap_or(u16::MAX).saturating_add(6).clamp(30, 76);
    let rows = wrap::rows(&text, usize::from(model.size.panel(wide).saturating_sub(4)));
    // Who answers has to have read all of it, as far as the screen has rows.
    let most = usize::from(model.size.height.saturating_sub(4)).max(1);
    let count = u16::try_from(rows.len().min(most)).unwrap_or(1);
    let frame = centred(model.size, wide, count + 2);
    let (mut sheet, area) = easel.framed(frame, &title);
    let line = |(at, row): (usize, &crate::review::Span)| {
        let told = row.of(&text).trim_end();
        let cut = (rows.len() > most && at + 1 == most).then(|| words::cut(told, area.width.into()));
        words::fitted(theme, cut.as_deref().unwrap_or(told), area.width, theme.plain())
    };
    sheet.lines(area, rows.iter().take(most).enumerate().map(line));
    sheet
}
