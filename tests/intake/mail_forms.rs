//! Mails as programs pile and pack them: history under an answer, mail boxes, signatures, encryption.

use super::{blocks, named};

const FIRST: &str = "The ferry line carried fewer people in the year, the board said on Monday.";
const SECOND: &str = "Nobody had asked the islanders what they wanted from it before the summer.";

fn mail(kind: &str, body: &str) -> Vec<u8> {
    format!("From: Tora Lind <t@example.org>\r\nTo: Desk <d@example.org>\r\nSubject: Re: Ferry\r\nDate: Sun, 1 Mar 2026 08:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n{body}").into_bytes()
}

fn text() -> [String; 2] {
    [format!("paragraph: {FIRST}"), format!("paragraph: {SECOND}")]
}

/// The blocks that are no furniture.
fn told(bytes: &[u8]) -> Vec<String> {
    let all = blocks(&named("a.eml", bytes).unwrap());
    all.into_iter().filter(|block| !block.starts_with("furniture")).collect()
}

#[test]
fn an_earlier_mail_below_its_header_is_history_in_any_language() {
    for [from, sent, to, subject] in [
        ["From:", "Sent:", "To:", "Subject:"],
        ["Von:", "Gesendet:", "An:", "Betreff:"],
        ["De :", "Envoyé :", "À :", "Objet :"],
        ["Från:", "Skickat:", "Till:", "Ämne:"],
        ["Od:", "Wysłano:", "Do:", "Temat:"],
        ["Saatja:", "Saatmisaeg:", "Adressaat:", "Teema:"],
        ["От:", "Отправлено:", "Кому:", "Тема:"],
    ] {
        let head = format!(
            "<b>{from}</b> Ines Odal &lt;i@example.org&gt;<br><b>{sent}</b> 1 March 2026 09:00<br><b>{to}</b> Tora<br><b>{subject}</b> Ferry"
        );
        let below = "<p>It cost 42 million crowns, I think.</p><p>The pier is shut as well.</p>";
        for box_ in [
            format!("<div><div style=\"border:none;border-top:solid #E1E1E1 1.0pt\"><p>{head}</p></div></div>{below}"),
            format!("<hr><div id=\"divRplyFwdMsg\">{head}</div><div>{below}</div>"),
        ] {
            let html = mail("text/html; charset=utf-8", &format!("<p>{FIRST}</p><p>{SECOND}</p>{box_}"));
            assert_eq!(told(&html), text(), "{from}");
            let notices = named("a.eml", &html).unwrap().notices;
            assert!(notices.iter().any(|notice| notice.contains("history of the mail")), "{notices:?}");
        }
        let lines =
            format!("{from} Ines Odal <i@example.org>\r\n{sent} 1 March 2026 09:00\r\n{to} Tora\r\n{subject} Ferry");
        let plain = format!("{FIRST}\r\n\r\n{SECOND}\r\n\r\n{lines}\r\n\r\nIt cost 42 million crowns, I think.\r\n");
        assert_eq!(told(&mail("text/plain; charset=utf-8", &plain)), text(), "{from}");
    }
}

#[test]
fn a_mail_box_of_several_mails_says_that_the_first_was_read() {
    let one = |body: &str| String::from_utf8(mail("text/plain", body)).unwrap();
    let (first, second) =
        (one(&format!("{FIRST}\r\n\r\n>From the pier nobody came.\r\n")), one(&format!("{SECOND}\r\n")));
    let mailbox = format!(
        "From t@example.org Sun Mar  1 08:00:00 2026\r\n{first}\r\nFrom i@example.org Sun Mar  1 09:00:00 2026\r\n{second}"
    );
    let taken = named("a.mbox", mailbox.as_bytes()).unwrap();
    assert_eq!(blocks(&taken), [format!("paragraph: {FIRST}"), "paragraph: From the pier nobody came.".to_owned()]);
    assert_eq!(
        taken.notices,
        ["The file is a mail box of 2 mails, and the first was read; save the one that is to be checked by itself."]
    );
}

const ARMOUR: &str =
    "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA1234567890abcdefABCDEFGHIJKL\r\n=abcd\r\n-----END PGP MESSAGE-----\r\n";

#[test]
fn an_encrypted_mail_says_so_and_what_to_do() {
    let parts = format!(
        "--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\n{ARMOUR}\r\n--b--\r\n"
    );
    for (name, bytes) in [
        ("a.eml", mail("text/plain", ARMOUR)),
        ("a.eml", mail("multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b", &parts)),
        (
            "a.eml",
            mail(
                "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64",
                "MIIBAAE=\r\n",
            ),
        ),
        ("a.asc", ARMOUR.as_bytes().to_vec()),
        ("a.txt", ARMOUR.replace('\r', "").into_bytes()),
    ] {
        let error = named(name, &bytes).unwrap_err().to_string();
        assert!(error.contains("it is encrypted; open it in the program that has its key"), "{error}");
    }
    let packed = mail(
        "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64",
        "MIIBAAE=\r\n",
    );
    assert!(named("a.eml", &packed).unwrap_err().to_string().contains("open it in a mail program and copy its text"));
}

#[test]
fn a_signed_text_is_read_without_its_armour() {
    let signed = format!(
        "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA512\r\n\r\n{FIRST}\r\n\r\n- - one bench\r\n\r\n{SECOND}\r\n-----BEGIN PGP SIGNATURE-----\r\n\r\niQEzBAEBCgAdFiEEabc\r\n=AbCd\r\n-----END PGP SIGNATURE-----\r\n"
    );
    for (name, bytes) in [("a.eml", mail("text/plain", &signed)), ("a.txt", signed.as_bytes().to_vec())] {
        let taken = named(name, &bytes).unwrap();
        let [first, second] = text();
        assert_eq!(blocks(&taken), [first, "list_item: - one bench".to_owned(), second], "{name}");
        assert!(taken.notices.iter().any(|notice| notice.contains("signature was not checked")), "{:?}", taken.notices);
    }
    let cut = signed.replace("-----END PGP SIGNATURE-----", "");
    assert!(named("a.txt", cut.as_bytes()).unwrap_err().to_string().contains("ends in the middle"));
    let both = format!("{FIRST}\n\n{}\n{SECOND}\n", ARMOUR.replace('\r', ""));
    let taken = named("a.txt", both.as_bytes()).unwrap();
    assert_eq!(blocks(&taken), text());
    assert!(taken.notices.iter().any(|notice| notice.contains("not read: it is encrypted")), "{:?}", taken.notices);
}
