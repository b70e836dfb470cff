//! The desk: one session under review, what is selected and what is in view.

use std::sync::Arc;

use super::action::{Effect, Opened, Saving};
use super::advised::Advised;
use super::at_hand::AtHand;
use super::exporting::Wanted;
use super::filter::{self, Filter, Item};
use super::hand::Hand;
use super::item::ListedItem;
use super::layout::{self, Layout, SHARE, Size, Wants};
use super::memory::Seen;
use super::minimap::Minimap;
use super::owed::Owed;
use super::page::{Page, Spot};
use super::picking::Picking;
use super::search::Search;
use super::settings::Settings;
use super::shares::Shares;
use super::voices::Voices;
use super::wrapped::Wrapped;
use crate::propose;
use crate::review::{
    BlockKind, Claim, ClaimId, Draft, Edit, EditError, Number, Policy, Proposal, Session, Span, Stamp, Status,
};

/// Rows kept between the selected claim and the pane's edges, where there is room.
const CONTEXT: usize = 3;

/// The pane that moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The list of claims.
    #[default]
    Claims,
    /// The article.
    Article,
}

/// What is in view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scroll {
    /// The article's first row in view.
    pub top: Spot,
    /// The selected item's row in the list, from 0; the list begins that many items before it.
    pub offset: usize,
    /// The article's share of the width, in thousandths.
    pub share: u16,
    /// Rows that the selected item's card fills.
    pub card: u16,
    /// True while the article is scrolled without regard to what is selected.
    pub away: bool,
}

/// One session under review.
#[derive(Clone, Debug, PartialEq)]
pub struct Desk {
    /// The session.
    pub session: Session,
    /// The name it is saved under.
    pub name: String,
    /// Whether it is on the disk.
    pub saving: Saving,
    /// How many times it has changed since it was opened.
    pub generation: u64,
    /// What is selected.
    pub selected: Option<Item>,
    /// The pane that moves.
    pub pane: Pane,
    /// Which claims are listed.
    pub filter: Filter,
    /// A search under way.
    pub search: Option<Search>,
    /// Words being picked in the article.
    pub picking: Option<Picking>,
    /// Text that was typed and not kept in an earlier run, until it is taken up or dropped.
    pub laid_by: Vec<Draft>,
    /// What is in view.
    pub scroll: Scroll,
    /// How the article wraps, as far as it was looked at.
    pub wrapped: Wrapped,
    /// The verdicts of the whole article in one column.
    pub minimap: Minimap,
    /// What is still owed.
    pub owed: Owed,
    /// Who is to check what is open.
    pub shares: Shares,
    /// Whose each speaker's name is.
    pub voices: Voices,
    /// The evidence, and what was found in it.
    pub at_hand: AtHand,
    /// What was last exported.
    pub exported: Option<Wanted>,
    /// What is asked of a claim before it is settled.
    pub policy: Arc<Policy>,
    /// Where the article contradicts itself, as far as it was looked at.
    pub advised: Advised,
    /// What was found out earlier about statements like the selected claim.
    pub seen: Seen,
    /// The SHA-256 of what the article's file holds now, where that was another draft when it was looked at.
    pub newer: Option<String>,
    /// What the hand is in the middle of.
    pub hand: Hand,
}

impl Desk {
    /// A desk with `opened` on it, at the place where the session was left.
    pub fn new(opened: Opened) -> Self {
        let Opened { session, name, read_only, .. } = opened;
        let claims = session.claims();
        let left = session.place.claim.clone().filter(|id| claims.by_id(id).is_some());
        let first = || claims.get(claims.next_in(Status::Unchecked, None).unwrap_or(0)).map(|claim| claim.id.clone());
        let selected = left.or_else(first).map(Item::Claim).or_else(|| filter::item_at(&session, 0));
        let saving = read_only.map_or(Saving::Saved, Saving::ReadOnly);
        let scroll = Scroll { top: Spot::default(), offset: 0, share: SHARE, card: 0, away: false };
        let (owed, shares) = (Owed::new(&session, &Arc::default()), Shares::new(&session));
        Self {
            session,
            name,
            saving,
            generation: 0,
            selected,
            pane: Pane::default(),
            filter: Filter::default(),
            search: None,
            picking: None,
            laid_by: Vec::new(),
            scroll,
            wrapped: Wrapped::default(),
            minimap: Minimap::default(),
            owed,
            shares,
            voices: Voices::default(),
            at_hand: AtHand::default(),
            exported: None,
            policy: Arc::default(),
            advised: Advised::default(),
            seen: Seen::default(),
            newer: None,
            hand: Hand::default(),
        }
    }

    /// What is asked of a claim before it is settled, from now on.
    pub fn abide(&mut self, policy: Arc<Policy>) {
        self.owed = Owed::new(&self.session, &policy);
        self.policy = policy;
    }

    /// Where its parts stand on a screen of `size`.
    pub fn layout(&self, size: Size) -> Layout {
        let (number, items) = (self.session.claims().widest(), self.filter.count(&self.session));
        layout::layout(size, Wants { number, share: self.scroll.share, card: self.scroll.card, items })
    }

    /// The article wrapped for `layout`.
    pub fn page(&self, layout: &Layout) -> Page<'_> {
        Page::new(&self.session.article, usize::from(layout.words.width), &self.wrapped)
    }

    /// The selected claim; `None` when a sentence or nothing is selected.
    pub fn claim(&self) -> Option<&Claim> {
        match self.selected.as_ref()? {
            Item::Claim(id) => self.session.claims().by_id(id),
            Item::Sentence(_) => None,
        }
    }

    /// True when what is selected is page furniture: nothing there is ever claimed.
    pub fn is_on_furniture(&self) -> bool {
        let Some(span) = self.span() else { return false };
        let article = &self.session.article;
        article.blocks().get(article.block_at(span.start)).is_some_and(|block| block.kind == BlockKind::Furniture)
    }

    /// The claims that what is done next is for, the selected one first: it alone, or all from where the choice of several began
    /// to it, as far as they are listed.
    pub fn chosen(&self) -> Vec<ClaimId> {
        let Some(claim) = self.claim() else { return Vec::new() };
        let anchor = self.hand.range.as_ref().and_then(|id| self.session.claims().by_id(id));
        let mut chosen = vec![claim.id.clone()];
        let Some(anchor) = anchor.filter(|anchor| anchor.id != claim.id) else { return chosen };
        let onward = (anchor.span.start, anchor.number) > (claim.span.start, claim.number);
        let mut at = Item::Claim(claim.id.clone());
        loop {
            let next = if onward {
                self.filter.next(&self.session, Some(&at))
            } else {
                self.filter.previous(&self.session, Some(&at))
            };
            let Some(next) = next else { break };
            if let Item::Claim(id) = &next {
                chosen.push(id.clone());
                if *id == anchor.id {
                    return chosen;
                }
            }
            at = next;
        }
        // Where it began is not listed any more.
        chosen.truncate(1);
        chosen
    }

    /// True while the article's file holds a draft that the session does not know.
    pub fn is_file_newer(&self) -> bool {
        self.newer.as_ref().is_some_and(|checksum| self.session.files().all(|known| known != checksum))
    }

    /// The number of a claim.
    pub fn number(&self, claim: &ClaimId) -> Option<Number> {
        self.session.any_claim(claim).map(|claim| claim.number)
    }

    /// What speaks for and against checking a sentence, and its score.
    pub fn weighed(&self, span: Span, settings: &Settings) -> Proposal {
        propose::weigh(&self.session.article, span, &settings.weights)
    }

    /// Where the selected item stands.
    pub fn span(&self) -> Option<Span> {
        self.selected.as_ref()?.span(&self.session)
    }

    /// The items in view in a list of `height` rows, and the row of the selected one among them.
    pub fn list(&self, height: usize) -> (Vec<Item>, Option<usize>) {
        let (listed, row) = self.listed(height);
        (listed.into_iter().map(ListedItem::item).collect(), row)
    }

    /// The same with what they stand for.
    pub fn listed(&self, height: usize) -> (Vec<ListedItem<'_>>, Option<usize>) {
        if self.filter == Filter::All
            && let Some(Item::Claim(id)) = &self.selected
            && let Some(at) = self.session.claims().index_of(id)
        {
            // The claims stand in a row, of which a piece is in view.
            let (claims, height) = (self.session.claims(), height.max(1));
            let above = at.saturating_sub(self.scroll.offset.min(height - 1));
            let first = above.min(claims.len().saturating_sub(height));
            return (claims.iter_from(first).take(height).map(ListedItem::Claim).collect(), Some(at - first));
        }
        let items = self.narrowed(height);
        let listed: Vec<ListedItem<'_>> = items.iter().filter_map(|item| ListedItem::of(&self.session, item)).collect();
        let row = self.selected.as_ref().and_then(|selected| listed.iter().position(|item| item.is(selected)));
        (listed, row)
    }

    /// The items in view where they are found step by step.
    fn narrowed(&self, height: usize) -> Vec<Item> {
        let mut items = Vec::new();
        if let Some(selected) = &self.selected {
            let mut at = selected.clone();
            while items.len() < self.scroll.offset.min(height.saturating_sub(1)) {
                let Some(above) = self.filter.previous(&self.session, Some(&at)) else { break };
                items.push(above.clone());
                at = above;
            }
            items.reverse();
            items.push(selected.clone());
        }
        while items.len() < height {
            let Some(below) = self.filter.next(&self.session, items.last()) else { break };
            items.push(below);
        }
        // Near the end of the list the rows that are left over show what stands before.
        while let Some(above) = items
            .first()
            .filter(|_| items.len() < height)
            .and_then(|first| self.filter.previous(&self.session, Some(first)))
        {
            items.insert(0, above);
        }
        items
    }

    /// Does an edit and asks for it to be saved.
    ///
    /// # Errors
    /// When it can't be done; nothing has changed then.
    pub fn commit(&mut self, edit: Edit, by: &Arc<str>, at: &Stamp) -> Result<(), EditError> {
        self.session.commit(edit, by, at)
    }

    /// Remembers the place and asks for the session to be saved as it now is.
    pub fn save(&mut self) -> Effect {
        if let Some(Item::Claim(id)) = &self.selected {
            self.session.place.claim = Some(id.clone());
        }
        self.filter.refresh(&self.session);
        self.owed.refresh(&self.session);
        self.shares.refresh(&self.session);
        self.generation += 1;
        if !self.is_read_only() {
            self.saving = Saving::Under;
        }
        Effect::Save(self.generation)
    }

    /// Puts another copy of the session in place of this one, keeping place and view.
    pub fn replace(&mut self, session: Session) {
        let gone = self.selected.as_ref().is_some_and(|item| item.span(&session).is_none());
        self.session = session;
        (self.owed, self.minimap) = (Owed::new(&self.session, &self.policy), Minimap::default());
        self.shares = Shares::new(&self.session);
        if let Filter::With(subset) = &self.filter {
            self.filter = Filter::with(subset.what.clone(), &self.session);
        }
        self.search = self.search.take().map(|search| search.renewed(&self.session));
        if gone {
            self.selected = self.filter.next(&self.session, None);
        }
    }

    /// Takes in that another draft stands: what was found or picked in the words before is let go or found anew.
    pub fn redrafted(&mut self) {
        self.picking = None;
        if matches!(self.selected, Some(Item::Sentence(_))) {
            self.selected = self.filter.next(&self.session, None);
        }
        let session = self.session.clone();
        self.replace(session);
    }

    /// True when no claim is left unchecked.
    pub fn is_settled(&self) -> bool {
        self.session.claims().tally().of(Status::Unchecked) == 0
    }

    /// True when the session may not be changed.
    pub const fn is_read_only(&self) -> bool {
        matches!(self.saving, Saving::ReadOnly(_) | Saving::Opening)
    }

    /// Selects `item` and remembers how far down the list it stands after `steps` steps.
    pub fn select(&mut self, item: Item, steps: isize, height: usize) {
        let offset = self.scroll.offset.saturating_add_signed(steps);
        let lowest = height.saturating_sub(2).max(1);
        self.scroll.offset = offset.clamp(usize::from(height > 2), lowest);
        self.selected = Some(item);
    }

    /// What the article is scrolled to: the end of the words that are picked, else what is selected.
    fn followed(&self) -> Option<Span> {
        let head = self.picking.as_ref().map(|picking| Span::new(picking.head, picking.head + 1));
        head.or_else(|| self.span())
    }

    /// `top`, or the row above it at which the last screen of `size` begins.
    pub fn lowest(&self, top: Spot, size: Size) -> Spot {
        let layout = self.layout(size);
        let height = usize::from(layout.words.height);
        let page = self.page(&layout);
        // Each block takes a row at least: only near the end can there be too few below.
        let is_near = self.session.article.blocks().len() <= top.block + height;
        if is_near { top.min(page.up(page.last(), height.saturating_sub(1))) } else { top }
    }

    /// Scrolls the article so that the selected item is in view, as little as will do; far away it stands at a third.
    pub fn follow(&mut self, size: Size) {
        let layout = self.layout(size);
        let height = usize::from(layout.words.height);
        let page = self.page(&layout);
        let mut top = self.scroll.top;
        if let Some(span) = self.followed().filter(|_| height > 0) {
            let first = page.spot(span.start);
            let last = page.spot(span.end.saturating_sub(1).max(span.start));
            let long = page.rows_between(first, last, height) + 1;
            let margin = CONTEXT.min(height.saturating_sub(long) / 2);
            let far = height * 2;
            if first < top || page.rows_between(top, first, margin) < margin {
                top = if page.rows_between(first, top, far) < far {
                    page.up(first, margin)
                } else {
                    page.up(first, (height / 3).min(height.saturating_sub(long)))
                };
            } else if page.rows_between(top, last, far) + margin >= height {
                top = if page.rows_between(top, last, far) < far {
                    page.up(last, height.saturating_sub(1 + margin)).min(first)
                } else {
                    page.up(first, (height / 3).min(height.saturating_sub(long)))
                };
            }
        }
        (self.scroll.top, self.scroll.away) = (self.lowest(top, size), false);
    }
}
