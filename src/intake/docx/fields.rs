//! The fields in a DOCX: links, formulas, signs; of any other what it shows is read.

use super::body::DocxBody;
use crate::intake::draft::Authorship;
use crate::intake::{formula, style};
use crate::review::AnnotationKind;

impl DocxBody {
    /// A field begins, shows its result, or ends.
    pub(super) fn field(&mut self, what: &str) {
        match what {
            "begin" => self.at.fields.push(super::at::FieldCode::default()),
            "separate" => {
                let from = self.out.next();
                if let Some(field) = self.at.fields.last_mut() {
                    (field.shows, field.from) = (true, from);
                }
            }
            "end" => {
                let Some(field) = self.at.fields.pop() else { return };
                let link = link(&field.instruction);
                if let Some(to) = link.filter(|_| field.shows) {
                    self.out.note(AnnotationKind::Link, field.from, to, Authorship::default());
                }
                if !field.shows {
                    self.made(&field.instruction);
                }
            }
            _ => {}
        }
    }

    /// A field whose words stand in it begins.
    pub(super) fn simple_field(&mut self, instruction: &str) {
        self.links.push((self.out.next(), link(instruction)));
        self.made(instruction);
    }

    /// What a field that has no result shows by itself: a formula, a sign.
    fn made(&mut self, instruction: &str) {
        let line = formula::field_line(instruction).or_else(|| sign(instruction)).unwrap_or_default();
        if line.is_empty() || !self.at.is_shown() {
            return;
        }
        match &mut self.deleted {
            Some((deleted, _)) => deleted.push_str(&line),
            None if self.run.gone => self.out.leave_out(&line),
            None => {
                let line = formula::behind(&line, self.out.so_far()).into_owned();
                self.out.words(&line);
            }
        }
    }
}

/// Where a field leads.
fn link(instruction: &str) -> Option<String> {
    let to = instruction.trim().strip_prefix("HYPERLINK")?.split('"').nth(1)?;
    to.starts_with("http").then(|| to.to_owned())
}

/// The sign that a field names by its number, in the font that it names.
fn sign(instruction: &str) -> Option<String> {
    let mut words = instruction.split_whitespace();
    words.next().filter(|name| name.eq_ignore_ascii_case("symbol"))?;
    let number = words.next()?;
    let code = match number.strip_prefix("0x") {
        Some(number) => u32::from_str_radix(number, 16).ok()?,
        None => number.parse().ok()?,
    };
    let font = instruction.to_lowercase();
    let sign = if font.contains("dings") {
        style::picture(code)
    } else if font.contains("\"symbol\"") || font.contains("\\f symbol") {
        style::symbol(code)
    } else {
        char::from_u32(code)
    };
    sign.filter(|sign| !sign.is_control()).map(String::from)
}
