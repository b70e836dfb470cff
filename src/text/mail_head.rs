//! How mail programs call the fields of the header that they write above a mail which is answered or handed on, in many languages.

/// How the sender is called, in small letters.
const SENDERS: [&str; 33] = [
    "from",
    "von",
    "de",
    "da",
    "van",
    "från",
    "fra",
    "lähettäjä",
    "od",
    "nadawca",
    "odesílatel",
    "feladó",
    "от",
    "від",
    "mittente",
    "expéditeur",
    "remitente",
    "afzender",
    "avsändare",
    "afsender",
    "kimden",
    "発信者",
    "差出人",
    "发件人",
    "寄件者",
    "보낸 사람",
    "saatja",
    "de la",
    "šalje",
    "pošiljatelj",
    "nuo",
    "no",
    "από",
];

/// How the other fields are called, in small letters.
const OTHERS: [&str; 105] = [
    "sent",
    "date",
    "to",
    "cc",
    "subject",
    "reply-to",
    "gesendet",
    "datum",
    "an",
    "kopie",
    "betreff",
    "antwort an",
    "envoyé",
    "à",
    "objet",
    "enviado",
    "enviado el",
    "fecha",
    "para",
    "asunto",
    "inviato",
    "data",
    "a",
    "oggetto",
    "verzonden",
    "aan",
    "onderwerp",
    "skickat",
    "till",
    "kopia",
    "ämne",
    "sendt",
    "dato",
    "til",
    "kopi",
    "emne",
    "lähetetty",
    "päiväys",
    "vastaanottaja",
    "aihe",
    "kopio",
    "wysłano",
    "do",
    "dw",
    "temat",
    "odesláno",
    "komu",
    "předmět",
    "elküldve",
    "címzett",
    "tárgy",
    "отправлено",
    "дата",
    "кому",
    "копия",
    "тема",
    "assunto",
    "enviada em",
    "gönderildi",
    "kime",
    "konu",
    "tarih",
    "attachments",
    "importance",
    "envoyé le",
    "date d'envoi",
    "saatmisaeg",
    "saadetud",
    "kuupäev",
    "adressaat",
    "saaja",
    "teema",
    "koopia",
    "trimis",
    "către",
    "subiect",
    "poslano",
    "šalje",
    "prima",
    "predmet",
    "odoslané",
    "za",
    "zadeva",
    "išsiųsta",
    "kam",
    "tema",
    "nosūtīts",
    "tēma",
    "στάλθηκε",
    "προς",
    "θέμα",
    "送信日時",
    "宛先",
    "件名",
    "发送时间",
    "收件人",
    "主题",
    "寄件日期",
    "收件者",
    "主旨",
    "보낸 날짜",
    "받는 사람",
    "제목",
    "envoyé par",
    "надіслано",
];

/// Bytes of the name of a header field at most.
const NAME: usize = 30;

/// True for what the sender is called, in small letters.
pub fn is_sender(name: &str) -> bool {
    SENDERS.contains(&name)
}

/// True for what another field of such a header is called, in small letters.
pub fn is_other(name: &str) -> bool {
    OTHERS.contains(&name)
}

/// The name before a colon, in small letters, and what stands behind it, without what mark-up leaves round either; whether anything
/// is called so is not said. `None` for a line that is none, or whose name is longer than any.
pub fn field(line: &str) -> Option<(String, &str)> {
    let (name, value) = line.trim_start_matches(['*', '|', ' ', '\t', '\u{a0}']).split_once([':', '：'])?;
    let name = name.trim_matches(['*', ' ', '\t', '\u{a0}']).to_lowercase();
    (name.len() <= NAME).then(|| (name, value.trim().trim_matches('*').trim()))
}

/// The name in what stands behind the sender's field, without an address and without fields on the same line; `None` where there is no
/// more than an address.
pub fn sender(value: &str) -> Option<String> {
    let name = value.split(['<', '[', '(']).next().unwrap_or_default();
    let name = ["Sent:", "Date:", "To:", "Gesendet:", "Envoyé", "Enviado"]
        .iter()
        .fold(name, |name, next| name.split(next).next().unwrap_or(name));
    let name = name.trim_matches(['"', '\'', '*', ' ', '\u{a0}']);
    (!name.is_empty() && !name.contains('@')).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{field, sender};

    #[test]
    fn a_field_has_a_name_and_words_whatever_mark_up_is_left_round_them() {
        for line in ["From: Tora Lind", "*From:* Tora Lind", " From : *Tora Lind*", "|From: Tora Lind"] {
            assert_eq!(field(line), Some(("from".to_owned(), "Tora Lind")), "{line}");
        }
        assert_eq!(field("What the board said of it on that evening: nothing"), None);
        assert_eq!(sender("\"Tora Lind\" <t@example.org>").as_deref(), Some("Tora Lind"));
        assert_eq!(sender("t@example.org"), None);
        assert_eq!(sender("Tora Lind Sent: Monday To: Desk").as_deref(), Some("Tora Lind"));
    }
}
