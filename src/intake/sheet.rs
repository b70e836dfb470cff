//! A page's own style sheet: which classes raise, strike or hide the words of their elements.

use std::collections::HashMap;

/// Declarations that change what is read.
const TOLD: [&str; 5] =
    ["vertical-align:super", "text-decoration:line-through", "display:none", "visibility:hidden", "line-through"];

/// The declarations that change what is read, by the class that has them.
pub(super) type SheetRules = HashMap<String, String>;

/// Reads the rules of single classes (`.c3`, `span.c3`) in a style sheet; those for some screens alone are passed by.
pub(super) fn read(sheet: &str, rules: &mut SheetRules) {
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

fn declare(rules: &mut SheetRules, selectors: &str, declaration: &str, depth: usize) {
    let told = TOLD.iter().any(|told| declaration.starts_with(told)) || declaration.ends_with("line-through");
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
