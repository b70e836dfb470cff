//! Words by which something becomes more or less, and words for a multiple: what a text says of a change beside its figures.

/// Which way something goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It becomes more.
    Up,
    /// It becomes less.
    Down,
}

/// Words for growing, and for shrinking, in lower case.
#[rustfmt::skip]
pub const RISING: [&str; 51] = [
    "rose", "risen", "rise", "rises", "rising", "grew", "grown", "growth", "climbed", "climbs", "increased", "increase",
    "increases", "increasing", "growing", "grows", "climb", "climbing", "swelled", "jumped", "soared", "surged", "raised", "raises", "doubled", "gained", "expanded", "up", "stieg", "stiegen",
    "gestiegen", "wuchs", "gewachsen", "erhöhte", "plus", "augmenté", "hausse", "passé", "subió", "aumentó", "höjdes", "ökade",
    "ökat", "steg", "ökning", "zuwachs", "anstieg", "crecimiento", "alza",
    "steigt", "steigen",
];
#[rustfmt::skip]
/// See [`RISING`].
pub const FALLING: [&str; 53] = [
    "fell", "fallen", "falls", "fall", "dropped", "drops", "drop", "declined", "decline", "decreased", "decrease", "sank", "shrank",
    "shrunk", "cut", "lowered", "lowers", "falling", "declining", "shrinking", "slashed", "eased", "dipped", "trimmed", "reduced", "slumped", "plunged", "down", "slowed", "halved", "fiel", "fielen", "sanken",
    "gesunken", "zurückgegangen", "gefallen", "rückgang", "baissé", "baisse", "recul", "bajó", "cayó", "caída", "descenso",
    "sänktes", "minskade", "minskning", "föll", "reduction",
    "schrumpfte", "schrumpften", "sinkt", "sinken",
];

/// Words for a multiple, in hundredths, in lower case.
const MULTIPLES: [(&str, i64); 33] = [
    ("doubled", 200),
    ("tripled", 300),
    ("trebled", 300),
    ("quadrupled", 400),
    ("twofold", 200),
    ("threefold", 300),
    ("fourfold", 400),
    ("fivefold", 500),
    ("sixfold", 600),
    ("tenfold", 1000),
    ("halved", 50),
    ("verdoppelt", 200),
    ("verdoppelte", 200),
    ("verdoppelten", 200),
    ("verdreifacht", 300),
    ("verdreifachte", 300),
    ("verdreifachten", 300),
    ("vervierfacht", 400),
    ("vervierfachte", 400),
    ("halbiert", 50),
    ("halbierte", 50),
    ("doublé", 200),
    ("triplé", 300),
    ("duplicado", 200),
    ("duplicó", 200),
    ("duplicaron", 200),
    ("triplicado", 300),
    ("triplicó", 300),
    ("fördubblats", 200),
    ("fördubblades", 200),
    ("tredubblats", 300),
    ("halverats", 50),
    ("halverades", 50),
];

/// Words of a difference of degrees, which has no zero to be counted from.
#[rustfmt::skip]
pub const DIFFERENCE_OF_DEGREES: [&str; 40] = [
    "rise", "rises", "rose", "risen", "rising", "warming", "warmed", "warmer", "hotter", "cooler", "colder", "cooling", "drop",
    "dropped", "fell", "fall", "fallen", "increase", "increased", "decrease", "difference", "above", "below", "anomaly", "swing",
    "jump", "jumped", "than", "erwärmung", "wärmer", "kälter", "anstieg", "réchauffement", "hausse", "aumento", "calentamiento",
    "subida", "ökning", "uppvärmning", "varmare",
];

/// Which way `word`, in lower case, says that something goes; `None` where it says nothing of that.
pub fn direction(word: &str) -> Option<Direction> {
    let up = RISING.contains(&word).then_some(Direction::Up);
    up.or_else(|| FALLING.contains(&word).then_some(Direction::Down))
}

/// How many hundredths `word`, in lower case, says that something became of what it was: 200 for "doubled".
pub fn multiple(word: &str) -> Option<i64> {
    MULTIPLES.iter().find(|(known, _)| *known == word).map(|(_, times)| *times)
}

/// The words for a multiple.
pub fn multiples() -> impl Iterator<Item = (&'static str, i64)> {
    MULTIPLES.into_iter()
}

#[cfg(test)]
mod tests {
    use super::{Direction, FALLING, RISING, direction, multiples};

    #[test]
    fn no_word_goes_both_ways_or_stands_twice() {
        for (at, word) in RISING.iter().enumerate() {
            assert_eq!(direction(word), Some(Direction::Up));
            assert!(!FALLING.contains(word) && RISING.iter().position(|other| other == word) == Some(at), "{word}");
        }
        for (at, word) in FALLING.iter().enumerate() {
            assert_eq!(direction(word), Some(Direction::Down), "{word}");
            assert_eq!(FALLING.iter().position(|other| other == word), Some(at), "{word}");
        }
        assert!(multiples().all(|(word, _)| word == word.to_lowercase()));
    }
}
