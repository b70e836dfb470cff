//! What belongs into a field of a form, in a few words.

use super::Purpose;

/// A word of help for the field called `label`; empty when its name says it all.
pub fn hint(purpose: Purpose, label: &str) -> &'static str {
    match (purpose, label) {
        (Purpose::Source(_), "title") => "What the source is called. It needs a title or a link.",
        (Purpose::Source(_), "link") => "http:// or https://; any other reference goes into the locator.",
        (Purpose::Source(_), "kind") => "expert: what an expert knows of their own; media: another medium's report.",
        (Purpose::Source(_), "rank") => "primary: the origin itself; secondary: a report about it.",
        (Purpose::Source(_), "bearing") => "Does it support the claim, contradict it, or help to understand it?",
        (Purpose::Source(_), "locator") => "Page, paragraph, time stamp: where in the source it stands.",
        (Purpose::Source(_), "passage") => "The words that carry it, as they stand there.",
        (Purpose::Source(_), "looked at") => "The day it was checked: 2026-11-23.",
        (Purpose::Source(_), "archive") => "A link to an archived copy, http:// or https://.",
        (Purpose::Source(_), "confidential") => {
            "Space changes it. Confidential sources stay out of exports unless asked for."
        }
        (Purpose::Query, "to") => "Who is asked: the author, the desk, a name.",
        (Purpose::Query, "state") => "Not said: open until there is an answer.",
        (Purpose::Reply, "who") => "Who is criticised and has the right of reply.",
        (Purpose::Reply, "asked on") => "The day they were asked: 2026-11-23.",
        (Purpose::Reply, "answer") => "What they answered; empty until they did.",
        (Purpose::Speaker, "via") => "Through whom it reached the article, when it is second-hand.",
        (Purpose::Tags, _) => "Parted by commas.",
        (Purpose::Statement, _) => "The article's exact words stay beside it.",
        _ => "",
    }
}
