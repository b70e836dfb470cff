//! Drop caps: a letter as high as several lines, put before the first of the lines that stand beside it.

use super::line::{PdfLine, usual_size};

/// How much larger than the text a drop cap is, at least.
const LARGER: f32 = 1.7;

/// Puts the drop caps of one page's lines before their words.
pub(super) fn put_back(lines: &mut Vec<PdfLine>) {
    let body = usual_size(lines);
    let is_cap = |line: &PdfLine| {
        let short = line.text.chars().count() <= 2 && line.text.ends_with(char::is_uppercase);
        short && line.size > body * LARGER && line.marks.is_empty()
    };
    let mut at = 0;
    while let Some(index) = lines.iter().skip(at).position(is_cap).map(|found| at + found) {
        at = index + 1;
        let Some(cap) = lines.get(index).cloned() else { return };
        if give(lines, &cap) {
            lines.remove(index);
            at = index;
        }
    }
}

/// Gives a drop cap to the lines beside it; false when there are none.
fn give(lines: &mut [PdfLine], cap: &PdfLine) -> bool {
    let beside = |line: &PdfLine| {
        let high = line.y > cap.y - cap.size * 0.1 && line.y < cap.y + cap.size * 0.95;
        let near = line.x > cap.end - line.size * 0.5 && line.x < cap.end + line.size * 1.5;
        high && near && line.size * LARGER < cap.size
    };
    let set_in = lines.iter().filter(|line| beside(line)).map(|line| line.x).fold(f32::MAX, f32::min);
    let mut held: Vec<&mut PdfLine> = lines.iter_mut().filter(|line| beside(line)).collect();
    held.sort_by(|one, other| other.y.total_cmp(&one.y));
    let several = held.len() > 1;
    let Some(first) = held.first_mut().filter(|line| several && line.text.starts_with(char::is_alphabetic)) else {
        return false;
    };
    // A word of one letter: "A boat".
    let apart = first.spaced || first.x - set_in > first.size * 0.15;
    let prefix = if apart { format!("{} ", cap.text) } else { cap.text.clone() };
    first.text.insert_str(0, &prefix);
    first.marks.iter_mut().for_each(|(at, _)| *at += prefix.len());
    for line in held {
        line.x = cap.x;
    }
    true
}
