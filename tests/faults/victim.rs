//! What the second process does while it is being maltreated.

use std::fs::File;
use std::io::{self, IoSlice, Write as _};
use std::os::fd::AsFd as _;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{self, Receiver};

use factdesk::review::{
    Article, Block, BlockKind, Change, Claim, ClaimId, Edit, Origin, Session, Span, Stamp, Swap, field,
};
use factdesk::store::{self, Keeper, Report, StoreError, Workplace};

/// A session of some ten kilobytes with one claim.
pub(super) fn session() -> Session {
    let line = "The ferry – “as old as the harbour” – crossed the sound twice a day.\n\n";
    let text = line.repeat(150);
    let span = Span::new(0, line.trim_end().len());
    let article = Article::new("Ferry", text, vec![Block::new(BlockKind::Paragraph, span)]).unwrap();
    let claim = Claim::new(ClaimId::from("k1"), span, Origin::Proposed);
    Session::new("0199f0c2-6f3e-7c11-9b1e-0a5d7e4c2b10", article, [claim].into_iter().collect())
}

/// Writes another note to the claim.
pub(super) fn work(session: &mut Session, by: &str) {
    let before = session.claims().get(0).unwrap().record.note.clone();
    let note = format!("Note {} by {by}", session.history().len());
    let edit = Edit::of(ClaimId::from("k1"), Change::Field(&field::NOTE, Swap::new(before.into(), note.into())));
    session.commit(edit, &by.into(), &now()).unwrap();
}

pub(super) fn desk() -> Workplace {
    Workplace { pid: std::process::id(), host: "desk".to_owned(), since: now(), now, ahead: 0 }
}

pub(super) fn now() -> Stamp {
    Stamp::from("2026-11-23T12:00:00Z")
}

/// Says a line on stdout by `writev`, which no test makes fail.
fn say(line: &str) {
    let mut out = File::from(io::stdout().as_fd().try_clone_to_owned().unwrap());
    let written = out.write_vectored(&[IoSlice::new(line.as_bytes()), IoSlice::new(b"\n")]).unwrap();
    assert_eq!(written, line.len() + 1);
}

/// True when this is the second process, which has then done its part.
pub(super) fn suffers() -> bool {
    let (Ok(what), Ok(path)) = (std::env::var("FAULT"), std::env::var("FAULT_PATH")) else { return false };
    let path = Path::new(&path);
    match what.split_once(' ') {
        Some(("save", times)) => save(path, times.parse().unwrap()),
        Some(("redraft", times)) => redraft(path, times.parse().unwrap()),
        Some(("amend", by)) => amend(path, by),
        Some(("desk", by)) => super::desks::at_a_desk(path, by),
        Some(("script", by)) => super::desks::by_script(path, by),
        _ => trouble(path),
    }
    true
}

fn keep(path: &Path) -> (Keeper, Session, Receiver<Report>) {
    let (tell, reports) = mpsc::channel();
    let (keeper, opened) = Keeper::open(path, &desk(), Box::new(move |report| drop(tell.send(report)))).unwrap();
    (keeper, opened.session, reports)
}

/// Waits until a save came to something: the reason when it failed.
fn outcome(reports: &Receiver<Report>, generation: u64) -> Option<String> {
    loop {
        match reports.recv().unwrap() {
            Report::Saved { generation: done } if done == generation => return None,
            Report::Failed { reason, generation: done, .. } if done == generation => return Some(reason),
            Report::Saved { .. } | Report::Failed { .. } | Report::Saving | Report::Changed(_) | Report::Notice(_) => {}
        }
    }
}

/// Marks and saves, and says of each what came of it.
fn save(path: &Path, times: u64) {
    let (keeper, mut session, reports) = keep(path);
    for generation in 1..=times {
        work(&mut session, "victim");
        keeper.save(&session, generation);
        match outcome(&reports, generation) {
            None => say(&format!("saved {}", session.history().len())),
            Some(reason) => say(&format!("failed: {reason}")),
        }
    }
    let _ = keeper.close();
}

/// Brings in one draft after the other, and says of each that it is saved.
fn redraft(path: &Path, times: u64) {
    let weights = factdesk::propose::Weights::default();
    for _ in 0..times {
        let count = store::amend(path, &desk(), |session| -> Result<usize, StoreError> {
            let next = session.drafts.iter().map(factdesk::review::PastDraft::n).chain([session.article.draft]).max();
            let next = next.unwrap_or_default() + 1;
            let line = "The ferry – “as old as the harbour” – crossed the sound twice a day.\n\n";
            let text = format!("{}It sailed for the {next}th time.\n", line.repeat(150));
            let article =
                Article::new("Ferry", text, vec![Block::new(BlockKind::Paragraph, Span::new(0, 70))]).unwrap();
            let plan = factdesk::propose::next_draft::plan(session, article, true, (0.5, &weights)).unwrap();
            session.commit(plan.edit, &"victim".into(), &now()).unwrap();
            Ok(session.history().len())
        });
        say(&format!("saved {}", count.unwrap()));
    }
}

/// Changes the session many times without holding it open.
fn amend(path: &Path, by: &str) {
    for _ in 0..super::count("FAULT_MARKS", 60) {
        store::amend(path, &desk(), |session| -> Result<(), StoreError> {
            work(session, by);
            Ok(())
        })
        .unwrap();
    }
}

/// Saves, has the disk broken, saves, has it mended, saves.
fn trouble(path: &Path) {
    let run = |variable: &str| {
        let script = std::env::var(variable).unwrap();
        Command::new("sh").args(["-c", &script]).current_dir(path.parent().unwrap()).output().unwrap();
    };
    store::save::whole(path, &store::format::print(&session())).unwrap();
    let (keeper, mut session, reports) = keep(path);
    work(&mut session, "victim");
    keeper.save(&session, 1);
    assert_eq!(outcome(&reports, 1), None);
    run("FAULT_BREAK");
    let saved = session.clone();
    work(&mut session, "victim");
    keeper.save(&session, 2);
    let reason = outcome(&reports, 2).unwrap_or_else(|| "it was saved all the same".to_owned());
    say(&format!("failed: {reason}"));
    if path.exists() {
        assert_eq!(store::read(path).unwrap().session, saved, "the file is not as it was");
    }
    run("FAULT_MEND");
    keeper.save(&session, 3);
    assert_eq!(outcome(&reports, 3), None);
    keeper.close().unwrap();
    assert_eq!(store::read(path).unwrap().session, session);
    say("mended");
}
