//! Finds quoted words in an article, whatever became of blanks, quotation marks, dashes and letters on the way.

use std::cmp::Reverse;

use unicode_segmentation::UnicodeSegmentation;

use super::alike::{same_words, squeezed};
use super::item::Quote;
use crate::review::{Article, Span};

/// Bytes behind the place where a quote is looked for first.
const SOON: usize = 4096;

/// Characters of the surroundings that must agree before they count: fewer agree by chance.
const TELLING: usize = 4;

/// Places of one quote that are weighed at most; words that stand more often are no quote.
const MOST: usize = 2_000;

/// Where quoted words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// There, in bytes of the article's text.
    Here(Span),
    /// In so many places, and nothing tells which is meant.
    Many(usize),
    /// Nowhere, or only inside a grapheme.
    Nowhere,
}

/// A text without blanks and with one sign for many, and the way back to its bytes.
pub(super) struct TextPlaces {
    flat: String,
    /// For each byte of `flat` the first byte of its grapheme in the text, and the byte behind that.
    bytes: Vec<(usize, usize)>,
}

/// One place and how well it fits; the greatest is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct PlaceFit {
    /// Characters of the surroundings that agree; 0 for fewer than tell anything.
    agree: usize,
    /// True when the position that the file gives is just this one.
    there: bool,
    /// True when the words begin and end where words do.
    words: bool,
    /// How far it is from the position that the file gives, in bytes.
    far: Reverse<usize>,
}

impl TextPlaces {
    /// Reads a text once.
    pub(super) fn new(text: &str) -> Self {
        let (mut flat, mut bytes) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
        for (at, grapheme) in text.grapheme_indices(true) {
            let from = flat.len();
            match grapheme.as_bytes() {
                [b'-'] if flat.ends_with('-') => {}
                [one] if one.is_ascii_whitespace() => {}
                [one] if one.is_ascii_graphic() && *one != b'`' => flat.push(char::from(*one)),
                _ => {
                    let folded = squeezed(grapheme);
                    if folded != "-" || !flat.ends_with('-') {
                        flat.push_str(&folded);
                    }
                }
            }
            bytes.extend((from..flat.len()).map(|_| (at, at + grapheme.len())));
        }
        Self { flat, bytes }
    }

    /// Where the words of `quote` stand: of several places the one whose surroundings agree furthest with the quote's, then the
    /// one at the position that the file gives, then the one nearest to it. Surroundings that agree nowhere count for nothing.
    ///
    /// A place soon after byte `near` is taken at once when all of the surroundings agree: files quote in the article's order.
    pub(super) fn find(&self, article: &Article, quote: &Quote, near: usize) -> Stand {
        let words = squeezed(&quote.exact);
        if words.is_empty() {
            return Stand::Nowhere;
        }
        let sides = (squeezed(&quote.prefix), squeezed(&quote.suffix));
        let around = sides.0.chars().count() + sides.1.chars().count();
        let positions = positions(article, quote.start);
        let place = |at: usize| self.place(article.text(), at, &words, &sides, &positions);
        if around >= TELLING {
            let from = self.flat.floor_char_boundary(self.bytes.partition_point(|(byte, _)| *byte < near));
            let to = self.flat.floor_char_boundary(from + words.len() + SOON);
            let soon = self.flat.get(from..to).unwrap_or_default();
            let mut places = soon.match_indices(&words).filter_map(|(at, _)| place(from + at));
            if let Some((span, _)) = places.find(|(_, fit)| fit.agree == around && fit.words) {
                return Stand::Here(span);
            }
        }
        let found: Vec<(Span, PlaceFit)> =
            self.flat.match_indices(&words).take(MOST).filter_map(|(at, _)| place(at)).collect();
        let Some(best) = found.iter().map(|(_, fit)| *fit).max() else { return Stand::Nowhere };
        let mut meant = found.iter().filter(|(_, fit)| *fit == best);
        match (meant.next(), meant.count()) {
            (Some((span, _)), 0) => Stand::Here(*span),
            (_, more) => Stand::Many(more + 1),
        }
    }

    fn place(
        &self,
        text: &str,
        at: usize,
        words: &str,
        (prefix, suffix): &(String, String),
        positions: &[usize],
    ) -> Option<(Span, PlaceFit)> {
        let end = at + words.len();
        let span = Span::new(self.bytes.get(at)?.0, self.bytes.get(end.checked_sub(1)?)?.1);
        // A grapheme that gave several characters is taken whole or not at all.
        let cut = |at: usize| at > 0 && self.bytes.get(at).is_some_and(|here| self.bytes.get(at - 1) == Some(here));
        if cut(at) || cut(end) {
            return None;
        }
        let agree = agreement(self.flat.get(..at)?.chars().rev(), prefix.chars().rev())
            + agreement(self.flat.get(end..)?.chars(), suffix.chars());
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let first = letter(text.get(..span.start)?.chars().next_back()) && letter(words.chars().next());
        let last = letter(text.get(span.end..)?.chars().next()) && letter(words.chars().next_back());
        let far = positions.iter().map(|wanted| wanted.abs_diff(span.start)).min().unwrap_or_default();
        let fit = PlaceFit {
            agree: if agree < TELLING { 0 } else { agree },
            there: far == 0 && !positions.is_empty(),
            words: !first && !last,
            far: Reverse(far),
        };
        Some((span, fit))
    }
}

/// Byte offsets that `start` may mean: as code points, and as UTF-16 code units.
fn positions(article: &Article, start: Option<usize>) -> Vec<usize> {
    let Some(start) = start else { return Vec::new() };
    let mut positions: Vec<usize> = article.byte(start).into_iter().collect();
    let mut units = 0;
    let wide = article.text().char_indices().find(|(_, character)| {
        let here = units >= start;
        units += character.len_utf16();
        here
    });
    positions.extend(wide.map(|(at, _)| at));
    positions
}

/// True when a claim's own words are those that a file quotes.
pub(super) fn quotes(words: &str, quote: &Quote) -> bool {
    same_words(words, &quote.exact)
}

/// How many characters two texts share from where they begin.
fn agreement(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str, exact: &str, prefix: &str, suffix: &str, start: Option<usize>) -> Option<String> {
        let article = Article::new("", text, Vec::new()).unwrap();
        let quote = Quote { exact: exact.to_owned(), prefix: prefix.to_owned(), suffix: suffix.to_owned(), start };
        match TextPlaces::new(text).find(&article, &quote, 0) {
            Stand::Here(span) => Some(format!("{}|{}", article.code_point(span.start), article.words(span))),
            Stand::Many(places) => Some(format!("{places} places")),
            Stand::Nowhere => None,
        }
    }

    #[test]
    fn blanks_do_not_matter() {
        let text = "The ferry\n\nleft  at “nine”.";
        for quote in ["ferry left\tat “nine”", "ferryleft at \"nine\"", "fer\u{ad}ry\u{a0}left at „nine‟"] {
            assert_eq!(find(text, quote, "", "", None).as_deref(), Some("4|ferry\n\nleft  at “nine”"), "{quote}");
        }
    }

    #[test]
    fn dashes_and_letters_are_found_however_they_are_written() {
        let text = "The café – open since 1871 -- is shut—for now.";
        for quote in ["cafe\u{301} - open", "café—open", "café -- open"] {
            assert_eq!(find(text, quote, "", "", None).as_deref(), Some("4|café – open"), "{quote}");
        }
        assert_eq!(find(text, "1871 – is", "", "", None).as_deref(), Some("22|1871 -- is"));
    }

    #[test]
    fn of_several_places_the_surroundings_decide_then_the_position() {
        let text = "é It rose. Fares: It rose. Then It rose.";
        assert_eq!(find(text, "It rose.", "Fares: ", " Then", None).as_deref(), Some("18|It rose."));
        assert_eq!(find(text, "It rose.", "", "", Some(40)).as_deref(), Some("32|It rose."));
        assert_eq!(find(text, "It rose.", "", "", None).as_deref(), Some("3 places"));
        assert_eq!(
            find(text, "It rose.", "Wages and prices: ", " Nobody knows", Some(18)).as_deref(),
            Some("18|It rose.")
        );
        assert_eq!(find(text, "It fell.", "", "", Some(2)), None);
    }

    #[test]
    fn a_position_is_in_code_points_or_in_utf16_whichever_fits() {
        let text = "🐟🐟🐟 It rose. It rose.";
        for (start, found) in [(4, 4), (7, 4), (13, 13), (16, 13)] {
            assert_eq!(find(text, "It rose.", "", "", Some(start)), Some(format!("{found}|It rose.")), "{start}");
        }
    }

    #[test]
    fn a_place_nearby_is_taken_only_when_all_around_it_agrees() {
        let text = "Fares: It rose. Then It rose. Fares: It rose. Now It rose.";
        let article = Article::new("", text, Vec::new()).unwrap();
        let find = |prefix: &str, suffix: &str, near| {
            let quote = Quote { exact: "It rose.".into(), prefix: prefix.into(), suffix: suffix.into(), start: None };
            TextPlaces::new(text).find(&article, &quote, near)
        };
        assert_eq!(find("Fares:", "", 20), Stand::Here(Span::new(37, 45)), "the next with these surroundings");
        assert_eq!(find("Fares:", "Then", 20), Stand::Here(Span::new(7, 15)), "none after it has them");
    }

    #[test]
    fn no_grapheme_is_cut_and_whole_words_go_first() {
        assert_eq!(find("a 👩‍👧 b", "👩", "", "", None), None);
        assert_eq!(find("The lamps of the lamp.", "lamp", "", "", None).as_deref(), Some("17|lamp"));
    }
}
