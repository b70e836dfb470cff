//! A small set of cues for German, French and Spanish: quotations with their verb, "that" clauses, "according to".

use super::sentence::{TaggedSentence, TokenRun};
use crate::propose::tokens::TokenKind;
use crate::review::{Extra, Speaker, Stance};

/// The most tokens that a speaker has.
const LONGEST: usize = 12;

/// What a language says "says" with.
#[derive(Debug)]
pub(super) struct Cues {
    /// Finite verbs of saying.
    says: &'static str,
    /// Finite verbs of denying.
    denies: &'static str,
    /// Auxiliaries, and the participles that go with them.
    helpers: &'static str,
    said: &'static str,
    denied: &'static str,
    /// What begins the clause that is said.
    that: &'static str,
    /// Ways to say "according to", longest first.
    according: &'static [&'static str],
    /// Small words inside a name.
    inside: &'static str,
    /// Words that open a sentence without being its subject.
    opens: &'static str,
    /// Days and times of day, which are no part of a name.
    when: &'static str,
    /// Small words behind which it is said when, where and before whom.
    around: &'static str,
}

const GERMAN: Cues = Cues {
    says: "sagt sagte sagten sagen erklärt erklärte erklärten betont betonte betonten teilte teilten meint meinte warnt warnte warnten \
           kündigte kündigten berichtet berichtete berichteten fordert forderte forderten kritisiert kritisierte behauptet behauptete \
           schreibt schrieb schrieben räumte bestätigt bestätigte bestätigten antwortet antwortete fragt fragte ergänzt ergänzte \
           versichert versicherte argumentiert argumentierte",
    denies: "bestreitet bestritt bestritten dementiert dementierte dementierten",
    helpers: "hat haben hatte hatten",
    said: "gesagt erklärt betont mitgeteilt gewarnt angekündigt berichtet gefordert kritisiert behauptet bestätigt",
    denied: "bestritten dementiert zurückgewiesen",
    that: "dass ob",
    according: &["nach angaben von", "nach angaben der", "nach angaben des", "laut", "zufolge"],
    inside: "der die das des dem den ein eine einer eines von vom für und",
    opens: "am im in nach vor bei zu zur auf seit gestern heute dabei dazu außerdem zudem auch zuvor zugleich",
    when: "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montagabend dienstagabend mittwochabend \
           donnerstagabend freitagabend samstagabend sonntagabend gestern heute morgen vormittag mittag nachmittag abend nacht",
    around: "am im in nach vor bei zu zur auf gegenüber während",
};

const FRENCH: Cues = Cues {
    says: "dit affirme explique déclare précise estime ajoute souligne assure indique rappelle annonce regrette dénonce soutient \
           affirmait expliquait déclarait estimait écrit raconte confie répond admet reconnaît avertit",
    denies: "dément nie conteste réfute",
    helpers: "a ont avait avaient",
    said: "dit affirmé expliqué déclaré précisé estimé ajouté souligné assuré indiqué rappelé annoncé regretté dénoncé soutenu écrit \
           raconté confié répondu admis reconnu averti prévenu",
    denied: "démenti nié contesté réfuté",
    that: "que qu",
    according: &["selon", "d'après", "d’après"],
    inside: "le la les l de du des d et un une pour",
    opens: "dans en à au lundi mardi mercredi jeudi vendredi samedi dimanche après avant par pour sur",
    when: "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd hui aujourd'hui aujourd’hui matin midi soir nuit \
           dernier prochain",
    around: "dans en à au aux devant lors sur après avant par chez avec pendant depuis",
};

const SPANISH: Cues = Cues {
    says: "dijo dice dijeron dicen afirmó afirma afirmaron explicó explica declaró declara aseguró asegura aseguraron señaló señala \
           añadió añade indicó indica subrayó anunció anunciaron advirtió advierte denunció denuncia sostuvo sostiene reconoció \
           admitió escribió respondió recordó insistió manifestó contó",
    denies: "negó niega negaron desmintió desmiente rechazó",
    helpers: "ha han había habían",
    said: "dicho afirmado explicado declarado asegurado señalado añadido indicado anunciado advertido denunciado reconocido admitido \
           recordado insistido manifestado",
    denied: "negado desmentido rechazado",
    that: "que",
    according: &["de acuerdo con", "según"],
    inside: "el la los las de del un una y para",
    opens: "en lunes martes miércoles jueves viernes sábado domingo tras después antes por para sobre",
    when: "lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana tarde noche mediodía pasado próximo",
    around: "en a al ante durante tras después antes por sobre desde con",
};

/// The cues of a language by its BCP 47 code; `None` for one that has none here.
pub(super) fn cues(language: &str) -> Option<&'static Cues> {
    match language.split('-').next().unwrap_or_default() {
        "de" => Some(&GERMAN),
        "fr" => Some(&FRENCH),
        "es" => Some(&SPANISH),
        _ => None,
    }
}

impl Cues {
    /// Who says `sentence`, if its words tell.
    pub(super) fn speaker(&self, sentence: TaggedSentence<'_>) -> Option<Speaker> {
        (0..sentence.tokens.len()).find_map(|at| {
            let (who, stance) = self.according(sentence, at).or_else(|| self.verb(sentence, at))?;
            let name = sentence.span(who).of(sentence.text).to_owned();
            Some(Speaker { name, stance, via: None, extra: Extra::default() })
        })
    }

    /// "laut Polizei", "selon le ministre".
    fn according(&self, sentence: TaggedSentence<'_>, at: usize) -> Option<(TokenRun, Stance)> {
        let len = self.according.iter().find_map(|phrase| {
            let words = phrase.split(' ');
            let len = words.clone().count();
            words.enumerate().all(|(more, word)| small(sentence, at + more) == word).then_some(len)
        })?;
        self.after(sentence, at + len).map(|who| (who, Stance::Asserts))
    }

    /// A verb of saying at `at`, with its subject after it or before it.
    fn verb(&self, sentence: TaggedSentence<'_>, at: usize) -> Option<(TokenRun, Stance)> {
        let word = small(sentence, at);
        let participle = || {
            (at + 1..at + 4).find(|at| has(self.said, &small(sentence, *at)) || has(self.denied, &small(sentence, *at)))
        };
        let (last, denies) = if has(self.says, &word) {
            (at, false)
        } else if has(self.denies, &word) {
            (at, true)
        } else if has(self.helpers, &word) {
            let last = participle()?;
            (last, has(self.denied, &small(sentence, last)))
        } else {
            return None;
        };
        let stance = if denies { Stance::Denies } else { Stance::Asserts };
        let before = at.checked_sub(1);
        let quoted = before.is_some_and(|at| sentence.kind(at) == Some(TokenKind::Quote))
            || at > 1
                && sentence.kind(at - 1) == Some(TokenKind::Comma)
                && sentence.kind(at - 2) == Some(TokenKind::Quote);
        let opened = has(self.opens, &small(sentence, 0)) && self.said_after(sentence, at).is_some();
        let behind = if quoted || opened { self.after(sentence, last + 1) } else { None };
        if quoted || behind.is_some() {
            return behind.map(|who| (who, stance));
        }
        let follows = denies || self.begins(sentence, last + 1);
        self.before(sentence, at).filter(|_| follows).map(|who| (who, stance))
    }

    /// Where what is said begins after the verb at `at` and its subject.
    fn said_after(&self, sentence: TaggedSentence<'_>, at: usize) -> Option<usize> {
        (at + 1..at + LONGEST).find(|at| self.begins(sentence, *at))
    }

    /// Does what is said begin at `at`: a colon, a quotation, "that"?
    fn begins(&self, sentence: TaggedSentence<'_>, at: usize) -> bool {
        match sentence.kind(at) {
            Some(TokenKind::Colon | TokenKind::Quote) => true,
            Some(TokenKind::Comma) => {
                has(self.that, &small(sentence, at + 1)) || sentence.kind(at + 1) == Some(TokenKind::Quote)
            }
            Some(TokenKind::Word) => has(self.that, small(sentence, at).split(['\'', '’']).next().unwrap_or_default()),
            Some(TokenKind::Dash | TokenKind::Aside | TokenKind::Mark | TokenKind::Sign) | None => false,
        }
    }

    /// The name that begins at `start`: capitals, with small words between them, or words up to the next mark.
    fn after(&self, sentence: TaggedSentence<'_>, start: usize) -> Option<TokenRun> {
        let start = self.behind_time(sentence, start);
        let part = |at: &usize| {
            let word = small(sentence, *at);
            if *at > start && !sentence.upper(*at) && (has(self.when, &word) || has(self.around, &word)) {
                return false;
            }
            let more = sentence.upper(*at + 1) || sentence.upper(*at + 2);
            let verb = has(self.says, &word) || has(self.helpers, &word) || has(self.that, &word);
            sentence.kind(*at) == Some(TokenKind::Word)
                && !verb
                && (sentence.upper(*at)
                    || has(self.inside, &word) && (more || !self.nouns_are_capital())
                    || !self.nouns_are_capital())
        };
        let len = (start..start + LONGEST).take_while(part).count();
        let mut run = TokenRun::new(start, start + len)?;
        while run.end > run.start + 1 && has(self.inside, &small(sentence, run.end - 1)) {
            run.end -= 1;
        }
        Some(run)
    }

    /// Where the name begins when a time stands before it: "mardi Bo Lind", "am Montag Anna Roe", "el lunes Ana Ruiz".
    fn behind_time(&self, sentence: TaggedSentence<'_>, start: usize) -> usize {
        let when = |at: usize| has(self.when, &small(sentence, at));
        let small_word = |at: usize| {
            let word = small(sentence, at);
            has(self.around, &word) || has(self.inside, &word)
        };
        let lead = usize::from(!when(start) && small_word(start) && when(start + 1));
        // "a ajouté, lundi, Anna Roe": the time may stand between commas.
        let comma = usize::from(sentence.kind(start) == Some(TokenKind::Comma) && when(start + 1));
        let first = start + lead + comma;
        let times = (first..first + 3).take_while(|at| when(*at)).count();
        let closed = usize::from(comma == 1 && sentence.kind(first + times) == Some(TokenKind::Comma));
        if times > 0 { first + times + closed } else { start }
    }

    /// The subject from the beginning of the clause up to the verb at `at`.
    fn before(&self, sentence: TaggedSentence<'_>, at: usize) -> Option<TokenRun> {
        let start = (0..at).rev().find(|at| sentence.kind(*at) != Some(TokenKind::Word)).map_or(0, |mark| mark + 1);
        let named = (start..at).any(|at| sentence.upper(at));
        TokenRun::new(start, at)
            .filter(|run| named && run.len() <= LONGEST && !has(self.opens, &small(sentence, start)))
    }

    /// German writes every noun with a capital, so a name ends where the capitals do.
    fn nouns_are_capital(&self) -> bool {
        self.that.starts_with("dass")
    }
}

/// The word at `at` in small letters.
fn small(sentence: TaggedSentence<'_>, at: usize) -> String {
    sentence.word(at).to_lowercase()
}

/// Is `word` in the list?
fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_whitespace().any(|entry| entry == word)
}
