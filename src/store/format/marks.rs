//! Conflict marks that a merge by lines left in a file, and the two files that it was to merge.

/// The lines around and between two versions, by how they begin: ours, what both came of (in git's diff3 style), theirs, the end.
const MARKS: [&[u8]; 4] = [b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"];

/// Which lines of the file a line belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MarkedPart {
    Both,
    Ours,
    Base,
    Theirs,
}

/// The two files that a merge by lines could not bring together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct MarkedSides {
    /// The one that was there.
    pub(in crate::store) ours: Vec<u8>,
    /// The one that was to come in.
    pub(in crate::store) theirs: Vec<u8>,
}

/// The first line that is a conflict mark, from 1.
pub(super) fn first(bytes: &[u8]) -> Option<usize> {
    bytes.split(|byte| *byte == b'\n').position(|line| MARKS.iter().any(|mark| is(line, mark))).map(|index| index + 1)
}

/// The two sides of a file with conflict marks, of whichever style; `None` when it has none, or they do not fit each other.
pub(in crate::store) fn sides(bytes: &[u8]) -> Option<MarkedSides> {
    let [begin, base, middle, end] = MARKS;
    let (mut ours, mut theirs) = (Vec::with_capacity(bytes.len()), Vec::with_capacity(bytes.len()));
    let (mut part, mut hunks) = (MarkedPart::Both, 0_usize);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let next = match part {
            MarkedPart::Both if is(line, begin) => Some(MarkedPart::Ours),
            MarkedPart::Ours if is(line, base) => Some(MarkedPart::Base),
            MarkedPart::Ours | MarkedPart::Base if is(line, middle) => Some(MarkedPart::Theirs),
            MarkedPart::Theirs if is(line, end) => Some(MarkedPart::Both),
            MarkedPart::Both | MarkedPart::Ours | MarkedPart::Base | MarkedPart::Theirs => None,
        };
        if let Some(next) = next {
            hunks += usize::from(next == MarkedPart::Both);
            part = next;
            continue;
        }
        if matches!(part, MarkedPart::Both | MarkedPart::Ours) {
            ours.extend_from_slice(line);
        }
        if matches!(part, MarkedPart::Both | MarkedPart::Theirs) {
            theirs.extend_from_slice(line);
        }
    }
    (hunks > 0 && part == MarkedPart::Both).then_some(MarkedSides { ours, theirs })
}

/// True for a line that is this mark, with a label behind a blank or without one. No line of a session's own begins so.
fn is(line: &[u8], mark: &[u8]) -> bool {
    line.strip_prefix(mark).is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(file: &str) -> Option<[String; 2]> {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        sides(file.as_bytes()).map(|MarkedSides { ours, theirs }| [text(ours), text(theirs)])
    }

    #[test]
    fn both_sides_come_out_of_every_style_of_marks() {
        let wanted = Some(["a\nb\nc\nd\n".to_owned(), "a\nB\nB\nc\nd\n".to_owned()]);
        for file in [
            "a\n<<<<<<< HEAD\nb\n=======\nB\nB\n>>>>>>> theirs\nc\nd\n",
            "a\n<<<<<<<\nb\n=======\nB\nB\n>>>>>>>\nc\nd\n",
            "a\n<<<<<<< HEAD\nb\n||||||| 1a2b3c4\nold\n<<<<<<<<< nested\n=========\n>>>>>>>>> nested\n=======\nB\nB\n>>>>>>> theirs\nc\nd\n",
            "<<<<<<< HEAD\na\nb\n=======\na\nB\nB\n>>>>>>> theirs\nc\n<<<<<<< HEAD\nd\n||||||| x\n=======\nd\n>>>>>>> theirs\n",
        ] {
            assert_eq!(parted(file), wanted, "{file}");
        }
        let windows = parted("a\r\n<<<<<<< HEAD\r\nb\r\n=======\r\n>>>>>>> x\r\n").unwrap();
        assert_eq!(windows, ["a\r\nb\r\n", "a\r\n"]);
    }

    #[test]
    fn marks_that_do_not_fit_each_other_part_nothing() {
        for file in [
            "a\nb\n",
            "a\n<<<<<<< HEAD\nb\n",
            "a\n<<<<<<< HEAD\nb\n=======\nc\n",
            "=======\n>>>>>>> x\n",
            "\"<<<<<<< HEAD\"\n",
        ] {
            assert_eq!(parted(file), None, "{file}");
        }
        assert_eq!(first(b"a\n||||||| x\n"), Some(2));
        assert_eq!(first(b"a\n  <<<<<<< x\n"), None);
    }
}
