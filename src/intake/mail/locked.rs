//! Mails that are encrypted, or signed in one piece with their text: what they are, and the way out.

use mail_parser::{Message, MimeHeaders, PartType};

use crate::intake::armour;
use crate::intake::taken::IntakeError;

/// What is said of a mail whose text is packed into its signature.
const PACKED: &str =
    "it is packed into its own signature (S/MIME); open it in a mail program and copy its text into a file";

/// Why the text of a mail can't be read without a key or a mail program; `None` for any other.
pub(super) fn refused(message: &Message<'_>) -> Option<IntakeError> {
    let refused = |why: &str| Some(IntakeError::Broken { format: "mail", why: why.to_owned() });
    for part in &message.parts {
        let Some(kind) = part.content_type() else { continue };
        let (main, sub) = (kind.ctype().to_ascii_lowercase(), kind.subtype().unwrap_or_default().to_ascii_lowercase());
        if main == "multipart" && sub == "encrypted" {
            return refused(armour::LOCKED);
        }
        if main == "application" && matches!(sub.as_str(), "pkcs7-mime" | "x-pkcs7-mime") {
            let packed = kind.attribute("smime-type").unwrap_or_default().to_ascii_lowercase();
            let signed = packed.starts_with("signed") || packed.starts_with("compressed");
            return refused(if signed { PACKED } else { armour::LOCKED });
        }
    }
    let has_words =
        |words: &str| armour::off(words, "mail").is_ok_and(|bare| !bare.is_locked() && !bare.text.trim().is_empty());
    let mut locked = false;
    for part in message.text_bodies().chain(message.html_bodies()) {
        match &part.body {
            PartType::Text(words) if has_words(words) => return None,
            PartType::Text(words) => locked |= armour::off(words, "mail").is_ok_and(|bare| bare.locked),
            PartType::Html(html) => locked |= html.contains("-----BEGIN PGP MESSAGE-----"),
            PartType::Binary(_) | PartType::InlineBinary(_) | PartType::Message(_) | PartType::Multipart(_) => {}
        }
    }
    if locked { refused(armour::LOCKED) } else { None }
}
