//! What kind the blocks of the article are once two copies' entries have come together.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::super::{Article, Block, BlockKind, Change, Entry, Swap};

/// Words of a block that are quoted at most, in code points.
const QUOTED: usize = 40;

/// What the entries have made of one block so far.
struct Led<'e> {
    /// Its kind.
    kind: BlockKind,
    /// The entry that led it there.
    last: &'e Arc<Entry>,
    /// One that was made without knowledge of that; one of the two is new to us.
    against: Option<[&'e Arc<Entry>; 2]>,
}

/// Gives each block of `article` the kind that `entries` lead it to, of which `came` are new to us. Of two that did not know of each other the first stands and that
/// is said, as it is of blocks that the copies have differently though no entry tells why.
pub(super) fn led(
    [entries, came]: [&[Arc<Entry>]; 2],
    sides: [&Article; 2],
    article: &mut Article,
    notices: &mut Vec<String>,
) {
    let mut kinds: HashMap<usize, Led<'_>, RandomState> = HashMap::default();
    for entry in entries {
        // Places of another draft are none of this one.
        let Change::Block(at, Swap { before, after }) = &entry.edit.change else { continue };
        if entry.draft != article.draft {
            continue;
        }
        let led = kinds.entry(*at).or_insert_with(|| Led { kind: before.clone(), last: entry, against: None });
        if led.kind == *before {
            (led.kind, led.last) = (after.clone(), entry);
        } else if led.kind != *after {
            let news = [led.last, entry].into_iter().any(|one| came.iter().any(|came| came.id == one.id));
            led.against = led.against.or(news.then_some([led.last, entry]));
        }
    }
    untold(sides, &kinds, article, notices);
    let mut places: Vec<(usize, Led<'_>)> = kinds.into_iter().collect();
    places.sort_unstable_by_key(|(at, _)| *at);
    for (at, Led { kind, against, .. }) in places {
        let index = article.block_at(at);
        if article.blocks().get(index).is_none_or(|block| block.span.start != at) {
            continue;
        }
        if let Some(sides) = against {
            let [one, other] = sides.map(told);
            notices.push(format!("{} is in two versions: {one}, {other}; {kind} stands", quoted(article, index)));
        }
        article.set_kind(index, kind);
    }
}

/// Of blocks of which no entry tells, and which the copies have differently, the kind that sorts first stands.
fn untold(
    sides: [&Article; 2],
    led: &HashMap<usize, Led<'_>, RandomState>,
    article: &mut Article,
    notices: &mut Vec<String>,
) {
    let [ours, theirs] = sides.map(Article::blocks);
    let spans = |blocks: &[Block]| blocks.iter().map(|block| block.span).collect::<Vec<_>>();
    if ours == theirs || spans(ours) != spans(theirs) {
        return;
    }
    for (index, (one, other)) in ours.iter().zip(theirs).enumerate() {
        // A copy that an older program read tells less of its lists; nobody changes that by hand.
        if one.item != other.item {
            article.set_item(index, one.item.clone().max(other.item.clone()));
        }
        if one.kind == other.kind || led.contains_key(&one.span.start) {
            continue;
        }
        let (kind, beside) = if one.kind <= other.kind { (&one.kind, &other.kind) } else { (&other.kind, &one.kind) };
        let words = quoted(article, index);
        notices.push(format!("{words} is {kind} and {beside}, and no history tells why; {kind} stands"));
        article.set_kind(index, kind.clone());
    }
}

/// `heading by bea`.
fn told(entry: &Arc<Entry>) -> String {
    let kind = if let Change::Block(_, swap) = &entry.edit.change { swap.after.as_str() } else { "" };
    let by = if entry.by.is_empty() { "somebody without a name" } else { &*entry.by };
    format!("{kind} by {by}")
}

/// The block's first words.
fn quoted(article: &Article, index: usize) -> String {
    let words = article.blocks().get(index).map(|block| article.words(block.span)).unwrap_or_default();
    let mut head: String = words.chars().take(QUOTED).collect();
    if head.len() < words.len() {
        head.truncate(head.trim_end().len());
        head.push('…');
    }
    format!("the block \u{201c}{}\u{201d}", head.replace('\n', " "))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, session};
    use super::super::{History, Session, merge};
    use super::*;
    use crate::review::Edit;

    fn turned(session: &mut Session, kind: &str, by: &str, minute: usize) {
        let block = session.article.blocks().first().unwrap();
        let change = Change::Block(block.span.start, Swap::new(block.kind.clone(), BlockKind::from(kind)));
        session.commit(Edit { claim: None, change }, &by.into(), &at(minute)).unwrap();
    }

    #[test]
    fn a_block_of_two_kinds_is_said_once_and_the_first_stands() {
        let (mut ours, mut theirs) = (session(), session());
        turned(&mut ours, "furniture", "anna", 1);
        turned(&mut theirs, "heading", "bea", 2);
        let one = merge(&ours, &theirs).unwrap();
        let other = merge(&theirs, &ours).unwrap();
        assert_eq!(one.session.article.blocks(), other.session.article.blocks());
        let said = "the block \u{201c}The ferry is late. It carried 310 people…\u{201d} is in two versions: furniture by anna, heading by bea; furniture stands";
        for merged in [&one, &other] {
            assert!(merged.notices.iter().any(|notice| notice == said), "{:?}", merged.notices);
        }
        // We have it by now, and they are told when it comes to them.
        assert_eq!(merge(&one.session, &theirs).unwrap().notices, Vec::<String>::new());
        assert!(merge(&theirs, &one.session).unwrap().notices.contains(&said.to_owned()));
    }

    #[test]
    fn a_block_that_differs_without_a_history_is_said_too() {
        let (mut ours, theirs) = (session(), session());
        turned(&mut ours, "furniture", "anna", 1);
        let ours = Session::resumed("s", ours.article.clone(), ours.claims().clone(), History::default());
        let (one, other) = (merge(&ours, &theirs).unwrap(), merge(&theirs, &ours).unwrap());
        assert_eq!(one.session.article.blocks(), other.session.article.blocks());
        assert!(one.notices.iter().any(|notice| notice.contains("no history tells why")), "{:?}", one.notices);
    }
}
