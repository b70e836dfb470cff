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
    assert!(!output.status.success() && said.contains("pier.pdf: it can't be read as PDF: it is damaged"), "{said}");
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
    assert!(!told(&["--help"]).contains("read-pdf"));
}
