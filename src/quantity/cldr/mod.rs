//! Tables of the Unicode CLDR: separators, months, weekdays, scale words, unit names.

pub(super) mod names;
pub(super) mod scales;
pub(super) mod separators;
pub(super) mod units;
