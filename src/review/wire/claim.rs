//! A claim as JSON.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Error, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use unicode_segmentation::UnicodeSegmentation;

use super::super::field::{FIELDS, Field, Mark, Shape, Verdict};
use super::super::{Article, Claim, ClaimId, Extra, Number, Origin, Span, Stamp, Whys};
use super::WireError;
use super::article::bytes;
use super::proposal::{Offsets, ProposalShape};

/// Code points of context kept before and after an anchor's words.
const CONTEXT: usize = 32;

/// `anchor`: where a claim sits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnchorShape<'a> {
    /// First code point of the article's text.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words.
    #[serde(borrow)]
    pub exact: Cow<'a, str>,
    /// Up to 32 code points before.
    #[serde(borrow, default)]
    pub prefix: Cow<'a, str>,
    /// Up to 32 code points after.
    #[serde(borrow, default)]
    pub suffix: Cow<'a, str>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One claim: what identifies it, and its fields by the list of them all.
#[derive(Debug)]
pub struct ClaimShape<'a> {
    /// Its id.
    pub id: ClaimId,
    /// Its number; none in files of version 1, and where a hand has spoilt it.
    pub number: Number,
    /// Where it sits.
    pub anchor: AnchorShape<'a>,
    /// `proposed` or `added`.
    pub origin: Origin,
    /// Why it was proposed.
    pub proposal: Option<ProposalShape<'a>>,
    /// Its fields that say something, or that the file always has, in the order of the file.
    pub fields: Vec<(&'static Field, Value)>,
    /// Who marked it.
    pub marked_by: Option<Cow<'a, str>>,
    /// When it was marked.
    pub marked_at: Option<Stamp>,
    /// Unknown fields.
    pub extra: Extra,
}

impl Serialize for ClaimShape<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut claim = serializer.serialize_map(None)?;
        claim.serialize_entry("id", &self.id)?;
        if !self.number.is_none() {
            claim.serialize_entry("number", &self.number)?;
        }
        claim.serialize_entry("anchor", &self.anchor)?;
        claim.serialize_entry("origin", &self.origin)?;
        if let Some(proposal) = &self.proposal {
            claim.serialize_entry("proposal", proposal)?;
        }
        for (field, value) in &self.fields {
            claim.serialize_entry(field.name, value)?;
        }
        if let Some(by) = &self.marked_by {
            claim.serialize_entry("marked_by", by)?;
        }
        if let Some(at) = &self.marked_at {
            claim.serialize_entry("marked_at", at)?;
        }
        for (key, value) in self.extra.iter() {
            claim.serialize_entry(key, value)?;
        }
        claim.end()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for ClaimShape<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ClaimMembers(PhantomData))
    }
}

/// Reads the members of a claim's object.
struct ClaimMembers<'a>(PhantomData<&'a ()>);

/// A text that is borrowed where it can be.
#[derive(Deserialize)]
struct Borrowed<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de: 'a, 'a> Visitor<'de> for ClaimMembers<'a> {
    type Value = ClaimShape<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a claim")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<ClaimShape<'a>, A::Error> {
        let (mut id, mut anchor, mut number, mut origin) = (None, None, None, None);
        let (mut proposal, mut marked_by, mut marked_at) = (None, None, None);
        let mut fields: Vec<(&'static Field, Value)> = Vec::with_capacity(FIELDS.len());
        let mut extra = serde_json::Map::new();
        while let Some(Borrowed(key)) = members.next_key()? {
            match key.as_ref() {
                "id" => once("id", &mut id, members.next_value::<ClaimId>()?)?,
                "number" => once("number", &mut number, members.next_value::<Number>()?)?,
                "anchor" => once("anchor", &mut anchor, members.next_value::<AnchorShape<'a>>()?)?,
                "origin" => once("origin", &mut origin, members.next_value::<Origin>()?)?,
                "proposal" => once("proposal", &mut proposal, members.next_value::<Option<ProposalShape<'a>>>()?)?,
                "marked_by" => once("marked_by", &mut marked_by, members.next_value::<Option<Borrowed<'a>>>()?)?,
                "marked_at" => once("marked_at", &mut marked_at, members.next_value::<Option<Stamp>>()?)?,
                name => {
                    if let Some(field) = Field::named(name) {
                        let value = members.next_value()?;
                        if fields.iter().any(|(held, _)| held == &field) {
                            return Err(A::Error::duplicate_field(field.name));
                        }
                        fields.push((field, value));
                    } else if extra.insert(name.to_owned(), members.next_value()?).is_some() {
                        return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
                    }
                }
            }
        }
        Ok(ClaimShape {
            id: id.ok_or_else(|| A::Error::missing_field("id"))?,
            number: number.unwrap_or_default(),
            anchor: anchor.ok_or_else(|| A::Error::missing_field("anchor"))?,
            origin: origin.unwrap_or(Origin::Proposed),
            proposal: proposal.flatten(),
            fields,
            marked_by: marked_by.flatten().map(|Borrowed(by)| by),
            marked_at: marked_at.flatten(),
            extra: Extra::new(extra),
        })
    }
}

/// Keeps a member's value.
///
/// # Errors
/// When it stood there already.
fn once<T, E: de::Error>(name: &'static str, slot: &mut Option<T>, value: T) -> Result<(), E> {
    if slot.is_some() {
        return Err(E::duplicate_field(name));
    }
    *slot = Some(value);
    Ok(())
}

impl<'a> AnchorShape<'a> {
    /// The anchor of `span` (bytes) in `article`.
    pub fn of(article: &'a Article, span: Span) -> Self {
        let (prefix, suffix) = article.context(span, CONTEXT);
        Self {
            start: article.code_point(span.start),
            end: article.code_point(span.end),
            exact: article.words(span).into(),
            prefix: prefix.into(),
            suffix: suffix.into(),
            extra: Extra::default(),
        }
    }
}

impl AnchorShape<'_> {
    /// Where its words stand in `article`, in bytes: at its offsets, or, when a hand has mended the file, at the place
    /// nearest to them whose surroundings fit best. `None` when the words stand nowhere, or only inside a grapheme.
    pub fn resolve(&self, article: &Article) -> Option<Span> {
        self.in_place(article).or_else(|| self.looked_for(article))
    }

    /// Its words at its own offsets.
    fn in_place(&self, article: &Article) -> Option<Span> {
        let span = bytes(article, self.start, self.end)?;
        (!self.exact.is_empty() && article.words(span) == self.exact).then_some(span)
    }

    /// Its words anywhere.
    fn looked_for(&self, article: &Article) -> Option<Span> {
        if self.exact.is_empty() {
            return None;
        }
        let text = article.text();
        let wanted = article.byte(self.start).unwrap_or(text.len());
        text.match_indices(self.exact.as_ref())
            .map(|(at, words)| Span::new(at, at + words.len()))
            .filter(|span| whole_graphemes(text, *span))
            .min_by_key(|span| (self.strangeness(article, *span), span.start.abs_diff(wanted)))
    }

    /// How many of the two sides of `span` do not read as the anchor's prefix and suffix do.
    fn strangeness(&self, article: &Article, span: Span) -> usize {
        let (before, after) = article.context(span, CONTEXT);
        usize::from(!before.ends_with(self.prefix.as_ref())) + usize::from(!after.starts_with(self.suffix.as_ref()))
    }
}

/// True when neither end of `span` lies inside a grapheme; looks at its line only.
fn whole_graphemes(text: &str, span: Span) -> bool {
    let from = text.get(..span.start).and_then(|head| head.rfind('\n')).map_or(0, |at| at + 1);
    let line = text.get(from..).unwrap_or_default();
    let mut ends = line.grapheme_indices(true).map(|(at, _)| from + at).chain(std::iter::once(text.len()));
    ends.any(|at| at == span.start) && (span.end == span.start || ends.any(|at| at == span.end))
}

impl<'a> ClaimShape<'a> {
    /// `claim` of `article` as the file has it.
    pub fn of(article: &'a Article, claim: &'a Claim) -> Self {
        let fields = FIELDS.iter().filter_map(|field| {
            // Of a mark the file has the word here, and who and when behind it.
            let value = match field.shape {
                Shape::Mark => claim.mark.as_ref().map_or(Value::Null, |mark| mark.verdict.as_str().into()),
                Shape::Flag
                | Shape::Text
                | Shape::Words
                | Shape::One(_)
                | Shape::Many(..)
                | Shape::Conflicts
                | Shape::Derived => field.value(claim),
            };
            (field.always || !Field::is_empty(&value)).then_some((*field, value))
        });
        let mark = claim.mark.as_ref();
        Self {
            id: claim.id.clone(),
            number: claim.number,
            anchor: AnchorShape { extra: claim.anchor_extra.clone(), ..AnchorShape::of(article, claim.span) },
            origin: claim.origin.clone(),
            proposal: claim.proposal.as_deref().map(|proposal| ProposalShape::of(article, proposal)),
            fields: fields.collect(),
            marked_by: mark.filter(|mark| !mark.by.is_empty()).map(|mark| mark.by.as_ref().into()),
            marked_at: mark.map(|mark| mark.at.clone()).filter(|at| !at.is_empty()),
            extra: claim.extra.clone(),
        }
    }

    /// True when no part of it is an object whose members a reader may not have looked at: their keys may stand twice.
    pub fn is_known(&self) -> bool {
        let proposal = self.proposal.as_ref().is_none_or(|proposal| {
            proposal.extra.is_empty() && proposal.reasons.iter().all(|reason| reason.extra.is_empty())
        });
        // A list or an object was taken as it came.
        let plain = |(_, value): &(_, Value)| Field::is_flat(value);
        self.extra.is_empty() && self.anchor.extra.is_empty() && proposal && self.fields.iter().all(plain)
    }

    /// The claim it describes; what its reasons say is shared with the claims before it that had the same `whys`.
    ///
    /// # Errors
    /// When its words do not stand in `article`, a reason points outside it, or a field is not as it should be.
    pub fn into_claim(self, article: &Article, whys: &mut Whys) -> Result<Claim, WireError> {
        let in_place = self.anchor.in_place(article);
        let span = in_place.or_else(|| self.anchor.looked_for(article)).ok_or_else(|| WireError::Words {
            claim: self.id.to_string(),
            exact: self.anchor.exact.chars().take(80).collect(),
        })?;
        let points = self.anchor.start..=self.anchor.end;
        let offsets = Offsets::within(article, in_place.map(|span| (points, span)));
        let proposal = self.proposal.map(|proposal| proposal.into_proposal(&offsets, whys, &self.id)).transpose()?;
        let mut claim = Claim::new(self.id, span, self.origin);
        claim.number = self.number;
        claim.proposal = proposal.map(Box::new);
        claim.anchor_extra = self.anchor.extra;
        claim.extra = self.extra;
        for (field, value) in self.fields {
            if Field::is_empty(&value) {
                continue;
            }
            let put = if matches!(field.shape, Shape::Mark) {
                let (by, at) = (self.marked_by.as_deref().unwrap_or_default(), self.marked_at.clone());
                Verdict::deserialize(&value).map(|verdict| {
                    claim.mark = Some(Mark { verdict, by: by.into(), at: at.unwrap_or_default() });
                })
            } else {
                field.put(&mut claim, value)
            };
            put.map_err(|error| WireError::Field {
                claim: claim.id.to_string(),
                field: field.name,
                reason: error.to_string(),
            })?;
        }
        Ok(claim)
    }
}
