//! What the text says against itself in a Word document, and that document coming back.

use factdesk::export::back::{self, ImportHand};
use factdesk::export::{Format, Options, export};
use factdesk::review::{Change, Edit, Swap};

use crate::drafts::session;
use crate::edited::parts;
use crate::into::part;

const TEXT: &str = "Fares went up\n\nThe council met on Monday, 13 May 2025, and raised fares.\n\nOf the 16 seats, 8 are red, 5 blue and 4 green.\n";

fn hand() -> ImportHand {
    ImportHand { by: "anna".into(), at: "2026-11-25T08:00:00Z".into(), writer: None }
}

#[test]
fn a_word_document_says_where_the_text_contradicts_itself_until_it_is_put_away() {
    let mut session = session(TEXT);
    let comments = |session: &_| {
        let file = export(session, Format::Docx, &Options::default()).unwrap();
        part(&file, "word/comments.xml").unwrap()
    };
    let told = comments(&session);
    assert!(told.contains("13 May 2025 was a Tuesday, not a Monday") && told.contains("“Monday” … “13 May 2025”"));
    assert!(told.contains("8 + 5 + 4 = 17, the text says 16"));
    let change = Change::Waive("weekday: Monday … 13 May 2025".into(), Swap::new(false, true));
    session.commit(Edit { claim: None, change }, &"anna".into(), &"2026-11-24T08:00:00Z".into()).unwrap();
    let told = comments(&session);
    assert!(!told.contains("was a Tuesday") && told.contains("8 + 5 + 4 = 17"));
}

#[test]
fn what_we_said_of_the_text_itself_is_no_news_when_it_comes_back_and_what_stands_below_it_is() {
    let session = session(TEXT);
    let file = export(&session, Format::Docx, &Options::default()).unwrap();
    let came = back::read(&file, &session, &hand(), factdesk::term::back::document).unwrap();
    assert_eq!((came.edits, came.told.iter().filter(|told| told.claim.is_none()).count()), (Vec::new(), 0));
    let answered = parts(&file, |name, text| {
        let places = "“Monday” … “13 May 2025”</w:t></w:r></w:p>";
        let below = format!("{places}<w:p><w:r><w:t>The agenda says Tuesday.</w:t></w:r></w:p>");
        let changed = text.replace(places, &below);
        assert!(name != "word/comments.xml" || changed != text, "{text}");
        Some(changed)
    });
    let came = back::read(&answered, &session, &hand(), factdesk::term::back::document).unwrap();
    let words = format!("{:?}", came.edits);
    assert!(words.contains("The agenda says Tuesday.") && !words.contains("was a Tuesday"), "{words}");
}
