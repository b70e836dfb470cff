//! What is worth checking: each reason where it belongs and not where it only looks so, and which sentence comes first.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use factdesk::propose::{self, Candidate, worth};
use factdesk::review::{Article, Block, BlockKind, Span};

/// An article of one paragraph that holds `text`.
fn article(text: &str, language: &str) -> Article {
    let block = Block::new(BlockKind::Paragraph, Span::new(0, text.len()));
    let mut article = Article::new("", text, vec![block]).unwrap();
    language.clone_into(&mut article.language);
    article
}

/// The one candidate that `sentence` makes.
fn weighed(sentence: &str, language: &str) -> Candidate {
    let candidates = propose::candidates(&article(sentence, language));
    assert_eq!(candidates.len(), 1, "not one sentence: {sentence}");
    candidates.into_iter().next().unwrap()
}

fn score(sentence: &str) -> f64 {
    weighed(sentence, "en").proposal.score
}

/// The reasons of an English sentence, as `code: words`.
fn reasons(sentence: &str) -> Vec<String> {
    reasons_in(sentence, "en")
}

fn reasons_in(sentence: &str, language: &str) -> Vec<String> {
    let reasons = weighed(sentence, language).proposal.reasons;
    reasons.iter().map(|reason| format!("{}: {}", reason.code, reason.span.of(sentence))).collect()
}

/// A reason with a sentence that has it, at these words, and one that looks alike and has it not.
const CASES: &[(&str, &str, &str, &str)] = &[
    ("quantity", "The dam holds 340 turbines.", "340 turbines", "The dam holds water for the valley."),
    ("quantity", "Some 2,400 people live there.", "2,400 people", "Some people live there."),
    (
        "quantity",
        "Twenty-five clerks lost their posts.",
        "Twenty-five clerks",
        "Number two, the clerks lost their posts.",
    ),
    ("quantity", "They sent 1987 parcels.", "1987 parcels", "They sent parcels in 1987 and later."),
    ("quantity", "It was a 20-minute walk.", "20-minute", "It was a minute of silence."),
    ("quantity", "The rovers won 3–0 in Brno.", "3–0", "The rovers won in Brno."),
    ("money", "The lift cost €3.2 million.", "€3.2 million", "The lift carried 3.2 million riders."),
    ("money", "The lift cost 40,000 crowns.", "40,000 crowns", "The lift carried 40,000 skiers."),
    ("money", "They owe US$ 700 to the port.", "US$ 700", "They owe much to the port."),
    ("share", "Turnout fell to 48 per cent.", "48 per cent", "Turnout fell to 48 per station."),
    ("share", "A third of the wells are dry.", "third", "The third well is dry."),
    ("share", "Half the wells are dry.", "Half", "They scored early in the first half."),
    ("rank", "Lyon finished in 4th place.", "4th place", "Lyon finished in place."),
    ("rank", "Her essay won the medal.", "won", "Her essay was about metal."),
    ("date", "The mill closed on 14 May 2009.", "14 May", "The mill closed and may open."),
    ("date", "The mill closed in 1987.", "1987", "The mill employed 1987 weavers."),
    ("date", "The mill has stood empty for 30 years.", "30 years", "The mill has stood empty for long."),
    ("date", "Last winter the mill burned down.", "Last winter", "At last the mill burned down."),
    ("opinion", "One can only hope that the ferry is better run.", "hope", "One of the two ferries is out of order."),
    ("name", "The court freed Petra Vance.", "Petra Vance", "The court freed the clerk."),
    ("name", "Mills Close As Orders Dry Up In Port Dalby", "Port Dalby", "MILLS CLOSE AS ORDERS DRY UP"),
    ("name", "Roe has lost the vote.", "Roe", "Traffic has lost its terror."),
    ("name", "They met Joe at the pier.", "Joe", "You know why, Joe, they met."),
    ("name", "Officials of the U.S. were told.", "U.S.", "Officials were told."),
    ("name", "A ship of the Bank of Malta sank.", "Bank of Malta", "A ship of the bank sank."),
    ("office", "The book's author had seen the plans.", "author", "The book authored in Brno had plans."),
    ("office", "The mayor has seen the plans.", "mayor", "The gardener has seen the plans."),
    ("comparison", "The new pump uses less oil than the old one.", "less", "The new pump uses oil."),
    ("superlative", "It is the deadliest road in the county.", "deadliest", "It is a road in the county."),
    ("absolute", "She never voted for the dam.", "never", "She voted for the dam."),
    ("change", "Sales declined in May.", "declined", "Roe declined to speak in May."),
    ("change", "Rents rose in the harbour district.", "rose", "Roses stand in the harbour district."),
    ("cause", "The wall broke because of frost.", "because", "The wall broke in the frost."),
    ("cause", "The leak led to a shutdown.", "led", "She led the choir at Easter."),
    ("law", "The council banned diesel cars.", "banned", "The council heard a band."),
    ("accusation", "The auditors were bribed.", "bribed", "The auditors were invited."),
    ("reported", "The pump failed, the engineer said.", "said", "The pump failed, as I said."),
    ("reported", "He wants a second runway.", "wants", "I want a second runway."),
    ("reported", "The firm denied the fraud.", "denied", "They were denied visas."),
    ("reported", "The guide noted the crack.", "noted", "The crack was noted."),
    (
        "quotation",
        "“We never saw the contract,” said Roe.",
        "“We never saw the contract,”",
        "The “old” contract was lost, said Roe.",
    ),
    ("evidence", "A survey found lead in the pipes.", "survey", "A plumber found lead in the pipes."),
    ("decision", "Parliament passed the pension bill.", "passed", "Parliament stands beside the river."),
    ("harm", "Nine miners were killed.", "killed", "Nine miners were hired."),
    ("harm", "The gang kept attacking the fort.", "attacking", "The side kept an attacking style."),
    ("harm", "The injury kept Roe at home.", "injury", "Roe scored in injury time."),
    ("dealing", "The fund bought the stadium.", "bought", "The fans filled the stadium."),
    ("matter", "Unemployment is down in the valley.", "Unemployment", "The fog is down in the valley."),
    ("fact", "The minister closed two mines.", "closed", "The minister may close two mines."),
    ("fact", "The tower collapsed at noon.", "collapsed", "The collapsed tower, at noon."),
    ("denial", "The ministry did not sign the lease.", "not", "I do not know about the lease."),
    ("length", "In the spring the river rose and the lower town was cut off.", "", "The river rose in the spring."),
    ("question", "Who paid for the trip?", "?", "Nobody says who paid for the trip."),
    ("imperative", "Read the whole report.", "Read", "Readers had the whole report."),
    ("imperative", "Please send us your pictures.", "send", "They send us their pictures."),
    ("courtesy", "Thank you for the invitation.", "Thank", "They got the invitation."),
    ("opinion", "It was a terrible decision.", "terrible", "It was a unanimous decision."),
    ("opinion", "I believe the bridge is safe.", "believe", "The bridge is safe for lorries."),
    ("opinion", "In my view the bridge is safe.", "view", "The view from the bridge is wide."),
    ("opinion", "The harbour has to close.", "has", "The harbour had to close."),
    ("opinion", "The state should buy the bridge.", "should", "The state bought the bridge."),
    ("intention", "We will build a school.", "will", "They built a school."),
    ("intention", "I want to build a school.", "want", "He wants to build a school."),
    ("prediction", "The choir is going to sing.", "going", "The choir is going to Brno."),
    ("prediction", "The school will open in May.", "will", "The school opened in May."),
    ("hypothetical", "If it rains, the match moves indoors.", "If", "When it rained, the match moved indoors."),
    ("first_person", "Let us sail from the harbour.", "us", "The US navy sailed from the harbour."),
    ("first_person", "Roe said: “We lived near the harbour.”", "We", "Roe said: “They lived near us.”"),
    ("first_person", "We lived near the harbour.", "We", "They lived near the harbour."),
    ("remark", "By the way, the harbour is closed.", "By the way", "By the harbour, the way is closed."),
    ("fragment", "A night on the harbour wall.", "", "A night on the harbour wall costs 9 euros."),
    (
        "fragment",
        "Petra Vance with the mayor of Dalby and two of the young engineers at the harbour in Brenn.",
        "",
        "Petra Vance sang with the mayor of Dalby and two of the young engineers at the harbour in Brenn.",
    ),
    ("fragment", "The money they took from the-", "", "The money they took from the till was found."),
    ("vague", "That was not how it went.", "", "That was not how the election went."),
    ("credit", "Photo: Lena Marsh.", "Photo:", "The photo shows Lena Marsh."),
];

#[test]
fn each_reason_stands_where_it_belongs_and_points_at_its_words() {
    let mut wrong = Vec::new();
    for (code, with, words, without) in CASES {
        let found = reasons(with);
        let words = if words.is_empty() { with } else { words };
        if !found.contains(&format!("{code}: {words}")) {
            wrong.push(format!("{code} ({words}) is missing: {with}\n    {found:?}"));
        }
        let found = reasons(without);
        if found.iter().any(|reason| reason.starts_with(&format!("{code}: "))) {
            wrong.push(format!("{code} is found in: {without}\n    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_reason_of_the_list_has_a_case() {
    for row in worth::reasons() {
        assert!(CASES.iter().any(|(code, ..)| *code == row.code), "no case for {}", row.code);
    }
}

/// A reason that counts more in the first sentence than in the second.
const DEGREES: &[(&str, &str, &str)] = &[
    // A judgement, and a word that only describes.
    ("opinion", "The crossing was terrible.", "The ferry crossed a terrible sea."),
    // What somebody demands, and a rule.
    ("opinion", "We must return the form.", "The form must be returned in May."),
    // What can be looked up, and what somebody feels.
    ("reported", "“They closed the lift twice,” Roe said.", "“I think it is a great lift,” Roe said."),
    // Somebody by name, and anybody.
    ("fact", "The bill says that Vance closed the mill.", "The bill says that somebody closed the mill."),
    // What happened, and what is done as a rule.
    ("fact", "The bells were carried in May.", "The bells are carried in May."),
    ("fact", "The singers rescued a dog.", "The singers visited a dog."),
];

#[test]
fn a_reason_counts_by_how_clear_a_case_it_is() {
    let most = |sentence: &str, code: &str| {
        let reasons = weighed(sentence, "en").proposal.reasons;
        reasons.iter().filter(|reason| reason.code == code).map(|reason| reason.points.abs()).fold(0.0, f64::max)
    };
    let points = |(code, more, less): &(&str, &str, &str)| (most(more, code), most(less, code));
    let wrong: Vec<_> = DEGREES.iter().filter(|case| points(case).0 <= points(case).1).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(DEGREES.iter().all(|case| points(case).1 > 0.0));
}

/// The first of each pair is more worth checking.
const ORDER: &[(&str, &str)] = &[
    ("The repair cost 42 million crowns, the mayor said.", "The repair cost a lot, the mayor said."),
    ("The repair cost a lot, the mayor said.", "I think the repair costs a lot."),
    ("Traffic on the bridge fell by 14 percent last year.", "Traffic on the bridge fell."),
    ("Traffic on the bridge fell.", "Will traffic on the bridge fall?"),
    ("The minister took 3,000 euros from the lobby.", "The minister took a walk in the lobby."),
    ("Roe accused the council of fraud.", "Roe thanked the council."),
    ("She was convicted of theft in 2014.", "She was happy in 2014."),
    ("No bridge in Europe is longer.", "This bridge is lovely."),
    ("He voted against the pension bill.", "He should vote against the pension bill."),
    ("The factory dumped waste into the Elbe for nine years.", "The factory would never do such a thing."),
    ("Three people died when the roof fell in.", "People came when the roof was opened."),
    ("According to the ministry, the vaccine saved 900 lives.", "We will all be grateful for the vaccine."),
    ("The firm paid no tax in 2022.", "The firm will pay its tax."),
    ("Turnout was the lowest since 1990.", "Let me talk about turnout."),
    ("The governor signed the ban on Monday.", "Governor, you look tired."),
];

#[test]
fn what_can_be_looked_up_and_matters_comes_first() {
    for (above, below) in ORDER {
        let (high, low) = (score(above), score(below));
        assert!(high > low, "{high} {above}\n{low} {below}");
    }
}

#[test]
fn plain_facts_are_proposed_and_talk_is_not() {
    for (above, _) in ORDER {
        assert!(score(above) >= propose::THRESHOLD || above.contains("I think"), "{above}");
    }
    for talk in [
        "Thank you all for coming!",
        "Who knows?",
        "Let's talk about that.",
        "I would love to see it.",
        "We hope so.",
        "Photo: Anna Marsh / Harbour News",
        "Sunday, 4 May 2025",
        "Read more",
        "What a beautiful day!",
    ] {
        assert!(score(talk) < propose::THRESHOLD, "{} {talk}", score(talk));
    }
}

#[test]
fn the_points_add_up_to_the_score() {
    let bias = worth::Weights::default().bias();
    for sentence in CASES.iter().flat_map(|case| [case.1, case.3]) {
        let proposal = weighed(sentence, "en").proposal;
        let sum: f64 = bias + proposal.reasons.iter().map(|reason| reason.points).sum::<f64>();
        let score = (10_000.0 / (1.0 + (-sum).exp())).round() / 10_000.0;
        assert!((proposal.score - score).abs() < 1e-9, "{} is not {score}: {sentence}", proposal.score);
        for reason in &proposal.reasons {
            let hundredths = reason.points * 100.0;
            assert!((hundredths - hundredths.round()).abs() < 1e-6, "{} points: {sentence}", reason.points);
        }
    }
}

#[test]
fn neighbours_do_not_change_a_score() {
    let alone = score("The firm paid no tax in 2022.");
    let text = "Who knows? The firm paid no tax in 2022. Thank you all!";
    let among = propose::candidates(&article(text, "en"));
    assert_eq!(among.len(), 3);
    assert!((among[1].proposal.score - alone).abs() < f64::EPSILON);
}

#[test]
fn a_second_figure_counts_less_than_the_first() {
    let points = |sentence: &str| -> Vec<f64> {
        let reasons = weighed(sentence, "en").proposal.reasons;
        reasons.iter().filter(|reason| reason.code == "share").map(|reason| reason.points).collect()
    };
    let shares = points("It was 5% in Oslo, 6% in Bergen, 7% in Bodø and 8% in Moss.");
    assert_eq!(shares.len(), 3, "{shares:?}");
    assert!(shares[0] > shares[1] && shares[1] > shares[2] && shares[2] > 0.0, "{shares:?}");
}

#[test]
fn shapes_count_in_every_language_and_english_words_only_in_english() {
    let german = reasons_in("Der Rat zahlte 2021 rund 4,5 Millionen Euro an Petra Vogel.", "de");
    assert!(german.contains(&"date: 2021".to_owned()), "{german:?}");
    assert!(german.contains(&"name: Petra Vogel".to_owned()), "{german:?}");
    assert!(!german.iter().any(|reason| reason.starts_with("name: Rat")), "{german:?}");
    let french = reasons_in("Le chômage a baissé de 3 % en France.", "fr");
    assert!(french.contains(&"share: 3 %".to_owned()) && french.contains(&"name: France".to_owned()), "{french:?}");
    let japanese = reasons_in("市は2019年に橋へ4200万円を使った。", "ja");
    assert!(japanese.contains(&"date: 2019年".to_owned()), "{japanese:?}");
    // "war" is a verb in German and a matter in English.
    assert!(!reasons_in("Der Preis war hoch und fiel.", "de").iter().any(|reason| reason.starts_with("matter")));
    assert!(weighed("Wer hat das bezahlt?", "de").proposal.score < propose::THRESHOLD);
}

#[test]
fn reasons_read_as_words() {
    let proposal = weighed("The repair cost 42 million crowns, the mayor said.", "en").proposal;
    let says: Vec<&str> = proposal.reasons.iter().map(|reason| &*reason.says).collect();
    assert!(says.contains(&"a sum of money: 42 million crowns"), "{says:?}");
    assert!(says.contains(&"reported speech or view: said"), "{says:?}");
}

/// A headline In Title Case, then paragraphs enough for every core, with furniture among them.
fn long_article() -> Article {
    let headline = "Northern Bridge Repair Cost Forty Million Crowns";
    let paragraph =
        "The repair cost 42 million crowns, the mayor said. Who knows? “Nobody asked us,” Anna Roe told reporters.";
    let (mut text, mut blocks) =
        (headline.to_owned(), vec![Block::new(BlockKind::Headline, Span::new(0, headline.len()))]);
    for n in 0..200 {
        text.push_str("\n\n");
        let kind = if n % 7 == 3 { BlockKind::Furniture } else { BlockKind::Paragraph };
        blocks.push(Block::new(kind, Span::new(text.len(), text.len() + paragraph.len())));
        text.push_str(paragraph);
    }
    let mut article = Article::new(headline, text, blocks).unwrap();
    "en".clone_into(&mut article.language);
    article
}

#[test]
fn a_list_shows_what_is_proposed_and_without_a_threshold_every_sentence() {
    let (article, weights) = (long_article(), propose::Weights::default());
    let all: Vec<_> =
        propose::candidates(&article).into_iter().map(|one| (one.span, one.proposal.score, one.speaker)).collect();
    let listed = |threshold| {
        let listed = propose::listed_by(&article, threshold, &weights);
        listed.into_iter().map(|one| (one.span, one.score, one.speaker)).collect::<Vec<_>>()
    };
    assert_eq!(listed(None), all);
    let claims = propose::claims(&article, 0.5);
    let proposed: Vec<_> = claims.iter().map(|claim| (claim.span, claim.proposal.as_ref().unwrap().score)).collect();
    assert!(proposed.len() > 150 && proposed.len() < all.len(), "{}", proposed.len());
    assert_eq!(listed(Some(0.5)).into_iter().map(|(span, score, _)| (span, score)).collect::<Vec<_>>(), proposed);
}

/// The words that are proposed of a block of that kind.
fn proposed_of(kind: BlockKind, text: &str) -> bool {
    let mut article = Article::new("", text, vec![Block::new(kind, Span::new(0, text.len()))]).unwrap();
    "en".clone_into(&mut article.language);
    !propose::claims(&article, propose::THRESHOLD).iter().collect::<Vec<_>>().is_empty()
}

#[test]
fn a_headline_is_proposed_in_whatever_letters() {
    for headline in [
        "Council approves new quay at a cost of 14 million",
        "Ferry firm to cut 40 jobs in Northport",
        "Flooded cellars, closed roads and a broken dam",
    ] {
        let title: Vec<String> = headline
            .split(' ')
            .map(|word| word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect())
            .collect();
        for words in [headline.to_owned(), title.join(" "), headline.to_uppercase()] {
            assert!(proposed_of(BlockKind::Headline, &words), "{words}");
            assert!(proposed_of(BlockKind::Dek, &words), "{words}");
        }
    }
    assert!(!proposed_of(BlockKind::Headline, "Who pays for the new quay?"), "a question");
    assert!(!proposed_of(BlockKind::Headline, "World"), "the name of a section");
}

#[test]
fn a_caption_is_a_claim_and_its_credit_is_none() {
    assert!(proposed_of(BlockKind::Caption, "The quay in Northport, where 40 ships lay in May 2019."));
    assert!(!proposed_of(BlockKind::Caption, "Photo: Jo Reed."));
}

#[test]
fn what_a_template_left_behind_is_no_claim() {
    let candidates = |text: &str| {
        let block = Block::new(BlockKind::Paragraph, Span::new(0, text.len()));
        propose::candidates(&Article::new("", text, vec![block]).unwrap()).len()
    };
    for tag in [
        "{{ page.title }}",
        "{% include \"Northport 2019\" %}",
        "<?= $minister ?>",
        "[gallery ids=\"3,4\"]",
        "${claims.2019}",
        "[/caption]",
        "{{ never closed",
    ] {
        assert_eq!(candidates(tag), 0, "{tag}");
    }
    for words in
        ["The quay cost {{ cost }} million crowns.", "He said [the quay] cost 4 million.", "{ It cost 4 million. }"]
    {
        assert_eq!(candidates(words), 1, "{words}");
    }
}

#[test]
fn furniture_is_never_weighed() {
    let mut blocks = vec![Block::new(BlockKind::Furniture, Span::new(0, 33))];
    let text = "The firm paid 40 million in 2022.";
    assert!(propose::candidates(&Article::new("", text, blocks.clone()).unwrap()).is_empty());
    blocks[0].kind = BlockKind::Paragraph;
    assert_eq!(propose::candidates(&Article::new("", text, blocks).unwrap()).len(), 1);
}

proptest::proptest! {
    #[test]
    fn any_text_is_weighed(text in "\\PC{0,80}|[a-zA-Z0-9 .,'’“”?%$€–-]{0,120}", language in "en|de|") {
        let article = article(&text, &language);
        for candidate in propose::candidates(&article) {
            let proposal = candidate.proposal;
            proptest::prop_assert!((0.0..=1.0).contains(&proposal.score));
            for reason in proposal.reasons {
                proptest::prop_assert!(candidate.span.covers(reason.span));
                proptest::prop_assert!(text.get(reason.span.start..reason.span.end).is_some_and(|words| !words.is_empty()));
            }
        }
    }
}

#[test]
fn a_row_with_a_figure_is_worth_a_check_and_the_words_over_it_say_nothing() {
    let rows = ["Item | Million crowns", "Cranes | 12", "Quay | Anna Roe"];
    let text = rows.join("\n");
    let mut at = 0;
    let blocks = rows.map(|row| {
        at += row.len() + 1;
        Block::new(BlockKind::Paragraph, Span::new(at - row.len() - 1, at - 1))
    });
    let table = Article::new("", text.as_str(), blocks.to_vec()).unwrap();
    let listed: Vec<&str> = propose::candidates(&table).iter().map(|one| one.span.of(&text)).collect();
    assert_eq!(listed, ["Cranes | 12", "Quay | Anna Roe"]);
    let proposed = propose::claims(&table, propose::THRESHOLD);
    assert_eq!(proposed.iter().map(|claim| claim.span.of(&text)).collect::<Vec<_>>(), ["Cranes | 12"]);
}
