//! What bringing a draft in makes of each claim, for scripts.

use serde::Serialize;

use crate::review::field::Mark;
use crate::review::{Carried, Change, Claim, Fate, Fates, NextDraft, Session};

/// What a draft makes of the claims of a session.
#[derive(Debug, Serialize)]
pub(super) struct FatedDraft {
    /// The draft's number, from 1.
    draft: u32,
    /// How many claims have which fate.
    fates: Fates,
    /// Every claim of the session, then those that are new.
    claims: Vec<FatedClaim>,
}

/// What becomes of one claim.
#[derive(Debug, Serialize)]
struct FatedClaim {
    id: String,
    /// Empty for one that is new, and gets its number when the draft comes in.
    number: String,
    /// `same`, `moved`, `changed`, `split`, `merged`, `gone`, `new`, or `back` for one that is as it was before an earlier draft changed it.
    fate: String,
    /// Its words before; empty for one that is new.
    was: String,
    /// Its words in the draft; empty for one whose words stand nowhere.
    now: String,
    /// Who said the words, or what they leaned on, before and now, where the same words are changed by that; else left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    because: Vec<String>,
    /// The verdicts that are withdrawn.
    had: Vec<Mark>,
    /// Of a claim that is back the verdict that stands again; else left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<Mark>,
    /// The corrections that the draft takes over.
    taken_over: Vec<String>,
    /// Those that it comes without.
    not_taken_over: Vec<String>,
}

impl FatedDraft {
    /// What `planned` makes of the claims of `session`, which has not got the draft yet; `None` where it brings none.
    pub(super) fn of(session: &Session, planned: &NextDraft) -> Option<Self> {
        let Change::Draft(carry) = &planned.edit.change else { return None };
        let texts = session.texts();
        let now = texts.or_now(carry.draft.after);
        let all = session.claims().iter().chain(session.apart());
        let mut claims: Vec<FatedClaim> = Vec::new();
        for claim in all {
            let was = session.words_of(claim).to_owned();
            let row = |fate: &str, now: &str| FatedClaim {
                id: claim.id.to_string(),
                number: claim.number.to_string(),
                fate: fate.to_owned(),
                was: was.clone(),
                now: now.to_owned(),
                because: Vec::new(),
                had: Vec::new(),
                verdict: None,
                taken_over: Vec::new(),
                not_taken_over: Vec::new(),
            };
            let Some(after) = carry.lead(&claim.id).and_then(|lead| lead.after(claim)) else {
                // It moves with the words before it, or stays apart.
                claims.push(if claim.is_apart() { row("gone", "") } else { row("same", &was) });
                continue;
            };
            let words = if after.is_apart() { "" } else { now.words(after.span) };
            let is_back = planned.back.contains(&claim.id);
            let told = after.fate().filter(|fate| fate.draft == carry.draft.after);
            let mut row = match told {
                _ if is_back => FatedClaim { verdict: after.mark.clone(), ..row("back", words) },
                Some(fate) => {
                    FatedClaim { had: fate.had.clone(), because: because(&after, fate), ..row(fate.is.as_str(), words) }
                }
                None => row("same", words),
            };
            for one in &after.record.corrections {
                let before = claim.record.corrections.iter().find(|held| held.id == one.id);
                let is_settled = before.is_some_and(|held| held.status != one.status);
                if one.is_ignored() && one.passed_by == carry.draft.after {
                    row.not_taken_over.push(one.text.clone());
                } else if is_settled {
                    row.taken_over.push(one.text.clone());
                }
            }
            claims.push(row);
        }
        claims.extend(carry.claims.iter().filter_map(|carried| match carried {
            Carried::Came(claim) => Some(FatedClaim {
                id: claim.id.to_string(),
                number: String::new(),
                fate: claim.fate().map_or("new", |fate| fate.is.as_str()).to_owned(),
                was: String::new(),
                now: now.words(claim.span).to_owned(),
                because: Vec::new(),
                had: Vec::new(),
                verdict: None,
                taken_over: Vec::new(),
                not_taken_over: Vec::new(),
            }),
            Carried::Led(_) | Carried::Went(_) => None,
        }));
        Some(Self { draft: carry.draft.after, fates: planned.fates, claims })
    }
}

/// Why a claim is another though its words are the same, in words.
fn because(claim: &Claim, fate: &Fate) -> Vec<String> {
    fate.told_sayers(claim.speaker.as_deref()).into_iter().chain(fate.told_leaning()).collect()
}
