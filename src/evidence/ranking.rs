//! How well a passage fits a claim: BM25 over its own words, its file's title and all of its file's words, a little of its
//! neighbours, and how much of the claim it holds.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use tantivy::{DocAddress, TantivyError};

use super::index::{PassageIndex, WordFacts};
use super::sought::{Sought, TITLE};
use super::terms::Term;

/// What all the words of a file count beside those of a passage.
const FILE: f32 = 0.15;
/// What the passages before and behind count.
const NEIGHBOUR: f32 = 0.07;
/// What a passage counts that is but the title.
const HEADING: f32 = 0.4;
/// The power of the share of the claim that a passage holds.
const COVER: f32 = 0.2;
/// What a word of the same family counts beside the word itself.
const KIN: f32 = 0.2;
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
    fn share(&self, times: f32, words: u64, usual: f32) -> f32 {
        let long = 1.0 - self.length + self.length * words as f32 / usual.max(1.0);
        times * (self.saturation + 1.0) / (times + self.saturation * long)
    }
}

/// The words of the files' titles, counted.
pub(super) struct Titles {
    words: Vec<Vec<String>>,
    /// In how many of them each word stands.
    holders: HashMap<String, u64>,
    /// Words of a title on the average.
    usual: f32,
}

impl Titles {
    #[expect(clippy::cast_precision_loss, reason = "words of titles")]
    pub(super) fn of(titles: &[Vec<Term>]) -> Self {
        let forms = |title: &Vec<Term>| title.iter().map(|term| term.form.clone()).collect::<Vec<_>>();
        let words: Vec<Vec<String>> = titles.iter().map(forms).collect();
        let mut holders = HashMap::new();
        for title in &words {
            for form in title.iter().collect::<BTreeSet<_>>() {
                *holders.entry(form.clone()).or_insert(0) += 1;
            }
        }
        let all: usize = words.iter().map(Vec::len).sum();
        Self { usual: all as f32 / words.len().max(1) as f32, words, holders }
    }
}

/// What the index has of the words that are asked for. Of each it is read once.
pub(super) struct Ranking<'a> {
    index: &'a PassageIndex,
    titles: &'a Titles,
    facts: HashMap<String, WordFacts>,
    /// Words of a passage and of a file on the average.
    usual: (f32, f32),
}

impl<'a> Ranking<'a> {
    #[expect(clippy::cast_precision_loss, reason = "averages")]
    pub(super) fn new(index: &'a PassageIndex, titles: &'a Titles) -> Self {
        let words = index.file_words().iter().sum::<u64>() as f32;
        let usual = (words / index.passages().max(1) as f32, words / index.file_words().len().max(1) as f32);
        Self { index, titles, facts: HashMap::new(), usual }
    }

    /// The words that the best passages have beside those of the claim: each with its terms and what it scored.
    ///
    /// # Errors
    /// When the engine can't read its index.
    #[expect(clippy::cast_precision_loss, reason = "words of a sentence")]
    pub(super) fn added(&mut self, sought: &[Sought], best: &[(Vec<Term>, f32)]) -> Result<Vec<Sought>, TantivyError> {
        // Squared: what fits by far the best says most of what is meant.
        let whole: f32 = best.iter().map(|(_, score)| score * score).sum();
        let mut worth: BTreeMap<&str, f32> = BTreeMap::new();
        for (terms, score) in best {
            let mut forms: Vec<&str> =
                terms.iter().filter(|term| !term.is_number()).map(|term| term.form.as_str()).collect();
            forms.sort_unstable();
            forms.dedup();
            for form in forms.into_iter().filter(|form| !sought.iter().any(|asked| asked.form == *form)) {
                let rare = self.rarity(form)?.0;
                *worth.entry(form).or_insert(0.0) +=
                    score * score / whole.max(1e-6) * rare / (terms.len() as f32).sqrt();
            }
        }
        let mut worth: Vec<(&str, f32)> = worth.into_iter().collect();
        worth.sort_by(|one, other| other.1.total_cmp(&one.1));
        let most = worth.first().map_or(1.0, |(_, most)| *most);
        let added = worth.into_iter().take(ADDED);
        Ok(added.map(|(form, value)| Sought::new(form, ADDED_WEIGHT * value / most)).collect())
    }

    /// How rare a word is, in passages and files together, and in titles: 0 for one that stands nowhere.
    #[expect(clippy::cast_precision_loss, reason = "files of a folder")]
    fn rarity(&mut self, form: &str) -> Result<(f32, f32), TantivyError> {
        if !self.facts.contains_key(form) {
            self.facts.insert(form.to_owned(), self.index.facts(form)?);
        }
        let count = self.titles.words.len() as u64;
        let (held, in_files) = self.facts.get(form).map_or((0, 0), |facts| (facts.passages, facts.files.len() as u64));
        let passages = rare(self.index.passages(), held);
        let files = rare(count, in_files);
        // In how many of a few files a word stands tells little.
        let trust = count as f32 / (count as f32 + FEW);
        let in_titles = self.titles.holders.get(form).copied().unwrap_or_default();
        Ok((files * trust + passages * (1.0 - trust), rare(count, in_titles)))
    }

    /// What a word that is asked for counts; one that stands nowhere counts by its family.
    fn weighted<'b>(&mut self, sought: &'b Sought) -> Result<Weighted<'b>, TantivyError> {
        let (own, title) = self.rarity(&sought.form)?;
        let mut kin = 0.0_f32;
        for form in &sought.kin {
            kin = kin.max(self.rarity(form)?.0);
        }
        let body = if own > 0.0 { own } else { kin };
        Ok(Weighted { sought, body: body * sought.weight, title: title * sought.weight * TITLE })
    }

    /// How often a word stands in each of `looked`, its family counted a little.
    #[expect(clippy::cast_precision_loss, reason = "words of a passage")]
    fn times(&self, sought: &Sought, looked: &[DocAddress]) -> Result<Vec<f32>, TantivyError> {
        let own = self.index.times(&sought.form, looked)?;
        let mut times: Vec<f32> = own.into_iter().map(|times| times as f32).collect();
        for form in &sought.kin {
            let kin = self.index.times(form, looked)?;
            times.iter_mut().zip(kin).for_each(|(times, kin)| *times += KIN * kin as f32);
        }
        Ok(times)
    }

    /// The scores of these passages for what is sought, best first.
    ///
    /// # Errors
    /// When the engine can't read its index.
    pub(super) fn ranked(
        &mut self,
        sought: &[Sought],
        found: &[DocAddress],
    ) -> Result<Vec<(DocAddress, f32)>, TantivyError> {
        let mut asked = Vec::with_capacity(sought.len());
        for sought in sought {
            asked.push(self.weighted(sought)?);
        }
        let looked: BTreeSet<DocAddress> = found.iter().flat_map(|at| self.index.beside(*at).chain([*at])).collect();
        let looked: Vec<DocAddress> = looked.into_iter().collect();
        let mut times = Vec::with_capacity(asked.len());
        for asked in &asked {
            times.push(self.times(asked.sought, &looked)?);
        }
        let (mut titles, mut files) = (HashMap::new(), HashMap::new());
        let told = |(number, at): (usize, &DocAddress)| {
            let held: Vec<f32> = times.iter().map(|times| times.get(number).copied().unwrap_or_default()).collect();
            let file = self.index.file(*at)?;
            let titled = *titles.entry(file).or_insert_with(|| self.of_title(&asked, file));
            Some((*at, (self.of_passage(&asked, &held, *at) + titled, covered(&asked, &held))))
        };
        let own: HashMap<DocAddress, (f32, f32)> = looked.iter().enumerate().filter_map(told).collect();
        let bare = |at: &DocAddress| own.get(at).map_or(0.0, |(bare, _)| *bare);
        let score = |at: &DocAddress| {
            let passage = self.index.passage(*at)?;
            let (bare_one, covered) = own.get(at)?;
            let whole = *files.entry(passage.file).or_insert_with(|| self.of_file(&asked, passage.file));
            let beside: f32 = self.index.beside(*at).map(|next| bare(&next)).sum();
            let score = bare_one + FILE * whole + NEIGHBOUR * beside;
            let heading = if passage.heading { HEADING } else { 1.0 };
            Some((*at, score * heading * covered.max(0.01).powf(COVER)))
        };
        let mut scored: Vec<(DocAddress, f32)> = found.iter().filter_map(score).collect();
        scored.sort_by(|one, other| other.1.total_cmp(&one.1));
        Ok(scored)
    }

    /// What a passage's own words count, of which it `held` so many of each that is asked for.
    fn of_passage(&self, asked: &[Weighted<'_>], held: &[f32], at: DocAddress) -> f32 {
        let words = u64::from(self.index.words(at));
        let share = |(asked, times): (&Weighted<'_>, &f32)| asked.body * PASSAGE.share(*times, words, self.usual.0);
        asked.iter().zip(held).map(share).sum()
    }

    /// What the title of a file counts.
    fn of_title(&self, asked: &[Weighted<'_>], file: usize) -> f32 {
        let title = self.titles.words.get(file).map(Vec::as_slice).unwrap_or_default();
        let times = |asked: &Weighted<'_>| title.iter().filter(|own| **own == asked.sought.form).map(|_| 1.0).sum();
        let share = |asked: &Weighted<'_>| PASSAGE.share(times(asked), title.len() as u64, self.titles.usual);
        asked.iter().map(|asked| asked.title * share(asked)).sum()
    }

    /// What all the words of a file count.
    #[expect(clippy::cast_precision_loss, reason = "words of a file")]
    fn of_file(&self, asked: &[Weighted<'_>], file: usize) -> f32 {
        let words = self.index.file_words().get(file).copied().unwrap_or_default();
        let held =
            |form: &String| self.facts.get(form).and_then(|facts| facts.files.get(&file)).copied().unwrap_or_default();
        let times = |sought: &Sought| {
            let kin: u32 = sought.kin.iter().map(held).sum();
            held(&sought.form) as f32 + KIN * kin as f32
        };
        let share = |asked: &Weighted<'_>| WHOLE.share(times(asked.sought), words, self.usual.1);
        asked.iter().map(|asked| asked.body * share(asked)).sum()
    }

    /// How much of what is sought each passage holds, from 0 to 1, every word counting the same.
    ///
    /// # Errors
    /// When the engine can't read its index.
    #[expect(clippy::cast_precision_loss, reason = "words of a sentence")]
    pub(super) fn held(
        &self,
        sought: &[Sought],
        passages: impl Iterator<Item = DocAddress>,
    ) -> Result<HashMap<DocAddress, f32>, TantivyError> {
        let passages: Vec<DocAddress> = passages.collect::<BTreeSet<_>>().into_iter().collect();
        let mut held = vec![0_u32; passages.len()];
        for sought in sought {
            let times = self.index.times(&sought.form, &passages)?;
            held.iter_mut().zip(times).for_each(|(held, times)| *held += u32::from(times > 0));
        }
        let share = |held: u32| held as f32 / sought.len().max(1) as f32;
        Ok(passages.into_iter().zip(held.into_iter().map(share)).collect())
    }
}

struct Weighted<'a> {
    sought: &'a Sought,
    body: f32,
    title: f32,
}

/// How much of what is asked for a passage holds, from 0 to 1, rare words counting more.
fn covered(asked: &[Weighted<'_>], held: &[f32]) -> f32 {
    let all: f32 = asked.iter().map(|asked| asked.body).sum();
    let held: f32 = asked.iter().zip(held).map(|(asked, times)| asked.body * times.min(1.0)).sum();
    if all > 0.0 { held / all } else { 0.0 }
}

/// The weight of a word that `holders` of `all` texts have.
#[expect(clippy::cast_precision_loss, reason = "texts are counted in millions at most")]
fn rare(all: u64, holders: u64) -> f32 {
    let (all, holders) = (all as f32, holders as f32);
    if holders > 0.0 { (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln() } else { 0.0 }
}
