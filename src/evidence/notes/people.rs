//! People in files and notes: who wrote a text, whom a note means, and how it writes the name.

use super::CitationKind;

/// Who wrote a document, by its first lines: names behind "by", "von" or a title, and surnames behind an initial.
pub(super) fn authors(text: &str, most: usize) -> Vec<String> {
    let head: Vec<&str> = text.split_whitespace().take(most).collect();
    let mut found = Vec::new();
    for pair in head.windows(3) {
        let [lead, first, second] = pair else { continue };
        let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let capital = |word: &str| word.starts_with(char::is_uppercase) && bare(word).chars().count() > 2;
        let initial =
            |word: &str| word.chars().count() == 2 && word.ends_with('.') && word.starts_with(char::is_uppercase);
        if matches!(*lead, "by" | "By" | "von" | "Von" | "Dr." | "Prof." | "and" | "und")
            && capital(first)
            && capital(second)
        {
            found.push(format!("{} {}", bare(first), bare(second)));
        } else if initial(lead) && capital(first) {
            found.push(format!("{lead} {}", bare(first)));
        }
    }
    found
}

/// A known name as a note writes it, where that is longer or spelt with its accents: "Inés Vásquez" for "VASQUEZ".
pub(super) fn as_written(part: &str, known: String) -> String {
    let Some(last) = words(&known).pop() else { return known };
    let mut run: Vec<&str> = Vec::new();
    for word in part.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).trim_end_matches("'s").trim_end_matches("’s");
        if !bare.starts_with(char::is_uppercase) {
            run.clear();
            continue;
        }
        run.push(bare);
        if folded(bare) == last {
            let given = run
                .iter()
                .rev()
                .nth(1)
                .filter(|given| words(&known).contains(&folded(given)) || known.split_whitespace().count() == 1);
            let lead = given.filter(|given| given.chars().count() > 1 && !LEADS.contains(*given));
            let written = lead.map_or_else(|| bare.to_owned(), |given| format!("{given} {bare}"));
            let longer = written.split_whitespace().count() >= known.split_whitespace().count();
            return if longer { written } else { known };
        }
    }
    known
}

/// Capitalised words that stand before names in notes.
const LEADS: [&str; 10] =
    ["Interview", "Call", "Email", "Mail", "Gespräch", "Gutachten", "Letter", "Brief", "Report", "Minutes"];

/// The person known from the files whom a note names, by the whole name, a surname or initials.
pub(super) fn person(part: &str, known: &[&String]) -> Option<String> {
    let note = words(part);
    let people = || known.iter().copied();
    let surname = |name: &&String| words(name).pop().is_some_and(|last| last.len() > 2 && note.contains(&last));
    let found = people().filter(surname).max_by_key(|name| name.len());
    let initials = || {
        let raw: Vec<&str> = part.split(|c: char| !c.is_alphanumeric()).collect();
        people().find(|name| {
            let of: String = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
            of.len() > 1 && raw.contains(&of.as_str())
        })
    };
    found.or_else(initials).cloned()
}

/// Words of a text in lower case without accents.
pub(in crate::evidence) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(folded).collect()
}

pub(super) fn folded(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let plain: String =
        word.to_lowercase().nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect();
    // Names of files write "gespraech" for "Gespräch".
    plain.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace('ß', "ss")
}
/// Somebody with initials in front, as authors stand before a title: "H. Moser".
pub(super) fn author(part: &str) -> Option<&str> {
    let first = part.split([',', '(', ';']).next()?.trim();
    let mut words = first.split_whitespace().rev();
    let surname = words.next()?;
    let is_initial = |word: &str| word.ends_with('.') && word.split('.').all(|letter| letter.chars().count() <= 1);
    let mut initials = words.peekable();
    let named = surname.chars().count() > 2 && surname.starts_with(char::is_uppercase);
    (named && initials.peek().is_some() && initials.all(is_initial)).then_some(first)
}

/// Somebody whom a note of this kind names in front: "Mara Vale (the union), chat", two words at least.
pub(super) fn in_front(part: &str, kind: Option<CitationKind>) -> Option<String> {
    kind.filter(|kind| matches!(kind, CitationKind::Interview | CitationKind::Mail))?;
    let part = [
        "Interview with ",
        "Call with ",
        "Email from ",
        "Mail from ",
        "Mail von ",
        "Gespräch mit ",
        "Interview ",
        "Letter from ",
    ]
    .iter()
    .find_map(|lead| part.strip_prefix(lead))
    .unwrap_or(part);
    let first = part.split([',', '(', ';']).next()?.trim();
    let names = first.split_whitespace().count();
    let capital = first.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    ((2..=4).contains(&names) && capital).then(|| first.to_owned())
}
