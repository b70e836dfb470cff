//! What a file of evidence can be called in a note: its name, its title and first words, the people in it, its address.

use std::collections::HashSet;

use super::parts::NoteWords;
use super::people::{self, folded, words};
use super::{Citation, CitationKind};
use crate::evidence::material::{Locator, Material};

/// Words of a file's beginning that a note may name it by.
const HEAD: usize = 60;
/// A note that reaches less than this names no file.
const ENOUGH: f64 = 1.5;
/// Files of a folder so small that a word is in a large part of them even where one alone has it.
const FEW: usize = 3;
/// What it counts that a file was cited before.
const CITED: f64 = 1.35;
/// What it counts that a note numbers it as its name does.
const NUMBERED: f64 = 2.0;

/// A file as notes may name it.
#[derive(Debug)]
pub(super) struct NoteCard {
    index: usize,
    /// Its name without folders, in lower case.
    file: String,
    /// Words of its name and folders.
    stem: Vec<String>,
    title: Vec<String>,
    head: HashSet<String>,
    /// Whoever speaks in it or wrote it, as written.
    pub(super) people: Vec<String>,
    url: Option<String>,
    date: String,
    kind: CitationKind,
    paged: bool,
    /// Contacts, drafts and older versions: hardly ever what is meant.
    aside: bool,
}

/// Words in the names of files that are no sources, or not the last version.
const ASIDE: [&str; 14] = [
    "contacts",
    "contact",
    "kontakte",
    "kontakt",
    "draft",
    "entwurf",
    "old",
    "alt",
    "preprint",
    "superseded",
    "backup",
    "copy",
    "kopie",
    "archive",
];

/// Is a file a list of contacts, which is never a source?
pub(in crate::evidence) fn is_contacts(name: &str) -> bool {
    let file = name.replace('\\', "/").rsplit('/').next().unwrap_or_default().to_lowercase();
    words(&file.replace(['-', '_'], " ")).iter().any(|word| {
        matches!(word.as_str(), "contacts" | "contact" | "kontakte" | "kontakt" | "phonebook" | "telefonliste")
    })
}

impl NoteCard {
    pub(super) fn of(index: usize, material: &Material) -> Self {
        let path = material.name.replace('\\', "/");
        let file = path.rsplit('/').next().unwrap_or_default().to_lowercase();
        let folder = path.rsplit('/').nth(1).unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
        let head: HashSet<String> =
            words(material.text.get(..).unwrap_or_default().chars().take(1200).collect::<String>().as_str())
                .into_iter()
                .take(HEAD)
                .collect();
        let mut people: Vec<String> = material.people.clone();
        for speaker in material.pieces.iter().filter_map(|piece| piece.speaker.as_ref()) {
            if !people.contains(speaker) && people.len() < 12 {
                people.push(speaker.clone());
            }
        }
        let stem_words = words(&parted(stem));
        if people.is_empty() {
            people.extend(people::authors(&material.text, HEAD));
        }
        let aside = stem_words.iter().chain(&words(folder)).any(|word| ASIDE.contains(&word.as_str()));
        let kind = kind_of(&file, material, &stem_words);
        let paged = material.pieces.iter().any(|piece| matches!(piece.at, Locator::Page(..)));
        let title = words(&material.title);
        Self {
            index,
            stem: stem_words,
            title,
            head,
            people,
            url: material.url.clone(),
            date: material.date.clone(),
            kind,
            paged,
            aside,
            file,
        }
    }

    /// What kind of source it is.
    pub(super) const fn kind(&self) -> CitationKind {
        self.kind
    }

    /// What it is called where the note has no title of its own.
    pub(super) fn called(&self) -> String {
        let stem = self.file.rsplit_once('.').map_or(self.file.as_str(), |(stem, _)| stem);
        stem.replace(['-', '_'], " ")
    }

    /// The one who is asked in it: who speaks and gives the file its name, else the last of those who speak first.
    pub(super) fn speaker(&self) -> Option<String> {
        let named = self.people.iter().find(|name| words(name).iter().any(|word| self.stem.contains(word)));
        named.or_else(|| if self.people.len() == 2 { self.people.last() } else { self.people.first() }).cloned()
    }

    /// Is somebody of this surname (lower case) in it?
    pub(super) fn knows(&self, surname: &str) -> bool {
        let plain = folded(surname);
        self.people.iter().any(|name| words(name).contains(&plain)) || self.stem.contains(&plain)
    }

    /// How well a note names it.
    fn fits(&self, part: &str, said: &NoteWords, note: &[NoteWord]) -> f64 {
        let lower = part.to_lowercase();
        let mut score = 0.0;
        if self.file.len() > 4 && lower.contains(&self.file) {
            score += 10.0;
        }
        if let Some(url) = &said.url {
            score += self.at(url);
        }
        for NoteWord { word, worth } in note {
            score += if self.stem.contains(word) || self.people.iter().any(|name| words(name).contains(word)) {
                2.0 * worth
            } else if self.title.contains(word) {
                1.4 * worth
            } else if self.head.contains(word) {
                0.5 * worth
            } else {
                self.initials(word)
            };
        }
        if score <= 0.0 || self.kind == CitationKind::Mail && !self.is_named(said, note) {
            return 0.0;
        }
        score * self.likely(said, &lower) * self.numbered(note)
    }

    /// True where a note names a mail by who wrote it, by most of its subject, by its file, its address or its day: that both speak of
    /// a bridge makes it nobody's mail.
    fn is_named(&self, said: &NoteWords, note: &[NoteWord]) -> bool {
        let has = |word: &String| note.iter().any(|asked| asked.word == *word);
        let tells =
            |word: &&String| word.len() > 2 && !is_year(word) && !is_empty(word) && !KINDS.contains(&word.as_str());
        let person = self.people.iter().any(|name| words(name).iter().filter(tells).any(has));
        let file =
            self.stem.iter().filter(tells).filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit())).any(has);
        let subject: Vec<&String> = self.title.iter().filter(tells).collect();
        let told = subject.iter().filter(|word| has(word)).count();
        let day = said.date.as_deref().and_then(|date| date.get(date.len().saturating_sub(5)..));
        let dated = day.is_some_and(|day| day.len() == 5 && (self.date.contains(day) || self.file.contains(day)));
        person
            || file
            || told > 0 && told * 2 >= subject.len()
            || said.url.is_some()
            || dated
            || note.iter().any(|asked| self.initials(&asked.word) > 0.0)
    }

    /// How much likelier the number behind a word of its name makes it: "tape 2" is not the file `tape1`.
    fn numbered(&self, note: &[NoteWord]) -> f64 {
        let number = |word: &str| word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        let mut pairs = note.iter().zip(note.iter().skip(1)).map(|(first, next)| (&first.word, &next.word));
        let told = pairs.find_map(|(word, asked)| {
            let mut own = self.stem.iter().zip(self.stem.iter().skip(1));
            let (_, own) =
                own.find(|(first, next)| *first == word && number(next) && number(asked) && !number(word))?;
            Some(asked.trim_start_matches('0') == own.trim_start_matches('0'))
        });
        told.map_or(1.0, |same| if same { NUMBERED } else { 1.0 / NUMBERED })
    }

    /// How well an address names it.
    fn at(&self, url: &str) -> f64 {
        let plain = |url: &str| {
            let url = url.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
            url.split('#').next().unwrap_or_default().trim_end_matches('/').to_lowercase()
        };
        let (asked, host) = (plain(url), plain(url).split('/').next().unwrap_or_default().to_owned());
        match self.url.as_deref().map(plain) {
            Some(own) if own == asked => 12.0,
            Some(own) if own.split('/').next() == Some(host.as_str()) => 2.0,
            _ => {
                let named = words(&asked.replace(['/', '-', '.', '_'], " "));
                let met = |word: &&String| {
                    word.len() > 2
                        && (self.stem.contains(word)
                            || self.title.contains(word)
                            || self.stem.iter().any(|own| own.len() > 3 && word.contains(own.as_str())))
                };
                #[expect(clippy::cast_precision_loss, reason = "words of an address")]
                let met = named.iter().filter(met).count() as f64;
                met * 1.2
            }
        }
    }

    /// A word of two to four capitals as the initials of a name or title.
    fn initials(&self, word: &str) -> f64 {
        if !(2..=4).contains(&word.len()) || !word.chars().all(char::is_alphabetic) {
            return 0.0;
        }
        let of = |words: &[String]| words.iter().filter_map(|word| word.chars().next()).collect::<String>();
        let named = self.people.iter().any(|name| of(&words(name)) == word);
        let titled = of(&self.stem).contains(word) || of(&self.title).contains(word);
        if named || titled { 1.6 } else { 0.0 }
    }

    /// How much likelier its kind, date and version make it that it is meant.
    fn likely(&self, said: &NoteWords, lower: &str) -> f64 {
        let mut share = 1.0;
        if said.timed {
            share *= if self.kind == CitationKind::Interview { 2.0 } else { 0.3 };
        }
        if said.paged {
            share *= if self.paged { 1.3 } else { 0.7 };
        }
        let asked = super::telling::own_kind(lower);
        match (asked, self.kind) {
            (Some(CitationKind::Interview), CitationKind::Interview)
            | (Some(CitationKind::Mail), CitationKind::Mail) => share *= 2.0,
            (Some(CitationKind::Mail), _) => share *= 0.4,
            (Some(CitationKind::Interview), _) => share *= 0.6,
            _ => {}
        }
        if self.aside && !ASIDE.iter().any(|word| lower.contains(word)) {
            share *= 0.35;
        }
        let years: Vec<&String> = self.stem.iter().filter(|word| is_year(word)).collect();
        if let Some(year) = said.year.map(|year| year.to_string())
            && !years.is_empty()
        {
            share *= if years.iter().any(|own| **own == year) { 1.5 } else { 0.3 };
        }
        if let Some(date) = &said.date {
            let tail = date.rsplit_once('-').map_or("", |(month, day)| {
                if month.len() > 1 { date.get(date.len().saturating_sub(5)..).unwrap_or(day) } else { day }
            });
            let dated = |text: &str| tail.len() == 5 && text.contains(tail);
            if dated(&self.file) || dated(&self.date) {
                share *= 1.8;
            } else if self.file.matches('-').count() >= 3 && self.stem.iter().any(|word| is_year(word)) {
                share *= 0.5;
            }
        }
        share
    }
}

/// Words that tell what kind of thing a mail is, and not which.
const KINDS: [&str; 13] = [
    "mail",
    "email",
    "mails",
    "letter",
    "brief",
    "message",
    "msg",
    "reply",
    "fwd",
    "antwort",
    "nachricht",
    "inbox",
    "sent",
];

/// A name with blanks where letters and figures meet: "tape 2" for "tape2".
fn parted(name: &str) -> String {
    let mut told = String::with_capacity(name.len() + 4);
    let mut last = ' ';
    for c in name.chars() {
        let c = if matches!(c, '-' | '_') { ' ' } else { c };
        if last.is_alphabetic() && c.is_ascii_digit() {
            told.push(' ');
        }
        told.push(c);
        last = c;
    }
    told
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a file's form says of its kind.
fn kind_of(file: &str, material: &Material, stem: &[String]) -> CitationKind {
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    let has = |words: &[&str]| stem.iter().any(|word| words.contains(&word.as_str()));
    if material.pieces.iter().any(|piece| matches!(piece.at, Locator::Time(..))) {
        CitationKind::Interview
    } else if matches!(ending, "eml" | "msg" | "mbox") {
        CitationKind::Mail
    } else if matches!(ending, "csv" | "tsv" | "tab" | "xlsx" | "ods" | "xls") {
        CitationKind::Data
    } else if matches!(ending, "html" | "htm" | "mht" | "mhtml" | "webarchive") {
        CitationKind::Web
    } else if has(&["rules", "law", "act", "statute", "gesetz", "verordnung", "satzung", "regulation"]) {
        CitationKind::Law
    } else if has(&["notebook", "notizbuch", "diary"]) {
        CitationKind::Own
    } else {
        CitationKind::Document
    }
}

/// The file that a part of a note means; `None` when it names none clearly. Where two fit alike, the one cited last.
pub(super) fn tie(part: &str, said: &NoteWords, cards: &[NoteCard], before: &[Citation]) -> Option<usize> {
    let note = words(&parted(part));
    let note: Vec<NoteWord> =
        note.into_iter().filter(|word| !is_empty(word)).map(|word| NoteWord::of(word, cards)).collect();
    let cited = |card: &NoteCard| before.iter().rposition(|citation| citation.file == Some(card.index));
    let fits: Vec<(f64, &NoteCard)> = cards.iter().map(|card| (card.fits(part, said, &note), card)).collect();
    let named = fits.iter().filter(|(fit, _)| *fit >= ENOUGH).map(|(_, card)| *card);
    let last = named.max_by_key(|card| cited(card).map_or(0, |at| at + 1));
    let last = last.filter(|card| cited(card).is_some()).map(|card| card.index);
    let score = |fit: f64, card: &NoteCard| fit * if last == Some(card.index) { CITED } else { 1.0 };
    let scored = fits.iter().map(|(fit, card)| (score(*fit, card), card.index));
    let best = scored.max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))?;
    (best.0 >= ENOUGH).then_some(best.1)
}

/// A word of a note, and what it is worth: the fewer files have it in their names, titles or first words, the more.
struct NoteWord {
    word: String,
    worth: f64,
}

impl NoteWord {
    /// Counts the files once a word, and not once a word and file: a folder may have thousands.
    fn of(word: String, cards: &[NoteCard]) -> Self {
        let holds =
            |card: &&NoteCard| card.head.contains(&word) || card.stem.iter().chain(&card.title).any(|own| *own == word);
        let worth = if is_year(&word) || word.len() < 3 {
            0.3
        } else {
            // What one file alone has tells it from the others, however few they are.
            let held = cards.iter().filter(holds).count();
            let alone = held == 1 && cards.len() <= FEW;
            #[expect(clippy::cast_precision_loss, reason = "files of a folder")]
            let share = if alone { 0.0 } else { held as f64 / cards.len().max(1) as f64 };
            (1.3 - share).max(0.2)
        };
        Self { word, worth }
    }
}

/// Words that name no file.
const EMPTY: &str = "the and der die das von vom see also but for with per page row item line zeile column spalte table last first of \
    on in p pp s a to says same so auch im am mit this that about ask my ed too do we need if it is was not again letzte end nicht \
    bitte how far out cut";

fn is_empty(word: &str) -> bool {
    EMPTY.split_whitespace().any(|empty| empty == word)
}
