//! The kinds of findings: one table, from which the command and the documents are made.

/// Declares the kinds with their codes and what they are about.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $code:literal, $about:literal, $example:literal;)+) => {
        /// A kind of finding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum FindingKind {
            $(#[doc = $about] $kind,)+
        }

        /// Every kind, in the order in which they are told.
        pub const KINDS: &[KindRow] = &[$(KindRow { kind: FindingKind::$kind, code: $code, about: $about, example: $example },)+];
    };
}

/// A row of the table of kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindRow {
    /// The kind.
    pub kind: FindingKind,
    /// Its code in JSON.
    pub code: &'static str,
    /// What it is about.
    pub about: &'static str,
    /// Words that have one.
    pub example: &'static str,
}

kinds! {
    Weekday = "weekday", "a weekday against its date", "Monday, 13 May 2025";
    Calendar = "calendar", "a day that its month does not have", "31 April 2019";
    Age = "age", "an age against the years of birth and death", "born in 1931, died in 2003 at the age of 82";
    Anniversary = "anniversary", "an anniversary against the year it counts from", "founded in 1917, its 90th birthday in 2017";
    Order = "order", "an end before its beginning, a before that is an after", "mayor from 2013 until 2010";
    Duration = "duration", "a length of time against its beginning and end", "from 9 a.m. until 2 p.m., seven hours";
    Relative = "relative", "how long before or after, or \"the next day\", against the dates", "founded in 1998, 9 years before it was sold in 2011";
    Sum = "sum", "parts against their sum", "of 240, 150 for, 70 against and 40 undecided";
    Share = "share", "a share against its numbers", "of 200, 80, or 25 percent";
    Points = "points", "percent where percentage points are meant", "from 20 percent to 25 percent, up 5 percent";
    Change = "change", "a change against its two values", "rose by 30 percent, from 50 to 60";
    Difference = "difference", "a difference against its two values", "took in 9 and spent 7, a profit of 3";
    Rate = "rate", "a rate times a number against the whole", "at $15 an hour for 40 hours, $750";
    Count = "count", "a list against its stated count", "three people: the mayor and the treasurer";
    Times = "times", "years against how many they are said to be", "in 2008, 2012 and 2016, four times";
    Unit = "unit", "a measure against its conversion", "50 miles (30 km)";
    Currency = "currency", "two currencies whose rate can't be", "100 euros ($1,100)";
    Magnitude = "magnitude", "one figure with two orders of magnitude, one amount in two scales", "Rs 5 crore (5 million rupees)";
    Quantity = "quantity", "one quantity with two values", "damaged 430 homes … the 340 damaged homes";
    Casualties = "casualties", "the dead against their sum", "41 people died … nine women and five men";
    Headline = "headline", "a figure of the headline, dek or a caption against the body", "40th anniversary … the 30th anniversary";
    Name = "name", "one name in two spellings", "Halvorson … Halvorsen";
    FirstName = "firstname", "one person with two first names", "Carol Osterman … Karen Osterman";
    Title = "title", "one person with two ranks or two callings", "Captain Ashgrove … Colonel Ashgrove";
    Pronoun = "pronoun", "one person as he and as she", "Erik Dahl lost her job. He …";
    Attribution = "attribution", "one quotation from two mouths", "\"Not a cent,\" said Holm … \"not a cent\", Berg said";
    Acronym = "acronym", "an acronym with its letters swapped, or with two meanings", "KCNA … KNCA";
}

impl FindingKind {
    /// Its code in JSON.
    pub fn code(self) -> &'static str {
        KINDS.iter().find(|row| row.kind == self).map_or("", |row| row.code)
    }
}
