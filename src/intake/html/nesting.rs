//! How deep a page is nested, told without parsing it, and what to do with one that no browser made.

/// No page that people read is nested deeper than this; what parsing costs grows with the square of it.
const DEEPEST: usize = 1000;

/// Elements that have no end, or may leave it out.
const UNENDED: &[&str] = &[
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li",
    "link", "meta", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track",
    "wbr",
];

/// One stretch of a page.
enum MarkupStretch<'a> {
    /// Between tags.
    Words(&'a str),
    /// A tag that begins an element: its name.
    Begin(&'a str),
    /// A tag that ends one.
    End,
}

/// True when more elements are open at once than in any page that people read.
pub(crate) fn is_too_deep(page: &str) -> bool {
    let (mut depth, mut deepest) = (0_usize, 0_usize);
    scan(page, |stretch| match stretch {
        MarkupStretch::Begin(name) if UNENDED.iter().any(|unended| unended.eq_ignore_ascii_case(name)) => {}
        MarkupStretch::Begin(_) => {
            depth += 1;
            deepest = deepest.max(depth);
        }
        MarkupStretch::End => depth = depth.saturating_sub(1),
        MarkupStretch::Words(_) => {}
    });
    deepest > DEEPEST
}

/// The words of a page without its tags, each stretch on a line of its own.
pub(super) fn words(page: &str) -> String {
    let mut text = String::new();
    scan(page, |stretch| {
        if let MarkupStretch::Words(words) = stretch
            && !words.trim().is_empty()
        {
            text.push_str(words.trim());
            text.push_str("\n\n");
        }
    });
    text
}

/// Goes through a page once; scripts, styles and comments are passed by.
fn scan<'a>(page: &'a str, mut meet: impl FnMut(MarkupStretch<'a>)) {
    let mut rest = page;
    while let Some((words, after)) = rest.split_once('<') {
        meet(MarkupStretch::Words(words));
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let (tag, next) = after.split_once('>').unwrap_or((after, ""));
        rest = next;
        if tag.starts_with('/') {
            meet(MarkupStretch::End);
            continue;
        }
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if name.is_empty() || tag.ends_with('/') {
            continue;
        }
        let raw = ["script", "style"].into_iter().find(|raw| name.eq_ignore_ascii_case(raw));
        match raw {
            Some("script") => rest = rest.split_once("</script").map_or("", |(_, rest)| rest),
            Some(_) => rest = rest.split_once("</style").map_or("", |(_, rest)| rest),
            None => meet(MarkupStretch::Begin(name)),
        }
    }
    meet(MarkupStretch::Words(rest));
}
