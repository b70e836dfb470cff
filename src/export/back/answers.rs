//! Answers to our questions: typed below, beside or between them, in a document, a mail or a pasted text.

use std::collections::{BTreeMap, HashMap};

use super::alike::{flattened, short, squeezed};
use super::item::{Content, ImportItem};
use super::voice::Voice;
use crate::review::Session;

/// Bytes of a line with a question and an answer side by side that are looked through.
const LONG: usize = 4_000;

/// A line or paragraph, and how many times it was quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The words, without marks of quoting.
    pub(super) words: String,
    /// How often it was quoted; 0 for what was written last.
    pub(super) depth: usize,
    /// True when a mail program broke the line where it was full, so that the next goes on.
    pub(super) wrapped: bool,
}

/// A question of the session.
struct AskedQuery {
    claim: String,
    number: String,
    /// The words that the claim has and had.
    words: Vec<String>,
    quotes: Vec<String>,
    query: String,
    question: String,
    answer: String,
}

/// The answers in `lines`, an item for each question that stands there; `None` when none does.
pub(super) fn items(lines: &[Line], session: &Session, voice: &Voice, one: &str) -> Option<Vec<ImportItem>> {
    let asked = asked(session);
    let mut reading = AnswerReader::new(session, &asked);
    for line in lines {
        reading.line(line);
    }
    let AnswerReader { met, mut answers, loose, quoted, edited, .. } = reading;
    // What was typed behind a quoted label counts where nothing was written below it.
    for (at, lines) in quoted {
        answers.entry(at).or_insert(lines);
    }
    let mut answers = parted(answers, &asked);
    let mut unread: Vec<String> = Vec::new();
    let mut rest: Vec<&Line> = Vec::new();
    for line in &loose {
        match numbered(&line.words, &asked) {
            Some((at, words)) => answers.entry(at).or_default().push(Line { words, ..line.clone() }),
            None => rest.push(line),
        }
    }
    let open: Vec<usize> =
        (0..asked.len()).filter(|at| asked.get(*at).is_some_and(|one| one.answer.is_empty())).collect();
    match (answers.is_empty(), open.as_slice()) {
        (true, [only]) if !rest.is_empty() && !met.is_empty() => {
            answers.entry(*only).or_default().extend(rest.into_iter().cloned());
        }
        _ => unread.extend(rest.iter().map(|line| line.words.clone())),
    }
    if met.is_empty() && answers.is_empty() {
        return None;
    }
    let all: std::collections::BTreeSet<usize> = met.iter().chain(answers.keys()).copied().collect();
    let mut items: Vec<ImportItem> = all
        .into_iter()
        .filter_map(|at| {
            let question = asked.get(at)?;
            let words = joined(answers.get(&at).map(Vec::as_slice).unwrap_or_default());
            let content = Content::Answer(question.query.clone(), words);
            let item = ImportItem::new(format!("{one} {}", question.number), voice.from, content);
            Some(ImportItem { id: Some(question.claim.clone()), by: voice.by.clone(), at: voice.at.clone(), ..item })
        })
        .collect();
    for words in edited {
        let said = format!("the words that it was asked about are others now: {}", short(&words));
        items.push(ImportItem::new("text".to_owned(), voice.from, Content::Unread(said)));
    }
    if !unread.is_empty() {
        let said = format!("which question it answers is not said: {}", short(&unread.join(" ")));
        items.push(ImportItem::new("text".to_owned(), voice.from, Content::Unread(said)));
    }
    Some(items)
}

/// `answers`, where somebody wrote all of them below the last question, each behind the number of its claim: two such numbers tell it, one
/// may be a date or a count.
fn parted(answers: BTreeMap<usize, Vec<Line>>, asked: &[AskedQuery]) -> BTreeMap<usize, Vec<Line>> {
    let mut parted: BTreeMap<usize, Vec<Line>> = BTreeMap::new();
    for (at, lines) in answers {
        let to: Vec<Option<(usize, String)>> = lines.iter().map(|line| numbered(&line.words, asked)).collect();
        let is_list = to.iter().flatten().any(|(one, _)| to.iter().flatten().any(|(other, _)| other != one));
        let mut place = at;
        for (line, to) in lines.into_iter().zip(to) {
            let line = match to.filter(|_| is_list) {
                Some((to, words)) => {
                    place = to;
                    Line { words, ..line }
                }
                None => line,
            };
            parted.entry(place).or_default().push(line);
        }
    }
    parted
}

fn asked(session: &Session) -> Vec<AskedQuery> {
    // What was asked about words that a draft took away may be answered too.
    let claims = session.claims().iter().chain(session.apart());
    let queries = claims.flat_map(|claim| claim.record.queries.iter().map(move |query| (claim, query)));
    queries
        .map(|(claim, query)| {
            let words = session.wordings(claim);
            AskedQuery {
                claim: claim.id.to_string(),
                number: claim.number.to_string(),
                quotes: words.iter().map(|words| squeezed(words)).collect(),
                words: words.into_iter().map(str::to_owned).collect(),
                query: query.id.clone(),
                question: squeezed(&query.question),
                answer: squeezed(&query.answer),
            }
        })
        .collect()
}

/// Where the reading of the lines is.
struct AnswerReader<'s> {
    asked: &'s [AskedQuery],
    /// Questions by their words.
    by_words: HashMap<&'s str, Vec<usize>>,
    /// Lines that our pages have beside questions.
    fixed: Vec<String>,
    /// The claim whose words stood last.
    claim: Option<&'s str>,
    /// The question that stood last.
    current: Option<usize>,
    met: Vec<usize>,
    answers: BTreeMap<usize, Vec<Line>>,
    /// Answers that were typed into what was quoted, behind its labels.
    quoted: BTreeMap<usize, Vec<Line>>,
    /// True while the lines of a quoted answer follow.
    quoting: bool,
    /// The question whose label stood last.
    labelled: Option<usize>,
    /// Words of claims that somebody has edited.
    edited: Vec<String>,
    loose: Vec<Line>,
}

impl<'s> AnswerReader<'s> {
    fn new(session: &Session, asked: &'s [AskedQuery]) -> Self {
        let mut by_words: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, one) in asked.iter().enumerate().filter(|(_, one)| !one.question.is_empty()) {
            by_words.entry(&one.question).or_default().push(at);
        }
        let mut fixed = vec![squeezed(&format!("Questions: {}", session.article.title)), squeezed("Answer:")];
        let to = session
            .claims()
            .iter()
            .chain(session.apart())
            .flat_map(|claim| &claim.record.queries)
            .map(|query| &query.to);
        fixed.extend(to.map(|to| squeezed(&format!("To {to}"))));
        fixed.extend([squeezed("To nobody in particular"), squeezed(&session.article.title)]);
        // A draft may have another title.
        let titles = session.drafts.iter().filter_map(|past| past.article.as_ref()).map(|article| &article.title);
        fixed.extend(titles.flat_map(|title| [squeezed(title), squeezed(&format!("Questions: {title}"))]));
        fixed.dedup();
        Self {
            asked,
            by_words,
            fixed,
            claim: None,
            current: None,
            met: Vec::new(),
            answers: BTreeMap::new(),
            quoted: BTreeMap::new(),
            quoting: false,
            labelled: None,
            edited: Vec::new(),
            loose: Vec::new(),
        }
    }

    fn line(&mut self, line: &Line) {
        let bare = line.words.trim().trim_start_matches(['#', '>', '*', '•']).trim_start();
        let flat = squeezed(bare);
        let quoting = std::mem::take(&mut self.quoting);
        if flat.is_empty() {
            if let Some(said) = self.current.and_then(|at| self.answers.get_mut(&at)).filter(|said| !said.is_empty()) {
                said.push(Line { words: String::new(), depth: 0, wrapped: false });
            }
            return;
        }
        let words = answer(bare);
        // Our page has one label a question: behind a second one stands the answer to a question that is not there any more.
        if words.is_some() && self.current.is_some() && self.labelled == self.current {
            self.current = None;
        }
        if words.is_some() {
            self.labelled = self.current;
        }
        if self.is_ours(&flat) {
            return;
        }
        if self.is_edited(bare) {
            self.current = None;
            self.edited.push(bare.to_owned());
            return;
        }
        if let Some((at, rest)) = self.question(bare, &flat) {
            self.current = Some(at);
            self.met.push(at);
            if line.depth == 0 || !rest.is_empty() {
                self.say(at, &rest, line);
            }
            return;
        }
        match self.current {
            Some(at) if line.depth > 0 && (quoting || words.is_some()) => {
                self.quoting = true;
                let words = words.unwrap_or(bare);
                if !self.is_held(at, words) {
                    let line = Line { words: words.to_owned(), ..line.clone() };
                    self.quoted.entry(at).or_default().push(line);
                }
            }
            // What was quoted and is not ours is history.
            _ if line.depth > 0 => {}
            Some(at) => self.say(at, words.unwrap_or(bare), line),
            None => self.loose.push(Line { words: bare.to_owned(), ..line.clone() }),
        }
    }

    fn say(&mut self, at: usize, words: &str, line: &Line) {
        let words = answer(words).unwrap_or(words).trim();
        if !words.is_empty() && !self.is_held(at, words) {
            self.answers.entry(at).or_default().push(Line { words: words.to_owned(), ..line.clone() });
        }
    }

    /// True for words that stand as the answer already.
    fn is_held(&self, at: usize, words: &str) -> bool {
        self.asked.get(at).is_some_and(|asked| asked.answer == squeezed(words))
    }

    /// True for the words of a claim behind its number, in which somebody has written: they stand above its first question, and are no
    /// answer to the question before.
    fn is_edited(&self, bare: &str) -> bool {
        let Some((number, rest)) = bare.split_once([' ', '\t']) else { return false };
        let number = number.trim_end_matches(['.', ':', ')']);
        let of_claim = || self.asked.iter().enumerate().filter(|(_, one)| one.number == number);
        let met = of_claim().any(|(at, one)| self.met.contains(&at) || Some(one.claim.as_str()) == self.claim);
        !met && of_claim().any(|(_, one)| one.words.iter().any(|words| are_alike(words, rest)))
    }

    /// True for a line of our own page beside the questions.
    fn is_ours(&mut self, flat: &str) -> bool {
        if self.fixed.iter().any(|fixed| fixed == flat) {
            return true;
        }
        for asked in self.asked {
            let headed = flat
                .strip_prefix(&asked.number)
                .is_some_and(|rest| asked.quotes.iter().any(|one| one == rest.trim_start_matches(['.', ':', ')'])));
            let heading = flat.strip_prefix("Claim").and_then(|rest| rest.strip_prefix(&asked.number));
            if headed
                || asked.quotes.iter().any(|quote| quote == flat)
                || heading.is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
            {
                self.claim = Some(&asked.claim);
                self.current = None;
                return true;
            }
        }
        false
    }

    /// The question that a line is or begins with, and what stands behind it.
    fn question(&self, bare: &str, flat: &str) -> Option<(usize, String)> {
        let of_claim = |places: &[usize]| {
            let own =
                places.iter().find(|at| self.asked.get(**at).is_some_and(|one| Some(one.claim.as_str()) == self.claim));
            own.or_else(|| places.iter().find(|at| !self.met.contains(at))).or(places.first()).copied()
        };
        if let Some(places) = self.by_words.get(flat) {
            return Some((of_claim(places)?, String::new()));
        }
        let mut longest: Option<&str> = None;
        for words in self.by_words.keys().filter(|words| flat.starts_with(**words)) {
            longest = longest.filter(|held| held.len() >= words.len()).or(Some(words));
        }
        let words = longest.filter(|_| bare.len() <= LONG)?;
        let end = bare
            .char_indices()
            .map(|(at, one)| at + one.len_utf8())
            .find(|end| bare.get(..*end).is_some_and(|head| squeezed(head) == words))?;
        let rest = bare.get(end..)?.trim_start_matches([' ', '\t', '-', '–', '—', ':', '→', '=', '>']);
        Some((of_claim(self.by_words.get(words)?)?, rest.to_owned()))
    }
}

/// True for two sentences that share at least half of their words: one is the other, edited.
fn are_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(squeezed).collect::<Vec<_>>();
    let (one, other) = (words(one), words(other));
    let shared = one.iter().filter(|word| other.contains(word)).count();
    shared * 2 >= one.len().max(other.len()) && shared > 1
}

/// The words behind `Answer:`, in whatever case.
fn answer(words: &str) -> Option<&str> {
    ["answer:", "a:", "reply:"].into_iter().find_map(|label| {
        let head = words.get(..label.len())?;
        head.eq_ignore_ascii_case(label).then(|| words.get(label.len()..).unwrap_or_default().trim())
    })
}

/// The only question of the claim whose number a line begins with, and the words behind it: `2: six`, `Claim 2 – six`.
fn numbered(words: &str, asked: &[AskedQuery]) -> Option<(usize, String)> {
    let bare = words.strip_prefix("Claim ").or_else(|| words.strip_prefix("claim ")).unwrap_or(words);
    let end = bare.find([':', '.', ')', ' '])?;
    let (number, rest) = bare.split_at_checked(end)?;
    let mut found = asked.iter().enumerate().filter(|(_, one)| !one.number.is_empty() && one.number == number);
    let (at, _) = found.next()?;
    let rest = rest.trim_start_matches([':', '.', ')', ' ', '-', '–', '—']);
    (found.next().is_none() && !rest.is_empty() && bare.len() - rest.len() > number.len() + 1)
        .then(|| (at, rest.to_owned()))
}

/// Lines as one text: what a mail program broke goes on, paragraphs stay.
fn joined(lines: &[Line]) -> String {
    let mut text = String::new();
    let mut on = false;
    for line in lines {
        if line.words.is_empty() {
            on = false;
            continue;
        }
        if !text.is_empty() {
            text.push(if on { ' ' } else { '\n' });
        }
        text.push_str(&flattened(&line.words));
        on = line.wrapped;
    }
    text
}
