//! What became of a claim, where copies tell of one draft's fate differently: verdicts that were withdrawn come together, and an answer
//! stands unless somebody gave another one.

use serde_json::Value;

use super::super::field::{Conflict, FATE, Fate};
use super::super::{Claim, Entry, Extra, Swap};

/// Leads the fate of `claim` from one value to another where it tells the same words of the same draft, but other verdicts or another
/// answer; false, and nothing changed, where it tells something else.
pub(super) fn change(claim: &mut Claim, swap: &Swap<Value>, entry: &Entry) -> bool {
    let (Some(now), Some(before), Some(after)) = (claim.fate(), read(&swap.before), read(&swap.after)) else {
        return false;
    };
    if bare(now) != bare(&before) || bare(now) != bare(&after) {
        return false;
    }
    let mut fate = now.clone();
    fate.tell_too(&after);
    fate.had.sort_by(|one, other| (&one.at, &one.by).cmp(&(&other.at, &other.by)));
    // What stands beside it was made of the answer that is given up.
    let conflicts = &mut claim.record.conflicts;
    if before.answer.is_some() && before.answer != after.answer {
        let is_given_up = |one: &Conflict| read(&one.theirs).is_some_and(|held| held.answer == before.answer);
        conflicts.retain(|one| one.field != FATE.name || !is_given_up(one));
    }
    if fate.answer == before.answer {
        fate.answer = after.answer;
    } else if after.answer.is_some() && after.answer != before.answer && after.answer != fate.answer {
        let theirs = serde_json::to_value(Fate { answer: after.answer, ..fate.clone() }).unwrap_or_default();
        if !conflicts.iter().any(|one| one.field == FATE.name && one.theirs == theirs) {
            let (field, by, at) = (FATE.name.to_owned(), entry.by.to_string(), entry.at.clone());
            conflicts.push(Conflict { field, theirs, by, at, extra: Extra::default() });
        }
    }
    claim.record.fate = Some(Box::new(fate));
    true
}

fn read(value: &Value) -> Option<Fate> {
    serde_json::from_value::<Option<Fate>>(value.clone()).ok().flatten()
}

/// What a draft made of it, without what readers had said of it and say to that.
fn bare(fate: &Fate) -> Fate {
    Fate { had: Vec::new(), dismissed: false, answer: None, ..fate.clone() }
}

#[cfg(test)]
mod tests {
    use super::super::Session;
    use super::super::tests::{change, claim, mark, merged, put_on, session};
    use super::{FATE, read};
    use crate::review::Verdict;
    use crate::review::field::FateAnswer;

    fn answer(session: &mut Session, said: FateAnswer, by: &str) {
        change(session, "k1", &FATE, by, |claim| {
            if let Some(fate) = &mut claim.record.fate {
                fate.answer = Some(said);
            }
        });
    }

    /// A copy in which bea has mended the words that anna verified, and one of before that which cleo has judged in `minute`.
    fn copies(minute: usize) -> (Session, Session) {
        let mut mended = session();
        mark(&mut mended, "k1", Verdict::Verified, "anna", 1);
        let mut unaware = mended.clone();
        put_on(&mut mended, 12, true, 2);
        mark(&mut unaware, "k1", Verdict::Disputed, "cleo", minute);
        (mended, unaware)
    }

    #[test]
    fn an_answer_stands_and_a_withdrawn_verdict_that_comes_in_is_told_with_the_others() {
        for minute in [3, 9] {
            let (mut mended, unaware) = copies(minute);
            answer(&mut mended, FateAnswer::Confirmed, "anna");
            let mut both = merged(&mended, &unaware);
            assert_eq!(merged(&both, &mended).claims(), both.claims(), "once more");
            let fate = claim(&both, "k1").fate().unwrap();
            let readers: Vec<&str> = fate.had.iter().map(|mark| &*mark.by).collect();
            assert_eq!((readers.as_slice(), &fate.answer), (&["anna", "cleo"][..], &Some(FateAnswer::Confirmed)));
            assert!(claim(&both, "k1").record.conflicts.is_empty(), "{:?}", claim(&both, "k1").record.conflicts);
            // The same answer by somebody else is none against it.
            let (mut third, _) = copies(minute);
            answer(&mut third, FateAnswer::Confirmed, "dora");
            both = merged(&both, &third);
            assert!(claim(&both, "k1").record.conflicts.is_empty(), "{:?}", claim(&both, "k1").record.conflicts);
        }
    }

    #[test]
    fn two_answers_are_a_conflict_in_which_neither_version_loses_a_verdict() {
        let (mut mended, unaware) = copies(3);
        let mut other = mended.clone();
        answer(&mut mended, FateAnswer::Confirmed, "anna");
        answer(&mut other, FateAnswer::Recheck, "bea");
        let both = merged(&merged(&mended, &unaware), &other);
        let [conflict] = claim(&both, "k1").record.conflicts.as_slice() else { panic!("{both:?}") };
        let (stands, beside) = (claim(&both, "k1").fate().unwrap(), read(&conflict.theirs).unwrap());
        assert_eq!((conflict.field.as_str(), stands.had.len()), ("fate", 2));
        assert!(stands.had == beside.had && stands.answer != beside.answer, "{stands:?} {beside:?}");
    }
}
