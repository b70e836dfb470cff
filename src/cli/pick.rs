//! Which session and which claim a command means.

use super::failure::Failure;
use crate::review::{Claim, Session};

/// The claim that `asked` means: an id, a number as the workbench shows it (from 1), or the beginning of exactly one id.
///
/// # Errors
/// When there is none, or several ids begin so; then they are named.
pub(super) fn claim<'a>(session: &'a Session, asked: &str) -> Result<&'a Claim, Failure> {
    let claims = session.claims();
    if let Some(claim) = claims.by_id(&asked.into()) {
        return Ok(claim);
    }
    if let Ok(number) = asked.parse::<usize>() {
        let found = number.checked_sub(1).and_then(|index| claims.get(index));
        return found.ok_or_else(|| Failure::failed(format!("there is no claim {asked}; there are {}", claims.len())));
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

/// The number of a claim, as the workbench shows it.
pub(super) fn number(session: &Session, claim: &Claim) -> usize {
    session.claims().index_of(&claim.id).map_or(0, |index| index + 1)
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
