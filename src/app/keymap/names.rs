//! The names by which settings know actions: words of the key table that stay the same from version to version.

use crate::app::action::{Action, Motion};
use crate::app::editor::{Go, Typing};
use crate::app::form::Purpose;
use crate::app::picking::Stride;
use crate::export::ExportChoice;
use crate::review::Verdict;

/// The name of an action that a key can be given to; empty for what only the shell does.
#[expect(clippy::wildcard_enum_match_arm, reason = "the rest is named below")]
pub(super) const fn name(action: &Action) -> &'static str {
    match action {
        Action::Move(motion) => moved(*motion),
        Action::Paragraph(true) => "next-paragraph",
        Action::Paragraph(false) => "previous-paragraph",
        Action::Back => "back",
        Action::Forth => "forth",
        Action::Redraw => "redraw",
        Action::Unfold => "unfold",
        Action::NextUnchecked => "next-unchecked",
        Action::PreviousUnchecked => "previous-unchecked",
        Action::OtherPane => "other-pane",
        Action::Open => "open",
        Action::Mark(Verdict::Verified) => "verified",
        Action::Mark(Verdict::Disputed) => "disputed",
        Action::Mark(Verdict::Unknown) => "unknown",
        Action::Clear => "clear",
        Action::Dismiss => "dismiss",
        Action::DismissParagraph => "dismiss-paragraph",
        Action::Range => "range",
        Action::Seek => "to-character",
        Action::Again => "again",
        Action::Claim => "claim",
        Action::Pick => "pick",
        Action::Stride(stride) => strode(*stride),
        Action::Mend => "mend",
        Action::Split => "split",
        Action::Join => "join",
        Action::Furniture => "furniture",
        Action::OpenLink => "open-link",
        Action::Copy => "copy",
        Action::Vary(vary) => varied(*vary),
        other => asked(other),
    }
}

/// The name of an action that opens, answers or turns something.
#[expect(clippy::wildcard_enum_match_arm, reason = "what only the shell does has no name")]
const fn asked(action: &Action) -> &'static str {
    match action {
        Action::Panel(scope) => scope.setting(),
        Action::Form(purpose) => form(*purpose),
        Action::NextField => "next-field",
        Action::PreviousField => "previous-field",
        Action::Add => "add",
        Action::Reuse => "reuse",
        Action::Raise => "raise",
        Action::Lower => "lower",
        Action::Undo => "undo",
        Action::Redo => "redo",
        Action::NextDraft => "next-draft",
        Action::Search => "find",
        Action::NextMatch => "next-match",
        Action::PreviousMatch => "previous-match",
        Action::Unlock => "unlock",
        Action::Ours => "ours",
        Action::Theirs => "theirs",
        Action::TakeIn => "take-in",
        Action::SignOff => "sign-off",
        Action::Writer => "by-whom",
        Action::BlindCopy => "blind-copy",
        Action::SaveCopy => "save-copy",
        Action::Leave => "leave",
        Action::Quit => "quit",
        Action::Withhold => "withhold",
        Action::Gather => "take-copies-in",
        Action::StartFrom => "start-from",
        Action::Rename => "rename",
        Action::Sort => "sort",
        Action::Delete => "delete",
        Action::Complete => "complete",
        Action::Accept => "accept",
        Action::AcceptForAll => "accept-for-all",
        Action::Cancel => "cancel",
        Action::Yes => "yes",
        Action::Choose(name) => name,
        Action::Type(typing) => typed(typing),
        Action::Suspend => "suspend",
        Action::Divide(i8::MIN..=-1) => "divider-left",
        Action::Divide(1..=i8::MAX) => "divider-right",
        Action::Divide(0) => "divider-back",
        _ => "",
    }
}

const fn moved(motion: Motion) -> &'static str {
    match motion {
        Motion::Next => "next",
        Motion::Previous => "previous",
        Motion::HalfDown => "half-page-down",
        Motion::HalfUp => "half-page-up",
        Motion::PageDown => "page-down",
        Motion::PageUp => "page-up",
        Motion::First => "first",
        Motion::Last => "last",
    }
}

const fn strode(stride: Stride) -> &'static str {
    match stride {
        Stride::Left => "left",
        Stride::Right => "right",
        Stride::Up => "up",
        Stride::Down => "down",
        Stride::WordLeft => "word-left",
        Stride::WordRight => "word-right",
        Stride::SentenceLeft => "sentence-left",
        Stride::SentenceRight => "sentence-right",
        Stride::Swap => "other-end",
        Stride::ClauseRight => "clause-right",
        Stride::To(_) => "",
        Stride::Anew => "begin-here",
    }
}

const fn form(purpose: Purpose) -> &'static str {
    purpose.field.key
}

const fn varied(vary: ExportChoice) -> &'static str {
    match vary {
        ExportChoice::Confidential => "confidential",
        ExportChoice::History => "history",
        ExportChoice::Since => "since",
        ExportChoice::Rows => "rows",
        ExportChoice::Into => "into",
        ExportChoice::Bom => "byte-order-mark",
        ExportChoice::Graph => "graph",
        ExportChoice::Address => "address",
        ExportChoice::Publisher => "publisher",
        ExportChoice::Raw => "raw",
        ExportChoice::Single => "single",
        ExportChoice::Asked => "asked-of",
    }
}

const fn typed(typing: &Typing) -> &'static str {
    match typing {
        Typing::Insert(_) => "",
        Typing::Break => "new-line",
        Typing::SelectAll => "select-all",
        Typing::Undo => "undo-typing",
        Typing::Redo => "redo-typing",
        Typing::Move(go) => went(
            *go,
            ["left", "right", "word-left", "word-right", "line-start", "line-end", "up", "down", "start", "end"],
        ),
        Typing::Delete(go) => went(
            *go,
            [
                "delete-left",
                "delete-right",
                "delete-word-left",
                "delete-word-right",
                "delete-line-start",
                "delete-line-end",
                "delete-up",
                "delete-down",
                "delete-start",
                "delete-end",
            ],
        ),
        Typing::Select(go) => went(
            *go,
            [
                "select-left",
                "select-right",
                "select-word-left",
                "select-word-right",
                "select-line-start",
                "select-line-end",
                "select-up",
                "select-down",
                "select-start",
                "select-end",
            ],
        ),
    }
}

/// The name that stands at a movement's place, in the order of [`Go`].
const fn went(go: Go, names: [&'static str; 10]) -> &'static str {
    let [left, right, word_left, word_right, line_start, line_end, up, down, start, end] = names;
    match go {
        Go::Left => left,
        Go::Right => right,
        Go::WordLeft => word_left,
        Go::WordRight => word_right,
        Go::LineStart => line_start,
        Go::LineEnd => line_end,
        Go::Up => up,
        Go::Down => down,
        Go::Start => start,
        Go::End => end,
    }
}
