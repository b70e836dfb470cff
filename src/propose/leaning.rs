//! Sentences that say what they say only with another: the one that a pronoun points back to, the one that tells whose words these are, the
//! row that heads a table's columns.

use super::antecedents::antecedents;
use super::framing::frame;
use super::persons::is_office;
use super::pronouns::{AHEAD, PERSONS, REACH, THINGS};
use super::rows;
use super::tokens::look_up;
use crate::review::{Article, BlockKind, LeaningKind, ProperName, SentenceLeanings, Span, Speaker, proper_names};

/// Words of a line that does nothing but name whoever is quoted, at most.
const NAMING: usize = 15;

/// Words of a sentence that says of the one before it that it is not so, at most.
const DENIAL: usize = 7;

/// What such a sentence begins with, in small letters.
#[rustfmt::skip]
const DENYING: &[&str] = &[
    "that", "this", "it", "which", "not", "false", "wrong", "untrue", "incorrect", "the", "das", "dies", "falsch", "c'est", "ce", "cela", "faux",
    "eso", "esto", "es", "no", "falso", "det", "dette", "detta", "fel", "feil", "forkert", "dat", "onjuist",
];

/// What it says, in small letters.
#[rustfmt::skip]
const UNTRUE: &[&str] = &[
    "not true", "isn't true", "is false", "was false", "is wrong", "was wrong", "is untrue", "was untrue", "is incorrect", "was incorrect",
    "not correct", "not right", "is misleading", "not so", "isn't so", "not the case", "false", "wrong", "untrue", "incorrect",
    "nicht wahr", "stimmt nicht", "ist falsch", "falsch", "est faux", "pas vrai", "faux", "es falso", "no es cierto", "no es verdad", "falso",
    "ikke sandt", "ikke sant", "er forkert", "er feil", "stemmer ikke", "är fel", "inte sant", "stämmer inte", "niet waar", "onjuist",
];

/// Articles.
const ARTICLES: &[&str] = &["the", "der", "die", "das", "la", "le", "el", "il", "de", "het"];

/// Common nouns that stand for a name as a pronoun does.
const STAND_INS: &[&str] =
    &["company", "firm", "group", "organisation", "organization", "association", "agency", "body", "business"];

/// Words that stand for nothing: a sentence of nothing else is what no pronoun points to.
#[rustfmt::skip]
const HOLLOW: &[&str] = &[
    "is", "was", "were", "are", "be", "been", "not", "no", "yes", "why", "how", "who", "what", "when", "where", "long", "ago", "true",
    "over", "enough", "different", "easy", "hard", "new", "wrong", "right", "clear", "this", "that", "these", "those", "there", "too",
    "very", "always", "never", "so", "but", "and", "or", "then", "now", "still", "also", "however", "all",
];

/// For each of `sentences`, which are those of `article` in order, what it leans on; `speakers` tells who says each.
pub(super) fn leanings(article: &Article, sentences: &[Span], speakers: &[Option<Speaker>]) -> Vec<SentenceLeanings> {
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
        let is_spoken = |before: &usize| backs.get(*before).is_some_and(Option::is_none) && !is_hollow(words(before));
        let spoken = || before().find(is_spoken);
        let found = if *back == PointsBack::Thing { spoken() } else { named() };
        found.and_then(|before| sentences.get(before)).copied()
    };
    let leaning = |at: usize| {
        let span = *sentences.get(at)?;
        let is_quote = kinds.get(at).copied().flatten() == Some(&BlockKind::Quote)
            || span.of(text).starts_with(['“', '"', '„', '«', '»', '‘', '>']);
        let announced = || {
            let before = at.checked_sub(1).filter(|before| is_told(before) && is_quote)?;
            let told = sentences.get(before)?;
            // "Berg was blunt." and what he said, in quotation marks alone.
            let names = || {
                let is_alone = span.of(text).trim_end().ends_with(['”', '"', '“', '»', '«', '’']);
                let is_unspoken = speakers.get(at).is_some_and(Option::is_none);
                is_alone && is_unspoken && has_name(&unquoted(told.of(text)))
            };
            Some(*told).filter(|told| told.of(text).trim_end().ends_with(':') || names())
        };
        let named = || sentences.get(at + 1).filter(|next| is_quote && names_only(next.of(text))).copied();
        let back = || backs.get(at)?.as_ref().and_then(|back| antecedent(at, back));
        let whose = announced().or_else(named);
        let subject = if whose.is_none() { back() } else { None };
        Some((whose, subject))
    };
    let leaning = |(at, head): (usize, Option<Span>)| {
        let (whose, subject) = if head.is_none() { leaning(at).unwrap_or_default() } else { (None, head) };
        let mut leaning = SentenceLeanings::default();
        leaning.put(LeaningKind::Whose, whose);
        leaning.put(LeaningKind::Subject, subject);
        leaning
    };
    let mut leanings: Vec<SentenceLeanings> = heads(article, sentences).into_iter().enumerate().map(leaning).collect();
    frame(article, sentences, &mut leanings);
    let denials = sentences.iter().map(|span| Some(*span).filter(|span| denies_before(span.of(text))));
    for (leaning, denial) in leanings.iter_mut().zip(denials.skip(1)) {
        leaning.put(LeaningKind::Denial, denial);
    }
    let is_told: Vec<bool> = (0..sentences.len()).map(|at| is_told(&at)).collect();
    for (leaning, meant) in leanings.iter_mut().zip(antecedents(article, sentences, &is_told)) {
        leaning.antecedents = meant;
    }
    leanings
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

/// True for a sentence that says of the one before it that it is not so: `That is not true.`, `False.`
fn denies_before(text: &str) -> bool {
    let told: Vec<String> = words(text).map(|word| word.to_lowercase().replace('’', "'")).collect();
    let begins = told.first().is_some_and(|first| DENYING.contains(&&**first));
    let said = told.join(" ");
    begins && told.len() <= DENIAL && UNTRUE.iter().any(|untrue| said.ends_with(untrue))
}

/// True for a sentence that speaks of nothing: `That was long ago.`, `Why?`
fn is_hollow(text: &str) -> bool {
    words(text).all(|word| {
        let lower = word.to_lowercase();
        HOLLOW.contains(&&*lower)
    })
}

/// The words of `text`.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'' && c != '-')
        .filter(|word| word.contains(char::is_alphanumeric))
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
        let (is_person, is_thing) = (PERSONS.contains(&&*first), THINGS.contains(&&*first));
        let points = is_person || is_thing;
        let has = |nouns: &dyn Fn(&str) -> bool| words(text).any(|word| nouns(&word.to_lowercase()));
        has_name(text)
            && match self {
                // "Its chair, Ole Berg, …" names a person.
                Self::Person => !is_person,
                Self::Thing => !points,
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
    use crate::review::{Article, Block, BlockKind, LeaningKind, Span};

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
        let leaning = super::leanings(&article, &spans, &speakers)[at].clone();
        // A heading above all has.
        let kinds = LeaningKind::ALL.into_iter().filter(|kind| *kind != LeaningKind::Section);
        kinds.into_iter().find_map(|kind| leaning.on(kind)).map(|span| span.of(article.text()).to_owned())
    }

    #[test]
    fn words_lean_on_the_line_that_says_whose_they_are_or_whether_they_are_true() {
        use BlockKind::{Heading, ListItem, Paragraph};
        let list =
            [(Paragraph, "It lists two claims:"), (ListItem, "- Tolls rose."), (ListItem, "- The toll is 5 crowns.")];
        assert_eq!(leaning(&list, "The toll is").as_deref(), Some("It lists two claims:"));
        let under = [(Heading, "False claims"), (Paragraph, "Tolls rose. The toll is 5 crowns.")];
        assert_eq!(leaning(&under, "The toll is").as_deref(), Some("False claims"));
        let plain = [(Heading, "Background"), (Paragraph, "Tolls rose. The toll is 5 crowns.")];
        assert_eq!(leaning(&plain, "The toll is"), None);
        let tag = [(Paragraph, "Ole Berg wrote: “Tolls rose. The toll is 5 crowns. Nobody pays.” The port is old.")];
        assert_eq!(leaning(&tag, "The toll is").as_deref(), Some("Ole Berg wrote: "));
        assert_eq!(leaning(&tag, "The port"), None);
        let report = [(Paragraph, "The clerk told us that tolls rose. The toll would be 5 crowns. The port is old.")];
        assert_eq!(leaning(&report, "toll would").as_deref(), Some("The clerk told us"));
        assert_eq!(leaning(&report, "The port"), None);
        let colon = [(Paragraph, "The union names its demands: Pay rises. The toll is 5 crowns.")];
        assert_eq!(leaning(&colon, "The toll is").as_deref(), Some("The union names its demands"));
        let nested = [(ListItem, "- Bridge of Oslo"), (ListItem, "- It cost 5 crowns.")];
        assert_eq!(leaning(&nested, "It cost").as_deref(), Some("- Bridge of Oslo"));
    }

    #[test]
    fn a_pronoun_leans_on_the_last_sentence_that_names_something_itself() {
        let told = |text: &str, words: &str| leaning(&[(BlockKind::Paragraph, text)], words);
        let alfa = "Alfa AS is a firm in Oslo.";
        let text = "Alfa AS is a firm in Oslo. It has 5 ships. In 2023 it paid 8 crowns. The port is old.";
        assert_eq!(told(text, "5 ships").as_deref(), Some(alfa));
        assert_eq!(told(text, "8 crowns").as_deref(), Some(alfa));
        assert_eq!(told(text, "port"), None);
        let hollow = "Alfa AS is a firm in Oslo. That was not always so. Why? It has 5 ships.";
        assert_eq!(told(hollow, "5 ships").as_deref(), Some(alfa));
        let bridge = "Alfa AS is a firm in Oslo. A bridge was new. It has 5 lanes.";
        assert_eq!(told(bridge, "5 lanes").as_deref(), Some("A bridge was new."));
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
