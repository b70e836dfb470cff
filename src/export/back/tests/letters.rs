//! Answers that stand in the mails which a mail carries, or that somebody put into a document under their name.

use super::*;
use crate::review::QueryStatus;

const HEAD: &str = "From: Per Hansen <per@lights.example>\nTo: desk@paper.example\nSubject: Re: Questions\nDate: Mon, 04 May 2026 10:00:00 +0000\n\n";

/// The session with a question about each claim, `question` about the first.
fn asking(question: &str) -> Session {
    changed(session(), 0, |claim| {
        let query = Query { question: question.to_owned(), ..Query::to_author(&[]) };
        Change::of(claim, &field::QUERIES, |claim| claim.record.queries = vec![query]).unwrap()
    })
}

/// The answers to both questions, each with who gave it and when.
fn given(session: &Session) -> [[String; 3]; 2] {
    [0, 1].map(|index| {
        let query = claim(session, index).record.queries[0].clone();
        [query.answer, query.answered_by, query.answered_at]
    })
}

fn both(first: [&str; 3], second: [&str; 3]) -> [[String; 3]; 2] {
    [first.map(str::to_owned), second.map(str::to_owned)]
}

#[test]
fn what_is_handed_on_is_of_whoever_wrote_it_and_not_of_whoever_hands_it_on() {
    let inline = "> Which oil?\nWhale oil.\n> Lit or built?\n\nLit.\n";
    let below = "Which oil?\nAnswer:\n\nLit or built?\nAnswer:\n";
    let asked = "\n\nFrom: Mira Roe\nSent: Friday, May 1, 2026 9:00 AM\nTo: Ida Moe\nSubject: Questions\n\n";
    let typed = below.replacen("Answer:", "Answer: Whale oil.", 1).replace("Answer:\n", "Answer: Lit.\n");
    for head in [
        "---------- Forwarded message ---------\nFrom: Ida Moe <ida@union.example>\nDate: Sun, 3 May 2026 at 16:00\nSubject: Re: Questions\nTo: Per\n\n",
        "-----Original Message-----\nFrom: Ida Moe\nSent: Sunday, May 3, 2026 4:00 PM\nTo: Per\nSubject: RE: Questions\n\n",
        "Von: Ida Moe\nGesendet: Sonntag, 3. Mai 2026 16:00\nAn: Per\nBetreff: AW: Questions\n\n",
        "Begin forwarded message:\n\nFrom: Ida Moe <ida@union.example>\nDate: 3 May 2026 at 16:00:00 CEST\nTo: Per\n\n",
    ] {
        for mail in [inline.to_owned(), format!("See below.{asked}{typed}")] {
            let (session, told) =
                into(asking("Which oil?"), format!("{HEAD}FYI, from Ida.\n\n{head}{mail}").as_bytes());
            let hers = both(["Whale oil.", "Ida Moe", "2026-05-03"], ["Lit.", "Ida Moe", "2026-05-03"]);
            assert_eq!(given(&session), hers, "{head}{mail}\n{told:?}");
        }
    }
}

#[test]
fn what_was_typed_into_a_mail_without_marks_is_of_its_writer_where_that_mail_is_handed_on() {
    let typed = "Which oil?\n\nWhale oil.\n\nLit or built?\n\nLit.\n";
    let (handed, answered) = (HEAD.replace("Re: Questions", "Fwd: Questions"), HEAD.to_owned());
    let from =
        |name: &str| format!("From: {name}\nSent: Sunday, May 3, 2026 4:00 PM\nTo: Per\nSubject: Questions\n\n{typed}");
    let forward = "---------- Forwarded message ---------\nFrom: Ida Moe <ida@union.example>\nDate: Sun, 3 May 2026 at 16:00\nTo: Per\n\n";
    for (mail, whose) in [
        (format!("{handed}{forward}{typed}"), ["Ida Moe", "2026-05-03"]),
        (format!("{answered}FYI.\n\n{forward}{typed}"), ["Ida Moe", "2026-05-03"]),
        (format!("{handed}FYI.\n\n{}", from("Ida Moe")), ["Ida Moe", "2026-05-03"]),
        // Whoever answers us types into what we wrote.
        (format!("{answered}{}", from("Mira Roe")), ["Per Hansen", "2026-05-04"]),
    ] {
        let (session, told) = into(asking("Which oil?"), mail.as_bytes());
        let [by, day] = whose;
        assert_eq!(given(&session), both(["Whale oil.", by, day], ["Lit.", by, day]), "{mail}\n{told:?}");
    }
}

#[test]
fn an_answer_in_the_history_of_a_mail_comes_in_under_the_name_and_day_of_its_own_mail() {
    let first = "On Fri, 1 May 2026 at 9:00, Mira Roe <mira@paper.example> wrote:\n> Which oil?\n\nWhale oil.\n\n> Lit or built?\n\nBest,\nPer\n";
    let quote = |text: &str| text.lines().flat_map(|line| ["> ", line, "\n"]).collect::<String>();
    let asked_again = format!(
        "Thanks. Are you sure?\n\nOn Sat, 2 May 2026 at 11:00, Per Hansen <per@lights.example> wrote:\n{}",
        quote(first)
    );
    let second = format!(
        "On Sun, 3 May 2026 at 10:00, Mira Roe wrote:\n{}",
        quote(&asked_again).replace("> > > Lit or built?\n", "> > > Lit or built?\n\nLit.\n")
    );
    let (session, told) = into(asking("Which oil?"), format!("{HEAD}{second}").as_bytes());
    let his = both(["Whale oil.", "Per Hansen", "2026-05-02"], ["Lit.", "Per Hansen", "2026-05-04"]);
    assert_eq!(given(&session), his, "{second}\n{told:?}");
    // It is no news the second time, and what he says now is what counts.
    let (again, _) = into(session.clone(), format!("{HEAD}{second}").as_bytes());
    assert_eq!(given(&again), his);
    let newer = second.replace("> > > Which oil?\n", "> > > Which oil?\n\nSeal oil.\n");
    let (session, told) = into(asking("Which oil?"), format!("{HEAD}{newer}").as_bytes());
    assert_eq!(given(&session)[0][0], "Seal oil.", "{told:?}");
    assert_eq!(remarks(&session, 0), []);
    // Sent by somebody else, it is still his.
    let forwarded =
        format!("{HEAD}{second}").replace("From: Per Hansen <per@lights.example>", "From: Ole <ole@paper.example>");
    let (session, _) = into(asking("Which oil?"), forwarded.as_bytes());
    assert_eq!(given(&session)[0], ["Whale oil.", "Per Hansen", "2026-05-02"]);
    // What whoever asks wrote below her own questions is no answer.
    let reminder = "On Sun, 3 May 2026, Mira wrote:\n> Please look at these:\n>\n> On Fri, 1 May 2026, Mira wrote:\n>> Which oil?\n> I need this one today.\n>> Lit or built?\n";
    let (session, _) = into(asking("Which oil?"), format!("{HEAD}{reminder}").as_bytes());
    assert_eq!(given(&session), both(["", "", ""], ["", "", ""]));
}

#[test]
fn an_answer_below_the_header_of_whoever_asks_is_put_into_nobodys_mouth() {
    let head = HEAD.replace("To: desk@paper.example", "To: Mira Roe <mira@paper.example>");
    let asked = "-----Original Message-----\nFrom: Mira Roe\nSent: Sunday, May 3, 2026 4:00 PM\nTo: Per\nSubject: Questions\n\n> Which oil?\nWhale oil.\n";
    let (session, told) = into(asking("Which oil?"), format!("{head}{asked}").as_bytes());
    assert_eq!(given(&session)[0], ["", "", ""], "{told:?}");
    assert!(lines(&told).iter().any(|line| line.contains("whose it is is not said: “Whale oil.”")), "{told:?}");
}

/// The document of questions, `edit`ed.
fn document(asked: &Session, edit: impl Fn(&str) -> String) -> Vec<u8> {
    rewritten(&export(asked, Format::QueriesDocx, &Options::default()).unwrap(), "word/document.xml", edit)
}

#[test]
fn an_answer_that_was_put_in_as_a_tracked_change_is_of_whoever_put_it_in() {
    let asked = asking("Which oil?");
    let put = |by: &str, day: &str, words: &str| {
        format!(
            "<w:ins w:id=\"5\" w:author=\"{by}\" w:date=\"{day}T10:00:00Z\"><w:r><w:t>{words}</w:t></w:r></w:ins></w:p>"
        )
    };
    let bytes = document(&asked, |xml| {
        let label = "Answer: </w:t></w:r></w:p>";
        assert!(xml.contains(label), "{xml}");
        let ahead = label.trim_end_matches("</w:p>");
        let one = xml.replacen(label, &format!("{ahead}{}", put("Nora Quist", "2026-05-03", "Whale oil.")), 1);
        one.replacen(label, &format!("{ahead}{}", put("Ida Moe", "2026-05-04", "Lit.")), 1)
    });
    let (session, told) = into(asked.clone(), &bytes);
    let theirs = both(["Whale oil.", "Nora Quist", "2026-05-03"], ["Lit.", "Ida Moe", "2026-05-04"]);
    assert_eq!(given(&session), theirs, "{told:?}");
    // What stands there without a change is not theirs, whatever they put behind it.
    let mixed = document(&asked, |xml| {
        xml.replacen(
            "Answer: </w:t></w:r></w:p>",
            &format!("Answer: Whale</w:t></w:r>{}", put("Ida Moe", "2026-05-04", " oil.")),
            1,
        )
    });
    assert_eq!(given(&into(asked, &mixed).0)[0][..2], ["Whale oil.", ""]);
}

#[test]
fn a_comment_on_a_question_answers_it_and_one_on_the_claim_is_a_remark() {
    let asked = asking("Which oil?");
    let bytes = document(&asked, |xml| {
        let on = |xml: String, id: &str, words: &str| {
            let (ahead, rest) = xml.split_at(xml.find(&format!("{words}<")).unwrap());
            let (ahead, run) = ahead.split_at(ahead.rfind("<w:r>").unwrap());
            let (words, behind) = rest.split_once("</w:r>").unwrap();
            let (start, end) =
                (format!("<w:commentRangeStart w:id=\"{id}\"/>"), format!("<w:commentRangeEnd w:id=\"{id}\"/>"));
            format!("{ahead}{start}{run}{words}</w:r>{end}{behind}")
        };
        let xml = on(xml.to_owned(), "1", "Which oil?");
        let xml = on(xml, "2", "It was lit in 1871");
        on(xml, "3", "Questions: Lighthouse sold")
    });
    let comment = |id: &str, by: &str, words: &str| {
        format!(
            "<w:comment w:id=\"{id}\" w:author=\"{by}\" w:date=\"2026-05-03T10:00:00Z\"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>"
        )
    };
    let all = [
        comment("1", "Nora", "Whale oil."),
        comment("2", "Ida", "1869."),
        comment("3", "Nora", "Sorry for the delay."),
    ];
    let bytes = added(&bytes, "word/comments.xml", &format!("<w:comments>{}</w:comments>", all.concat()));
    let (session, told) = into(asked.clone(), &bytes);
    assert_eq!(given(&session)[0], ["Whale oil.", "Nora", "2026-05-03"], "{told:?}");
    assert_eq!(claim(&session, 0).record.queries[0].state(), QueryStatus::Answered);
    assert_eq!(remarks(&session, 1), [("Ida".to_owned(), "1869.".to_owned())]);
    assert_eq!(given(&session)[1][0], "");
    let left: Vec<String> = lines(&told).into_iter().filter(|line| line.starts_with("left: ")).collect();
    assert_eq!(left, ["left: it is about none of the questions: “Sorry for the delay.”"]);
    // One of those who ask answers nothing.
    let ours = marked(asked, 0, &Verdict::Verified);
    let bytes = rewritten(&bytes, "word/comments.xml", |xml| xml.replace("Nora", "Kari"));
    let (session, _) = into(ours, &bytes);
    assert_eq!((given(&session)[0][0].as_str(), remarks(&session, 0).len()), ("", 1));
}

#[test]
fn the_end_of_a_letter_is_no_answer_in_a_document_either_and_signs_alone_answer_nothing() {
    let asked = asking("Which oil?");
    let paragraph = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let closed = document(&asked, |xml| {
        let end = xml.rfind("<w:sectPr").or_else(|| xml.rfind("</w:body>")).unwrap();
        let close = ["", "Best, Nora", "PS: The title is wrong, too."].map(paragraph).concat();
        let (ahead, behind) = xml.split_at(end);
        format!("{ahead}{close}{behind}")
    });
    let (session, told) = into(asked.clone(), &closed);
    assert_eq!(given(&session), both(["", "", ""], ["", "", ""]), "{told:?}");
    assert!(lines(&told).iter().any(|line| line.contains("PS: The title is wrong, too.")), "{told:?}");
    for signs in ["?", "-", "…", "–"] {
        let (session, told) =
            into(asked.clone(), &document(&asked, |xml| xml.replacen("Answer: ", &format!("Answer: {signs}"), 1)));
        assert!(claim(&session, 0).record.queries[0].is_open(), "{signs}");
        assert_eq!(lines(&told), [format!("left: “{signs}” says nothing; it is no answer")]);
    }
}

#[test]
fn a_passage_that_is_quoted_in_an_answer_is_of_the_answer() {
    let mail = format!(
        "{HEAD}> Which oil?\nThe log says:\n> whale oil, of the best\non page 12.\n> Lit or built?\nLit.\n> Thank you!\n> Mira\n"
    );
    let (session, told) = into(asking("Which oil?"), mail.as_bytes());
    let said = given(&session).map(|[answer, ..]| answer.replace('\n', " "));
    assert_eq!(said, ["The log says: whale oil, of the best on page 12.", "Lit."], "{told:?}");
}

#[test]
fn what_a_third_one_wrote_below_our_questions_is_theirs_whoever_quotes_it() {
    let hers = both(["Whale oil.", "Ida Moe", "2026-05-03"], ["Lit.", "Ida Moe", "2026-05-03"]);
    let to_all =
        HEAD.replace("To: desk@paper.example", "To: Ida Moe <ida@union.example>\nCc: Mira Roe <m@paper.example>");
    let answered = "Which oil?\n\nWhale oil.\n\nLit or built?\nAnswer: Lit.\n\nBest,\nIda\n";
    let quoted: String = answered.lines().flat_map(|line| ["> ", line, "\n"]).collect();
    let outlook = "From: Ida Moe\nSent: Sunday, May 3, 2026 4:00 PM\nTo: Per\nSubject: RE: Questions\n\n";
    for (head, history) in [
        (HEAD, format!("On Sun, 3 May 2026 at 16:00, Ida Moe <ida@union.example> wrote:\n{quoted}")),
        (HEAD, format!("Am 03.05.2026 um 16:00 schrieb Ida Moe <ida@union.example>:\n\n{quoted}")),
        (&to_all, format!("On Sun, 3 May 2026 at 16:00, Ida Moe <ida@union.example> wrote:\n{quoted}")),
        (HEAD, format!("{outlook}{answered}")),
        (HEAD, format!("{outlook}1: Whale oil.\n2: Lit.\n\nBest,\nIda\n\nWhich oil?\n\nLit or built?\n")),
    ] {
        let (session, told) = into(asking("Which oil?"), format!("{head}I agree.\n\n{history}").as_bytes());
        assert_eq!(given(&session), hers, "{history}\n{told:?}");
        let left: Vec<String> = lines(&told).into_iter().filter(|line| line.starts_with("left")).collect();
        assert_eq!(left, ["left: which question it answers is not said: “I agree.”"], "{history}");
    }
    // What those who ask wrote there answers nothing.
    let asked = "On Sun, 3 May 2026 at 16:00, Mira Roe wrote:\n> Which oil?\n> We need it today.\n>\n> Lit or built?\n> Thanks!\n";
    let (session, told) = into(asking("Which oil?"), format!("{HEAD}1: Whale oil.\n\n{asked}").as_bytes());
    assert_eq!(given(&session), both(["Whale oil.", "Per Hansen", "2026-05-04"], ["", "", ""]), "{told:?}");
    assert!(!lines(&told).iter().any(|line| line.starts_with("left")), "{told:?}");
}

#[test]
fn what_a_third_one_wrote_in_what_is_quoted_is_told_where_nothing_says_what_it_answers_or_whose_it_is() {
    let head = "See what Ida wrote.\n\n-----Original Message-----\nFrom: Ida Moe <ida@union.example>\nSent: 3 May 2026 12:00\nTo: Per\n";
    let page = "Which oil?\n\nLit or built?\n";
    for (history, said) in [
        (
            format!("{head}Subject: RE: Questions\n\nHi Per,\n\nWhale oil for the first.\n\nBest,\nIda\n\n{page}"),
            "it stands in what is quoted, by Ida Moe, 2026-05-03; which question it answers is not said: “Whale oil for the first.”",
        ),
        (
            format!("{head}Subject: Questions\n\n{}", page.replace("oil?\n", "oil?\n\nWhale oil.\n")),
            "it stands in the mail by Ida Moe, 2026-05-03, and whose it is is not said: “Whale oil.”",
        ),
    ] {
        let (session, told) = into(asking("Which oil?"), format!("{HEAD}{history}").as_bytes());
        assert_eq!(given(&session), both(["", "", ""], ["", "", ""]), "{told:?}");
        assert!(lines(&told).contains(&format!("left: {said}")), "{history}\n{:?}", lines(&told));
    }
}
