//! `factdesk assign`: who is to check which claims.

use std::process::ExitCode;

use clap::Args;

use super::common::Common;
use super::failure::Failure;
use super::{out, pick};
use crate::propose::Persons;
use crate::review::{Claim, Number, Session, assigning};
use crate::store;
use crate::term::desk;
use crate::text::plural;

/// Say who is to check which claims.
#[derive(Debug, Args)]
pub(super) struct Assign {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// The claims, and then who is to check them: numbers, ids and ranges such as 3-9,12,14a; or all. An empty name: nobody.
    #[arg(value_names = ["CLAIMS", "NAME"], num_args = 1..=2, required = true)]
    who: Vec<String>,
    /// All claims of this speaker, in place of CLAIMS.
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,
}

pub(super) fn run(asked: &Assign, common: &Common) -> Result<ExitCode, Failure> {
    let (claims, name) = match (asked.who.as_slice(), &asked.speaker) {
        ([claims, name], None) => (Some(claims.as_str()), name),
        ([name], Some(_)) => (None, name),
        ([_, ..], None) => return Err(Failure::usage("who is to check which? factdesk assign SESSION CLAIMS NAME")),
        _ => {
            return Err(Failure::usage(
                "--speaker stands in place of CLAIMS: factdesk assign SESSION --speaker WHO NAME",
            ));
        }
    };
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let desk = desk::here();
    let path = common.folder()?.find(&asked.session)?;
    let by = common.reviewer()?;
    let done = store::amend(&path, &desk, |session| -> Result<usize, Failure> {
        let chosen = match (claims, &asked.speaker) {
            (Some(claims), _) => listed(session, claims),
            (None, speaker) => said_by(session, speaker.as_deref().unwrap_or_default()),
        };
        let edits = assigning(chosen.map_err(|failure| failure.about(&path))?.into_iter(), &name);
        let count = edits.len();
        session.commit_all(edits, &by, &(desk.now)())?;
        Ok(count)
    })?;
    let to = if name.is_empty() { "nobody" } else { &name };
    out::lines(&format!("{} assigned to {to}\n", plural(done, "claim")))?;
    Ok(ExitCode::SUCCESS)
}

/// The claims that a list of numbers, ids and ranges means, each once.
fn listed<'s>(session: &'s Session, asked: &str) -> Result<Vec<&'s Claim>, Failure> {
    if asked == "all" {
        return Ok(session.claims().iter().filter(|claim| !claim.dismissed).collect());
    }
    let mut chosen: Vec<&Claim> = Vec::new();
    for part in asked.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let ends = part.split_once('-').and_then(|(from, to)| Some((number(from)?, number(to)?)));
        match ends {
            Some((from, to)) if to < from => {
                return Err(Failure::usage(format!("{part} runs backwards: write {to}-{from}")));
            }
            Some((from, to)) => {
                let last = session.claims().iter().map(|claim| claim.number).max().unwrap_or_default();
                if to > last && from <= last {
                    return Err(Failure::failed(format!(
                        "there is no claim {to}; the last one is {last}: write {from}-{last}"
                    )));
                }
                let before = chosen.len();
                chosen.extend(session.claims().iter().filter(|claim| (from..=to).contains(&claim.number)));
                if chosen.len() == before {
                    return Err(Failure::failed(format!("there is no claim from {from} to {to}")));
                }
            }
            None => chosen.push(pick::claim(session, part)?),
        }
    }
    chosen.sort_by_key(|claim| claim.number);
    chosen.dedup_by_key(|claim| claim.number);
    if chosen.is_empty() { Err(Failure::failed("no claim is named")) } else { Ok(chosen) }
}

fn number(text: &str) -> Option<Number> {
    text.trim().parse().ok()
}

/// The claims of whoever `speaker` names, as the desk tells people apart.
fn said_by<'s>(session: &'s Session, speaker: &str) -> Result<Vec<&'s Claim>, Failure> {
    let named = |claim: &'s Claim| claim.speaker.as_ref().map(|held| held.name.as_str());
    let mentions = || session.claims().iter().filter_map(|claim| Some((named(claim)?, Some(claim.span.start))));
    // A name is asked about as the claims spell it.
    let lower = speaker.to_lowercase();
    let spelt = mentions().map(|(name, _)| name).find(|name| name.to_lowercase() == lower).unwrap_or(speaker);
    let persons = Persons::of(&session.article, mentions().chain([(spelt, None)]));
    if persons.is_shared(spelt) {
        let all = persons.sharing(spelt);
        let called = all.iter().map(|person| persons.names(*person).first().map_or("", String::as_str));
        let called = called.filter(|name| !persons.is_shared(name)).collect::<Vec<_>>().join(" and ");
        return Err(Failure::failed(format!(
            "several people are called {speaker}: {called}; give the one's full name, or the numbers of the claims"
        )));
    }
    let person = persons.called(spelt);
    let says = |claim: &&'s Claim| {
        named(claim)
            .is_some_and(|name| name == spelt || person.is_some() && persons.at(name, claim.span.start) == person)
    };
    let chosen: Vec<&Claim> = session.claims().iter().filter(says).collect();
    if chosen.is_empty() { Err(Failure::failed(format!("no claim has the speaker {speaker:?}"))) } else { Ok(chosen) }
}
