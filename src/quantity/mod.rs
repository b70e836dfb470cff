//! Quantities, dates and times of day in running text, as values that can be compared. Pure; knows nothing of a fact-check.
//!
//! [`read`] finds them in a text, [`compare()`] says how two of them stand to each other:
//!
//! ```
//! use factdesk::quantity::{QuantityRelation, compare, read};
//!
//! let said = read("nearly 50 miles of track", "en");
//! let found = read("80 km of track", "en");
//! assert_eq!(compare(&said[0], &found[0]), QuantityRelation::Converted);
//! ```
//!
//! Number words, dates and units are known in English, German, French, Spanish and Swedish; in other languages figures with the
//! separators, scale words and sign of percent that the CLDR gives, ISO dates and units by their symbols. What is no quantity is not
//! read: phone numbers, versions, coordinates, scores, names of models, numbers of more than 28 digits.
//!
//! Whoever wants no values but asks of every sentence whether a number is there has the reader's parts: [`Numeral`], the marks of a
//! number, the signs of money and percent, and the words that tell numbers.
//!
//! Of the libraries, `text2num` reads number words but no Swedish, halves or units and gives no places in the text;
//! `duckling`'s port reckons in floating point by hundreds of patterns; the ICU's parse nothing. `rust_decimal` and `jiff` carry the
//! values.

mod amount;
mod change;
mod cldr;
mod compare;
mod compound;
mod date;
mod figure;
mod hedge;
mod lexicon;
mod measure;
mod numeral;
mod print;
mod reader;
mod scale;
mod terms;
#[cfg(test)]
mod tests;
mod thousands;
mod token;
mod words;

pub use amount::{Amount, Quantity, QuantityValue, Unit};
pub use change::{DIFFERENCE_OF_DEGREES, Direction, FALLING, RISING, direction, multiple, multiples};
pub use compare::{QuantityRelation, compare, differing, rounds_to, same_unit};
pub use date::{Clock, Date, Fault, Weekday};
pub use hedge::Hedge;
pub use lexicon::{WordSort, has_words, is_month, language_of, month_of, number_words};
pub use measure::{Dimension, Measure};
pub use numeral::{Numeral, is_number_mark};
pub use reader::{read, read_into};
pub use rust_decimal::Decimal;
pub use scale::{ScaleWords, scale_words};
pub use terms::{OUT_OF, currency_of, is_percent_sign};
pub use token::{Lexeme, LexemeKind, tokens, tokens_into};
