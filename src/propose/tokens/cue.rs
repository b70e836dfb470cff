//! The verbs that attribute: what they do, and in which form.

/// What somebody does with an attributing verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::propose) enum Act {
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
pub(in crate::propose) enum VerbForm {
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
pub(in crate::propose) struct CueVerb {
    /// What is done.
    pub(in crate::propose) act: Act,
    /// The form.
    pub(in crate::propose) form: VerbForm,
    /// The form is as often a noun: claims, reports.
    pub(in crate::propose) noun: bool,
    /// It attributes only with something said beside it: "added that" against "added 200 jobs".
    pub(in crate::propose) strict: bool,
}
