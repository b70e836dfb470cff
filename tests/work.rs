//! What a key costs, counted and not timed: on a note and on a book it is the same work.
#![allow(clippy::unwrap_used, reason = "helpers of tests, where a panic is the report")]

mod support;

use allocation_counter::measure;
use factdesk::app::layout::Size;
use factdesk::app::{Action, Motion, update};
use factdesk::lint;
use factdesk::propose::{self, Weights};
use factdesk::review::{Article, Block, BlockKind, Claim, ClaimId, Origin, Session, Span, Verdict};
use factdesk::term::frame::Frame;
use support::{TestDesk, desk_of};

/// Four sentences, each a claim; some words of them are not ASCII.
const PARAGRAPH: [&str; 4] = [
    "The council voted on Monday to spend 4.2 million euros on the old harbour wall.",
    "“We were never asked about the route,” said the owner of the only café.",
    "Rents have risen by 14 percent since 2019, according to a survey by the tenants' union.",
    "The wall is long, grey and, in places, no longer where it was built.",
];

/// A desk of 160 by 48 cells with an article of so many paragraphs and four claims in each.
fn desk(paragraphs: usize) -> TestDesk {
    let (mut text, mut blocks, mut spans) = (String::new(), Vec::new(), Vec::new());
    for _ in 0..paragraphs {
        let start = text.len();
        for sentence in PARAGRAPH {
            if text.len() > start {
                text.push(' ');
            }
            spans.push(Span::new(text.len(), text.len() + sentence.len()));
            text.push_str(sentence);
        }
        blocks.push(Block::new(BlockKind::Paragraph, Span::new(start, text.len())));
        text.push_str("\n\n");
    }
    desk_with(text, blocks, spans)
}

/// A desk of 160 by 48 cells with an article and a claim at each span.
fn desk_with(text: String, blocks: Vec<Block>, spans: Vec<Span>) -> TestDesk {
    let article = Article::new("Harbour wall", text, blocks).unwrap();
    let claim = |(at, span)| Claim::new(ClaimId::from(format!("k{at}").as_str()), span, Origin::Proposed);
    let claims = spans.into_iter().enumerate().map(claim).collect();
    let mut desk = desk_of(Session::new("0199f0c2-6f3e-7c11-9b1e-0a5d7e4c2b10", article, claims));
    update(&mut desk.model, Action::Resize(Size::new(160, 48)), &desk.now);
    desk
}

/// Paragraphs of the same words, and where each stands.
fn paragraphs(count: usize) -> (String, Vec<Block>) {
    let words = PARAGRAPH.join(" ");
    let text = format!("{words}\n\n").repeat(count);
    let starts = (0..count).map(|at| at * (words.len() + 2));
    let blocks = starts.map(|at| Block::new(BlockKind::Paragraph, Span::new(at, at + words.len()))).collect();
    (text, blocks)
}

/// What some keys cost on one desk.
#[derive(Debug)]
struct Work {
    /// Pieces of the article that were wrapped.
    wrapped: usize,
    /// Allocations, of update and frame together.
    allocations: u64,
    /// Bytes to the terminal.
    bytes: usize,
}

fn wrapped(desk: &TestDesk) -> usize {
    desk.model.desk().unwrap().wrapped.made()
}

/// The work of doing `action` and drawing the frame after it, ten times over, in the middle of an article.
fn work(desk: &mut TestDesk, action: &Action) -> Work {
    let mut frame = Frame::default();
    frame.of(&desk.model).unwrap();
    let before = wrapped(desk);
    let mut bytes = 0;
    let mut allocations = 0;
    for _ in 0..10 {
        let now = desk.now.clone();
        let counted = measure(|| {
            update(&mut desk.model, action.clone(), &now);
            bytes += frame.of(&desk.model).unwrap().len();
        });
        allocations += counted.count_total;
    }
    Work { wrapped: wrapped(desk) - before, allocations, bytes }
}

/// Asserts that `action` costs the same on a short article and on one of a hundred times its length, and not much on either.
fn same_on_a_book(action: &Action, most_wrapped: usize) {
    let mut costs = [60, 6_000].map(|paragraphs| {
        let mut desk = desk(paragraphs);
        for _ in 0..5 {
            update(&mut desk.model, Action::Move(Motion::PageDown), &desk.now);
        }
        work(&mut desk, action)
    });
    let [note, book] = &mut costs;
    assert!(book.wrapped <= most_wrapped && note.wrapped <= most_wrapped, "{action:?}: {note:?} {book:?}");
    assert!(book.allocations <= note.allocations * 5 / 4 + 200, "{action:?}: {note:?} {book:?}");
    assert!(book.allocations < 10 * 3_000, "{action:?}: {book:?}");
    // Less than a byte for each cell of the screen, styles and moves included: most of a page is new, and no more is sent.
    assert!(book.bytes <= 10 * 160 * 48, "{action:?}: {book:?}");
}

#[test]
fn the_next_claim_wraps_what_comes_into_view() {
    same_on_a_book(&Action::Move(Motion::Next), 8);
}

#[test]
fn a_page_wraps_a_page() {
    same_on_a_book(&Action::Move(Motion::PageDown), 120);
}

#[test]
fn a_mark_wraps_nothing_but_the_way_to_the_next_claim() {
    same_on_a_book(&Action::Mark(Verdict::Verified), 8);
}

#[test]
fn undo_and_redo_wrap_nothing_new() {
    let mut desk = desk(6_000);
    let now = desk.now.clone();
    update(&mut desk.model, Action::Mark(Verdict::Verified), &now);
    update(&mut desk.model, Action::Undo, &now);
    let cost = work(&mut desk, &Action::Redo);
    assert!(cost.wrapped <= 8, "{cost:?}");
}

#[test]
fn a_mark_and_its_undoing_copy_nothing_that_grows_with_the_article() {
    let cost = |paragraphs: usize| {
        let mut desk = desk(paragraphs);
        let now = desk.now.clone();
        let mut both = || {
            update(&mut desk.model, Action::Mark(Verdict::Verified), &now);
            update(&mut desk.model, Action::Undo, &now);
        };
        both();
        measure(both)
    };
    let (note, book) = (cost(60), cost(6_000));
    assert!(book.bytes_total <= note.bytes_total + 2_000, "{note:?} {book:?}");
    assert!(book.count_total <= note.count_total + 20 && book.count_total < 300, "{note:?} {book:?}");
}

#[test]
fn the_other_end_of_a_book_is_a_page_away() {
    let mut desk = desk(6_000);
    let cost = work(&mut desk, &Action::Move(Motion::Last));
    assert!(cost.wrapped <= 60, "{cost:?}");
    let cost = work(&mut desk, &Action::Move(Motion::First));
    assert!(cost.wrapped <= 60, "{cost:?}");
}

#[test]
fn a_key_that_changes_nothing_sends_an_empty_frame() {
    let mut desk = desk(60);
    assert_eq!(work(&mut desk, &Action::Move(Motion::First)).bytes, 10 * "\x1b[?2026h\x1b[?2026l".len());
}

#[test]
fn a_claim_over_the_whole_article_costs_what_is_in_view() {
    let (text, blocks) = paragraphs(2_000);
    let whole = Span::new(0, text.len() - 2);
    let mut desk = desk_with(text, blocks, vec![whole]);
    let cost = work(&mut desk, &Action::Move(Motion::PageDown));
    assert!(cost.wrapped <= 120 && cost.allocations < 10 * 3_000, "{cost:?}");
}

#[test]
fn ten_thousand_claims_at_one_place_cost_what_is_in_view() {
    let (text, blocks) = paragraphs(60);
    let most = text.len() - 2;
    let spans = (0..10_000).map(|at| Span::new(at % 50, (at / 50 + 51).min(most))).collect();
    let mut desk = desk_with(text, blocks, spans);
    let cost = work(&mut desk, &Action::Move(Motion::Next));
    assert!(cost.allocations < 10 * 3_000, "{cost:?}");
}

#[test]
fn a_line_as_long_as_a_book_is_wrapped_once() {
    let text = PARAGRAPH.join(" ").repeat(3_000);
    let block = Block::new(BlockKind::Paragraph, Span::new(0, text.len()));
    let mut desk = desk_with(text, vec![block], vec![Span::new(0, 40)]);
    let cost = work(&mut desk, &Action::Move(Motion::PageDown));
    assert!(cost.wrapped <= 120 && cost.allocations < 10 * 3_000, "{cost:?}");
}

#[test]
fn a_list_of_claims_allocates_no_word_and_no_reason() {
    // Few enough sentences for one core, whose allocations are counted.
    let desk = desk(25);
    let article = &desk.model.desk().unwrap().session.article;
    let list = || propose::listed_by(article, None, &Weights::default());
    let sentences = list().len();
    let allocations = measure(|| drop(list())).count_total;
    assert_eq!(sentences, 100);
    assert!(allocations < 12 * 100, "{allocations} allocations for {sentences} sentences");
}

#[test]
fn a_sentence_without_figures_costs_nothing_to_hold_against_the_others() {
    let cost = |sentence: &str| {
        let text = format!("{sentence} ").repeat(100);
        let blocks = vec![Block::new(BlockKind::Paragraph, Span::new(0, text.len()))];
        let article = Article::new("Wall", text, blocks).unwrap();
        let look = || drop(lint::findings(&article));
        look();
        measure(look).count_total
    };
    let (plain, figures) = (cost(PARAGRAPH[3]), cost(PARAGRAPH[2]));
    assert!(plain < 100, "{plain} allocations for 100 sentences without figures");
    assert!(figures < 13 * 100, "{figures} allocations for 100 sentences with figures");
}

#[test]
fn twice_the_table_is_twice_the_work_to_read_against_itself() {
    // Few enough blocks for one core, whose allocations are counted.
    let cost = |row: &str, rows: usize| {
        let text = row.repeat(rows);
        let block = Block::new(BlockKind::Paragraph, Span::new(0, text.len()));
        let article = Article::new("Table", text, vec![block]).unwrap();
        measure(|| drop(lint::findings(&article)))
    };
    for row in [
        "| 12 | 340 | 7.5 % | 1999 | A-12 |\n",
        "so many words without a stop 12 and 13 from 5 to 4 percent ",
        "in 1998, 12 years before the 3 March ",
        "Rs 5 crore (5 million ",
        "Alby Borg and Albi Borg ",
        "9",
    ] {
        let (half, whole) = (cost(row, 5_000), cost(row, 10_000));
        let twice = |half: u64, whole: u64| whole <= half * 5 / 2 + 1_000;
        assert!(twice(half.count_total, whole.count_total), "{row:?}: {} and {}", half.count_total, whole.count_total);
        assert!(twice(half.bytes_total, whole.bytes_total), "{row:?}: {} and {}", half.bytes_total, whole.bytes_total);
    }
}

#[test]
fn the_choice_of_filters_looks_for_nobody_in_a_book() {
    let cost = |paragraphs: usize| {
        let mut desk = desk(paragraphs);
        let opens = Action::Panel(factdesk::app::panel::filter::SCOPE);
        measure(|| drop(update(&mut desk.model, opens, &desk.now))).count_total
    };
    let (note, book) = (cost(50), cost(5_000));
    assert!(book < note + 200, "{note} allocations over a note, {book} over a book");
}

#[test]
fn a_frame_makes_few_texts() {
    let desk = desk(60);
    let mut frame = Frame::default();
    frame.of(&desk.model).unwrap();
    let cost = measure(|| {
        frame.of(&desk.model).unwrap();
    });
    // What a frame shows is mostly there already, to be written as it stands: some thirty claims and as many rows of the article.
    assert!(cost.count_total < 400, "{cost:?}");
}
