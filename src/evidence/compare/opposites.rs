//! Words of which one says the opposite of the other, and words for what is only meant to be.

/// Words for the one, and for its opposite, in lower case. Which way a figure goes is `quantity`'s.
type Opposites = (&'static [&'static str], &'static [&'static str]);

#[rustfmt::skip]
const OPPOSITES: &[Opposites] = &[
    (&["approved", "approve", "approves", "accepted", "accepts", "adopted", "granted"],
        &["rejected", "rejects", "reject", "refused", "refuses", "vetoed", "declined"]),
    (&["won", "wins", "win", "winning"], &["lost", "loses", "lose", "losing"]),
    (&["gained", "gains"], &["lost", "loses"]),
    (&["passed", "passes", "succeeded"], &["failed", "fails"]),
    (&["exports", "export", "exported", "exporting"], &["imports", "import", "imported", "importing"]),
    (&["born", "birth"], &["died", "dies", "death"]),
    (&["bought", "buys", "buy", "acquired", "purchased"], &["sold", "sells", "sell"]),
    (&["lent", "lends"], &["borrowed", "borrows"]),
    (&["opened", "opens", "opening"], &["closed", "closes", "shut", "closing"]),
    (&["hired", "hires", "recruited", "employed", "employs"], &["fired", "dismissed", "sacked", "laid"]),
    (&["arrived", "arrives", "joined", "joins"], &["left", "leaves", "departed", "quit"]),
    (&["built", "builds", "erected"], &["demolished", "destroyed", "razed"]),
    (&["added", "adds"], &["removed", "removes"]),
    (&["convicted", "guilty"], &["acquitted", "cleared"]),
    (&["allowed", "permitted", "legalised", "legalized", "legal"], &["banned", "forbade", "prohibited", "outlawed", "illegal"]),
    (&["survived", "survivors", "injured", "wounded"], &["died", "killed", "dead", "deaths"]),
    (&["survived", "survivors"], &["injured", "wounded"]),
    (&["married", "marriages"], &["divorced", "divorces", "born", "died"]),
    (&["produced", "produces", "production"], &["consumed", "consumes", "consumption"]),
    (&["profit", "profits", "gain"], &["loss", "losses"]),
    (&["surplus"], &["deficit"]),
    (&["income", "revenue", "revenues"], &["expenditure", "spending", "costs"]),
    (&["favour", "favor"], &["against", "opposed"]),
    (&["supports", "supported", "backed", "backs"], &["opposes", "opposed"]),
    (&["will", "shall"], &["may", "might", "could", "possibly"]),
    (&["for", "favour", "favor"], &["against"]),
    (&["all", "every", "unanimous", "unanimously"], &["most", "hardly", "few"]),
    (&["has", "have", "had"], &["lost", "loses", "lose"]),
    (&["close", "closes", "shut", "closing"], &["stay", "stays", "stayed", "remain", "remains", "remained", "open"]),
    (&["earlier", "older", "faster", "richer", "longer", "higher", "larger", "above"],
        &["later", "younger", "slower", "poorer", "shorter", "lower", "smaller", "below"]),
    (&["more"], &["fewer", "less"]),
    (&["maximum", "highest"], &["minimum", "lowest"]),
    (&["genehmigt", "genehmigte", "angenommen"], &["abgelehnt", "lehnte"]),
    (&["gewann", "gewonnen", "gewannen"], &["verlor", "verloren"]),
    (&["exportiert", "exportierte", "ausfuhr", "ausfuhren"], &["importiert", "importierte", "einfuhr", "einfuhren"]),
    (&["geboren"], &["gestorben", "starb", "starben"]),
    (&["kaufte", "gekauft", "kauften"], &["verkaufte", "verkauft", "verkauften"]),
    (&["eröffnet", "eröffnete", "öffnete"], &["geschlossen", "schloss"]),
    (&["gewinn", "überschuss"], &["verlust", "defizit"]),
    (&["verletzt", "verletzte"], &["getötet", "starben", "tote"]),
    (&["mehr"], &["weniger"]),
    (&["über"], &["unter"]),
];

/// Words by which something is meant to be, and is not yet; those that are so in German alone.
#[rustfmt::skip]
const INTENDED: [&str; 49] = [
    "plans", "planned", "planning", "will", "shall", "should", "hopes", "hoped", "wants", "wanted", "aims", "intends", "intended",
    "meant", "supposed", "scheduled", "proposes", "proposed", "expects", "expected", "promised", "promises", "threatened", "target", "goal", "ambition",
    "can", "capable", "demanded", "demands", "offered", "offers", "feared", "urged", "urges", "considered", "considers", "sought", "seeks",
    "suspects", "suspected", "needed", "needs",
    "ziel", "devrait", "voulait", "veut", "quiere",
    "vill",
];
const INTENDED_IN_GERMAN: [&str; 9] =
    ["plant", "planen", "sollte", "sollten", "würde", "würden", "könnte", "könnten", "möchte"];

/// Words by which something was not done, beside those that deny it.
#[rustfmt::skip]
const UNDONE: [&str; 34] = [
    "once", "formerly", "previously", "averted", "avoided",
    "doubt", "fail", "fails", "failed", "failing", "unable", "stopped", "ceased", "missed", "misses", "cancelled", "canceled",
    "scrapped", "abandoned", "prevented", "refused", "refuses", "lacks", "lacked", "lack", "abstained", "spared", "stripped", "myth", "rumour", "rumor", "scheiterte", "verfehlte", "verpasste",
];

/// Two words by which something is not, or not yet, or is no longer: "has yet to", "used to", "fell short of".
#[rustfmt::skip]
const UNDONE_IN_TWO: [(&str, &str); 21] = [
    ("yet", "to"), ("used", "to"), ("short", "of"), ("saved", "from"), ("spared", "from"), ("all", "but"), ("other", "than"),
    ("rather", "than"), ("instead", "of"), ("apart", "from"), ("called", "off"),
    ("far", "from"), ("anything", "but"), ("verge", "of"), ("brink", "of"), ("missed", "out"), ("still", "to"), ("ruled", "out"),
    ("turned", "away"), ("turned", "down"), ("voted", "down"),
];
/// And by which it may only come to be: "was due to", "has room for".
const INTENDED_IN_TWO: [(&str, &str); 18] = [
    ("is", "due"),
    ("are", "due"),
    ("was", "due"),
    ("were", "due"),
    ("room", "for"),
    ("space", "for"),
    ("places", "for"),
    ("needs", "to"),
    ("has", "to"),
    ("have", "to"),
    ("asked", "for"),
    ("asks", "for"),
    ("looking", "for"),
    ("calls", "for"),
    ("called", "for"),
    ("capacity", "of"),
    ("capacity", "for"),
    ("faces", "up"),
];

/// True for two words, in lower case, by which something was not done.
pub(super) fn are_undone(one: &str, two: &str) -> bool {
    UNDONE_IN_TWO.contains(&(one, two))
}

/// True for two words, in lower case, by which something is meant to be, or may be.
pub(super) fn are_intended(one: &str, two: &str) -> bool {
    INTENDED_IN_TWO.contains(&(one, two))
}

/// True for a word, in lower case, by which something was not done.
pub(super) fn is_undone(word: &str) -> bool {
    UNDONE.contains(&word)
}

/// The pairs, each once.
pub(super) fn opposites() -> impl Iterator<Item = Opposites> {
    OPPOSITES.iter().copied()
}

/// True for a word of `language`, in lower case, by which something is meant to be.
pub(super) fn is_intended(word: &str, language: &str) -> bool {
    INTENDED.contains(&word) || language.starts_with("de") && INTENDED_IN_GERMAN.contains(&word)
}
