//! The named features of a line, and what each says for or against its being article text.

/// One thing that can be seen of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feature {
    /// Six words or more, and a stop.
    Sentence,
    /// Twelve words or more.
    Dozen,
    /// Twenty-five words or more.
    Long,
    /// Forty words or more.
    VeryLong,
    /// A stop inside, with more after it.
    TwoSentences,
    /// Most words begin small, as in running text.
    SmallLetters,
    /// Most words begin with a capital, as in titles and menus.
    Capitals,
    /// No stop at the end.
    NoStop,
    /// Three words or fewer.
    Tiny,
    /// Four to six words.
    Short,
    /// No letter, or nothing but an address.
    Wordless,
    /// Six words or more, all in capitals.
    Shout,
    /// Ends in an ellipsis, as teasers do.
    Teaser,
    /// A button's or label's words.
    Label,
    /// Speaks to the reader as a page does: sign up, accept, follow.
    Plea,
    /// A picture's credit.
    Credit,
    /// A date or time of publication.
    Date,
    /// The author's line.
    Byline,
    /// The same line stands elsewhere in the text.
    Repeated,
    /// Points to another article: "Read more: …".
    Pointer,
    /// Heads a list of other articles: "Most popular".
    Related,
    /// Heads the readers' comments.
    Discussion,
    /// Numbers, commas or brackets, as in tables and listings.
    Detail,
    /// A web page: another reader of pages takes it for the article.
    Extracted,
    /// A web page: that reader found the article, and this is not in it.
    LeftOut,
    /// A web page: short, and most of it is links.
    Linked,
    /// A web page: stands in a part of it that is not the article.
    Apart,
    /// A web page: by its element the author or the date.
    Fact,
    /// A web page: by its element a picture's words.
    Caption,
    /// A web page: the page gives it to machines as part of the article's text.
    Declared,
    /// Has the words of a plea, and asks nobody for anything: "10,000 subscribers".
    Impersonal,
    /// A web page: a picture's words that say more than whose picture it is.
    Told,
}

impl Feature {
    /// Tenths of a point towards article text; negative speaks for furniture.
    pub(super) const fn tenths(self) -> i32 {
        match self {
            Self::Sentence | Self::Long | Self::Extracted | Self::Declared => 10,
            Self::Dozen | Self::VeryLong | Self::TwoSentences | Self::SmallLetters => 5,
            Self::Short => -4,
            Self::Wordless | Self::Shout => -5,
            Self::NoStop | Self::Repeated => -7,
            Self::Capitals | Self::Tiny => -8,
            Self::Label => -15,
            Self::LeftOut => -25,
            Self::Teaser | Self::Date | Self::Byline | Self::Fact | Self::Caption => -10,
            Self::Plea | Self::Credit | Self::Linked => -20,
            Self::Apart => -40,
            Self::Pointer | Self::Related | Self::Discussion | Self::Detail | Self::Impersonal | Self::Told => 0,
        }
    }
}

/// The features of one line, with their sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Features {
    seen: u32,
    tenths: i32,
}

impl Features {
    /// Notes a feature, once.
    pub(crate) const fn note(&mut self, feature: Feature) {
        if !self.has(feature) {
            self.seen |= 1 << feature as u32;
            self.tenths += feature.tenths();
        }
    }

    /// Takes a feature back.
    pub(super) const fn forget(&mut self, feature: Feature) {
        if self.has(feature) {
            self.seen &= !(1 << feature as u32);
            self.tenths -= feature.tenths();
        }
    }

    /// True when the line shows it.
    pub(super) const fn has(self, feature: Feature) -> bool {
        self.seen & (1 << feature as u32) != 0
    }

    /// True when the line shows one of them.
    pub(super) fn any(self, features: &[Feature]) -> bool {
        features.iter().any(|feature| self.has(*feature))
    }

    /// The sum, in tenths of a point: running text is well above 0.
    pub(super) const fn tenths(self) -> i32 {
        self.tenths
    }
}
