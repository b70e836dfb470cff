//! The lines that say of other sentences whose words they are, or whether they are true: the tag before a quotation or a report, the line
//! before a list, the heading above.

use super::rows;
use crate::review::{Article, Block, BlockKind, LeaningKind, SentenceLeanings, Span, casts};

/// Verbs with which somebody is reported.
#[rustfmt::skip]
const SAYING: &[&str] = &[
    "said", "says", "told", "tells", "denied", "denies", "claimed", "claims", "announced", "announces", "promised", "promises",
    "argued", "argues", "warned", "warns", "added", "adds", "wrote", "writes", "insisted", "estimated", "explained", "predicted",
    "sagte", "sagt", "erklärte", "bestritt", "teilte", "sagde", "siger", "sa", "sade",
];

/// Verbs by which a sentence that does not say so itself goes on with a report.
#[rustfmt::skip]
const REPORTED: &[&str] = &["would", "würde", "würden", "werde", "habe", "hätte", "hätten", "sei", "seien", "wäre", "wären", "skulle", "ville", "serait", "aurait"];

/// Words of a line before a list whose items stand in an order, in small letters.
#[rustfmt::skip]
const RANKING: &[&str] = &[
    "rank", "ranks", "ranked", "ranking", "order", "top", "most", "least", "best", "worst", "largest", "biggest", "smallest", "highest",
    "lowest", "richest", "poorest", "longest", "shortest", "oldest", "fastest", "leading", "place", "places", "standings", "table",
    "rang", "rangliste", "größten", "meisten", "höchsten", "besten", "reihenfolge", "tabelle", "classement", "premiers", "clasificación",
    "mayores", "största", "störst", "flest", "største", "høyeste", "højeste",
];

/// Words of a tag before a report, at most.
const TAG: usize = 9;

/// Words before a colon in running text that head what follows, at most.
const HEAD: usize = 12;

/// Tells for each of `sentences`, which are those of `article` in order, the lines that cast it.
pub(super) fn frame(article: &Article, sentences: &[Span], leanings: &mut [SentenceLeanings]) {
    let mut framing = Framing {
        text: article.text(),
        heading: None,
        section: None,
        list: None,
        above: None,
        last: None,
        quoted: None,
    };
    let mut at = 0;
    for block in article.blocks() {
        let within = sentences.get(at..).unwrap_or_default().iter().take_while(|span| span.start < block.span.end);
        let end = at + within.count();
        let (own, leaning) =
            (sentences.get(at..end).unwrap_or_default(), leanings.get_mut(at..end).unwrap_or_default());
        framing.block(block, own, leaning);
        at = end;
    }
}

/// True for a line before a list that says by what its items are ranked.
fn ranks(line: &str) -> bool {
    line.split(|c: char| !c.is_alphanumeric()).any(|word| RANKING.contains(&&*word.to_lowercase()))
}

/// A quotation that is open.
#[derive(Clone, Copy)]
struct OpenQuotation {
    /// The mark that opened it.
    mark: char,
    /// The words before it in its sentence.
    tag: Option<Span>,
}

/// What is in force at a place of the text.
struct Framing<'a> {
    text: &'a str,
    /// The heading above, where it casts what stands under it.
    heading: Option<Span>,
    /// The heading above, whatever it says.
    section: Option<Span>,
    /// The line before the list that goes on here.
    list: Option<Span>,
    /// The item of a ranking before, where one goes on here.
    above: Option<Span>,
    /// The last sentence of running text before.
    last: Option<Span>,
    quoted: Option<OpenQuotation>,
}

impl Framing<'_> {
    fn block(&mut self, block: &Block, sentences: &[Span], leanings: &mut [SentenceLeanings]) {
        let is_row = rows::is_row(block.span.of(self.text));
        match block.kind {
            BlockKind::Heading | BlockKind::Headline if !is_row => {
                self.heading =
                    Some(block.span).filter(|span| block.kind == BlockKind::Heading && casts(span.of(self.text)));
                self.section = Some(block.span).filter(|_| block.kind == BlockKind::Heading);
                (self.list, self.last, self.quoted) = (None, None, None);
                return;
            }
            BlockKind::Caption | BlockKind::Furniture | BlockKind::Other(_) => return,
            // "Turnover, in million crowns:", and a table.
            _ if is_row || block.kind == BlockKind::ListItem => {
                if let Some(last) = self.last.take() {
                    let words = last.of(self.text);
                    self.list = Some(last).filter(|_| words.trim_end().ends_with(':') || casts(words));
                }
            }
            BlockKind::Headline
            | BlockKind::Dek
            | BlockKind::Heading
            | BlockKind::Paragraph
            | BlockKind::ListItem
            | BlockKind::Quote => self.list = None,
        }
        let is_ranked = block.item.mark.as_deref().is_some_and(|mark| mark.starts_with(|c: char| c.is_ascii_digit()))
            && [self.list, self.section].into_iter().flatten().any(|line| ranks(line.of(self.text)));
        let above = std::mem::replace(&mut self.above, Some(block.span).filter(|_| is_ranked)).filter(|_| is_ranked);
        let opens = |text: &str| text.trim_start().starts_with(['“', '"', '„', '«', '»']);
        // A quotation of several paragraphs begins each with its mark.
        let mut goes_on = self.quoted.is_some() && opens(block.span.of(self.text));
        if !goes_on {
            self.quoted = None;
        }
        let (mut report, mut head) = (None, None);
        for (span, leaning) in sentences.iter().zip(leanings) {
            leaning.put(LeaningKind::Heading, self.heading);
            leaning.put(LeaningKind::Section, self.section);
            leaning.put(LeaningKind::List, self.list);
            leaning.put(LeaningKind::Rank, above);
            leaning.put(LeaningKind::Tag, self.quoted.and_then(|open| open.tag));
            let is_quoted = self.quoted.is_some();
            self.quotation(*span, std::mem::take(&mut goes_on));
            let own = self.report(*span);
            report = report.filter(|_| own.is_none() && self.is_reported(*span));
            if leaning.on(LeaningKind::Whose).is_none() && !is_quoted {
                leaning.put(LeaningKind::Whose, report.or(head));
            }
            report = own.or(report);
            head = head.or_else(|| self.head(*span));
        }
        if !is_row && block.kind != BlockKind::ListItem {
            self.last = sentences.last().copied();
        }
    }

    /// Follows the quotation marks of a sentence; `goes_on` where its first only repeats one that is open.
    fn quotation(&mut self, span: Span, mut goes_on: bool) {
        for (at, c) in span.of(self.text).char_indices() {
            let closes = self.quoted.map(|open| match open.mark {
                '„' => ['“', '”'],
                '«' => ['»', '»'],
                '»' => ['«', '«'],
                '"' => ['"', '"'],
                _ => ['”', '”'],
            });
            match closes {
                Some(_) if goes_on && matches!(c, '“' | '"' | '„' | '«' | '»') => goes_on = false,
                Some(marks) if marks.contains(&c) => self.quoted = None,
                None if matches!(c, '“' | '"' | '„' | '«' | '»') => {
                    let tag = Span::new(span.start, span.start + at);
                    let says = tag.of(self.text).split_whitespace().count() > 1;
                    self.quoted = Some(OpenQuotation { mark: c, tag: says.then_some(tag) });
                }
                Some(_) | None => {}
            }
        }
    }

    /// The words of a sentence that tell who says what it reports: before it or behind it.
    fn report(&self, span: Span) -> Option<Span> {
        let text = span.of(self.text);
        let mut words = text.split_whitespace().enumerate();
        let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let (at, verb) = words.find(|(_, word)| SAYING.contains(&&*plain(word)))?;
        let from = verb.as_ptr() as usize - text.as_ptr() as usize;
        if at < TAG {
            let that = text.get(from..).and_then(|rest| rest.find(" that ")).map(|that| from + that);
            let end = that.unwrap_or(from + verb.len());
            return Some(Span::new(span.start, span.start + end));
        }
        let start = text.get(..from).and_then(|head| head.rfind(',')).map_or(from, |at| at + 1);
        Some(Span::new(span.start + start, span.end))
    }

    fn is_reported(&self, span: Span) -> bool {
        let words = span.of(self.text).split(|c: char| !c.is_alphanumeric());
        words.into_iter().any(|word| REPORTED.contains(&&*word.to_lowercase()))
    }

    /// The words before a colon in running text that say whose all that follows is.
    fn head(&self, span: Span) -> Option<Span> {
        let (head, rest) = span.of(self.text).split_once(": ")?;
        let is_quote = rest.trim_start().starts_with(['“', '"', '„', '«', '»']);
        let heads = !is_quote && casts(head) && head.split_whitespace().count() <= HEAD;
        heads.then(|| Span::new(span.start, span.start + head.len()))
    }
}
