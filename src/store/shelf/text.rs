//! The text of a file of evidence as it is kept: pieces of one length before the words, so that a stretch is found without reading
//! the rest.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::evidence::{EvidenceTexts, Locator, Material, Piece, Stretch};
use crate::review::AnnotationKind;
use crate::text::Span;

/// How such a file begins; another number for another form.
const MAGIC: u64 = u64::from_le_bytes(*b"fdtext 1");
/// Numbers in the head, and of each piece.
const HEAD: usize = 4;
const RECORD: usize = 6;
const NUMBER: usize = size_of::<u64>();
/// A piece of more bytes is cut where a stretch ends.
const LONG: usize = 64 * 1024;

/// The bytes that keep the text of `material`.
pub(super) fn encode(material: &Material) -> Vec<u8> {
    let mut names = PieceNames::default();
    let records: Vec<[u64; RECORD]> = material.pieces.iter().map(|piece| record(piece, &mut names)).collect();
    let strings = serde_json::to_vec(&names.list).unwrap_or_default();
    let text = material.text.as_bytes();
    let head = [MAGIC, strings.len() as u64, records.len() as u64, text.len() as u64];
    let mut made = Vec::with_capacity(NUMBER * (HEAD + RECORD * records.len()) + strings.len() + text.len());
    made.extend(head.iter().flat_map(|number| number.to_le_bytes()));
    made.extend(strings);
    made.extend(records.iter().flatten().flat_map(|number| number.to_le_bytes()));
    made.extend(text);
    made
}

/// Words that pieces share, each once; 0 stands for none.
#[derive(Default)]
struct PieceNames {
    list: Vec<String>,
    places: HashMap<String, u64>,
}

impl PieceNames {
    fn of(&mut self, name: Option<&str>) -> u64 {
        let Some(name) = name else { return 0 };
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        self.list.push(name.to_owned());
        let place = self.list.len() as u64;
        self.places.insert(name.to_owned(), place);
        place
    }
}

fn record(piece: &Piece, names: &mut PieceNames) -> [u64; RECORD] {
    let (kind, one, other) = match &piece.at {
        Locator::Paragraph(number) => (0, *number as u64, 0),
        Locator::Time(from, to) => (1, from.to_bits(), to.to_bits()),
        Locator::Page(number, printed) => (2, *number as u64, names.of(printed.as_deref())),
        Locator::Row(number, sheet) => (3, *number as u64, names.of(sheet.as_deref())),
        Locator::Note(kind) => (4, 0, names.of(Some(kind.as_str()))),
    };
    let speaker = names.of(piece.speaker.as_deref());
    [piece.span.start as u64, piece.span.end as u64, kind, one, other, speaker]
}

fn number(told: u64) -> usize {
    usize::try_from(told).unwrap_or(usize::MAX)
}

fn broken() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

/// A text that is kept, open to be read from.
struct KeptText {
    file: File,
    names: Vec<Arc<str>>,
    /// Where the pieces begin, how many there are, and how many bytes of words stand behind them.
    pieces_at: u64,
    pieces: usize,
    words: usize,
}

impl KeptText {
    fn open(path: &Path) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let mut head = [0; NUMBER * HEAD];
        file.read_exact(&mut head)?;
        let [MAGIC, strings, pieces, words] = numbers::<HEAD>(&head) else { return Err(broken()) };
        let length = file.metadata()?.len();
        let pieces_at = (NUMBER * HEAD) as u64 + strings.min(length);
        let whole = pieces.checked_mul((NUMBER * RECORD) as u64).and_then(|bytes| bytes.checked_add(words));
        if whole.and_then(|whole| whole.checked_add(pieces_at)) != Some(length) {
            return Err(broken());
        }
        let mut told = vec![0; number(strings)];
        file.read_exact(&mut told)?;
        let names = serde_json::from_slice(&told)?;
        Ok(Self { file, names, pieces_at, pieces: number(pieces), words: number(words) })
    }

    fn read(&mut self, at: u64, bytes: usize) -> io::Result<Vec<u8>> {
        let mut read = vec![0; bytes];
        self.file.seek(SeekFrom::Start(at))?;
        self.file.read_exact(&mut read)?;
        Ok(read)
    }

    /// The pieces from one up to another, by their places.
    fn pieces(&mut self, from: usize, to: usize) -> io::Result<Vec<Piece>> {
        let bytes = NUMBER * RECORD;
        let read = self.read(self.pieces_at + (from * bytes) as u64, (to - from) * bytes)?;
        read.chunks_exact(bytes).map(|record| self.piece(numbers::<RECORD>(record))).collect()
    }

    fn piece(&self, told: [u64; RECORD]) -> io::Result<Piece> {
        let [start, end, kind, one, other, speaker] = told;
        let name = |place: u64| place.checked_sub(1).and_then(|place| self.names.get(number(place)));
        let at = match kind {
            0 => Locator::Paragraph(number(one)),
            1 => Locator::Time(f64::from_bits(one), f64::from_bits(other)),
            2 => Locator::Page(number(one), name(other).map(|printed| printed.as_ref().to_owned())),
            3 => Locator::Row(number(one), name(other).map(Arc::clone)),
            4 => Locator::Note(AnnotationKind::from(name(other).ok_or_else(broken)?.as_ref())),
            _ => return Err(broken()),
        };
        let speaker = name(speaker).map(|name| name.as_ref().to_owned());
        Ok(Piece { span: Span::new(number(start), number(end)), at, speaker })
    }

    /// How many pieces begin before byte `at`.
    fn beginning_before(&mut self, at: usize) -> io::Result<usize> {
        let (mut low, mut high) = (0, self.pieces);
        while low < high {
            let middle = low + (high - low) / 2;
            let begins = self.read(self.pieces_at + (middle * NUMBER * RECORD) as u64, NUMBER)?;
            let [begins] = numbers::<1>(&begins);
            if number(begins) < at {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Ok(low)
    }

    /// The words from one byte to another, moved outwards to whole characters.
    fn words(&mut self, from: usize, to: usize) -> io::Result<(usize, String)> {
        // A character has four bytes at most.
        let (first, last) = (from.saturating_sub(3), to.saturating_add(3).min(self.words));
        let begin = self.pieces_at + (self.pieces * NUMBER * RECORD) as u64;
        let read = self.read(begin + first as u64, last.saturating_sub(first))?;
        let inside = |at: usize| read.get(at).is_some_and(|byte| byte & 0xC0 == 0x80);
        let (mut start, mut end) = (from - first, to.saturating_sub(first).min(read.len()));
        while start > 0 && inside(start) {
            start -= 1;
        }
        while inside(end) {
            end += 1;
        }
        let words = read.get(start..end).ok_or_else(broken)?.to_vec();
        Ok((first + start, String::from_utf8(words).map_err(io::Error::other)?))
    }

    /// The words around `span`, with the pieces that lie in them, whole where they are not long.
    fn stretch(&mut self, span: Span, around: usize, head: &Material) -> io::Result<(Material, usize)> {
        let (mut from, mut to) = (span.start.saturating_sub(around), span.end.saturating_add(around).min(self.words));
        let first = self.beginning_before(from.saturating_add(1))?.saturating_sub(1);
        let last = self.beginning_before(to)?.max(first);
        let mut pieces = self.pieces(first, last)?;
        if let Some(piece) = pieces.first().filter(|piece| piece.span.len() <= LONG) {
            from = from.min(piece.span.start);
        }
        if let Some(piece) = pieces.last().filter(|piece| piece.span.len() <= LONG) {
            to = to.max(piece.span.end).min(self.words);
        }
        let (from, text) = self.words(from, to)?;
        for piece in &mut pieces {
            let inside = |at: usize| at.saturating_sub(from).min(text.len());
            piece.span = Span::new(inside(piece.span.start), inside(piece.span.end));
        }
        Ok((Material { text, pieces, ..about(head) }, from))
    }
}

/// What a head says of its file, without its words.
fn about(head: &Material) -> Material {
    Material {
        title: head.title.clone(),
        people: head.people.clone(),
        date: head.date.clone(),
        url: head.url.clone(),
        ..Material::new(head.name.clone())
    }
}

fn numbers<const COUNT: usize>(bytes: &[u8]) -> [u64; COUNT] {
    let mut read = bytes.as_chunks::<NUMBER>().0.iter();
    std::array::from_fn(|_| read.next().map_or(0, |bytes| u64::from_le_bytes(*bytes)))
}

/// The texts of files in a folder of the cache.
pub(super) struct KeptTexts {
    /// The folder.
    pub(super) place: PathBuf,
    /// The files by their places, each with its number in the index and its head.
    pub(super) files: Vec<(u64, Arc<Material>)>,
}

/// Where the text of the file with this number lies.
pub(super) fn path(place: &Path, file: u64) -> PathBuf {
    place.join(format!("{file}"))
}

impl KeptTexts {
    fn open(&self, file: usize) -> Option<(KeptText, &Material)> {
        let (number, head) = self.files.get(file)?;
        Some((KeptText::open(&path(&self.place, *number)).ok()?, head))
    }
}

impl EvidenceTexts for KeptTexts {
    fn whole(&self, file: usize) -> Option<Arc<Material>> {
        let (mut text, head) = self.open(file)?;
        let (whole, _) = text.stretch(Span::new(0, text.words), 0, head).ok()?;
        Some(Arc::new(whole))
    }

    fn stretch(&self, file: usize, span: Span, around: usize) -> Option<Stretch> {
        let (mut text, head) = self.open(file)?;
        let (material, from) = text.stretch(span, around, head).ok()?;
        Some(Stretch { material: Arc::new(material), from })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{KeptTexts, encode, path};
    use crate::evidence::{EvidenceTexts, Locator, Material};
    use crate::review::AnnotationKind;
    use crate::store::save;
    use crate::text::Span;

    fn material() -> Material {
        let mut made = Material {
            title: "Pier talk".into(),
            people: vec!["Ada Lund".into(), "Per Odal".into()],
            ..Material::new("a.vtt")
        };
        made.push("Die Fähre fuhr nie.", Locator::Time(5.5, 9.0), Some("Ada Lund".into()));
        made.push("Sie fährt wieder.", Locator::Time(9.0, 12.25), Some("Ada Lund".into()));
        made.push("So ist es.", Locator::Paragraph(3), None);
        made.push("Steel | 400", Locator::Row(7, Some(Arc::from("Costs"))), None);
        made.push("A page", Locator::Page(2, Some("xii".into())), Some("Per Odal".into()));
        made.push("Bare page", Locator::Page(3, None), None);
        made.push("At its foot", Locator::Note(AnnotationKind::Footnote), None);
        made
    }

    /// The texts of a folder that keeps `material`.
    fn kept(folder: &tempfile::TempDir, material: &Material) -> KeptTexts {
        save::unsynced(&path(folder.path(), 4), &encode(material)).unwrap();
        KeptTexts { place: folder.path().to_owned(), files: vec![(4, Arc::new(material.head()))] }
    }

    #[test]
    fn a_text_that_is_kept_comes_back_whole() {
        let folder = tempfile::tempdir().unwrap();
        let texts = kept(&folder, &material());
        assert_eq!(texts.whole(0).as_deref(), Some(&material()));
        assert_eq!(texts.whole(1), None);
    }

    #[test]
    fn every_stretch_has_its_words_and_the_places_of_its_pieces() {
        let folder = tempfile::tempdir().unwrap();
        let (whole, texts) = (material(), kept(&folder, &material()));
        let ends: Vec<usize> = (0..=whole.text.len()).filter(|at| whole.text.is_char_boundary(*at)).collect();
        for from in &ends {
            for to in ends.iter().filter(|to| *to > from) {
                for around in [0, 7] {
                    let span = Span::new(*from, *to);
                    let stretch = texts.stretch(0, span, around).unwrap();
                    let inside = stretch.inside(span);
                    assert_eq!(inside.of(&stretch.material.text), span.of(&whole.text));
                    let (own, other) = (whole.piece(*from), stretch.material.piece(inside.start));
                    let told = |piece: &crate::evidence::Piece| (piece.at.clone(), piece.speaker.clone());
                    assert_eq!(other.map(told), own.map(told), "{span:?}");
                    assert_eq!(stretch.material.locator(inside.start), whole.locator(*from), "{span:?}");
                }
            }
        }
    }

    #[test]
    fn a_text_that_is_cut_short_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let bytes = encode(&material());
        for length in 0..bytes.len() {
            let texts = kept(&folder, &material());
            save::unsynced(&path(folder.path(), 4), bytes.get(..length).unwrap()).unwrap();
            assert_eq!(texts.whole(0), None, "{length}");
        }
    }

    #[test]
    fn a_text_that_was_damaged_or_is_another_breaks_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let bytes = encode(&material());
        let texts = kept(&folder, &material());
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x7f;
            save::unsynced(&path(folder.path(), 4), &damaged).unwrap();
            for span in [Span::new(0, 3), Span::new(30, 40), Span::new(500, 510)] {
                // Another text, or none.
                let _ = texts.stretch(0, span, 7).map(|stretch| stretch.inside(span));
            }
        }
    }
}
