//! A draft that does not stand, as JSON: what differs from another one, and its blocks as runs of lines.

use serde::{Deserialize, Serialize};

use super::super::redraft::{Hunk, HunkError, rebuild, size};
use super::super::{Article, Block, BlockKind, CodePoints, Extra, ListPlace, Span, Stamp};
use super::article::{AnnotationShape, ArticleShape, BlockShape, TrackedShape, changes, is_outermost};
use super::same_notes::{self, NotesRun};

/// One of `drafts`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PastShape {
    /// Its number, from 1.
    pub n: u32,
    /// The path that was opened.
    pub source: String,
    /// SHA-256 of its text, in lower-case hex.
    pub sha256: String,
    /// SHA-256 of its file, in lower-case hex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_sha256: Option<String>,
    /// When it was imported.
    pub imported_at: Stamp,
    /// Its headline.
    pub title: String,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// When it was published, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Its canonical link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The encoding, when it was guessed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// BCP 47 code.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// Its whole text, where it is not told by hunks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The draft that the hunks are against; the article's or another of the list.
    #[serde(skip_serializing_if = "is_none")]
    pub against: u32,
    /// What of the draft they are against reads otherwise here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hunks: Vec<HunkShape>,
    /// Its blocks.
    pub blocks: Vec<RunShape>,
    /// What the writer said about its words, and did not say in the draft that it is told by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<AnnotationShape>,
    /// What was said in both.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_annotations: Vec<NotesRun>,
    /// The changes that were tracked in its file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<TrackedShape>,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_none(draft: &u32) -> bool {
    *draft == 0
}

/// Words of another draft and what stands in their place in this one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HunkShape {
    /// Where the words stand in the other draft, in code points.
    pub start: usize,
    /// One past their last code point.
    pub end: usize,
    /// The words there; left out where the hunks would be more than the draft that they tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
    /// The words here.
    pub was: String,
}

/// Blocks of one kind that are the next lines of the text, empty ones passed by; or one block with its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunShape {
    /// What they are.
    pub kind: BlockKind,
    /// How many lines, each a block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<usize>,
    /// First code point, of a block that is no whole line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// One past its last code point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    /// What stands before its words in a list, of a block with its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Box<str>>,
    /// Lists that its own list stands in.
    #[serde(default, skip_serializing_if = "is_outermost")]
    pub depth: usize,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl PastShape {
    /// `article` told by `hunks` against the draft `against`.
    pub fn of(article: &Article, against: &Article, hunks: &[Hunk]) -> Self {
        let from = article.provenance.clone();
        let (annotations, same_annotations) = same_notes::parted(article, against, hunks);
        let is_long = size(hunks) > article.text().len();
        let told = hunks.iter().map(|Hunk { start, end, now, was }| HunkShape {
            start: *start,
            end: *end,
            now: (!is_long).then(|| now.clone()),
            was: was.clone(),
        });
        Self {
            n: article.draft,
            source: from.source,
            sha256: article.sha256(),
            file_sha256: from.file_sha256,
            imported_at: from.imported_at,
            title: article.title.clone(),
            byline: from.byline,
            published: from.published,
            url: from.url,
            encoding: from.encoding,
            language: article.language.clone(),
            text: None,
            against: against.draft,
            hunks: told.collect(),
            blocks: runs(article),
            annotations,
            same_annotations,
            changes: changes(article).collect(),
            extra: article.extra.clone(),
        }
    }

    /// Its hunks, which lead here from `text`, the draft that they are against.
    pub fn way_from(&self, text: &str) -> Vec<Hunk> {
        let points = CodePoints::new(text);
        let there = |start, end| points.to_byte(text, start).zip(points.to_byte(text, end));
        let words = |(start, end)| text.get(start..end).unwrap_or_default().to_owned();
        let filled = |hunk: &HunkShape| {
            let HunkShape { start, end, now, was } = hunk.clone();
            let now = now.unwrap_or_else(|| there(start, end).map(words).unwrap_or_default());
            Hunk { start, end, now, was }
        };
        self.hunks.iter().map(filled).collect()
    }

    /// The draft as an article; `against` is the draft that its hunks are against.
    ///
    /// # Errors
    /// In words, when the hunks do not fit, the blocks lie outside the text, or annotations that both share are not there.
    pub fn article(&self, against: Option<&Article>) -> Result<Article, String> {
        let way = against.map(|later| self.way_from(later.text())).unwrap_or_default();
        let text = match (&self.text, against) {
            (Some(text), _) => text.clone(),
            (None, Some(later)) => {
                rebuild(later.text(), &way, &self.sha256).map_err(|error: HunkError| error.to_string())?
            }
            (None, None) => return Err(format!("draft {}, which it is told by, is missing", self.against)),
        };
        let shape = ArticleShape {
            title: self.title.as_str().into(),
            source: self.source.as_str().into(),
            sha256: self.sha256.as_str().into(),
            file_sha256: self.file_sha256.clone(),
            imported_at: self.imported_at.clone(),
            byline: self.byline.clone(),
            published: self.published.clone(),
            url: self.url.clone(),
            encoding: self.encoding.clone(),
            language: self.language.as_str().into(),
            draft: self.n,
            blocks: blocks(&text, &self.blocks),
            annotations: same_notes::together(&text, &self.annotations, &self.same_annotations, (against, &way))?,
            text: text.into(),
            changes: self.changes.clone(),
            extra: self.extra.clone(),
        };
        shape.into_article().map_err(|error| error.to_string())
    }
}

/// The lines of `text` that are not empty, in bytes.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    text.split('\n').filter_map(move |line| {
        let span = Span::new(at, at + line.len());
        at = span.end + 1;
        (!line.is_empty()).then_some(span)
    })
}

/// The blocks of an article, those that are whole lines as runs.
fn runs(article: &Article) -> Vec<RunShape> {
    let mut runs: Vec<RunShape> = Vec::new();
    let mut rest = lines(article.text()).peekable();
    for Block { kind, span, item, extra } in article.blocks() {
        let whole = rest.peek() == Some(span) && extra.is_empty() && item.is_untold();
        while rest.next_if(|line| line.start < span.end).is_some() {}
        match runs.last_mut() {
            Some(RunShape { kind: held, lines: Some(count), .. }) if whole && held == kind => *count += 1,
            _ if whole => runs.push(RunShape { lines: Some(1), ..RunShape::of(kind) }),
            _ => {
                let (start, end) = (article.code_point(span.start), article.code_point(span.end));
                let (place, ListPlace { mark, depth }) = (RunShape::of(kind), item.clone());
                let (start, end) = (Some(start), Some(end));
                runs.push(RunShape { start, end, mark, depth, extra: extra.clone(), ..place });
            }
        }
    }
    runs
}

impl RunShape {
    fn of(kind: &BlockKind) -> Self {
        Self { kind: kind.clone(), lines: None, start: None, end: None, mark: None, depth: 0, extra: Extra::default() }
    }
}

/// The blocks that runs tell of `text`.
fn blocks(text: &str, runs: &[RunShape]) -> Vec<BlockShape> {
    let points = CodePoints::new(text);
    let mut rest = lines(text).peekable();
    let mut blocks = Vec::new();
    for run in runs {
        let RunShape { kind, extra, .. } = run;
        if let (Some(start), Some(end)) = (run.start, run.end) {
            let last = points.to_byte(text, end).unwrap_or(text.len());
            while rest.next_if(|line| line.start < last).is_some() {}
            let (kind, extra) = (kind.clone(), extra.clone());
            blocks.push(BlockShape { kind, start, end, mark: run.mark.clone(), depth: run.depth, extra });
            continue;
        }
        for line in rest.by_ref().take(run.lines.unwrap_or(1)) {
            let (start, end) = (points.at_byte(text, line.start), points.at_byte(text, line.end));
            let (kind, extra) = (kind.clone(), Extra::default());
            blocks.push(BlockShape { kind, start, end, mark: None, depth: 0, extra });
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::redraft::kept_hunks;
    use proptest::prelude::*;

    fn article(text: &str, cut: &[(usize, usize)]) -> Article {
        let kinds = [BlockKind::Headline, BlockKind::Paragraph, BlockKind::Paragraph, BlockKind::Furniture];
        let blocks = cut.iter().zip(kinds.iter().cycle());
        let blocks = blocks.map(|((start, end), kind)| Block::new(kind.clone(), Span::new(*start, *end))).collect();
        Article::new("A title", text, blocks).unwrap()
    }

    fn there_and_back(earlier: &Article, later: &str) -> (PastShape, Article) {
        let mut later = article(later, &[]);
        later.draft = 2;
        let shape = PastShape::of(earlier, &later, &kept_hunks(earlier.text(), later.text()));
        let json = serde_json::to_string(&shape).unwrap();
        let read: PastShape = serde_json::from_str(&json).unwrap();
        assert_eq!(read, shape);
        let made = read.article(Some(&later)).unwrap();
        (shape, made)
    }

    #[test]
    fn a_page_of_paragraphs_is_a_run() {
        let text = "Ferry\n\nIt is late.\n\nIt is full.\n\nRead more\n";
        let cut: Vec<(usize, usize)> = lines(text).map(|line| (line.start, line.end)).collect();
        let earlier = article(text, &cut);
        let (shape, made) = there_and_back(&earlier, "Ferry\n\nIt is late again.\n\nIt is full.\n\nRead more\n");
        assert_eq!(made, earlier);
        let told: Vec<_> = shape.blocks.iter().map(|run| (run.kind.as_str(), run.lines)).collect();
        assert_eq!(told, [("headline", Some(1)), ("paragraph", Some(2)), ("furniture", Some(1))]);
        assert_eq!(shape.hunks.len(), 1);
    }

    proptest! {
        #[test]
        fn any_blocks_come_back(lines_of in prop::collection::vec("[a-cé ]{0,6}", 0..9), later in "[a-cé \n]{0,40}", skip in any::<u16>(), narrow in any::<u16>()) {
            let text = lines_of.join("\n");
            let cut = lines(&text).enumerate().filter(|(at, _)| skip >> (at % 16) & 1 == 0).map(|(at, line)| {
                let first = text.get(line.start..).unwrap_or_default().chars().next().map_or(0, char::len_utf8);
                let start = if narrow >> (at % 16) & 1 == 0 || first == line.len() { line.start } else { line.start + first };
                (start, line.end)
            });
            let earlier = article(&text, &cut.collect::<Vec<_>>());
            prop_assert_eq!(there_and_back(&earlier, &later).1, earlier);
        }
    }
}
