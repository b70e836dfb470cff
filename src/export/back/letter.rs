//! Who wrote a mail that another one carries, and on which day, as the lines above it say.

use std::rc::Rc;

use super::voice::Voice;
use crate::quantity;
use crate::text::mail_head;

/// Words that end a line which introduces a quotation, or stand in it, in small letters.
const WROTE: [&str; 22] = [
    "wrote",
    "writes",
    "schrieb",
    "geschrieben",
    "écrit",
    "escribió",
    "escribio",
    "scritto",
    "escreveu",
    "skrev",
    "schreef",
    "geschreven",
    "kirjoitti",
    "napisał",
    "napisała",
    "pisze",
    "napsal",
    "napsala",
    "írta",
    "написал",
    "написала",
    "yazdı",
];

/// Languages in whose words a day is looked for.
const LANGUAGES: [&str; 5] = ["en", "de", "fr", "es", "sv"];

/// Words of a name at most.
const NAME: usize = 6;

/// Words of half a day or an hour that stand behind a time of day, in small letters.
const HOURS: [&str; 6] = ["am", "pm", "a.m.", "p.m.", "uhr", "h"];

/// True for a word, in small letters, that says that somebody wrote.
pub(super) fn is_wrote(word: &str) -> bool {
    WROTE.contains(&word)
}

/// A mail that another one carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CarriedMail {
    /// Who wrote it, and when, as far as it says so.
    pub(super) voice: Rc<Voice>,
    /// True when whoever wrote it is whom the mail that carries it goes to: what that one answers.
    pub(super) is_answered: bool,
    /// True when it is handed on, as the line above it or the subject says: what stands in it is of whoever wrote it.
    pub(super) is_handed_on: bool,
    /// True when it answers another itself, as its subject says.
    pub(super) is_reply: bool,
}

/// Words in the line above a mail that is handed on, in small letters.
const HANDED_ON: [&str; 9] = [
    "forwarded",
    "weitergeleitet",
    "transféré",
    "reenviado",
    "inoltrato",
    "doorgestuurd",
    "vidarebefordrat",
    "videresendt",
    "przekazana",
];

/// What a subject begins with that hands a mail on, in small letters.
const HANDING_ON: [&str; 9] = ["fwd:", "fw:", "wg:", "tr:", "rv:", "vb:", "vs:", "doorst:", "pd:"];

/// What the subject of an answer begins with, in small letters.
const REPLYING: [&str; 7] = ["re:", "re :", "aw:", "sv:", "antw:", "odp:", "rif:"];

/// True where a header among `lines` has the subject of an answer.
pub(super) fn is_reply(lines: &[&str]) -> bool {
    let mut fields = lines.iter().filter_map(|line| mail_head::field(line));
    fields.any(|(name, value)| {
        let lower = value.trim().to_lowercase();
        !mail_head::is_sender(&name) && REPLYING.iter().any(|word| lower.starts_with(word))
    })
}

/// True where `words` above a mail say that it is handed on.
pub(super) fn hands_on(words: &str) -> bool {
    let lower = words.to_lowercase();
    HANDED_ON.iter().any(|word| lower.contains(word))
}

/// True for the subject of a mail that hands another on.
pub(super) fn is_handing_on(subject: &str) -> bool {
    let lower = subject.trim().to_lowercase();
    HANDING_ON.iter().any(|word| lower.starts_with(word))
}

/// Who wrote what stands below `lines`, and on which day, as far as these say it.
pub(super) fn told(lines: &[&str]) -> Voice {
    let fields: Vec<(String, &str)> = lines.iter().filter_map(|line| mail_head::field(line)).collect();
    let sent = fields.iter().find(|(name, _)| mail_head::is_sender(name));
    let by = match sent {
        Some((_, value)) => mail_head::sender(value).or_else(|| address(value)),
        None => writer(&lines.join(" ")),
    };
    Voice { by, at: day(&lines.join("\n")), from: "mail" }
}

/// The name in a line like `On 24 November 2026 at 9:00, Anna Roe <anna@desk.example> wrote:`.
fn writer(line: &str) -> Option<String> {
    let bare = line.trim().trim_end_matches([':', '：']);
    let (head, has_address) = match bare.find(['<', '[', '(']) {
        Some(at) => (bare.get(..at)?, bare.contains('@')),
        None => (bare, false),
    };
    let words: Vec<&str> = head.split_whitespace().collect();
    let wrote = |word: &&str| is_wrote(&word.trim_matches(|one: char| !one.is_alphanumeric()).to_lowercase());
    // Behind the day, or behind the verb where it stands before the name.
    let is_numbered = |word: &&str| word.contains(|one: char| one.is_ascii_digit());
    let begins = words.iter().rposition(is_numbered).map_or(0, |at| at + 1);
    let behind = words.get(begins..).unwrap_or_default();
    let name = match behind.iter().position(wrote) {
        Some(at) if behind.get(at + 1..).is_some_and(|rest| !rest.is_empty()) && (has_address || begins > 0) => {
            behind.get(at + 1..).unwrap_or_default()
        }
        Some(at) => behind.get(..at).unwrap_or_default(),
        None => behind,
    };
    let is_hour = |word: &&&str| HOURS.contains(&word.trim_end_matches(',').to_lowercase().as_str());
    let name = name.get(name.iter().take_while(is_hour).count()..).unwrap_or_default();
    // `On Sunday, Anna`: what stands before the comma is no name where there is no number.
    let name = match name.iter().rposition(|word| word.ends_with(',')).filter(|at| at + 1 < name.len()) {
        Some(at) => name.get(at + 1..).unwrap_or_default(),
        None => name,
    };
    let told = name.join(" ").trim_matches(|one: char| !one.is_alphanumeric() && one != '.').to_owned();
    let is_name = told.starts_with(|one: char| one.is_alphabetic()) && name.len() <= NAME && !told.contains('@');
    if is_name { Some(told) } else { address(line) }
}

/// The address in a line.
fn address(line: &str) -> Option<String> {
    let mut parts = line.split([' ', '<', '>', '[', ']', '(', ')', ',', ';', ':', '"', '\'']);
    parts
        .find(|part| part.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')))
        .map(str::to_owned)
}

/// The day that stands in `words`, in whatever language; `None` where there is none, or where it may be several.
fn day(words: &str) -> Option<String> {
    let dated = |language: &&str| {
        let found = quantity::read(words, language);
        let day = found.iter().find_map(|one| one.date().and_then(quantity::Date::day_of_calendar));
        day.map(|day| day.to_string())
    };
    let mut days: Vec<String> = LANGUAGES.iter().filter_map(dated).collect();
    days.sort();
    days.dedup();
    if days.len() == 1 { days.pop() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_above_a_quotation_says_who_wrote_it_and_when() {
        for (line, by, at) in [
            ("On 3 May 2026, Mira wrote:", "Mira", "2026-05-03"),
            ("On Sun, May 3, 2026 at 9:00 PM Mira Roe <mira@paper.example> wrote:", "Mira Roe", "2026-05-03"),
            ("On Sun, 3 May 2026 at 21:00, Mira Roe <mira@paper.example> wrote:", "Mira Roe", "2026-05-03"),
            ("Am So., 3. Mai 2026 um 21:00 Uhr schrieb Mira Roe <mira@paper.example>:", "Mira Roe", "2026-05-03"),
            ("Am 03.05.2026 um 21:00 schrieb Mira Roe:", "Mira Roe", "2026-05-03"),
            ("Le dim. 3 mai 2026 à 21:00, Mira Roe <mira@paper.example> a écrit :", "Mira Roe", "2026-05-03"),
            ("Den sön 3 maj 2026 kl 21:00 skrev Mira Roe <mira@paper.example>:", "Mira Roe", "2026-05-03"),
            ("Mira Roe kirjoitti:", "Mira Roe", ""),
            ("On Sunday, Mira wrote:", "Mira", ""),
            ("On 3 May 2026 at 21:00, <mira@paper.example> wrote:", "mira@paper.example", "2026-05-03"),
            ("From: Mira Roe <mira@paper.example>\nDate: Sun, 3 May 2026 at 21:00", "Mira Roe", "2026-05-03"),
            ("-----Original Message-----\nFrom: Mira Roe\nSent: Sunday, May 3, 2026 9:00 PM", "Mira Roe", "2026-05-03"),
            ("Von: Mira Roe\nGesendet: Sonntag, 3. Mai 2026 21:00", "Mira Roe", "2026-05-03"),
        ] {
            let lines: Vec<&str> = line.lines().collect();
            let told = told(&lines);
            assert_eq!((told.by.as_deref(), told.at.as_deref().unwrap_or_default()), (Some(by), at), "{line}");
        }
    }
}
