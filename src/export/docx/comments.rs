//! The comments: one a claim, with verdict, note, sources and the rest of its record.

use std::borrow::Cow;
use std::io;

use super::super::card::{Cited, ClaimCard};
use super::super::moment::moment;
use super::super::xml::Xml;
use super::package::NAMESPACES;
use super::revision::NOBODY;
use super::runs;
use crate::advice::Advice;
use crate::review::Mark;

/// The part that holds them, those about claims first and behind them those about the `text` itself, each with its id. A comment whose
/// claim nobody has marked is dated `otherwise`: some readers fail without a date.
pub(super) fn part(
    cards: &[(ClaimCard<'_>, Option<Cow<'_, Mark>>)],
    text: &[(usize, Vec<String>)],
    otherwise: Option<&str>,
) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open("w:comments", &NAMESPACES)?;
    for (card, mark) in cards {
        let mark = mark.as_deref();
        let author = mark.map(|mark| mark.by.as_ref()).filter(|by| !by.is_empty()).unwrap_or(NOBODY);
        let date = mark.and_then(|mark| moment(&mark.at));
        comment(&mut xml, card.head.place, (author, date.as_deref().or(otherwise)), &lines(card))?;
    }
    for (id, lines) in text {
        comment(&mut xml, *id, (NOBODY, otherwise), lines)?;
    }
    xml.close("w:comments")?;
    Ok(xml.finish())
}

/// A comment of `author` on a `date`, a paragraph a line.
fn comment(xml: &mut Xml, id: usize, (author, date): (&str, Option<&str>), lines: &[String]) -> io::Result<()> {
    let initials: String = author.split_whitespace().filter_map(|name| name.chars().next()).take(3).collect();
    let id = id.to_string();
    let mut attributes = vec![("w:id", id.as_str()), ("w:author", author), ("w:initials", &initials)];
    attributes.extend(date.map(|date| ("w:date", date)));
    xml.open("w:comment", &attributes)?;
    for line in lines {
        xml.open("w:p", &[])?;
        xml.open("w:pPr", &[])?;
        xml.empty("w:pStyle", &[("w:val", "CommentText")])?;
        xml.close("w:pPr")?;
        runs::plain(xml, line)?;
        xml.close("w:p")?;
    }
    xml.close("w:comment")
}

/// How a comment begins that says where the text contradicts itself.
const AGAINST_ITSELF: &str = "! the text against itself";

/// What a comment says about the text itself, a paragraph each: what is wrong and how sure that is, and the words that disagree.
pub(super) fn against_itself(advice: &Advice, words: &[&str]) -> Vec<String> {
    let says = format!("{}: {}", advice.weight.name(), advice.says);
    vec![AGAINST_ITSELF.to_owned(), says, format!("“{}”", words.join("” … “"))]
}

/// What somebody else put into a comment of ours about the text itself, whose paragraphs are `lines`; `None` where it is none of ours.
pub(in super::super) fn beyond_ours(lines: &[String]) -> Option<&[String]> {
    let (head, rest) = lines.split_first()?;
    (head.trim() == AGAINST_ITSELF).then(|| rest.get(2..).unwrap_or_default())
}

/// True for the words of a comment of ours about the text itself.
pub(super) fn is_against_itself(words: &str) -> bool {
    words.starts_with(AGAINST_ITSELF)
}

/// What a comment says, a paragraph each.
pub(in super::super) fn lines(card: &ClaimCard<'_>) -> Vec<String> {
    let mut lines = vec![format!("{} {} {}", card.head.number, card.head.glyph, card.head.verdict)];
    let mut say = |label: &str, words: &str| {
        if !words.trim().is_empty() {
            lines.push(format!("{label}: {words}"));
        }
    };
    say("states", card.statement);
    say("says", &card.speaker);
    say("note", card.note);
    for source in &card.sources {
        say("source", &cited(source));
        say("archived", source.archive.as_deref().unwrap_or_default());
    }
    for fix in &card.fixes {
        let after = if fix.after.trim().is_empty() { "to be left out" } else { fix.after };
        say("correction", &format!("{after} ({})", fix.status));
    }
    for asked in &card.queries {
        say("asked", &format!("{}: {} ({})", asked.to, asked.question, asked.status));
        say("answer", asked.answer);
    }
    for reply in &card.replies {
        let said = if reply.answer.trim().is_empty() { String::new() } else { format!(": {}", reply.answer) };
        say("right of reply", &format!("{} ({}){said}", reply.to, reply.status));
    }
    for (who, words) in &card.remarks {
        say("remark", &format!("{who}: {words}"));
    }
    say("assigned to", card.assignee);
    say("tags", &card.tags.join(", "));
    for (title, words) in &card.more {
        say(title, words);
    }
    lines
}

/// What is kept with a claim beside its verdict and its note, a line each: what a list says of one with nothing to check.
pub(in super::super) fn beside_note(card: &ClaimCard<'_>) -> Vec<String> {
    let note = format!("note: {}", card.note);
    lines(card).into_iter().skip(1).filter(|line| *line != note).collect()
}

fn cited(source: &Cited<'_>) -> String {
    let mut words = source.title.to_owned();
    for (open, part, close) in [(" <", source.url, ">"), (" (", source.about.as_str(), ")"), (" “", source.quote, "”")]
    {
        if !part.trim().is_empty() && part != source.title {
            words = words + open + part + close;
        }
    }
    words
}
