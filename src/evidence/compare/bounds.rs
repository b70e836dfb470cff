//! Bounds: "at least 40", "up to 61 percent", "more than 300" against each other and against plain figures.

use crate::quantity::{Decimal, Hedge, Quantity};

/// A figure that lies beyond a bound by more than half of it is none that the bound was said of: 900 is no "at least 40".
const BEYOND: (i64, i64) = (3, 2);

/// Which way a bound is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OpenSide {
    Above,
    Below,
}

fn open_side(hedge: Hedge) -> Option<OpenSide> {
    match hedge {
        Hedge::Over | Hedge::AtLeast => Some(OpenSide::Above),
        Hedge::Under | Hedge::AtMost => Some(OpenSide::Below),
        Hedge::None | Hedge::About | Hedge::Nearly => None,
    }
}

/// True where a bound on either side leaves open what the claim says of its figure: a passage that bounds bears out no plain figure, and
/// no narrower bound.
pub(super) fn leave_open(own: &Quantity, other: &Quantity) -> bool {
    let (mine, theirs) = (open_side(own.hedge), open_side(other.hedge));
    let (Some(said), Some(found)) = (own.amount(), other.amount()) else { return mine != theirs };
    let (said, found) = (said.value, found.value);
    let times = |value: Decimal, by: i64| value.checked_mul(Decimal::from(by)).unwrap_or(value);
    let beyond = |low: Decimal, high: Decimal| times(high, BEYOND.1) > times(low, BEYOND.0);
    // In other units each is held by its own figures no more.
    let far = own.amount().map(|one| one.unit) == other.amount().map(|one| one.unit)
        && if found > said { beyond(said, found) } else { beyond(found, said) };
    match (mine, theirs) {
        (None, None) => false,
        (None, Some(_)) => true,
        (Some(_), None) => far || said == found && matches!(own.hedge, Hedge::Over | Hedge::Under),
        (Some(one), Some(two)) if one != two => true,
        (Some(OpenSide::Above), _) => {
            found < said || far || found == said && own.hedge == Hedge::Over && other.hedge == Hedge::AtLeast
        }
        (Some(OpenSide::Below), _) => {
            found > said || far || found == said && own.hedge == Hedge::Under && other.hedge == Hedge::AtMost
        }
    }
}
