//! Laws that hold for every session: its file says all of it, its history leads to it, and every edit can be taken back.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use factdesk::review::{
    Article, Block, BlockKind, Change, Claim, ClaimId, Claims, Conflict, Correction, CorrectionStatus, Edit, Evidence,
    Extra, FileAccess, Mark, Origin, Proposal, Query, QueryStatus, Rank, Reason, Recut, Reply, Session, Source,
    SourceKind, Span, Speaker, Stamp, Stance, Support, Swap, Verdict, Why, dismissing, field,
};
use factdesk::store::format;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A text with characters of one to four bytes, and an emoji of several code points.
static TEXT: &str = "Dům roste\n\nPostaví jej za 42 milionů, řekl starosta 👩‍👩‍👧.\n\n東京の橋は古い。\n\nClose\n";

fn article() -> Article {
    let mut blocks = Vec::new();
    for (index, (at, _)) in TEXT.match_indices('\n').enumerate().step_by(2) {
        let start = TEXT.get(..at).unwrap().rfind('\n').map_or(0, |line| line + 1);
        let kind = if index == 0 { BlockKind::Headline } else { BlockKind::Paragraph };
        blocks.push(Block::new(kind, Span::new(start, at)));
    }
    Article::new("Dům roste", TEXT, blocks).unwrap()
}

/// Claims on whole words of the article: `k0`, `k1`, …
fn imported() -> Session {
    let article = article();
    let words = TEXT.split_whitespace().map(|word| {
        let start = word.as_ptr() as usize - TEXT.as_ptr() as usize;
        Span::new(start, start + word.len())
    });
    let claims: Claims = words
        .enumerate()
        .map(|(index, span)| Claim::new(ClaimId::from(format!("k{index}").as_str()), span, Origin::Proposed))
        .collect();
    Session::new("0199f0c2-6f3e-7c11-9b1e-0a5d7e4c2b10", article, claims)
}

fn text() -> impl Strategy<Value = String> {
    "(\\PC|\n|\u{1b}|\u{202e}|\"|\\\\|é|東|👩‍👩‍👧){0,20}"
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![Just("verified".to_owned()), Just("disputed".to_owned()), "[a-z ]{1,9}"]
}

/// Unknown fields, some of them deep, some with numbers no float can hold. No name is one of ours.
fn extra() -> impl Strategy<Value = Extra> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        Just(serde_json::from_str("12345678901234567890123.450").unwrap()),
        text().prop_map(Value::from),
    ];
    let value = leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{1,4}", inner, 0..3)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    });
    let field = ("x_[a-z]{0,4}", value);
    prop_oneof![
        3 => Just(Extra::default()),
        1 => prop::collection::vec(field, 1..3).prop_map(|fields| Extra::new(fields.into_iter().collect::<Map<_, _>>())),
    ]
}

fn mark() -> impl Strategy<Value = Option<Mark>> {
    let at = prop_oneof![Just("2026-11-23T09:41:07Z"), Just("2026-11-23T10:00:00Z")];
    let mark = (word(), text(), at);
    prop::option::of(mark.prop_map(|(verdict, by, at)| Mark {
        verdict: Verdict::from(&*verdict),
        by: by.as_str().into(),
        at: at.into(),
    }))
}

fn source() -> impl Strategy<Value = Source> {
    let words = (text(), text(), text(), text(), text());
    let kinds = (prop::option::of(word()), prop::option::of(word()), prop::option::of(word()));
    (words, kinds, any::<bool>(), extra()).prop_map(
        |((id, title, url, locator, quote), (kind, rank, stance), confidential, extra)| Source {
            id,
            evidence: String::new(),
            annotation: String::new(),
            title,
            archive: url.clone(),
            url,
            kind: kind.map(|word| SourceKind::from(&*word)),
            rank: rank.map(|word| Rank::from(&*word)),
            stance: stance.map(|word| Support::from(&*word)),
            checked_at: locator.clone(),
            locator,
            quote,
            confidential,
            extra,
        },
    )
}

/// What an edit puts in place of what is there.
#[derive(Clone, Debug)]
enum New {
    Mark(Option<Verdict>),
    Dismissed,
    Note(String),
    Statement(String),
    Speaker(Option<Box<Speaker>>),
    Sources(Vec<Source>),
    Corrections(Vec<Correction>),
    Queries(Vec<Query>),
    Replies(Vec<Reply>),
    Tags(Vec<String>),
    Conflicts(Vec<Conflict>),
    Mend,
    Add,
    Delete,
    Split,
    Join,
    Block(String),
    List(u8),
}

fn records() -> impl Strategy<Value = New> {
    let speaker = (text(), word(), prop::option::of(text()), extra())
        .prop_map(|(name, stance, via, extra)| Box::new(Speaker { name, stance: Stance::from(&*stance), via, extra }));
    let correction = (text(), word(), extra()).prop_map(|(text, status, extra)| Correction {
        id: String::new(),
        text,
        status: CorrectionStatus::from(&*status),
        passed_by: 0,
        extra,
    });
    let query = (text(), text(), text(), prop::option::of(word()), extra()).prop_map(
        |(to, question, answer, status, extra)| {
            let status = status.map(|word| QueryStatus::from(&*word));
            let (id, asked_at, answered_at) = ("q1".to_owned(), String::new(), String::new());
            Query { id, to, question, asked_at, answer, answered_at, answered_by: String::new(), status, extra }
        },
    );
    let reply = (text(), text(), text(), extra()).prop_map(|(who, asked_at, answer, extra)| Reply {
        id: "r1".to_owned(),
        who,
        asked_at,
        answer,
        answered_at: String::new(),
        extra,
    });
    let conflict = (word(), text(), extra()).prop_map(|(field, theirs, extra)| Conflict {
        field,
        theirs: json!({ "title": theirs }),
        by: String::new(),
        at: "2026-11-23T09:41:07Z".into(),
        extra,
    });
    prop_oneof![
        prop::option::of(speaker).prop_map(New::Speaker),
        prop::collection::vec(correction, 0..3).prop_map(New::Corrections),
        prop::collection::vec(query, 0..3).prop_map(New::Queries),
        prop::collection::vec(reply, 0..3).prop_map(New::Replies),
        prop::collection::vec(source(), 0..3).prop_map(New::Sources),
        prop::collection::vec(conflict, 0..3).prop_map(New::Conflicts),
    ]
}

fn news() -> impl Strategy<Value = New> {
    prop_oneof![
        3 => mark().prop_map(|mark| New::Mark(mark.map(|mark| mark.verdict))),
        1 => Just(New::Dismissed),
        1 => text().prop_map(New::Note),
        1 => text().prop_map(New::Statement),
        1 => prop::collection::vec(text(), 0..3).prop_map(New::Tags),
        6 => records(),
        1 => Just(New::Mend),
        1 => Just(New::Add),
        1 => Just(New::Delete),
        1 => Just(New::Split),
        1 => Just(New::Join),
        1 => word().prop_map(New::Block),
        1 => (0u8..4).prop_map(New::List),
    ]
}

/// The change of a field from one value to another.
fn set<T: serde::Serialize>(field: &'static factdesk::review::Field, before: &T, after: &T) -> Change {
    let json = |value: &T| serde_json::to_value(value).unwrap();
    Change::Field(field, Swap::new(json(before), json(after)))
}

/// The edit by which `by` does `new` to claim number `at`; none when it can't be done there, or not by one edit.
fn edit(session: &Session, at: usize, new: New, by: &str) -> Option<Edit> {
    let claims = session.claims();
    let claim = claims.get(at % claims.len().max(1))?.clone();
    let id = claim.id.clone();
    // The history only grows: an id of one claim is never another's, as none of the program's own is, which follow from place and words.
    let named = |span: Span, origin: &Origin| {
        let fresh = ClaimId::from(format!("n{}", session.history().len()).as_str());
        Claim::new(fresh, span, origin.clone())
    };
    let record = claim.record.clone().into_record();
    let change = match new {
        // A dismissal that is a flag makes way first.
        New::Mark(_) if claim.is_flagged() => return None,
        New::Mark(verdict) => field::marked(&claim, verdict, &"anna".into(), &"2026-11-23T09:41:07Z".into())?,
        New::Dismissed => {
            return dismissing(&claim, !claim.is_dismissed_by(by), &by.into(), &"2026-11-23T09:41:07Z".into()).pop();
        }
        New::Note(note) => set(&field::NOTE, &record.note, &note),
        New::Statement(statement) => set(&field::STATEMENT, &claim.statement, &statement),
        New::Speaker(speaker) => set(&field::SPEAKER, &claim.speaker, &speaker),
        New::Sources(sources) => set(&field::SOURCES, &record.sources, &sources),
        New::Corrections(corrections) => set(&field::CORRECTIONS, &record.corrections, &corrections),
        New::Queries(queries) => set(&field::QUERIES, &record.queries, &queries),
        New::Replies(replies) => set(&field::REPLIES, &record.replies, &replies),
        New::Tags(tags) => set(&field::TAGS, &record.tags, &tags),
        New::Conflicts(conflicts) => set(&field::CONFLICTS, &record.conflicts, &conflicts),
        New::Mend => {
            let other = claims.get((at + 1) % claims.len())?.span;
            Change::Mend(Swap::new(claim.span, other))
        }
        New::Add => Change::Recut(Recut::Add, Swap::new(Vec::new(), vec![named(claim.span, &Origin::Added)])),
        New::Delete if claims.len() > 1 => Change::Recut(Recut::Delete, Swap::new(vec![claim], Vec::new())),
        New::Split => {
            let (first, _) = session.exact(&claim).char_indices().nth(1)?;
            let mut head = claim.clone();
            head.span.end = claim.span.start + first;
            let tail = named(Span::new(head.span.end, claim.span.end), &claim.origin);
            Change::Recut(Recut::Split, Swap::new(vec![claim], vec![head, tail]))
        }
        New::Join => {
            let next = claims.get(claims.index_of(&id)? + 1)?.clone();
            let mut joined = claim.clone();
            joined.span.end = joined.span.end.max(next.span.end);
            Change::Recut(Recut::Join, Swap::new(vec![claim, next], vec![joined]))
        }
        New::Block(kind) => {
            let block = session.article.blocks().get(at % session.article.blocks().len())?;
            let change = Change::Block(block.span.start, Swap::new(block.kind.clone(), BlockKind::from(&*kind)));
            return Some(Edit { claim: None, change });
        }
        New::List(wanted) => {
            let sha256 = ["ab", "cd"].get(at % 2)?.repeat(32);
            let file = Evidence { id: Evidence::id_of(&sha256), sha256, ..Evidence::default() };
            let wanted = *[FileAccess::Absent, FileAccess::Open, FileAccess::Confidential, FileAccess::Open]
                .get(usize::from(wanted))?;
            return session.listing(file, wanted, by, &"2026-11-23T09:41:07Z".into());
        }
        New::Delete => return None,
    };
    Some(Edit::of(id, change))
}

#[derive(Clone, Debug)]
enum Act {
    Edit(usize, New),
    Undo,
    Redo,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        5 => (any::<usize>(), news()).prop_map(|(at, new)| Act::Edit(at, new)),
        1 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ];
    prop::collection::vec(act, 0..14)
}

fn worked_on(imported: &Session, acts: Vec<Act>) -> Session {
    let mut session = imported.clone();
    let at = Stamp::from("2026-11-23T09:41:07Z");
    for act in acts {
        match act {
            Act::Edit(at_claim, new) => {
                if let Some(edit) = edit(&session, at_claim, new, "anna") {
                    session.commit(edit, &"anna".into(), &at).unwrap();
                }
            }
            Act::Undo => drop(session.undo(&"anna".into(), &at).unwrap()),
            Act::Redo => drop(session.redo(&"anna".into(), &at).unwrap()),
        }
    }
    session
}

fn fold(imported: &Session, session: &Session) -> Session {
    let mut state = imported.clone();
    for entry in session.history().iter() {
        state.commit(entry.edit.clone(), &entry.by, &entry.at).unwrap();
    }
    state
}

/// What no edit can make: a proposal, unknown fields, and a place.
fn dressed(session: &Session, reason: String, [claim, anchor, article, file]: [Extra; 4]) -> Session {
    let span = Span::new(0, 4);
    let why = Why { code: "quantity".into(), says: reason.into(), points: 1.4, extra: claim.clone() };
    let why = Reason { why: why.into(), span };
    let dress = |old: &Claim| {
        let mut new = old.clone();
        new.proposal = Some(Box::new(Proposal { score: 0.1 + 0.2, reasons: vec![why.clone()], extra: anchor.clone() }));
        (new.extra, new.anchor_extra) = (claim.clone(), anchor.clone());
        new
    };
    let claims = session.claims().iter().map(dress).collect();
    let mut new = Session::resumed(session.id.clone(), session.article.clone(), claims, session.history().clone());
    new.place.claim = session.claims().get(0).map(|claim| claim.id.clone());
    (new.place.extra, new.article.extra, new.extra) = (anchor, article, file);
    new
}

proptest! {
    #[test]
    fn a_file_says_all_of_a_session(acts in acts(), reason in text(), extras in [extra(), extra(), extra(), extra()]) {
        let session = dressed(&worked_on(&imported(), acts), reason, extras);
        let file = format::print(&session);
        let loaded = format::parse(&file).unwrap();
        prop_assert!(loaded.notices.is_empty());
        prop_assert_eq!(&loaded.session, &session);
        prop_assert_eq!(format::print(&loaded.session), file);
    }

    #[test]
    fn who_prints_a_session_again_and_again_prints_what_is_printed_once(
        first in acts(),
        then in proptest::collection::vec((any::<usize>(), news()), 1..12),
    ) {
        let mut session = worked_on(&imported(), first);
        let mut printer = format::Printer::default();
        for (at, new) in then {
            if let Some(edit) = edit(&session, at, new, "jo") {
                session.commit(edit, &"jo".into(), &Stamp::from("2026-11-24T08:00:00Z")).unwrap();
            }
            let mut printed = Vec::new();
            printer.write(&session, &mut printed).unwrap();
            prop_assert_eq!(printed, format::print(&session));
        }
        // Nothing that was printed for one article is taken for another's, be the claims the same.
        let text = session.article.text().replace('e', "o");
        let article = Article::new("Another", text, session.article.blocks().to_vec()).unwrap();
        let other = Session::resumed("other", article, session.claims().clone(), session.history().clone());
        let mut printed = Vec::new();
        printer.write(&other, &mut printed).unwrap();
        prop_assert_eq!(printed, format::print(&other));
    }

    #[test]
    fn a_session_is_the_fold_of_its_history_over_what_was_imported(acts in acts()) {
        let imported = imported();
        let session = worked_on(&imported, acts);
        let reread = format::parse(&format::print(&session)).unwrap().session;
        for told in [&session, &reread] {
            let folded = fold(&imported, told);
            prop_assert_eq!(folded.claims(), session.claims());
            prop_assert_eq!(&folded.article, &session.article);
        }
    }

    #[test]
    fn every_edit_can_be_taken_back(acts in acts(), at in any::<usize>(), new in news()) {
        let before = worked_on(&imported(), acts);
        let Some(edit) = edit(&before, at, new, "jo") else { return Ok(()) };
        let stamp = Stamp::from("2026-11-24T08:00:00Z");
        let mut session = before.clone();
        session.commit(edit, &"jo".into(), &stamp).unwrap();
        let after = session.clone();
        // A mended span takes a verdict along, which the entry holds.
        let done = after.history().last().unwrap().edit.clone();
        session.commit(done.inverse(), &"jo".into(), &stamp).unwrap();
        prop_assert_eq!(session.claims(), before.claims());
        prop_assert_eq!(&session.article, &before.article);
        // And after a restart, by undo and redo.
        let mut resumed = format::parse(&format::print(&after)).unwrap().session;
        prop_assert_eq!(resumed.undo(&"jo".into(), &stamp).unwrap().len(), 1);
        prop_assert_eq!(resumed.claims(), before.claims());
        prop_assert_eq!(resumed.redo(&"jo".into(), &stamp).unwrap().len(), 1);
        prop_assert_eq!(resumed.claims(), after.claims());
    }
}
