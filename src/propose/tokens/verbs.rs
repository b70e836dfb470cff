//! The verbs that attribute, by what they do, and their forms.

use super::cue::{Act, CueVerb, VerbForm};

/// Verbs by act; a star marks those whose base form is a noun too, a plus those
/// that attribute only with words that are said: that, a quotation, a clause.
const VERBS: [(Act, &str); 8] = [
    (Act::Tell, "tell"),
    (Act::Respond, "respond reply* comment* return*"),
    (
        Act::Say,
        "say acknowledge add+ admit affirm allege announce answer*+ argue ask assert assure attest boast caution* charge*+ \
         chant*+ chime claim* clarify complain concede+ confess confide contend+ conjecture* counter*+ cry*+ declare demand* disclose \
         echo* elaborate emphasize emphasise enthuse estimate* exclaim explain forecast* fume gripe grumble guess* gush hint* \
         imply+ indicate inform insist interject interrupt joke* lament maintain+ marvel* mention* mumble murmur muse note* \
         notify observe opine plead+ pledge* point* posit post*+ preach predict proclaim profess promise* protest* quip* read+ \
         reaffirm reason*+ recall+ recite recommend recount reiterate relate+ remark* remind repeat report* retort* reveal \
         scoff scream* shout* shrug+ sigh*+ sing+ sneer* specify speculate state* stipulate stress* suggest summarize summarise \
         surmise swear testify theorize thunder* tweet* underline underscore urge utter venture* volunteer*+ vouch vow* wail+ \
         warn whisper* write yell* blog* confirm conclude brief*+ propose",
    ),
    (
        Act::Think,
        "believe think hope* fear* worry* expect suspect* doubt* disagree assume+ imagine wonder* reckon deem agree",
    ),
    (
        Act::Urge,
        "accuse advocate applaud assail berate blame* blast* bash* castigate challenge* chide condemn congratulate credit* \
         criticize criticise decry defend denounce deplore deride describe discuss encourage endorse exhort hail* implore \
         lambast lambaste laud lash mock oppose order* praise* rail rebuke* request* ridicule* scold skewer slam* \
         taunt* threaten tout trash* vilify call* cite compare portray label* brand* dub liken apologize apologise lecture* \
         express outline* characterize characterise chastise commend salute* excoriate reprimand* summon+ quote* invoke",
    ),
    (
        Act::Show,
        "show*+ find+ demonstrate+ prove+ document*+ illustrate measure*+ depict list*+ detail*+ rank*+ rule*+",
    ),
    (
        Act::Deny,
        "deny dismiss reject refute dispute* rebut repudiate disavow debunk rubbish disclaim gainsay contradict",
    ),
    (Act::Decline, "decline* refuse*"),
];

/// Third person, past, participle and -ing of the irregular ones and of those that double a letter.
const IRREGULAR: [(&str, [&str; 4]); 16] = [
    ("say", ["says", "said", "said", "saying"]),
    ("tell", ["tells", "told", "told", "telling"]),
    ("think", ["thinks", "thought", "thought", "thinking"]),
    ("find", ["finds", "found", "found", "finding"]),
    ("show", ["shows", "showed", "shown", "showing"]),
    ("write", ["writes", "wrote", "written", "writing"]),
    ("swear", ["swears", "swore", "sworn", "swearing"]),
    ("sing", ["sings", "sang", "sung", "singing"]),
    ("forecast", ["forecasts", "forecast", "forecast", "forecasting"]),
    ("read", ["reads", "read", "read", "reading"]),
    ("admit", ["admits", "admitted", "admitted", "admitting"]),
    ("rebut", ["rebuts", "rebutted", "rebutted", "rebutting"]),
    ("quip", ["quips", "quipped", "quipped", "quipping"]),
    ("slam", ["slams", "slammed", "slammed", "slamming"]),
    ("blog", ["blogs", "blogged", "blogged", "blogging"]),
    ("dub", ["dubs", "dubbed", "dubbed", "dubbing"]),
];

/// Every form of every verb with its cue; where a verb stands in two acts, the first holds.
pub(super) fn forms() -> impl Iterator<Item = (String, CueVerb)> {
    VERBS.into_iter().flat_map(|(act, verbs)| {
        verbs.split_whitespace().flat_map(move |verb| {
            let base = verb.trim_end_matches(['*', '+']);
            let noun = verb.contains('*');
            let strict = verb.ends_with('+');
            inflect(base).into_iter().map(move |(form, word)| {
                let noun = noun && matches!(form, VerbForm::Base | VerbForm::Third);
                (word, CueVerb { act, form, noun, strict })
            })
        })
    })
}

fn inflect(base: &str) -> Vec<(VerbForm, String)> {
    let [third, past, participle, ing] = IRREGULAR
        .iter()
        .find(|(verb, _)| *verb == base)
        .map_or_else(|| regular(base), |(_, forms)| forms.map(str::to_owned));
    vec![
        (VerbForm::Base, base.to_owned()),
        (VerbForm::Third, third),
        (VerbForm::Past, past),
        (VerbForm::Past, participle),
        (VerbForm::Ing, ing),
    ]
}

/// The regular forms: third person, past twice, -ing.
fn regular(base: &str) -> [String; 4] {
    let vowel_y = ["ay", "ey", "oy", "uy"].iter().any(|end| base.ends_with(end));
    if let Some(stem) = base.strip_suffix('y').filter(|_| !vowel_y) {
        return [format!("{stem}ies"), format!("{stem}ied"), format!("{stem}ied"), format!("{base}ing")];
    }
    if let Some(stem) = base.strip_suffix('e').filter(|stem| !stem.ends_with('e')) {
        return [format!("{base}s"), format!("{base}d"), format!("{base}d"), format!("{stem}ing")];
    }
    let hissing = ["s", "sh", "ch", "x", "z", "o"].iter().any(|end| base.ends_with(end));
    let third = if hissing { format!("{base}es") } else { format!("{base}s") };
    [third, format!("{base}ed"), format!("{base}ed"), format!("{base}ing")]
}

#[cfg(test)]
mod tests {
    use super::{VerbForm, forms, inflect};

    fn words(base: &str) -> Vec<String> {
        inflect(base).into_iter().map(|(_, word)| word).collect()
    }

    #[test]
    fn verbs_are_inflected_as_english_does() {
        assert_eq!(words("deny"), ["deny", "denies", "denied", "denied", "denying"]);
        assert_eq!(words("say"), ["say", "says", "said", "said", "saying"]);
        assert_eq!(
            words("acknowledge"),
            ["acknowledge", "acknowledges", "acknowledged", "acknowledged", "acknowledging"]
        );
        assert_eq!(words("dismiss"), ["dismiss", "dismisses", "dismissed", "dismissed", "dismissing"]);
        assert_eq!(words("portray").get(2).map(String::as_str), Some("portrayed"));
        assert_eq!(words("agree").get(4).map(String::as_str), Some("agreeing"));
    }

    #[test]
    fn only_forms_that_look_like_nouns_are_doubtful() {
        let doubtful = |word: &str| forms().find(|(form, _)| form == word).map(|(_, cue)| cue.noun);
        assert_eq!(doubtful("claims"), Some(true));
        assert_eq!(doubtful("claimed"), Some(false));
        assert_eq!(doubtful("denies"), Some(false));
        assert!(forms().any(|(_, cue)| cue.form == VerbForm::Ing));
    }
}
