//! What ends a mail and is no part of what it says: greetings, names, what a program or a lawyer puts below.

use super::line::Line;

/// Words that end a letter, in small letters; a name or a place may follow.
const CLOSINGS: [&str; 64] = [
    "best wishes",
    "best regards",
    "kind regards",
    "warm regards",
    "kindest regards",
    "warmest regards",
    "with best regards",
    "with kind regards",
    "regards",
    "all the best",
    "sincerely",
    "sincerely yours",
    "yours sincerely",
    "yours faithfully",
    "yours truly",
    "cheers",
    "mit freundlichen grüßen",
    "mit freundlichen gruessen",
    "freundliche grüße",
    "viele grüße",
    "liebe grüße",
    "beste grüße",
    "herzliche grüße",
    "schöne grüße",
    "mit besten grüßen",
    "mfg",
    "vg",
    "lg",
    "cordialement",
    "bien cordialement",
    "bien à vous",
    "meilleures salutations",
    "salutations",
    "cordiali saluti",
    "distinti saluti",
    "saluti",
    "un caro saluto",
    "saludos",
    "un saludo",
    "saludos cordiales",
    "atentamente",
    "cumprimentos",
    "atenciosamente",
    "abraços",
    "met vriendelijke groet",
    "met vriendelijke groeten",
    "vriendelijke groeten",
    "hartelijke groet",
    "groeten",
    "groet",
    "mvh",
    "vh",
    "med vänlig hälsning",
    "med vänliga hälsningar",
    "vänliga hälsningar",
    "hälsningar",
    "med vennlig hilsen",
    "vennlig hilsen",
    "med venlig hilsen",
    "venlig hilsen",
    "hilsen",
    "ystävällisin terveisin",
    "terveisin",
    "pozdrawiam",
];

/// Words that begin a letter, in small letters; a name follows.
const GREETINGS: [&str; 30] = [
    "hi",
    "hello",
    "hey",
    "dear",
    "hallo",
    "liebe",
    "lieber",
    "guten",
    "sehr",
    "moin",
    "bonjour",
    "bonsoir",
    "salut",
    "cher",
    "chère",
    "hola",
    "estimada",
    "estimado",
    "ciao",
    "buongiorno",
    "gentile",
    "beste",
    "dag",
    "hej",
    "hei",
    "kära",
    "kjære",
    "kære",
    "olá",
    "cześć",
];

/// Words that may end a letter, and may begin an answer.
const PERHAPS: [&str; 16] = [
    "thanks",
    "thank you",
    "many thanks",
    "thanks again",
    "thx",
    "best",
    "danke",
    "vielen dank",
    "merci",
    "gracias",
    "grazie",
    "bedankt",
    "tack",
    "takk",
    "tak",
    "kiitos",
];

/// What programs on telephones write below a mail, in small letters: how the line begins, and a word in it.
const DEVICES: [(&str, &str); 20] = [
    ("sent from my", ""),
    ("sent from", "mobile"),
    ("sent from", " for "),
    ("sent via", ""),
    ("sent with", ""),
    ("get outlook for", ""),
    ("von meinem", "gesendet"),
    ("gesendet von", ""),
    ("gesendet mit", ""),
    ("outlook für", ""),
    ("envoyé de mon", ""),
    ("envoyé depuis", ""),
    ("télécharger outlook", ""),
    ("enviado desde", ""),
    ("enviado do meu", ""),
    ("inviato da", ""),
    ("verstuurd vanaf", ""),
    ("verzonden vanaf", ""),
    ("skickat från", ""),
    ("sendt fra", ""),
];

/// How a notice calls the mail that it is for nobody else to read, and what it says of it, in small letters: one of each row.
const NOTICE: [&[&str]; 2] = [
    &[
        "this e-mail",
        "this email",
        "this message",
        "this communication",
        "diese e-mail",
        "diese email",
        "diese nachricht",
        "ce message",
        "ce courriel",
        "este mensaje",
        "este correo",
        "questo messaggio",
        "questa e-mail",
        "dit bericht",
        "deze e-mail",
        "detta meddelande",
        "detta mejl",
        "denne e-post",
        "denne mail",
        "denne meddelelse",
        "tämä viesti",
        "esta mensagem",
    ],
    &[
        "confidential",
        "privileged",
        "intended",
        "vertraulich",
        "confidentiel",
        "confidencial",
        "riservat",
        "vertrouwelijk",
        "konfidentiell",
        "fortrolig",
        "luottamuksellinen",
    ],
];

/// Words from which on a line that ends like a sentence is one.
const SENTENCE: usize = 2;

/// Words of a name or a place behind a closing at most.
const BEHIND: usize = 4;

/// True for the line that a letter begins with: `Hi Anna,`.
pub(super) fn is_greeting(words: &str) -> bool {
    let lower = words.trim().to_lowercase();
    let bare = lower.trim_end_matches([',', '!', '.', ':', ';']);
    let mut told = bare.split_whitespace();
    told.next().is_some_and(|first| GREETINGS.contains(&first)) && told.count() < BEHIND
}

/// How many of `lines`, which somebody called `by` wrote last, stand above the signature; and the sentences below it.
pub(super) fn cut(lines: &[Line], by: Option<&str>) -> (usize, Vec<String>) {
    let rest = |at: usize| lines.get(at..).unwrap_or_default();
    let Some(start) = (0..lines.len()).find(|at| begins(lines, *at, by)) else { return (lines.len(), Vec::new()) };
    // What is below two dashes, or below a notice, is nothing that was written to us, whatever it says.
    let is_marked = |line: &Line| line.words.trim_end() == "--" || is_notice(&line.words);
    let below = rest(start).iter().enumerate().take_while(|(at, line)| start + at == 0 || !is_marked(line));
    let said = below.filter(|(_, line)| is_sentence(&line.words) && !is_device(&line.words));
    (start, said.map(|(_, line)| line.words.trim().to_owned()).collect())
}

/// True when the signature begins at the line `at`.
fn begins(lines: &[Line], at: usize, by: Option<&str>) -> bool {
    let Some(line) = lines.get(at).filter(|line| !line.is_blank()) else { return false };
    let words = line.words.trim();
    let is_apart = at.checked_sub(1).and_then(|before| lines.get(before)).is_none_or(Line::is_blank);
    if words == "--" || is_device(words) || is_apart && is_notice(words) || closes(words, &CLOSINGS, by) {
        return true;
    }
    // A word of thanks may begin an answer as well, and a name be one: nothing that says anything follows.
    let below = lines.get(at + 1..).unwrap_or_default().iter().map(|line| line.words.trim());
    let mut below = below.take_while(|words| !is_postscript(words) && !is_notice(words) && *words != "--");
    let may_close = is_apart && closes(words, &PERHAPS, by) || is_apart && at > 0 && is_name(words, by);
    may_close && !below.any(|words| is_sentence(words) && !is_device(words))
}

/// True for one of `closings`, alone or with a name or a place behind it.
fn closes(words: &str, closings: &[&str], by: Option<&str>) -> bool {
    let lower = words.to_lowercase().replace("ß", "ss");
    closings.iter().any(|closing| {
        let Some(rest) = lower.strip_prefix(&closing.replace("ß", "ss")) else { return false };
        let behind = rest.trim_matches([',', '.', '!', ' ', '-', '–', '—']);
        let told: Vec<&str> = behind.split_whitespace().collect();
        let place = ["from", "aus", "von", "de", "från", "fra", "uit", "da"];
        let is_place = told.len() <= BEHIND && told.first().is_some_and(|first| place.contains(first));
        // Who wrote it is not always known: then it is a name that stands behind a comma and begins with a capital.
        let mut name = words.split_whitespace().skip(closing.split_whitespace().count());
        let is_anybody = by.is_none() && rest.starts_with(',') && told.len() <= BEHIND;
        let is_named = is_name(behind, by) || is_anybody && name.all(|word| word.starts_with(char::is_uppercase));
        behind.is_empty() || rest.starts_with([',', ' ', '!', '.']) && (is_place || is_named)
    })
}

/// True for the name of whoever wrote the mail, or a part of it.
fn is_name(words: &str, by: Option<&str>) -> bool {
    let parts = |text: &str| -> Vec<String> {
        let parts = text.split(|one: char| !one.is_alphanumeric()).filter(|part| !part.is_empty());
        parts.map(str::to_lowercase).collect()
    };
    let (told, name) = (parts(words), parts(by.unwrap_or_default()));
    !told.is_empty() && told.iter().all(|part| name.contains(part))
}

/// `Sent from my telephone`, in whatever language.
fn is_device(words: &str) -> bool {
    let lower = words.trim().trim_start_matches(['<', '(', '[']).to_lowercase();
    let is_short = lower.split_whitespace().count() < 12;
    is_short && DEVICES.iter().any(|(begin, within)| lower.starts_with(begin) && lower.contains(within))
}

/// The notice that a mail is for nobody else.
fn is_notice(words: &str) -> bool {
    let lower = words.to_lowercase();
    NOTICE.iter().all(|row| row.iter().any(|word| lower.contains(word)))
}

/// `P.S.`, and what follows.
fn is_postscript(words: &str) -> bool {
    let mut told = words.split_whitespace();
    let first: String = told.next().unwrap_or_default().chars().filter(|one| one.is_alphabetic()).collect();
    first.eq_ignore_ascii_case("ps") && told.next().is_some()
}

/// True for a line that says something in a sentence.
fn is_sentence(words: &str) -> bool {
    let words = words.trim();
    is_postscript(words) || words.split_whitespace().count() >= SENTENCE && words.ends_with(['.', '?', '!', '…', ';'])
}
