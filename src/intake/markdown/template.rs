//! The tags that a site generator's templates set into Markdown, which no reader of the page sees.

use std::borrow::Cow;

/// `words` without the tags of a site generator's templates: `{{< figure src="a.jpg" >}}`, `{% include note %}`.
pub(super) fn without_tags(words: &str) -> Cow<'_, str> {
    if !words.contains("{%") && !words.contains("{{") {
        return Cow::Borrowed(words);
    }
    let mut kept = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find("{%").into_iter().chain(rest.find("{{")).min() {
        let (before, tag) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let end = if tag.starts_with("{%") { "%}" } else { "}}" };
        let Some((_, after)) = tag.split_once(end) else { break };
        kept.push_str(before);
        rest = after;
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}
