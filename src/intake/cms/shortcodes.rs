//! Shortcodes of WordPress: words in square brackets that its pages show as pictures, players and boxes, and that are no words of the text.

use std::borrow::Cow;

/// Shortcodes whose content is an address or a list of pictures, not words.
const WORDLESS: &[&str] = &["embed", "gallery", "audio", "video", "playlist", "youtube", "googlemaps"];

/// One shortcode's brackets.
struct CodeTag<'a> {
    name: &'a str,
    attributes: bool,
    closing: bool,
    /// Bytes of it.
    length: usize,
}

/// `body` with a caption's shortcode as a caption, and without all others; what stands between an opening and its end is kept, unless it
/// is an address. Brackets that are none, such as `[sic]`, stay.
pub(super) fn resolved(body: &str) -> Cow<'_, str> {
    if !body.contains("=\"") && !body.contains("[/") && !body.contains("[gallery") {
        return Cow::Borrowed(body);
    }
    let mut text = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.find('[') {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let Some(tag) = tag(from).filter(|tag| is_code(tag, body)) else {
            text.push('[');
            rest = from.get(1..).unwrap_or_default();
            continue;
        };
        rest = from.get(tag.length..).unwrap_or_default();
        match (tag.name, tag.closing) {
            ("caption" | "wp_caption", false) => text.push_str("<figcaption>"),
            ("caption" | "wp_caption", true) => text.push_str("</figcaption>"),
            (name, false) if WORDLESS.contains(&name) => rest = behind(rest, name),
            _ => {}
        }
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// The shortcode at the beginning of `from`, if its brackets are shaped like one.
fn tag(from: &str) -> Option<CodeTag<'_>> {
    let (inside, _) = from.strip_prefix('[')?.split_once(']')?;
    let (closing, bare) = inside.strip_prefix('/').map_or((false, inside), |bare| (true, bare));
    let (name, attributes) = bare.split_once(char::is_whitespace).unwrap_or((bare.trim_end_matches('/'), ""));
    let sound = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte));
    let shaped = attributes.trim().is_empty() || attributes.contains('=');
    (sound && shaped && !inside.contains('[')).then(|| CodeTag {
        name,
        attributes: !attributes.trim().is_empty(),
        closing,
        length: inside.len() + 2,
    })
}

/// True when brackets are a shortcode beyond doubt: by what is set in them, by their end, or by a name that WordPress has itself.
fn is_code(tag: &CodeTag<'_>, body: &str) -> bool {
    tag.attributes || tag.closing || WORDLESS.contains(&tag.name) || body.contains(&format!("[/{}]", tag.name))
}

/// What follows the end of the shortcode `name`, if it has one before another of its name begins.
fn behind<'a>(rest: &'a str, name: &str) -> &'a str {
    let ended = rest.split_once(&format!("[/{name}]")).filter(|(content, _)| !content.contains(&format!("[{name}")));
    ended.map_or(rest, |(_, after)| after)
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn shortcodes_are_no_words_and_brackets_stay() {
        let cases = [
            ("[caption id=\"a\" width=\"300\"]<img/> The pier.[/caption]", "<figcaption><img/> The pier.</figcaption>"),
            ("Before [embed]https://example.org/v[/embed] after", "Before  after"),
            ("Six. [gallery ids=\"1,2\"] Seven.", "Six.  Seven."),
            ("[box title=\"Facts\"]It is long.[/box]", "It is long."),
            ("[video src=\"a\"] one [video src=\"b\"][/video] two", " one  two"),
            ("\"We was [sic] there [1] [and=]\"", "\"We was [sic] there [1] [and=]\""),
            ("[b]bold[/b] and [", "bold and ["),
        ];
        for (body, wanted) in cases {
            assert_eq!(resolved(body), wanted, "{body}");
        }
    }
}
