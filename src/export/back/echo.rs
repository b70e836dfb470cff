//! Cards of ours that come back, told by their text: what stands in them already says nothing, what was put in says something.

use super::super::card;
use super::super::docx::comments;
use super::super::hypothesis;
use super::super::xml::lawful;
use super::alike::{flattened, short, squeezed};
use super::item::ItemForm;
use super::meet::Meeting;
use super::states::StoodClaim;
use super::verdicts::{self, heads, is_state, is_verdict};
use super::voice::Voice;
use crate::review::field;
use crate::review::{Claim, CorrectionStatus, Session, Verdict};

/// A line of a card, by what it is called there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum EchoLabel {
    Head,
    Note,
    States,
    Asked,
    Answer,
    Correction,
    /// What became of a correction.
    Became,
    Tags,
    Other,
    /// A line without a name.
    Plain,
}

impl EchoLabel {
    /// What `line` is, and its words.
    fn of(form: ItemForm, line: &str) -> (Self, &str) {
        let labels: &[(&str, Self)] = match form {
            ItemForm::Word => &[
                ("states:", Self::States),
                ("says:", Self::Other),
                ("note:", Self::Note),
                ("source:", Self::Other),
                ("archived:", Self::Other),
                ("correction:", Self::Correction),
                ("asked:", Self::Asked),
                ("answer:", Self::Answer),
                ("right of reply:", Self::Other),
                ("remark:", Self::Other),
                ("assigned to:", Self::Other),
                ("tags:", Self::Tags),
            ],
            ItemForm::Markdown => &[
                ("States:", Self::States),
                ("Says:", Self::Other),
                ("About the source:", Self::Other),
                ("Correction:", Self::Correction),
                ("The correction is:", Self::Became),
                ("Right of reply:", Self::Other),
                ("Remark:", Self::Other),
                ("Assigned to:", Self::Other),
                ("Asked:", Self::Other),
                ("Question:", Self::Asked),
                ("Answer:", Self::Answer),
                ("- [", Self::Other),
            ],
        };
        let found = labels.iter().find_map(|(label, what)| {
            let head = line.get(..label.len())?;
            head.eq_ignore_ascii_case(label).then(|| (*what, line.get(label.len()..).unwrap_or_default().trim()))
        });
        let more = || card::unplaced().any(|field| line.split_once(':').is_some_and(|(label, _)| label == field.title));
        let more = || more() || line.strip_prefix(card::ANOTHER_COPY).is_some_and(|rest| rest.starts_with(':'));
        let found = found.or_else(|| more().then_some((Self::Other, line)));
        found.unwrap_or(if is_head(form, line) { (Self::Head, line) } else { (Self::Plain, line) })
    }
}

/// `8 ✗ disputed` in Word, `**disputed**` in Markdown: how cards of ours begin.
pub(super) fn is_head(form: ItemForm, line: &str) -> bool {
    match form {
        ItemForm::Markdown => {
            let word = line.trim().strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
            word.is_some_and(|word| is_state(word) || Verdict::KNOWN.iter().any(|known| known.as_str() == word))
        }
        ItemForm::Word => {
            let mut parts = line.split_whitespace();
            let number = parts.next().is_some_and(|number| number.starts_with(|one: char| one.is_ascii_digit()));
            number
                && parts.next().is_some_and(|glyph| ["✓", "✗", "?", "○", "•", "–", "≠"].contains(&glyph))
                && parts.next().is_some()
        }
    }
}

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
    let Some(ours) = states.min_by_key(strange) else { return };
    let gone: Vec<EchoLabel> =
        ours.iter().filter(|line| !holds(&theirs, line)).map(|line| EchoLabel::of(form, line).0).collect();
    let mut reading = EchoReader {
        form,
        signed,
        ours: &ours,
        gone,
        under: EchoLabel::Head,
        query: None,
        corrected: None,
        fresh: Vec::new(),
    };
    for line in &theirs {
        reading.line(meeting, line, voice);
    }
    reading.settle(meeting, voice);
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
    /// What was read last of the lines that have a name.
    under: EchoLabel,
    /// The query that was read last.
    query: Option<String>,
    /// The correction that was read last, where it came in.
    corrected: Option<String>,
    /// Lines that are new, one below the other.
    fresh: Vec<String>,
}

impl EchoReader<'_> {
    fn line(&mut self, meeting: &mut Meeting<'_>, line: &str, voice: &Voice) {
        let (label, words) = EchoLabel::of(self.form, line);
        let known = holds(self.ours, line);
        if known || label != EchoLabel::Plain {
            self.settle(meeting, voice);
        }
        if label == EchoLabel::Asked {
            let asked = |text: &str| squeezed(words).contains(&squeezed(text));
            let query = meeting.now.record.queries.iter().find(|query| asked(&query.question));
            self.query = query.map(|query| query.id.clone()).or(self.query.take());
        }
        if label != EchoLabel::Plain {
            self.under = label;
        }
        if label == EchoLabel::Head {
            return verdicts::take(meeting, &[verdict_of(self.form, line)], self.signed, voice);
        }
        if known {
            return;
        }
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
                self.corrected = meeting.correction(words, status);
            }
            EchoLabel::Became => match (became(words), self.corrected.take()) {
                (Some(status), Some(id)) => {
                    if let Some(one) = meeting.now.record.corrections.iter_mut().find(|one| one.id == id) {
                        one.status = status;
                    }
                }
                _ => meeting.remark(line, voice),
            },
            EchoLabel::Tags => {
                let tags: Vec<String> = words.split(',').map(|tag| tag.trim().to_owned()).collect();
                meeting.tags(&tags);
            }
            EchoLabel::Plain => self.fresh.push(line.to_owned()),
            EchoLabel::Head | EchoLabel::Note | EchoLabel::States | EchoLabel::Asked | EchoLabel::Other => {
                meeting.remark(line, voice);
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
            // Lines of the note have gone, and these came: the note was edited.
            let kept = self.ours.iter().filter(|line| EchoLabel::of(self.form, line).0 == EchoLabel::Plain).count();
            let one = kept == self.gone.iter().filter(|label| **label == EchoLabel::Plain).count();
            if one { meeting.text(&field::NOTE, &words, voice) } else { meeting.remark(&words, voice) }
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
        ItemForm::Word => head.trim().splitn(3, char::is_whitespace).nth(2).unwrap_or_default().trim(),
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
    let words: Vec<String> = words.into_iter().filter(|tag| !is_state(tag)).cloned().collect();
    meeting.tags(&words);
}

/// What a reader's words in a reply to a card of ours are: the answer to its only open query, else a remark.
pub(super) fn reply(meeting: &mut Meeting<'_>, words: &str, voice: &Voice) {
    if let Some(id) = meeting.only_open() {
        meeting.reply(&id, words, voice);
        return;
    }
    let open = meeting.now.record.queries.iter().filter(|query| query.is_open()).count();
    if meeting.remark_once(words, voice) && open > 1 {
        meeting.kept.push(format!("which of {open} questions {} answers; it is a remark", short(words)));
    }
}
