//! Which session and which claim a command means.

use super::failure::Failure;
use crate::review::{Claim, Number, Session};

/// The claim that `asked` means: an id, its number, or the beginning of exactly one id.
///
/// # Errors
/// When there is none, or several ids begin so; then they are named.
pub(super) fn claim<'a>(session: &'a Session, asked: &str) -> Result<&'a Claim, Failure> {
    let claims = session.claims();
    if let Some(claim) = claims.by_id(&asked.into()) {
        return Ok(claim);
    }
    if let Ok(number) = asked.parse::<Number>() {
        let found = claims.iter().find(|claim| claim.number == number);
        let last = claims.iter().map(|claim| claim.number).max().unwrap_or_default();
        let is_gone = || session.apart().iter().any(|claim| claim.number == number);
        return found.ok_or_else(|| {
            Failure::failed(if is_gone() {
                format!("claim {asked} is gone from draft {}: its words stand nowhere; open the session and go to it among what the draft changed", session.article.draft)
            } else {
                format!("there is no claim {asked}; the last one is {last}")
            })
        });
    }
    let begins: Vec<&Claim> =
        claims.iter().filter(|claim| !asked.is_empty() && claim.id.as_str().starts_with(asked)).collect();
    match begins.as_slice() {
        [one] => Ok(one),
        [] => {
            Err(Failure::failed(format!("there is no claim {asked:?}; give its number or its id, see factdesk check")))
        }
        several => {
            let ids: Vec<&str> = several.iter().map(|claim| claim.id.as_str()).collect();
            Err(Failure::failed(format!(
                "several claims begin with {asked:?}: {}; give more of the id",
                ids.join(", ")
            )))
        }
    }
}

/// The beginning of a claim's words, for one line.
pub(super) fn first_words(session: &Session, claim: &Claim) -> String {
    let words = session.exact(claim);
    let mut short: String = words.chars().take(60).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}
