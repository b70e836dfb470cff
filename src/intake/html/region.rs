//! Which rows of a page are its article: from the first to the last of them every row is kept, as text or as furniture.

use std::collections::{HashMap, HashSet};

use dom_query::NodeId;
use foldhash::fast::RandomState;

use super::links;
use super::row::TextRow;
use super::setting::ElementSetting;
use crate::intake::furniture::{self, Feature, Features, Ground, Map, PlaceRole, Titled};
use crate::review::BlockKind;

/// What others take for the article.
pub(super) struct Opinion {
    extracted: HashSet<String>,
    /// The text that the page gives to machines, squeezed to letters and figures.
    body: String,
}

/// Bytes of squeezed text from which the page's data for machines is taken for a whole article.
const WHOLE: usize = 400;

impl Opinion {
    /// `extracted`: the rows that a readability library found; `body`: the text that the page gives to machines.
    pub(super) fn new(extracted: HashSet<String>, body: &str) -> Self {
        Self { extracted, body: squeezed(body) }
    }

    fn holds(&self, row: &TextRow) -> bool {
        self.extracted.contains(&row.text)
    }

    /// True when the text for machines has the row's words.
    fn declares(&self, row: &TextRow) -> bool {
        if self.body.len() < WHOLE || row.text.len() < 20 {
            return false;
        }
        let words = squeezed(&row.text);
        words.len() >= 12 && memchr::memmem::find(self.body.as_bytes(), words.as_bytes()).is_some()
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// An element holding this many paragraphs of what the library found is the article, whatever its class.
const READMITTED: usize = 3;
/// Bytes of a row that is a paragraph beyond doubt.
const FULL: usize = 150;
/// An article of this many bytes or fewer is looked for again among rows that were set apart.
const TOO_LITTLE: usize = 300;

/// The rows of the article's region, with their kinds.
pub(super) fn article(
    mut rows: Vec<TextRow>,
    parents: &[usize],
    opinion: &Opinion,
    title: Option<&str>,
) -> Vec<TextRow> {
    readmit(&mut rows, opinion);
    let likely: Vec<TextRow> = rows.iter().filter(|row| !is_apart(row)).cloned().collect();
    let body = judged(likely, parents, opinion, title);
    let length = |rows: &[TextRow]| -> usize {
        rows.iter().filter(|row| row.kind != BlockKind::Furniture).map(|row| row.text.len()).sum()
    };
    if length(&body) >= TOO_LITTLE {
        return whole(&rows, body, title);
    }
    let wider = judged(rows.clone(), parents, opinion, title);
    let found = whole(&rows, if length(&wider) > length(&body) * 2 { wider } else { body }, title);
    if is_document(&rows, title) { document(&rows, found, title) } else { found }
}

/// True when nothing of a page stands around the text: no links to elsewhere, nothing set apart, no other article. So are drafts that word processors and
/// people write as HTML.
fn is_document(rows: &[TextRow], title: Option<&str>) -> bool {
    let alone = next_article(rows, title) == rows.len();
    alone && rows.iter().all(|row| row.linked < LINKED && row.apart.is_none() && row.setting != ElementSetting::Apart)
}

/// All rows of a text without a page around it: what lies outside the region that was judged to be the article is text, too.
fn document(rows: &[TextRow], found: Vec<TextRow>, title: Option<&str>) -> Vec<TextRow> {
    let headline = title.map(squeezed);
    let mut kept = found.into_iter().peekable();
    let mut all = Vec::new();
    for row in rows {
        if let Some(kept) = kept.next_if(|kept| kept.at == row.at) {
            all.push(kept);
        } else if !(row.is_title() && headline.as_ref().is_some_and(|title| *title == squeezed(&row.text))) {
            let kind = if furniture::is_the_pages(&row.text) { BlockKind::Furniture } else { row.kind.clone() };
            all.push(TextRow { kind, ..row.clone() });
        }
    }
    all
}

/// Rows behind the last of the article among which what its own container shows is looked for.
const BEHIND: usize = 12;

/// The article's rows with all that the page shows between them, and in the `article` element that holds the most of its text: what was
/// not judged text is furniture, and none of it is nowhere. The headline stands elsewhere.
fn whole(rows: &[TextRow], body: Vec<TextRow>, title: Option<&str>) -> Vec<TextRow> {
    let told = || body.iter().filter(|row| row.kind != BlockKind::Furniture);
    let (Some(first), Some(last)) = (body.first().map(|row| row.at), body.last().map(|row| row.at)) else {
        return body;
    };
    let mut lengths: HashMap<NodeId, usize, RandomState> = HashMap::with_hasher(RandomState::default());
    for row in told() {
        if let Some(article) = row.place.article {
            *lengths.entry(article).or_default() += row.text.len();
        }
    }
    // What stands behind the last of its paragraphs in their own container is furniture at least.
    let homes: HashSet<usize, RandomState> =
        told().filter(|row| row.text.len() >= FULL).map(|row| row.place.home).filter(|home| *home != 0).collect();
    let behind = rows.iter().filter(|row| (last..last + BEHIND).contains(&row.at) && homes.contains(&row.place.home));
    let last = behind.map(|row| row.at).max().unwrap_or(last);
    let element = lengths.into_iter().max_by_key(|(_, length)| *length).map(|(element, _)| element);
    let headline = title.map(squeezed);
    let inside = |row: &&TextRow| {
        let within = (first..=last).contains(&row.at) || (element.is_some() && row.place.article == element);
        within && !(row.is_title() && headline.as_ref().is_some_and(|title| *title == squeezed(&row.text)))
    };
    let mut kept = body.into_iter().peekable();
    let mut all = Vec::new();
    for row in rows.iter().filter(inside) {
        match kept.next_if(|kept| kept.at == row.at) {
            Some(kept) => all.push(kept),
            None if is_told_caption(row) => all.push(row.clone()),
            None => all.push(TextRow { kind: BlockKind::Furniture, ..row.clone() }),
        }
    }
    // A picture may be shown twice, for the article and for its gallery.
    let mut shown: HashSet<String, RandomState> = HashSet::default();
    let captions = all.iter_mut().filter(|row| row.kind == BlockKind::Caption);
    captions.filter(|row| !shown.insert(row.text.clone())).for_each(|row| row.kind = BlockKind::Furniture);
    all
}

/// True for a picture's words that state something, wherever in the article's element the picture stands.
fn is_told_caption(row: &TextRow) -> bool {
    row.kind == BlockKind::Caption && row.setting != ElementSetting::Apart && furniture::states_something(&row.text)
}

/// A row is links when so much of it is, in percent.
const LINKED: usize = 60;

/// Takes back rows that were set apart by an element that holds the article after all.
fn readmit(rows: &mut [TextRow], opinion: &Opinion) {
    let mut found: HashMap<NodeId, usize, RandomState> = HashMap::with_hasher(RandomState::default());
    for row in rows.iter().filter(|row| row.text.len() >= FULL && (opinion.holds(row) || opinion.declares(row))) {
        if let Some(element) = row.apart {
            *found.entry(element).or_default() += 1;
        }
    }
    for row in rows.iter_mut() {
        if row.apart.is_some_and(|element| found.get(&element).is_some_and(|count| *count >= READMITTED)) {
            (row.setting, row.apart) = (ElementSetting::Open, None);
        }
    }
}

/// True for rows that the page itself keeps apart from the article.
fn is_apart(row: &TextRow) -> bool {
    let short = row.text.len() < 200;
    row.setting == ElementSetting::Apart || (row.setting == ElementSetting::Fact && short)
}

/// Rows under the headline among which its dek and its key points stand.
const UNDER: usize = 10;
/// Words of such a row at least.
const SUMMED: usize = 4;
/// Bytes of a dek at most.
const LONGEST_DEK: usize = 600;

/// True for a row that, by its words, may sum the article up.
fn sums_up(row: &TextRow) -> bool {
    row.linked < LINKED && row.text.split(' ').count() >= SUMMED && !furniture::is_the_pages(&row.text)
}

/// The rows from the first to the last of the article, judged.
fn judged(rows: Vec<TextRow>, parents: &[usize], opinion: &Opinion, title: Option<&str>) -> Vec<TextRow> {
    let same = |row: &TextRow| title.is_some_and(|title| squeezed(title) == squeezed(&row.text));
    let end = next_article(&rows, title);
    let titled = rows.iter().position(|row| row.is_title() && same(row));
    let titled = titled.and_then(|at| rows.get(at).map(|row| Titled { line: at, home: row.place.home }));
    let rows: Vec<TextRow> = rows.into_iter().take(end).filter(|row| !row.is_title() || !same(row)).collect();
    let away = links::leading_away(&rows);
    let told: Vec<Features> = rows.iter().zip(away).map(|(row, away)| page_features(row, away, opinion)).collect();
    let map = Map { parents, titled, grounds: &grounds(&rows) };
    let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
    let judged = furniture::judge(&texts, &told, &map);
    let inside = rows.iter().zip(judged.furniture).enumerate().filter(|(index, _)| judged.article.contains(index));
    let mut begun = false;
    let under = |index: usize| titled.is_some_and(|title| (title.line..title.line + UNDER).contains(&index));
    let kept = |(index, (row, furniture)): (usize, (&TextRow, bool))| {
        // Some pages call the headings between paragraphs what others call the line under the title.
        let dek = row.setting == ElementSetting::Dek && !begun;
        let kind = if furniture && !(dek && under(index) && sums_up(row)) {
            BlockKind::Furniture
        } else if dek && row.kind != BlockKind::ListItem && row.text.len() <= LONGEST_DEK {
            BlockKind::Dek
        } else {
            row.kind.clone()
        };
        begun |= kind == BlockKind::Paragraph && row.text.len() >= FULL;
        TextRow { kind, ..row.clone() }
    };
    inside.map(kept).collect()
}

/// Bytes of running text that make an article of what stands beside another.
const ANOTHER: usize = 300;

/// The title of another article that the page shows behind the one that bears `title`.
pub(super) fn beyond(rows: &[TextRow], title: Option<&str>) -> Option<String> {
    let rest = rows.get(next_article(rows, title)..).filter(|rest| !rest.is_empty())?;
    let other = rest.first()?.place.article;
    let own = rest.iter().filter(|row| row.place.article == other && row.linked < LINKED && !row.veiled);
    let length: usize = own.map(|row| row.text.len()).sum();
    rest.first().filter(|_| length >= ANOTHER).map(|row| row.text.clone())
}

/// The row at which another article begins: after the one that bears the title, one with a first-level heading of its own, in an `article`
/// element of its own.
fn next_article(rows: &[TextRow], title: Option<&str>) -> usize {
    let Some(title) = title else { return rows.len() };
    let wanted = squeezed(title);
    let Some(own) = rows.iter().position(|row| row.is_title() && squeezed(&row.text) == wanted) else {
        return rows.len();
    };
    let Some(article) = rows.get(own).and_then(|row| row.place.article) else { return rows.len() };
    let other = |row: &TextRow| row.is_title() && row.place.article.is_some_and(|other| other != article);
    let after = rows.iter().enumerate().skip(own + 1);
    after.filter(|(_, row)| other(row)).map(|(index, _)| index).next().unwrap_or(rows.len())
}

/// What parts the cells of a row.
const CELLS: &str = " | ";

/// Each row's place.
fn grounds(rows: &[TextRow]) -> Vec<Ground> {
    let ground = |row: &TextRow| Ground {
        home: row.place.home,
        role: match (row.is_title(), row.kind == BlockKind::Heading && !row.text.contains(CELLS), row.place.group) {
            (true, ..) => PlaceRole::Title,
            (_, true, _) => PlaceRole::Heading,
            (.., Some(_)) => PlaceRole::Grouped,
            _ => PlaceRole::Text,
        },
        linked: row.linked >= LINKED,
    };
    rows.iter().map(ground).collect()
}

/// What the page, and those that read it, say of a row.
fn page_features(row: &TextRow, away: bool, opinion: &Opinion) -> Features {
    let (inside, declared) = (opinion.holds(row), opinion.declares(row));
    let fact = row.setting == ElementSetting::Fact;
    let seen = [
        (Feature::Linked, row.linked >= LINKED && !declared),
        (Feature::Extracted, inside || declared),
        (Feature::Declared, declared),
        (Feature::LeftOut, !inside && !declared && !opinion.extracted.is_empty()),
        (Feature::Apart, (away || row.setting == ElementSetting::Apart) && !declared),
        (Feature::Fact, fact),
        (Feature::Caption, row.kind == BlockKind::Caption),
        (Feature::Told, is_told_caption(row)),
    ];
    let mut told = Features::default();
    seen.into_iter().filter(|(_, seen)| *seen).for_each(|(feature, _)| told.note(feature));
    told
}
