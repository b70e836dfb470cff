//! Figures that are a bound, and what lies on either side of an event.

use super::{SUPPORTS, all_bear};

#[test]
fn a_bound_bears_out_no_plain_figure_and_no_narrower_bound() {
    all_bear(
        None,
        &[
            ("en", "The hall holds 400 people.", "The hall holds up to 400 people."),
            ("en", "The hall holds 400 people.", "The hall holds at least 400 people."),
            ("en", "The hall holds 400 people.", "The hall holds no fewer than 400 people."),
            ("en", "The hall holds at least 400 people.", "The hall holds up to 400 people."),
            ("en", "Up to 61 percent of coopers are late.", "At least 61 percent of coopers are late."),
            ("en", "At least 400 people came to the fair.", "At least 300 people came to the fair."),
            ("de", "Der Saal fasst 400 Leute.", "Der Saal fasst bis zu 400 Leute."),
            ("de", "Der Saal fasst mindestens 400 Leute.", "Der Saal fasst höchstens 400 Leute."),
            ("fr", "La salle accueille 400 personnes.", "La salle accueille jusqu'à 400 personnes."),
            ("fr", "La salle accueille au moins 400 personnes.", "La salle accueille au plus 400 personnes."),
            ("es", "La sala acoge 400 personas.", "La sala acoge hasta 400 personas."),
            ("sv", "Salen rymmer minst 400 personer.", "Salen rymmer högst 400 personer."),
        ],
    );
    all_bear(
        SUPPORTS.as_ref(),
        &[
            ("en", "At least 400 people came to the fair.", "In all, 412 people came to the fair."),
            ("en", "Fewer than 400 people came to the fair.", "In all, 388 people came to the fair."),
            ("en", "At least 300 people came to the fair.", "More than 400 people came to the fair."),
            ("en", "Up to 400 people came to the fair.", "As many as 400 people came to the fair."),
            ("en", "No more than 400 people came to the fair.", "Up to 400 people came to the fair."),
            ("de", "Mindestens 400 Leute kamen auf die Messe.", "Auf die Messe kamen 412 Leute."),
            ("fr", "La salle accueille au moins 400 personnes.", "La salle accueille 400 personnes."),
        ],
    );
}

#[test]
fn what_was_before_an_event_was_not_after_it() {
    all_bear(
        None,
        &[
            (
                "en",
                "Three weeks after the fair, the mayor resigned.",
                "Three weeks before the fair, the mayor resigned.",
            ),
            ("de", "Drei Wochen nach der Messe trat Marsh zurück.", "Drei Wochen vor der Messe trat Marsh zurück."),
            ("sv", "Tre veckor efter mässan avgick borgmästaren.", "Tre veckor före mässan avgick borgmästaren."),
        ],
    );
    all_bear(
        SUPPORTS.as_ref(),
        &[("en", "Three weeks after the fair, the mayor resigned.", "The mayor resigned three weeks after the fair.")],
    );
}

/// A month or a name is no "may" that something depends on.
#[test]
fn may_is_a_month_as_well() {
    all_bear(
        SUPPORTS.as_ref(),
        &[
            ("en", "May was the driest month, with 12 wet days.", "With 12 wet days, May was the driest month."),
            ("en", "The pool will close for 3 weeks in May.", "In May the pool will close for 3 weeks."),
        ],
    );
    all_bear(None, &[("en", "The pool will close for 3 weeks.", "The pool may close for 3 weeks.")]);
}
