//! Taking what the evidence says, or what a note of the writer names, as a source of a claim.

use super::at_hand::{CitedSource, Found, listed};
use super::desk::Desk;
use crate::evidence::{Agrees, CitationKind, Compared, Excerpt, Locator, is_confidential, is_private, is_withheld};
use crate::quantity::{self, Quantity};
use crate::review::{Evidence, Source, SourceKind, Support};
use crate::text::gate;
use crate::text::link::is_web;

/// Columns of a title; what calls itself by more is called by its file.
const TITLE: usize = 80;

/// How a passage bears on the `words` of a claim in `language`. Where something in it differs it contradicts them; it supports them
/// where it says all that they do, a figure, a date or a quote agrees, no word turns what either says, and no quantity of theirs is left
/// over, bare years apart. Else that is for the reader to say.
fn bearing(words: &str, language: &str, excerpt: &Excerpt) -> Option<Support> {
    if excerpt.differs() {
        return Some(Support::Contradicts);
    }
    if !excerpt.whole || excerpt.compares.iter().any(|one| one.agrees == Agrees::Open) {
        return None;
    }
    let agreeing = || excerpt.compares.iter().filter(|one| one.agrees.is_agreement() && one.kind != Compared::Name);
    let rest = agreeing().fold(words.to_owned(), |rest, one| rest.replacen(&one.claim, " ", 1));
    let is_year = |one: &Quantity| one.date().is_some_and(|date| date.month.is_none() && date.day.is_none());
    (agreeing().next().is_some() && quantity::read(&rest, language).iter().all(is_year)).then_some(Support::Supports)
}

/// The source that a passage makes for a claim with these `words`, looked at on `day`, and the file that it lies in.
pub fn of_passage(
    (desk, words): (&Desk, &str),
    found: &Found,
    excerpt: &Excerpt,
    day: &str,
) -> (Source, Option<Evidence>) {
    let material = &excerpt.material;
    let mut evidence = desk.at_hand.file(&desk.session, &material.name).cloned();
    if let Some(file) = &mut evidence {
        file.confidential |= is_withheld(file.file_name(), &excerpt.head.text);
    }
    let noted = found.cited.iter().find(|cited| cited.file.as_ref() == Some(&material.name));
    let kind = match excerpt.locator() {
        _ if material.url.is_some() => SourceKind::Web,
        Some(Locator::Time(..)) => SourceKind::Interview,
        Some(Locator::Row(..)) => SourceKind::Data,
        Some(Locator::Paragraph(_) | Locator::Page(..) | Locator::Note(_)) | None => SourceKind::Document,
    };
    let speaker = excerpt.speaker().map(|name| format!(" ({name})")).unwrap_or_default();
    let locator = excerpt.locator().map(|at| at.to_string()).unwrap_or_default();
    let source = Source {
        evidence: evidence.as_ref().map(|evidence| listed(&desk.session, evidence)).unwrap_or_default(),
        annotation: noted.map(|cited| cited.annotation.clone()).unwrap_or_default(),
        title: called(open_title(&material.title), evidence.as_ref(), &material.name),
        url: material.url.clone().filter(|url| is_web(url)).unwrap_or_default(),
        kind: Some(kind),
        stance: bearing(words, &desk.session.article.language, excerpt),
        locator: format!("{locator}{speaker}"),
        quote: excerpt.exact().split_whitespace().collect::<Vec<_>>().join(" "),
        checked_at: day.to_owned(),
        confidential: evidence.as_ref().is_some_and(|held| held.confidential)
            || noted.is_some_and(|cited| cited.is_held_back(&desk.session))
            || is_confidential(excerpt.exact()),
        ..Source::default()
    };
    (source, evidence)
}

/// The source that a note of the writer names, and the file that it means. It was not looked at yet.
pub fn of_note(desk: &Desk, cited: &CitedSource) -> (Source, Option<Evidence>) {
    let citation = &cited.citation;
    let evidence = cited.file.as_ref().and_then(|name| desk.at_hand.file(&desk.session, name)).cloned();
    let kind = match citation.kind {
        CitationKind::Document | CitationKind::Mail => Some(SourceKind::Document),
        CitationKind::Data => Some(SourceKind::Data),
        CitationKind::Interview => Some(SourceKind::Interview),
        CitationKind::Law => Some(SourceKind::Law),
        CitationKind::Web => Some(SourceKind::Web),
        CitationKind::Own | CitationKind::None => None,
    };
    let person = citation.person.as_deref().unwrap_or_default();
    let titled = citation.title.as_deref().unwrap_or(if person.is_empty() { &citation.text } else { person });
    let title =
        if person.is_empty() || titled.contains(person) { titled.to_owned() } else { format!("{titled} ({person})") };
    let parts = [citation.locator.as_deref(), citation.date.as_deref()];
    let url = citation.url.clone().map(|url| if is_web(&url) { url } else { format!("https://{url}") });
    let source = Source {
        evidence: evidence.as_ref().map(|evidence| listed(&desk.session, evidence)).unwrap_or_default(),
        annotation: cited.annotation.clone(),
        title: gate::fit(&title, TITLE).into_owned(),
        url: url.unwrap_or_default(),
        kind,
        locator: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
        confidential: cited.is_held_back(&desk.session) || evidence.as_ref().is_some_and(|held| held.confidential),
        ..Source::default()
    };
    (source, evidence)
}

/// A title that may be told: one with a telephone number or an address is no name for a file.
fn open_title(title: &str) -> &str {
    if is_private(title) { "" } else { title }
}

/// What a file is called: by its own title, where that is one, by that of the session's list, else by its name. Where it lies is for
/// nobody who reads of it.
fn called(title: &str, listed: Option<&Evidence>, name: &str) -> String {
    let is_one = |title: &&str| !title.is_empty() && gate::width(title) <= TITLE && !title.contains(" | ");
    let own = Some(title.trim()).filter(is_one);
    let held = || listed.map(|listed| listed.title.trim()).filter(is_one);
    own.or_else(held).unwrap_or_else(|| name.rsplit(['/', '\\']).next().unwrap_or(name)).to_owned()
}

#[cfg(test)]
mod tests;
