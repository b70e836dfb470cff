//! The formulas that Word keeps in a field's instruction (`EQ \f(3,4)`): in one line, as other formulas are.

use crate::intake::figures;

/// Switches in switches that are read.
const DEEPEST: usize = 16;

/// The formula in a field's instruction; `None` for a field of another kind.
pub(in crate::intake) fn field_line(instruction: &str) -> Option<String> {
    let (name, rest) = instruction.trim_start().split_once(|c: char| c.is_whitespace() || c == '\\')?;
    let cut = instruction.len() - rest.len();
    let rest = if instruction.get(..cut)?.ends_with('\\') { instruction.get(cut - 1..)? } else { rest };
    name.eq_ignore_ascii_case("eq").then(|| crate::intake::lines::tidy(&read(rest, 0)).into_owned())
}

/// What a switch does: its letters, with those of its options, and the signs that options name.
#[derive(Default)]
struct Switch {
    names: Vec<String>,
    signs: Vec<char>,
}

impl Switch {
    fn has(&self, name: &str) -> bool {
        self.names.iter().any(|own| own == name)
    }

    /// Its arguments in one line.
    fn line(&self, arguments: &[&str], depth: usize) -> String {
        let read = |one: &&str| read(one, depth + 1);
        let all: Vec<String> = arguments.iter().map(read).collect();
        let first = all.first().map(String::as_str).unwrap_or_default().trim();
        let second = all.get(1).map(|second| second.trim());
        match self.names.first().map(String::as_str).unwrap_or_default() {
            "f" => second.map_or_else(|| first.to_owned(), |second| format!("{}/{}", grouped(first), grouped(second))),
            "r" => match second {
                Some(of) => format!("{}√{}", figures::raised(first).unwrap_or_else(|| first.to_owned()), grouped(of)),
                None => format!("√{}", grouped(first)),
            },
            "s" if self.has("up") => figures::power(first).unwrap_or_else(|| first.to_owned()),
            "s" if self.has("do") => figures::lowered(first).unwrap_or_else(|| first.to_owned()),
            // Letters over others say how these are read.
            "o" => {
                let said = |one: &&str| !(one.trim_start().starts_with("\\s\\up") && is_reading(one));
                let base: Vec<String> = arguments.iter().filter(|one| said(one)).map(read).collect();
                if base.is_empty() { all.concat() } else { base.concat() }
            }
            "b" => {
                let open = self.signs.first().copied().unwrap_or('(');
                let close = match self.signs.get(1).copied().unwrap_or(open) {
                    '(' => ')',
                    '[' => ']',
                    '{' => '}',
                    '<' => '>',
                    other => other,
                };
                format!("{open}{first}{close}")
            }
            "i" => format!("∫ {}", all.join(" ")),
            "l" => all.join(", "),
            _ => all.join(" "),
        }
    }
}

/// True for a raised argument of words, not figures.
fn is_reading(argument: &str) -> bool {
    let inside = argument.split_once('(').map_or("", |(_, inside)| inside);
    inside.chars().any(char::is_alphabetic)
}

/// A part of a fraction in brackets where it is more than a figure or a word.
fn grouped(part: &str) -> String {
    let whole = part.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '√' | '/'));
    if whole { part.to_owned() } else { format!("({part})") }
}

fn read(text: &str, depth: usize) -> String {
    let mut line = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let behind = rest.get(c.len_utf8()..).unwrap_or_default();
        let next = behind.chars().next();
        rest = match (c, next) {
            ('\\', Some(letter)) if letter.is_ascii_alphabetic() && depth < DEEPEST => {
                let (switch, inside) = switches(rest);
                match inside {
                    Some(inside) => {
                        let (arguments, behind) = arguments(inside);
                        line.push_str(&switch.line(&arguments, depth));
                        behind
                    }
                    // Without arguments it says nothing.
                    None => rest.get(rest.len()..).unwrap_or_default(),
                }
            }
            // How the field is set, in a word behind a star.
            ('\\', Some('*')) => {
                let word = behind.get(1..).unwrap_or_default().trim_start();
                word.find([' ', '\\']).and_then(|end| word.get(end..)).unwrap_or_default()
            }
            ('\\', Some(sign)) => {
                line.push(sign);
                behind.get(sign.len_utf8()..).unwrap_or_default()
            }
            _ => {
                line.push(c);
                behind
            }
        };
    }
    line
}

/// The switches before a bracket, and what comes behind it.
fn switches(text: &str) -> (Switch, Option<&str>) {
    let mut switch = Switch::default();
    let mut rest = text;
    while let Some(behind) = rest.trim_start().strip_prefix('\\') {
        let end = behind.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(behind.len());
        let (name, behind) = behind.split_at(end);
        rest = behind;
        let name = name.to_ascii_lowercase();
        if let ("lc" | "rc" | "bc" | "fc" | "vc", Some(sign)) = (name.as_str(), rest.strip_prefix('\\')) {
            let sign = sign.chars().next().unwrap_or(' ');
            switch.signs.push(sign);
            rest = rest.get(1 + sign.len_utf8()..).unwrap_or_default();
        }
        switch.names.push(name);
        rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    }
    (switch, rest.strip_prefix('('))
}

/// The arguments up to the closing bracket, and what stands behind it.
fn arguments(inside: &str) -> (Vec<&str>, &str) {
    let (mut arguments, mut from, mut depth, mut escaped) = (Vec::new(), 0, 0_usize, false);
    for (at, c) in inside.char_indices() {
        match c {
            _ if std::mem::take(&mut escaped) => {}
            '\\' => escaped = true,
            '(' => depth += 1,
            ')' if depth == 0 => {
                arguments.extend(inside.get(from..at));
                return (arguments, inside.get(at + 1..).unwrap_or_default());
            }
            ')' => depth -= 1,
            ',' | ';' if depth == 0 => {
                arguments.extend(inside.get(from..at));
                from = at + 1;
            }
            _ => {}
        }
    }
    arguments.extend(inside.get(from..));
    (arguments, "")
}

#[cfg(test)]
mod tests {
    use super::field_line;

    #[test]
    fn a_formula_in_a_field_keeps_its_meaning_in_a_line() {
        for (field, line) in [
            (r" EQ \f(3,4) ", "3/4"),
            (r" eq \f(a + b;2)", "(a + b)/2"),
            (r"EQ 10\s\up5(6)", "10⁶"),
            (r"EQ CO\s\do5(2)", "CO₂"),
            (r" EQ \r(3,27) ", "³√27"),
            (r" EQ \r(\f(1,2)) ", "√1/2"),
            (r" EQ \o\ad(\s\up 11(とう),東)", "東"),
            (r" EQ \* jc2 \* hps10 \o\ad(\s\up 9(to),x)", "x"),
            (r" EQ \o(\s\up5(2),\s\do5(1))", "²₁"),
            (r" EQ \b\bc\[(2\,5)", "[2,5]"),
            (r" EQ \l(1,2,3)", "1, 2, 3"),
        ] {
            assert_eq!(field_line(field).as_deref(), Some(line), "{field}");
        }
        assert_eq!(field_line(" HYPERLINK \"https://example.org\" "), None);
    }
}
