//! What the format reads, what it refuses, and how it says so.

use super::*;
use crate::review::{Article, Block, BlockKind, Claim, ClaimId, Origin, Span, Verdict};
use crate::store::sample;
use proptest::prelude::*;

/// A session with something in every corner.
fn marked() -> Session {
    let mut session = sample::session();
    sample::mark(&mut session, "k1", Some(Verdict::Disputed), "anna");
    sample::note(&mut session, "k2", "Ask for the café's lease: “May”, or March?", "anna");
    session
}

/// Its file.
fn file() -> String {
    String::from_utf8(print(&marked())).unwrap()
}

fn refusal(bytes: impl AsRef<[u8]>) -> String {
    parse(bytes.as_ref()).map(|loaded| loaded.version).unwrap_err().to_string()
}

#[test]
fn a_file_of_ours_is_read_and_written_byte_for_byte() {
    let file = file();
    assert!(file.starts_with("{\n  \"format\": \"factdesk-session\",\n  \"version\": 2,\n"), "{file}");
    assert!(file.ends_with("}\n") && file.contains("café's lease: “May”"));
    let loaded = parse(file.as_bytes()).unwrap();
    assert_eq!(String::from_utf8(print(&loaded.session)).unwrap(), file);
    assert!(loaded.notices.is_empty());
}

#[test]
fn fields_and_words_of_later_versions_are_written_back() {
    let old = [
        ("\"version\": 2,", "\"version\": 2,\n  \"desk\": { \"z\": 1, \"a\": [1e400, 0.10] },"),
        ("\"kind\": \"headline\",", "\"kind\": \"kicker\", \"rank\": 2,"),
        ("\"verdict\": \"disputed\"", "\"verdict\": \"half true\",\n      \"mood\": null"),
        ("\"exact\": \"Nobody was hurt.\",", "\"exact\": \"Nobody was hurt.\", \"page\": 3,"),
        ("\"by\": \"anna\",", "\"by\": \"anna\", \"device\": \"tablet\","),
    ];
    let written = old.iter().fold(file(), |file, (known, unknown)| {
        assert!(file.contains(known), "{known}");
        file.replacen(known, unknown, 1)
    });
    let again = String::from_utf8(print(&parse(written.as_bytes()).unwrap().session)).unwrap();
    let (before, after): (Value, Value) =
        (serde_json::from_str(&written).unwrap(), serde_json::from_str(&again).unwrap());
    assert_eq!(before, after);
    assert!(again.contains("0.10"), "numbers were rounded");
}

#[test]
fn a_damaged_file_is_named_as_what_it_is() {
    let file = file();
    let half = file.get(..file.find("café's").unwrap()).unwrap();
    let twice = file.replacen("\"note\": \"\",", "\"note\": \"\",\n      \"note\": \"\",", 1);
    let line = twice.lines().position(|line| line.contains("\"note\"")).unwrap() + 2;
    let marked = file.replacen("  \"claims\"", "<<<<<<< ours\n  \"claims\"", 1);
    assert_eq!(refusal(""), "the file is empty");
    assert_eq!(refusal(" \n"), "the file is empty");
    assert!(refusal([0; 4096]).contains("nothing but NUL bytes"));
    assert!(refusal(format!("{half}\0\0\0")).contains("NUL bytes from line"));
    let wide: Vec<u8> = format!("\u{feff}{file}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(refusal(wide).contains("UTF-16 text"));
    assert!(refusal(half).contains("torn: it ends in the middle of something at line"));
    assert!(refusal(&marked).contains("is a conflict mark"), "{}", refusal(&marked));
    assert!(refusal("# A heading\n").contains("not JSON"));
    assert!(refusal("\u{1f}\u{8b}zip").contains("not JSON"));
    assert!(refusal("{ \"name\": \"left-pad\" }").contains("JSON of another kind"));
    assert!(refusal("[1, 2]").contains("JSON of another kind"));
    assert!(refusal(file.replacen("\"claims\": [", "\"claims\": [,", 1)).contains("the JSON has a mistake"));
    let refused = refusal(&twice);
    assert!(
        refused.contains("a key stands twice") && refused.contains(&format!("\"note\" at line {line}")),
        "{refused}"
    );
    assert!(refusal("[".repeat(9000) + &"]".repeat(9000)).contains("recursion limit"));
}

#[test]
fn a_key_that_stands_twice_is_refused_however_deep_and_however_written() {
    for (known, doubled) in [
        ("\"version\": 2,", "\"version\": 2, \"x\": { \"y\": [{ \"a\": 1, \"\\u0061\": 2 }] },"),
        ("\"exact\":", "\"suffix\": \"\", \"exact\":"),
    ] {
        assert!(refusal(file().replacen(known, doubled, 1)).contains("a key stands twice"), "{doubled}");
    }
}

#[test]
fn a_byte_order_mark_and_other_line_ends_do_no_harm() {
    let windows = format!("\u{feff}{}", file().replace('\n', "\r\n"));
    assert_eq!(String::from_utf8(print(&parse(windows.as_bytes()).unwrap().session)).unwrap(), file());
    assert_eq!(refusal("\u{feff}"), "the file is empty");
}

#[test]
fn another_format_or_version_is_told() {
    assert!(refusal(file().replacen("factdesk-session", "otherdesk", 1)).contains("its format is \"otherdesk\""));
    assert!(refusal(file().replacen("\"version\": 2", "\"version\": 0", 1)).contains("there is no such version"));
    assert!(refusal(file().replacen("\"version\": 2", "\"version\": \"1\"", 1)).contains("there is no such version"));
    let newer = parse(file().replacen("\"version\": 2", "\"version\": 7", 1).as_bytes()).unwrap();
    assert!(newer.newer() && newer.version == 7);
    let strange = file().replacen("\"version\": 2", "\"version\": 7", 1).replacen("\"text\":", "\"texts\":", 1);
    assert!(refusal(strange).contains("update factdesk"));
}

#[test]
fn a_claim_finds_its_words_after_the_text_was_mended_by_hand() {
    let mended = file()
        .replace("Its café closed", "The café has closed")
        .replace("Ferry stays in port\\n", "Ferry stays in the port\\n");
    let offsets = mended.replacen("\"end\": 19", "\"end\": 23", 1);
    let loaded = parse(offsets.as_bytes());
    // Blocks have no words to be found by, so a text that grew needs them mended as well.
    assert!(loaded.is_err());
    let mended = file().replace("passengers – a", "passengers, a");
    let longer = mended.replace("310", "3100").replace("passengers, a", "passengers a");
    let loaded = parse(longer.as_bytes()).unwrap();
    assert_eq!(loaded.session.exact(loaded.session.claims().get(2).unwrap()), "Nobody was hurt.");
    assert!(loaded.notices.iter().any(|notice| notice.contains("mended by hand")), "{:?}", loaded.notices);
}

proptest! {
    #[test]
    fn a_file_cut_anywhere_is_refused(cut in 0.0f64..1.0) {
        let file = file().into_bytes();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a small file")]
        let at = ((file.len() - 2) as f64 * cut) as usize;
        prop_assert!(parse(&file[..at]).is_err());
    }

    #[test]
    fn no_bytes_make_it_panic(at in 0usize..3000, bytes in prop::collection::vec(any::<u8>(), 1..8)) {
        let mut file = file().into_bytes();
        let at = at.min(file.len());
        file.splice(at..at, bytes);
        let _ = parse(&file);
    }
}

/// The session in `bytes` as it is read from a file.
fn by_lines(bytes: &[u8]) -> Option<Session> {
    let mut articles = 0;
    let size = u64::try_from(bytes.len()).unwrap();
    let mut file = io::BufReader::with_capacity(1000, bytes);
    let loaded =
        super::read(size, &mut file, &mut |reading| articles += u8::from(matches!(reading, ReadingStage::Article(_))))?;
    assert_eq!(articles, 1);
    Some(loaded.session)
}

#[test]
fn a_file_read_by_lines_is_the_file_read_whole() {
    for session in [sample::session(), marked()] {
        let bytes = print(&session);
        assert_eq!(by_lines(&bytes), Some(parse(&bytes).unwrap().session));
    }
}

#[test]
fn what_is_not_laid_out_as_written_is_left_to_the_whole_reading() {
    let bytes = print(&sample::session());
    let text = String::from_utf8(bytes).unwrap();
    let twice = text.replacen("  \"place\":", "  \"claims\": [],\n  \"place\":", 1);
    let early = text.replacen("  \"claims\":", "  \"history\": [],\n  \"claims\":", 1);
    let again = text.replacen("\"origin\": \"", "\"origin\": \"added\",\n      \"origin\": \"", 1);
    let newer = text.replacen("\"version\": 2", "\"version\": 3", 1);
    let compact = serde_json::from_str::<serde_json::Value>(&text).unwrap().to_string();
    let unknown = text.replacen("\"origin\": \"", "\"mood\": { \"a\": 1, \"a\": 2 },\n      \"origin\": \"", 1);
    let block = text.replacen("\"kind\": \"", "\"rank\": 1, \"rank\": 2, \"kind\": \"", 1);
    for other in
        [twice, early, again, unknown, block, newer, compact, text.replacen("\"id\": \"k1\"", "\"id\": \"k2\"", 1)]
    {
        assert_ne!(other, text);
        assert_eq!(by_lines(other.as_bytes()), None);
    }
}

#[test]
fn a_long_file_read_by_lines_has_every_claim_and_edit_in_order() {
    let text = "The ferry to Brenn is late – again. ".repeat(1500);
    let block = Block::new(BlockKind::Paragraph, Span::new(0, text.len()));
    let starts = text.match_indices("The").map(|(at, _)| at);
    let claims = starts.map(|at| {
        let mut claim = Claim::new(ClaimId::from(format!("k{at}").as_str()), Span::new(at, at + 20), Origin::Added);
        claim.record.note = "x".repeat(at % 1000);
        claim
    });
    let claims = claims.collect();
    let mut session = Session::new("long", Article::new("Ferry", text, vec![block]).unwrap(), claims);
    for n in 0..4000 {
        let id = session.claims().get(n * 7 % 1500).unwrap().id.clone();
        sample::mark(&mut session, id.as_str(), Some(Verdict::Verified), "anna");
    }
    let bytes = print(&session);
    assert!(bytes.len() > 1_000_000);
    assert_eq!(by_lines(&bytes), Some(session));
    let late = bytes.len() - 2000;
    assert_eq!(by_lines(&bytes[..late]), None);
}

proptest! {
    #[test]
    fn by_lines_never_reads_what_the_whole_reading_refuses(cut in 0usize..4000, line in 0usize..60, how in 0u8..4) {
        let text = file();
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        let line = line % lines.len();
        match how {
            0 => { lines.remove(line); }
            1 => lines.insert(line, lines[line]),
            2 => lines.swap(line, (line + 1) % text.lines().count()),
            _ => {}
        }
        let mut bytes = lines.concat().into_bytes();
        if how == 3 { bytes.truncate(cut); }
        if let Some(session) = by_lines(&bytes) {
            prop_assert_eq!(Some(session), parse(&bytes).ok().map(|loaded| loaded.session));
        }
    }
}
