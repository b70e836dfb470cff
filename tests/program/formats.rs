//! What is read, and PDFs, which the program reads by asking itself.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "helpers of a test, where a panic is the report, and its own files"
)]

use std::fs;
use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_factdesk")).env_clear().env("HOME", "/nonexistent").args(args).output().unwrap()
}

/// A PDF without a table of its objects, as a broken program writes it: its reader looks for them.
const PDF: &str = "%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj
4 0 obj << /Length 66 >> stream
BT /F1 10 Tf 60 700 Td (The pier has been shut since May.) Tj ET  
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
trailer << /Root 1 0 R >>
";

#[test]
fn a_pdf_is_read_by_a_process_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pier.pdf");
    fs::write(&path, PDF).unwrap();
    let output = run(&["sentences", path.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("The pier has been shut since May."), "{said}{}", String::from_utf8_lossy(&output.stderr));
    fs::write(&path, "%PDF-1.4\nnothing").unwrap();
    let output = run(&["sentences", path.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        !output.status.success()
            && said.contains("it can't be read as PDF: it is damaged")
            && said.trim_end().ends_with("pier.pdf"),
        "{said}"
    );
}

#[test]
fn formats_are_listed_from_one_table() {
    let told = |args: &[&str]| String::from_utf8(run(args).stdout).unwrap();
    let json: serde_json::Value = serde_json::from_str(&told(&["formats", "--json"])).unwrap();
    let names: Vec<&str> = json.as_array().unwrap().iter().map(|format| format["name"].as_str().unwrap()).collect();
    let (text, table) = (told(&["formats"]), told(&["formats", "--markdown"]));
    for name in names {
        assert!(text.contains(name) && table.contains(&format!("| {name} |")), "{name}");
    }
    assert!(include_str!("../../docs/scripts.md").contains(&table), "the table in docs is factdesk formats --markdown");
    assert!(!told(&["--help"]).contains("read-pdf") && !told(&["--help"]).contains("index-evidence"));
}

/// A mail with these words and these files.
fn mail(words: &str, files: &[(&str, &str)]) -> String {
    let part = |name: &str, text: &str| {
        format!(
            "--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename={name}\r\n\r\n{text}\r\n"
        )
    };
    let hung: String = files.iter().map(|(name, text)| part(name, text)).collect();
    format!(
        "From: Tora Lind <t@example.org>\r\nTo: Desk <d@example.org>\r\nSubject: Draft\r\nDate: Sun, 1 Mar 2026 08:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{words}\r\n{hung}--b--\r\n"
    )
}

#[test]
fn the_draft_that_hangs_on_a_mail_is_read_where_the_mail_says_next_to_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mail.eml");
    let draft = "# The pier is shut\r\n\r\nThe pier at the north quay has been shut since the storm in May, the harbour board said on Monday. It has 23 planks left of 400, and nobody says for how long it will be shut.\r\n";
    let read = |text: String| {
        fs::write(&path, text).unwrap();
        let output = run(&["claims", path.to_str().unwrap(), "--json"]);
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        json["article"]["text"].as_str().unwrap().to_owned()
    };
    let one = read(mail("Here is the draft.", &[("pier.md", draft), ("card.vcf", "BEGIN:VCARD")]));
    assert!(one.starts_with("The pier is shut\n\nThe pier at"), "{one}");
    let two = read(mail("Which of them?", &[("a.md", draft), ("b.md", draft)]));
    assert!(two.starts_with("Which of them?"), "{two}");
    let sessions = folder.path().join("sessions");
    let told = |text: String| {
        fs::write(&path, text).unwrap();
        let output = run(&["new", path.to_str().unwrap(), "--sessions", sessions.to_str().unwrap()]);
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let said = told(mail("Here is the draft.", &[("pier.md", draft)]));
    assert!(said.contains("The mail has no article of its own; pier.md, which hangs on it, was read."), "{said}");
    let said = told(mail("Which of them?", &[("a.md", draft), ("b.md", draft)]));
    assert!(said.contains("The mail has no article of its own, and more than one hangs on it: a.md, b.md."), "{said}");
}
