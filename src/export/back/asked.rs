//! What we asked, and the lines of our own page: told wherever they stand, and however a mail program broke them.

use std::collections::HashMap;

use super::super::queries::RIGHT_OF_REPLY;
use super::alike::{are_alike, squeezed};
use super::line::Line;
use crate::review::Session;

/// Bytes of a line with a question and an answer side by side that are looked through.
const LONG: usize = 4_000;

/// A question of the session.
pub(super) struct AskedQuery {
    /// The id of its claim.
    pub(super) claim: String,
    /// The number of its claim.
    pub(super) number: String,
    /// The words that the claim has and had.
    words: Vec<String>,
    quotes: Vec<String>,
    /// Its id.
    pub(super) query: String,
    /// True where it is a right of reply.
    pub(super) is_reply: bool,
    /// Its words as they were asked.
    pub(super) told: String,
    question: String,
    answer: String,
}

impl AskedQuery {
    /// True for words that stand as the answer already.
    pub(super) fn is_held(&self, words: &str) -> bool {
        self.answer == squeezed(words)
    }
}

/// The page that we sent.
pub(super) struct OurPage {
    /// The questions on it, by their place there.
    pub(super) asked: Vec<AskedQuery>,
    /// Questions by their words.
    by_words: HashMap<String, Vec<usize>>,
    /// Lines beside questions.
    fixed: Vec<String>,
    /// Every line of it, in order, to be found by how it begins.
    lines: Vec<String>,
}

impl OurPage {
    /// The page about `session`; what was asked about words that a draft took away may be answered too.
    pub(super) fn of(session: &Session) -> Self {
        let claims = || session.claims().iter().chain(session.apart());
        let asked = claims().flat_map(|claim| {
            let words = session.wordings(claim);
            let asked = move |id: &str, (question, answer): (&str, &str), is_reply: bool| AskedQuery {
                claim: claim.id.to_string(),
                number: claim.number.to_string(),
                quotes: words.iter().map(|words| squeezed(words)).collect(),
                words: words.iter().map(|words| (*words).to_owned()).collect(),
                query: id.to_owned(),
                is_reply,
                told: question.to_owned(),
                question: squeezed(question),
                answer: squeezed(answer),
            };
            let (queries, replies) = (claim.record.queries.iter(), claim.record.replies.iter());
            let queries = queries.map(|query| asked(&query.id, (&query.question, &query.answer), false));
            let replies = replies.map(|reply| asked(&reply.id, (RIGHT_OF_REPLY, &reply.answer), true));
            queries.chain(replies).collect::<Vec<_>>()
        });
        let asked: Vec<AskedQuery> = asked.collect();
        let mut by_words: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, one) in asked.iter().enumerate().filter(|(_, one)| !one.question.is_empty()) {
            by_words.entry(one.question.clone()).or_default().push(at);
        }
        // A draft may have another title.
        let past = session.drafts.iter().filter_map(|past| past.article.as_ref()).map(|article| &article.title);
        let titles = past.chain([&session.article.title]);
        let mut fixed: Vec<String> =
            titles.flat_map(|title| [squeezed(title), squeezed(&format!("Questions: {title}"))]).collect();
        fixed.extend([squeezed("Answer:"), squeezed("To nobody in particular")]);
        let to = claims().flat_map(|claim| &claim.record.queries).map(|query| &query.to);
        let who = claims().flat_map(|claim| &claim.record.replies).map(|reply| &reply.who);
        fixed.extend(to.chain(who).map(|to| squeezed(&format!("To {to}"))));
        fixed.sort();
        fixed.dedup();
        let of_query = |one: &AskedQuery| {
            let headed = one.quotes.iter().map(|quote| format!("{}{quote}", one.number));
            let answer = format!("{}{}", squeezed("Answer:"), one.answer);
            headed.chain(one.quotes.iter().cloned()).chain([one.question.clone(), answer]).collect::<Vec<_>>()
        };
        let mut lines: Vec<String> = asked.iter().flat_map(of_query).chain(fixed.iter().cloned()).collect();
        lines.retain(|line| !line.is_empty());
        lines.sort();
        lines.dedup();
        Self { asked, by_words, fixed, lines }
    }

    /// The questions that nobody has answered.
    pub(super) fn open(&self) -> Vec<usize> {
        self.asked.iter().enumerate().filter(|(_, one)| one.answer.is_empty()).map(|(at, _)| at).collect()
    }

    /// `lines`, each of ours whole that a mail program broke.
    pub(super) fn mended(&self, lines: &[Line]) -> Vec<Line> {
        let mut mended = Vec::with_capacity(lines.len());
        let mut rest = lines;
        while let Some((first, others)) = rest.split_first() {
            let count = self.broken(rest);
            rest = rest.get(count.max(1)..).unwrap_or(others);
            let mut line = first.clone();
            for more in others.iter().take(count.saturating_sub(1)) {
                line.words = format!("{} {}", line.words.trim_end(), more.words.trim());
                // A program that breaks what is quoted already may leave the end of the line without marks.
                line.depth = line.depth.max(more.depth);
                line.comments.extend(more.comments.iter().cloned());
                line.wrapped = false;
            }
            mended.push(line);
        }
        mended
    }

    /// How many lines at the beginning of `lines` are one of ours together; 0 when that is at most one.
    fn broken(&self, lines: &[Line]) -> usize {
        let (mut words, mut found) = (String::new(), 0);
        for (count, line) in lines.iter().take_while(|line| !line.is_blank()).enumerate() {
            words = format!("{words} {}", bare(&line.words));
            let told = squeezed(&words);
            let place = self.lines.partition_point(|ours| *ours < told);
            let Some(ours) = self.lines.get(place).filter(|ours| ours.starts_with(&told)) else { break };
            if *ours == told && count > 0 {
                found = count + 1;
            }
        }
        found
    }

    /// True for a line that stands on every page.
    pub(super) fn is_fixed(&self, flat: &str) -> bool {
        self.fixed.iter().any(|fixed| fixed == flat)
    }

    /// The id of the claim whose words a line is, or which it names.
    pub(super) fn claim(&self, flat: &str) -> Option<&str> {
        let found = self.asked.iter().find(|asked| {
            let headed = flat
                .strip_prefix(&asked.number)
                .is_some_and(|rest| asked.quotes.iter().any(|one| one == rest.trim_start_matches(['.', ':', ')'])));
            let heading = flat.strip_prefix("Claim").and_then(|rest| rest.strip_prefix(&asked.number));
            headed
                || asked.quotes.iter().any(|quote| quote == flat)
                || heading.is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
        });
        found.map(|asked| asked.claim.as_str())
    }

    /// The only question about a claim.
    pub(super) fn only(&self, claim: &str) -> Option<usize> {
        let mut of_claim = self.asked.iter().enumerate().filter(|(_, one)| one.claim == claim);
        let (at, _) = of_claim.next()?;
        of_claim.next().is_none().then_some(at)
    }

    /// The questions whose number a line begins with and whose words it has, edited.
    pub(super) fn edited(&self, bare: &str) -> Vec<usize> {
        let Some((number, rest)) = bare.split_once([' ', '\t']) else { return Vec::new() };
        let number = number.trim_end_matches(['.', ':', ')']);
        let of_claim = self.asked.iter().enumerate().filter(|(_, one)| one.number == number);
        let of_claim: Vec<(usize, &AskedQuery)> = of_claim.collect();
        let is_alike = of_claim.iter().any(|(_, one)| one.words.iter().any(|words| are_alike(words, rest)));
        of_claim.into_iter().filter(|_| is_alike).map(|(at, _)| at).collect()
    }

    /// The questions that a line is or begins with, and what stands behind.
    pub(super) fn questions(&self, bare: &str, flat: &str) -> Option<(&[usize], String)> {
        if let Some(places) = self.by_words.get(flat) {
            return Some((places, String::new()));
        }
        let mut longest: Option<&str> = None;
        for words in self.by_words.keys().filter(|words| flat.starts_with(words.as_str())) {
            longest = longest.filter(|held| held.len() >= words.len()).or(Some(words));
        }
        let words = longest.filter(|_| bare.len() <= LONG)?;
        let end = bare
            .char_indices()
            .map(|(at, one)| at + one.len_utf8())
            .find(|end| bare.get(..*end).is_some_and(|head| squeezed(head) == words))?;
        let rest = bare.get(end..)?.trim_start_matches([' ', '\t', '-', '–', '—', ':', '→', '=', '>']);
        Some((self.by_words.get(words)?, rest.to_owned()))
    }

    /// The only question of the claim whose number a line begins with, and the words behind it: `2: six`, `Claim 2 – six`.
    pub(super) fn numbered(&self, words: &str) -> Option<(usize, String)> {
        let bare = words.strip_prefix("Claim ").or_else(|| words.strip_prefix("claim ")).unwrap_or(words);
        let end = bare.find([':', '.', ')', ' '])?;
        let (number, rest) = bare.split_at_checked(end)?;
        let mut found = self.asked.iter().enumerate().filter(|(_, one)| !one.number.is_empty() && one.number == number);
        let (at, _) = found.next()?;
        let rest = rest.trim_start_matches([':', '.', ')', ' ', '-', '–', '—']);
        (found.next().is_none() && !rest.is_empty() && bare.len() - rest.len() > number.len() + 1)
            .then(|| (at, rest.to_owned()))
    }
}

/// A line without what marks it in a text: as a heading, as quoted, as one of a list, as bold.
pub(super) fn bare(words: &str) -> &str {
    words.trim().trim_start_matches(['#', '>', '*', '•']).trim()
}
