//! What a speaker is, by the words that name it: a person, an organization, or a thing that was read out.

/// What schema.org calls whoever or whatever says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AgentKind {
    /// Somebody, or some people.
    Person,
    /// A house, an office, a company.
    Organization,
    /// A report, a letter, a sign: schema.org names no kind of author for these.
    Thing,
}

impl AgentKind {
    /// Its `@type`.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Organization => "Organization",
            Self::Thing => "Thing",
        }
    }

    /// The kind of the speaker called `name`, by the noun that the name is built on: "the ministry's report" is a report, "the head of
    /// the council" a head, "Department for Transport" a department.
    pub(super) fn of(name: &str) -> Self {
        let words: Vec<&str> = name.split_whitespace().collect();
        let led = |word: &&&str| !OF.contains(&word.to_lowercase().as_str()) && !word.starts_with('(');
        let own: Vec<&str> = words.iter().take_while(led).copied().collect();
        // What follows a comma says more of whoever was named: "Anna Roe, the council's lawyer".
        let until = own.iter().position(|word| word.ends_with(','));
        let own = until.and_then(|at| own.get(..=at)).unwrap_or(&own);
        let bare = |word: &&str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let Some(head) = own.last().map(bare) else { return Self::Person };
        let lower = head.to_lowercase();
        let single = match lower.strip_suffix("ies") {
            Some(stem) => format!("{stem}y"),
            None => lower.strip_suffix('s').unwrap_or(&lower).to_owned(),
        };
        let any = |list: &[&str]| list.contains(&lower.as_str()) || list.contains(&single.as_str());
        let initials = head.chars().count() >= 2 && head.chars().all(char::is_uppercase);
        if any(&WORKS) {
            Self::Thing
        } else if any(&HOUSES)
            || initials
            || own.iter().any(|word| COMPANIES.contains(&bare(word).to_lowercase().as_str()))
        {
            Self::Organization
        } else {
            Self::Person
        }
    }
}

/// Words behind which a name says what it belongs to.
const OF: [&str; 13] = ["of", "by", "at", "for", "from", "in", "on", "with", "who", "which", "that", "to", "about"];

/// How companies end.
const COMPANIES: [&str; 14] =
    ["inc", "ltd", "llc", "plc", "gmbh", "ag", "asa", "corp", "co", "oy", "oyj", "bv", "nv", "spa"];

/// What is read, heard or looked at.
const WORKS: [&str; 56] = [
    "advert",
    "advertisement",
    "agreement",
    "analysis",
    "article",
    "audit",
    "bill",
    "book",
    "budget",
    "census",
    "chart",
    "contract",
    "data",
    "database",
    "decision",
    "document",
    "draft",
    "email",
    "figure",
    "file",
    "filing",
    "form",
    "graph",
    "indictment",
    "inscription",
    "invoice",
    "law",
    "leaflet",
    "letter",
    "list",
    "log",
    "map",
    "memo",
    "message",
    "minutes",
    "note",
    "notice",
    "paper",
    "plan",
    "plaque",
    "poll",
    "poster",
    "programme",
    "record",
    "register",
    "release",
    "report",
    "ruling",
    "sign",
    "statement",
    "statistic",
    "study",
    "survey",
    "table",
    "verdict",
    "website",
];

/// Words that houses, offices and societies are called by.
const HOUSES: [&str; 62] = [
    "academy",
    "administration",
    "agency",
    "alliance",
    "archive",
    "army",
    "association",
    "authority",
    "bank",
    "board",
    "brigade",
    "bureau",
    "cabinet",
    "centre",
    "center",
    "charity",
    "church",
    "club",
    "college",
    "commission",
    "committee",
    "company",
    "confederation",
    "congress",
    "consortium",
    "corporation",
    "council",
    "court",
    "department",
    "embassy",
    "federation",
    "firm",
    "force",
    "foundation",
    "fund",
    "government",
    "group",
    "hospital",
    "institute",
    "institution",
    "library",
    "ministry",
    "museum",
    "network",
    "office",
    "operator",
    "organisation",
    "organization",
    "parliament",
    "party",
    "police",
    "school",
    "senate",
    "service",
    "society",
    "supplier",
    "team",
    "trust",
    "union",
    "university",
    "utility",
    "watchdog",
];

#[cfg(test)]
mod tests {
    use super::AgentKind;

    #[test]
    fn a_speaker_is_what_its_noun_says() {
        for (name, wanted) in [
            ("Anna Roe", AgentKind::Person),
            ("the mayor of Bergen", AgentKind::Person),
            ("Anna Roe of the Road Institute", AgentKind::Person),
            ("Anna Roe, the council's lawyer", AgentKind::Person),
            ("a council spokesman", AgentKind::Person),
            ("the head of the agency", AgentKind::Person),
            ("residents", AgentKind::Person),
            ("the company", AgentKind::Organization),
            ("the Ministry of Health", AgentKind::Organization),
            ("Department for Transport", AgentKind::Organization),
            ("the police", AgentKind::Organization),
            ("NATO", AgentKind::Organization),
            ("Quay Works Ltd", AgentKind::Organization),
            ("city agencies", AgentKind::Organization),
            ("a report", AgentKind::Thing),
            ("the ministry's report", AgentKind::Thing),
            ("a survey by the university", AgentKind::Thing),
            ("the minutes", AgentKind::Thing),
            ("court documents", AgentKind::Thing),
            ("", AgentKind::Person),
        ] {
            assert_eq!(AgentKind::of(name), wanted, "{name}");
        }
    }
}
