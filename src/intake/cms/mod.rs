//! What content systems hand out: WordPress's export and blocks, the stories of Arc (ANS), articles as search engines are given them.

pub(super) mod ans;
pub(super) mod json;
mod shortcodes;
mod value;
pub(super) mod wordpress;

use serde_json::Value;

use super::draft::ArticleDraft;
use super::taken::IntakeError;
use super::{sniff, wire};

/// Reads an article in JSON of a public shape.
///
/// # Errors
/// When it is JSON of another shape.
pub(super) fn read(json: &str) -> Result<(ArticleDraft<'static>, &'static str), IntakeError> {
    let value: Value = serde_json::from_str(json).map_err(|_| sniff::unknown("damaged JSON"))?;
    // An interface hands out a list of one.
    let one = value.as_array().filter(|list| list.len() == 1).and_then(|list| list.first()).unwrap_or(&value);
    if ans::is_story(one) {
        Ok((ans::read(one), "ANS"))
    } else if wire::ninjs::is_item(one) {
        Ok((wire::ninjs::read(one), "ninjs"))
    } else if let Some(article) = json::article(&value) {
        Ok((json::schema(article), "a schema.org article"))
    } else if json::is_post(one) {
        Ok((json::post(one), "a WordPress post"))
    } else {
        Err(sniff::unknown("JSON of a shape that is not known"))
    }
}
