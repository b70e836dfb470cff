//! What the bodies of an annotation say about a claim; in an annotation of ours, what was edited in them.

use super::super::annotations;
use super::alike::{differs, flattened};
use super::item::Body;
use super::meet::Meeting;
use super::voice::Voice;
use crate::review::field;
use crate::review::{Claim, Verdict};

/// Takes in what bodies say; `own` tells that the annotation is one of ours, whose bodies say what some state of the claim said.
pub(super) fn take(meeting: &mut Meeting<'_>, bodies: &[Body], own: bool, voice: &Voice) {
    let said: Vec<(String, String)> =
        if own { meeting.states.iter().chain([&meeting.now]).flat_map(ours).collect() } else { Vec::new() };
    let missing = |purpose: &str| {
        let now = said.iter().filter(|(held, _)| held == purpose);
        own && now.into_iter().any(|(_, words)| bodies.iter().all(|body| differs(&body.words, words)))
    };
    let (note, statement) = (missing("commenting"), missing("describing"));
    for body in bodies {
        let known = |(purpose, words): &(String, String)| *purpose == body.purpose && !differs(words, &body.words);
        if said.iter().any(known) || body.words.trim().is_empty() {
            continue;
        }
        let voice = voice.named(body.by.as_deref());
        match body.purpose.as_str() {
            "commenting" if note && body.by.is_none() => meeting.text(&field::NOTE, &body.words, &voice),
            "describing" if statement || meeting.now.statement.is_empty() => {
                meeting.text(&field::STATEMENT, &body.words, &voice);
            }
            "replying" if own => match meeting.only_open() {
                Some(id) => meeting.answer(&id, &body.words, &voice),
                None => meeting.remark(&body.words, &voice),
            },
            "assessing" => assessed(meeting, &body.words, &voice),
            "classifying" | "tagging" => tagged(meeting, &body.words, &voice),
            "editing" => meeting.correction(&body.words),
            "linking" => meeting.links(&[address(body)]),
            _ => meeting.remark(&body.words, &voice),
        }
    }
}

/// What the bodies of our own annotation say: purpose and words.
fn ours(claim: &Claim) -> Vec<(String, String)> {
    annotations::said(claim).into_iter().map(|(purpose, words)| (purpose.to_owned(), words)).collect()
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
    } else if !["unchecked", "dismissed", "differs"].contains(&tag.trim().to_lowercase().as_str()) {
        meeting.tags(&[flattened(tag)]);
    }
}

fn is_verdict(word: &str) -> bool {
    let given = Verdict::KNOWN.iter().filter(|known| !known.is_dismissal());
    given.into_iter().any(|known| known.as_str().eq_ignore_ascii_case(word.trim()))
}

/// Address and title of a source; words that are no address are its title.
fn address(body: &Body) -> (String, String) {
    match super::super::link::checked(&body.words) {
        Some(_) => (body.words.clone(), body.title.clone()),
        None => (String::new(), body.words.clone()),
    }
}
