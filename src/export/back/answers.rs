//! Answers to our questions: typed below, beside or between them, in a document, a mail or a pasted text.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::alike::{flattened, plainly, short};
use super::asked::OurPage;
use super::asked_lines::{AnswerReader, CommentedLine};
use super::askers::Askers;
use super::gathered::{VoicedLines, signed, told, voices};
use super::item::{Content, ImportItem, Quote};
use super::line::Line;
use super::signature;
use super::third;
use super::voice::Voice;
use crate::review::Session;

/// The answers in `lines`, an item for each question that stands there, and behind them `comments` on the lines; `None` when no question
/// stands there.
pub(super) fn items(
    lines: &[Line],
    comments: Vec<ImportItem>,
    (session, askers): (&Session, &Askers),
    voice: &Voice,
) -> Option<Vec<ImportItem>> {
    let page = OurPage::of(session);
    let mut reading = AnswerReader::new(&page, askers, voice.by.as_deref());
    for line in page.mended(lines) {
        reading.line(&line);
        line.comments.iter().for_each(|name| reading.commented(name));
    }
    let on: Vec<(String, CommentedLine)> = std::mem::take(&mut reading.comments);
    let GivenAnswers { met, answers, unread } = given(reading, voice.by.as_deref())?;
    let item = |at: usize, said: Option<(Option<Rc<Voice>>, String)>| {
        let question = page.asked.get(at)?;
        let (own, words) = said.unwrap_or_default();
        let content = match &own {
            _ if question.is_reply => Content::Right(question.query.clone(), words),
            Some(_) => Content::Reply(question.query.clone(), words),
            None => Content::Answer(question.query.clone(), words),
        };
        let said = own.as_deref().unwrap_or(voice);
        let item = ImportItem::new(format!("answer {}", question.number), voice.from, content);
        let at = said.at.clone().or_else(|| voice.at.clone());
        Some(ImportItem { id: Some(question.claim.clone()), by: said.by.clone(), at, ..item })
    };
    let mut all: Vec<ImportItem> = Vec::new();
    let asked: BTreeSet<usize> = met.iter().copied().chain(answers.iter().map(|(at, ..)| *at)).collect();
    for at in asked {
        let said: Vec<_> = answers.iter().filter(|(of, ..)| *of == at).collect();
        if said.is_empty() {
            all.extend(item(at, None));
        }
        all.extend(said.into_iter().filter_map(|(_, own, lines)| item(at, Some((own.clone(), joined(lines))))));
    }
    let left = unread.into_iter().map(|said| ImportItem::new("text".to_owned(), voice.from, Content::Unread(said)));
    all.extend(left);
    all.extend(comments.into_iter().map(|comment| {
        let place = on.iter().find(|(name, _)| *name == comment.key).map(|(_, place)| place);
        commented(comment, place, &page)
    }));
    Some(all)
}

/// A comment on a line of our page as what it says to the question or of the claim there.
fn commented(comment: ImportItem, place: Option<&CommentedLine>, page: &OurPage) -> ImportItem {
    let words = comment.content.words();
    let question = match place {
        Some(CommentedLine::Question(at)) => page.asked.get(*at),
        Some(CommentedLine::Claim(_) | CommentedLine::Neither) | None => None,
    };
    let (id, content) = match (question, place) {
        (Some(asked), _) if asked.is_reply => (Some(asked.claim.clone()), Content::Right(asked.query.clone(), words)),
        (Some(asked), _) => (Some(asked.claim.clone()), Content::Reply(asked.query.clone(), words)),
        (None, Some(CommentedLine::Claim(id))) => (Some(id.clone()), comment.content),
        (None, _) => (None, Content::Unread(format!("it is about none of the questions: {}", short(&words)))),
    };
    ImportItem { id, content, quote: Quote::default(), replies_to: None, key: String::new(), ..comment }
}

/// What a whole text came to.
struct GivenAnswers {
    /// The questions that stand in it.
    met: Vec<usize>,
    /// The lines of each answer, and who wrote them where that is not whoever sent the text.
    answers: Vec<VoicedLines>,
    /// What answers no question that is told, and why.
    unread: Vec<String>,
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

/// What all the lines come to, written by `by`; `None` where neither a question stands there nor an answer.
fn given(reading: AnswerReader<'_>, by: Option<&str>) -> Option<GivenAnswers> {
    let AnswerReader { page, met, mut answers, mut loose, quoted, typed, edited, unclear, mut earlier, .. } = reading;
    let strange = third::told(reading.others, &reading.unsure, page, &mut earlier);
    let is_greeting = |line: &Line| signature::is_greeting(&line.words);
    let greeted = loose.iter().position(|line| !line.is_blank()).filter(|at| loose.get(*at).is_some_and(is_greeting));
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
    let (earlier, mut unread) = before(earlier, &mut below);
    if met.is_empty() && answers.is_empty() && unclear.is_empty() {
        return None;
    }
    match (answers.is_empty() && unclear.is_empty() && earlier.is_empty(), page.open().as_slice()) {
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
    unread.extend(strange);
    unread.extend(below.iter().map(|words| format!("it stands below the signature: {}", short(words))));
    let own: Vec<VoicedLines> = answers.into_iter().flat_map(|(at, lines)| voices(at, lines)).collect();
    Some(GivenAnswers { met, answers: newest(earlier, own, by), unread })
}

/// What stands in the mails that this one carries, and behind it its `own`; what somebody has answered since in other words is history.
fn newest(earlier: Vec<VoicedLines>, own: Vec<VoicedLines>, by: Option<&str>) -> Vec<VoicedLines> {
    let name = |voice: &Option<Rc<Voice>>| {
        let by = voice.as_ref().map_or(by, |voice| voice.by.as_deref());
        by.map(|by| plainly(by).to_lowercase())
    };
    let is_later = |(at, writer, _): &VoicedLines| own.iter().any(|(of, by, _)| of == at && name(by) == name(writer));
    let mut all: Vec<VoicedLines> = earlier.into_iter().filter(|one| !is_later(one)).collect();
    all.extend(own);
    all
}

/// Answers in the mails that a mail carries, and who wrote them; and of those that nobody is named for, that they are there.
fn before(earlier: BTreeMap<usize, Vec<Line>>, below: &mut Vec<String>) -> (Vec<VoicedLines>, Vec<String>) {
    let (mut named, mut nameless) = (Vec::new(), Vec::new());
    let parts = earlier.into_iter().flat_map(|(at, lines)| voices(at, lines));
    for (at, voice, mut lines) in parts.filter_map(|(at, voice, lines)| Some((at, voice?, lines))) {
        below.extend(signed(&mut lines, voice.by.as_deref()));
        if lines.is_empty() {
            continue;
        }
        match voice.by {
            Some(_) => named.push((at, Some(voice), lines)),
            None => nameless
                .push(format!("an answer stands in what is quoted, and whose it is is not said: {}", told(&lines))),
        }
    }
    (named, nameless)
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
