//! Words that tell one thing from its like: the women's team from the men's, the old bridge from the new, the first quarter from the
//! second.

/// Groups of which a thing has but one; each line of a group means the same.
#[rustfmt::skip]
const CONTRASTS: &[&[&[&str]]] = &[
    &[&["women", "woman", "female", "girls", "girl", "frauen", "mädchen", "femmes", "mujeres", "kvinnor"],
        &["men", "man", "male", "boys", "boy", "männer", "jungen", "hommes", "hombres", "män"]],
    &[&["old", "former", "alte", "alten", "alter", "ancien", "ancienne", "gamla"], &["new", "neue", "neuen", "neuer", "nouveau", "nya"]],
    &[&["north", "northern", "nord", "norden", "nördliche", "nördlichen"], &["south", "southern", "süd", "süden", "südliche", "südlichen"],
        &["east", "eastern", "ost", "osten", "östliche", "östlichen"], &["west", "western", "westen", "westliche", "westlichen"]],
    &[&["upper", "obere", "oberen"], &["lower", "untere", "unteren"]],
    &[&["inner"], &["outer"]],
    &[&["indoor"], &["outdoor"]],
    &[&["junior"], &["senior"]],
    &[&["urban"], &["rural"]],
    &[&["public", "öffentliche", "öffentlichen"], &["private", "privaten"]],
    &[&["adults", "adult", "erwachsene"], &["children", "child", "kinder"]],
    &[&["domestic", "inländische"], &["foreign", "overseas", "ausländische"]],
    &[&["summer", "sommer"], &["winter"], &["spring"], &["autumn", "herbst"]],
    &[&["morning"], &["afternoon"], &["evening"]],
    &[&["primary"], &["secondary"]],
    &[&["upstream"], &["downstream"]],
    &[&["before", "vor", "före", "avant", "antes"], &["after", "nach", "efter", "après", "después"]],
    &[&["gross", "brutto"], &["net", "netto"]],
    &[&["passenger", "passengers"], &["freight", "cargo"]],
];
/// Places in a row, and what is told apart by them.
const PLACES: [&[&str]; 5] = [
    &["first", "erste", "ersten", "1st", "premier", "första"],
    &["second", "zweite", "zweiten", "2nd", "deuxième", "andra"],
    &["third", "dritte", "dritten", "3rd", "troisième", "tredje"],
    &["fourth", "vierte", "vierten", "4th", "quatrième", "fjärde"],
    &["last", "final", "letzte", "letzten"],
];
#[rustfmt::skip]
const PLACED: [&str; 20] = [
    "quarter", "half", "phase", "stage", "round", "term", "semester", "division", "floor", "season", "instalment", "installment",
    "edition", "leg", "quartal", "halbjahr", "runde", "liga", "trimestre", "kvartalet",
];

/// Which member of which group a text names.
pub(super) type NamedMembers = Vec<(usize, usize)>;

/// The members of each group that `text` names.
pub(super) fn told(text: &str) -> NamedMembers {
    let mut found = NamedMembers::new();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').collect();
    let bare = |word: &str| {
        let lower = word.to_lowercase().replace('’', "'");
        lower.strip_suffix("'s").map_or_else(|| lower.trim_end_matches('\'').to_owned(), str::to_owned)
    };
    let forms: Vec<String> = words.iter().map(|word| bare(word)).collect();
    for (at, form) in forms.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| forms.get(before)).map(String::as_str);
        let next = forms.get(at + 1).map(String::as_str).unwrap_or_default();
        // How old somebody is tells nothing apart, and a name that begins with "New" neither.
        let aged = form == "old" && matches!(before, Some("year" | "years" | "month" | "months"));
        let name = |word: &&str| word.starts_with(char::is_uppercase);
        let called = form == "new" && words.get(at).is_some_and(name) && words.get(at + 1).is_some_and(name);
        for (group, members) in CONTRASTS.iter().enumerate().filter(|_| !aged && !called) {
            let member = members.iter().position(|member| member.contains(&form.as_str()));
            found.extend(member.map(|member| (group, member)));
        }
        let place = PLACES.iter().position(|place| place.contains(&form.as_str()));
        if let (Some(place), Some(thing)) = (place, PLACED.iter().position(|thing| *thing == next)) {
            found.push((CONTRASTS.len() + thing, place));
        }
    }
    found
}

/// True where the two name other members of a group.
pub(super) fn are_apart(one: &NamedMembers, other: &NamedMembers) -> bool {
    one.iter().any(|(group, _)| {
        let of = |told: &NamedMembers| {
            told.iter().filter(|(own, _)| own == group).map(|(_, member)| *member).collect::<Vec<_>>()
        };
        let (mine, theirs) = (of(one), of(other));
        !theirs.is_empty() && !mine.iter().any(|member| theirs.contains(member))
    })
}
