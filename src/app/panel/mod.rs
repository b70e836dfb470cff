//! Panels: what lies over the desk and has the keys while it does. One file each: what it holds, where its keys count, what they
//! answer, and what was typed into it.
//!
//! A new panel is a file here with an [`Answers`] of its own, a line in the list below, and a file of `view/panel` that draws it.

pub mod advice;
mod answer;
pub mod assigning;
pub mod back;
pub mod card;
pub mod changes;
pub mod cite;
pub mod differences;
pub mod evidence;
pub mod export;
pub mod filter;
mod filter_names;
pub mod finder;
pub mod form;
pub mod help;
pub mod history;
pub mod laid_by;
pub mod meant;
pub mod note;
pub mod opening;
pub mod palette;
pub mod prompt;
pub mod question;
pub mod reading;
pub mod seen;
pub mod settling;
pub mod things;

use super::action::Action;
use super::desk::Desk;
use super::form::Form;
use super::keymap::{Binding, Scope};
use super::layout::Size;
use super::opening::Opening;
use crate::review::{Draft, Session};

pub use answer::{Answer, Answers, Around, Keep, LaidByFate, Rows};

/// Makes the list of panels: the type that is any of them, and what it hands on to each.
macro_rules! panels {
    ($($(#[$doc:meta])* $name:ident($state:ty),)*) => {
        /// Something over the desk. The last one has the keys.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Panel {
            $($(#[$doc])* $name(Box<$state>),)*
        }

        $(impl From<$state> for Panel {
            fn from(panel: $state) -> Self {
                Self::$name(Box::new(panel))
            }
        })*

        /// The keys of every panel, in the order of the key table.
        pub const KEYS: &[&[Binding]] = &[$(<$state as Answers<Panel>>::KEYS),*];

        /// What the key that opens the panel of `scope` asks for.
        pub fn open(scope: Scope, around: &Around<'_>) -> Vec<Answer<Panel>> {
            $(if <$state as Answers<Panel>>::SCOPE == scope {
                return <$state as Answers<Panel>>::open(around);
            })*
            Vec::new()
        }

        impl Panel {
            /// Where its keys count.
            pub const fn scope(&self) -> Scope {
                match self {
                    $(Self::$name(_) => <$state as Answers<Self>>::SCOPE,)*
                }
            }

            /// What follows from `action` while it has the keys.
            pub fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<Self>> {
                match self {
                    $(Self::$name(panel) => panel.answer(action, around),)*
                }
            }

            /// Its list, if it is one.
            pub fn rows(&self, around: &Around<'_>) -> Option<Rows> {
                match self {
                    $(Self::$name(panel) => Answers::<Self>::rows(&**panel, around),)*
                }
            }

            /// Takes a notch of the wheel, and says which actions it stands for.
            pub fn wheel(&mut self, down: bool, around: &Around<'_>) -> Vec<Action> {
                match self {
                    $(Self::$name(panel) => Answers::<Self>::wheel(&mut **panel, down, around),)*
                }
            }

            /// The screen had the size `from` until now: what was in view stays so.
            pub fn resized(&mut self, from: Size, around: &Around<'_>) {
                match self {
                    $(Self::$name(panel) => Answers::<Self>::resized(&mut **panel, from, around),)*
                }
            }

            /// True for what would come to nothing as the panel stands now: its key is not offered.
            pub fn is_idle(&self, action: &Action, desk: Option<&Desk>) -> bool {
                match self {
                    $(Self::$name(panel) => Answers::<Self>::is_idle(&**panel, action, desk),)*
                }
            }

            /// Text about a claim that was typed into it and is not kept.
            pub fn unsaved(&self, session: &Session) -> Option<Draft> {
                match self {
                    $(Self::$name(panel) => Answers::<Self>::unsaved(&**panel, session),)*
                }
            }
        }
    };
}

panels! {
    /// The keys.
    Help(help::Help),
    /// The selected claim's full card.
    Card(card::Card),
    /// What a draft changed, claim by claim.
    Changes(changes::Changed),
    /// The choice of filters.
    Filter(filter::Menu),
    /// Finding one of many by a few letters.
    Finder(finder::Finder),
    /// The note of a claim.
    Note(note::Note),
    /// A form over a claim.
    Form(Form),
    /// A source on one line.
    Cite(cite::Cite),
    /// What the reviewer did, to go back to.
    History(history::Past),
    /// The sources of a claim, or what else it has several of.
    Things(things::Things),
    /// What the evidence says.
    Evidence(evidence::Passages),
    /// The text of a file of evidence.
    Reading(reading::EvidenceReader),
    /// What a file that came back comes to.
    Back(back::CameBack),
    /// The export picker.
    Export(export::Exporting),
    /// The command palette.
    Palette(palette::Palette),
    /// A line of text.
    Prompt(prompt::Prompt),
    /// A question.
    Question(question::Question),
    /// Which session a file is the next draft of.
    Meant(meant::Meant),
    /// How far an opening is.
    Opening(Opening),
    /// Text that was typed and not kept in an earlier run.
    LaidBy(laid_by::LaidBy),
    /// What contradicts itself.
    Advice(advice::Contradictions),
    /// Readings that differ, or a conflict with another copy of the session.
    Difference(differences::Difference),
    /// Who is to check a claim, while it is asked.
    Assigning(assigning::Assigning),
    /// Why readings differed, while they are settled.
    Settling(settling::Settling),
    /// What was found out earlier about statements like the selected claim.
    Seen(seen::EarlierChecks),
}
