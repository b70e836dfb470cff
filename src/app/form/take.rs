//! What a filled-in form changes in its claim.

use super::{Form, Purpose};
use crate::review::{
    Change, Claim, Correction, CorrectionStatus, Extra, Query, QueryStatus, Rank, Reply, Source, SourceKind, Speaker,
    Stance, Support, Swap,
};

impl Form {
    /// The change that the form asks for in `claim`, which it was opened over; `None` when it asks for none.
    /// Fields of later versions stay as they are.
    ///
    /// # Errors
    /// When a link is neither http nor https: what to write instead.
    pub fn change(&self, claim: &Claim) -> Result<Option<Change>, String> {
        let record = &claim.record;
        let change = match self.purpose {
            Purpose::Source(at) => {
                Change::Sources(Swap::new(record.sources.clone(), self.sources(&record.sources, at)?))
            }
            Purpose::Correction => Change::Correction(Swap::new(record.correction.clone(), self.correction(claim))),
            Purpose::Query => Change::Query(Swap::new(record.query.clone(), self.query(claim)?)),
            Purpose::Reply => Change::Reply(Swap::new(record.reply.clone(), self.reply(claim)?)),
            Purpose::Speaker => Change::Speaker(Swap::new(claim.speaker.clone(), self.speaker(claim)?)),
            Purpose::Tags => Change::Tags(Swap::new(record.tags.clone(), tags(&self.said("tags")))),
            Purpose::Statement => Change::Statement(Swap::new(claim.statement.clone(), self.said("states"))),
        };
        Ok(differs(&change).then_some(change))
    }

    fn sources(&self, held: &[Source], at: Option<usize>) -> Result<Vec<Source>, String> {
        let mut list = held.to_vec();
        let mut source = at.and_then(|at| held.get(at)).cloned().unwrap_or_default();
        source.title = self.said("title");
        source.url = link(self.said("link"))?;
        source.kind = word(&self.said("kind")).map(SourceKind::from);
        source.rank = word(&self.said("rank")).map(Rank::from);
        source.stance = word(&self.said("bearing")).map(Support::from);
        source.locator = self.said("locator");
        source.quote = self.said("passage");
        source.checked_at = self.said("looked at");
        source.archive = link(self.said("archive"))?;
        source.confidential = !self.said("confidential").is_empty();
        if source.title.is_empty() && source.url.is_empty() {
            return Err("a source needs a title or a link".to_owned());
        }
        if let Some(slot) = at.and_then(|at| list.get_mut(at)) {
            *slot = source;
        } else {
            source.id = Source::fresh_id(held);
            list.push(source);
        }
        Ok(list)
    }

    fn correction(&self, claim: &Claim) -> Option<Box<Correction>> {
        let text = word(&self.said("instead"))?.to_owned();
        let extra = claim.record.correction.as_ref().map(|held| held.extra.clone()).unwrap_or_default();
        Some(Box::new(Correction { text, status: CorrectionStatus::from(self.said("state").as_str()), extra }))
    }

    fn query(&self, claim: &Claim) -> Result<Option<Box<Query>>, String> {
        let Some(question) = self.needed("question", "answer")? else { return Ok(None) };
        let extra = claim.record.query.as_ref().map(|held| held.extra.clone()).unwrap_or_default();
        let status = word(&self.said("state")).map(QueryStatus::from);
        Ok(Some(Box::new(Query { to: self.said("to"), question, answer: self.said("answer"), status, extra })))
    }

    fn reply(&self, claim: &Claim) -> Result<Option<Box<Reply>>, String> {
        let Some(who) = self.needed("who", "answer")? else { return Ok(None) };
        let extra = claim.record.reply.as_ref().map(|held| held.extra.clone()).unwrap_or_default();
        Ok(Some(Box::new(Reply { who, asked_at: self.said("asked on"), answer: self.said("answer"), extra })))
    }

    fn speaker(&self, claim: &Claim) -> Result<Option<Box<Speaker>>, String> {
        let Some(name) = self.needed("name", "via")? else { return Ok(None) };
        let extra: Extra = claim.speaker.as_ref().map(|held| held.extra.clone()).unwrap_or_default();
        let via = word(&self.said("via")).map(str::to_owned);
        Ok(Some(Box::new(Speaker { name, stance: Stance::from(self.said("stance").as_str()), via, extra })))
    }

    /// What the field that a record can't do without holds; `None` when it and `other`, which leans on it, are empty.
    ///
    /// # Errors
    /// When only `other` is filled in: nothing that was typed is dropped.
    fn needed(&self, label: &str, other: &str) -> Result<Option<String>, String> {
        match (word(&self.said(label)), word(&self.said(other))) {
            (Some(held), _) => Ok(Some(held.to_owned())),
            (None, None) => Ok(None),
            (None, Some(_)) => Err(format!("fill in \"{label}\" too, or empty \"{other}\"")),
        }
    }
}

fn word(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// Tags as a reviewer writes them: parted by commas, blanks trimmed, none empty, none twice.
fn tags(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split(',').map(|tag| tag.split_whitespace().collect::<Vec<_>>().join(" ")) {
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// A link as it may be opened later, or nothing.
fn link(text: String) -> Result<String, String> {
    if text.is_empty() || opens(&text) {
        return Ok(text);
    }
    Err("a link begins with http:// or https:// and holds no blanks; other references go into the locator".to_owned())
}

/// True for a link that may be handed to a browser: http or https, in one piece.
pub fn opens(link: &str) -> bool {
    let lower = link.to_lowercase();
    let web = lower.starts_with("http://") || lower.starts_with("https://");
    web && !link.chars().any(|c| c.is_whitespace() || crate::text::gate::is_hidden(c))
}

fn differs(change: &Change) -> bool {
    match change {
        Change::Sources(swap) => swap.before != swap.after,
        Change::Correction(swap) => swap.before != swap.after,
        Change::Query(swap) => swap.before != swap.after,
        Change::Reply(swap) => swap.before != swap.after,
        Change::Speaker(swap) => swap.before != swap.after,
        Change::Tags(swap) => swap.before != swap.after,
        Change::Statement(swap) => swap.before != swap.after,
        Change::Verdict(_)
        | Change::Dismissed(_)
        | Change::Note(_)
        | Change::Conflicts(_)
        | Change::Mend(_)
        | Change::Recut(..)
        | Change::Block(..)
        | Change::Later(..) => true,
    }
}
