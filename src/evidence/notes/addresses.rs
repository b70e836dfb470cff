//! Where somebody lives, as a note has it: a house number and a street, with a postal code behind it or a word that says whose it is.

/// Streets by their last word, as English has it: "14 Mill Lane".
const ENGLISH: [&str; 24] = [
    "street",
    "st",
    "road",
    "rd",
    "lane",
    "avenue",
    "ave",
    "drive",
    "close",
    "square",
    "row",
    "terrace",
    "crescent",
    "court",
    "place",
    "gardens",
    "grove",
    "hill",
    "boulevard",
    "blvd",
    "walk",
    "mews",
    "parade",
    "way",
];

/// How a street's one word ends before its number: "Lindenstraße 7", "Storgata 3".
const ENDINGS: [&str; 22] = [
    "straße", "strasse", "str", "gasse", "weg", "allee", "platz", "ring", "ufer", "damm", "gata", "gaten", "gatan",
    "gade", "veien", "vegen", "vägen", "vej", "straat", "laan", "plein", "katu",
];

/// Streets by their first word, with the number before or behind: "12 rue des Halles", "calle Mayor 4".
const LEADS: [&str; 14] = [
    "rue",
    "avenue",
    "boulevard",
    "chemin",
    "impasse",
    "quai",
    "allée",
    "calle",
    "avenida",
    "plaza",
    "paseo",
    "via",
    "viale",
    "rua",
];

/// Words that make an address somebody's home, in lower case.
const HOMES: [&str; 24] = [
    "home",
    "lives",
    "living",
    "live",
    "resides",
    "residence",
    "address",
    "flat",
    "apartment",
    "wohnt",
    "wohnhaft",
    "wohnung",
    "anschrift",
    "adresse",
    "privat",
    "privatadresse",
    "domicile",
    "habite",
    "domicilio",
    "vive",
    "bor",
    "bostad",
    "adress",
    "woont",
];

/// Words of a street's name at most, before its last one.
const NAME: usize = 3;

/// Words behind an address among which its postal code stands: town and state.
const BEHIND: usize = 5;

/// True for a note with somebody's address.
pub(super) fn has_address(note: &str) -> bool {
    let words: Vec<&str> = note
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let is_home = words.iter().any(|word| HOMES.contains(&word.to_lowercase().as_str()));
    let ends = (0..words.len()).filter_map(|at| street(words.get(at..)?).map(|length| at + length));
    ends.into_iter().any(|end| is_home || words.get(end..).is_some_and(has_code))
}

/// How many words the street and number have that `words` begin with; `None` where they begin with none.
fn street(words: &[&str]) -> Option<usize> {
    let (first, second) = (words.first()?, words.get(1)?);
    let lower = first.to_lowercase();
    if is_capital(first) && ENDINGS.iter().any(|ending| lower.len() > ending.len() && lower.ends_with(ending)) {
        return is_house(second).then_some(2);
    }
    if LEADS.contains(&lower.as_str()) {
        let number = words.iter().skip(2).take(NAME).position(|word| is_house(word))?;
        return Some(number + 3);
    }
    if !is_house(first) {
        return None;
    }
    if LEADS.contains(&second.to_lowercase().as_str()) && words.len() > 2 {
        return Some(3);
    }
    let named = words.iter().skip(1).take(NAME + 1).take_while(|word| is_capital(word)).count();
    let last =
        (2..=named).find(|at| words.get(*at).is_some_and(|word| ENGLISH.contains(&word.to_lowercase().as_str())))?;
    Some(last + 1)
}

/// A house's number, a letter behind it or not: "7", "12a". No year is one.
fn is_house(word: &str) -> bool {
    let figures = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    word.len() - figures.len() <= 1
        && (1..=3).contains(&figures.len())
        && figures.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Does a postal code follow: "4020 Linz", "York YO1 6HT", "Springfield IL 62704"?
fn has_code(behind: &[&str]) -> bool {
    let near = behind.get(..behind.len().min(BEHIND)).unwrap_or_default();
    let year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let figures =
        |word: &&str| (4..=6).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit()) && !year(word);
    let halves = |pair: &[&str]| match pair {
        [out, home] => is_outward(out) && is_inward(home),
        _ => false,
    };
    near.iter().any(figures) || near.windows(2).any(halves)
}

/// The first half of a British code: "YO1", "SW1A".
fn is_outward(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    (1..=2).contains(&letters)
        && (2..=4).contains(&word.len())
        && word.as_bytes().get(letters).is_some_and(u8::is_ascii_digit)
}

/// Its second half: "6HT".
fn is_inward(word: &str) -> bool {
    matches!(word.as_bytes(), [figure, first, second] if figure.is_ascii_digit() && first.is_ascii_uppercase() && second.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::has_address;

    #[test]
    fn where_somebody_lives_is_told_from_where_something_stands() {
        for private in [
            "her home: 8 Quarry Lane, Ostley",
            "Mira Holt, 31 Old Ferry Road, Leeth LE4 2QP",
            "Tomas Brenn, Birkenstraße 9a, 5020 Salzburg",
            "wohnhaft Am Hang, Lindengasse 4",
            "he lives at 5 Hill Street",
            "Claire Aubin, 12 rue des Forges, 69002 Lyon",
            "bor på Storgata 3",
        ] {
            assert!(has_address(private), "{private}");
        }
        for open in [
            "Minutes 4 March 2025, item 5",
            "Survey of 12 Mill Lane, p. 3",
            "12 Mill Lane, a survey, 2023",
            "Annual report 2024, row 12",
            "Interview Holt, 14 May 2024, 00:12:40",
            "the bridge in Bahnhofstraße, report of 2019",
        ] {
            assert!(!has_address(open), "{open}");
        }
    }
}
