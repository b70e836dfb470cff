//! How long it takes from a mark to its being durable, for a session of a megabyte, beside the bare calls that it needs.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench writes files of its own, and fails loudly"
)]

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::sync::mpsc;

use divan::Bencher;
use factdesk::review::{
    Article, Block, BlockKind, Change, Claim, ClaimId, Edit, Extra, Mark, Origin, Proposal, Reason, Session, Span,
    Speaker, Stamp, Swap, Verdict, Whys, field,
};
use factdesk::store::{Keeper, Report, Workplace, format};

/// The least bytes that the session's file has.
const SIZE: usize = 1_000_000;

fn main() {
    divan::main();
}

/// Write, sync, rename, sync the folder: what every durable save comes to.
#[divan::bench(sample_count = 60, sample_size = 1)]
fn bare(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bare.json");
    let bytes = format::print(&session());
    fs::write(&path, &bytes).unwrap();
    bencher.bench_local(|| {
        let temporary = folder.path().join("bare.tmp");
        let mut file = File::create(&temporary).unwrap();
        file.write_all(&bytes).unwrap();
        file.sync_all().unwrap();
        fs::rename(&temporary, &path).unwrap();
        File::open(folder.path()).unwrap().sync_all().unwrap();
    });
}

/// The session as bytes, which a save makes besides.
#[divan::bench(sample_count = 60, sample_size = 1)]
fn printed(bencher: Bencher<'_, '_>) {
    let session = session();
    bencher.bench_local(|| format::print(&session));
}

/// A note is written, and the screen would say saved.
#[divan::bench(sample_count = 60, sample_size = 1)]
fn mark_to_durable(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("session.factdesk.json");
    let mut session = session();
    fs::write(&path, format::print(&session)).unwrap();
    let (tell, reports) = mpsc::channel();
    let keeper = Keeper::open(&path, &desk(), Box::new(move |report| drop(tell.send(report)))).unwrap().0;
    let mut generation = 0;
    let mut save = |path: &Path| {
        generation += 1;
        note(&mut session, generation);
        keeper.save(&session, generation);
        while !matches!(reports.recv().unwrap(), Report::Saved { generation: saved } if saved == generation) {}
        assert!(path.exists());
    };
    // The first write of a run makes a backup as well.
    save(&path);
    bencher.bench_local(|| save(&path));
}

fn note(session: &mut Session, generation: u64) {
    let id = ClaimId::from("k1");
    let before = session.claims().by_id(&id).unwrap().record.note.clone();
    let edit = Edit::of(id, Change::Field(&field::NOTE, Swap::new(before.into(), format!("note {generation}").into())));
    session.commit(edit, &"anna".into(), &now()).unwrap();
}

/// A session with as many claims as it takes, each with its reasons, every fourth one with a verdict and a note.
fn session() -> Session {
    let line = "The ferry crossed the sound 14 times a day in 2019, the operator said on Monday morning.";
    let count = SIZE / 800;
    let text = format!("{line}\n").repeat(count);
    let span = |at: usize| Span::new(at * (line.len() + 1), at * (line.len() + 1) + line.len());
    let blocks = (0..count).map(|at| Block::new(BlockKind::Paragraph, span(at))).collect();
    let article = Article::new("Ferry", text, blocks).unwrap();
    let claims = (0..count).map(|at| claim(at, span(at)));
    let session = Session::new("0199f0c2-6f3e-7c11-9b1e-0a5d7e4c2b10", article, claims.collect());
    assert!((SIZE..SIZE * 6 / 5).contains(&format::print(&session).len()));
    session
}

fn claim(at: usize, span: Span) -> Claim {
    let mut claim = Claim::new(ClaimId::from(format!("k{at}").as_str()), span, Origin::Proposed);
    let mut whys = Whys::default();
    let mut reason = |code, says, points, start, end| Reason {
        why: whys.of(code, says, points),
        span: Span::new(span.start + start, span.start + end),
    };
    let reasons = vec![
        reason("quantity", "a quantity: 14 times a day", 1.4, 28, 42),
        reason("reported", "reported speech: said", 0.5, 66, 70),
    ];
    claim.proposal = Some(Box::new(Proposal { score: 0.87, reasons, extra: Extra::default() }));
    claim.speaker = Some(Box::new(Speaker::new("the operator")));
    if at.is_multiple_of(4) {
        claim.mark = Some(Mark { verdict: Verdict::Verified, by: "anna".into(), at: now() });
        "The timetable of 2019 says so.".clone_into(&mut claim.record.note);
    }
    claim
}

fn desk() -> Workplace {
    Workplace { pid: std::process::id(), host: "bench".to_owned(), since: now(), now, ahead: 0 }
}

fn now() -> Stamp {
    Stamp::from("2026-11-23T12:00:00Z")
}
