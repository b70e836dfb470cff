//! Words as the search counts them: endings cut, stop words out, number words and digits one.

use tantivy::tokenizer::{
    Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, StopWordFilter, TextAnalyzer,
};

use super::formulas;
use crate::quantity;
use crate::text::Span;

/// Longer runs of letters are keys and addresses.
const LONGEST: usize = 60;

/// A word that is searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// Its stem; for a number its value.
    pub(super) form: String,
    /// Where it stands, in bytes of the text.
    pub(super) span: Span,
}

impl Term {
    /// Is it a figure or a number word?
    pub(super) fn is_number(&self) -> bool {
        self.form.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// Cuts texts of one language into terms.
#[derive(Clone)]
pub(super) struct Terms {
    language: String,
    analyzer: TextAnalyzer,
}

impl Terms {
    /// For a language (BCP 47); as for English when it is not known.
    pub(super) fn of(code: &str) -> Self {
        let language = known(code.split(['-', '_']).next().unwrap_or_default());
        let base = TextAnalyzer::builder(SimpleTokenizer::default())
            .filter(RemoveLongFilter::limit(LONGEST))
            .filter(LowerCaser);
        let primary = code.split(['-', '_']).next().filter(|code| !code.is_empty()).unwrap_or("en");
        let stops = stop_words::lookup(primary).unwrap_or_default().iter().map(|word| (*word).to_owned());
        let analyzer = base.filter(StopWordFilter::remove(stops)).filter(Stemmer::new(language)).build();
        Self { language: code.to_owned(), analyzer }
    }

    /// The terms of `text`, in order; an amount is one term beside the word of its unit.
    pub(super) fn cut(&mut self, text: &str) -> Vec<Term> {
        let mut found: Vec<Term> = Vec::with_capacity(text.len() / 8);
        let amounts = quantity::read(text, &self.language);
        let mut amounts = amounts.iter().filter_map(|number| Some((number.span, number.amount()?))).peekable();
        let mut formulas = formulas::spans(text).peekable();
        let formula = |at: Span| Term { form: joined(at.of(text)), span: at };
        let mut told = None;
        let mut stream = self.analyzer.token_stream(text);
        while let Some(token) = stream.next() {
            let span = Span::new(token.offset_from, token.offset_to);
            while let Some(at) = formulas.next_if(|at| at.end <= span.start) {
                found.push(formula(at));
            }
            if formulas.peek().is_some_and(|at| at.start <= span.start) {
                continue;
            }
            while amounts.next_if(|(amount, _)| amount.end <= span.start).is_some() {}
            if let Some((at, amount)) = amounts.peek().filter(|(amount, _)| amount.start <= span.start) {
                if told != Some(*at) {
                    told = Some(*at);
                    found.push(Term { form: amount.value.normalize().to_string(), span: *at });
                }
                if token.text.starts_with(|c: char| c.is_ascii_digit()) {
                    continue;
                }
            }
            found.push(Term { form: leveled(&token.text), span });
        }
        found.extend(formulas.map(formula));
        found
    }
}

/// A formula with its figures at its letters.
fn joined(formula: &str) -> String {
    formula.chars().filter(|c| *c != ' ').flat_map(char::to_lowercase).collect()
}

/// A word with the figures that are set lower in it as plain ones: CO₂.
fn leveled(word: &str) -> String {
    const LOWERED: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
    if word.is_ascii() {
        return word.to_owned();
    }
    let level = |c: char| ('0'..='9').zip(LOWERED).find(|(_, lowered)| *lowered == c).map_or(c, |(plain, _)| plain);
    word.chars().map(level).collect()
}

fn known(code: &str) -> Language {
    match code {
        "da" => Language::Danish,
        "de" => Language::German,
        "el" => Language::Greek,
        "es" => Language::Spanish,
        "fi" => Language::Finnish,
        "fr" => Language::French,
        "hu" => Language::Hungarian,
        "it" => Language::Italian,
        "nb" | "nn" | "no" => Language::Norwegian,
        "nl" => Language::Dutch,
        "pt" => Language::Portuguese,
        "ro" => Language::Romanian,
        "ru" => Language::Russian,
        "sv" => Language::Swedish,
        "tr" => Language::Turkish,
        _ => Language::English,
    }
}

#[cfg(test)]
mod tests {
    use super::Terms;

    fn forms(text: &str) -> Vec<String> {
        Terms::of("en").cut(text).into_iter().map(|term| term.form).collect()
    }

    #[test]
    fn endings_and_stop_words_make_no_difference() {
        assert_eq!(forms("the bridges were repaired"), forms("Bridge repairs"));
    }

    #[test]
    fn a_number_is_one_term_however_it_is_written() {
        assert_eq!(forms("1,200 ships"), ["1200", "ship"]);
        assert_eq!(forms("twelve ships").first(), forms("12 ships").first());
    }

    #[test]
    fn a_formula_is_one_term_however_its_figure_is_set() {
        for text in ["CO2 levels", "CO₂ levels", "CO 2 levels"] {
            assert_eq!(forms(text), ["co2", "level"], "{text}");
        }
        assert_eq!(forms("Vents shed SO 2"), forms("vents shed SO2"));
    }
}
