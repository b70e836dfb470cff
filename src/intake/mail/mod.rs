//! Mail as it is saved (`.eml`): the text of one of its parts, with quoted history and signature as furniture.

mod handed;
mod locked;
mod mailbox;
mod text;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::draft::{ArticleDraft, DraftPiece};
use super::head::named;
use super::taken::IntakeError;
use super::{armour, brackets, markup, saved, xml};
use crate::review::BlockKind;
use handed::HandedOn;
use text::TextSetting;

/// Header fields that mails begin with.
const FIELDS: [&str; 16] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "received",
    "return-path",
    "delivered-to",
    "reply-to",
    "cc",
    "snapshot-content-location",
    "content-transfer-encoding",
    "dkim-signature",
    "arc-seal",
];

/// True when bytes begin with the header of a mail: three fields that mails have, or two of which one no letter has.
pub(super) fn is_mail(bytes: &[u8]) -> bool {
    let head = bytes.get(..16 * 1024).unwrap_or(bytes);
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let (mut known, mut technical) = (0, false);
    for (index, line) in head.split(|byte| *byte == b'\n').enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let goes_on = line.first().is_some_and(|byte| matches!(byte, b' ' | b'\t'));
        // Mail boxes put a line of their own before each mail.
        if (goes_on && index > 0) || (index == 0 && line.starts_with(b"From ")) {
            continue;
        }
        let Some(colon) = line.iter().position(|byte| *byte == b':') else { break };
        let field = String::from_utf8_lossy(line.get(..colon).unwrap_or_default()).to_ascii_lowercase();
        if !field.bytes().all(|byte| byte.is_ascii_graphic()) || field.is_empty() {
            break;
        }
        if let Some(at) = FIELDS.iter().position(|known| *known == field) {
            known += 1;
            technical |= at >= 4;
        }
    }
    known >= 3 || (known == 2 && technical)
}

/// Reads a mail, or a page that a browser saved as one (MHTML).
///
/// # Errors
/// When it has no part with words.
pub(super) fn read(bytes: &[u8]) -> Result<(ArticleDraft<'static>, &'static str), IntakeError> {
    let broken =
        || IntakeError::Broken { format: "mail", why: "its parts can't be told apart; save it again".to_owned() };
    let (mail, count) = mailbox::first(bytes);
    let message = MessageParser::default().parse(mail.as_ref()).ok_or_else(broken)?;
    locked::refused(&message).map_or(Ok(()), Err)?;
    if is_cut(&message) {
        return Err(IntakeError::Broken { format: "mail", why: xml::CUT.to_owned() });
    }
    if is_page(&message) {
        let html = message.html_bodies().find_map(|part| match &part.body {
            PartType::Html(html) => Some(html.as_ref()),
            PartType::Text(_)
            | PartType::Binary(_)
            | PartType::InlineBinary(_)
            | PartType::Message(_)
            | PartType::Multipart(_) => None,
        });
        let mut draft = saved::page(html.ok_or(IntakeError::Wordless("a saved page (MHTML)"))?);
        draft.url = draft.url.or_else(|| address(&message));
        return Ok((draft, "a saved page (MHTML)"));
    }
    let mut draft = body(&message)?;
    if count > 1 {
        draft.notices.push(format!(
            "The file is a mail box of {count} mails, and the first was read; save the one that is to be checked by itself."
        ));
    }
    brackets::lift(&mut draft);
    handed::mark_history(&mut draft);
    answers_or_article(&mut draft);
    mark_notice(&mut draft);
    super::manuscript::mark(&mut draft);
    facts(&message, &mut draft);
    attachments(&message, &mut draft);
    Ok((draft, "mail"))
}

/// True for a mail of several parts of which the last does not end: what was read of it might be cut short.
fn is_cut(message: &Message<'_>) -> bool {
    let boundary = message.content_type().and_then(|kind| kind.attribute("boundary"));
    boundary.is_some_and(|boundary| {
        memchr::memmem::rfind(message.raw_message(), format!("--{boundary}--").as_bytes()).is_none()
    })
}

/// True for a page that was saved as MHTML.
fn is_page(message: &Message<'_>) -> bool {
    let header = |name: &'static str| message.header_raw(name).map(str::trim);
    let saved = header("From").is_some_and(|from| from.contains("Saved by"));
    let related = message.content_type().is_some_and(|kind| kind.subtype() == Some("related"));
    let addressed = header("To").is_some() || header("Message-ID").is_some();
    header("Snapshot-Content-Location").is_some() || (related && (saved || !addressed))
}

/// The address of a page that was saved as MHTML.
fn address(message: &Message<'_>) -> Option<String> {
    let snapshot = message.header_raw("Snapshot-Content-Location").map(str::trim);
    let part = || message.html_bodies().find_map(|part| part.content_location());
    snapshot.or_else(part).filter(|link| link.starts_with("http")).map(str::to_owned)
}

/// The words of the parts that say most about them: those of HTML, unless they say much less than the text does. A picture may stand
/// between two parts of a mail, and a list's foot behind them.
///
/// # Errors
/// When a part of it was cut short.
fn body(message: &Message<'_>) -> Result<ArticleDraft<'static>, IntakeError> {
    let told = hands_on(message.subject().unwrap_or_default());
    let is_html = |part: &&MessagePart<'_>| matches!(part.body, PartType::Html(_));
    let joined = |parts: &mut dyn Iterator<Item = &MessagePart<'_>>| -> Result<_, IntakeError> {
        let mut joined: Option<ArticleDraft<'static>> = None;
        for part in parts {
            let Some(next) = part_read(part, told)? else { continue };
            match &mut joined {
                Some(whole) => whole.append(next),
                None => joined = Some(next),
            }
        }
        Ok(joined)
    };
    let marked = message.html_bodies().any(|part| is_html(&part));
    let html = if marked { joined(&mut message.html_bodies())? } else { None };
    let plain = joined(&mut message.text_bodies().filter(|part| !is_html(part)))?;
    Ok(match (html, plain) {
        (Some(html), Some(plain)) if length(&html) * 3 < length(&plain) * 2 => plain,
        (Some(html), _) => html,
        (None, plain) => plain.unwrap_or_default(),
    })
}

/// What a part of a mail says; `told`: the mail hands something on.
fn part_read(part: &MessagePart<'_>, told: bool) -> Result<Option<ArticleDraft<'static>>, IntakeError> {
    Ok(match &part.body {
        PartType::Html(html) => Some(marked_up(html, told)),
        PartType::Text(words) => {
            let kind = part.content_type();
            let is = |name: &str, value: &str| {
                kind.and_then(|kind| kind.attribute(name)).is_some_and(|found| found.eq_ignore_ascii_case(value))
            };
            let setting = TextSetting { flowed: is("format", "flowed"), tight: is("delsp", "yes"), told };
            let bare = armour::off(words, "mail")?;
            let mut draft = text::read(&bare.text, setting);
            draft.notices.extend(bare.notices());
            Some(draft)
        }
        PartType::Binary(_) | PartType::InlineBinary(_) | PartType::Message(_) | PartType::Multipart(_) => None,
    })
}

/// The words of an HTML part; what it hands on is its text.
fn marked_up(html: &str, told: bool) -> ArticleDraft<'static> {
    let handed = |draft: &ArticleDraft<'_>| {
        let lines: Vec<&str> = draft.pieces.iter().map(|piece| piece.text.as_ref()).collect();
        handed::found(&lines, told)
    };
    let draft = markup::html(html);
    if handed(&draft).is_none() {
        return draft;
    }
    // The outermost quotation is what is handed on; what that quotes in its turn stays quoted.
    let mut draft = markup::handed_on(html);
    if let Some(HandedOn { to, by, .. }) = handed(&draft) {
        draft.pieces.iter_mut().take(to).for_each(|piece| piece.kind = BlockKind::Furniture);
        draft.byline = by;
    }
    draft
}

fn length(draft: &ArticleDraft<'_>) -> usize {
    draft.pieces.iter().map(|piece| piece.text.len()).sum()
}

/// A mail that only hands something on is about what it hands on.
fn answers_or_article(draft: &mut ArticleDraft<'_>) {
    let bytes = |furniture: bool| -> usize {
        let of = draft.pieces.iter().filter(|piece| (piece.kind == BlockKind::Furniture) == furniture);
        of.map(|piece| piece.text.len()).sum()
    };
    if bytes(false) * 4 < bytes(true) && bytes(true) > 400 {
        let quoted = draft.pieces.iter_mut().filter(|piece| piece.kind == BlockKind::Furniture);
        quoted.for_each(|piece| piece.kind = BlockKind::Paragraph);
        draft
            .notices
            .push("Next to everything in the mail is quoted or handed on; it was read as the text.".to_owned());
    }
}

/// Openings of a subject that say how the mail travelled.
const TRAVELS: [&str; 12] = ["re:", "fwd:", "fw:", "aw:", "wg:", "tr:", "sv:", "vs:", "vl:", "rv:", "antw:", "i:"];

/// Openings of a subject that say that something is handed on.
const HANDS_ON: [&str; 8] = ["fwd:", "fw:", "wg:", "tr:", "rv:", "vl:", "vs:", "i:"];

/// True when a subject says that the mail hands something on.
fn hands_on(subject: &str) -> bool {
    let mut rest = subject.trim();
    while let Some(opening) = opening(rest) {
        if HANDS_ON.contains(&opening) {
            return true;
        }
        rest = rest.get(opening.len()..).unwrap_or_default().trim();
    }
    false
}

/// What the subject begins with that says how the mail travelled.
fn opening(subject: &str) -> Option<&'static str> {
    let begins = |opening: &&&str| subject.get(..opening.len()).is_some_and(|head| head.eq_ignore_ascii_case(opening));
    TRAVELS.iter().find(begins).copied()
}

/// What notices under mails are about, and that they are such, in lower case.
const CONFIDENTIAL: [(&[&str], &[&str]); 4] = [
    (
        &["this e-mail", "this email", "this message", "this communication", "the information contained"],
        &["confidential", "privileged", "intended recipient", "intended only", "intended solely", "legally protected"],
    ),
    (&["diese e-mail", "diese nachricht", "diese mail"], &["vertraulich", "rechtlich geschützt", "richtige adressat"]),
    (&["ce message", "ce courriel", "cet e-mail"], &["confidentiel", "destinataire"]),
    (
        &["este correo", "este mensaje", "esta mensagem", "este e-mail"],
        &["confidencial", "destinatario", "destinatário"],
    ),
];

/// Pieces at a mail's end among which a notice stands.
const FOOT: usize = 8;

/// Marks the notice that a mail program sets under each mail.
fn mark_notice(draft: &mut ArticleDraft<'_>) {
    let about = |piece: &DraftPiece<'_>| {
        let lower = piece.text.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        CONFIDENTIAL.iter().any(|(what, how)| says(what) && says(how))
    };
    for piece in draft.pieces.iter_mut().rev().take(FOOT).filter(|piece| about(piece)) {
        piece.kind = BlockKind::Furniture;
    }
}

fn facts(message: &Message<'_>, draft: &mut ArticleDraft<'_>) {
    let mut subject = message.subject().unwrap_or_default().trim();
    while let Some(opening) = opening(subject) {
        subject = subject.get(opening.len()..).unwrap_or_default().trim();
    }
    for piece in draft.pieces.iter_mut().take(8).filter(|piece| super::head::same(&piece.text, subject)) {
        piece.kind = BlockKind::Headline;
    }
    let shown = draft.pieces.iter().find(|piece| piece.kind == BlockKind::Headline);
    draft.title = shown
        .map(|piece| piece.text.clone().into_owned())
        .or_else(|| Some(subject.to_owned()).filter(|subject| !subject.is_empty()));
    let sender = message.from().and_then(|from| from.first());
    let sent = sender.and_then(|sender| sender.name()).map(|name| named(name).to_owned());
    draft.byline = draft.byline.take().or(sent);
    draft.published = message.date().map(mail_parser::DateTime::to_rfc3339);
}

/// What hangs on a mail: the name and the bytes of each file.
pub(super) fn attached(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let (mail, _) = mailbox::first(bytes);
    let message = MessageParser::default().parse(mail.as_ref());
    let Some(message) = message.filter(|message| !is_page(message)) else { return Vec::new() };
    let named = |part: &MessagePart<'_>| {
        let name = hung(part)?.replace(['/', '\\'], "_");
        let bytes = match &part.body {
            PartType::Message(inner) => inner.raw_message().to_vec(),
            PartType::Text(_)
            | PartType::Html(_)
            | PartType::Binary(_)
            | PartType::InlineBinary(_)
            | PartType::Multipart(_) => part.contents().to_vec(),
        };
        Some((name, bytes))
    };
    message.attachments().filter_map(named).collect()
}

/// What a part that hangs on a mail is called; a mail that was handed on as a whole by its subject.
fn hung(part: &MessagePart<'_>) -> Option<String> {
    let named = part.attachment_name().map(str::to_owned);
    named.or_else(|| {
        let PartType::Message(inner) = &part.body else { return None };
        let subject = inner.subject().unwrap_or_default().trim();
        Some(format!("{}.eml", if subject.is_empty() { "mail" } else { subject }))
    })
}

/// Says what hangs on the mail and was not read.
fn attachments(message: &Message<'_>, draft: &mut ArticleDraft<'_>) {
    let names: Vec<String> = message.attachments().filter_map(hung).take(4).collect();
    if !names.is_empty() {
        draft.notices.push(format!(
            "Attached to the mail and not read: {}; save what is to be checked and open that.",
            names.join(", ")
        ));
    }
}
