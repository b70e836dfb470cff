//! What is seen while a file is opened that takes longer than a glance.

/// How far an opening is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// What is opened: a file or a session, by its name.
    pub name: String,
    /// What is being done to it, such as `reading`.
    pub doing: &'static str,
    /// How much of that is done, from 0 to 100; `None` where nobody knows.
    pub percent: Option<u8>,
}

impl Opening {
    /// It in one line.
    pub fn line(&self) -> String {
        let Self { name, doing, percent } = self;
        match percent {
            Some(percent) => format!("{doing} {name} · {percent} %"),
            None => format!("{doing} {name} …"),
        }
    }
}
