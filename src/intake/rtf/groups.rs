//! The groups of RTF: what the first word of one says it is, and what becomes of what it held.

use super::state::{DestinationSlot, GroupKind, GroupState, To, moment};
use super::{RtfComment, RtfReader, words};
use crate::intake::draft::Authorship;
use crate::intake::lines::tidy;
use crate::intake::{formula, style};
use crate::review::AnnotationKind;

impl RtfReader {
    /// Takes the first word of a group as what the group is; true when it was that.
    pub(super) fn destination(&mut self, word: &[u8], number: Option<i32>) -> bool {
        let to = match word {
            b"fonttbl" => To::Font,
            b"stylesheet" => To::Style,
            b"revtbl" => To::Reviser,
            b"title" => To::Title,
            b"author" => To::Author,
            b"footnote" => To::Note,
            b"annotation" => To::Comment,
            b"atnauthor" => To::CommentBy,
            b"atnref" => To::CommentOn,
            b"atndate" => To::CommentAt,
            b"atrfstart" => To::CommentFrom,
            // In a note it is no more than the note's own.
            b"listtext" | b"pntext" if self.state.to == To::Text => To::Mark,
            b"listtext" | b"pntext" => To::Nothing,
            b"fldinst" => To::Instruction,
            b"field" => {
                self.state.group = GroupKind::Field;
                self.link.push((self.out.next(), None));
                return true;
            }
            b"shptxt" if self.state.to == To::Text => {
                self.state.group = GroupKind::Boxed;
                self.out.open_box();
                return true;
            }
            // A drawing holds its text box among its properties.
            b"shp" | b"shpinst" | b"fldrslt" | b"shprslt" | b"upr" | b"ud" | b"result" | b"info" => {
                self.state.to = if word == b"shprslt" { To::Nothing } else { self.state.to };
                return true;
            }
            b"colortbl" | b"pict" | b"object" | b"header" | b"headerl" | b"headerr" | b"headerf" | b"footer"
            | b"footerl" | b"footerr" | b"footerf" | b"sp" | b"nonshppict" | b"operator" | b"subject" | b"keywords"
            | b"doccomm" | b"creatim" | b"revtim" | b"printim" | b"buptim" | b"company" | b"manager" | b"category"
            | b"hlinkbase" | b"nonesttables" | b"ftnsep" | b"ftnsepc" | b"template" | b"comment" | b"xe" | b"tc" => {
                To::Nothing
            }
            // A style's own group begins with its number.
            b"s" if self.state.to == To::Style => {
                self.state.paragraph.style = number.unwrap_or(0);
                return true;
            }
            b"f" if self.state.to == To::Font => {
                self.state.font = number.unwrap_or(0);
                return true;
            }
            _ if self.state.opening == DestinationSlot::Optional => To::Nothing,
            _ => return false,
        };
        // What is passed by stays so, whatever is in it; what a note holds is read as the note's.
        if self.state.to != To::Nothing {
            if matches!(to, To::Note | To::Comment) && self.state.to != to {
                self.open_note();
            }
            self.state.to = to;
            let before = std::mem::take(&mut self.collected);
            self.state.held.get_or_insert(before);
        }
        true
    }

    /// A note begins: what held for its mark does not hold for it.
    fn open_note(&mut self) {
        self.out.open_note();
        self.suspended.push(self.inserting.take());
        (self.state.raised, self.state.gone, self.state.inserted) = (false, false, None);
    }

    /// A note ends: what it says.
    fn close_note(&mut self) -> String {
        self.inserting = self.suspended.pop().flatten();
        self.out.close_note()
    }

    pub(super) fn end_group(&mut self) {
        let ended = std::mem::take(&mut self.state);
        self.state = self.groups.pop().unwrap_or_default();
        if ended.to != self.state.to {
            self.keep(&ended);
        } else if matches!(ended.to, To::Style | To::Font) {
            self.name(&ended);
        }
        if ended.group == GroupKind::Boxed {
            self.out.close_box();
        }
        if ended.group == GroupKind::Field
            && let Some((from, Some(to))) = self.link.pop()
            && self.state.to == To::Text
        {
            self.out.note(AnnotationKind::Link, from, to, Authorship::default());
        }
    }

    /// Ends a font or a style of a table.
    fn name(&mut self, ended: &GroupState) {
        let name = std::mem::take(&mut self.collected);
        let name = name.trim().trim_end_matches(';');
        if ended.to == To::Font {
            words::named_font(&mut self.tables, ended.font, name);
        } else if ended.to == To::Style {
            let read = name.replace("_5f_", "_").replace("_20_", " ");
            if let Some(kind) = style::kind(&read) {
                self.tables.styles.insert(ended.paragraph.style, kind);
            }
        }
    }

    /// Keeps what a group that is no text held.
    fn keep(&mut self, ended: &GroupState) {
        let words = std::mem::take(&mut self.collected);
        let said = words.lines().map(tidy).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        match ended.to {
            To::Title => self.title = Some(said),
            To::Author => self.author = self.author.take().or(Some(said)),
            To::Reviser | To::Font | To::Style => self.name(ended),
            To::CommentBy => self.comment.by = Some(said),
            To::CommentOn => self.comment.on = Some(said),
            To::CommentAt => self.comment.at = said.parse().ok().and_then(moment),
            To::CommentFrom => {
                self.comments.insert(said, self.out.next());
            }
            To::Instruction => {
                if let Some((_, to)) = self.link.last_mut() {
                    *to = words::link(&said);
                }
                if let Some(line) = formula::field_line(&said).filter(|_| self.state.to == To::Text) {
                    let line = formula::behind(&line, self.out.so_far()).into_owned();
                    self.push(&line);
                }
            }
            To::Mark => self.mark = Some(said),
            To::Note => {
                let said = self.close_note();
                let here = self.out.here();
                self.out.note_at(AnnotationKind::Footnote, here, said, Authorship::default());
            }
            To::Comment => {
                let said = self.close_note();
                let RtfComment { by, on, at } = std::mem::take(&mut self.comment);
                let from = on.and_then(|on| self.comments.remove(&on)).unwrap_or_else(|| self.out.here());
                self.out.note(AnnotationKind::Comment, from, said, Authorship { by, at });
            }
            To::Deleted => {
                let hand = self.authorship(ended.inserted, ended.changed);
                self.out.deleted(said, hand);
            }
            To::Text | To::Nothing => {}
        }
        // What stands inside deleted words is none of them: they go on.
        if self.state.to == To::Deleted {
            self.collected = ended.held.clone().unwrap_or_default();
        }
    }
}
