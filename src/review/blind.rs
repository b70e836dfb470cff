//! A blind copy: a session for a second reader, without what the first came to.
//!
//! It has the article, the claims and the id of the session it is made of, and no history. Merged back it is one more set of
//! entries: its maker's verdicts stand beside the first's as readings, its notes come behind the first's under a name. What a
//! blind entry says stood there before says nothing of the session, for its maker was not shown it.

use std::sync::Arc;

use super::{Claim, Claims, Evidence, Extra, Fate, History, Origin, Record, Session};

/// What a blind copy keeps of what the first reader wrote down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeps {
    /// The sources; which way each of them points is told with them.
    pub sources: bool,
    /// The claims that a reader added by hand.
    pub added: bool,
    /// That a claim was dismissed; else whether there is anything to check is the second reader's to say, too.
    pub dismissed: bool,
}

impl Session {
    /// A copy without verdicts, readings, notes, corrections, queries, replies, tags, conflicts and history.
    #[must_use]
    pub fn blind(&self, keeps: Keeps) -> Self {
        let kept = self.claims().iter().filter(|claim| keeps.added || claim.origin == Origin::Proposed);
        let claims: Claims = kept.map(|claim| bare(claim, keeps)).collect();
        let mut copy = Self::resumed(self.id.clone(), self.article.clone(), claims, History::default());
        copy.drafts = Arc::clone(&self.drafts);
        if keeps.sources {
            copy.evidence = Arc::clone(&self.evidence);
        } else {
            let open = |one: &&Evidence| !one.confidential;
            copy.evidence = Arc::new(self.evidence.iter().filter(open).cloned().collect());
        }
        copy.blinded(self);
        copy
    }
}

/// A claim without what checking it came to.
fn bare(claim: &Claim, keeps: Keeps) -> Claim {
    let sources = if keeps.sources { claim.record.sources.clone() } else { Vec::new() };
    let assignee = claim.record.assignee.clone();
    // What the words were is no secret; what a reader came to on them is.
    let fate =
        claim.fate().map(|fate| Box::new(Fate { had: Vec::new(), dismissed: false, answer: None, ..fate.clone() }));
    let record = Record { assignee, fate, sources, ..Record::default() };
    let dismissed = claim.dismissed && keeps.dismissed;
    Claim { mark: None, dismissed, record: record.into(), extra: Extra::default(), ..claim.clone() }
}

#[cfg(test)]
mod tests {
    use super::super::field::{self, CONFLICTS, NOTE, SOURCES, marked};
    use super::super::{Article, Block, BlockKind, Change, ClaimId, Edit, Mark, Source, Span, Stamp, Status, Verdict};
    use super::*;

    const KEEPS: Keeps = Keeps { sources: true, added: true, dismissed: false };

    fn session() -> Session {
        let text = "The ferry is late. The quay is closed. The crew is paid. The band plays.";
        let article = Article::new("Ferry", text, vec![Block::new(BlockKind::Paragraph, Span::new(0, text.len()))]);
        let spans = [(0, 18), (19, 38), (39, 56), (57, 72)];
        let claim = |(at, (start, end)): (usize, (usize, usize))| {
            Claim::new(ClaimId::from(format!("k{at}").as_str()), Span::new(start, end), Origin::Proposed)
        };
        Session::new("id", article.unwrap(), spans.into_iter().enumerate().map(claim).collect())
    }

    fn mark(session: &mut Session, index: usize, verdict: Verdict, by: &str, at: &str) {
        let claim = session.claims().get(index).unwrap().clone();
        let (by, at) = (Arc::from(by), Stamp::from(at));
        let change = marked(&claim, Some(verdict), &by, &at).unwrap();
        session.commit(Edit::of(claim.id, change), &by, &at).unwrap();
    }

    fn note(session: &mut Session, index: usize, text: &str, by: &str, at: &str) {
        let claim = session.claims().get(index).unwrap().clone();
        let change = Change::of(&claim, &NOTE, |claim| text.clone_into(&mut claim.record.note)).unwrap();
        session.commit(Edit::of(claim.id, change), &Arc::from(by), &Stamp::from(at)).unwrap();
    }

    /// Anna's check: three claims marked, a note, a source.
    fn annas() -> Session {
        let mut session = session();
        for (index, verdict) in [Verdict::Verified, Verdict::Disputed, Verdict::Unknown].into_iter().enumerate() {
            mark(&mut session, index, verdict, "anna", "2026-11-23T09:00:00Z");
        }
        note(&mut session, 1, "The harbour says it is open.", "anna", "2026-11-23T09:05:00Z");
        let claim = session.claims().get(0).unwrap().clone();
        let source = Source { id: "s1".to_owned(), title: "Log".to_owned(), ..Source::default() };
        let change = Change::of(&claim, &SOURCES, |claim| claim.record.sources.push(source)).unwrap();
        session.commit(Edit::of(claim.id, change), &Arc::from("anna"), &Stamp::from("2026-11-23T09:06:00Z")).unwrap();
        session
    }

    fn merged(one: &Session, other: &Session) -> Session {
        let ours = super::super::merge(one, other).unwrap().session;
        let theirs = super::super::merge(other, one).unwrap().session;
        assert_eq!((ours.claims(), ours.history()), (theirs.claims(), theirs.history()), "the sides matter");
        assert_eq!(ours.is_blind(), theirs.is_blind());
        ours
    }

    #[test]
    fn a_blind_copy_shows_nothing_of_the_first_reading() {
        let copy = annas().blind(Keeps { sources: false, ..KEEPS });
        for claim in copy.claims().iter() {
            assert_eq!(claim.status(), Status::Unchecked);
            for field in field::FIELDS {
                assert!(field::Field::is_empty(&field.value(claim)), "{} of {}", field.name, claim.id);
            }
        }
        assert!(copy.history().is_empty() && copy.is_blind());
        assert_eq!(annas().blind(KEEPS).claims().get(0).unwrap().record.sources.len(), 1);
    }

    #[test]
    fn merged_back_it_yields_readings_and_takes_nothing_away() {
        let first = annas();
        let mut second = first.blind(KEEPS);
        for index in 0..4 {
            mark(&mut second, index, Verdict::Verified, "bea", "2026-11-24T09:00:00Z");
        }
        note(&mut second, 1, "The notice is from March.", "bea", "2026-11-24T09:01:00Z");
        note(&mut second, 1, "The notice is from April.", "bea", "2026-11-24T09:02:00Z");
        let both = merged(&first, &second);
        let statuses: Vec<Status> = both.claims().iter().map(Claim::status).collect();
        assert_eq!(statuses, [Status::Verified, Status::Differs, Status::Differs, Status::Verified]);
        for claim in both.claims().iter().take(3) {
            assert_eq!(claim.readers().collect::<Vec<_>>(), ["anna", "bea"]);
            assert!(field::Field::is_empty(&CONFLICTS.value(claim)), "{:?}", claim.record.conflicts);
        }
        let torn = both.claims().get(1).unwrap();
        assert_eq!(torn.record.note, "The harbour says it is open.\n\nbea: The notice is from April.");
        assert_eq!(both.claims().get(0).unwrap().record.sources.len(), 1);
        assert!(!both.is_blind());
        // Again, and with more of hers: nothing stands twice.
        assert_eq!(merged(&both, &second).claims(), both.claims());
        note(&mut second, 1, "", "bea", "2026-11-24T10:00:00Z");
        mark(&mut second, 1, Verdict::Disputed, "bea", "2026-11-24T10:01:00Z");
        let again = merged(&both, &second);
        let settled = again.claims().get(1).unwrap();
        assert_eq!(settled.status(), Status::Disputed);
        assert_eq!(settled.record.note, "The harbour says it is open.");
    }

    #[test]
    fn what_no_history_tells_of_the_first_reading_stays_too() {
        let told = annas();
        let bare = Session::resumed("id", told.article.clone(), told.claims().clone(), History::default());
        let mut second = bare.blind(KEEPS);
        mark(&mut second, 0, Verdict::Disputed, "bea", "2026-11-24T09:00:00Z");
        mark(&mut second, 0, Verdict::Unknown, "bea", "2026-11-24T09:01:00Z");
        note(&mut second, 1, "From March.", "bea", "2026-11-24T09:02:00Z");
        note(&mut second, 1, "From April.", "bea", "2026-11-24T09:03:00Z");
        let mut both = merged(&bare, &second);
        for _ in 0..2 {
            let readings = both.claims().get(0).unwrap().readings();
            let marks: Vec<Mark> = readings.iter().map(field::Reading::mark).collect();
            let told: Vec<(&str, &Verdict)> = marks.iter().map(|mark| (&*mark.by, &mark.verdict)).collect();
            assert_eq!(told, [("anna", &Verdict::Verified), ("bea", &Verdict::Unknown)]);
            assert!(both.claims().iter().all(|claim| claim.record.conflicts.is_empty()));
            assert_eq!(both.claims().get(1).unwrap().record.note, "The harbour says it is open.\n\nbea: From April.");
            both = merged(&both, &second);
        }
    }

    #[test]
    fn two_blind_readers_and_the_first_come_together_in_any_order() {
        let first = annas();
        let (mut second, mut third) = (first.blind(KEEPS), first.blind(Keeps { sources: false, ..KEEPS }));
        for (copy, by, at) in
            [(&mut second, "bea", "2026-11-24T09:00:00Z"), (&mut third, "cem", "2026-11-24T08:00:00Z")]
        {
            mark(copy, 1, Verdict::Disputed, by, at);
            note(copy, 1, by, by, at);
        }
        let one = merged(&merged(&first, &second), &third);
        let other = merged(&merged(&third, &second), &first);
        assert_eq!(one.claims(), other.claims());
        let claim = one.claims().get(1).unwrap();
        assert_eq!(claim.readers().count(), 3);
        assert_eq!(claim.status(), Status::Disputed);
        assert_eq!(claim.record.note, "The harbour says it is open.\n\ncem: cem\n\nbea: bea");
    }

    #[test]
    fn it_does_not_matter_who_writes_first() {
        let first = session();
        let mut second = first.blind(KEEPS);
        let mut first = first;
        note(&mut second, 0, "Seen from the quay.", "bea", "2026-11-23T09:00:00Z");
        note(&mut first, 0, "Seen from the deck.", "anna", "2026-11-24T09:00:00Z");
        let mut both = merged(&first, &second);
        let told = |session: &Session| session.claims().get(0).unwrap().record.note.clone();
        assert_eq!(told(&both), "Seen from the deck.\n\nbea: Seen from the quay.");
        // The shared note is changed beside hers while she changes hers.
        note(&mut both, 0, "Seen from the bridge.\n\nbea: Seen from the quay.", "anna", "2026-11-25T09:00:00Z");
        note(&mut second, 0, "Not seen.", "bea", "2026-11-24T10:00:00Z");
        let both = merged(&both, &second);
        assert_eq!(told(&both), "Seen from the bridge.\n\nbea: Not seen.");
        assert!(both.claims().iter().all(|claim| claim.record.conflicts.is_empty()));
    }

    #[test]
    fn after_the_merge_each_takes_back_their_own_only() {
        let first = annas();
        let mut second = first.blind(KEEPS);
        mark(&mut second, 3, Verdict::Verified, "bea", "2026-11-24T09:00:00Z");
        let mut both = merged(&first, &second);
        let now = Stamp::from("2026-11-25T09:00:00Z");
        while !both.undo(&Arc::from("bea"), &now).unwrap().is_empty() {}
        let statuses: Vec<Status> = both.claims().iter().map(Claim::status).collect();
        assert_eq!(statuses, [Status::Verified, Status::Disputed, Status::Unknown, Status::Unchecked]);
    }
}
