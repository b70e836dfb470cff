//! The closed list of reasons: what each is called, what it says, and what it counts.

/// One reason of the closed list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReasonRow {
    /// The word that stands in session files and in a file of weights.
    pub code: &'static str,
    /// What a reviewer reads; the words it points at follow after a colon.
    pub says: &'static str,
    /// Points for one clear case of it, before the logistic; negative speaks against.
    pub points: f64,
}

/// Declares the reasons once: the enum, its table, and the order of both.
macro_rules! reasons {
    ($($(#[$doc:meta])+ $name:ident = $code:literal, $says:literal, $points:expr;)+) => {
        /// A reason, as an index into the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum ReasonCode {
            $($(#[$doc])+ $name,)+
        }

        /// The table, in the order of `ReasonCode`.
        pub(super) const TABLE: &[ReasonRow] = &[$(ReasonRow { code: $code, says: $says, points: $points },)+];

        impl ReasonCode {
            /// Every code, in the order of the table.
            #[cfg(test)]
            pub(super) const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its row.
            pub(super) const fn row(self) -> ReasonRow {
                match self {
                    $(Self::$name => ReasonRow { code: $code, says: $says, points: $points },)+
                }
            }
        }
    };
}

reasons! {
    /// A count or measure, in digits or words.
    Quantity = "quantity", "a quantity", 1.1;
    /// A sum of money.
    Money = "money", "a sum of money", 2.2;
    /// Percent, a fraction, a majority.
    Share = "share", "a share", 2.1;
    /// An ordinal, a victory, an award: a place in an order.
    Rank = "rank", "a rank or result", 0.6;
    /// A day, a year, a period.
    Date = "date", "a date or period", 0.7;
    /// Somebody or something called by name.
    Name = "name", "a name", 0.5;
    /// Somebody called by office, trade or body.
    Office = "office", "an office or body", 0.25;
    /// More, less, than.
    Comparison = "comparison", "a comparison", 0.55;
    /// Most, best, record.
    Superlative = "superlative", "a superlative", 0.5;
    /// Never, always, nobody, only: one case to the contrary refutes it.
    Absolute = "absolute", "leaves no exception", 0.2;
    /// Rose, fell, doubled.
    Change = "change", "a change over time", 0.6;
    /// Because, led to, as a result.
    Cause = "cause", "a cause or effect", 0.4;
    /// Law, courts, crime and punishment.
    Law = "law", "law and courts", 0.7;
    /// Says that somebody did wrong.
    Accusation = "accusation", "an accusation", 0.7;
    /// Somebody is said to have said, thought or wanted it.
    Reported = "reported", "reported speech or view", 1.4;
    /// Somebody's exact words.
    Quotation = "quotation", "somebody's exact words", 0.2;
    /// Rests on a study, a figure, a document.
    Evidence = "evidence", "points to evidence", 0.5;
    /// Votes, laws passed, promises made or broken.
    Decision = "decision", "a decision, vote or promise", 0.5;
    /// Death, injury, destruction.
    Harm = "harm", "harm done", 0.5;
    /// Money or goods change hands.
    Dealing = "dealing", "money or goods change hands", 0.5;
    /// A field in which being wrong matters to the public.
    Matter = "matter", "a public matter", 0.4;
    /// What somebody did, what happened, or how things stand.
    Fact = "fact", "told as a fact", 0.5;
    /// Says that something is not so.
    Denial = "denial", "says that it is not so", 0.1;
    /// A long sentence says more that can be wrong.
    Length = "length", "says much", 0.35;
    /// It asks.
    Question = "question", "a question", -2.0;
    /// It tells somebody to do something.
    Imperative = "imperative", "a request or command", -1.2;
    /// Thanks, greetings, excuses.
    Courtesy = "courtesy", "a courtesy", -1.0;
    /// A value judgement, a belief, what should be.
    Opinion = "opinion", "an opinion", -1.0;
    /// What the speaker means or wants to do.
    Intention = "intention", "what the speaker wants to do", -1.2;
    /// What is yet to come.
    Prediction = "prediction", "about the future", -0.5;
    /// If, would, could, perhaps.
    Hypothetical = "hypothetical", "a supposition", -0.6;
    /// The speaker about themselves, or what they feel.
    FirstPerson = "first_person", "the speaker about themselves", -0.3;
    /// Talk about the talk.
    Remark = "remark", "a remark about the talk", -0.7;
    /// No verb, broken off, or a few words only.
    Fragment = "fragment", "no full statement", -1.4;
    /// No name, figure, date or public matter.
    Vague = "vague", "names nothing that can be looked up", -0.5;
    /// The credit of a picture.
    Credit = "credit", "the credit of a picture", -2.5;
}

/// The closed list of reasons, with the built-in points.
pub const fn reasons() -> &'static [ReasonRow] {
    TABLE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_enum_and_the_table_run_in_step() {
        assert_eq!(ReasonCode::ALL.len(), TABLE.len());
        for (index, code) in ReasonCode::ALL.iter().enumerate() {
            assert_eq!(*code as usize, index);
            assert_eq!(code.row(), TABLE[index]);
        }
    }

    #[test]
    fn codes_are_single_words_and_differ() {
        let mut codes: Vec<_> = TABLE.iter().map(|row| row.code).collect();
        assert!(codes.iter().all(|code| code.chars().all(|c| c.is_ascii_lowercase() || c == '_')));
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), TABLE.len());
    }
}
