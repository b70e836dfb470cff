//! The English words that are known, each list once: base forms stand for their inflections where the scale looks them up.

mod deeds;
mod figures;
mod grammar;
mod matters;
mod people;

use super::class::WordClass;

/// Every list: its class, or the classes that share it, and its words.
pub(super) fn all() -> impl Iterator<Item = (WordClass, &'static str)> {
    let lists = [figures::LISTS, people::LISTS, grammar::LISTS, deeds::LISTS, matters::LISTS];
    lists.into_iter().flatten().copied().chain(figures::of_quantities())
}
