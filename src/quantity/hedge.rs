//! How a number was hedged.

use rust_decimal::Decimal;

/// How a number was hedged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hedge {
    /// Not at all.
    #[default]
    None,
    /// About, around, some.
    About,
    /// Nearly, almost, just under: a little less.
    Nearly,
    /// More than, over.
    Over,
    /// At least.
    AtLeast,
    /// Less than, under.
    Under,
    /// At most, up to.
    AtMost,
}

impl Hedge {
    /// True when a number so hedged leaves room for others.
    pub fn is_open(self) -> bool {
        self != Self::None
    }

    /// True when `value` may be what was hedged so as `said`; `step` is what the last figure of `said` is worth.
    pub fn allows(self, said: Decimal, step: Decimal, value: Decimal) -> bool {
        // A hedged number is a round one: half of what its last figure is worth, and a tenth of it, is "about".
        let room = (said.abs() / Decimal::TEN).max(step / Decimal::TWO);
        match self {
            Self::None => said == value,
            Self::About => (said - value).abs() <= room,
            Self::Nearly => value <= said && said - value <= room,
            Self::Over | Self::AtLeast => value >= said,
            Self::Under | Self::AtMost => value <= said,
        }
    }
}
