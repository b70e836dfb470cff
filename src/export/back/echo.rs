//! Cards of ours that come back, told by their text: what stands in them already says nothing, what was put in says something.

use super::super::card;
use super::super::docx::comments;
use super::super::hypothesis;
use super::super::xml::lawful;
use super::alike::{beside, flattened, plainly, short, squeezed};
use super::cited::{self, FreshSources};
use super::echo_label::{EchoLabel, GLYPHS, is_head};
use super::echo_lines::{asked, corrected, name, put_in, spoken, words_of};
use super::item::ItemForm;
use super::meet::Meeting;
use super::rows::speaks;
use super::states::StoodClaim;
use super::things::things;
use super::verdicts::{self, heads, is_state, is_verdict};
use super::voice::Voice;
use crate::review::field;
use crate::review::{Claim, CorrectionStatus, Session};

/// The lines of a claim's card in `form`.
fn lines(form: ItemForm, session: &Session, place: usize, claim: &Claim) -> Vec<String> {
    let card = card::card(session, place, claim);
    let text = match form {
        ItemForm::Word => lawful(&comments::lines(&card).join("\n")).into_owned(),
        ItemForm::Markdown => hypothesis::text(&card),
    };
    split(&text)
}

/// The lines of a text that are not empty.
fn split(text: &str) -> Vec<String> {
    text.split(['\n', '\u{2028}']).map(flattened).filter(|line| !line.is_empty()).collect()
}

/// The number at the head of a card in Word, as the session writes it.
pub(super) fn number(text: &str) -> Option<&str> {
    text.lines().next().filter(|head| is_head(ItemForm::Word, head))?.split_whitespace().next()
}

/// True when `text` is the card of the claim at `place` as one of `states` has it.
pub(super) fn is_untouched(states: &[StoodClaim], place: usize, (form, text): (ItemForm, &str)) -> bool {
    let theirs = split(text);
    states
        .iter()
        .map(|state| lines(form, &state.session, place, state))
        .any(|ours| ours.len() == theirs.len() && theirs.iter().all(|line| holds(&ours, line)))
}

/// Takes in the card `text` of the claim at `place` (from 1): what no state of the claim says is new. Its verdict may be of whose name
/// stands on it, all else is of whoever wrote in it.
pub(super) fn take(
    meeting: &mut Meeting<'_>,
    place: usize,
    (form, text): (ItemForm, &str),
    (voice, signed): (&Voice, Option<&Voice>),
) {
    let theirs = split(text);
    let states = meeting.states().iter().map(|state| lines(form, &state.session, place, state));
    let strange = |ours: &Vec<String>| {
        theirs.iter().filter(|line| !holds(ours, line)).count()
            + ours.iter().filter(|line| !holds(&theirs, line)).count()
    };
    let Some((at, ours)) = states.enumerate().min_by_key(|(_, ours)| strange(ours)) else { return };
    // The lines of the note have no name in Markdown.
    let noted = meeting.states().get(at).map_or(0, |state| split(&state.record.note).len());
    let lines: Vec<&String> = ours.iter().filter(|line| !holds(&theirs, line)).collect();
    let gone: Vec<EchoLabel> = lines.iter().map(|line| EchoLabel::of(form, line).0).collect();
    let is_note = |line: &&String| ours.iter().skip(1).take(noted).any(|note| note == *line);
    let note_gone = noted > 0 && lines.iter().filter(|line| is_note(line)).count() == noted;
    let mut reading = EchoReader {
        form,
        signed,
        ours: &ours,
        gone,
        lines: lines.iter().map(|line| (*line).clone()).collect(),
        note_gone,
        under: EchoLabel::Head,
        query: None,
        corrected: None,
        fresh: Vec::new(),
        sources: FreshSources::default(),
    };
    for line in &theirs {
        reading.line(meeting, line, voice);
    }
    reading.settle(meeting, voice);
    things(meeting, &field::SOURCES, &std::mem::take(&mut reading.sources).told(), false, voice);
    // Where nothing else was changed, the note was taken out.
    let is_whole = theirs.len() + lines.len() == ours.len();
    let is_note = match form {
        ItemForm::Word => gone_is(&reading.gone, EchoLabel::Note),
        ItemForm::Markdown => note_gone && gone_is(&reading.gone, EchoLabel::Plain),
    };
    if is_whole && is_note {
        meeting.text(&field::NOTE, "", voice);
    }
}

/// True when all lines that are gone are of one sort.
fn gone_is(gone: &[EchoLabel], label: EchoLabel) -> bool {
    !gone.is_empty() && gone.iter().all(|one| *one == label)
}

/// True when one of `lines` is `line`, whatever became of its signs.
fn holds(lines: &[String], line: &str) -> bool {
    lines.iter().any(|held| held == line) || lines.iter().any(|held| squeezed(held) == squeezed(line))
}

/// Where the reading of a card is.
struct EchoReader<'c> {
    form: ItemForm,
    /// Whose name stands on it.
    signed: Option<&'c Voice>,
    /// The card as we wrote it.
    ours: &'c [String],
    /// What the lines of it are that are gone.
    gone: Vec<EchoLabel>,
    /// These lines.
    lines: Vec<String>,
    /// True when all lines of the note are gone.
    note_gone: bool,
    /// What was read last of the lines that have a name.
    under: EchoLabel,
    /// The query that was read last.
    query: Option<String>,
    /// The correction that was read last, where it came in.
    corrected: Option<String>,
    /// Lines that are new, one below the other.
    fresh: Vec<String>,
    /// Sources that are new.
    sources: FreshSources,
}

impl EchoReader<'_> {
    fn line(&mut self, meeting: &mut Meeting<'_>, line: &str, voice: &Voice) {
        let (label, words) = EchoLabel::of(self.form, line);
        let known = holds(self.ours, line);
        if known || label != EchoLabel::Plain {
            self.settle(meeting, voice);
        }
        if label == EchoLabel::Asked {
            self.query = asked(meeting, words);
        }
        if label != EchoLabel::Plain {
            self.under = label;
        }
        if label == EchoLabel::Head {
            return verdicts::take(meeting, &[verdict_of(self.form, line)], self.signed, voice);
        }
        if !known {
            self.fresh_line(meeting, (label, line, words), voice);
        }
    }

    /// A line that our card did not have.
    fn fresh_line(&mut self, meeting: &mut Meeting<'_>, (label, line, words): (EchoLabel, &str, &str), voice: &Voice) {
        match label {
            EchoLabel::Answer => {
                let open = self.query.clone().or_else(|| meeting.only_open());
                match open {
                    Some(id) => meeting.answer(&id, words, voice),
                    None => meeting.remark(words, voice),
                }
            }
            EchoLabel::Note if self.gone.contains(&EchoLabel::Note) => meeting.text(&field::NOTE, words, voice),
            EchoLabel::States if self.gone.contains(&EchoLabel::States) => {
                meeting.text(&field::STATEMENT, words, voice);
            }
            EchoLabel::Correction => {
                let parts = words.strip_suffix(')').and_then(|words| words.rsplit_once(" ("));
                let told = parts.and_then(|(words, said)| Some((words, became(said)?)));
                let (words, status) = told.unwrap_or((words, CorrectionStatus::Proposed));
                corrected(meeting, words, &status);
                self.corrected = meeting.correction(words, status);
            }
            EchoLabel::Became => match (became(words), self.corrected.take()) {
                (Some(status), Some(id)) => {
                    if let Some(one) = meeting.now.record.corrections.iter_mut().find(|one| one.id == id) {
                        one.status = status;
                    }
                }
                (Some(status), None) => match meeting.now.record.corrections.as_slice() {
                    [only] => corrected(meeting, &only.text.clone(), &status),
                    _ => self.changed(meeting, (label, line), voice),
                },
                (None, _) => self.changed(meeting, (label, line), voice),
            },
            EchoLabel::Assigned => meeting.text(&field::ASSIGNEE, words, voice),
            EchoLabel::Says => match spoken(words) {
                Some(theirs) => speaks(meeting, theirs, voice),
                None => self.changed(meeting, (label, line), voice),
            },
            EchoLabel::Tags => {
                let tags: Vec<String> = words.split(',').map(|tag| tag.trim().to_owned()).collect();
                meeting.tags(&tags);
            }
            EchoLabel::Plain => self.fresh.push(line.to_owned()),
            EchoLabel::Source | EchoLabel::AboutSource if self.gone.contains(&label) => {
                self.changed(meeting, (label, line), voice);
            }
            EchoLabel::Source if self.form == ItemForm::Word => self.sources.named.push(cited::in_word(words)),
            EchoLabel::Source => self.sources.named.extend(cited::in_markdown(line)),
            EchoLabel::AboutSource => self.sources.more.push(cited::about(words)),
            EchoLabel::Head
            | EchoLabel::Note
            | EchoLabel::States
            | EchoLabel::Asked
            | EchoLabel::Reply
            | EchoLabel::Other => self.changed(meeting, (label, line), voice),
        }
    }

    /// A line of ours in which somebody wrote: what they put behind a question or a request to reply answers it, anything else is a remark
    /// that says from what to what.
    fn changed(&mut self, meeting: &mut Meeting<'_>, (label, line): (EchoLabel, &str), voice: &Voice) {
        let same = |held: &&String| EchoLabel::of(self.form, held).0 == label && name(held) == name(line);
        let alike = |held: &&String| held.chars().zip(line.chars()).take_while(|(one, other)| one == other).count();
        let Some(was) = self.lines.iter().filter(same).max_by_key(alike).cloned() else {
            return meeting.remark(line, voice);
        };
        self.lines.retain(|held| *held != was);
        match (label, put_in(&was, line)) {
            (EchoLabel::Asked, Some((said, true))) if self.query.is_some() => {
                let id = self.query.clone().unwrap_or_default();
                meeting.answer(&id, said, voice);
            }
            (EchoLabel::Reply, Some((said, _))) => {
                let replies = meeting.now.record.replies.iter();
                let id = replies.filter(|reply| was.contains(&reply.who)).map(|reply| reply.id.clone()).next();
                meeting.replied(&id.unwrap_or_default(), said, voice);
            }
            _ => {
                let (from, to) = beside(words_of(&was), words_of(line));
                meeting.remark(&format!("{} {from} → {to}", name(line)), voice);
            }
        }
    }

    /// What new lines say that stand below each other.
    fn settle(&mut self, meeting: &mut Meeting<'_>, voice: &Voice) {
        let words = std::mem::take(&mut self.fresh).join("\n");
        if words.is_empty() {
            return;
        }
        let below = matches!(self.under, EchoLabel::Asked | EchoLabel::Answer);
        let open = self
            .query
            .clone()
            .filter(|_| below)
            .or_else(|| meeting.only_open().filter(|_| self.form == ItemForm::Word));
        let is_open = |id: &str| meeting.now.record.queries.iter().any(|query| query.id == id && query.is_open());
        if let Some(id) = open.filter(|id| is_open(id)) {
            meeting.answer(&id, &words, voice);
        } else if self.under == EchoLabel::Head
            && self.gone.contains(&EchoLabel::Plain)
            && self.form == ItemForm::Markdown
        {
            // The lines of the note have gone, and these came: the note was edited.
            if self.note_gone { meeting.text(&field::NOTE, &words, voice) } else { meeting.remark(&words, voice) }
        } else {
            meeting.remark(&words, voice);
        }
    }
}

/// What became of a correction, as a card says it: `rejected`, `proposed; draft 2 came without it`.
fn became(said: &str) -> Option<CorrectionStatus> {
    let word = said.split(';').next().unwrap_or_default().trim();
    CorrectionStatus::WORDS.contains(&word).then(|| word.into())
}

/// The verdict in the head of a card.
fn verdict_of(form: ItemForm, head: &str) -> &str {
    match form {
        ItemForm::Markdown => head.trim().trim_matches('*'),
        ItemForm::Word => {
            let behind = head.trim().split_once(char::is_whitespace).map_or("", |(_, behind)| behind).trim();
            let sign = GLYPHS.into_iter().find_map(|glyph| behind.strip_prefix(glyph));
            sign.unwrap_or(behind).trim()
        }
    }
}

/// Takes in the tags beside a card: those that no state had beside it.
pub(super) fn tags(meeting: &mut Meeting<'_>, tags: &[String], voice: &Voice) {
    let had = |claim: &Claim, tag: &str| heads(claim, tag) || claim.record.tags.iter().any(|held| held == tag);
    let tags = tags.iter().map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty());
    let fresh: Vec<String> = tags.filter(|tag| !meeting.states().iter().any(|state| had(state, tag))).collect();
    let (verdicts, words): (Vec<&String>, Vec<&String>) = fresh.iter().partition(|tag| is_verdict(tag));
    match verdicts.as_slice() {
        [] => {}
        [one] => meeting.verdict(one, voice),
        many => meeting.kept.push(format!("{} verdicts at once", many.len())),
    }
    if words.iter().any(|tag| tag.eq_ignore_ascii_case("dismissed")) {
        meeting.dismiss(voice);
    }
    let words: Vec<String> = words.into_iter().filter(|tag| !is_state(tag)).cloned().collect();
    meeting.tags(&words);
}

/// What a reader's words in a reply to a card of ours are: the answer to its only open query, else a remark.
pub(super) fn reply(meeting: &mut Meeting<'_>, words: &str, voice: &Voice) {
    let by = voice.by.as_deref().map(plainly).unwrap_or_default();
    let mut replies = meeting.now.record.replies.iter();
    if let Some(reply) = replies.find(|reply| reply.is_open() && plainly(&reply.who) == by) {
        let id = reply.id.clone();
        return meeting.replied(&id, words, voice);
    }
    if let Some(id) = meeting.only_open() {
        meeting.reply(&id, words, voice);
        return;
    }
    let open = meeting.now.record.queries.iter().filter(|query| query.is_open()).count();
    if meeting.remark_once(words, voice) && open > 1 {
        meeting.kept.push(format!("which of {open} questions {} answers; it is a remark", short(words)));
    }
}
