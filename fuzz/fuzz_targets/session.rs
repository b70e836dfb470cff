//! Any bytes as a session file: read or refused; what is read comes back from what is printed, and merges with itself.
#![no_main]

use factdesk::review::Stamp;
use factdesk::store::{format, merge};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(loaded) = format::parse(bytes) else { return };
    let session = loaded.session;
    let again = format::parse(&format::print(&session)).expect("what is printed can be read");
    assert_eq!(again.session, session);
    let merged = merge::merge(&session, &session, &session, &Stamp::default()).expect("one article");
    assert_eq!(merged.session, session);
});
