//! Sentences that say what they say only with another: the one that a pronoun points back to, the one that tells whose words these are, the
//! row that heads a table's columns.

use super::persons::is_office;
use super::rows;
use super::tokens::look_up;
use crate::review::{Article, BlockKind, ProperName, Span, Speaker, proper_names};

/// How many sentences back a pronoun may reach.
const REACH: usize = 6;

/// Words of a line that does nothing but name whoever is quoted, at most.
const NAMING: usize = 15;

/// Words that point back to a person.
#[rustfmt::skip]
const PERSONS: &[&str] = &[
    "he", "his", "him", "she", "her", "er", "han", "hun", "hon", "hans", "hennes", "il", "elle", "él", "ella", "egli", "hij",
    "zij", "ze", "haar",
];

/// Words that point back to a firm or another thing, or to several people.
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "it", "its", "they", "their", "them", "sie", "es", "sein", "seine", "ihr", "ihre", "de", "deras", "deres", "ils", "elles",
    "ellos", "ellas", "su", "sus",
];

/// Articles.
const ARTICLES: &[&str] = &["the", "der", "die", "das", "la", "le", "el", "il", "de", "het"];

/// Common nouns that stand for a name as a pronoun does.
const STAND_INS: &[&str] =
    &["company", "firm", "group", "organisation", "organization", "association", "agency", "body", "business"];

/// Words that may stand before a pronoun which points out of its sentence.
#[rustfmt::skip]
const AHEAD: &[&str] = &[
    "in", "on", "at", "by", "for", "from", "to", "of", "with", "after", "before", "during", "since", "until", "under", "over",
    "and", "but", "or", "so", "yet", "still", "also", "then", "however", "meanwhile", "later", "today", "yesterday", "now",
    "last", "this", "that", "next", "year", "years", "month", "week", "day", "when", "while", "if", "as", "because", "although",
    "though", "there", "the", "a", "an", "according", "what", "all", "nor", "both", "only", "said", "says", "told", "added",
    "im", "seit", "und", "aber", "da", "dann", "auch", "och", "men", "men", "en", "et", "mais", "y", "pero",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
];

/// For each of `sentences`, which are those of `article` in order, the one that it leans on; `speakers` tells who says each.
pub(super) fn leanings(article: &Article, sentences: &[Span], speakers: &[Option<Speaker>]) -> Vec<Option<Span>> {
    let text = article.text();
    let kinds: Vec<Option<&BlockKind>> = sentences.iter().map(|span| kind(article, *span)).collect();
    let backs: Vec<Option<PointsBack>> =
        sentences.iter().zip(speakers).map(|(span, speaker)| PointsBack::of(span.of(text), speaker.as_ref())).collect();
    let is_told = |at: &usize| {
        let told = |kind: &BlockKind| {
            matches!(kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote | BlockKind::Dek)
        };
        kinds.get(*at).copied().flatten().is_some_and(told)
    };
    let antecedent = |at: usize, back: &PointsBack| {
        let before = || (at.saturating_sub(REACH)..at).rev().filter(is_told);
        let words = |before: &usize| sentences.get(*before).map(|span| span.of(text)).unwrap_or_default();
        let named = || before().find(|before| back.is_named_in(words(before)));
        // A thing may be any that was spoken of last.
        let spoken = || before().find(|before| backs.get(*before).is_some_and(Option::is_none));
        let found = if *back == PointsBack::Thing { spoken() } else { named() };
        found.and_then(|before| sentences.get(before)).copied()
    };
    let leaning = |at: usize| {
        let span = *sentences.get(at)?;
        let is_quote = kinds.get(at).copied().flatten() == Some(&BlockKind::Quote)
            || span.of(text).starts_with(['“', '"', '„', '«', '»', '‘', '>']);
        let announced = || {
            let before = at.checked_sub(1).filter(|before| is_told(before) && is_quote)?;
            sentences.get(before).filter(|span| span.of(text).trim_end().ends_with(':')).copied()
        };
        let named = || sentences.get(at + 1).filter(|next| is_quote && names_only(next.of(text))).copied();
        let back = || backs.get(at)?.as_ref().and_then(|back| antecedent(at, back));
        announced().or_else(named).or_else(back)
    };
    let heads = heads(article, sentences);
    heads.into_iter().enumerate().map(|(at, head)| head.or_else(|| leaning(at))).collect()
}

/// For each of `sentences` that is a table's row the one that heads its columns.
fn heads(article: &Article, sentences: &[Span]) -> Vec<Option<Span>> {
    let mut head = None;
    let of = |span: &Span| {
        let block = block(article, *span);
        if !rows::is_row(span.of(article.text())) {
            head = None;
        } else if rows::heads_others(article, block) {
            head = Some(*span);
            return None;
        }
        head
    };
    sentences.iter().map(of).collect()
}

/// The block that `span` stands in, by its place.
fn block(article: &Article, span: Span) -> usize {
    article.blocks().partition_point(|block| block.span.end <= span.start)
}

fn kind(article: &Article, span: Span) -> Option<&BlockKind> {
    article.blocks().get(block(article, span)).map(|block| &block.kind)
}

/// True for a line that only names whoever is quoted before it: `— Ole Berg, mayor`, `So said Ole Berg.`
fn names_only(text: &str) -> bool {
    let short = text.split_whitespace().count() <= NAMING;
    let mut words = words(text);
    let first = words.next().unwrap_or_default();
    let leads = || ["So", "Thus", "That", "Those", "These"].contains(&first) && text.to_lowercase().contains("said");
    short && (text.starts_with(['—', '–', '―', '~']) || text.starts_with("--") || text.starts_with("- ") || leads())
}

/// The words of `text`.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'' && c != '-').filter(|word| !word.is_empty())
}

/// What points out of a sentence.
#[derive(PartialEq, Eq)]
enum PointsBack {
    /// To a person.
    Person,
    /// To whatever was spoken of last.
    Thing,
    /// To a firm that was named.
    Firm,
    /// To whoever was called so.
    Called(String),
}

impl PointsBack {
    /// What `text` points back with, whoever speaks; `None` where it says itself what it is about.
    fn of(text: &str, speaker: Option<&Speaker>) -> Option<Self> {
        let own = unquoted(text);
        let mut told = words(&own).peekable();
        while let Some(word) = told.next() {
            let lower = word.to_lowercase();
            if PERSONS.contains(&&*lower) {
                return Some(Self::Person);
            }
            if THINGS.contains(&&*lower) {
                return Some(Self::Thing);
            }
            // "The company", and no name behind it.
            if ARTICLES.contains(&&*lower)
                && let Some(noun) = told.peek().map(|noun| noun.to_lowercase())
                && (STAND_INS.contains(&&*noun) || is_office(&noun))
            {
                let is_called = words(&own).skip_while(|one| one.to_lowercase() != noun).nth(1);
                let is_called = is_called.is_some_and(|next| next.starts_with(char::is_uppercase));
                return (!is_called).then(|| Self::common(noun));
            }
            if !AHEAD.contains(&&*lower) && !word.starts_with(|c: char| c.is_ascii_digit()) {
                break;
            }
        }
        let name = &speaker?.name;
        let common =
            words(name).all(|word| ["The", "A", "An"].contains(&word) || !word.starts_with(char::is_uppercase));
        let noun = words(name).last().filter(|_| common)?.to_lowercase();
        Some(Self::common(noun))
    }

    fn common(noun: String) -> Self {
        if PERSONS.contains(&&*noun) {
            Self::Person
        } else if THINGS.contains(&&*noun) {
            Self::Thing
        } else if STAND_INS.contains(&&*noun) {
            Self::Firm
        } else {
            Self::Called(noun)
        }
    }

    /// True where `text` names what this points to. What points back itself names it only by what it is called besides.
    fn is_named_in(&self, text: &str) -> bool {
        let first = words(text).next().unwrap_or_default().to_lowercase();
        let points = PERSONS.contains(&&*first) || THINGS.contains(&&*first);
        let has = |nouns: &dyn Fn(&str) -> bool| words(text).any(|word| nouns(&word.to_lowercase()));
        has_name(text)
            && match self {
                Self::Person | Self::Thing => !points,
                Self::Firm => !points || has(&|word| STAND_INS.contains(&word)),
                Self::Called(noun) => has(&|word| word == noun),
            }
    }
}

/// True for a sentence with a name in it that does not only say where or when.
fn has_name(text: &str) -> bool {
    // The first word has its capital anyway: one that the dictionary does not know may be a name.
    let unknown = |word: &String| !word.ends_with('s') && look_up(word).class.is_empty();
    let is_first_name = |name: &ProperName| name.words.first().is_some_and(unknown);
    proper_names(text).iter().any(|name| !name.is_place && (!name.is_first || is_first_name(name)))
}

/// `text` without what stands in quotation marks.
fn unquoted(text: &str) -> String {
    let mut own = String::with_capacity(text.len());
    let mut is_quoted = false;
    for c in text.chars() {
        match c {
            '“' | '„' | '«' => is_quoted = true,
            '”' | '»' => is_quoted = false,
            '"' => is_quoted = !is_quoted,
            _ if !is_quoted => own.push(c),
            _ => {}
        }
    }
    own
}

#[cfg(test)]
mod tests {
    use crate::propose::{quotes, sentences_beside, speakers};
    use crate::review::{Article, Block, BlockKind, Span};

    fn leaning(blocks: &[(BlockKind, &str)], words: &str) -> Option<String> {
        let text = blocks.iter().map(|(_, text)| *text).collect::<Vec<_>>().join("\n\n");
        let mut at = 0;
        let blocks = blocks.iter().map(|(kind, text)| {
            let span = Span::new(at, at + text.len());
            at = span.end + 2;
            Block::new(kind.clone(), span)
        });
        let blocks = blocks.collect();
        let mut article = Article::new("Port", text, blocks).unwrap();
        "en".clone_into(&mut article.language);
        let (sentences, quotes) = sentences_beside(&article, || quotes(&article));
        let speakers = speakers::speakers(&article, &quotes, &sentences);
        let spans: Vec<Span> = sentences.iter().map(|one| one.span).collect();
        let at = spans.iter().position(|span| span.of(article.text()).contains(words)).unwrap();
        super::leanings(&article, &spans, &speakers)[at].map(|span| span.of(article.text()).to_owned())
    }

    #[test]
    fn a_pronoun_leans_on_the_last_sentence_that_names_something_itself() {
        let told = |text: &str, words: &str| leaning(&[(BlockKind::Paragraph, text)], words);
        let alfa = "Alfa AS is a firm in Oslo.";
        let text = "Alfa AS is a firm in Oslo. It has 5 ships. In 2023 it paid 8 crowns. The port is old.";
        assert_eq!(told(text, "5 ships").as_deref(), Some(alfa));
        assert_eq!(told(text, "8 crowns").as_deref(), Some(alfa));
        assert_eq!(told(text, "port"), None);
        assert_eq!(
            told("Alfa AS is a firm in Oslo. The tax was paid, the company said.", "tax").as_deref(),
            Some(alfa)
        );
        let mayor = "Ole Berg is mayor of Oslo. It rained. The mayor said that nobody died.";
        assert_eq!(told(mayor, "nobody").as_deref(), Some("Ole Berg is mayor of Oslo."));
    }

    #[test]
    fn a_quotation_leans_on_the_line_that_says_whose_it_is() {
        let wrote = [(BlockKind::Paragraph, "Ole Berg wrote:"), (BlockKind::Quote, "We paid 5 crowns.")];
        assert_eq!(leaning(&wrote, "We paid").as_deref(), Some("Ole Berg wrote:"));
        let signed = [(BlockKind::Quote, "We paid 5 crowns."), (BlockKind::Paragraph, "— Ole Berg, mayor")];
        assert_eq!(leaning(&signed, "We paid").as_deref(), Some("— Ole Berg, mayor"));
        let said = [(BlockKind::Paragraph, "“We paid 5 crowns.”"), (BlockKind::Paragraph, "So said Ole Berg.")];
        assert_eq!(leaning(&said, "We paid").as_deref(), Some("So said Ole Berg."));
    }
}
