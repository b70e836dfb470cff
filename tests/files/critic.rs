//! The writer's own Markdown with our marks in it: turned down, they leave the file as it was; accepted, they leave what was proposed.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use factdesk::export::{CommentOn, Filled, Options, Original, OriginalError, into_markdown};
use factdesk::intake::{self, Hint, Sourced};
use factdesk::propose;
use factdesk::review::{Claim, ClaimId, Claims, Correction, Mark, Origin, Session, Span, Stamp, Verdict};
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag};

fn sourced(bytes: &[u8]) -> Sourced {
    intake::sourced_markdown(bytes, &Hint { name: "draft.md", language: Some("en") }).unwrap()
}

fn claim(at: Span, words: &str) -> Claim {
    let mut claim = Claim::new(ClaimId::derive(at.start, words, 7), at, Origin::Added);
    claim.mark = Some(Mark { verdict: Verdict::Disputed, by: "Bea".into(), at: Stamp::from("2026-03-09T10:00:00Z") });
    claim
}

/// The session of a text, with a claim on each of these words, and what is to stand there instead.
fn session(text: &str, claims: &[(&str, &str)]) -> Session {
    let article = sourced(text.as_bytes()).taken.article;
    let claims = claims.iter().map(|(words, better)| {
        let at = article.text().find(words).unwrap_or_else(|| unreachable!("{words:?} in {:?}", article.text()));
        let mut claim = claim(Span::new(at, at + words.len()), words);
        if !better.is_empty() {
            claim.record.corrections.push(Correction::proposed(*better, &[]));
        }
        claim
    });
    let claims: Claims = claims.collect::<Vec<_>>().into_iter().collect();
    Session::new("s", article, claims)
}

fn fill(session: &Session, bytes: &[u8]) -> Result<Filled, OriginalError> {
    let held = sourced(bytes);
    let original = Original { bytes, text: held.taken.article.text(), part: &held.part, map: &held.map };
    into_markdown(session, &Options::default(), &original)
}

fn filled(session: &Session, text: &str) -> (String, Vec<String>) {
    let done = fill(session, text.as_bytes()).unwrap();
    (String::from_utf8(done.bytes).unwrap(), done.notices)
}

/// A marked text with all of it taken, or none.
fn settled(marked: &str, is_taken: bool) -> String {
    let (mut text, mut rest) = (String::new(), marked);
    let kinds = ["{++", "{--", "{~~", "{==", "{>>"];
    while let Some((at, open)) = kinds.iter().filter_map(|open| Some((rest.find(open)?, *open))).min() {
        let close = match open {
            "{++" => "++}",
            "{--" => "--}",
            "{~~" => "~~}",
            "{==" => "==}",
            _ => "<<}",
        };
        let (before, mark) = rest.split_at(at);
        text.push_str(before);
        let (inside, behind) = mark.strip_prefix(open).unwrap().split_once(close).unwrap();
        let (gone, comes) = match open {
            "{++" => ("", inside),
            "{--" => (inside, ""),
            "{~~" => inside.split_once("~>").unwrap(),
            "{==" => (inside, inside),
            _ => ("", ""),
        };
        text.push_str(if is_taken { comes } else { gone });
        rest = behind;
    }
    text + rest
}

/// Where the links of a text lead, its code, its footnotes' marks, its pictures and tags.
fn things(text: &str) -> Vec<String> {
    let events = Parser::new_ext(text, factdesk::text::MARKDOWN);
    #[expect(clippy::wildcard_enum_match_arm, reason = "all else is words")]
    let told = events.filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(format!("to {dest_url}")),
        Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => Some("emphasis".to_owned()),
        Event::Code(words) => Some(format!("code {words}")),
        Event::FootnoteReference(label) => Some(format!("note {label}")),
        Event::Html(tag) | Event::InlineHtml(tag) => Some(format!("tag {tag}")),
        Event::Start(tag @ (Tag::TableCell | Tag::Item | Tag::Heading { .. })) => Some(format!("{tag:?}")),
        _ => None,
    });
    told.collect()
}

fn letters(text: &str) -> String {
    text.chars().filter(|one| !one.is_whitespace()).collect()
}

const DRAFT: &str = "---\ntitle: Ferries\n---\n\n# Fewer **ferries** this winter\n\nThe [Skarn Line](https://a.example/x_y) cuts **14** of its 52 crossings.[^1] It lost `38` million *in\n2025* and all of its boats.\n\n- Holm has 310 people.\n- Vik has 45 *old* ferries.\n\n| Town | Staff |\n|------|-------|\n| Holm | 310 work there |\n\n> Nobody asked 12 mayors.\n> They ask now.\n\n```\nboats = 12 in code\n```\n\n[^1]: Timetable, p. 3.\n";

#[test]
fn comments_highlights_and_corrections_stand_on_their_words_in_the_writers_own_markdown() {
    let ours = session(
        DRAFT,
        &[
            ("The Skarn Line cuts 14 of its 52 crossings.", "The Skarn Line cuts 15 of its 52 crossings."),
            ("It lost 38 million in 2025 and all of its boats.", "It lost 38 million in 2024 and most of its boats."),
            ("Vik has 45 old ferries.", "Vik has 45 ferries."),
            ("Holm | 310 work there", ""),
            ("Nobody asked 12 mayors. They ask now.", ""),
        ],
    );
    let (marked, notices) = filled(&ours, DRAFT);
    for line in [
        "The [Skarn Line](https://a.example/x_y) cuts **{~~14~>15~~}** of its 52 crossings.{>>1 ✗ disputed",
        "(proposed)<<}[^1] It lost `38` million *in\n{~~2025~>2024~~}* and {~~all~>most~~} of its boats.{>>2 ",
        "- Vik has 45 {--*old* --}ferries.{>>3 ",
        "| {==Holm==} | {==310 work there==}{>>4 ✗ disputed",
        "> {==Nobody asked 12 mayors.\n> They ask now.==}{>>5 ",
    ] {
        assert!(marked.contains(line), "{line}\n{marked}");
    }
    assert_eq!(notices, [] as [&str; 0]);
    assert_eq!(settled(&marked, false), DRAFT);
    // A byte order mark and line ends stay, too.
    let other = format!("\u{feff}{}", DRAFT.replace('\n', "\r\n"));
    let (marked, _) = filled(&ours, &other);
    assert_eq!(settled(&marked, false), other);
}

#[test]
fn a_mark_takes_no_link_apart_and_stands_outside_of_emphasis_that_it_would_cut() {
    let text = "# Boats\n\nIt **sold 3 ships in May**, says [its *new* report](https://a.example/(x)). It has <b>9</b> &amp; more.\n";
    let ours = session(text, &[("3 ships in May, says its", ""), ("It has 9 & more.", "It has 9 & less.")]);
    let (marked, _) = filled(&ours, text);
    assert!(
        marked.contains("It {==**sold 3 ships in May**, says [its *new* report](https://a.example/(x))==}{>>1 "),
        "{marked}"
    );
    assert!(marked.contains("It has <b>9</b> &amp; {~~more~>less~~}.{>>2 "), "{marked}");
}

#[test]
fn claims_that_overlap_share_one_highlight_and_say_what_they_are_about() {
    let text = "# Boats\n\nThe port has 9 boats and 3 cranes. It is old.\n";
    let ours = session(text, &[("The port has 9 boats and 3 cranes.", ""), ("9 boats", "")]);
    let (marked, _) = filled(&ours, text);
    assert!(marked.contains("{==The port has 9 boats and 3 cranes.==}{>>1 "), "{marked}");
    assert!(marked.contains("<<}{>>2 ✗ disputed, 2026-03-09 10:00 UTC Bea; on “9 boats”<<} It is old."), "{marked}");
}

#[test]
fn another_text_and_one_with_marks_of_its_own_are_refused() {
    let ours = session(DRAFT, &[("Holm has 310 people.", "")]);
    let error = fill(&ours, DRAFT.replace("310 people", "311 people").as_bytes()).unwrap_err().to_string();
    assert!(error.contains("where the session has “310 people.”, it has “311 people.”"), "{error}");
    let marked = DRAFT.replace("45 *old*", "{--45--}{++46++} *old*");
    let error = fill(&session(&marked, &[]), marked.as_bytes()).unwrap_err();
    assert_eq!(error, OriginalError::Marked);
}

#[test]
fn a_claim_in_code_is_left_out_and_that_is_said() {
    let ours = session(DRAFT, &[("boats = 12 in code", "")]);
    let (marked, notices) = filled(&ours, DRAFT);
    assert_eq!(marked, DRAFT);
    assert!(notices[0].contains("claim 1 is left out"), "{notices:?}");
}

/// Words of running text, with markup of every kind.
fn words() -> impl Strategy<Value = String> {
    let plain = "[a-z]{1,6}|[0-9]{1,3}|æble|日本|don’t|\\$5|50%|a_b|x \\* y";
    let one = prop_oneof![
        6 => plain.prop_map(|word| word),
        1 => "[a-z]{1,5}( [a-z]{1,5}){0,2}".prop_map(|word| format!("*{word}*")),
        1 => "[a-z]{1,5}( [0-9]{1,3}){0,2}".prop_map(|word| format!("**{word}**")),
        1 => "[a-z]{1,5}".prop_map(|word| format!("**a *{word}* b**")),
        1 => "[a-z]{1,5} [a-z]{1,5}".prop_map(|word| format!("[{word}](https://a.example/{}_x)", word.len())),
        1 => "[a-z]{1,5}".prop_map(|word| format!("[a *{word}*][ref]")),
        1 => "[a-z0-9]{1,5}".prop_map(|word| format!("`{word} =`")),
        1 => Just("word[^1]".to_owned()),
        1 => Just("![a boat](boat.jpg)".to_owned()),
        1 => Just("<b>bold</b>".to_owned()),
        1 => Just("&amp; &#233;".to_owned()),
        1 => Just("\\*not\\*".to_owned()),
        1 => Just("~~gone~~".to_owned()),
        1 => Just("<https://b.example/>".to_owned()),
        1 => Just("{x} == y ~ z - {".to_owned()),
    ];
    proptest::collection::vec(one, 2..9).prop_map(|words| words.join(" "))
}

/// A sentence, perhaps broken in its middle.
fn sentence() -> impl Strategy<Value = String> {
    (words(), words(), 0..4_u8).prop_map(|(one, other, broken)| match broken {
        0 => format!("The {one}\n{other}."),
        1 => format!("The {one}  \n{other}."),
        _ => format!("The {one} {other}."),
    })
}

/// A document of blocks.
fn document() -> impl Strategy<Value = String> {
    let line = || sentence().prop_map(|words| words.replace("  \n", " ").replace('\n', " "));
    let block = prop_oneof![
        4 => proptest::collection::vec(sentence(), 1..4).prop_map(|all| all.join(" ")),
        1 => line().prop_map(|words| format!("## {words}")),
        1 => line().prop_map(|words| format!("{words}\n---")),
        1 => proptest::collection::vec(line(), 1..4).prop_map(|all| format!("- {}", all.join("\n- "))),
        1 => (line(), line()).prop_map(|(one, other)| format!("1. {one}\n   - {other}\n2. {other}\n\n   {one}")),
        1 => (sentence(), line()).prop_map(|(one, other)| format!("> {}\n>\n> {other}", one.replace('\n', "\n> "))),
        1 => (words(), words()).prop_map(|(one, other)| format!("| A | B |\n|---|---|\n| {one} | {other} |\n| {other} | 3 |")),
        1 => line().prop_map(|words| format!("```\n{words}\n```")),
        1 => line().prop_map(|words| format!("<div>\n{words}\n</div>")),
    ];
    let tail = "\n\n[ref]: https://c.example/ \"Title\"\n[^1]: A note of *theirs*.\n";
    (proptest::collection::vec(block, 1..6), any::<bool>()).prop_map(move |(blocks, is_fronted)| {
        let front = if is_fronted { "---\ntitle: A draft\nauthor: Nora\n---\n\n" } else { "" };
        format!("{front}# The *first* line\n\n{}{tail}", blocks.join("\n\n"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn turned_down_the_marks_leave_every_byte_and_accepted_what_was_proposed(
        text in document(),
        picks in proptest::collection::vec((0..100_usize, 0..6_u8), 1..40),
    ) {
        let held = sourced(text.as_bytes());
        let article = held.taken.article.clone();
        let mut picks = picks.into_iter().cycle();
        let mut wanted = Vec::new();
        let claims = propose::sentences(&article).into_iter().filter_map(|sentence| {
            let words = article.words(sentence.span);
            let (pick, how) = picks.next()?;
            let mut parts: Vec<String> = words.split(' ').map(str::to_owned).collect();
            let at = pick % parts.len();
            match how {
                0 => parts[at] = "changed".to_owned(),
                1 => parts.insert(at, "new words".to_owned()),
                2 if parts.len() > 1 => drop(parts.remove(at)),
                3 => {
                    let end = parts.len().min(at + 3);
                    parts.splice(at..end, ["other".to_owned(), "one".to_owned()]);
                }
                4 => {}
                _ => return None,
            }
            let better = parts.join(" ");
            let mut claim = claim(sentence.span, words);
            if better != words {
                claim.record.corrections.push(Correction::proposed(&better, &[]));
            }
            wanted.push((sentence.span, better));
            Some(claim)
        });
        let claims: Claims = claims.collect::<Vec<_>>().into_iter().collect();
        let ours = Session::new("s", article.clone(), claims);
        let original = Original { bytes: text.as_bytes(), text: article.text(), part: "", map: &held.map };
        let options = Options { comment_on: CommentOn::Every, ..Options::default() };
        let done = into_markdown(&ours, &options, &original).unwrap();
        let marked = String::from_utf8(done.bytes).unwrap();
        prop_assert_eq!(settled(&marked, false), text.clone());
        // Nothing is cut by a highlight or a comment.
        let bare = Session::new("s", article.clone(), ours.claims().iter().cloned().map(|mut claim| {
            claim.record.corrections.clear();
            claim
        }).collect::<Claims>());
        let lit = into_markdown(&bare, &options, &original).unwrap();
        prop_assert_eq!(things(&String::from_utf8(lit.bytes).unwrap()), things(&text));
        if done.notices.is_empty() {
            let mut read = article.text().to_owned();
            for (span, better) in wanted.iter().rev() {
                read.replace_range(span.start..span.end, better);
            }
            let taken = settled(&marked, true);
            let again = sourced(taken.as_bytes()).taken.article;
            prop_assert_eq!(letters(again.text()), letters(&read), "{}", taken);
        }
    }
}
