//! A page's own style sheet: which classes raise, strike or hide the words of their elements.

use std::collections::HashMap;

use super::tree::{ROOT, Tree};

/// Declarations that change what is read, beside those that strike words.
const TOLD: [&str; 3] = ["vertical-align:super", "display:none", "visibility:hidden"];

/// The declarations that change what is read, by the class that has them.
#[derive(Debug, Default)]
pub(super) struct SheetRules(HashMap<String, String>);

impl SheetRules {
    /// The rules of all style sheets in a document.
    pub(super) fn of(tree: &Tree) -> Self {
        let mut rules = HashMap::new();
        tree.all(ROOT, "style").into_iter().for_each(|style| read(&tree.raw_words(style), &mut rules));
        Self(rules)
    }

    /// True where no class changes what is read.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What a class declares, without blanks.
    pub(super) fn of_class(&self, class: &str) -> Option<&str> {
        self.0.get(class).map(String::as_str)
    }
}

/// Reads the rules of single classes (`.c3`, `span.c3`) in a style sheet; those for some screens alone are passed by.
fn read(sheet: &str, rules: &mut HashMap<String, String>) {
    let bare: String = sheet.chars().filter(|c| !c.is_whitespace()).collect();
    let mut depth = 0_usize;
    let mut selectors = "";
    for part in bare.split_inclusive(['{', '}', ';']) {
        let (inside, end) = part.split_at(part.len().saturating_sub(1));
        match end {
            "{" => {
                depth += 1;
                selectors = inside;
            }
            "}" => {
                declare(rules, selectors, inside, depth);
                depth = depth.saturating_sub(1);
            }
            _ => declare(rules, selectors, inside, depth),
        }
    }
}

fn declare(rules: &mut HashMap<String, String>, selectors: &str, declaration: &str, depth: usize) {
    let strikes = declaration.starts_with("text-decoration") && declaration.contains("line-through");
    let told = strikes || TOLD.iter().any(|told| declaration.starts_with(told));
    if depth != 1 || !told || selectors.starts_with('@') {
        return;
    }
    for selector in selectors.split(',') {
        let Some((element, class)) = selector.split_once('.') else { continue };
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        if element.chars().all(plain) && !class.is_empty() && class.chars().all(plain) {
            let told = rules.entry(class.to_owned()).or_default();
            told.push_str(declaration);
            told.push(';');
        }
    }
}
