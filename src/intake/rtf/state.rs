//! What holds within a group of RTF, and what the tables at its beginning say.

use std::collections::HashMap;

use encoding_rs::Encoding;

use crate::review::BlockKind;

/// Where words go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum To {
    /// Into the article.
    #[default]
    Text,
    /// Nowhere.
    Nothing,
    /// Into the name of a font, a style, an author of changes.
    Font,
    Style,
    Reviser,
    /// Into facts about the file.
    Title,
    Author,
    /// Into the instruction of a field.
    Instruction,
    /// Into a note at the foot.
    Note,
    /// Into a comment, its author's name, its number, its time.
    Comment,
    CommentBy,
    CommentOn,
    CommentAt,
    /// Into the number of a comment whose words begin here.
    CommentFrom,
    /// Into what stands before an item of a list.
    Mark,
    /// Into words that were taken out.
    Deleted,
}

/// What holds until the group ends.
#[derive(Clone, Debug, Default)]
pub(super) struct GroupState {
    pub(super) to: To,
    /// Characters that stand in for one of Unicode.
    pub(super) fallback: usize,
    /// What holds for the paragraph.
    pub(super) paragraph: ParagraphState,
    /// The font's number.
    pub(super) font: i32,
    pub(super) raised: bool,
    /// Hidden or struck words.
    pub(super) gone: bool,
    /// Inserted words as a tracked change, by the author of this number.
    pub(super) inserted: Option<usize>,
    /// When the tracked change was made.
    pub(super) changed: Option<i32>,
    /// Whether the group's destination may still come.
    pub(super) opening: DestinationSlot,
    /// What the group itself is.
    pub(super) group: GroupKind,
    /// What the deleted words round it were before the group's destination, which go on behind it.
    pub(super) held: Option<String>,
}

/// Whether a group's destination may still come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum DestinationSlot {
    /// It has words already.
    #[default]
    Past,
    /// It just began: its first word may be its destination.
    Fresh,
    /// Behind `\*`: a destination that is not known is passed by.
    Optional,
}

/// What a group itself is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum GroupKind {
    #[default]
    Plain,
    /// A text box.
    Boxed,
    /// A field, whose instruction may be a link.
    Field,
}

/// What holds for the paragraph, until the next.
#[derive(Clone, Debug, Default)]
pub(super) struct ParagraphState {
    pub(super) style: i32,
    pub(super) list: bool,
    /// Lists that its own stands in.
    pub(super) level: usize,
    pub(super) outline: bool,
    pub(super) in_table: bool,
}

/// How a cell of a table goes on from row to row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CellMerge {
    #[default]
    No,
    /// It is the first of several that are one.
    First,
    /// It is one with the cell above.
    Next,
}

/// Tables at the file's beginning.
#[derive(Debug, Default)]
pub(super) struct Tables {
    pub(super) fonts: HashMap<i32, FontEncoding>,
    pub(super) styles: HashMap<i32, BlockKind>,
    pub(super) revisers: Vec<String>,
    /// The code page of the file.
    pub(super) page: i32,
}

/// How a font's bytes are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FontEncoding {
    Letters(&'static Encoding),
    Symbols,
    /// Wingdings and its like.
    Pictures,
    /// As the file's own code page has them.
    Own,
}

impl Tables {
    /// How the bytes of a font are read.
    pub(super) fn reads(&self, font: i32) -> FontEncoding {
        match self.fonts.get(&font) {
            None | Some(FontEncoding::Own) => FontEncoding::Letters(code_page(self.page)),
            Some(font) => *font,
        }
    }
}

/// A font by its character set, as RTF numbers them.
pub(super) fn charset(number: i32) -> FontEncoding {
    let page = match number {
        2 => return FontEncoding::Symbols,
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return FontEncoding::Own,
    };
    FontEncoding::Letters(code_page(page))
}

/// The encoding of a code page; Windows's Western one for any that is not known.
fn code_page(number: i32) -> &'static Encoding {
    match number {
        874 => encoding_rs::WINDOWS_874,
        932 => encoding_rs::SHIFT_JIS,
        936 => encoding_rs::GBK,
        949 | 1361 => encoding_rs::EUC_KR,
        950 => encoding_rs::BIG5,
        1250 => encoding_rs::WINDOWS_1250,
        1251 => encoding_rs::WINDOWS_1251,
        1253 => encoding_rs::WINDOWS_1253,
        1254 => encoding_rs::WINDOWS_1254,
        1255 => encoding_rs::WINDOWS_1255,
        1256 => encoding_rs::WINDOWS_1256,
        1257 => encoding_rs::WINDOWS_1257,
        1258 => encoding_rs::WINDOWS_1258,
        866 => encoding_rs::IBM866,
        10_000 => encoding_rs::MACINTOSH,
        10_007 => encoding_rs::X_MAC_CYRILLIC,
        65_001 => encoding_rs::UTF_8,
        _ => encoding_rs::WINDOWS_1252,
    }
}

/// A moment as RTF packs it into one number: minute, hour, day, month, years since 1900.
pub(super) fn moment(packed: i32) -> Option<String> {
    let packed = packed.cast_unsigned();
    let part = |shift: u32, bits: u32| (packed >> shift) & ((1 << bits) - 1);
    let (minute, hour, day, month, year) = (part(0, 6), part(6, 5), part(11, 5), part(16, 4), part(20, 9) + 1900);
    let sound = minute < 60 && hour < 24 && (1..=31).contains(&day) && (1..=12).contains(&month);
    sound.then(|| format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00"))
}
