//! JSON that may stand inside a web page: nothing in it can end a script element or a line.

use serde::Serialize;

/// `value`, two spaces deep, with a final line break, `<`, `>`, `&` and line separators as escapes.
pub(super) fn pretty<T: Serialize>(value: &T) -> String {
    let mut text = escaped(&serde_json::to_string_pretty(value).unwrap_or_default());
    text.push('\n');
    text
}

/// `value` on one line, with its line break.
pub(super) fn line<T: Serialize>(value: &T) -> String {
    let mut text = escaped(&serde_json::to_string(value).unwrap_or_default());
    text.push('\n');
    text
}

/// These characters stand only inside strings, where an escape means the same.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_script_element_can_not_be_ended_from_inside() {
        let text = line(&"</script><!--&\u{2028}");
        assert_eq!(text, "\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\"\n");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), "</script><!--&\u{2028}");
    }
}
