//! Answers to our questions: typed below, beside or between them, in a document, a mail or a pasted text.

use std::collections::{BTreeMap, BTreeSet};

use super::alike::{flattened, short, squeezed};
use super::asked::{OurPage, bare};
use super::item::{Content, ImportItem};
use super::line::Line;
use super::signature;
use super::typed::TypedAnswers;
use super::voice::Voice;
use crate::review::Session;

/// The answers in `lines`, an item for each question that stands there; `None` when none does.
pub(super) fn items(lines: &[Line], session: &Session, voice: &Voice, one: &str) -> Option<Vec<ImportItem>> {
    let page = OurPage::of(session);
    let mut reading = AnswerReader::new(&page);
    for line in page.mended(lines) {
        reading.line(&line);
    }
    let GivenAnswers { met, answers, unread } = reading.given(voice.by.as_deref())?;
    let all: BTreeSet<usize> = met.iter().chain(answers.keys()).copied().collect();
    let items = all.into_iter().filter_map(|at| {
        let question = page.asked.get(at)?;
        let words = joined(answers.get(&at).map(Vec::as_slice).unwrap_or_default());
        let content = Content::Answer(question.query.clone(), words);
        let item = ImportItem::new(format!("{one} {}", question.number), voice.from, content);
        Some(ImportItem { id: Some(question.claim.clone()), by: voice.by.clone(), at: voice.at.clone(), ..item })
    });
    let left = unread.into_iter().map(|said| ImportItem::new("text".to_owned(), voice.from, Content::Unread(said)));
    Some(items.chain(left).collect())
}

/// What a whole text came to.
struct GivenAnswers {
    /// The questions that stand in it.
    met: Vec<usize>,
    /// The lines of each answer.
    answers: BTreeMap<usize, Vec<Line>>,
    /// What answers no question that is told, and why.
    unread: Vec<String>,
}

/// Takes the signature off; the sentences below it.
fn signed(lines: &mut Vec<Line>, by: Option<&str>) -> Vec<String> {
    let (count, below) = signature::cut(lines, by);
    lines.truncate(count);
    while lines.last().is_some_and(Line::is_blank) {
        lines.pop();
    }
    below
}

/// Lines as a message has them.
fn told(lines: &[Line]) -> String {
    short(&lines.iter().map(|line| line.words.as_str()).collect::<Vec<_>>().join(" "))
}

/// `answers`, where somebody wrote several below one question, each behind the number of its claim: two such numbers tell it, or one
/// before a colon or a bracket; alone it may be a date or a count.
fn parted(answers: BTreeMap<usize, Vec<Line>>, page: &OurPage) -> BTreeMap<usize, Vec<Line>> {
    let mut parted: BTreeMap<usize, Vec<Line>> = BTreeMap::new();
    for (at, lines) in answers {
        let to: Vec<Option<(usize, String)>> = lines.iter().map(|line| page.numbered(&line.words)).collect();
        let several = to.iter().flatten().any(|(one, _)| to.iter().flatten().any(|(other, _)| other != one));
        let marked = |line: &Line| {
            let number = line.words.trim_start_matches("Claim ").trim_start_matches(char::is_alphanumeric);
            number.starts_with([':', ')'])
        };
        let is_list = several || lines.iter().zip(&to).any(|(line, to)| to.is_some() && marked(line));
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

/// The question that what follows answers.
#[derive(Clone, Debug, PartialEq, Eq)]
enum AskedThere<'p> {
    /// None.
    Nothing,
    /// This one.
    One(usize),
    /// One of these, which are asked in the same words; nothing tells which.
    Several(&'p [usize]),
}

/// Where the reading of the lines is.
struct AnswerReader<'p> {
    page: &'p OurPage,
    /// The claim whose words stood last, and whether no question has stood since.
    claim: Option<(&'p str, bool)>,
    /// The question that stood last, and how often it was quoted.
    current: AskedThere<'p>,
    depth: usize,
    met: Vec<usize>,
    answers: BTreeMap<usize, Vec<Line>>,
    /// Answers that were typed into what was quoted, behind its labels.
    quoted: BTreeMap<usize, Vec<Line>>,
    typed: TypedAnswers,
    /// True while the lines of a quoted answer follow.
    quoting: bool,
    /// The question whose label stood last.
    labelled: Option<usize>,
    /// Words of claims that somebody has edited.
    edited: Vec<String>,
    /// What answers one of several questions.
    unclear: Vec<(&'p [usize], Vec<Line>)>,
    loose: Vec<Line>,
}

impl<'p> AnswerReader<'p> {
    fn new(page: &'p OurPage) -> Self {
        Self {
            page,
            claim: None,
            current: AskedThere::Nothing,
            depth: 0,
            met: Vec::new(),
            answers: BTreeMap::new(),
            quoted: BTreeMap::new(),
            typed: TypedAnswers::default(),
            quoting: false,
            labelled: None,
            edited: Vec::new(),
            unclear: Vec::new(),
            loose: Vec::new(),
        }
    }

    /// The question that stood last, where that is told.
    const fn one(&self) -> Option<usize> {
        match self.current {
            AskedThere::One(at) => Some(at),
            AskedThere::Nothing | AskedThere::Several(_) => None,
        }
    }

    fn line(&mut self, line: &Line) {
        let bare = bare(&line.words);
        let flat = squeezed(bare.trim_end_matches(['*', '_']));
        let quoting = std::mem::take(&mut self.quoting);
        if flat.is_empty() {
            return self.blank(line);
        }
        let words = answer(bare);
        // Our page has one label a question: behind a second one stands the answer to a question that is not there any more.
        if words.is_some() && self.one().is_some() && self.labelled == self.one() {
            self.current = AskedThere::Nothing;
        }
        if words.is_some() {
            self.labelled = self.one();
            self.typed.label();
        }
        if self.is_ours(&flat) {
            self.quoting = words.is_some();
            return;
        }
        if self.is_edited(bare) {
            (self.current, self.claim) = (AskedThere::Nothing, None);
            self.edited.push(bare.to_owned());
            return;
        }
        if let Some((places, rest)) = self.page.questions(bare, &flat) {
            return self.question(places, &rest, line);
        }
        match (self.one(), line.depth) {
            (Some(at), 1..) if line.carried => {
                let words = words.unwrap_or(bare);
                if !self.is_held(at, words) {
                    self.typed.line(at, Line { words: words.to_owned(), ..line.clone() });
                }
            }
            (Some(at), 1..) if quoting && line.depth >= self.depth || words.is_some() => {
                self.quoting = true;
                let words = words.unwrap_or(bare);
                if !self.is_held(at, words) {
                    let line = Line { words: words.to_owned(), ..line.clone() };
                    self.quoted.entry(at).or_default().push(line);
                }
            }
            // What was quoted and is not ours is history. What is below that answers it, if it was written after our question.
            (_, depth @ 1..) => {
                if depth < self.depth {
                    (self.current, self.claim) = (AskedThere::Nothing, None);
                }
            }
            (_, 0) => self.answered(words.unwrap_or(bare), line),
        }
    }

    /// A line with nothing on it parts what somebody writes into paragraphs.
    fn blank(&mut self, line: &Line) {
        if let Some(at) = self.one().filter(|_| line.carried) {
            return self.typed.blank(at);
        }
        let said = match &self.current {
            AskedThere::One(at) => self.answers.get_mut(at),
            AskedThere::Several(_) => self.unclear.last_mut().map(|(_, lines)| lines),
            AskedThere::Nothing => Some(&mut self.loose),
        };
        if let Some(said) = said.filter(|said| line.depth == 0 && !said.is_empty()) {
            said.push(Line::default());
        }
    }

    /// What somebody wrote below what stood last.
    fn answered(&mut self, words: &str, line: &Line) {
        let own = Line { words: words.to_owned(), ..line.clone() };
        if let (AskedThere::Nothing, Some((claim, true))) = (&self.current, self.claim)
            && let Some(only) = self.page.only(claim)
        {
            // Of our question about these words the words are left, or the label behind it.
            self.current = AskedThere::One(only);
            self.met.push(only);
        }
        match &self.current {
            AskedThere::One(at) => self.say(*at, words, line),
            AskedThere::Several(_) => {
                if let Some((_, lines)) = self.unclear.last_mut() {
                    lines.push(own);
                }
            }
            AskedThere::Nothing => self.loose.push(own),
        }
    }

    fn question(&mut self, places: &'p [usize], rest: &str, line: &Line) {
        self.depth = line.depth;
        let told = self.told(places);
        self.claim = self.claim.map(|(claim, _)| (claim, false));
        let Some(at) = told else {
            self.current = AskedThere::Several(places);
            let words = answer(rest).unwrap_or(rest).trim();
            let said = (!words.is_empty()).then(|| Line { words: words.to_owned(), ..line.clone() });
            self.unclear.push((places, said.into_iter().collect()));
            return;
        };
        self.current = AskedThere::One(at);
        self.met.push(at);
        if line.carried {
            self.typed.question(at);
        }
        if line.depth == 0 || !rest.is_empty() {
            self.say(at, rest, line);
        }
    }

    /// Which of the questions that are asked in the same words a line is: that about the claim whose words stand above it, or the only
    /// one that is open.
    fn told(&self, places: &[usize]) -> Option<usize> {
        if let [only] = places {
            return Some(*only);
        }
        let of_claim = |claim: &str| -> Vec<usize> {
            let own = places.iter().filter(|at| self.page.asked.get(**at).is_some_and(|one| one.claim == claim));
            own.copied().collect()
        };
        let is_new = |at: &usize| !self.met.contains(at);
        if let Some((claim, is_fresh)) = self.claim {
            let own = of_claim(claim);
            if let Some(at) = own.iter().find(|at| is_new(at)).or(own.first().filter(|_| is_fresh)) {
                return Some(*at);
            }
        }
        let open = self.page.open();
        let mut open = places.iter().filter(|at| open.contains(at));
        open.next().filter(|_| open.next().is_none()).copied()
    }

    fn say(&mut self, at: usize, words: &str, line: &Line) {
        let words = answer(words).unwrap_or(words).trim();
        if !words.is_empty() && !self.is_held(at, words) {
            self.answers.entry(at).or_default().push(Line { words: words.to_owned(), ..line.clone() });
        }
    }

    /// True for words that stand as the answer already.
    fn is_held(&self, at: usize, words: &str) -> bool {
        self.page.asked.get(at).is_some_and(|asked| asked.is_held(words))
    }

    /// True for the words of a claim behind its number, in which somebody has written: they stand above its first question, and are no
    /// answer to the question before.
    fn is_edited(&self, bare: &str) -> bool {
        let edited = self.page.edited(bare);
        let of_claim = |at: &usize| {
            let asked = self.page.asked.get(*at);
            self.met.contains(at) || asked.is_some_and(|one| self.claim.is_some_and(|(claim, _)| claim == one.claim))
        };
        !edited.is_empty() && !edited.iter().any(of_claim)
    }

    /// True for a line of our own page beside the questions.
    fn is_ours(&mut self, flat: &str) -> bool {
        if self.page.is_fixed(flat) {
            return true;
        }
        let Some(claim) = self.page.claim(flat) else { return false };
        (self.claim, self.current) = (Some((claim, true)), AskedThere::Nothing);
        true
    }

    /// What all the lines come to, written by `by`; `None` where neither a question stands there nor an answer.
    fn given(self, by: Option<&str>) -> Option<GivenAnswers> {
        let Self { page, met, mut answers, mut loose, quoted, typed, edited, unclear, .. } = self;
        let is_greeting = |line: &Line| signature::is_greeting(&line.words);
        let greeted =
            loose.iter().position(|line| !line.is_blank()).filter(|at| loose.get(*at).is_some_and(is_greeting));
        loose.drain(..greeted.map_or(0, |at| at + 1));
        let mut below = signed(&mut loose, by);
        for lines in answers.values_mut() {
            below.extend(signed(lines, by));
        }
        let mut answers = parted(answers, page);
        let mut rest: Vec<Line> = Vec::new();
        for line in loose.into_iter().filter(|line| !line.is_blank()) {
            match page.numbered(&line.words) {
                Some((at, words)) => answers.entry(at).or_default().push(Line { words, ..line }),
                None => rest.push(line),
            }
        }
        let (mut typed, [mut after, mut alone]) = typed.told();
        for lines in typed.values_mut() {
            below.extend(signed(lines, None));
        }
        // What was typed into what is quoted counts where nothing was written below it.
        for (at, lines) in quoted.into_iter().chain(parted(typed, page)) {
            answers.entry(at).or_insert(lines);
        }
        if answers.is_empty() {
            after.append(&mut alone);
        }
        signed(&mut after, None);
        rest.extend(after.into_iter().filter(|line| !line.is_blank()));
        if met.is_empty() && answers.is_empty() && unclear.is_empty() {
            return None;
        }
        let mut unread = Vec::new();
        match (answers.is_empty() && unclear.is_empty(), page.open().as_slice()) {
            _ if rest.is_empty() => {}
            (true, [only]) if !met.is_empty() => answers.entry(*only).or_default().extend(rest),
            _ => unread.push(format!("which question it answers is not said: {}", told(&rest))),
        }
        let others = |words: &String| format!("the words that it was asked about are others now: {}", short(words));
        unread.extend(edited.iter().map(others));
        for (places, mut lines) in unclear {
            below.extend(signed(&mut lines, by));
            if !lines.is_empty() {
                let asked = places.first().and_then(|at| page.asked.get(*at)).map(|one| short(&one.told));
                let asked = asked.unwrap_or_default();
                let of = places.len();
                unread.push(format!("which of {of} questions {asked} it answers is not said: {}", told(&lines)));
            }
        }
        unread.extend(below.iter().map(|words| format!("it stands below the signature: {}", short(words))));
        Some(GivenAnswers { met, answers, unread })
    }
}

/// The words behind `Answer:`, in whatever case.
fn answer(words: &str) -> Option<&str> {
    ["answer:", "a:", "reply:"].into_iter().find_map(|label| {
        let head = words.get(..label.len())?;
        head.eq_ignore_ascii_case(label).then(|| words.get(label.len()..).unwrap_or_default().trim())
    })
}

/// Lines as one text: what a mail program broke goes on, paragraphs stay.
fn joined(lines: &[Line]) -> String {
    let mut text = String::new();
    let mut on = false;
    for line in lines {
        if line.is_blank() {
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
