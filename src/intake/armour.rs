//! The armour that PGP sets round a text: taken off one that is signed; what is encrypted is told.

use std::borrow::Cow;

use super::taken::IntakeError;
use super::xml::CUT;

/// What is said of a text that is encrypted.
pub(super) const LOCKED: &str = "it is encrypted; open it in the program that has its key, and copy its text into a file or save it without encryption";

/// A text without armour.
#[derive(Debug, Default)]
pub(super) struct Unarmoured<'t> {
    /// What stands in it and beside it.
    pub(super) text: Cow<'t, str>,
    /// A stretch of it is encrypted, and left out.
    pub(super) locked: bool,
    /// A stretch of it is signed.
    pub(super) signed: bool,
}

impl Unarmoured<'_> {
    /// What a reviewer should know of it.
    pub(super) fn notices(&self) -> Vec<String> {
        let mut notices = Vec::new();
        if self.signed {
            notices.push("The text is signed with PGP; its signature was not checked.".to_owned());
        }
        if self.locked {
            notices.push(format!("A part of it was not read: {LOCKED}."));
        }
        notices
    }

    /// True when nothing but an encrypted stretch is in it.
    pub(super) fn is_locked(&self) -> bool {
        self.locked && self.text.trim().is_empty()
    }
}

/// Where a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ArmourPart {
    Open,
    /// The head of a signed text, up to an empty line.
    Head,
    Signed,
    /// An encrypted text, a signature or a key, up to its end.
    Block,
}

/// Takes the armour off a text.
///
/// # Errors
/// When a signature or an encrypted stretch does not end.
pub(super) fn off<'t>(text: &'t str, format: &'static str) -> Result<Unarmoured<'t>, IntakeError> {
    if memchr::memmem::find(text.as_bytes(), b"-----BEGIN PGP ").is_none() {
        return Ok(Unarmoured { text: Cow::Borrowed(text), ..Unarmoured::default() });
    }
    let (mut bare, mut stretch) = (String::with_capacity(text.len()), ArmourPart::Open);
    let mut found = Unarmoured::default();
    for line in text.split_inclusive('\n') {
        let words = line.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
        let begins = words.strip_prefix("-----BEGIN PGP ").and_then(|rest| rest.strip_suffix("-----"));
        match (stretch, begins) {
            (ArmourPart::Open, Some("SIGNED MESSAGE")) => {
                found.signed = true;
                stretch = ArmourPart::Head;
            }
            (ArmourPart::Open | ArmourPart::Signed, Some(kind)) => {
                found.locked |= kind.starts_with("MESSAGE");
                stretch = ArmourPart::Block;
            }
            (ArmourPart::Block, _) if words.starts_with("-----END PGP ") => stretch = ArmourPart::Open,
            (ArmourPart::Head, _) if words.is_empty() => stretch = ArmourPart::Signed,
            (ArmourPart::Head | ArmourPart::Block, _) => {}
            // A line that began with a dash has another before it.
            (ArmourPart::Signed, None) => bare.push_str(line.strip_prefix("- ").unwrap_or(line)),
            (ArmourPart::Open, None) => bare.push_str(line),
        }
    }
    if stretch != ArmourPart::Open {
        return Err(IntakeError::Broken { format, why: CUT.to_owned() });
    }
    Ok(Unarmoured { text: Cow::Owned(bare), ..found })
}
