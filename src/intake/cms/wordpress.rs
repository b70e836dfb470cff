//! WordPress's export (WXR) and the block mark-up of its editor.

use std::collections::HashMap;

use serde_json::Value;

use super::shortcodes;
use super::value::text;
use crate::intake::draft::ArticleDraft;
use crate::intake::head::ItemHead;
use crate::intake::markup;
use crate::intake::taken::IntakeError;
use crate::intake::tree::{ROOT, Tree, TreeIndex};

const FORMAT: &str = "a WordPress export";

/// Reads an export that holds one post.
///
/// # Errors
/// When it is no sound XML, holds no post, or several: which one is meant nobody can tell.
pub(crate) fn export(xml: &str) -> Result<ArticleDraft<'static>, IntakeError> {
    let broken = |why: String| IntakeError::Broken { format: FORMAT, why };
    let tree = Tree::xml(xml).map_err(|why| broken(format!("{why}; export the post again")))?;
    let written = |at: &TreeIndex| {
        let kind = tree.fact(*at, "post_type").unwrap_or_else(|| "post".to_owned());
        matches!(kind.as_str(), "post" | "page")
            && tree.all(*at, "encoded").iter().any(|at| !tree.words(*at).is_empty())
    };
    let posts: Vec<TreeIndex> = tree.all(ROOT, "item").into_iter().filter(written).collect();
    let post = match posts.as_slice() {
        [post] => *post,
        [] => return Err(broken("it holds no post with a text; export the post itself".to_owned())),
        several => {
            let titles: Vec<String> = several.iter().take(3).filter_map(|at| tree.fact(*at, "title")).collect();
            let why = format!(
                "it holds {} posts (“{}” …); export the one that is to be checked by itself",
                several.len(),
                titles.join("”, “")
            );
            return Err(broken(why));
        }
    };
    let mut texts = tree.all(post, "encoded").into_iter().map(|at| tree.raw_words(at));
    let (body, excerpt) = (texts.next().unwrap_or_default(), texts.next());
    let status = tree.fact(post, "status").unwrap_or_default();
    let date = tree.fact(post, "post_date").filter(|date| !date.starts_with("0000"));
    let head = ItemHead {
        headline: tree.fact(post, "title"),
        dek: excerpt,
        author: tree.fact(post, "creator"),
        date: date.or_else(|| tree.fact(post, "pubdate")),
        language: tree.fact(ROOT, "language"),
        url: tree.fact(post, "link"),
        slug: tree.fact(post, "post_name"),
        embargo: (status == "future").then(|| "the post is scheduled for its date".to_owned()),
        ..ItemHead::default()
    };
    Ok(head.over(blocks(&body, footnotes(&tree, post))))
}

/// Reads what the editor keeps: blocks in comments, or paragraphs that blank lines part.
pub(crate) fn blocks(body: &str, footnotes: HashMap<String, String>) -> ArticleDraft<'static> {
    let marked = ["<p>", "<p ", "<!-- wp:", "<div", "<h2"].iter().any(|sign| body.contains(sign));
    let body = shortcodes::resolved(body);
    let body = if marked { body.into_owned() } else { body.replace("\r\n", "\n").replace("\n\n", "<p>") };
    markup::noted(&mut Tree::html(&body), ROOT, footnotes)
}

/// The post's footnotes by their ids: JSON in a field of its own.
fn footnotes(tree: &Tree, post: TreeIndex) -> HashMap<String, String> {
    let fields = tree.all(post, "postmeta").into_iter();
    let mut lists = fields.filter(|at| tree.fact(*at, "meta_key").as_deref() == Some("footnotes"));
    let json = lists.find_map(|at| tree.first(at, "meta_value")).map(|at| tree.raw_words(at)).unwrap_or_default();
    let list: Vec<Value> = serde_json::from_str(&json).unwrap_or_default();
    let note = |note: &Value| {
        let words = markup::html(&text(note, &["content"])?);
        let words: Vec<&str> = words.pieces.iter().map(|piece| piece.text.as_ref()).collect();
        Some((text(note, &["id"])?, words.join(" ")))
    };
    list.iter().filter_map(note).collect()
}
