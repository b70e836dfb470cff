//! Session names that are safe on every file system.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::StoreError;

/// The longest name, in bytes.
const LONGEST: usize = 100;

/// What a title without a letter or digit is called.
const NAMELESS: &str = "session";

/// Names that Windows keeps for devices, whatever ending follows.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A name made from `title` that `taken` does not know: its letters and digits in lower case, parted by dashes.
pub(super) fn make(title: &str, taken: impl Fn(&str) -> bool) -> String {
    let stem = stem(title);
    // Room for a dash and as many digits as a folder will ever need.
    let numbered = |n: u64| format!("{}-{n}", cut(&stem, LONGEST - 8));
    std::iter::once(stem.clone()).chain((2..=u64::MAX).map(numbered)).find(|name| !taken(name)).unwrap_or(stem)
}

fn stem(title: &str) -> String {
    let mut dashed = String::new();
    for character in title.to_lowercase().nfc() {
        if character.is_alphanumeric() || (is_combining_mark(character) && !dashed.is_empty()) {
            dashed.push(character);
        } else if !dashed.ends_with('-') && !matches!(character, '\'' | '’') {
            dashed.push('-');
        }
    }
    // Once more: what was left out may have kept two characters apart that are one in this form.
    let normal: String = dashed.trim_matches('-').nfc().collect();
    match cut(&normal, LONGEST) {
        "" => NAMELESS.to_owned(),
        device if is_device(device) => format!("{device}-article"),
        fine => fine.to_owned(),
    }
}

/// The beginning of `name` of at most `room` bytes, at a dash where one is near, else between two graphemes.
fn cut(name: &str, room: usize) -> &str {
    if name.len() <= room {
        return name;
    }
    let fits = name.grapheme_indices(true).map(|(at, _)| at).take_while(|at| *at <= room).last().unwrap_or(0);
    let head = name.get(..fits).unwrap_or_default();
    let at_dash = head.rfind('-').filter(|at| *at > room / 2).and_then(|at| head.get(..at));
    at_dash.unwrap_or(head).trim_end_matches('-')
}

/// Passes a name that somebody typed.
///
/// # Errors
/// With what is wrong with it: it is refused, not changed, for changed names could meet each other.
pub(super) fn check(name: &str) -> Result<(), StoreError> {
    let reason = if name.is_empty() {
        "it is empty"
    } else if name.contains(['/', '\\']) {
        "it holds a path; a session stays in its folder"
    } else if name.len() > LONGEST {
        "it is longer than 100 bytes"
    } else if name.starts_with(['.', '-']) {
        "it begins with a dot or a dash"
    } else if name.ends_with('.') || name.to_lowercase().ends_with(".json") {
        "it ends in a dot or in .json"
    } else if !name.chars().all(|one| one.is_alphanumeric() || is_combining_mark(one) || matches!(one, '.' | '_' | '-'))
    {
        "only letters, digits, dots, dashes and underscores are safe on every disk"
    } else if !name.nfc().eq(name.chars()) {
        "its accents are written in a way that some disks change (it is not in Unicode's form NFC)"
    } else if is_device(name) {
        "Windows keeps it for a device"
    } else {
        return Ok(());
    };
    Err(StoreError::Name { name: name.to_owned(), reason })
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    DEVICES.contains(&stem.as_str())
        || port.is_some_and(|digit| digit.chars().count() == 1 && digit.chars().all(char::is_numeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn free(title: &str) -> String {
        make(title, |_| false)
    }

    #[test]
    fn a_name_reads_as_its_title_does() {
        assert_eq!(free("Bridge repair runs over budget"), "bridge-repair-runs-over-budget");
        assert_eq!(free("  “Nobody’s fault”, says A/B…  "), "nobodys-fault-says-a-b");
        assert_eq!(free("Žižkov: 42 % více"), "žižkov-42-více");
        assert_eq!(free("汽车 报告"), "汽车-报告");
        assert_eq!(free("../../etc/passwd"), "etc-passwd");
        assert_eq!(free("\u{1b}[2J!"), "2j");
        assert_eq!(free("a\u{dca}'\u{dcf}"), "a\u{dca}\u{dcf}");
        assert_eq!(free("…"), "session");
        assert_eq!(free("CON"), "con-article");
        assert_eq!(free("lpt1"), "lpt1-article");
    }

    #[test]
    fn a_taken_name_gets_a_number() {
        assert_eq!(make("A report", |name| ["a-report", "a-report-2"].contains(&name)), "a-report-3");
    }

    #[test]
    fn a_typed_name_that_is_unsafe_is_refused_with_the_reason() {
        for bad in ["", "a/b", "..", "-x", ".x", "a b", "nul", "com1.x", "x.", "a\u{7}b", "e\u{301}", "x.json"] {
            assert!(check(bad).is_err(), "{bad:?}");
        }
        for good in ["bridge", "Bridge_2.1", "žižkov", "汽车", "हिन्दी"] {
            assert!(check(good).is_ok(), "{good:?}");
        }
    }

    proptest! {
        #[test]
        fn every_title_makes_a_name_that_is_safe(title in "\\PC{0,150}|[a-zé東👩‍👩‍👧 .-]{0,300}", taken in 0usize..3) {
            let first = free(&title);
            let name = make(&title, |name| taken > 0 && name == first);
            prop_assert!(check(&name).is_ok(), "{name:?}");
        }
    }
}
