//! Lines of a text in the making: ended, left empty, underlined.

/// Ends the line that `text` is in, unless it is empty.
pub(super) fn line(text: &mut String) {
    text.truncate(text.trim_end_matches([' ', '\t']).len());
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

/// Leaves a line empty behind `text`, unless one is.
pub(super) fn gap(text: &mut String) {
    line(text);
    if !text.is_empty() && !text.ends_with("\n\n") {
        text.push('\n');
    }
}

/// Draws a line below the last one of `text`, as wide as it.
pub(super) fn underline(text: &mut String, with: &str) {
    let wide = text.rsplit('\n').next().unwrap_or_default().chars().count();
    line(text);
    text.push_str(&with.repeat(wide));
    text.push('\n');
}
