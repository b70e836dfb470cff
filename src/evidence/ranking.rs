//! How well a passage fits a claim: BM25 over its own words, its file's title and all of its file's words, a little of its
//! neighbours, and how much of the claim it holds.

use std::collections::{BTreeMap, HashMap};

use xxhash_rust::xxh3::xxh3_64;

use super::terms::Term;

/// What a claim's figure counts beside its words: less, for it may be the very thing that is wrong.
const NUMBER: f32 = 0.8;
/// What a file's title counts beside the words of a passage, and what all of its words do.
const TITLE: f32 = 0.25;
const FILE: f32 = 0.15;
/// What the passages before and behind count.
const NEIGHBOUR: f32 = 0.07;
/// What a passage counts that is but the title.
const HEADING: f32 = 0.4;
/// The power of the share of the claim that a passage holds.
const COVER: f32 = 0.2;
/// Files from which on it counts more in how many of them a word stands than in how many passages.
const FEW: f32 = 30.0;
/// The two constants of BM25, k1 and b: of passages and titles, and of whole files.
const PASSAGE: Bm25 = Bm25 { saturation: 1.2, length: 0.7 };
const WHOLE: Bm25 = Bm25 { saturation: 1.2, length: 0.4 };
/// Passages whose words are asked for as well, how many of those words, and what the first of them counts.
pub(super) const HEARD: usize = 3;
const ADDED: usize = 8;
const ADDED_WEIGHT: f32 = 0.2;

struct Bm25 {
    saturation: f32,
    length: f32,
}

impl Bm25 {
    /// What a word counts that stands `times` in a text of `words`, where `usual` is the average.
    #[expect(clippy::cast_precision_loss, reason = "words of a text")]
    fn share(&self, times: usize, words: usize, usual: f32) -> f32 {
        if times == 0 {
            return 0.0;
        }
        let times = times as f32;
        let long = 1.0 - self.length + self.length * words as f32 / usual.max(1.0);
        times * (self.saturation + 1.0) / (times + self.saturation * long)
    }
}

/// A word by the hash of its form.
type TermKey = u64;

/// A word that is asked for.
pub(super) struct Sought {
    pub(super) form: String,
    /// What it counts beside the others.
    pub(super) weight: f32,
    key: TermKey,
}

impl Sought {
    fn new(form: &str, weight: f32) -> Self {
        Self { form: form.to_owned(), weight, key: xxh3_64(form.as_bytes()) }
    }

    /// What a title that holds it counts.
    pub(super) const fn title() -> f32 {
        TITLE
    }
}

/// The words of all passages, counted.
#[derive(Default)]
pub(super) struct Ranking {
    passages: Vec<Counted>,
    titles: Vec<Box<[TermKey]>>,
    /// How often each word stands in each file, and how many words it has.
    files: Vec<(HashMap<TermKey, u32>, usize)>,
    /// In how many passages, files and titles each word stands.
    holders: HashMap<TermKey, Holders>,
    /// Words of a passage, a title and a file on the average.
    usual: (f32, f32, f32),
}

#[derive(Clone, Copy, Default)]
struct Holders {
    passages: u32,
    files: u32,
    titles: u32,
}

struct Counted {
    file: usize,
    words: Box<[TermKey]>,
    heading: bool,
}

impl Ranking {
    /// Counts the words of files by their titles.
    pub(super) fn of_titles(titles: &[Vec<Term>]) -> Self {
        let titles: Vec<Box<[TermKey]>> = titles.iter().map(|title| keys(title)).collect();
        let files = titles.iter().map(|_| (HashMap::new(), 0)).collect();
        Self { titles, files, ..Self::default() }
    }

    /// Adds a passage of a file; `heading` where it is but the file's title.
    pub(super) fn add(&mut self, file: usize, words: &[Term], heading: bool) {
        let words = keys(words);
        if let Some((counts, all)) = self.files.get_mut(file) {
            *all += words.len();
            words.iter().for_each(|key| *counts.entry(*key).or_insert(0) += 1);
        }
        self.passages.push(Counted { file, words, heading });
    }

    /// Reckons what follows from all of them together.
    #[expect(clippy::cast_precision_loss, reason = "averages")]
    pub(super) fn finish(&mut self) {
        let mut holders: HashMap<TermKey, Holders> = HashMap::new();
        let mut own: Vec<TermKey> = Vec::new();
        let mut distinct = |words: &[TermKey], add: &mut dyn FnMut(TermKey)| {
            own.clear();
            own.extend_from_slice(words);
            own.sort_unstable();
            own.dedup();
            for key in &own {
                add(*key);
            }
        };
        for passage in &self.passages {
            distinct(&passage.words, &mut |key| holders.entry(key).or_default().passages += 1);
        }
        for title in &self.titles {
            distinct(title, &mut |key| holders.entry(key).or_default().titles += 1);
        }
        for key in self.files.iter().flat_map(|(counts, _)| counts.keys()) {
            holders.entry(*key).or_default().files += 1;
        }
        self.holders = holders;
        let usual = |words: usize, all: usize| words as f32 / all.max(1) as f32;
        let of_files: usize = self.files.iter().map(|(_, words)| words).sum();
        let of_titles: usize = self.titles.iter().map(|title| title.len()).sum();
        self.usual = (
            usual(of_files, self.passages.len()),
            usual(of_titles, self.titles.len()),
            usual(of_files, self.files.len()),
        );
    }

    /// The words of a claim as they are asked for: a word that it says twice is not worth double.
    pub(super) fn sought(terms: &[Term]) -> Vec<Sought> {
        let forms: BTreeMap<&str, bool> = terms.iter().map(|term| (term.form.as_str(), term.is_number())).collect();
        forms.into_iter().map(|(form, number)| Sought::new(form, if number { NUMBER } else { 1.0 })).collect()
    }

    /// The words that the best passages have beside those of the claim: each with its terms and what it scored.
    #[expect(clippy::cast_precision_loss, reason = "words of a sentence")]
    pub(super) fn added(&self, sought: &[Sought], best: &[(Vec<Term>, f32)]) -> Vec<Sought> {
        let whole: f32 = best.iter().map(|(_, score)| score).sum();
        let mut worth: BTreeMap<&str, f32> = BTreeMap::new();
        for (terms, score) in best {
            let mut forms: Vec<&str> =
                terms.iter().filter(|term| !term.is_number()).map(|term| term.form.as_str()).collect();
            forms.sort_unstable();
            forms.dedup();
            for form in forms.into_iter().filter(|form| !sought.iter().any(|asked| asked.form == *form)) {
                let rare = self.rarity(xxh3_64(form.as_bytes())).0;
                *worth.entry(form).or_insert(0.0) += score / whole.max(1e-6) * rare / (terms.len() as f32).sqrt();
            }
        }
        let mut worth: Vec<(&str, f32)> = worth.into_iter().collect();
        worth.sort_by(|one, other| other.1.total_cmp(&one.1));
        let most = worth.first().map_or(1.0, |(_, most)| *most);
        worth.into_iter().take(ADDED).map(|(form, value)| Sought::new(form, ADDED_WEIGHT * value / most)).collect()
    }

    /// How rare a word is, in passages and files together, and in titles: 0 for one that stands nowhere.
    #[expect(clippy::cast_precision_loss, reason = "files of a folder")]
    fn rarity(&self, key: TermKey) -> (f32, f32) {
        let held = self.holders.get(&key).copied().unwrap_or_default();
        let passages = rare(self.passages.len(), held.passages);
        let files = rare(self.files.len(), held.files);
        // In how many of a few files a word stands tells little.
        let count = self.files.len() as f32;
        let trust = count / (count + FEW);
        (files * trust + passages * (1.0 - trust), rare(self.files.len(), held.titles))
    }

    /// The scores of the passages of these numbers for what is sought, best first.
    pub(super) fn ranked(&self, sought: &[Sought], numbers: &[usize]) -> Vec<(usize, f32)> {
        let asked: Vec<Weighted> = sought
            .iter()
            .map(|sought| {
                let (body, title) = self.rarity(sought.key);
                Weighted { key: sought.key, body: body * sought.weight, title: title * sought.weight * TITLE }
            })
            .collect();
        let (mut files, mut own) = (HashMap::new(), HashMap::new());
        let mut scored: Vec<(usize, f32)> = numbers
            .iter()
            .filter_map(|number| {
                let passage = self.passages.get(*number)?;
                let whole = *files.entry(passage.file).or_insert_with(|| self.of_file(&asked, passage.file));
                let mut bare = |at: usize| *own.entry(at).or_insert_with(|| self.of_passage(&asked, at));
                let beside = [number.checked_sub(1), Some(number + 1)].into_iter().flatten();
                let beside: f32 = beside
                    .filter(|at| self.passages.get(*at).is_some_and(|next| next.file == passage.file))
                    .map(&mut bare)
                    .sum();
                let score = bare(*number) + FILE * whole + NEIGHBOUR * beside;
                let heading = if passage.heading { HEADING } else { 1.0 };
                Some((*number, score * heading * covered(&asked, passage).max(0.01).powf(COVER)))
            })
            .collect();
        scored.sort_by(|one, other| other.1.total_cmp(&one.1));
        scored
    }

    fn of_passage(&self, asked: &[Weighted], number: usize) -> f32 {
        let Some(passage) = self.passages.get(number) else { return 0.0 };
        let title = self.titles.get(passage.file).map(AsRef::as_ref).unwrap_or_default();
        let share = |words: &[TermKey], usual: f32, key: TermKey| {
            PASSAGE.share(words.iter().filter(|own| **own == key).count(), words.len(), usual)
        };
        asked
            .iter()
            .map(|asked| {
                asked.body * share(&passage.words, self.usual.0, asked.key)
                    + asked.title * share(title, self.usual.1, asked.key)
            })
            .sum()
    }

    fn of_file(&self, asked: &[Weighted], file: usize) -> f32 {
        let Some((counts, words)) = self.files.get(file) else { return 0.0 };
        let times = |key: TermKey| counts.get(&key).map_or(0, |times| *times as usize);
        asked.iter().map(|asked| asked.body * WHOLE.share(times(asked.key), *words, self.usual.2)).sum()
    }

    /// How much of what is sought a passage holds, from 0 to 1, every word counting the same.
    #[expect(clippy::cast_precision_loss, reason = "words of a sentence")]
    pub(super) fn held(&self, sought: &[Sought], number: usize) -> f32 {
        let Some(passage) = self.passages.get(number) else { return 0.0 };
        let held = sought.iter().filter(|asked| passage.words.contains(&asked.key)).count();
        held as f32 / sought.len().max(1) as f32
    }
}

struct Weighted {
    key: TermKey,
    body: f32,
    title: f32,
}

/// How much of what is asked for a passage holds, from 0 to 1, rare words counting more.
fn covered(asked: &[Weighted], passage: &Counted) -> f32 {
    let all: f32 = asked.iter().map(|asked| asked.body).sum();
    let held: f32 = asked.iter().filter(|asked| passage.words.contains(&asked.key)).map(|asked| asked.body).sum();
    if all > 0.0 { held / all } else { 0.0 }
}

/// The weight of a word that `holders` of `all` texts have.
#[expect(clippy::cast_precision_loss, reason = "texts are counted in millions at most")]
fn rare(all: usize, holders: u32) -> f32 {
    let (all, holders) = (all as f32, holders as f32);
    if holders > 0.0 { (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln() } else { 0.0 }
}

fn keys(terms: &[Term]) -> Box<[TermKey]> {
    terms.iter().map(|term| xxh3_64(term.form.as_bytes())).collect()
}
