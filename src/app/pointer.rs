//! The mouse as actions see it: what it did, and in which cell.

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The left button went down.
    Press,
    /// It went down for the second time in the same cell, shortly after the first.
    Twice,
    /// The mouse moved with the button down.
    Drag,
    /// The button came up.
    Release,
    /// The wheel turned up.
    WheelUp,
    /// The wheel turned down.
    WheelDown,
}

/// A deed of the mouse's in a cell of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// What it did.
    pub deed: Deed,
    /// The column, from 0.
    pub x: u16,
    /// The row, from 0.
    pub y: u16,
}

/// What the button holds while it is down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// The divider between the panes.
    Divider,
    /// The column of verdicts at the article's edge.
    Map,
    /// The article's words, from this byte on.
    Words(usize),
}
