//! A text as keyboards type it, to be searched at the speed of the memory, with what was set in its place.

use std::ops::Range;

use super::Span;
use super::typed::typed_for;

/// Bytes of one character that was set otherwise than it is typed: where it is typed, in how many bytes, the character.
const SET: usize = 9;

/// A text in the characters of a keyboard: quotes and dashes straight, no accents, nothing that is not seen. Capitals stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyboardText {
    /// What is searched.
    pub text: String,
    /// What was set in its place, in order, as [`SetText`] reads it.
    pub set: Vec<u8>,
}

impl KeyboardText {
    /// Adds `text`.
    pub fn push(&mut self, text: &str) {
        self.push_placing(text, &mut []);
    }

    /// Adds `text`, in which `places` are offsets in bytes, in ascending order; they become offsets of what is searched. One beyond the
    /// end or within a character becomes that of the next character.
    pub fn push_placing(&mut self, text: &str, places: &mut [usize]) {
        let mut places = places.iter_mut().peekable();
        let mut rest = text;
        while !rest.is_empty() {
            let plain = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
            let (begin, from) = (self.text.len(), text.len() - rest.len());
            let (head, tail) = rest.split_at_checked(plain).unwrap_or((rest, ""));
            while let Some(place) = places.next_if(|place| **place <= from + plain) {
                *place = begin + place.saturating_sub(from);
            }
            self.text.push_str(head);
            let Some(set) = tail.chars().next() else { break };
            self.push_set(set);
            rest = tail.get(set.len_utf8()..).unwrap_or_default();
        }
        places.for_each(|place| *place = self.text.len());
    }

    /// Adds a character beyond ASCII.
    fn push_set(&mut self, set: char) {
        let at = self.text.len();
        self.text.extend(typed_for(set));
        let typed = self.text.get(at..).unwrap_or_default();
        if !typed.chars().eq([set]) {
            let length = u8::try_from(typed.len()).unwrap_or_default();
            self.set.extend(u32::try_from(at).unwrap_or(u32::MAX).to_le_bytes());
            self.set.push(length);
            self.set.extend(u32::from(set).to_le_bytes());
        }
    }

    /// To be read.
    pub fn view(&self) -> SetText<'_> {
        SetText { text: &self.text, set: self.set.as_chunks::<SET>().0 }
    }
}

/// A [`KeyboardText`] as it is kept.
#[derive(Clone, Copy, Debug)]
pub struct SetText<'a> {
    /// What is searched.
    pub text: &'a str,
    set: &'a [[u8; SET]],
}

/// A character that was set otherwise than it is typed.
struct SetChar {
    typed: Range<usize>,
    set: Option<char>,
}

impl SetChar {
    fn of(entry: &[u8; SET]) -> Self {
        let number = |bytes: Option<&[u8; 4]>| bytes.map_or(u32::MAX, |bytes| u32::from_le_bytes(*bytes));
        let at = usize::try_from(number(entry.first_chunk())).unwrap_or(usize::MAX);
        let length = entry.get(4).copied().map_or(0, usize::from);
        Self { typed: at..at.saturating_add(length), set: char::from_u32(number(entry.last_chunk())) }
    }
}

impl<'a> SetText<'a> {
    /// A text and what was set in it, as [`KeyboardText`] has them.
    pub fn new(text: &'a str, set: &'a [u8]) -> Self {
        Self { text, set: set.as_chunks::<SET>().0 }
    }

    /// What was set at `span` of what is searched. A character of which `span` has a part is there whole; an accent that stands apart
    /// belongs to the letter before it.
    pub fn set(&self, span: Span) -> String {
        let mut made = String::with_capacity(span.len());
        let mut from = self.whole(span.start);
        let first = self.set.partition_point(|set| {
            let SetChar { typed, .. } = SetChar::of(set);
            typed.start < from || typed.is_empty() && typed.start == from
        });
        for set in self.set.iter().skip(first).map(SetChar::of) {
            let SetChar { typed, set } = set;
            if typed.start > span.end || typed.start == span.end && !typed.is_empty() {
                break;
            }
            made.push_str(self.text.get(from..typed.start).unwrap_or_default());
            made.extend(set);
            from = typed.end;
        }
        made.push_str(self.text.get(from..span.end.max(from)).unwrap_or_default());
        made
    }

    /// `at` of what is searched, or where the character begins that was set there.
    pub fn whole(&self, at: usize) -> usize {
        let before = self.set.partition_point(|set| SetChar::of(set).typed.start < at);
        let last = before.checked_sub(1).and_then(|last| self.set.get(last)).map(SetChar::of);
        last.filter(|last| last.typed.contains(&at)).map_or(at, |last| last.typed.start)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn typed(text: &str) -> KeyboardText {
        let mut made = KeyboardText::default();
        made.push(text);
        made
    }

    #[test]
    fn what_was_set_is_searched_as_it_is_typed_and_comes_back() {
        for (set, as_typed) in [
            ("the mayor’s “plan” – 2019–2021…", "the mayor's \"plan\" - 2019-2021..."),
            ("Café Émile, cafe\u{301}", "Cafe Emile, cafe"),
            ("bud\u{ad}get ﬁrm, ½ km²", "budget firm, 1/2 km2"),
            ("Łódź, Straße, Київ", "Lodz, Strasse, Київ"),
            ("42\u{a0}000", "42 000"),
        ] {
            let made = typed(set);
            assert_eq!(made.text, as_typed);
            assert_eq!(made.view().set(Span::new(0, made.text.len())), set);
        }
    }

    #[test]
    fn a_part_of_a_character_is_the_whole_of_it_and_an_accent_goes_with_its_letter() {
        let made = typed("½ of the cafe\u{301} on");
        let set = |from, to| made.view().set(Span::new(from, to));
        assert_eq!(set(2, 3), "½");
        assert_eq!(set(0, 1), "½");
        assert_eq!(set(10, 13), " ca");
        assert_eq!(set(11, 15), "cafe\u{301}");
        assert_eq!(set(15, 18), " on");
    }

    proptest! {
        #[test]
        fn a_text_cut_between_characters_is_put_together_again(
            text in "[a ’é½\u{301}Жß…]{0,20}", more in "[a’é]{1,5}", cut in 0_usize..21
        ) {
            let mut places: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(cut).take(1).collect();
            let was = places.first().copied().unwrap_or(text.len());
            let mut made = typed(&more);
            made.push_placing(&text, &mut places);
            let at = places.first().copied().unwrap_or(made.text.len());
            let view = made.view();
            let (head, tail) = (view.set(Span::new(0, at)), view.set(Span::new(at, made.text.len())));
            prop_assert_eq!(format!("{head}{tail}"), format!("{more}{text}"));
            // What nothing is typed for goes with what stands before.
            let rest = text.get(was..).unwrap().trim_start_matches('\u{301}');
            prop_assert_eq!(tail, rest);
        }
    }
}
