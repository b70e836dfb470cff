//! Words that cast what other sentences say: as somebody's, as hedged, denied, false or true.

use std::collections::BTreeSet;

use super::leaning::{self, EMPTY};
use super::redraft::fold;

/// Words of a heading, or of the line before a list, that say whose the words under it are, or whether they are true.
#[rustfmt::skip]
const CASTING: &[&str] = &[
    "claim", "claims", "claimed", "say", "says", "said", "argue", "argues", "argument", "arguments", "allegation", "allegations",
    "allege", "alleges", "alleged", "accusation", "accusations", "accuse", "accuses", "promise", "promises", "promised", "demand",
    "demands", "demanded", "want", "wants", "believe", "believes", "think", "thinks", "deny", "denies", "denied", "dispute",
    "disputes", "disputed", "refute", "refutes", "refuted", "reject", "rejects", "rejected", "critic", "critics", "opponent",
    "opponents", "supporter", "supporters", "defenders", "proponents", "myth", "myths", "false", "true", "untrue", "fact", "facts",
    "fiction", "lie", "lies", "wrong", "right", "correct", "misleading", "fake", "rumour", "rumours", "rumor", "rumors",
    "conspiracy", "finding", "findings", "found", "known", "unknown", "open", "for", "against", "pro", "contra", "pros", "cons",
    "according", "response", "reply", "replies", "answer", "answers", "verdict", "not", "no", "never",
    "behaupten", "behauptet", "behauptung", "behauptungen", "gegner", "kritiker", "befürworter", "falsch", "richtig", "wahr",
    "unwahr", "mythos", "mythen", "fakt", "fakten", "lüge", "lügen", "sagen", "sagt", "fordert", "fordern", "forderungen",
    "påstand", "påstande", "påstår", "sandt", "falsk", "faux", "vrai", "verdadero", "falso",
];

/// Words that turn what is reported: that it is denied, or not said at all.
#[rustfmt::skip]
const DENYING: &[&str] = &[
    "denied", "denies", "deny", "denying", "refuted", "refutes", "refused", "refuses", "rejected", "rejects", "disputed", "disputes",
    "doubted", "doubts", "not", "never", "no", "nobody", "none", "neither", "nor", "hardly", "falsely", "wrongly", "false", "untrue",
    "wrong", "lied", "lies", "joked", "didn't", "doesn't", "hasn't", "wasn't", "isn't", "won't", "haven't", "invented", "retracted",
    "withdrew", "nicht", "nie", "niemand", "kein", "keine", "bestritt", "bestreitet", "dementierte", "ikke", "aldrig", "aldri",
    "inte", "benægtede", "nektet", "förnekade", "jamais", "nié", "nunca", "negó",
];

/// Words that turn it, too: that it is hearsay, or only may be.
#[rustfmt::skip]
const HEDGING: &[&str] = &[
    "alleged", "allegedly", "reportedly", "supposedly", "apparently", "purportedly", "claim", "claims", "claimed", "may", "might",
    "could", "would", "if", "perhaps", "possibly", "probably", "rumoured", "rumored", "angeblich", "soll", "sollen", "wollte",
    "angiveligt",
];

/// Behind these, "to have" and "to be" make hearsay of it.
const HEARSAY: &[&str] = &["said", "reported", "believed", "thought", "understood", "known", "supposed", "quoted"];

/// How many there are of what follows, which is no matter of what is said of it.
#[rustfmt::skip]
const COUNTS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "several", "some", "many",
    "few", "following", "more", "other", "others", "is", "are", "was", "were", "be", "been", "has", "have", "had",
];

/// True for words that cast what stands under them.
pub fn casts(text: &str) -> bool {
    let all: Vec<String> = words(text).collect();
    // "For:" over the arguments casts, and "Figures for 2021" does not.
    let alone = all.len() < 3;
    all.iter().any(|word| CASTING.contains(&&**word) && (alone || word != "for"))
}

/// True for a word, in lower case, that says that what is reported is not so.
pub fn denies(word: &str) -> bool {
    DENYING.contains(&word)
}

/// True for a word, in lower case, that says that what is reported is hearsay, or may be.
pub fn hedges(word: &str) -> bool {
    HEDGING.contains(&word)
}

/// True for three words, in lower case, that make hearsay of what follows: "said to have".
pub fn is_hearsay(said: &str, to: &str, be: &str) -> bool {
    HEARSAY.contains(&said) && to == "to" && ["have", "be"].contains(&be)
}

/// True where the one says otherwise than the other what holds for all that is listed or told under it.
pub(super) fn is_other_frame(was: Option<&str>, is: Option<&str>) -> bool {
    match (was, is) {
        (Some(was), Some(is)) => content(was) != content(is),
        (None, None) => false,
        (Some(_), None) => true,
        (None, Some(is)) => casts(is),
    }
}

/// True where another item stands above one in a ranking, or one where none stood. An item that was reworded is the same.
pub(super) fn is_other_item(was: Option<&str>, is: Option<&str>) -> bool {
    let (Some(was), Some(is)) = (was, is) else { return was.is_some() != is.is_some() };
    let (was, is) = (content(was), content(is));
    was.intersection(&is).count() * 2 < was.len().min(is.len())
}

/// True where what is reported is hedged, denied or owned otherwise than before.
pub(super) fn is_turned(was: Option<&str>, is: Option<&str>) -> bool {
    let turns = |text: Option<&str>| text.map(turns).unwrap_or_default();
    turns(was) != turns(is)
}

/// True where the words that say whose these are name somebody else, or turn what they said.
pub(super) fn is_others_words(was: Option<&str>, is: Option<&str>) -> bool {
    is_turned(was, is) || leaning::is_other(was, is)
}

/// The words of `text`, in small letters.
fn words(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text).to_lowercase();
    let parted = folded.split(|c: char| !c.is_alphanumeric() && c != '\'');
    parted.filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>().into_iter()
}

/// The words that turn what is reported.
fn turns(text: &str) -> BTreeSet<String> {
    let all: Vec<String> = words(text).collect();
    let hearsay = |three: &[String]| matches!(three, [said, to, be] if is_hearsay(said, to, be));
    let heard = all.windows(3).any(hearsay).then(|| "hearsay".to_owned());
    all.iter().filter(|word| denies(word) || hedges(word)).cloned().chain(heard).collect()
}

/// The words that say something, whatever their ending; not how many things follow.
fn content(text: &str) -> BTreeSet<String> {
    let says = |word: &String| {
        let is_count = word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        // What the lists hold of both is what casts: a list headed "For" is another than one headed "Against".
        let is_empty = EMPTY.contains(&&**word) && !CASTING.contains(&&**word);
        !is_count && !is_empty && !COUNTS.contains(&&**word)
    };
    let all: Vec<String> = words(text).collect();
    let alone = all.len() < 3;
    let said = all.into_iter().filter(|word| says(word) && (alone || word != "for"));
    said.map(|word| stem(&word).to_owned()).collect()
}

/// `word` without the ending that a number or a tense gives it.
fn stem(word: &str) -> &str {
    let without =
        ["ing", "ed", "es", "s"].into_iter().find_map(|end| word.strip_suffix(end).filter(|stem| stem.len() > 3));
    without.unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::{is_other_frame, is_others_words, is_turned};

    #[test]
    fn what_holds_for_all_that_stands_under_it_is_told_by_its_words() {
        for (was, is, other) in [
            ("The report lists three claims:", "The report refutes three claims:", true),
            ("The report lists three claims:", "Opponents of the quarry claim:", true),
            ("The report lists three claims:", "The report listed these four claims:", false),
            ("False claims", "True claims", true),
            ("Claims that are false", "False claims", false),
            ("What opponents claim", "What the opponents claimed", false),
            ("In 2023 the firm built:", "In 2022 the firm built:", true),
            ("For:", "Against:", true),
        ] {
            assert_eq!(is_other_frame(Some(was), Some(is)), other, "{was} {is}");
        }
        assert!(is_other_frame(Some("False claims"), None) && is_other_frame(None, Some("False claims")));
        assert!(!is_other_frame(None, Some("Two days passed:")));
    }

    #[test]
    fn a_tag_that_hedges_denies_or_names_another_is_another() {
        for (was, is, turned, others) in [
            ("Ole Berg said:", "Ole Berg is said to have said:", true, true),
            ("The clerk told reporters", "The clerk denied to reporters", true, true),
            ("The clerk told reporters", "The clerk told the council", false, false),
            ("The clerk told reporters", "The rival told reporters", false, true),
            ("Ole Berg wrote:", "Berg wrote on Monday:", false, false),
            ("Ole Berg said:", "Ole Berg reportedly said:", true, true),
        ] {
            assert_eq!(is_turned(Some(was), Some(is)), turned, "{was} {is}");
            assert_eq!(is_others_words(Some(was), Some(is)), others, "{was} {is}");
        }
    }
}
