//! What sessions wrote down and may be meant again: sources and people, the latest first.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::SessionIndex;
use super::past_claim::ClaimNames;
use super::shard::Shard;
use foldhash::fast::RandomState;

/// Of sources, and of people, so many are told.
const MOST: usize = 5_000;

/// Characters of a name or a title beyond which it is none that anybody types again.
const LONGEST: usize = 200;

/// Sources and people of several sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenDown {
    /// Titles and links, each pair once; no confidential one.
    pub sources: Vec<(String, String)>,
    /// Names as they were spelt, each once.
    pub people: Vec<String>,
}

impl SessionIndex {
    /// What the sessions wrote down, but for the one called `except`.
    pub(in crate::store) fn written_down(&self, except: &str) -> WrittenDown {
        let mut rows: Vec<_> = self.held.rows.iter().filter(|row| row.name != except).collect();
        rows.sort_by_key(|row| Reverse(&row.line.dated));
        let mut told = WrittenDown::default();
        let mut met: HashSet<String, RandomState> = HashSet::default();
        let mut cited: HashSet<(String, String), RandomState> = HashSet::default();
        for row in rows {
            let assigned = row.line.assigned.iter().map(|(name, _)| name);
            let mut people: Vec<String> = row.line.reviewers.iter().chain(assigned).cloned().collect();
            let held = self.loaded.get(&row.body.segment).and_then(|shard| shard.texts(&row.body));
            let read = || Shard::read_part(self.place.as_deref()?, &row.body);
            let claims = match held {
                Some(texts) => Some(texts.names()),
                None => read().and_then(|(shard, body)| shard.texts(&body).map(|texts| texts.names())),
            };
            for ClaimNames { speaker, cited: sources, heard } in claims.unwrap_or_default() {
                people.extend(std::iter::once(speaker).chain(heard).filter(|name| is_name(name)));
                let fresh = sources.into_iter().filter(|(title, url)| {
                    title.len() + url.len() <= LONGEST * 2 && !(title.is_empty() && url.is_empty())
                });
                told.sources.extend(fresh.filter(|source| cited.insert(source.clone())));
            }
            told.people.extend(people.into_iter().filter(|name| met.insert(name.clone())));
            if told.sources.len() >= MOST && told.people.len() >= MOST {
                break;
            }
        }
        told.sources.truncate(MOST);
        told.people.truncate(MOST);
        told
    }
}

/// True for what names somebody: "a spokesman" is nobody in particular.
fn is_name(name: &str) -> bool {
    name.chars().count() <= LONGEST && name.split_whitespace().any(|word| word.starts_with(char::is_uppercase))
}
