//! The tokens of RTF: groups, control words with their numbers, bytes of text.

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RtfToken<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// A control word and its number, `\fs36`.
    Word(&'a [u8], Option<i32>),
    /// A control symbol, `\~`.
    Symbol(u8),
    /// A byte by its code, `\'e5`.
    Code(u8),
    /// Bytes of text without line breaks.
    Text(&'a [u8]),
}

/// The tokens of a text; bytes of `\bin` are passed by.
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    /// The tokens of `bytes`.
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn cut(&mut self, at: usize) -> &'a [u8] {
        let (head, rest) = self.rest.split_at_checked(at).unwrap_or((self.rest, &[]));
        self.rest = rest;
        head
    }

    /// What follows a backslash.
    fn control(&mut self) -> Option<RtfToken<'a>> {
        let first = *self.rest.first()?;
        if first == b'\'' {
            self.cut(1);
            let code = self.rest.get(..2).and_then(|code| std::str::from_utf8(code).ok());
            let code = code.and_then(|code| u8::from_str_radix(code, 16).ok());
            self.cut(if code.is_some() { 2 } else { 0 });
            return Some(RtfToken::Code(code.unwrap_or(b'?')));
        }
        if !first.is_ascii_alphabetic() {
            self.cut(1);
            // A broken line after a backslash ends the paragraph, however the system writes it.
            return Some(RtfToken::Symbol(if first == b'\r' { b'\n' } else { first }));
        }
        let letters = self.rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let word = self.cut(letters);
        let sign = usize::from(self.rest.first() == Some(&b'-'));
        let figures = self.rest.iter().skip(sign).take_while(|byte| byte.is_ascii_digit()).count();
        let number = if figures > 0 { std::str::from_utf8(self.cut(sign + figures)).ok() } else { None };
        let number = number.and_then(|number| number.parse().ok());
        // One blank ends the word and is no text.
        self.cut(usize::from(self.rest.first() == Some(&b' ')));
        if let (b"bin", Some(length)) = (word, number) {
            self.cut(usize::try_from(length).unwrap_or(0));
        }
        Some(RtfToken::Word(word, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = RtfToken<'a>;

    fn next(&mut self) -> Option<RtfToken<'a>> {
        loop {
            match *self.rest.first()? {
                b'\r' | b'\n' | 0 => drop(self.cut(1)),
                b'{' => {
                    self.cut(1);
                    return Some(RtfToken::Open);
                }
                b'}' => {
                    self.cut(1);
                    return Some(RtfToken::Close);
                }
                b'\\' => {
                    self.cut(1);
                    return self.control();
                }
                _ => {
                    let end = self.rest.iter().position(|byte| matches!(byte, b'\\' | b'{' | b'}' | b'\r' | b'\n' | 0));
                    return Some(RtfToken::Text(self.cut(end.unwrap_or(self.rest.len()))));
                }
            }
        }
    }
}
