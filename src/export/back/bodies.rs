//! What the bodies of an annotation say about a claim; in an annotation of ours, what was edited in them.

use super::super::annotations;
use super::alike::{differs, flattened, short};
use super::cited::SourceWords;
use super::item::{Body, UNREAD};
use super::meet::Meeting;
use super::verdicts::{self, is_state, is_verdict};
use super::voice::Voice;
use crate::review::{CorrectionStatus, field};

/// Takes in what the bodies of somebody's annotation say.
pub(super) fn take(meeting: &mut Meeting<'_>, bodies: &[Body], voice: &Voice) {
    for body in bodies.iter().filter(|body| !body.words.trim().is_empty()) {
        let voice = voice.named(body.by.as_deref());
        match body.purpose.as_str() {
            "assessing" => assessed(meeting, &body.words, &voice),
            "classifying" | "tagging" => tagged(meeting, &body.words, &voice),
            _ => plain(meeting, body, &voice),
        }
    }
}

/// Takes in what was edited in the bodies of an annotation of ours, which say what some state of the claim said. Its verdict stands in
/// them and perhaps in its record, and may be of whose name stands on it.
pub(super) fn ours(
    meeting: &mut Meeting<'_>,
    bodies: &[Body],
    (signed, verdict): (Option<&Voice>, Option<&str>),
    voice: &Voice,
) {
    let states = meeting.states().iter().map(|state| &**state).chain([&meeting.now]);
    let said: Vec<(&str, String)> = states.flat_map(annotations::said).collect();
    let missing = |purpose: &str| {
        let mut now = said.iter().filter(|(held, _)| *held == purpose);
        now.any(|(_, words)| bodies.iter().all(|body| differs(&body.words, words)))
    };
    let (note, statement) = (missing("commenting"), missing("describing"));
    let had =
        |body: &Body| said.iter().any(|(purpose, words)| *purpose == body.purpose && !differs(words, &body.words));
    let (marks, rest): (Vec<&Body>, Vec<&Body>) = bodies.iter().partition(|body| stands_for_verdict(body));
    // A label that is a tag of the claim is no verdict.
    let marks = marks.into_iter().filter(|body| body.purpose != "tagging" || !had(body));
    let words: Vec<&str> = marks.map(|body| &*body.words).chain(verdict).collect();
    verdicts::take(meeting, &words, signed, voice);
    for body in rest.into_iter().filter(|body| !body.words.trim().is_empty() && !had(body)) {
        let voice = voice.named(body.by.as_deref());
        match body.purpose.as_str() {
            "commenting" if note && body.by.is_none() => meeting.text(&field::NOTE, &body.words, &voice),
            "describing" if statement || meeting.now.statement.is_empty() => {
                meeting.text(&field::STATEMENT, &body.words, &voice);
            }
            "replying" => match meeting.only_open() {
                Some(id) => meeting.reply(&id, &body.words, &voice),
                None => meeting.remark(&body.words, &voice),
            },
            "classifying" | "tagging" => meeting.tags(&[flattened(&body.words)]),
            _ => plain(meeting, body, &voice),
        }
    }
}

/// True for a body of ours where the verdict stands.
fn stands_for_verdict(body: &Body) -> bool {
    match body.purpose.as_str() {
        "assessing" => body.words.split_whitespace().count() < 2,
        "classifying" | "tagging" => is_verdict(&body.words) || is_state(&body.words),
        _ => false,
    }
}

/// Takes in a body that is neither verdict nor label.
fn plain(meeting: &mut Meeting<'_>, body: &Body, voice: &Voice) {
    match body.purpose.as_str() {
        UNREAD => meeting.kept.push(format!("a part of it can't be read: {}", short(&body.words))),
        "editing" => drop(meeting.correction(&body.words, CorrectionStatus::Proposed)),
        "linking" => meeting.links(&[address(body)]),
        _ => meeting.remark(&body.words, voice),
    }
}

fn assessed(meeting: &mut Meeting<'_>, word: &str, voice: &Voice) {
    if word.trim().eq_ignore_ascii_case("dismissed") {
        meeting.dismiss(voice);
    } else if is_verdict(word) || word.split_whitespace().count() < 2 {
        meeting.verdict(word, voice);
    } else {
        // An assessment in words.
        meeting.remark(word, voice);
    }
}

/// A tag that is a verdict's word is a verdict: several programs have no other place for one.
fn tagged(meeting: &mut Meeting<'_>, tag: &str, voice: &Voice) {
    if is_verdict(tag) {
        meeting.verdict(tag, voice);
    } else if tag.trim().eq_ignore_ascii_case("dismissed") {
        meeting.dismiss(voice);
    } else if !is_state(tag) {
        meeting.tags(&[flattened(tag)]);
    }
}

/// Address and title of a source; words that are no address are its title.
fn address(body: &Body) -> SourceWords {
    let is_address = super::super::link::checked(&body.words).is_some();
    let (url, title) = if is_address { (body.words.as_str(), body.title.as_str()) } else { ("", body.words.as_str()) };
    [("url", url), ("title", title)].into_iter().map(|(key, words)| (key.to_owned(), words.into())).collect()
}
