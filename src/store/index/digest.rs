//! What the index keeps of a session: its line in a list, its words to search, its claims. Read from the file without building
//! a session.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::lean::{LeanAnchor, LeanClaim, LeanFate, LeanMark, LeanQuery, LeanReply, LeanSession, LeanSource};
use super::past_claim::PastClaim;
use super::sketch::{self, Sketch};
use super::terms;
use crate::review::wire::{FORMAT, VERSION};
use crate::review::{FateKind, Stamp, Status, Support, Tally};
use crate::text::KeyboardText;

/// What a stretch of the words of a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TextPart {
    /// Words of a claim.
    Claim,
    /// What a claim states in the reviewer's own words.
    Statement,
    /// A note.
    Note,
    /// A source: its title, where in it, its quoted words, its link.
    Source,
    /// A question.
    Query,
    /// An answer to one.
    Answer,
    /// A correction.
    Correction,
    /// A tag.
    Tag,
    /// Who asserts it.
    Speaker,
    /// The article, where no claim is.
    Article,
    /// Words that a claim had before a draft gave it others.
    Earlier,
}

impl TextPart {
    /// All of them, in the order of their codes in the index.
    pub(super) const ALL: [Self; 11] = [
        Self::Claim,
        Self::Statement,
        Self::Note,
        Self::Source,
        Self::Query,
        Self::Answer,
        Self::Correction,
        Self::Tag,
        Self::Speaker,
        Self::Article,
        Self::Earlier,
    ];

    /// Its word, as results have it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Statement => "statement",
            Self::Note => "note",
            Self::Source => "source",
            Self::Query => "query",
            Self::Answer => "answer",
            Self::Correction => "correction",
            Self::Tag => "tag",
            Self::Speaker => "speaker",
            Self::Article => "article",
            Self::Earlier => "earlier",
        }
    }
}

/// The line of a session in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::store) struct Summary {
    pub(in crate::store) title: String,
    /// Its claims; those that a draft changed or brought are not told apart.
    pub(in crate::store) tally: Tally,
    /// The same where a verdict that is less than its policy asks for counts as none; `None` without a policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::store) standing: Option<Tally>,
    /// Which policy that was, by its fingerprint; 0 for none.
    #[serde(default)]
    pub(in crate::store) policy: u64,
    /// Questions and rights of reply that wait for an answer.
    pub(in crate::store) owed: usize,
    pub(in crate::store) last: Option<Stamp>,
    /// When it was last worked on, or begun.
    pub(in crate::store) dated: Stamp,
    /// SHA-256 of the article's text.
    pub(in crate::store) sha256: String,
    /// SHA-256 of the file it was read from.
    pub(in crate::store) file_sha256: Option<String>,
    /// What its article was read from.
    pub(in crate::store) origin: OriginFile,
    /// Which draft it is, from 1.
    pub(in crate::store) draft: u32,
    /// The name of the file that it was read from; empty for text from a pipe.
    pub(in crate::store) source: String,
    /// Who marked claims, the one who marked last first.
    pub(in crate::store) reviewers: Vec<String>,
    /// Who is named to check claims that are open, each with how many of them.
    pub(in crate::store) assigned: Vec<(String, usize)>,
    /// What tells the article's text from others.
    pub(in crate::store) sketch: Sketch,
}

/// The file that an article was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginFile {
    /// Its path; empty where it is not known, `-` for a pipe.
    pub path: String,
    /// When it was read.
    pub read_at: Stamp,
    /// The SHA-256 of the files of all drafts.
    pub known: Vec<String>,
}

/// A session as the index keeps it.
#[derive(Debug, Default)]
pub(super) struct Digest {
    pub(super) line: Summary,
    /// The article's text, then everything that was written down about the claims, a separator behind each.
    pub(super) text: KeyboardText,
    /// Where each stretch of the text ends, what it is, and which claim it belongs to.
    pub(super) spots: Vec<(u32, TextPart, u32)>,
    pub(super) claims: Vec<PastClaim>,
    /// What tells each claim's statement from others, by [`terms`].
    pub(super) terms: Vec<Vec<u32>>,
}

/// Stands between two stretches of a text, so that no words are found over both.
const APART: char = '\u{1f}';

impl Digest {
    /// What the index keeps of the session file `bytes`; `None` for one of another version, or that is not sound as far as that
    /// is looked at here.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let session: LeanSession<'_> = serde_json::from_slice(bytes).ok()?;
        if session.format != FORMAT || session.version != VERSION {
            return None;
        }
        let article = session.article;
        let mut digest = Self::default();
        digest.text.text.reserve(article.text.len() * 2);
        let places = placed(&article.text, &session.claims);
        let hidden = session.evidence.iter().filter(|file| file.confidential).map(|file| file.id.as_str());
        let hidden: Vec<&str> = hidden.collect();
        let places = digest.take_article(&article.text, &places);
        digest.close(TextPart::Article, 0);
        let mut tally = Tally::default();
        for (claim, place) in session.claims.iter().zip(places) {
            let against = |source: &LeanSource<'_>| source.stance.as_deref() == Some(Support::Contradicts.as_str());
            tally.count(status(claim), !claim.conflicts.is_empty(), claim.sources.iter().any(against));
            digest.take(claim, place, &hidden)?;
        }
        // What stands nowhere any more was checked all the same.
        for claim in &session.gone {
            digest.take(claim, None, &hidden)?;
        }
        session.claims.iter().for_each(|claim| digest.take_earlier(claim));
        let open =
            |query: &LeanQuery| query.status.as_deref().map_or(query.answer.trim().is_empty(), |told| told == "open");
        let owed = |claim: &LeanClaim<'_>| {
            let queries = claim.queries.iter().filter(|query| open(query)).count();
            queries + claim.replies.iter().filter(|reply| reply.answer.trim().is_empty()).count()
        };
        let past = session.drafts.into_iter().filter_map(|draft| draft.file_sha256);
        digest.line = Summary {
            origin: OriginFile {
                path: article.source.to_string(),
                read_at: article.imported_at.clone(),
                known: article.file_sha256.iter().cloned().chain(past).collect(),
            },
            reviewers: reviewers(&session.claims),
            assigned: assigned(&session.claims),
            draft: article.draft.unwrap_or(1),
            source: file_name(&article.source),
            title: article.title.into_owned(),
            tally,
            standing: None,
            policy: 0,
            owed: session.claims.iter().map(owed).sum(),
            dated: session.history.clone().unwrap_or(article.imported_at),
            last: session.history,
            sha256: article.sha256.into_owned(),
            file_sha256: article.file_sha256,
            sketch: sketch::of(&article.text),
        };
        Some(digest)
    }

    /// Takes in the article's `text`; where its claims, which stand at `places` in bytes of it, stand in what is searched.
    fn take_article(&mut self, text: &str, places: &[Option<(usize, usize)>]) -> Vec<Option<(usize, usize)>> {
        let mut ends: Vec<usize> = places.iter().flatten().flat_map(|(start, end)| [*start, *end]).collect();
        ends.sort_unstable();
        let mut searched = ends.clone();
        self.text.push_placing(text, &mut searched);
        let place = |at| ends.binary_search(&at).ok().and_then(|known| searched.get(known)).copied();
        places.iter().map(|found| found.and_then(|(start, end)| place(start).zip(place(end)))).collect()
    }

    /// Takes in a claim that stands at `place`, in bytes of the article; evidence with these ids is confidential.
    fn take(&mut self, claim: &LeanClaim<'_>, place: Option<(usize, usize)>, hidden: &[&str]) -> Option<()> {
        let at = u32::try_from(self.claims.len()).ok()?;
        let (start, end) = place.unwrap_or_default();
        let name = claim.speaker.as_ref().map(|speaker| speaker.name.as_str()).unwrap_or_default();
        let mut say = |spot, texts: &[&str]| {
            let begin = self.text.text.len();
            for text in texts.iter().filter(|text| !text.trim().is_empty()) {
                if self.text.text.len() > begin {
                    self.text.push(" · ");
                }
                self.text.push(text);
            }
            if self.text.text.len() > begin {
                self.close(spot, at);
            }
        };
        if place.is_none() {
            say(TextPart::Claim, &[&claim.anchor.exact]);
        }
        let was = claim.fate.iter().map(|fate| fate.was.as_str()).filter(|was| *was != claim.anchor.exact);
        was.for_each(|was| say(TextPart::Earlier, &[was]));
        say(TextPart::Statement, &[&claim.statement]);
        say(TextPart::Note, &[&claim.note]);
        for LeanSource { title, url, locator, quote, .. } in &claim.sources {
            say(TextPart::Source, &[title, locator, quote, url]);
        }
        for LeanQuery { question, answer, .. } in &claim.queries {
            say(TextPart::Query, &[question]);
            say(TextPart::Answer, &[answer]);
        }
        for LeanReply { who, answer } in &claim.replies {
            say(TextPart::Query, &[who]);
            say(TextPart::Answer, &[answer]);
        }
        claim.corrections.iter().for_each(|words| say(TextPart::Correction, &[&words.text]));
        claim.tags.iter().for_each(|tag| say(TextPart::Tag, &[tag]));
        say(TextPart::Speaker, &[name]);
        let source = claim.sources.first().map(told);
        let mark = found(claim);
        self.terms.push(terms::of(&[&claim.anchor.exact, &claim.statement]));
        self.claims.push(PastClaim {
            id: claim.id.to_string(),
            number: claim.number.to_string(),
            start,
            end,
            verdict: mark.verdict,
            by: mark.by,
            at: mark.at,
            source: source.unwrap_or_default(),
            speaker: name.to_owned(),
            cited: claim
                .sources
                .iter()
                .filter(|source| !source.is_confidential(hidden))
                .map(LeanSource::named)
                .collect(),
            heard: claim.replies.iter().map(|reply| reply.who.clone()).filter(|who| !who.is_empty()).collect(),
            words: if place.is_none() { claim.anchor.exact.to_string() } else { String::new() },
        });
        Some(())
    }

    /// Takes in what was found out of a claim when it had other words: an article that has them still is told so.
    fn take_earlier(&mut self, claim: &LeanClaim<'_>) {
        let other = |fate: &&LeanFate| fate.is != FateKind::Gone.as_str() && fate.was != claim.anchor.exact;
        let Some((fate, had)) = claim.fate.iter().find(other).and_then(|fate| Some((fate, fate.had.first()?))) else {
            return;
        };
        self.terms.push(terms::of(&[&fate.was]));
        self.claims.push(PastClaim {
            id: claim.id.to_string(),
            number: claim.number.to_string(),
            verdict: had.verdict.clone(),
            by: had.by.clone(),
            at: had.at.clone(),
            source: claim.sources.first().map(told).unwrap_or_default(),
            words: fate.was.clone(),
            ..PastClaim::default()
        });
    }

    /// Ends a stretch of the text.
    fn close(&mut self, spot: TextPart, claim: u32) {
        self.text.text.push(APART);
        self.spots.push((u32::try_from(self.text.text.len()).unwrap_or(u32::MAX), spot, claim));
    }
}

/// What a source is called, with where in it.
fn told(source: &LeanSource<'_>) -> String {
    let name = if source.title.is_empty() { &source.url } else { &source.title };
    if source.locator.is_empty() { name.to_string() } else { format!("{name}, {}", source.locator) }
}

/// The verdict that stands on a claim; on one whose words stand nowhere any more the one that stood.
fn found(claim: &LeanClaim<'_>) -> LeanMark {
    let gone = claim.fate.iter().filter(|fate| fate.is == FateKind::Gone.as_str());
    let had = gone.flat_map(|fate| &fate.had).next();
    had.cloned().unwrap_or_else(|| LeanMark {
        verdict: claim.verdict.clone().unwrap_or_default(),
        by: claim.marked_by.clone().unwrap_or_default(),
        at: claim.marked_at.clone().unwrap_or_default(),
    })
}

/// Who marked `claims`, each once, the one who marked last first.
fn reviewers(claims: &[LeanClaim<'_>]) -> Vec<String> {
    let mut last: BTreeMap<&str, &Stamp> = BTreeMap::new();
    for (name, at) in claims.iter().filter_map(|claim| claim.marked_by.as_deref().zip(claim.marked_at.as_ref())) {
        let latest = last.entry(name).or_insert(at);
        *latest = at.max(latest);
    }
    let mut names: Vec<(&str, &Stamp)> = last.into_iter().filter(|(name, _)| !name.is_empty()).collect();
    names.sort_by(|(_, one), (_, other)| other.cmp(one));
    names.into_iter().map(|(name, _)| name.to_owned()).collect()
}

/// Who is named to check those of `claims` that are open, by name, each with how many of them.
fn assigned(claims: &[LeanClaim<'_>]) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| !claim.assignee.is_empty() && OPEN.contains(&status(claim))) {
        *counts.entry(claim.assignee.as_ref()).or_default() += 1;
    }
    counts.into_iter().map(|(name, count)| (name.to_owned(), count)).collect()
}

/// The last part of a path as any system writes it; nothing of `-`, which means a pipe.
fn file_name(source: &str) -> String {
    source.rsplit(['/', '\\']).next().filter(|name| *name != "-").unwrap_or_default().to_owned()
}

/// What is open: unchecked, and where readers differ.
const OPEN: [Status; 2] = [Status::Unchecked, Status::Differs];

/// The state of a claim, as [`crate::review::Claim::status`] has it.
fn status(claim: &LeanClaim<'_>) -> Status {
    match claim.verdict.as_deref() {
        _ if claim.dismissed => Status::Dismissed,
        Some("verified") => Status::Verified,
        Some("disputed") => Status::Disputed,
        Some("unknown") => Status::Unknown,
        Some(_) => Status::Other,
        None if claim.readings.len() > 1 => Status::Differs,
        None => Status::Unchecked,
    }
}

/// Where the claims stand, in bytes; `None` for one whose words are not where its file says.
fn placed(text: &str, claims: &[LeanClaim<'_>]) -> Vec<Option<(usize, usize)>> {
    let mut wanted: Vec<usize> = claims.iter().map(|claim| claim.anchor.start).collect();
    wanted.sort_unstable();
    let mut found = Vec::with_capacity(wanted.len());
    if text.is_ascii() {
        found.extend(wanted.iter().map(|point| (*point, *point)));
    } else {
        let mut points = text.char_indices().map(|(at, _)| at).enumerate().peekable();
        for wanted in wanted {
            while points.next_if(|(point, _)| *point < wanted).is_some() {}
            found.extend(points.peek().filter(|(point, _)| *point == wanted).copied());
        }
    }
    let place = |claim: &LeanClaim<'_>| {
        let LeanAnchor { start, end, exact } = &claim.anchor;
        let at = found.binary_search_by_key(start, |(point, _)| *point).ok().and_then(|at| found.get(at))?.1;
        let there = start < end && text.get(at..).is_some_and(|rest| rest.starts_with(exact.as_ref()));
        there.then(|| (at, at + exact.len()))
    };
    claims.iter().map(place).collect()
}
