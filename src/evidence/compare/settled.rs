//! Which of a claim's comparisons stand, once all of its passages have been compared.

use super::comparison::{Agrees, Compared, Comparison, Weighed};

/// How much surer a difference must be than the best agreement before it counts; of names, whose weights are of fewer words.
const SURER: f64 = 0.5;
const SURER_NAME: f64 = 0.25;
/// How much surer still, where a better passage agrees.
const BEHIND: f64 = 0.1;

/// The comparisons of one claim with its passages, best first, each with whether the writer's notes mean its file; without what is no
/// contradiction. Where notes name a file, what other files say is about other things: a cousin, another town, an older version. A
/// figure that a passage bears out differs nowhere, unless that passage speaks of something else by far; one that differs is told of
/// the best passage alone.
pub(in crate::evidence) fn settled(compared: &[(bool, Vec<Weighed>)]) -> Vec<Vec<Comparison>> {
    let key = |weighed: &Weighed| (weighed.comparison.kind, weighed.comparison.claim.clone());
    let noted = compared.iter().any(|(pointed, _)| *pointed);
    let counts = |pointed: bool| pointed || !noted;
    let counting = || {
        let counted = compared.iter().enumerate().filter(|(_, (pointed, _))| counts(*pointed));
        counted.flat_map(|(at, (_, list))| list.iter().map(move |weighed| (at, weighed)))
    };
    let differing = |asked: &Weighed| {
        let alike = counting().filter(|(_, other)| key(other) == key(asked) && other.comparison.agrees == Agrees::No);
        alike.map(|(_, other)| other.weight).reduce(f64::max)
    };
    // What an agreement weighs against a difference in the passage at `place`.
    let agreeing = |asked: &Weighed, place: usize| {
        let alike = counting().filter(|(_, other)| key(other) == key(asked) && other.comparison.agrees.is_agreement());
        alike.map(|(at, other)| other.weight + if at < place { BEHIND } else { 0.0 }).reduce(f64::max)
    };
    let stands = |weighed: &Weighed, pointed: bool, place: usize| match agreeing(weighed, place) {
        Some(agreeing) => {
            let name = weighed.comparison.kind == Compared::Name;
            let surer = if name { SURER_NAME } else { SURER };
            // Where no note says which file is meant, two that say the same of another figure are both told.
            pointed && weighed.weight >= agreeing + surer || !noted && !name && weighed.weight + BEHIND >= agreeing
        }
        None => differing(weighed).is_none_or(|most| weighed.weight >= most),
    };
    let mut differs: Vec<(Compared, String)> = Vec::new();
    let mut kept = Vec::with_capacity(compared.len());
    for (place, (pointed, list)) in compared.iter().enumerate() {
        let mut told = Vec::new();
        for weighed in list {
            let against = weighed.comparison.agrees == Agrees::No;
            if against && !(counts(*pointed) && stands(weighed, *pointed, place) && !differs.contains(&key(weighed))) {
                continue;
            }
            if against {
                differs.push(key(weighed));
            }
            told.push(weighed.comparison.clone());
        }
        kept.push(told);
    }
    kept
}
