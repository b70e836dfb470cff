//! What a word can be: one table of classes for the scale and for the grammar of attributions.

use std::ops::BitOr;

/// A set of word classes; a word may be in several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::propose) struct WordClass(u128);

/// Declares the classes, each a bit, and which of them belong to whom.
macro_rules! classes {
    ($($part:ident: $($(#[$doc:meta])+ $name:ident),+;)+) => {
        /// The bit of each class.
        #[allow(clippy::upper_case_acronyms, reason = "named as the constants are")]
        #[derive(Clone, Copy)]
        enum ClassBit { $($($name,)+)+ }

        impl WordClass {
            $($($(#[$doc])+ pub(in crate::propose) const $name: Self = Self(1 << ClassBit::$name as u128);)+)+
            $(const $part: Self = Self(0)$(.with(Self::$name))+;)+
        }
    };
}

classes! {
    SCALE_ONLY:
        /// two … ninety.
        COUNT,
        /// hundred, million.
        SCALE,
        /// several, dozens.
        MANY,
        /// percent.
        PERCENT,
        /// half, majority.
        FRACTION,
        /// first … tenth.
        ORDINAL,
        /// dollars.
        CURRENCY,
        /// The months.
        MONTH,
        /// The days of the week.
        WEEKDAY,
        /// yesterday, ago.
        TIME,
        /// tomorrow.
        COMING,
        /// hour, year.
        PERIOD,
        /// last, next: before a period.
        NEARBY,
        /// won, medal.
        RESULT,
        /// Nouns that open a sentence without being a name.
        COMMON,
        /// Dr, Mrs.
        ADDRESS,
        /// minister, police, study authors: who speaks by office.
        OFFICE,
        /// I, we.
        I,
        /// you.
        YOU,
        /// he, they.
        THEY,
        /// this, it, there.
        POINTING,
        /// Words that are no name though they begin a sentence with a capital.
        FUNCTION,
        /// Forms of have.
        HAVE,
        /// Forms of do.
        DO,
        /// will, shall.
        WILL,
        /// would, could.
        WOULD,
        /// if, perhaps.
        PERHAPS,
        /// should, must.
        SHOULD,
        /// can, may.
        CAN,
        /// want, hope.
        WANT,
        /// Irregular past tenses and participles.
        PAST,
        /// Verbs of coming and going, beginning and ending: the frame of an event rather than its point.
        ROUTINE,
        /// Common verbs.
        VERB,
        /// Words in -ed that tell no deed.
        NEVER,
        /// said, according.
        REPORTING,
        /// noted, reported: verbs that often tell something else.
        RETELLING,
        /// study, figures.
        EVIDENCE,
        /// more, than.
        COMPARATIVE,
        /// most, record.
        SUPERLATIVE,
        /// never, only.
        ABSOLUTE,
        /// all, only: weaker than never.
        EVERY,
        /// rose, fell.
        CHANGE,
        /// because, led.
        CAUSE,
        /// law, arrested.
        LAW,
        /// lied, fraud.
        ACCUSE,
        /// voted, promised.
        DECIDE,
        /// died, destroyed.
        HARM,
        /// paid, sold.
        DEALING,
        /// health, election.
        MATTER,
        /// good, terrible.
        OPINION,
        /// think, believe.
        THINK,
        /// thanks, hello.
        COURTESY,
        /// Verbs that open a request.
        COMMAND,
        /// Words that begin a remark about the talk.
        OPENER,
        /// not, without.
        NEGATIVE,
        /// image, photo.
        CREDIT;
    GRAMMAR_ONLY:
        /// A determiner or a number word: the, several, two.
        DET,
        /// A preposition.
        PREP,
        /// And, or.
        AND,
        /// But, yet, so: begins another clause.
        BUT,
        /// That, because, if: begins a clause inside another.
        SUBORD,
        /// Who, which, what.
        WH,
        /// A personal pronoun that can be a subject.
        PRONOUN,
        /// A personal pronoun that cannot.
        OBJECT,
        /// An auxiliary or modal verb.
        AUX,
        /// Not, never.
        NEG,
        /// An adverb that stands beside verbs.
        ADV,
        /// A word of time: Monday, last, week.
        WHEN,
        /// A title before a name: Mr., President.
        TITLE,
        /// What a person is by trade or office: spokesman, officials.
        ROLE,
        /// Several people or a body of people: officials, critics.
        PEOPLE,
        /// A word in the names of bodies: University, Inc.
        BODY,
        /// A word in the names of newspapers, agencies, broadcasters, or one for them.
        OUTLET,
        /// Something that speaks on paper: report, poll.
        PAPER,
        /// What somebody says something in: interview, statement.
        MEDIUM,
        /// A man's word or first name.
        MALE,
        /// A woman's word or first name.
        FEMALE,
        /// A first name.
        FIRST,
        /// The past tense of an irregular verb that attributes nothing.
        DEED,
        /// A verb that takes another one along: began to say, tried to say.
        RAISE,
        /// What one declines to do: comment, confirm.
        ANSWER,
        /// What a denial calls a thing: nonsense, false.
        FALSE,
        /// 's and its like.
        CLITIC,
        /// A place's name or a word for one.
        PLACE,
        /// A word that can attribute without being a verb of saying: according, words, comment, reached.
        HINT,
        /// What is granted or refused rather than said: a bill, a visa, a case.
        REFUSED;
    SHARED:
        /// Forms of be.
        BE;
}

impl WordClass {
    /// Nothing is known about the word.
    pub(in crate::propose) const NONE: Self = Self(0);

    /// Classes of nouns.
    pub(in crate::propose) const NOUNS: Self = Self::COMMON
        .with(Self::CURRENCY)
        .with(Self::EVIDENCE)
        .with(Self::MATTER)
        .with(Self::OFFICE)
        .with(Self::PERIOD)
        .with(Self::ADDRESS);

    /// This and `other`.
    pub(in crate::propose) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True when the word is in any class of `other`.
    pub(in crate::propose) const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// True for a word that is on no list.
    pub(in crate::propose) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What the scale of worth weighs.
    pub(in crate::propose) const fn for_scale(self) -> Self {
        Self(self.0 & Self::SCALE_ONLY.with(Self::SHARED).0)
    }

    /// What the grammar of attributions asks for.
    pub(in crate::propose) const fn for_grammar(self) -> Self {
        Self(self.0 & Self::GRAMMAR_ONLY.with(Self::SHARED).0)
    }

    /// The classes that `other` has too.
    pub(super) const fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is left of a word's classes in -ed or -ing: "authored" is no office.
    pub(super) const fn as_verb(self) -> Self {
        Self(self.0 & !Self::NOUNS.0)
    }
}

impl BitOr for WordClass {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.with(other)
    }
}
