//! Blocks are cut into sentences as a newsroom reader would cut them.

mod english;
mod languages;
mod laws;
mod lists;

use factdesk::propose::split;

/// Checks texts in which a bar marks every place where a sentence ends; a bar with blanks around it stands for one blank.
fn cuts(language: &str, cases: &[&str]) {
    let wrong: Vec<String> = cases.iter().filter_map(|case| differs(language, case)).collect();
    assert!(wrong.is_empty(), "{} of {} in {language:?}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

fn differs(language: &str, case: &str) -> Option<String> {
    let text = case.replace(" | ", " ").replace('|', "");
    let wanted: Vec<&str> = case.split('|').map(str::trim).collect();
    let got: Vec<&str> = split(&text, language).into_iter().map(|span| span.of(&text)).collect();
    (got != wanted).then(|| format!("wanted {wanted:#?}\ngot    {got:#?}"))
}
