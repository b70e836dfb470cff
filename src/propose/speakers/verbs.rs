//! The verbs that attribute, by what they do, and their forms.

use super::class::{Act, Cue, Form};

/// Verbs by act; a star marks those whose base form is a noun too.
const VERBS: [(Act, &str); 9] = [
    (
        Act::Say,
        "say acknowledge add admit advise affirm allege announce answer* argue ask* assert assure attest boast caution charge* \
         chime claim* clarify comment* complain concede conclude confess confide confirm contend counter* cry* declare \
         demand* disclose echo* elaborate emphasize emphasise estimate* exclaim explain forecast* gripe hint* imply indicate \
         inform insist interject joke* lament maintain mention* mumble murmur muse note* observe opine point posit preach \
         predict proclaim promise* pledge* profess promise* protest* quip* reaffirm reason* recall recommend recount \
         reiterate relate remark* remind repeat report* respond retort* reveal scoff shout* shrug sigh* specify speculate state* stress* \
         suggest surmise swear sum* tease testify theorize tweet* underline underscore urge* utter volunteer* vow* wail warn whisper* \
         write yell* post* blog* caution* conjecture* attribute* advocate* describe elaborate explain recite lecture* plead \
         pray signal* stipulate surmise telegraph venture* verify vouch marvel* grumble bemoan crow* enthuse gush object* \
         notify brief* instruct propose guess* interrupt scream* sneer* thunder* chant* sing call",
    ),
    (Act::Tell, "tell"),
    (
        Act::Think,
        "believe think consider hope* fear* worry* expect suspect doubt* feel assume imagine wonder* agree disagree favor* \
         favour* envision regard* view* see* understand know realize realise recognize recognise reckon deem want",
    ),
    (
        Act::Urge,
        "accuse applaud appeal* assail attack* berate blame* blast* bash castigate challenge* chide condemn congratulate credit* \
         criticize criticise decry defend denounce deplore deride derail discuss encourage endorse* exhort hail* hammer* implore \
         invoke liken lash lambast lambaste laud lobby* mock oppose order* praise* question* rail rebuke* request* ridicule* \
         scold skewer slam* support* taunt* thank threaten tout trash* vilify voice* back* cite call compare portray label* \
         brand* dub paint peg welcome* apologize apologise press* push* warn lecture express raise resist outline* address* \
         quote* debate* refer reference* object* characterize characterise contest* excoriate pan* rap* chastise \
         commend compliment* salute* bristle fault* recognise campaign*",
    ),
    (
        Act::Show,
        "show* suggest indicate find reveal conclude demonstrate prove document* illustrate confirm highlight* establish \
         uncover measure* rank* read* depict describe list* detail* learn determine rule* hold",
    ),
    (
        Act::Deny,
        "deny dismiss reject refute dispute* rebut repudiate disavow debunk rubbish discount* disclaim gainsay contradict",
    ),
    (Act::Decline, "decline* refuse"),
    (Act::Respond, "respond reply* comment* return*"),
    (Act::Cite, "cite quote* credit* interview*"),
];

/// Base, third person, past, participle, -ing of the irregular ones; `-` where the regular form holds.
const IRREGULAR: [(&str, [&str; 4]); 24] = [
    ("say", ["says", "said", "said", "saying"]),
    ("tell", ["tells", "told", "told", "telling"]),
    ("think", ["thinks", "thought", "thought", "thinking"]),
    ("know", ["knows", "knew", "known", "knowing"]),
    ("see", ["sees", "saw", "seen", "seeing"]),
    ("feel", ["feels", "felt", "felt", "feeling"]),
    ("find", ["finds", "found", "found", "finding"]),
    ("show", ["shows", "showed", "shown", "showing"]),
    ("write", ["writes", "wrote", "written", "writing"]),
    ("swear", ["swears", "swore", "sworn", "swearing"]),
    ("sing", ["sings", "sang", "sung", "singing"]),
    ("understand", ["understands", "understood", "understood", "understanding"]),
    ("forecast", ["forecasts", "forecast", "forecast", "forecasting"]),
    ("recount", ["recounts", "recounted", "recounted", "recounting"]),
    ("read", ["reads", "read", "read", "reading"]),
    ("hold", ["holds", "held", "held", "holding"]),
    ("admit", ["admits", "admitted", "admitted", "admitting"]),
    ("rebut", ["rebuts", "rebutted", "rebutted", "rebutting"]),
    ("quip", ["quips", "quipped", "quipped", "quipping"]),
    ("rap", ["raps", "rapped", "rapped", "rapping"]),
    ("pan", ["pans", "panned", "panned", "panning"]),
    ("slam", ["slams", "slammed", "slammed", "slamming"]),
    ("blog", ["blogs", "blogged", "blogged", "blogging"]),
    ("dub", ["dubs", "dubbed", "dubbed", "dubbing"]),
];

/// Every form of every verb with its cue; where a verb stands in two acts, the first holds.
pub(super) fn forms() -> impl Iterator<Item = (String, Cue)> {
    VERBS.into_iter().flat_map(|(act, verbs)| {
        verbs.split_whitespace().flat_map(move |verb| {
            let base = verb.trim_end_matches('*');
            let noun = verb.ends_with('*');
            inflect(base).into_iter().map(move |(form, word)| {
                let noun = noun && matches!(form, Form::Base | Form::Third);
                (word, Cue { act, form, noun })
            })
        })
    })
}

fn inflect(base: &str) -> Vec<(Form, String)> {
    let [third, past, participle, ing] = IRREGULAR
        .iter()
        .find(|(verb, _)| *verb == base)
        .map_or_else(|| regular(base), |(_, forms)| forms.map(str::to_owned));
    vec![
        (Form::Base, base.to_owned()),
        (Form::Third, third),
        (Form::Past, past),
        (Form::Past, participle),
        (Form::Ing, ing),
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
    use super::{Form, forms, inflect};

    fn words(base: &str) -> Vec<String> {
        inflect(base).into_iter().map(|(_, word)| word).collect()
    }

    #[test]
    fn verbs_are_inflected_as_english_does() {
        assert_eq!(words("deny"), ["deny", "denies", "denied", "denied", "denying"]);
        assert_eq!(words("say"), ["say", "says", "said", "said", "saying"]);
        assert_eq!(words("acknowledge"), ["acknowledge", "acknowledges", "acknowledged", "acknowledged", "acknowledging"]);
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
        assert!(forms().any(|(_, cue)| cue.form == Form::Ing));
    }
}
