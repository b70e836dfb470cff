//! Any text through the gate between text and screen: no control, no order of its own, as wide as it says.
#![no_main]

use factdesk::text::gate;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let clean = gate::clean(text);
    assert!(!clean.chars().any(|c| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')));
    assert_eq!(gate::clean(&clean), clean, "what is clean stays as it is");
    for columns in [0, 1, 2, 7, 40] {
        assert!(gate::width(&gate::fit(text, columns)) <= columns.max(1));
    }
});
