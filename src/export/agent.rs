//! What a speaker is, by the words that name it: a person, an organization, or a thing that was read out.

/// What schema.org calls whoever or whatever says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AgentKind {
    /// Somebody.
    Person,
    /// A house, an office, a company.
    Organization,
    /// A report, a letter, a sign, or several people: schema.org names no kind of author for these.
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
        // "WHO" is none of these: what is written in capitals is a name.
        let led = |word: &&&str| !OF.contains(&lowered(word).as_str()) && !word.starts_with('(') || is_initials(word);
        let own: Vec<&str> = words.iter().take_while(led).copied().collect();
        // What follows a comma says more of whoever was named: "Anna Roe, the council's lawyer".
        let until = own.iter().position(|word| word.ends_with(','));
        let own = until.and_then(|at| own.get(..=at)).unwrap_or(&own);
        let Some(head) = own.last() else { return Self::Person };
        let bare = lowered(name.strip_prefix("the ").unwrap_or(name));
        if KNOWN.split('|').any(|known| known == bare) {
            return Self::Organization;
        }
        let noun = Noun::of(head);
        if noun.is(WORKS) {
            Self::Thing
        } else if noun.is(HOUSES) || is_initials(head) || own.iter().any(|word| Noun::of(word).is(COMPANIES)) {
            Self::Organization
        } else if own.iter().any(|word| word.eq_ignore_ascii_case("and")) || noun.is_many() {
            // Two people, "residents": nobody of whom there is one.
            Self::Thing
        } else if own.iter().any(|word| Noun::of(word).is(TITLES)) {
            Self::Person
        } else if is_called_so(own) {
            Self::Organization
        } else {
            Self::Person
        }
    }
}

/// True for a name in capitals that no person has: one with a house in it, "Statistics Norway", or one with an article, "the Kremlin".
fn is_called_so(own: &[&str]) -> bool {
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    let named: Vec<&str> = own.iter().copied().filter(is_capital).collect();
    let with_article = own.first().is_some_and(|word| word.eq_ignore_ascii_case("the"));
    let head = own.last().is_some_and(is_capital);
    let house =
        named.len() > 1 && named.iter().map(|word| Noun::of(word)).any(|noun| noun.is(HOUSES) || noun.is(SIGNS));
    let foreign = own.last().is_some_and(|word| Noun::of(word).is(SIGNS));
    with_article && head || house || foreign
}

/// The letters and figures of a word in small letters.
fn lowered(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// True for "NATO", "WHO": capitals alone.
fn is_initials(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    bare.chars().count() >= 2 && bare.chars().all(char::is_uppercase)
}

/// A word of a name as lists have it: in small letters, and in the singular.
struct Noun {
    word: String,
    single: String,
}

impl Noun {
    fn of(word: &str) -> Self {
        let word = lowered(word);
        let single = match word.strip_suffix("ies") {
            Some(stem) => format!("{stem}y"),
            None => word.strip_suffix('s').unwrap_or(&word).to_owned(),
        };
        Self { word, single }
    }

    fn is(&self, list: &str) -> bool {
        list.split(' ').any(|word| word == self.word || word == self.single)
    }

    /// True for several people: "residents".
    fn is_many(&self) -> bool {
        let has = |list: &str, wanted: &str| list.split(' ').any(|word| word == wanted);
        has(CROWDS, &self.word) || self.word.ends_with('s') && has(TITLES, &self.single)
    }
}

/// Words behind which a name says what it belongs to.
const OF: [&str; 13] = ["of", "by", "at", "for", "from", "in", "on", "with", "who", "which", "that", "to", "about"];

/// How companies end.
const COMPANIES: &str = "inc ltd llc plc gmbh ag asa corp co oy oyj bv nv spa";

/// What people are called by, whose name may stand beside that of a house: "Police chief Jon Lie".
const TITLES: &str = "activist adviser ambassador analyst author bishop boss campaigner captain chair chairman chairwoman chancellor chief \
    coach colonel commissioner councillor critic director doctor dr economist editor employee engineer executive expert \
    farmer general governor judge king lawyer leader manager mayor minister mr mrs ms neighbour observer officer official \
    owner pope premier president prince princess prof professor prosecutor queen researcher resident scientist secretary \
    senator spokesman spokesperson spokeswoman witness";

/// Words for several people that are no plural of one of these.
const CROWDS: &str = "people women men children locals witnesses workers voters patients parents students teachers";

/// Words that stand in the names of houses, outlets and companies, and in hardly a person's.
const SIGNS: &str = "airline airport airway bahn banken borders broadcasting bureau daily electric energy ferry gazette herald holding \
    industry international journal kommune line magazine media motor news newspaper petroleum pharmaceutical pharma radio \
    rail railway records research shipping statistic telecom television times tribune tv watch weekly works zeitung";

/// Houses whose names have no sign of one, in small letters. Those that reports quote most.
const KNOWN: &str = "airbnb|airbus|al jazeera|alibaba|amazon|amnesty|apple|barclays|bellingcat|bloomberg|boeing|bp|carrefour|chevron|\
    danske bank|deloitte|destatis|disney|doctors without borders|dow jones|eon|equinor|ericsson|europol|eurostat|exxon|\
    exxonmobil|facebook|fifa|fox|frontex|gallup|gazprom|google|greenpeace|hamas|heathrow|hezbollah|honda|huawei|hyundai|\
    ikea|instagram|intel|interpol|ipsos|istat|kpmg|kremlin|lego|lufthansa|maersk|mckinsey|médecins sans frontières|meta|\
    microsoft|monsanto|moody's|natwest|nestlé|netflix|nokia|novartis|ofcom|openai|oxfam|pentagon|pfizer|politico|\
    red cross|red crescent|reuters|ryanair|samsung|scotland yard|shell|siemens|sony|spotify|tesco|toyota|twitter|unicef|\
    yougov";

/// What is read, heard or looked at.
const WORKS: &str = "advert advertisement agreement analysis article audit bill book budget census chart contract data database decision \
    document draft email figure file filing form graph indictment inscription invoice law leaflet letter list log map memo \
    message minutes note notice paper plan plaque poll poster programme record register release report ruling sign \
    statement statistic study survey table verdict website";

/// Words that houses, offices and societies are called by.
const HOUSES: &str = "academy administration agency alliance archive army association authority bank board brigade bureau cabinet centre \
    center charity church club college commission committee company confederation congress consortium corporation council \
    court department embassy federation firm force foundation fund government group hospital institute institution library \
    ministry museum network office operator organisation organization parliament party police school senate service \
    society supplier team trust union university utility watchdog";

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
            ("residents", AgentKind::Thing),
            ("experts", AgentKind::Thing),
            ("Ole Berg and Eva Strand", AgentKind::Thing),
            ("Police chief Jon Lie", AgentKind::Person),
            ("Prime Minister Strand", AgentKind::Person),
            ("the Prime Minister", AgentKind::Person),
            ("an eyewitness", AgentKind::Person),
            ("the company's spokeswoman", AgentKind::Person),
            ("Strand", AgentKind::Person),
            ("the WHO", AgentKind::Organization),
            ("Eurostat", AgentKind::Organization),
            ("the Red Cross", AgentKind::Organization),
            ("Statistics Norway", AgentKind::Organization),
            ("The Harbour Times", AgentKind::Organization),
            ("Skarn Ferry Line", AgentKind::Organization),
            ("Bergen kommune", AgentKind::Organization),
            ("the Admiralty", AgentKind::Organization),
            ("Human Rights Watch", AgentKind::Organization),
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
