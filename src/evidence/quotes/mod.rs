//! Direct quotes against what was said. Likeness finds the place; words decide what it is worth.

mod align;
mod judge;
mod pattern;
mod place;
mod standing;

use std::borrow::Borrow;

use self::pattern::{Part, Pattern};
use super::material::Material;
use super::words::{self, Word};
use crate::text::Span;

pub use judge::Mend;
pub use standing::Standing;

/// Where something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The index of the material.
    pub material: usize,
    /// The words, in bytes of its text.
    pub span: Span,
}

/// A quote that was held against the materials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What it is worth.
    pub standing: Standing,
    /// Where it was said; `None` when it was not found.
    pub said: Option<Said>,
    /// How the quote's words differ from those said, in order; nothing where they don't.
    pub mends: Vec<Mend>,
    /// What was passed over, or what is wrong with a mark: a few words each.
    pub says: Vec<String>,
}

/// A material with its words.
struct Heard<'a> {
    text: &'a str,
    words: Vec<Word>,
    index: place::Index,
}

/// Each of `quotes` (the words between the marks, in `language` as BCP 47) against all of `materials`; one entry a quote, in order.
pub fn check<M: Borrow<Material>>(quotes: &[&str], language: &str, materials: &[M]) -> Vec<Checked> {
    let heard: Vec<Heard<'_>> = materials
        .iter()
        .map(|material| {
            let material: &Material = material.borrow();
            let words = words::words(&material.text, language);
            Heard { text: &material.text, index: place::Index::of(&words), words }
        })
        .collect();
    quotes.iter().map(|quote| against(quote, language, &heard)).collect()
}

/// One quote against everything that was heard: the material that it costs least to find it in.
fn against(quote: &str, language: &str, heard: &[Heard<'_>]) -> Checked {
    let pattern = pattern::pattern(quote, language);
    let mut best: Option<(u32, usize, judge::Verdict)> = None;
    for (material, heard) in heard.iter().enumerate() {
        for (from, to) in place::candidates(&pattern, &heard.words, &heard.index) {
            let window = heard.words.get(from..to).unwrap_or_default();
            let alignment = align::align(&pattern.parts, window);
            if best.as_ref().is_some_and(|(cost, ..)| *cost <= alignment.cost) {
                continue;
            }
            let verdict = judge::judge(&pattern, quote, window, heard.text, &alignment);
            best = Some((alignment.cost, material, verdict));
        }
    }
    match best {
        Some((_, material, verdict)) if verdict.standing != Standing::NotFound => {
            let begun = begins_elsewhere(&pattern, quote, heard, verdict.lead);
            let said = begun.unwrap_or(Said { material, span: verdict.span });
            let mut says = verdict.says;
            if begun.is_some() {
                says.push("spliced: it begins here, and goes on with words from another place".to_owned());
            }
            Checked { standing: verdict.standing, said: Some(said), mends: verdict.mends, says }
        }
        _ => Checked { standing: Standing::NotFound, said: None, mends: Vec::new(), says: Vec::new() },
    }
}

/// Words at a quote's beginning that are looked for by themselves.
const BEGINNING: usize = 4;

/// Where the first `lead` parts of a quote were said, which were not at the place of the others.
fn begins_elsewhere(pattern: &Pattern, quote: &str, heard: &[Heard<'_>], lead: usize) -> Option<Said> {
    let parts: Vec<Part> = pattern.parts.iter().take(lead).cloned().collect();
    let begun = Pattern { parts, letter: pattern.letter };
    if begun.words() < BEGINNING {
        return None;
    }
    heard.iter().enumerate().find_map(|(material, heard)| {
        place::candidates(&begun, &heard.words, &heard.index).into_iter().find_map(|(from, to)| {
            let window = heard.words.get(from..to).unwrap_or_default();
            let alignment = align::align(&begun.parts, window);
            let verdict = judge::judge(&begun, quote, window, heard.text, &alignment);
            (verdict.standing < Standing::Altered).then_some(Said { material, span: verdict.span })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Locator;

    const TALK: &str = "Well, um, we were never asked, and I think that is, is wrong. The repair cost 44 percent more than \
        the council had promised us. I did not vote for it. Nobody in this town wants a second bridge, you know, \
        and we don't need one. The old bridge was built by people who knew what they were doing, and it stood.";

    fn standing(quote: &str) -> Standing {
        let mut talk = Material::new("talk.txt");
        talk.push(TALK, Locator::Paragraph(1), None);
        check(&[quote], "en", &[talk]).remove(0).standing
    }

    #[test]
    fn the_same_words_are_exact_whatever_the_ear_adds() {
        assert_eq!(standing("We were never asked, and I think that is wrong"), Standing::Exact);
        assert_eq!(standing("The repair cost 44% more than the council had promised us."), Standing::Exact);
        assert_eq!(standing("Nobody in this town wants a second bridge, and we do not need one."), Standing::Exact);
    }

    #[test]
    fn what_is_marked_is_marked() {
        assert_eq!(standing("The repair cost 44 percent more than [they] had promised us"), Standing::Marked);
        assert_eq!(standing("The old bridge was built by people … and it stood"), Standing::Marked);
        assert_eq!(standing("[T]he old bridge was built by people who knew"), Standing::Marked);
    }

    #[test]
    fn a_changed_word_is_altered() {
        assert_eq!(standing("We were never told, and I think that is wrong"), Standing::Altered);
        assert_eq!(
            standing("The repair clearly cost 44 percent more than the council had promised us"),
            Standing::Altered
        );
        assert_eq!(standing("Nobody in this town wants a second bridge, and we do need one."), Standing::Altered);
        assert_eq!(standing("The repair cost 54 percent more than the council had promised us"), Standing::Altered);
    }

    #[test]
    fn the_outermost_words_of_a_quote_are_told_with_what_was_said_there() {
        let mut talk = Material::new("talk.txt");
        talk.push(TALK, Locator::Paragraph(1), None);
        let told = |quote: &str| {
            let checked = check(&[quote], "en", std::slice::from_ref(&talk)).remove(0);
            (checked.standing, checked.mends, checked.said.unwrap().span.of(TALK).to_owned())
        };
        let changed = |quote: &str, said: &str| Mend::Changed(quote.to_owned(), said.to_owned());
        assert_eq!(
            told("The repair cost 44 percent more than the council had promised them."),
            (
                Standing::Altered,
                vec![changed("them", "us")],
                "The repair cost 44 percent more than the council had promised us".to_owned()
            )
        );
        let (_, mends, said) = told("They were never asked, and I think that is wrong.");
        assert_eq!(mends, [changed("They", "we")]);
        assert!(said.starts_with("we were never asked"), "{said}");
        // Two words, each on the one in its place.
        let (_, mends, said) = told("The old bridge was built by people who knew what we made.");
        assert_eq!(mends, [changed("we", "they"), changed("made", "were")]);
        assert!(said.ends_with("knew what they were"), "{said}");
        // Where the sentence was over, nothing was said that the word could stand for.
        assert_eq!(told("I did not vote for it twice.").1, [Mend::Added("twice".to_owned())]);
        assert_eq!(told("Honestly, I did not vote for it.").1, [Mend::Added("Honestly".to_owned())]);
    }

    #[test]
    fn a_mark_hides_no_denial_and_turns_nothing_round() {
        assert_eq!(standing("I [did] vote for it."), Standing::Altered);
        assert_eq!(standing("I did … vote for it."), Standing::Altered);
        assert_eq!(standing("and it stood … The old bridge was built by people who knew"), Standing::Altered);
    }

    #[test]
    fn clauses_spliced_without_a_mark_are_altered() {
        assert_eq!(standing("The repair cost 44 percent more and we don't need one"), Standing::Altered);
    }

    #[test]
    fn what_nobody_said_is_not_found() {
        assert_eq!(standing("Every taxpayer will remember this winter for a long time"), Standing::NotFound);
    }
}
