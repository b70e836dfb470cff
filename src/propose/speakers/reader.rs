//! Goes through an article sentence by sentence and says who asserts each.

use super::choice::Attribution;
use super::finder;
use super::foreign::{self, Cues};
use super::frame::{AttributionFrame, CuePlace, Stanced};
use super::grouping;
use super::heirs::{self, Quoted, SentenceSpeaker};
use super::labels::label;
use super::memory::{Memory, MentionRole};
use super::quotes::QuotedSpan;
use super::sentence::{TaggedSentence, TokenRun};
use crate::propose::rows;
use crate::propose::sentence_span::SentenceSpan;
use crate::propose::tokens::{Act, Token, TokenKind, WordClass};
use crate::review::{Article, Block, BlockKind, Extra, Span, Speaker, Stance};

/// Who asserts each of `sentences`, which are those of `article` in order, as `quotes` are its quotations; `None` where the
/// article itself does.
pub(in crate::propose) fn speakers(
    article: &Article,
    quotes: &[QuotedSpan],
    sentences: &[SentenceSpan],
) -> Vec<Option<Speaker>> {
    let mut reader = SpeakerReader {
        article,
        grammar: Grammar::of(&article.language),
        quotes,
        next: 0,
        block: None,
        label: None,
        topic: None,
        memory: Memory::default(),
        tokens: Vec::new(),
        frames: Vec::new(),
    };
    let findings: Vec<SentenceSpeaker> =
        sentences.iter().enumerate().map(|(number, sentence)| reader.read(number, *sentence)).collect();
    heirs::hand_on(sentences, quotes, &findings)
}

/// By which rules an article is read.
#[derive(Clone, Copy)]
enum Grammar {
    /// All of them.
    English,
    /// The few cues of another language.
    Foreign(&'static Cues),
    /// None: only quotations are found.
    Unknown,
}

impl Grammar {
    /// The rules for a BCP 47 code; a text of no known language is read as English.
    fn of(language: &str) -> Self {
        let english = language.is_empty() || language.split('-').next() == Some("en");
        if english { Self::English } else { foreign::cues(language).map_or(Self::Unknown, Self::Foreign) }
    }
}

struct SpeakerReader<'a> {
    article: &'a Article,
    grammar: Grammar,
    quotes: &'a [QuotedSpan],
    /// The first quotation that may still matter.
    next: usize,
    /// The block of the last sentence, and the name that it begins with.
    block: Option<usize>,
    label: Option<Span>,
    /// The block and the subject of the last sentence, where it is a name.
    topic: Option<(usize, Span)>,
    memory: Memory,
    tokens: Vec<Token<'a>>,
    frames: Vec<AttributionFrame>,
}

impl SpeakerReader<'_> {
    fn read(&mut self, number: usize, sentence: SentenceSpan) -> SentenceSpeaker {
        let says_nothing =
            |block: &Block| block.kind == BlockKind::Furniture || rows::is_row(self.article.words(block.span));
        if self.article.blocks().get(sentence.block).is_none_or(says_nothing) {
            return SentenceSpeaker::default();
        }
        while self.quotes.get(self.next).is_some_and(|quote| quote.marked.end <= sentence.span.start) {
            self.next += 1;
        }
        let text = self.article.text();
        self.enter(sentence);
        let quotes = self.quotes.get(self.next..).unwrap_or_default();
        grouping::read(text, sentence.span, quotes, &mut self.tokens);
        let tokens = std::mem::take(&mut self.tokens);
        let words = TaggedSentence { text, tokens: &tokens };
        let subject = words.subject();
        let mut finding = match self.grammar {
            Grammar::English => self.find(words, subject, number),
            Grammar::Foreign(cues) => {
                SentenceSpeaker { speaker: cues.speaker(words), quoted: quoted(words), ..SentenceSpeaker::default() }
            }
            Grammar::Unknown => SentenceSpeaker::default(),
        };
        if finding.speaker.is_none() && finding.quoted != Quoted::Little {
            let topic = self.topic.filter(|(block, _)| {
                *block == sentence.block || finding.quoted == Quoted::Whole && *block + 1 == sentence.block
            });
            finding.presumed = topic.map(|(_, name)| Speaker::new(name.of(text)));
        }
        self.topic = self.named_subject(words, subject).map(|name| (sentence.block, name));
        if let Some(label) = self.label {
            finding.speaker = Some(Speaker::new(label.of(text)));
        }
        self.tokens = tokens;
        finding
    }

    /// Goes on to `sentence`, and sees whether its block begins with the name of its speaker, as interviews do; in such a block another
    /// may come in.
    fn enter(&mut self, sentence: SentenceSpan) {
        let named = |span: Span| {
            let name = label(self.article.words(span))?;
            Some(Span::new(span.start + name.start, span.start + name.end))
        };
        if self.block != Some(sentence.block) {
            self.block = Some(sentence.block);
            self.label = self.article.blocks().get(sentence.block).and_then(|block| named(block.span));
        } else if self.label.is_some() {
            self.label = named(sentence.span).or(self.label);
        }
    }

    fn find(&mut self, words: TaggedSentence<'_>, subject: Option<TokenRun>, number: usize) -> SentenceSpeaker {
        let mut frames = std::mem::take(&mut self.frames);
        finder::frames(words, &mut frames);
        let said = words.choose(&frames).or_else(|| fallback(words, subject));
        let apart = said.is_some_and(|said| said.trails && !words.says(said.name.run.start, "it"));
        if !apart {
            self.subject(words, subject, number);
        }
        let speaker = said.map(|said| self.speaker(words, said, number));
        if apart {
            self.subject(words, subject, number);
        }
        let colon = words.tokens.last().is_some_and(|token| token.kind == TokenKind::Colon);
        let announces = colon.then(|| speaker.clone().or_else(|| self.topic(words, subject, number))).flatten();
        for frame in frames.iter().filter(|frame| frame.place != CuePlace::Inside) {
            self.memory.name(words, words.name(frame.source).run, MentionRole::Speaker, number);
        }
        self.others(words, number);
        let another = speaker.is_none() && words.names_somebody();
        let quoted = if another { Quoted::Little } else { quoted(words) };
        let bare = quoted == Quoted::Little && words.tokens.len() < 12 && words.nothing_said(&frames);
        self.frames = frames;
        SentenceSpeaker { speaker, quoted, bare, presumed: None, announces }
    }

    fn speaker(&mut self, words: TaggedSentence<'_>, said: Attribution, number: usize) -> Speaker {
        let run = said.name.run;
        let text = words.text;
        let mut span = words.span(run);
        let pronoun = (run.len() == 1 && words.is(run.start, WordClass::PRONOUN)).then(|| words.word(run.start));
        if let Some((pronoun, meant)) = pronoun.and_then(|word| Some((word, self.memory.meant(word, number)?))) {
            self.memory.learn(meant, pronoun);
            self.memory.again(text, meant, number);
            span = meant;
        }
        Speaker {
            name: span.of(text).to_owned(),
            stance: Stance::from(said.stance),
            via: said.via.map(|via| words.span(via).of(text).to_owned()),
            extra: Extra::default(),
        }
    }

    /// What the sentence is about, if it can speak.
    fn topic(&mut self, words: TaggedSentence<'_>, subject: Option<TokenRun>, number: usize) -> Option<Speaker> {
        let source = subject.filter(|run| words.speaks(*run) && !words.own(*run))?;
        let frame = AttributionFrame {
            source,
            verb: source.end,
            act: Act::Say,
            stance: Stanced::Asserts,
            place: CuePlace::Leads,
        };
        words.choose(&[frame]).map(|said| self.speaker(words, said, number))
    }

    /// The sentence's subject, if it is somebody's name.
    fn named_subject(&self, words: TaggedSentence<'_>, subject: Option<TokenRun>) -> Option<Span> {
        let run = words.name(subject?).run;
        self.memory.person(words, run).then(|| words.span(run))
    }

    /// Remembers what the sentence is about, before its own pronouns are asked for.
    fn subject(&mut self, words: TaggedSentence<'_>, subject: Option<TokenRun>, number: usize) {
        if let Some(run) = subject.filter(|run| !words.is(run.start, WordClass::PRONOUN)) {
            self.memory.name(words, words.name(run).run, MentionRole::Subject, number);
        }
    }

    /// Remembers every other name of the sentence.
    fn others(&mut self, words: TaggedSentence<'_>, number: usize) {
        let mut at = 0;
        while at < words.tokens.len() {
            let len = (at..words.tokens.len()).take_while(|at| words.upper(*at)).count();
            let known = || words.get(at).is_some_and(|token| !token.is_plain());
            let common = len == 1 && at == 0 && (known() || words.describes(at));
            if let Some(run) = TokenRun::new(at, at + len).filter(|_| !common && !words.is(at, WordClass::WHEN)) {
                self.memory.name(words, run, MentionRole::Other, number);
            }
            at += len.max(1);
        }
    }
}

/// How much of the sentence stands in quotation marks.
fn quoted(words: TaggedSentence<'_>) -> Quoted {
    let length = |quotes: bool| -> usize {
        words
            .tokens
            .iter()
            .filter(|token| !quotes || token.kind == TokenKind::Quote)
            .map(|token| token.span.len())
            .sum()
    };
    let (quoted, total) = (length(true), length(false));
    match (20 * quoted >= 19 * total, 2 * quoted >= total) {
        _ if quoted == 0 => Quoted::Little,
        (true, _) => Quoted::Whole,
        (false, true) => Quoted::Most,
        (false, false) => Quoted::Little,
    }
}

/// A quotation of some length and no verb that is known: the sentence's subject said it, if it is a name.
fn fallback(words: TaggedSentence<'_>, subject: Option<TokenRun>) -> Option<Attribution> {
    let long =
        words.tokens.iter().any(|token| token.kind == TokenKind::Quote && token.text.split_whitespace().count() > 3);
    let source = subject.filter(|run| {
        long && words.speaks(*run)
            && !words.own(*run)
            && !(run.len() == 1 && words.is(run.end, WordClass::DET | WordClass::OBJECT | WordClass::PREP))
            && (words.upper(run.start) && !words.is(run.start, WordClass::DET | WordClass::ADV)
                || words.is(run.start, WordClass::PRONOUN))
    })?;
    let frame =
        AttributionFrame { source, verb: source.end, act: Act::Say, stance: Stanced::Asserts, place: CuePlace::Leads };
    words.choose(&[frame])
}
