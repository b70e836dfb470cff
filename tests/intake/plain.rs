//! Plain text: written, wrapped, and pasted from a page.

use super::{blocks, named, read};

const LEAD: &str =
    "The harbour board paid 3.2 million crowns for the new ferry in May, according to the minutes of its June meeting.";
const SECOND: &str = "“We were told that it would cost half of that,” said Ines Odal, who sits on the board for the islanders. She voted against it.";
const THIRD: &str = "The yard delivered the ferry four months late, and the board has asked for 240,000 crowns back.";

#[test]
fn a_written_article_keeps_all_of_its_text() {
    let text = format!(
        "Ferry cost twice as much as planned\n\nThe islanders want their money back\n\n{LEAD}\n\nWhat the yard says\n\n{SECOND}\n\n- late by four months\n- over budget\n\n{THIRD}\n"
    );
    let wanted = [
        "headline: Ferry cost twice as much as planned".to_owned(),
        "dek: The islanders want their money back".to_owned(),
        format!("paragraph: {LEAD}"),
        "heading: What the yard says".to_owned(),
        format!("paragraph: {SECOND}"),
        "list_item: - late by four months".to_owned(),
        "list_item: - over budget".to_owned(),
        format!("paragraph: {THIRD}"),
    ];
    assert_eq!(blocks(&read(&text)), wanted);
    assert_eq!(read(&text).article.text(), text.replace("\n- over", "\n\n- over"));
}

#[test]
fn line_ends_and_odd_blanks_of_other_systems_make_no_difference() {
    let text = "\u{feff}Ferry is late  \r\n\r\n\u{a0}The ferry\u{a0}came\u{2009}late,\tsaid the board. \r\n\u{3000}\r\nNobody was fined in the end.\r\n";
    assert_eq!(
        read(text).article.text(),
        "Ferry is late\n\nThe ferry came late, said the board.\n\nNobody was fined in the end.\n"
    );
}

#[test]
fn control_and_hidden_characters_stay_for_the_screen_to_show() {
    let text = "The ferry\u{1b}[2J is \u{202e}late\u{202c} and \u{200b}slow.\n";
    assert_eq!(read(text).article.text(), text);
}

#[test]
fn a_wrapped_text_gets_its_paragraphs_back() {
    let wrapped = "Ferry is late\n\nThe harbour board paid 3.2 million crowns for the\nnew ferry in May, according to the minutes of its\nJune meeting. The board will meet again in\nSeptember to speak about fares and a widely well-\nknown dispute.\n\nNobody was fined.\n";
    let wanted = "Ferry is late\n\nThe harbour board paid 3.2 million crowns for the new ferry in May, according to the minutes of its June meeting. The board will meet again in September to speak about fares and a widely well-known dispute.\n\nNobody was fined.\n";
    assert_eq!(read(wrapped).article.text(), wanted);
}

#[test]
fn single_line_breaks_part_paragraphs_as_browsers_copy_them() {
    let text = format!("Ferry cost twice as much as planned\n{LEAD}\n{SECOND}\n{THIRD}");
    assert_eq!(read(&text).article.blocks().len(), 4);
}

#[test]
fn lines_of_a_list_stay_apart() {
    assert_eq!(read("Points:\n• Turnout was low\n• The vote is void\n").article.blocks().len(), 3);
    assert_eq!(read("timetable\nferry crossings\nharbour, islands\n").article.blocks().len(), 3);
}

#[test]
fn one_sentence_alone_is_a_paragraph_and_no_headline() {
    assert_eq!(blocks(&read("The ferry cost 3.2 million crowns.")), ["paragraph: The ferry cost 3.2 million crowns."]);
    assert_eq!(
        blocks(&read("Transcript\n\nThe ferry was late.")),
        ["headline: Transcript", "paragraph: The ferry was late."]
    );
}

#[test]
fn a_pasted_page_is_told_from_its_article() {
    let page = format!(
        "Home\nNews\nIslands\nSport\nWeather\nSubscribe\nSign in\nIslanders’ ferry cost the harbour 3.2 million crowns\nBy Tora Lind\nPublished 3 March 2026 at 9:41 am\nShare this story\nLOADING\n{LEAD}\nAdvertisement\n{SECOND}\nThe new ferry at the quay. Photo: Ulf Bergen\nRead more: Islanders ask for a second pier\n{THIRD}\nTora Lind is a reporter for the islands desk.\nSign up for our newsletter to get the news in your inbox.\nMost read\nStorm closes two roads on the mainland\nSchool kitchen wins a prize for soup\n12 comments\nGunnar\nI never liked that ferry, and I have said so for years to everyone who would listen to me at the quay.\nPrivacy policy\n© 2026 The Harbour Post. All rights reserved."
    );
    let headline = "headline: Islanders’ ferry cost the harbour 3.2 million crowns";
    for page in [page.clone(), page.replace('\n', "\n\n")] {
        let taken = read(&page);
        let kept: Vec<String> = blocks(&taken).into_iter().filter(|block| !block.starts_with("furniture")).collect();
        assert_eq!(
            kept,
            [
                headline.to_owned(),
                format!("paragraph: {LEAD}"),
                format!("paragraph: {SECOND}"),
                format!("paragraph: {THIRD}")
            ]
        );
        assert_eq!(
            taken.article.blocks().len(),
            page.lines().filter(|line| !line.is_empty()).count(),
            "furniture is dimmed, not thrown away"
        );
    }
}

#[test]
fn remains_of_a_page_in_a_copied_article_are_furniture() {
    let text = format!(
        "Ferry cost twice as much as planned\n\nThe islanders want their money back.\nLOADING LOADING\n\n{LEAD}\n\n{SECOND}\n\nRead the full story in The Harbour Post.\n\nClose\n\nWhat's Hot"
    );
    let kinds: Vec<String> = read(&text).article.blocks().iter().map(|block| block.kind.to_string()).collect();
    assert_eq!(
        kinds,
        ["headline", "dek", "furniture", "paragraph", "paragraph", "furniture", "furniture", "furniture"]
    );
}

#[test]
fn a_box_between_the_paragraphs_of_a_pasted_page_is_furniture() {
    let box_of_links = "MOST LOVED\nKITCHEN\nThis soup is all that anybody will eat this spring\nBY ULLA FRID\nTRAVEL\nFour quiet islands for a long weekend in the sun\nBY PER HOLM";
    let fourth = "Two of the engines had to be changed before the first crossing, and a third one was changed in the autumn, when the ferry lay at the quay for nine days and the islanders were rowed across.";
    let paragraphs = [
        format!(
            "{LEAD} The board had planned for half of that sum, and nobody on it could say in September where the rest of the money for the hull had come from."
        ),
        SECOND.to_owned(),
        format!(
            "{THIRD} A court on the mainland will hear the yard and the board in the spring of next year, its clerk said."
        ),
        fourth.to_owned(),
    ];
    let article = paragraphs.join(&format!("\n{box_of_links}\n"));
    let page = format!(
        "Skip to content\nHome\nNews\nIslands\nSport\nWeather\nSubscribe\nSign in\nIslanders’ ferry cost the harbour 3.2 million crowns\nBy Tora Lind\nPublished 3 March 2026 at 9:41 am\nShare\n{article}\n{box_of_links}\nMost read\nStorm closes two roads on the mainland\nThe roads will open again on Monday, as far as anybody knows.\nSchool kitchen wins a prize for soup\nThe cook had never heard of the prize, and neither had we.\nPrivacy policy\n© 2026 The Harbour Post. All rights reserved.\n"
    );
    let kept: Vec<String> = blocks(&read(&page)).into_iter().filter(|block| !block.starts_with("furniture")).collect();
    let mut wanted = vec!["headline: Islanders’ ferry cost the harbour 3.2 million crowns".to_owned()];
    wanted.extend(paragraphs.iter().map(|paragraph| format!("paragraph: {paragraph}")));
    assert_eq!(kept, wanted);
}

#[test]
fn news_about_subscriptions_is_no_plea_to_subscribe() {
    let about = "The paper lost 4,000 subscribers last year, and its newsletter is read by fewer people than before, the publisher said.";
    let text = format!("Paper loses readers\n\n{LEAD}\n\n{about}\n\n{THIRD}");
    assert!(blocks(&read(&text)).contains(&format!("paragraph: {about}")));
}

#[test]
fn encodings_are_found_out_and_named_when_guessed() {
    let latin = b"Die Gr\xf6\xdfe der F\xe4hre \xe4rgert die B\xfcrger, sagte die Beh\xf6rde.\n";
    let taken = named("a.txt", latin).unwrap();
    assert_eq!(taken.article.text(), "Die Größe der Fähre ärgert die Bürger, sagte die Behörde.\n");
    assert_eq!(taken.article.provenance.encoding.as_deref(), Some("windows-1252"));
    assert!(
        taken.notices.iter().any(|notice| notice.contains("windows-1252") && notice.contains("guess")),
        "{:?}",
        taken.notices
    );
    let words = "Паром опоздал на четыре месяца, сообщил совет гавани.\n";
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(words);
    assert_eq!(named("a.txt", &bytes).unwrap().article.text(), words);
    let words = "新しいフェリーは四か月遅れて港に着いたと、港湾局が発表した。\n";
    let (bytes, ..) = encoding_rs::SHIFT_JIS.encode(words);
    assert_eq!(named("a.txt", &bytes).unwrap().article.text(), words);
}

#[test]
fn utf_16_is_read_with_and_without_its_mark() {
    let words = "The ferry cost 3.2 million crowns.\n";
    let little: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = [b"\xff\xfe".as_slice(), &little].concat();
    for bytes in [&little, &big, &marked] {
        assert_eq!(named("a.txt", bytes).unwrap().article.text(), words);
    }
    assert_eq!(named("a.txt", &marked).unwrap().article.provenance.encoding, None, "the mark says it");
}

#[test]
fn a_foreign_byte_in_a_utf_8_text_spoils_one_place_only() {
    let taken = named("a.txt", b"F\xc3\xa4hre, B\xc3\xbcrger, Gr\xc3\xb6\xc3\x9fe \x93alt\n").unwrap();
    assert_eq!(taken.article.text(), "Fähre, Bürger, Größe \u{fffd}alt\n");
    assert_eq!(taken.notices, ["1 place is not valid UTF-8 and shown as \u{fffd}."]);
}

#[test]
fn the_language_is_what_the_user_says_or_what_the_text_shows() {
    let text = "Die Fähre kam vier Monate zu spät, und der Rat hat das Geld noch nicht zurück.";
    assert_eq!(read(text).article.language, "de");
    let hint = factdesk::intake::Hint { name: "a.txt", language: Some("sv") };
    assert_eq!(factdesk::intake::read(text.as_bytes(), &hint).unwrap().article.language, "sv");
}

#[test]
fn what_somebody_said_is_no_plea_of_a_page() {
    let said = "You can sign up for the ferry’s new timetable today.";
    assert_eq!(blocks(&read(said)), [format!("paragraph: {said}")]);
}

#[test]
fn a_lead_after_a_date_is_no_dek() {
    let text = format!("Ferry cost twice as much as planned\n\nTuesday, March 3, 2026\n\n{LEAD}\n\n{THIRD}\n");
    let kinds: Vec<String> = read(&text).article.blocks().iter().map(|block| block.kind.to_string()).collect();
    assert_eq!(kinds, ["headline", "furniture", "paragraph", "paragraph"]);
}

#[test]
fn the_words_under_a_picture_stay_in_a_written_text() {
    let caption = "The new ferry at the quay of Norrhamn on its first morning. Photo: Ulf Bergen";
    let text = format!("Ferry cost twice as much as planned\n\n{LEAD}\n\n{caption}\n\n{THIRD}\n");
    assert!(blocks(&read(&text)).contains(&format!("caption: {caption}")));
}

#[test]
fn a_pound_before_a_figure_is_no_letter() {
    let (bytes, ..) =
        encoding_rs::WINDOWS_1252.encode("The board paid £9m for the ferry’s hull, and £1.2m for its “new” engine.");
    let taken = named("draft.txt", &bytes).unwrap();
    assert!(taken.article.text().contains("£9m") && taken.article.text().contains("£1.2m"));
    let (bytes, ..) =
        encoding_rs::WINDOWS_1250.encode("Łódź zapłaciła 9 mln za prom, który był spóźniony o cztery miesiące.");
    assert!(named("draft.txt", &bytes).unwrap().article.text().contains("Łódź"));
}

#[test]
fn soft_hyphens_are_no_part_of_a_word() {
    assert_eq!(read("The har\u{ad}bour board met.").article.text(), "The harbour board met.\n");
}

#[test]
fn short_lines_are_no_page_s_and_what_stands_behind_them_is_read() {
    let shorts = [
        "Item\nMillion crowns\nHull\n12\nEngines\n30",
        "Ines Odal\nTora Lind\nUlf Bergen\nPer Holm\nUlla Frid",
        "Who paid?\nThe board.\nHow much?\n3 million.\nWhen?\n2026.\nWhy?",
    ];
    let (said, built) =
        ("“We paid 3 million crowns,” said Ines Odal.", "The ferry was built in 2026, and nobody was fined.");
    for short in shorts {
        for lines in [short.to_owned(), short.replace('\n', "\n\n")] {
            let taken = read(&format!("Ferry cost twice as much\n\n{LEAD}\n\n{lines}\n\n{said}\n\n{built}\n"));
            assert!(blocks(&taken).iter().all(|block| !block.starts_with("furniture")), "{:?}", blocks(&taken));
        }
    }
}

#[test]
fn paragraphs_of_a_few_words_are_text() {
    let text = "Ferry cost twice as much\n\nIt cost 3 million.\n\nNobody knows why.\n\nOdal left.\n\nShe paid 8.\n\nLind paid 9.\n\nThey lost.\n";
    let taken = read(&format!("{text}\n“We paid 3 million crowns,” said Ines Odal.\n\n{THIRD}\n"));
    assert_eq!(blocks(&taken).first().unwrap(), "headline: Ferry cost twice as much");
    assert!(blocks(&taken).iter().all(|block| !block.starts_with("furniture")), "{:?}", blocks(&taken));
}

#[test]
fn a_page_s_word_in_it_does_not_cost_a_text_its_end() {
    let lines = "Item\nMillion crowns\nHull\n12\nEngines\n30";
    let said = ["“We paid 3 million crowns,” said Ines Odal.", "The ferry was built in 2026, and nobody was fined."];
    let taken = read(&format!(
        "Ferry cost twice as much\n\n{LEAD}\n\n{SECOND}\n\n{lines}\n\n{}\n\nShare\n\nNewsletter\n",
        said.join("\n\n")
    ));
    for words in said {
        assert!(blocks(&taken).contains(&format!("paragraph: {words}")), "{:?}", blocks(&taken));
    }
    assert_eq!(blocks(&taken).last().unwrap(), "furniture: Newsletter");
}

#[test]
fn a_wrapped_text_with_a_table_in_it_gets_its_paragraphs_back() {
    let wrapped = "The ferry line carried fewer people in the year than in the one\nbefore it, the board said on Monday, and nobody had asked the\nislanders what they wanted from it.";
    let whole = format!("paragraph: {}", wrapped.replace('\n', " "));
    for rows in [
        "Line\t2018\t2019\nNorth\t12\t14\nSouth\t22\t24",
        "Line      2018    2019\nNorth       12      14\nSouth       22      24",
    ] {
        for parted in ["\n\n", "\n"] {
            let taken = read(&format!("Ferry line loses riders\n\n{wrapped}{parted}{rows}{parted}{wrapped}\n"));
            assert_eq!(blocks(&taken).iter().filter(|block| **block == whole).count(), 2, "{:?}", blocks(&taken));
            assert!(blocks(&taken).iter().any(|block| block.ends_with(": North 12 14")), "{:?}", blocks(&taken));
        }
    }
}
