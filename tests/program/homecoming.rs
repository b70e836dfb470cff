//! What comes home by command: told for what it is, taken back as one, and a copy sent to the command that takes it.

use std::fs;
use std::sync::Arc;

use factdesk::review::Stamp;
use factdesk::store::format;
use serde_json::Value;

use crate::exchange::Home;

/// The lines of the table of claims, with some words of them changed.
fn edited(home: &Home, changes: &[(&str, &str)]) {
    let mut table = home.told(&["export", "ferry", "--to", "csv"]);
    for (from, to) in changes {
        assert!(table.contains(from), "{from}: {table}");
        table = table.replacen(from, to, 1);
    }
    home.put("edited.csv", &table);
}

const THIRD: &str = "\"3\",\"k0000003\",\"verified\",\"verified\"";
const OPEN: &str = "\"7\",\"k0000007\",\"unchecked\",\"\"";

#[test]
fn an_import_is_one_step_for_the_undo() {
    let home = Home::new();
    let before = home.session();
    edited(&home, &[(THIRD, &THIRD.replace("\"verified\",\"verified\"", "\"verified\",\"unknown\""))]);
    home.told(&["import", "ferry", "edited.csv"]);
    home.put("more.csv", "id,note,tags\nk0000001,Seen.,one\nk0000002,Seen too.,two\n");
    home.told(&["import", "ferry", "more.csv"]);
    let mut session = format::parse(&fs::read(home.path().join("ferry.factdesk.json")).unwrap()).unwrap().session;
    let undone = session.undo(&Arc::from("mira"), &Stamp::from("2030-01-01T00:00:00Z")).unwrap();
    assert_eq!(undone.len(), 4, "{undone:?}");
    session.undo(&Arc::from("mira"), &Stamp::from("2030-01-01T00:00:01Z")).unwrap();
    let now: Value = serde_json::from_slice(&format::print(&session)).unwrap();
    assert_eq!(now["claims"], before["claims"]);
}

#[test]
fn what_is_taken_only_in_part_is_counted_and_makes_the_command_fail() {
    let home = Home::new();
    home.put("part.csv", "id,note,fate\nk0000002,Seen.,gone\n");
    let output = home.run(&["import", "ferry", "part.csv", "--from", "ole"]);
    let (told, said) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(told.contains("1 changed, 0 added (1 only in part), 0 as they were, 0 left out"), "{told}");
    assert!(said.contains("1 can be taken in only in part; all else is in the session"), "{said}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn cells_that_are_not_read_back_are_said() {
    let home = Home::new();
    edited(&home, &[(OPEN, &OPEN.replace("\"\"", "\"probably\""))]);
    let output = home.run(&["import", "ferry", "edited.csv"]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("left out: “probably” is no verdict"), "{told}");
    edited(&home, &[("\"143\",\"176\"", "\"7\",\"176\"")]);
    let output = home.run(&["import", "ferry", "edited.csv"]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("the column start is not read back") && output.status.code() == Some(1), "{told}");
}

#[test]
fn a_copy_of_the_session_is_merged_by_name_and_an_import_of_one_says_so() {
    let home = Home::new();
    let file = fs::read(home.path().join("ferry.factdesk.json")).unwrap();
    home.put("copy.factdesk.json", &String::from_utf8(file).unwrap());
    home.told(&["mark", "copy", "7", "disputed", "--reviewer", "ole"]);
    let told = home.told(&["merge", "ferry", "copy"]);
    assert!(told.contains("ole"), "{told}");
    assert_eq!(home.session()["claims"][6]["verdict"], "disputed");
    let output = home.run(&["merge", "ferry", "ferry"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("that is OURS itself"), "{said}");
    let output = home.run(&["merge", "ferry", "nobody"]);
    assert!(
        String::from_utf8(output.stderr).unwrap().contains("there is no such session; see factdesk list: nobody in ")
    );
    let text = home.session()["article"]["text"].as_str().unwrap().to_owned();
    home.put("next.txt", &(text + "\nThe pier is new.\n"));
    home.told(&["redraft", "copy", "next.txt"]);
    let output = home.run(&["import", "ferry", "copy.factdesk.json"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("a copy of this session") && said.contains("factdesk merge"), "{said}");
}
