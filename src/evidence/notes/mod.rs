//! What a writer's notes point at: each note as the sources that it names, with person, place, date and the file that is meant.

mod addresses;
mod again;
mod card;
mod citation;
mod noted;
mod parts;
mod people;
mod private;
mod telling;

use std::borrow::Borrow;

use super::material::Material;
use again::{Again, EarlierSources};
use card::NoteCard;

pub(super) use card::is_contacts;
pub use citation::{Citation, CitationKind};
pub use noted::Noted;
pub(super) use people::words;
pub use private::{is_confidential, is_private, is_withheld};

/// The sources that `notes` name, in order, some of each note; `language` as BCP 47.
///
/// "Ibid." and its like take from the note before what they don't say themselves, "see note 3" from that note.
pub fn citations<M: Borrow<Material>>(notes: &[Noted], materials: &[M], language: &str) -> Vec<Vec<Citation>> {
    let cards = materials.iter().enumerate().map(|(index, material)| NoteCard::of(index, material.borrow()));
    let cards: Vec<NoteCard> = cards.collect();
    let mut before = EarlierSources::default();
    notes
        .iter()
        .map(|note| {
            let found = one_note(note, &cards, language, &before);
            before.push(note.number, &found);
            found
        })
        .collect()
}

/// The sources of one note: its first part always, others where they name another file.
fn one_note(noted: &Noted, cards: &[NoteCard], language: &str, before: &EarlierSources) -> Vec<Citation> {
    let note = noted.text.as_str();
    let confidential = noted.confidential.unwrap_or_else(|| private::is_private(note));
    let mut found: Vec<Citation> = Vec::new();
    for (number, part) in note.split(';').map(str::trim).filter(|part| !part.is_empty()).enumerate() {
        let mut citation = one_part(part, cards, language, before, found.first());
        let adds = citation.file.is_some() && !found.iter().any(|other| other.file == citation.file);
        if number > 0 && (!adds || private::is_private(part)) {
            continue;
        }
        note.clone_into(&mut citation.text);
        citation.confidential = confidential;
        found.push(citation);
    }
    found
}

/// True for words in brackets by which a writer names a source or speaks to the desk; an insertion, a gesture and "sic" do neither.
pub(super) fn is_note(inside: &str, language: &str) -> bool {
    inside.split(';').any(|part| telling::points(part.trim(), language)) || private::is_private(inside)
}

fn one_part(
    part: &str,
    cards: &[NoteCard],
    language: &str,
    before: &EarlierSources,
    first: Option<&Citation>,
) -> Citation {
    let said = parts::of(part, language);
    let person = people::person(part, &cards.iter().flat_map(|card| &card.people).collect::<Vec<_>>());
    let again = again::of(part, &said);
    let mut citation = Citation {
        text: part.to_owned(),
        title: said.title.clone(),
        person: person.clone().map(|name| people::as_written(part, name)).or_else(|| {
            people::in_front(part, telling::own_kind(part)).or_else(|| people::author(part).map(str::to_owned))
        }),
        url: said.url.clone(),
        locator: said.locator.clone(),
        date: said.date.clone(),
        ..Citation::default()
    };
    let absent = telling::is_absent(part);
    let own = telling::own_kind(part);
    if again != Again::No
        && first.is_none()
        && let Some(earlier) = again::earlier(again, part, person.as_deref(), before, cards)
    {
        return inherit(citation, earlier, cards);
    }
    citation.file =
        if absent || own == Some(CitationKind::None) { None } else { card::tie(part, &said, cards, before.all()) };
    if citation.file.is_none()
        && again == Again::No
        && said.locator.is_some()
        && !absent
        && own.is_none()
        && person.is_none()
        && let Some(earlier) = before.all().last().filter(|earlier| earlier.file.is_some())
    {
        return inherit(citation, earlier, cards);
    }
    let of_file = citation.file.and_then(|file| cards.get(file)).map(NoteCard::kind);
    citation.kind = match (own, of_file) {
        (Some(CitationKind::Own), _) => CitationKind::Own,
        (_, Some(kind)) | (Some(kind), None) => kind,
        (None, None) if citation.url.is_some() => CitationKind::Web,
        (None, None) => CitationKind::Document,
    };
    // "The company's page again": its address was told the first time.
    let known = || before.all().iter().rev().find(|earlier| earlier.file.is_some() && earlier.file == citation.file);
    if citation.url.is_none() {
        citation.url = known().and_then(|earlier| earlier.url.clone());
    }
    fill(&mut citation, cards);
    citation
}

/// What the file tells where the note is brief: a name for initials, a title for a mere file name.
fn fill(citation: &mut Citation, cards: &[NoteCard]) {
    let Some(card) = citation.file.and_then(|file| cards.get(file)) else { return };
    if citation.kind == CitationKind::Data && citation.locator.is_none() {
        citation.locator = parts::row_of_year(&citation.text).or(citation.locator.take());
    }
    if citation.title.is_none() {
        citation.title = Some(card.called());
    }
    if citation.person.is_none() && matches!(citation.kind, CitationKind::Interview | CitationKind::Mail) {
        citation.person = card.speaker();
    }
}

/// A citation with what it does not say itself from an earlier one.
fn inherit(own: Citation, earlier: &Citation, cards: &[NoteCard]) -> Citation {
    let mut citation = Citation {
        text: own.text,
        kind: earlier.kind,
        title: earlier.title.clone(),
        person: own
            .person
            .filter(|name| earlier.person.as_ref().is_none_or(|known| !known.contains(name.as_str())))
            .or_else(|| earlier.person.clone()),
        url: own.url.or_else(|| earlier.url.clone()),
        locator: own.locator.or_else(|| earlier.locator.clone()),
        date: own.date.or_else(|| earlier.date.clone()),
        file: earlier.file,
        confidential: false,
    };
    fill(&mut citation, cards);
    citation
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{plain, table, transcript};

    fn folder() -> Vec<Material> {
        vec![
            plain(
                "minutes-2025-03-04.txt",
                "Minutes of the council, 4 March 2025\n\nItem 5: the bridge is repaired.\n",
            ),
            plain("annual-report-2024.txt", "Annual report 2024\n\nThe bridge was open on 300 days.\n"),
            transcript("talk-vale.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mara Vale>We were never asked.</v>\n")
                .unwrap(),
            table("costs.csv", "item,2024\nsteel,400\n"),
        ]
    }

    fn numbered(notes: &[&str]) -> Vec<Noted> {
        let noted =
            |(at, text): (usize, &&str)| Noted { number: Some(at + 1), text: (*text).to_owned(), ..Noted::default() };
        notes.iter().enumerate().map(noted).collect()
    }

    fn told(notes: &[&str]) -> Vec<Vec<Citation>> {
        citations(&numbered(notes), &folder(), "en")
    }

    #[test]
    fn a_note_names_file_place_and_date() {
        let found = told(&["Minutes 4 March 2025, item 5"]).remove(0).remove(0);
        assert_eq!(found.file, Some(0));
        assert_eq!(found.locator.as_deref(), Some("item 5"));
        assert_eq!(found.date.as_deref(), Some("2025-03-04"));
        assert_eq!(found.title.as_deref(), Some("Minutes"));
    }

    #[test]
    fn ibid_takes_what_it_does_not_say_from_the_note_before() {
        let found = told(&["AR 2024, p. 3", "ibid., p. 7", "same"]);
        assert_eq!(found[1][0].file, Some(1));
        assert_eq!(found[1][0].locator.as_deref(), Some("p. 7"));
        assert_eq!(found[2][0].file, Some(1));
    }

    #[test]
    fn a_note_that_names_another_by_its_number_means_that_one() {
        let found = told(&[
            "costs.csv, row steel",
            "AR 2024, p. 3",
            "Minutes 4 March 2025, item 5",
            "same as note 1",
            "see fn. 2, p. 9",
            "ibid., p. 10",
            "Vale (n 3), item 6",
        ]);
        let files: Vec<_> = found.iter().map(|note| note[0].file).collect();
        assert_eq!(files[3..], [Some(3), Some(1), Some(1), Some(0)]);
        assert_eq!(found[4][0].locator.as_deref(), Some("p. 9"));
        // What the accounts of a report say in a note of theirs is no note of the writer's.
        assert_eq!(told(&["costs.csv", "Annual report 2024, note 1 to the accounts"])[1][0].file, Some(1));
    }

    #[test]
    fn a_number_behind_a_name_tells_files_apart() {
        let tape = |name: &str| {
            let made = transcript(name, "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mara Vale>We were never asked.</v>\n");
            made.unwrap()
        };
        let found = citations(
            &numbered(&["Tape 1, 00:00:01", "tape 2, 00:00:01", "ditto"]),
            &[tape("tape1.vtt"), tape("tape2.vtt")],
            "en",
        );
        let files: Vec<_> = found.iter().map(|note| note[0].file).collect();
        assert_eq!(files, [Some(0), Some(1), Some(1)]);
    }

    #[test]
    fn a_row_is_looked_for_in_the_last_table_and_a_minute_on_the_last_tape() {
        let found = told(&[
            "costs.csv, row steel",
            "Vale, 00:00:01",
            "Annual report 2024, p. 2",
            "same, row steel",
            "00:00:01",
        ]);
        assert_eq!(found[3][0].file, Some(3));
        assert_eq!(found[4][0].file, Some(2));
    }

    #[test]
    fn a_note_may_name_two_sources() {
        let found = told(&["Annual report 2024, p. 2; Vale says the same, 00:00:01"]).remove(0);
        assert_eq!(found.iter().map(|citation| citation.file).collect::<Vec<_>>(), [Some(1), Some(2)]);
        assert_eq!(found[1].kind, CitationKind::Interview);
        assert_eq!(found[1].person.as_deref(), Some("Mara Vale"));
    }

    #[test]
    fn a_note_names_the_sheet_of_a_workbook_and_the_row_on_it() {
        for (note, place) in [
            ("costs.csv, sheet Costs, row 12", "sheet Costs, row 12"),
            ("costs.csv, row steel, sheet “Costs 2024”", "row steel, sheet Costs 2024"),
            ("costs.csv, Blatt Kosten", "sheet Kosten"),
            ("costs.csv, sheet Costs row 12", "sheet Costs, row 12"),
        ] {
            assert_eq!(told(&[note])[0][0].locator.as_deref(), Some(place), "{note}");
        }
    }

    /// That a note and a mail speak of the same thing makes it nobody's mail: who wrote it, or its subject, is named.
    #[test]
    fn a_note_is_tied_to_a_mail_only_by_its_writer_or_its_subject() {
        let mut mail = plain("mail-7.eml", "The bridge was late, and the council knew that the steel was late.\n");
        (mail.title, mail.people) = ("Lunch on Friday".to_owned(), vec!["Odile Marsh".to_owned()]);
        let files = [mail, plain("survey.txt", "Survey of the quay\n\nIt is long.\n")];
        let tied = |note: &str| citations(&numbered(&[note]), &files, "en")[0][0].file;
        assert_eq!(tied("confidential: someone at the council says the bridge and the steel were late"), None);
        assert_eq!(tied("mail about the bridge, the council and the steel"), None);
        assert_eq!(tied("mail from Odile Marsh"), Some(0));
        assert_eq!(tied("Marsh, mail on lunch"), Some(0));
        assert_eq!(tied("mail, Lunch on Friday"), Some(0));
    }

    #[test]
    fn in_a_folder_of_two_files_the_title_of_one_names_it() {
        let files = [
            plain("minutes.txt", "Minutes of the council\n\nThe bridge cost 44 million.\n"),
            plain("report.txt", "Report on the bridge\n\nIt opened in May.\n"),
        ];
        let found =
            citations(&numbered(&["Minutes of the council, item 2", "Report on the bridge, p. 4"]), &files, "en");
        assert_eq!(found.iter().map(|note| note[0].file).collect::<Vec<_>>(), [Some(0), Some(1)]);
    }

    #[test]
    fn brackets_of_prose_are_no_notes() {
        for note in [
            "Minutes, p. 12",
            "survey.pdf",
            "example.org/a",
            "Council minutes, 3 March 2024",
            "check with Vale",
            "own observation",
            "TK",
            "Roe, tel. 555 0199",
            "costs.csv, row steel",
        ] {
            assert!(is_note(note, "en"), "{note}");
        }
        for prose in [
            "the mayor",
            "sic",
            "he laughed",
            "Ivor Thrale",
            "now",
            "in May",
            "on 3 March",
            "2019",
            "…",
            "and 40 others",
            "U.S.",
        ] {
            assert!(!is_note(prose, "en"), "{prose}");
        }
    }

    #[test]
    fn a_private_number_is_confidential_and_a_year_is_not() {
        assert!(told(&["A member of the board, 555-0100, not for print"])[0][0].confidential);
        assert!(!told(&["Annual report 2024, 12 May 2024, p. 12"])[0][0].confidential);
    }

    #[test]
    fn a_remark_names_no_file() {
        assert_eq!(told(&["cut if too long"])[0][0].file, None);
        assert_eq!(told(&["own observation"])[0][0].kind, CitationKind::Own);
        assert_eq!(told(&["TK, ask Vale"])[0][0].file, None);
    }
}
