//! Words as two texts can be held against each other: without case, marks, stumbles and the ways of writing the same word.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::quantity::{self, Quantity, QuantityValue};
use crate::text::Span;

/// A word of a text in the form in which it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The form: lower case, contractions spelt out (one written word may give two).
    pub(super) form: String,
    /// Where it stands, in bytes of the text.
    pub(super) span: Span,
    /// How it may be passed over.
    pub(super) weight: Weight,
}

/// What a word is worth in a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// It is said.
    Said,
    /// A filler such as "you know": it may be left out of a quote.
    Filler,
    /// It is said over again at once: a stumble, of which a quote may have the last time alone.
    Stumble,
}

impl Weight {
    /// True for what nobody misses in a quote.
    pub(super) const fn is_light(self) -> bool {
        matches!(self, Self::Filler | Self::Stumble)
    }
}

/// Sounds that are no words; they are passed over wherever they stand.
const SOUNDS: [&str; 16] =
    ["um", "uh", "er", "erm", "uhm", "umm", "uhh", "hm", "hmm", "mm", "mhm", "ah", "eh", "äh", "ähm", "öh"];

/// Fillers of two words.
const FILLERS: [(&str, &str); 4] = [("you", "know"), ("i", "mean"), ("sort", "of"), ("kind", "of")];

/// After these "like" says what it says: "looks like", "would like", "more like".
const BEFORE_LIKE: [&str; 44] = [
    "look",
    "looks",
    "looked",
    "looking",
    "feel",
    "feels",
    "felt",
    "sound",
    "sounds",
    "sounded",
    "seem",
    "seems",
    "seemed",
    "smell",
    "smells",
    "taste",
    "tastes",
    "would",
    "should",
    "could",
    "'d",
    "not",
    "do",
    "did",
    "does",
    "i",
    "you",
    "we",
    "they",
    "people",
    "to",
    "more",
    "much",
    "something",
    "anything",
    "nothing",
    "things",
    "someone",
    "place",
    "act",
    "acts",
    "acted",
    "exactly",
    "just",
];

/// Longest stumble: words that are said over again.
const STUMBLE: usize = 8;

/// The words of `text` in `language` (BCP 47); a number with its unit is one word.
pub(super) fn words(text: &str, language: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut broken = Vec::new();
    let numbers = quantity::read(text, language);
    let mut numbers = numbers.iter().filter_map(|number| Some((number.span, value(number)?))).peekable();
    for (at, raw) in text.split_word_bound_indices() {
        let span = Span::new(at, at + raw.len());
        while numbers.next_if(|(number, _)| number.end <= at).is_some() {}
        if let Some((number, form)) = numbers.peek().filter(|(number, _)| number.start <= at) {
            if found.last().is_none_or(|last| last.span != *number) {
                found.push(Word { form: form.clone(), span: *number, weight: Weight::Said });
            }
            continue;
        }
        if raw == "%" {
            found.push(Word { form: "percent".to_owned(), span, weight: Weight::Said });
        } else if raw.starts_with(char::is_alphanumeric) {
            spelt(raw, span, &mut found);
        } else if raw.starts_with(['-', '‐', '–', '—']) && !glued(text, span) {
            broken.push(found.len());
        }
    }
    drop_beginnings(&mut found, &broken);
    found.retain(|word| !SOUNDS.contains(&word.form.as_str()));
    mark_stumbles(&mut found);
    mark_fillers(text, &mut found);
    found
}

/// A number in the form in which it is compared, however it is written; nothing for dates and times of day, whose words are.
fn value(number: &Quantity) -> Option<String> {
    match &number.value {
        QuantityValue::Amount(amount) => {
            let upto = amount.upto.map(|upto| format!("–{}", upto.normalize())).unwrap_or_default();
            Some(format!("{}{upto} {:?}", amount.value.normalize(), amount.unit))
        }
        QuantityValue::Ordinal(place) => Some(format!("{place}.")),
        QuantityValue::Date(_) | QuantityValue::Clock(_) => None,
    }
}

/// Does a hyphen join what stands on both sides?
fn glued(text: &str, span: Span) -> bool {
    text.get(span.end..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// Adds the forms of a written word.
fn spelt(raw: &str, span: Span, found: &mut Vec<Word>) {
    let lower = raw.replace(['’', 'ʼ', '‘'], "'").to_lowercase();
    let mut push = |form: &str| found.push(Word { form: form.to_owned(), span, weight: Weight::Said });
    let plain: Cow<'_, str> = match lower.as_str() {
        "can't" | "cannot" => return ["can", "not"].into_iter().for_each(push),
        "won't" => return ["will", "not"].into_iter().for_each(push),
        "shan't" => return ["shall", "not"].into_iter().for_each(push),
        "ain't" => return ["is", "not"].into_iter().for_each(push),
        "gonna" => return ["going", "to"].into_iter().for_each(push),
        "wanna" => return ["want", "to"].into_iter().for_each(push),
        "gotta" => return ["got", "to"].into_iter().for_each(push),
        "let's" => return ["let", "us"].into_iter().for_each(push),
        "ok" => "okay".into(),
        "per" | "cent" | "pct" if lower == "pct" => "percent".into(),
        "'cause" | "cos" | "cuz" => "because".into(),
        "alright" => return ["all", "right"].into_iter().for_each(push),
        _ => lower.as_str().into(),
    };
    let endings =
        [("n't", "not"), ("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'s", "'s"), ("'d", "'d")];
    for (ending, form) in endings {
        if let Some(stem) = plain.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
            push(stem);
            push(form);
            return;
        }
    }
    push(&plain.replace('\'', ""));
}

/// Takes out a beginning that a dash breaks off and the next word says whole: "p- perhaps".
fn drop_beginnings(words: &mut Vec<Word>, broken: &[usize]) {
    for after in broken.iter().rev() {
        let Some(before) = after.checked_sub(1) else { continue };
        let cut = match (words.get(before), words.get(*after)) {
            (Some(cut), Some(whole)) => cut.form.len() < whole.form.len() && whole.form.starts_with(&cut.form),
            _ => false,
        };
        if cut {
            words.remove(before);
        }
    }
}

/// Marks what is said over again at once, but for the last time: "we, we want", "it is, it is". Numbers are said twice on purpose.
fn mark_stumbles(words: &mut [Word]) {
    let mut kept: Vec<usize> = Vec::with_capacity(words.len());
    for at in 0..words.len() {
        kept.push(at);
        for length in (1..=STUMBLE).rev() {
            let Some(second) = kept.len().checked_sub(length) else { continue };
            let Some(first) = second.checked_sub(length) else { continue };
            let forms = |from: usize, to: usize| {
                let places = kept.get(from..to).unwrap_or_default();
                places.iter().filter_map(|place| words.get(*place)).map(|word| &word.form)
            };
            let number = |form: &String| form.starts_with(|c: char| c.is_numeric());
            if forms(first, second).eq(forms(second, kept.len())) && !forms(first, second).all(number) {
                for place in kept.drain(first..second) {
                    if let Some(word) = words.get_mut(place) {
                        word.weight = Weight::Stumble;
                    }
                }
                break;
            }
        }
    }
}

/// Marks the words that a quote may leave out.
fn mark_fillers(text: &str, words: &mut [Word]) {
    let set_off = |span: Span| {
        let before = text.get(..span.start).unwrap_or_default().trim_end().ends_with([',', '—', '–', '-', '.']);
        before && text.get(span.end..).unwrap_or_default().starts_with([',', ' ', '.'])
    };
    let mut before = String::new();
    let mut at = 0;
    while let Some(rest) = words.get_mut(at..) {
        match rest {
            [first, second, ..] if FILLERS.contains(&(first.form.as_str(), second.form.as_str())) => {
                first.weight = Weight::Filler;
                second.weight = Weight::Filler;
            }
            [like, ..] if like.form == "like" && (set_off(like.span) || !BEFORE_LIKE.contains(&before.as_str())) => {
                like.weight = Weight::Filler;
            }
            [] => return,
            _ => {}
        }
        if let Some(word) = rest.first() {
            before.clone_from(&word.form);
        }
        at += 1;
    }
}

/// Is `bare`, a number without a unit, the one that `form` has with its unit?
pub(super) fn begins(bare: &str, form: &str) -> bool {
    bare.strip_suffix("Bare").is_some_and(|number| form.starts_with(number))
}

/// Are two forms the same word? A clipped ending stands for either of the words that it may be.
pub(super) fn same(one: &str, other: &str) -> bool {
    let clipped = |short: &str, long: &str| match short {
        "'s" => matches!(long, "is" | "has" | "us"),
        "'d" => matches!(long, "would" | "had" | "did"),
        _ => false,
    };
    one == other || clipped(one, other) || clipped(other, one)
}

/// Does the word turn round what is said?
pub(super) fn denies(form: &str) -> bool {
    matches!(
        form,
        "not"
            | "no"
            | "never"
            | "none"
            | "nobody"
            | "nothing"
            | "neither"
            | "nor"
            | "without"
            | "hardly"
            | "nowhere"
            | "nicht"
            | "kein"
            | "keine"
            | "keinen"
            | "keiner"
            | "nie"
            | "niemals"
            | "ohne"
            | "pas"
            | "jamais"
            | "nunca"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> String {
        words(text, "en").into_iter().map(|word| word.form).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_written_in_two_ways_has_one_form() {
        assert_eq!(forms("We can’t say 5%"), forms("we cannot say 5 percent"));
        assert_eq!(forms("They’re gonna go"), forms("they are going to go"));
        assert!(same("'s", "has") && same("is", "'s") && !same("is", "has"));
    }

    #[test]
    fn a_stumble_is_marked_and_its_last_time_is_what_is_said() {
        let said = |text: &str| {
            let said = words(text, "en").into_iter().filter(|word| word.weight == Weight::Said);
            said.map(|word| word.form).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(said("We, um, we want th- that, that bridge"), "we want that bridge");
        assert_eq!(said("It is, it is, it is shut"), "it is shut");
        assert_eq!(said("I think it's going to be, it's going to be cold"), "i think it 's going to be cold");
        assert_eq!(forms("We, we want it"), "we we want it");
        assert_eq!(forms("after fourteen days"), forms("after 14 days"));
    }

    #[test]
    fn like_is_a_filler_only_where_it_says_nothing() {
        let fillers = |text: &str| words(text, "en").iter().filter(|word| word.weight == Weight::Filler).count();
        assert_eq!(fillers("and like nobody came, you know"), 3);
        assert_eq!(fillers("it looks like rain and I like it"), 0);
    }
}
