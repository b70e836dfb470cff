//! Our questions and what stands below, beside and between them, in a document, a mail or a pasted text.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::alike::{plainly, squeezed};
use super::asked::{OurPage, bare};
use super::askers::Askers;
use super::letter::CarriedMail;
use super::line::Line;
use super::typed::TypedAnswers;

/// The question that what follows answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum AskedThere<'p> {
    /// None.
    Nothing,
    /// This one.
    One(usize),
    /// One of these, which are asked in the same words; nothing tells which.
    Several(&'p [usize]),
}

/// What a comment was made on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CommentedLine {
    /// A question, or what was written below it.
    Question(usize),
    /// The words of the claim with this id.
    Claim(String),
    /// Neither.
    Neither,
}

/// Where the reading of the lines is.
pub(super) struct AnswerReader<'p> {
    pub(super) page: &'p OurPage,
    /// The claim whose words stood last, and whether no question has stood since.
    claim: Option<(&'p str, bool)>,
    /// The question that stood last, and how often it was quoted.
    current: AskedThere<'p>,
    pub(super) depth: usize,
    /// Who sends what is read.
    pub(super) by: Option<&'p str>,
    pub(super) askers: &'p Askers,
    pub(super) met: Vec<usize>,
    pub(super) answers: BTreeMap<usize, Vec<Line>>,
    /// Answers that were typed into what was quoted, behind its labels.
    pub(super) quoted: BTreeMap<usize, Vec<Line>>,
    pub(super) typed: TypedAnswers,
    /// True while the lines of a quoted answer follow.
    quoting: bool,
    /// The question whose label stood last.
    labelled: Option<usize>,
    /// Words of claims that somebody has edited.
    pub(super) edited: Vec<String>,
    /// What answers one of several questions.
    pub(super) unclear: Vec<(&'p [usize], Vec<Line>)>,
    pub(super) loose: Vec<Line>,
    /// Who wrote the mails that this one carries, by how often they were quoted, from once.
    pub(super) letters: Vec<Rc<CarriedMail>>,
    /// Lines that were quoted below an answer.
    passage: Vec<Line>,
    /// What was answered in such a mail.
    pub(super) earlier: BTreeMap<usize, Vec<Line>>,
    /// What others wrote in such mails, below no question.
    pub(super) others: Vec<Line>,
    /// What stands below a question in the mail of another, who may be whoever asked there.
    pub(super) unsure: Vec<Line>,
    /// Comments, and what they were made on.
    pub(super) comments: Vec<(String, CommentedLine)>,
}

impl<'p> AnswerReader<'p> {
    /// Nothing read yet of what `by` sends.
    pub(super) fn new(page: &'p OurPage, askers: &'p Askers, by: Option<&'p str>) -> Self {
        Self {
            page,
            by,
            askers,
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
            letters: Vec::new(),
            passage: Vec::new(),
            earlier: BTreeMap::new(),
            others: Vec::new(),
            unsure: Vec::new(),
            comments: Vec::new(),
        }
    }

    /// The question that stood last, where that is told.
    pub(super) const fn one(&self) -> Option<usize> {
        match self.current {
            AskedThere::One(at) => Some(at),
            AskedThere::Nothing | AskedThere::Several(_) => None,
        }
    }

    pub(super) fn line(&mut self, line: &Line) {
        let bare = bare(&line.words);
        let flat = squeezed(bare.trim_end_matches(['*', '_']));
        let quoting = std::mem::take(&mut self.quoting);
        if let Some(mail) = &line.over {
            return self.carries(line.depth, mail);
        }
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
            self.nothing_asked();
            self.edited.push(bare.to_owned());
            return;
        }
        if let Some((places, rest)) = self.page.questions(bare, &flat) {
            return self.question(places, &rest, line);
        }
        let said = words.unwrap_or(bare);
        if line.depth > 0 && self.third(said, line) {
            return;
        }
        match (self.one(), line.depth) {
            (_, 0) => self.answered(said, line),
            // One that answered us answered in the mail that this one carries.
            (Some(at), depth) if depth + 1 == self.depth => self.earlier(at, said, line, depth),
            (Some(at), _) if line.carried => self.typed_in(at, said, line),
            (Some(at), depth) if quoting && depth >= self.depth || words.is_some() => {
                self.quoting = true;
                if self.depth > 1 {
                    self.earlier(at, said, line, self.depth - 1);
                } else if !self.is_held(at, said) {
                    self.quoted.entry(at).or_default().push(line.with(said));
                }
            }
            // What was quoted and is not ours is history. What is below that answers it, if it was written after our question.
            (at, depth) => {
                // Or a passage that they quote in an answer, if that goes on below it.
                if at.is_some_and(|at| self.answers.contains_key(&at)) && depth == self.depth {
                    self.passage.push(line.with(said));
                } else if depth < self.depth {
                    self.nothing_asked();
                }
            }
        }
    }

    /// A line was typed into a mail whose lines bear no marks.
    fn typed_in(&mut self, at: usize, words: &str, line: &Line) {
        if self.is_held(at, words) {
            return;
        }
        let own = line.with(words);
        let own = match self.typist(line.depth) {
            Some(mail) => own.by(Rc::clone(&mail.voice)),
            None => own,
        };
        self.typed.line(at, own);
    }

    /// A line that introduces an earlier mail.
    fn carries(&mut self, depth: usize, mail: &Rc<CarriedMail>) {
        self.letters.truncate(depth.saturating_sub(1));
        self.letters.resize(depth, Rc::default());
        if let Some(last) = self.letters.last_mut() {
            *last = Rc::clone(mail);
        }
        self.quoting = false;
        self.nothing_asked();
    }

    /// What follows answers no question that has stood.
    pub(super) fn nothing_asked(&mut self) {
        (self.current, self.claim) = (AskedThere::Nothing, None);
    }

    /// What was said below our question in the mail that was quoted so often. What whoever asks wrote there is no answer.
    fn earlier(&mut self, at: usize, words: &str, line: &Line, depth: usize) {
        let of = |depth: usize| self.letters.get(depth.checked_sub(1)?).cloned();
        let (wrote, asked) = (of(depth).unwrap_or_default(), of(self.depth));
        let name = |mail: &CarriedMail| mail.voice.by.as_deref().map(|by| plainly(by).to_lowercase());
        let asks = name(&wrote).is_some() && asked.as_ref().is_some_and(|asker| name(asker) == name(&wrote));
        // Where nothing says whose the question is, it may be theirs to whom this mail goes, and the answer that of whoever sends it.
        let writer = if wrote.is_answered && asked.is_none() { Rc::default() } else { Rc::clone(&wrote.voice) };
        if !asks && !words.is_empty() && !self.is_held(at, words) {
            self.earlier.entry(at).or_default().push(line.with(words).by(writer));
        }
    }

    /// Somebody made the comment `name` on what stood last.
    pub(super) fn commented(&mut self, name: &str) {
        let on = match (&self.current, self.claim) {
            (AskedThere::One(at), _) => CommentedLine::Question(*at),
            (AskedThere::Nothing, Some((claim, _))) => CommentedLine::Claim(claim.to_owned()),
            (AskedThere::Nothing | AskedThere::Several(_), _) => CommentedLine::Neither,
        };
        self.comments.push((name.to_owned(), on));
    }

    /// A line with nothing on it parts what somebody writes into paragraphs.
    fn blank(&mut self, line: &Line) {
        let is_before = line.depth > 0 && (line.depth + 1 == self.depth || line.depth == self.depth && !line.carried);
        let earlier = self.one().filter(|at| is_before && self.earlier.contains_key(at));
        if let Some(at) = earlier {
            self.earlier.get_mut(&at).into_iter().for_each(|lines| lines.push(Line::default()));
            return;
        }
        if let Some(at) = self.one().filter(|_| line.carried) {
            return self.typed.blank(at);
        }
        if line.depth > 0 && self.current == AskedThere::Nothing && !self.others.is_empty() {
            return self.others.push(Line::default());
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
        let own = line.with(words);
        if let (AskedThere::Nothing, Some((claim, true))) = (&self.current, self.claim)
            && let Some(only) = self.page.only(claim)
        {
            // Of our question about these words the words are left, or the label behind it.
            self.current = AskedThere::One(only);
            self.met.push(only);
        }
        match &self.current {
            AskedThere::One(at) => {
                let (at, passage) = (*at, std::mem::take(&mut self.passage));
                self.answers.entry(at).or_default().extend(passage);
                self.say(at, words, line);
            }
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
        self.passage.clear();
        let told = self.told(places);
        self.claim = self.claim.map(|(claim, _)| (claim, false));
        let Some(at) = told else {
            self.current = AskedThere::Several(places);
            let words = answer(rest).unwrap_or(rest).trim();
            let said = (!words.is_empty()).then(|| line.with(words));
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
            self.answers.entry(at).or_default().push(line.with(words));
        }
    }

    /// True for words that stand as the answer already.
    pub(super) fn is_held(&self, at: usize, words: &str) -> bool {
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
        self.passage.clear();
        (self.claim, self.current) = (Some((claim, true)), AskedThere::Nothing);
        true
    }
}

/// The words behind `Answer:`, in whatever case.
fn answer(words: &str) -> Option<&str> {
    ["answer:", "a:", "reply:"].into_iter().find_map(|label| {
        let head = words.get(..label.len())?;
        head.eq_ignore_ascii_case(label).then(|| words.get(label.len()..).unwrap_or_default().trim())
    })
}
