//! Learning from a reviewer's marks: what they always dismiss counts less, and the built-in weights hold where they say nothing.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use factdesk::propose;
use factdesk::propose::worth::{Example, TrainError, Weights, fit};
use factdesk::review::{Article, Block, BlockKind, Claim, Mark, Session, Span, Stamp, Verdict};

const TOWNS: [&str; 12] =
    ["Aska", "Brenn", "Corvo", "Dalby", "Evora", "Fjell", "Gorin", "Halden", "Ivrea", "Jelsa", "Korbach", "Lomza"];

/// A session in which each of `sentences` is a claim of a paragraph of its own, dealt with as `deal` says by its number.
fn session(sentences: &[String], deal: impl Fn(usize, &mut Claim)) -> Session {
    let mut blocks = Vec::new();
    let mut start = 0;
    for sentence in sentences {
        blocks.push(Block::new(BlockKind::Paragraph, Span::new(start, start + sentence.len())));
        start += sentence.len() + 1;
    }
    let mut article = Article::new("", sentences.join("\n"), blocks).unwrap();
    "en".clone_into(&mut article.language);
    let mut claims: Vec<Claim> = propose::claims(&article, 0.0).iter().cloned().collect();
    assert_eq!(claims.len(), sentences.len());
    claims.iter_mut().enumerate().for_each(|(n, claim)| deal(n, claim));
    Session::new("s", article, claims.into_iter().collect())
}

fn mark(claim: &mut Claim) {
    claim.mark = Some(Mark { verdict: Verdict::Disputed, by: "anna".into(), at: Stamp::default() });
}

/// What a reviewer did who checks every sum of money and finds arrests not worth the time.
fn money_desk() -> Session {
    let money = TOWNS.iter().map(|town| format!("The school in {town} cost 4 million euros."));
    let arrests = TOWNS.iter().map(|town| format!("Police in {town} arrested two men."));
    session(&money.chain(arrests).collect::<Vec<_>>(), |n, claim| {
        if n < TOWNS.len() {
            mark(claim);
        } else {
            claim.dismissed = true;
        }
    })
}

fn points(weights: &Weights, code: &str) -> f64 {
    weights.points().find(|(known, _)| *known == code).unwrap().1
}

#[test]
fn what_is_always_dismissed_counts_less_afterwards() {
    let learnt = fit(&Example::of_session(&money_desk())).unwrap();
    let built_in = Weights::default();
    assert_eq!((learnt.marked, learnt.dismissed), (12, 12));
    assert!(points(&learnt.weights, "law") < points(&built_in, "law") - 0.1, "{learnt:?}");
    assert!(points(&learnt.weights, "money") > points(&built_in, "money") + 0.1, "{learnt:?}");
    assert!(learnt.after > learnt.before || learnt.before > 0.99, "{learnt:?}");
}

#[test]
fn reasons_that_no_mark_speaks_of_stay_as_they_are() {
    let learnt = fit(&Example::of_session(&money_desk())).unwrap();
    for code in ["question", "superlative", "credit"] {
        assert!((points(&learnt.weights, code) - points(&Weights::default(), code)).abs() < f64::EPSILON, "{code}");
    }
}

#[test]
fn a_reason_for_never_becomes_one_against() {
    let many: Vec<Example> = (0..40).flat_map(|_| Example::of_session(&money_desk())).collect();
    let learnt = fit(&many).unwrap();
    for ((code, fitted), (_, built_in)) in learnt.weights.points().zip(Weights::default().points()) {
        assert!(fitted * built_in >= 0.0, "{code}: {built_in} became {fitted}");
    }
}

#[test]
fn fitted_weights_change_the_order_of_proposals() {
    let text = "Police in Marsk arrested six men and jailed two on Monday. The school in Marsk cost 2 euros.";
    let blocks = vec![Block::new(BlockKind::Paragraph, Span::new(0, text.len()))];
    let article = Article::new("", text, blocks).unwrap();
    let scores = |weights: &Weights| -> Vec<f64> {
        propose::candidates_by(&article, weights).iter().map(|candidate| candidate.proposal.score).collect()
    };
    let learnt = fit(&Example::of_session(&money_desk())).unwrap();
    let (before, after) = (scores(&Weights::default()), scores(&learnt.weights));
    assert!(before[0] > before[1] && after[0] < after[1], "{before:?} became {after:?}");
}

#[test]
fn claims_that_nobody_has_dealt_with_teach_nothing() {
    let sentences: Vec<String> = TOWNS.iter().map(|town| format!("The school in {town} cost 4 euros.")).collect();
    let untouched = session(&sentences, |_, _| {});
    assert!(Example::of_session(&untouched).is_empty());
    let one_sided = session(&sentences, |_, claim| mark(claim));
    let refused = fit(&Example::of_session(&one_sided)).unwrap_err();
    assert_eq!(refused, TrainError::TooFew { marked: 12, dismissed: 0 });
}
