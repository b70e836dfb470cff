//! What a word can be in a sentence: closed classes as bits, and the verbs that attribute.

use std::ops::BitOr;

/// A set of word classes; a word may be in several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct WordClass(u64);

impl WordClass {
    /// Nothing is known about the word.
    pub(super) const NONE: Self = Self(0);
    /// A determiner or a number word: the, several, two.
    pub(super) const DET: Self = Self(1);
    /// A preposition.
    pub(super) const PREP: Self = Self(1 << 1);
    /// And, or.
    pub(super) const AND: Self = Self(1 << 2);
    /// But, yet, so: begins another clause.
    pub(super) const BUT: Self = Self(1 << 3);
    /// That, because, if: begins a clause inside another.
    pub(super) const SUBORD: Self = Self(1 << 4);
    /// Who, which, what.
    pub(super) const WH: Self = Self(1 << 5);
    /// A personal pronoun that can be a subject.
    pub(super) const PRONOUN: Self = Self(1 << 6);
    /// A personal pronoun that cannot.
    pub(super) const OBJECT: Self = Self(1 << 7);
    /// An auxiliary or modal verb.
    pub(super) const AUX: Self = Self(1 << 8);
    /// A form of to be.
    pub(super) const BE: Self = Self(1 << 9);
    /// Not, never.
    pub(super) const NEG: Self = Self(1 << 10);
    /// An adverb that stands beside verbs.
    pub(super) const ADV: Self = Self(1 << 11);
    /// A word of time: Monday, last, week.
    pub(super) const TIME: Self = Self(1 << 12);
    /// A title before a name: Mr., President.
    pub(super) const TITLE: Self = Self(1 << 13);
    /// What a person is by trade or office: spokesman, officials.
    pub(super) const ROLE: Self = Self(1 << 14);
    /// Several people or a body of people: officials, critics.
    pub(super) const MANY: Self = Self(1 << 15);
    /// A word in the names of bodies: University, Inc.
    pub(super) const BODY: Self = Self(1 << 16);
    /// A word in the names of newspapers, agencies, broadcasters, or one for them.
    pub(super) const OUTLET: Self = Self(1 << 17);
    /// Something that speaks on paper: report, poll.
    pub(super) const PAPER: Self = Self(1 << 18);
    /// What somebody says something in: interview, statement.
    pub(super) const MEDIUM: Self = Self(1 << 19);
    /// A man's word or first name.
    pub(super) const MALE: Self = Self(1 << 20);
    /// A woman's word or first name.
    pub(super) const FEMALE: Self = Self(1 << 21);
    /// A first name.
    pub(super) const FIRST: Self = Self(1 << 22);
    /// The past tense of an irregular verb that attributes nothing.
    pub(super) const PAST: Self = Self(1 << 23);
    /// A verb that takes another one along: began to say, tried to say.
    pub(super) const RAISE: Self = Self(1 << 24);
    /// What one declines to do: comment, confirm.
    pub(super) const ANSWER: Self = Self(1 << 25);
    /// What a denial calls a thing: nonsense, false.
    pub(super) const FALSE: Self = Self(1 << 26);
    /// 's and its like.
    pub(super) const CLITIC: Self = Self(1 << 27);
    /// A place's name or a word for one.
    pub(super) const PLACE: Self = Self(1 << 28);

    /// A word that can attribute without being a verb of saying: according, words, comment, reached.
    pub(super) const HINT: Self = Self(1 << 29);

    /// What is granted or refused rather than said: a bill, a visa, a case.
    pub(super) const REFUSED: Self = Self(1 << 30);

    /// This and `other`.
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True when the word is in any class of `other`.
    pub(super) const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for WordClass {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.with(other)
    }
}

/// What somebody does with an attributing verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Says something; the verb may stand before its subject.
    Say,
    /// Tells somebody.
    Tell,
    /// Believes, hopes, fears something.
    Think,
    /// Does something by speaking: urges, accuses, praises.
    Urge,
    /// Lets something be seen, as a study does.
    Show,
    /// Says that something is not so.
    Deny,
    /// Does not want to, when an answer is what is declined.
    Decline,
    /// Answers; with a negation: gives no answer.
    Respond,
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VerbForm {
    /// Say.
    Base,
    /// Says.
    Third,
    /// Said, as past tense or participle.
    Past,
    /// Saying.
    Ing,
}

/// A verb that attributes, in one of its forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CueVerb {
    /// What is done.
    pub(super) act: Act,
    /// The form.
    pub(super) form: VerbForm,
    /// The form is as often a noun: claims, reports.
    pub(super) noun: bool,
    /// It attributes only with something said beside it: "added that" against "added 200 jobs".
    pub(super) strict: bool,
}
