//! Mails that answer our questions, as mail programs write them.

use super::*;

const HEAD: &str = "From: Per Hansen <per@lights.example>\nTo: desk@paper.example\nSubject: Re: Questions\nDate: Mon, 04 May 2026 10:00:00 +0000\n";

/// The session with a question about each claim.
fn asking(first: &str, second: &str) -> Session {
    let mut asked = session();
    for (index, question) in [first, second].into_iter().enumerate() {
        let query = claim(&asked, index).record.queries.first();
        if query.is_some_and(|query| query.question == question) {
            continue;
        }
        asked = changed(asked, index, |claim| {
            let query = Query { question: question.to_owned(), ..Query::to_author(&[]) };
            Change::of(claim, &field::QUERIES, |claim| claim.record.queries = vec![query]).unwrap()
        });
    }
    asked
}

/// The page of questions that went out.
fn page(session: &Session) -> String {
    String::from_utf8(export(session, Format::QueriesMail, &Options::default()).unwrap()).unwrap()
}

/// What a mail with `body` answers to the first and the second question, and what is left out.
fn answers(asked: &Session, body: &str) -> ([String; 2], Vec<String>) {
    mailed(asked, &format!("{HEAD}\n{body}"))
}

fn mailed(asked: &Session, mail: &str) -> ([String; 2], Vec<String>) {
    let (session, told) = into(asked.clone(), mail.as_bytes());
    let said = [0, 1].map(|index| claim(&session, index).record.queries[0].answer.clone());
    let left = lines(&told).into_iter().filter(|line| line.starts_with("left: ") || line.starts_with("not taken: "));
    (said, left.collect())
}

/// `text` in lines of at most `width` characters.
fn broken(text: &str, width: usize) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_inclusive(' ') {
        let line = lines.last_mut().unwrap();
        if line.chars().count() + word.trim().chars().count() > width && !line.is_empty() {
            lines.push(word.to_owned());
        } else {
            line.push_str(word);
        }
    }
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n")
}

/// The page quoted as a mail program does, with `answers` below the labels; `marks` before a line of ours and before what is left of one
/// that was broken.
fn quoted(page: &str, width: usize, marks: (&str, &str), answers: [&str; 2]) -> String {
    let mut text = "On 3 May 2026, Mira wrote:\n".to_owned();
    let mut answers = answers.into_iter();
    for line in page.lines() {
        for (at, part) in broken(line, width).lines().chain(line.is_empty().then_some("")).enumerate() {
            text.extend([if at == 0 { marks.0 } else { marks.1 }, part, "\n"]);
        }
        if line.starts_with("Answer:") {
            text.extend(["\n", answers.next().unwrap(), "\n\n"]);
        }
    }
    text
}

#[test]
fn our_lines_are_known_however_a_mail_program_broke_them() {
    let asked = asking(
        "Which oil does it burn, and who in the harbour office says so?",
        "Lit or built, and by whom was that written down?",
    );
    let both = ["Whale oil.".to_owned(), "Lit.\nThe log says so.".to_owned()];
    for width in [18, 30, 72] {
        for marks in [("> ", "> "), (">", ">"), ("> ", ""), (">> ", ">> "), ("MR> ", "MR> "), ("", "")] {
            let text = quoted(&page(&asked), width, marks, ["Whale oil.", "Lit.\nThe log says so."]);
            assert_eq!(answers(&asked, &text), (both.clone(), Vec::new()), "{text}");
        }
    }
    let text = quoted(&page(&asked), 30, ("> ", "> "), ["", "Lit."]);
    assert_eq!(answers(&asked, &text), ([String::new(), "Lit.".to_owned()], Vec::new()));
}

#[test]
fn what_a_mail_program_writes_above_the_quotation_is_no_answer() {
    let asked = asking("Which oil?", "Lit or built?");
    for above in [
        "On Sun, 3 May 2026 at 21:00, Mira Roe <mira@paper.example> wrote:\n",
        "On Sun, May 3, 2026 at 9:00 PM Mira Roe <mira@paper.example>\nwrote:\n",
        "Den sön 3 maj 2026 kl 21:00 skrev Mira Roe <mira@paper.example>:\n",
        "-----Original Message-----\nFrom: Mira Roe\nSent: Sunday, May 3, 2026 9:00 PM\nTo: Per\nSubject: Questions\n",
        "Von: Mira Roe\nGesendet: Sonntag, 3. Mai 2026 21:00\nAn: Per\nBetreff: Questions\n",
    ] {
        for mark in ["> ", ""] {
            let history: String = page(&asked).lines().flat_map(|line| [mark, line, "\n"]).collect();
            let body =
                format!("Which oil? Whale oil,\nall of it.\n\n{above}\n{history}\n{mark}Thank you!\n{mark}Mira\n");
            let (said, left) = answers(&asked, &body);
            assert_eq!(said, ["Whale oil,\nall of it.".to_owned(), String::new()], "{body}");
            assert_eq!(left, Vec::<String>::new(), "{body}");
        }
    }
}

#[test]
fn answers_typed_into_a_mail_without_marks_of_quoting_are_answers() {
    let asked = asking("Which oil?", "Lit or built?");
    let head = "See below.\n\nFrom: Mira Roe <mira@paper.example>\nSent: Sunday, May 3, 2026 9:00 PM\nTo: Per\nSubject: Questions\n\n";
    let typed = |first: &str, second: &str, close: &str| {
        let mut answers = [first, second].into_iter();
        let page = page(&asked);
        let lines = page.lines().map(|line| match line.strip_prefix("Answer:") {
            Some(_) => format!("Answer:{}\n\n", answers.next().unwrap()),
            None => format!("{line}\n\n"),
        });
        format!("{head}{}{close}", lines.collect::<String>())
    };
    let both = ["Whale oil.".to_owned(), "Lit.".to_owned()];
    for (first, second) in [(" Whale oil.", " Lit."), ("\nWhale oil.", "\nLit."), ("\n\nWhale oil.", "\n\nLit.")] {
        assert_eq!(answers(&asked, &typed(first, second, "Best wishes,\nMira\n")).0, both, "{first:?}");
    }
    let close = "Please answer by Friday.\nMira\n";
    let (said, left) = answers(&asked, &typed("", "", close));
    assert_eq!(said, ["", ""]);
    assert!(left.iter().any(|line| line.contains("Please answer by Friday.")), "{left:?}");
    // Below the answer of the last question the mail that was answered goes on.
    assert_eq!(answers(&asked, &typed("", "\nLit.", close)).0, [String::new(), "Lit.".to_owned()]);
}

#[test]
fn what_ends_a_mail_is_no_part_of_the_last_answer() {
    let asked = asking("Which oil?", "Lit or built?");
    for close in [
        "Best wishes,\nPer Hansen\nStaff Writer\n+47 555 01 23\nSent from my iPhone",
        "Best,\nPer",
        "Viele Grüße aus Bergen\nPer Hansen",
        "Mvh Per",
        "Cordialement,\n\nPer Hansen\nRédacteur",
        "Per\n\nVon meinem iPhone gesendet",
        "Sent from Outlook for iOS",
        "-- \nPer Hansen\nWe write about light. We like it.",
        "This email is confidential and may be privileged. If you are not the intended recipient, delete it.\nDo not copy it.",
    ] {
        for text in [
            format!(
                "{}\n{close}\n",
                quoted(&page(&asked), 900, ("> ", "> "), ["Whale oil.", "Lit, I think.\nThanks to Ane."])
            ),
            format!(
                "Which oil? Whale oil.\nLit or built? Lit, I think.\nThanks to Ane.\n\n{close}\n\n{}",
                quoted(&page(&asked), 900, ("> ", "> "), ["", ""])
            ),
        ] {
            let said = ["Whale oil.".to_owned(), "Lit, I think.\nThanks to Ane.".to_owned()];
            assert_eq!(answers(&asked, &text), (said, Vec::new()), "{text}");
        }
    }
    let after = "Best wishes,\nPer\n\nPS: The log of 1872 says the same thing.";
    let text = format!("{}\n{after}\n", quoted(&page(&asked), 900, ("> ", "> "), ["", "Lit."]));
    let (said, left) = answers(&asked, &text);
    assert_eq!(said[1], "Lit.");
    assert!(left.len() == 1 && left[0].contains("below the signature") && left[0].contains("1872"), "{left:?}");
    let weak =
        format!("{}\nThanks,\nPer\n\nP.S. Call me about 1.\n", quoted(&page(&asked), 900, ("> ", "> "), ["", "Lit."]));
    let (said, left) = answers(&asked, &weak);
    assert_eq!((said[1].as_str(), left.len()), ("Lit.", 1), "{left:?}");
    // What reads like the end of a mail may be an answer.
    for answer in
        ["Thanks.\nIn May.", "That is in a confidential message to the council.", "Per Hansen", "- Ane\n- Per"]
    {
        let text = quoted(&page(&asked), 900, ("> ", "> "), ["Whale oil.", &answer.replace(".\n", ".\n\n")]);
        assert_eq!(answers(&asked, &text), (["Whale oil.".to_owned(), answer.to_owned()], Vec::new()), "{text}");
    }
    // The name of whoever answers may be the answer.
    let text = quoted(&page(&asked), 900, ("> ", "> "), ["", "Per Hansen"]);
    assert_eq!(answers(&asked, &text).0[1], "Per Hansen");
}

#[test]
fn an_answer_to_a_question_that_is_asked_about_several_claims_goes_to_none_that_it_does_not_name() {
    let asked = asking("Source?", "Source?");
    let left = |told: &[String]| {
        told.len() == 1 && told[0].contains("which of 2 questions “Source?” it answers is not said: “The log.”")
    };
    for body in [
        "> Source?\n\nThe log.\n",
        "Source? The log.\n",
        "On 3 May 2026, Mira wrote:\n> Source?\n> Answer:\nThe log.\n",
    ] {
        let (said, told) = answers(&asked, body);
        assert_eq!(said, ["", ""], "{body}");
        assert!(left(&told), "{body}\n{told:?}");
    }
    for body in [
        "> 2  It was lit in 1871\n> Source?\nThe log.\n",
        "> It was lit in 1871\n\nThe log.\n",
        "2: The log.\n\n> Source?\n",
    ] {
        assert_eq!(answers(&asked, body), ([String::new(), "The log.".to_owned()], Vec::new()), "{body}");
    }
    let body = "> 1  The lamp burns oil.\n> Source?\nThe keeper.\n> Source?\nThe log.\n";
    let (said, told) = answers(&asked, body);
    assert_eq!((said[0].as_str(), said[1].as_str()), ("The keeper.", ""));
    assert!(left(&told), "{told:?}");
    // Of two one is answered: the other is meant.
    let answered = changed(asked, 0, |claim| {
        Change::of(claim, &field::QUERIES, |claim| claim.record.queries[0].answer = "The keeper.".into()).unwrap()
    });
    assert_eq!(answers(&answered, "> Source?\n\nThe log.\n").0, ["The keeper.".to_owned(), "The log.".to_owned()]);
}

#[test]
fn a_page_of_a_mail_has_its_lines_where_it_breaks_them() {
    let asked = asking("Which oil?", "Lit or built?");
    let paragraph = |words: &str| format!("<p class=MsoNormal>{words}<o:p></o:p></p>\n");
    let head = "<p class=MsoNormal><b>Von:</b> Mira Roe <br>\n<b>Gesendet:</b> Sonntag, 3. Mai 2026 21:00<br>\n<b>An:</b> Per<br>\n<b>Betreff:</b> Questions</p>";
    let ours =
        page(&asked).lines().map(|line| paragraph(if line.is_empty() { "&nbsp;" } else { line })).collect::<String>();
    let top =
        ["Hi Mira,", "&nbsp;", "1: Whale oil.", "Lit or built? Lit.", "&nbsp;", "Best,", "Per"].map(paragraph).concat();
    let inline = ours.replacen("Answer:<", "Answer:<o:p></o:p></p><p class=MsoNormal>Whale oil.<", 1);
    let inline = inline.replacen("Answer:<o:p></o:p></p>\n", "Answer:</p>\n<p class=MsoNormal>Lit.</p>\n", 1);
    let close = ["&nbsp;", "Please answer by Friday.", "Mira"].map(paragraph).concat();
    for (body, said_below) in [(format!("{top}{head}{ours}{close}"), 0), (format!("{head}{inline}{close}"), 1)] {
        let mail = format!("{HEAD}Content-Type: text/html; charset=utf-8\n\n<html><body>{body}</body></html>");
        let (said, left) = mailed(&asked, &mail);
        assert_eq!((said, left.len()), (["Whale oil.".to_owned(), "Lit.".to_owned()], said_below), "{mail}\n{left:?}");
    }
}

#[test]
fn what_was_typed_into_the_quotation_below_a_label_is_its_answer() {
    let asked = asking("Which oil?", "Lit or built?");
    let text = page(&asked).replacen("Answer:", "Answer:\nWhale oil,\nall of it.", 1);
    let quoted: String = text.lines().flat_map(|line| ["> ", line, "\n"]).collect();
    let (said, _) = answers(&asked, &format!("On 3 May 2026, Mira wrote:\n{quoted}>\n> Thank you!\n> Mira\n"));
    assert_eq!(said, ["Whale oil,\nall of it.", ""]);
}

#[test]
fn what_answers_a_later_question_of_the_askers_is_no_answer_to_the_first() {
    let asked = asking("Which oil?", "Lit or built?");
    let (said, left) = answers(&asked, ">>> Which oil?\n>> Whale oil.\n> Since which year?\n1880.\n");
    assert_eq!(said, ["", ""]);
    assert!(left.iter().any(|line| line.contains("1880.")), "{left:?}");
    let (said, left) = answers(&asked, ">>> Which oil?\n>>> Answer:\n>> Whale oil.\n> Since which year?\n1880.\n");
    // Nor is what stands in the history of a mail whose writer nobody names.
    assert!(left[0].contains("whose it is is not said: “Whale oil.”"), "{left:?}");
    assert_eq!((said[0].as_str(), left.len()), ("", 2), "{left:?}");
    assert_eq!(answers(&asked, ">> Which oil?\n>> (My notes say coal.)\nWhale oil.\n").0[0], "Whale oil.");
}

#[test]
fn a_mail_whose_lines_flow_is_read_in_whole_lines() {
    let asked = asking("Which oil does it burn, and who in the harbour office says so?", "Lit or built?");
    let flow = |text: &str| text.replace("harbour ", "harbour \n> ").replace("Answer:\n\n", "Answer:\n\n ");
    let text = quoted(&page(&asked), 900, ("> ", "> "), ["Whale oil, \nand > all of it.\nThat is all.", "Lit."]);
    let mail = format!("{HEAD}Content-Type: text/plain; charset=utf-8; format=flowed\n\n{}-- \nPer\n", flow(&text));
    let said = ["Whale oil, and > all of it.\nThat is all.".to_owned(), "Lit.".to_owned()];
    assert_eq!(mailed(&asked, &mail), (said, Vec::new()), "{mail}");
}
