//! Any bytes as an article: read or refused; its claims lie inside it, and the session over it comes back as it was.
#![no_main]

use factdesk::intake::{self, Hint};
use factdesk::propose;
use factdesk::review::Session;
use factdesk::store::format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for name in ["a.txt", "a.md", "a.html", "a.docx"] {
        let Ok(taken) = intake::read(bytes, &Hint { name, language: None }) else { continue };
        let claims = propose::claims(&taken.article, propose::THRESHOLD);
        assert!(claims.iter().all(|claim| !taken.article.words(claim.span).is_empty()));
        let session = Session::new("id", taken.article, claims);
        assert_eq!(format::parse(&format::print(&session)).expect("printed").session, session);
    }
});
