//! What a word can be: the classes that lists and rules of the scale share.

/// What a word can be; a word is often several things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// two … ninety.
    Count,
    /// hundred, million.
    Scale,
    /// several, dozens.
    Many,
    /// percent.
    Percent,
    /// half, majority.
    Fraction,
    /// first … tenth.
    Ordinal,
    /// dollars.
    Currency,
    /// The months.
    Month,
    /// The days of the week.
    Weekday,
    /// yesterday, ago.
    Time,
    /// tomorrow.
    Coming,
    /// hour, year.
    Period,
    /// last, next: before a period.
    Nearby,
    /// won, medal.
    Result,
    /// Nouns that open a sentence without being a name.
    Common,
    /// Dr, Mrs.
    Title,
    /// minister, police, study authors: who speaks by office.
    Office,
    /// I, we.
    I,
    /// you.
    You,
    /// he, they.
    They,
    /// this, it, there.
    Pointing,
    /// Words that are no name though they begin a sentence with a capital.
    Function,
    /// Forms of be.
    Be,
    /// Forms of have.
    Have,
    /// Forms of do.
    Do,
    /// will, shall.
    Will,
    /// would, could.
    Would,
    /// if, perhaps.
    Perhaps,
    /// should, must.
    Should,
    /// can, may.
    Can,
    /// want, hope.
    Want,
    /// Irregular past tenses and participles.
    Past,
    /// Verbs of coming and going, beginning and ending: the frame of an event rather than its point.
    Routine,
    /// Common verbs.
    Verb,
    /// Words in -ed that tell no deed.
    Never,
    /// said, according.
    Reporting,
    /// noted, reported: verbs that often tell something else.
    Retelling,
    /// study, figures.
    Evidence,
    /// more, than.
    Comparative,
    /// most, record.
    Superlative,
    /// never, only.
    Absolute,
    /// all, only: weaker than never.
    Every,
    /// rose, fell.
    Change,
    /// because, led.
    Cause,
    /// law, arrested.
    Law,
    /// lied, fraud.
    Accuse,
    /// voted, promised.
    Decide,
    /// died, destroyed.
    Harm,
    /// paid, sold.
    Dealing,
    /// health, election.
    Matter,
    /// good, terrible.
    Opinion,
    /// think, believe.
    Think,
    /// thanks, hello.
    Courtesy,
    /// Verbs that open a request.
    Command,
    /// Words that begin a remark about the talk.
    Opener,
    /// not, without.
    Negative,
    /// image, photo.
    Credit,
}

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Classes(u64);

impl Classes {
    /// True when the word is a `class`.
    pub(super) const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u64) != 0
    }

    /// True when it is any of `classes`.
    pub(super) fn any(self, classes: &[Class]) -> bool {
        self.meets(Self::of(classes))
    }

    /// True when the sets have a class in common.
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The set of `classes`.
    pub(super) fn of(classes: &[Class]) -> Self {
        classes.iter().fold(Self(0), |set, class| set.with(*class))
    }

    /// True for a word that is on no list.
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Both sets together.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is left of a word's classes in -ed or -ing: "authored" is no office.
    pub(super) const fn as_verb(self) -> Self {
        Self(self.0 & !Self::NOUNS.0)
    }

    /// Classes of nouns.
    const NOUNS: Self = Self(0)
        .with(Class::Common)
        .with(Class::Currency)
        .with(Class::Evidence)
        .with(Class::Matter)
        .with(Class::Office)
        .with(Class::Period)
        .with(Class::Title);

    /// With `class` as well.
    pub(super) const fn with(self, class: Class) -> Self {
        Self(self.0 | 1 << class as u64)
    }
}
