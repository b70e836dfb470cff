//! The words on a page of a PDF, in the order in which the file draws them, with their places.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources};
use serde::{Deserialize, Serialize};

use super::font::PdfFont;

/// Words drawn in one go.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TextRun {
    /// The words; a glyph that nothing tells is U+FFFD.
    pub text: String,
    /// Where they begin, in points from the left.
    pub x: f32,
    /// Their base line, in points from below.
    pub y: f32,
    /// Where they end.
    pub end: f32,
    /// Their size in points.
    pub size: f32,
    /// Bold letters.
    pub bold: bool,
    /// The page's own, by the file's word: a running head, a page number.
    pub artifact: bool,
}

/// Forms in forms that are drawn.
const DEEPEST: usize = 8;
/// Runs of a page that are read.
const MOST: usize = 200_000;

type Matrix = [f32; 6];

const SAME: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// `first`, then `second`.
fn times(first: &Matrix, second: &Matrix) -> Matrix {
    let [right, up, sideways, high, x, y] = *second;
    let turned = |one: f32, two: f32| (one * right + two * sideways, one * up + two * high);
    let (along, across) = (turned(first[0], first[1]), turned(first[2], first[3]));
    let origin = turned(first[4], first[5]);
    [along.0, along.1, across.0, across.1, origin.0 + x, origin.1 + y]
}

/// The runs of a page.
pub(super) fn runs(page: &Page<'_>, fonts: &mut Fonts) -> Vec<TextRun> {
    let mut drawn = Drawn { runs: Vec::new(), fonts, marked: Vec::new() };
    drawn.draw(page.typed_operations(), page.resources(), SAME, 0);
    upright(drawn.runs)
}

/// Fonts that were read, by where they stand in the file.
pub(super) type Fonts = HashMap<(u32, i32), Rc<PdfFont>>;

/// What holds while words are drawn.
#[derive(Clone)]
struct GraphicsState {
    matrix: Matrix,
    font: Option<Rc<PdfFont>>,
    size: f32,
    between: f32,
    blank: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
}

/// Where words are drawn.
struct ContentPainter {
    state: GraphicsState,
    kept: Vec<GraphicsState>,
    text: Matrix,
    line: Matrix,
}

/// States that are kept at once.
const MOST_KEPT: usize = 1000;

impl ContentPainter {
    const fn new(matrix: Matrix) -> Self {
        let state = GraphicsState {
            matrix,
            font: None,
            size: 0.0,
            between: 0.0,
            blank: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        Self { state, kept: Vec::new(), text: SAME, line: SAME }
    }

    /// Moves to a line from the last one's beginning.
    fn next_line(&mut self, x: f32, y: f32) {
        self.line = times(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line);
        self.text = self.line;
    }

    /// Moves along the line.
    fn along(&mut self, by: f32) {
        self.text = times(&[1.0, 0.0, 0.0, 1.0, by, 0.0], &self.text);
    }

    /// Takes what moves the pen.
    fn place(&mut self, operation: &TypedInstruction<'_, '_>) {
        if let TypedInstruction::SaveState(_) = operation {
            if self.kept.len() < MOST_KEPT {
                self.kept.push(self.state.clone());
            }
        } else if let TypedInstruction::RestoreState(_) = operation {
            self.state = self.kept.pop().unwrap_or_else(|| self.state.clone());
        } else if let TypedInstruction::Transform(to) = operation {
            let by = [to.0, to.1, to.2, to.3, to.4, to.5].map(|number| number.as_f32());
            self.state.matrix = times(&by, &self.state.matrix);
        } else if let TypedInstruction::BeginText(_) = operation {
            (self.text, self.line) = (SAME, SAME);
        } else if let TypedInstruction::SetTextMatrix(to) = operation {
            self.line = [to.0, to.1, to.2, to.3, to.4, to.5].map(|number| number.as_f32());
            self.text = self.line;
        } else if let TypedInstruction::NextLine(by) = operation {
            self.next_line(by.0.as_f32(), by.1.as_f32());
        } else if let TypedInstruction::NextLineAndSetLeading(by) = operation {
            self.state.leading = -by.1.as_f32();
            self.next_line(by.0.as_f32(), by.1.as_f32());
        } else if let TypedInstruction::NextLineUsingLeading(_) = operation {
            self.next_line(0.0, -self.state.leading);
        }
    }

    /// Takes what changes how words look.
    fn set(&mut self, operation: &TypedInstruction<'_, '_>) {
        let state = &mut self.state;
        if let TypedInstruction::CharacterSpacing(by) = operation {
            state.between = by.0.as_f32();
        } else if let TypedInstruction::WordSpacing(by) = operation {
            state.blank = by.0.as_f32();
        } else if let TypedInstruction::HorizontalScaling(by) = operation {
            state.stretch = by.0.as_f32() / 100.0;
        } else if let TypedInstruction::TextLeading(by) = operation {
            state.leading = by.0.as_f32();
        } else if let TypedInstruction::TextRise(by) = operation {
            state.rise = by.0.as_f32();
        }
    }
}

/// A run before it is known which way the page's words go.
struct Drawing {
    run: TextRun,
    /// Quarter turns of its base line.
    turns: u8,
}

struct Drawn<'f> {
    runs: Vec<Drawing>,
    fonts: &'f mut Fonts,
    /// Marked contents that are open: whether each is the page's own.
    marked: Vec<bool>,
}

impl Drawn<'_> {
    fn draw(&mut self, mut operations: TypedIter<'_>, resources: &Resources<'_>, start: Matrix, depth: usize) {
        let mut pen = ContentPainter::new(start);
        while let Some(operation) = operations.next() {
            if self.runs.len() > MOST {
                return;
            }
            pen.place(&operation);
            pen.set(&operation);
            self.mark(&operation);
            self.words(&mut pen, &operation);
            if let TypedInstruction::TextFont(font) = &operation {
                (pen.state.font, pen.state.size) = (self.font(font.0, resources), font.1.as_f32());
            } else if let TypedInstruction::XObject(name) = &operation
                && depth < DEEPEST
                && let Some(form) = resources.get_x_object(name.0)
            {
                self.form(&form, resources, &pen.state.matrix, depth);
            }
        }
    }

    /// Takes what is said about the words that come.
    fn mark(&mut self, operation: &TypedInstruction<'_, '_>) {
        if let TypedInstruction::BeginMarkedContent(mark) = operation {
            self.marked.push(mark.0.as_str() == "Artifact");
        } else if let TypedInstruction::BeginMarkedContentWithProperties(mark) = operation {
            self.marked.push(mark.0.as_str() == "Artifact");
        } else if let TypedInstruction::EndMarkedContent(_) = operation {
            self.marked.pop();
        }
    }

    /// Draws words.
    fn words(&mut self, pen: &mut ContentPainter, operation: &TypedInstruction<'_, '_>) {
        if let TypedInstruction::ShowText(words) = operation {
            self.show(pen, words.0);
        } else if let TypedInstruction::ShowTexts(words) = operation {
            self.show_all(pen, words.0);
        } else if let TypedInstruction::NextLineAndShowText(words) = operation {
            pen.next_line(0.0, -pen.state.leading);
            self.show(pen, words.0);
        } else if let TypedInstruction::ShowTextWithParameters(words) = operation {
            (pen.state.blank, pen.state.between) = (words.0.as_f32(), words.1.as_f32());
            pen.next_line(0.0, -pen.state.leading);
            self.show(pen, words.2);
        }
    }

    fn font(&mut self, name: &Name<'_>, resources: &Resources<'_>) -> Option<Rc<PdfFont>> {
        let dict = resources.get_font(name)?;
        let Some(id) = resources.fonts.get_ref(name) else { return Some(Rc::new(PdfFont::read(&dict))) };
        let id = (id.obj_number, id.gen_number);
        Some(Rc::clone(self.fonts.entry(id).or_insert_with(|| Rc::new(PdfFont::read(&dict)))))
    }

    /// Draws a form: a page within the page.
    fn form(&mut self, form: &Stream<'_>, around: &Resources<'_>, matrix: &Matrix, depth: usize) {
        let dict = form.dict();
        if dict.get::<Name<'_>>("Subtype").is_none_or(|kind| kind.as_str() != "Form") {
            return;
        }
        let Ok(content) = form.decoded() else { return };
        let own = dict.get::<Array<'_>>("Matrix").map(|list| list.iter::<f32>().collect::<Vec<_>>());
        let own: Matrix = own.and_then(|list| list.try_into().ok()).unwrap_or(SAME);
        let start = times(&own, matrix);
        match dict.get::<Dict<'_>>("Resources").map(Resources::new) {
            Some(resources) => self.draw(TypedIter::new(&content), &resources, start, depth + 1),
            None => self.draw(TypedIter::new(&content), around, start, depth + 1),
        }
    }

    /// Draws strings with gaps between them.
    fn show_all(&mut self, pen: &mut ContentPainter, words: &Array<'_>) {
        for part in words.iter::<Object<'_>>() {
            if let Object::String(words) = &part {
                self.show(pen, words);
            } else if let Object::Number(gap) = &part {
                pen.along(-gap.as_f32() / 1000.0 * pen.state.size * pen.state.stretch);
            }
        }
    }

    /// Draws a string.
    fn show(&mut self, pen: &mut ContentPainter, bytes: &[u8]) {
        let state = &pen.state;
        let Some(font) = &state.font else { return };
        let mut text = String::new();
        let mut width = 0.0_f32;
        for glyph in font.glyphs(bytes) {
            // A soft hyphen without a width is not seen.
            if glyph.width != 0.0 || glyph.text.as_deref() != Some("\u{ad}") {
                text.push_str(glyph.text.as_deref().unwrap_or("\u{fffd}"));
            }
            let blank = if glyph.blank { state.blank } else { 0.0 };
            width += (glyph.width * state.size + state.between + blank) * state.stretch;
        }
        let [right, up, sideways, high, left, below] = times(&pen.text, &state.matrix);
        let (x, y) = (left + state.rise * sideways, below + state.rise * high);
        let end = (x + width * right, y + width * up);
        let size = state.size.abs() * sideways.hypot(high);
        let (along, across) = if state.size < 0.0 { (-right, -up) } else { (right, up) };
        // The words' own left to right becomes the page's.
        let (turns, x, y, end) = if across.abs() <= along.abs() {
            if along >= 0.0 { (0, x, y, end.0) } else { (2, -x, -y, -end.0) }
        } else if across > 0.0 {
            (1, y, -x, end.1)
        } else {
            (3, -y, x, -end.1)
        };
        let slanted = across.abs().min(along.abs()) > 0.2 * across.abs().max(along.abs());
        if !text.is_empty() && !slanted && [x, y, end, size].iter().all(|number| number.is_finite()) {
            let artifact = self.marked.contains(&true);
            self.runs.push(Drawing { run: TextRun { text, x, y, end, size, bold: font.bold, artifact }, turns });
        }
        pen.along(width);
    }
}

/// The runs that go the way most of them go: a page on its side is read like any other, words at its edge are not.
fn upright(runs: Vec<Drawing>) -> Vec<TextRun> {
    let letters = |turns: u8| -> usize {
        runs.iter().filter(|drawing| drawing.turns == turns).map(|drawing| drawing.run.text.len()).sum()
    };
    let most = (0..4).max_by_key(|turns| (letters(*turns), std::cmp::Reverse(*turns))).unwrap_or(0);
    runs.into_iter().filter(|drawing| drawing.turns == most).map(|drawing| drawing.run).collect()
}
