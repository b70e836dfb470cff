//! What contradicts itself: told in the margin, on the card and in a list, put away for good and brought back.

use factdesk::app::Action;
use factdesk::app::pointer::{Deed, Pointer};

use crate::support::{TestDesk, desk_of, session_of};

const COUNCIL: &str = "\
Offices listed
The council met on Monday, 13 May 2025. Traffic fell from 50 to 40 cars, a fall of 30 percent.
Nobody was hurt.";

const MET: &str = "The council met on Monday, 13 May 2025.";

fn council() -> TestDesk {
    let claims = [(MET, ""), ("Traffic fell from 50 to 40 cars, a fall of 30 percent.", ""), ("Nobody was hurt.", "")];
    desk_of(session_of(COUNCIL, &claims)).keys("g").advised()
}

#[test]
fn a_claim_that_contradicts_the_calendar_says_so_on_its_card_and_in_the_margin() {
    let desk = council().selected("The council met").sees("error    13 May 2025 was a Tuesday");
    let desk =
        desk.keys("j").sees_no("was a Tuesday").sees("a fall of 20 percent").keys("j").sees_no("a fall of 20 percent");
    let margin = desk.screen().lines().rfind(|line| line.contains("met on Monday")).unwrap_or_default().to_owned();
    let (before, _) = margin.split_once("The council met").unwrap_or_default();
    assert!(before.contains('!'), "{margin}");
}

#[test]
fn the_list_leads_to_each_finding_and_puts_it_away_for_good() {
    let desk = council().keys("G !").sees("Contradictions · 2").sees("13 May 2025 was a Tuesday");
    let desk = desk.keys("j enter").selected("Traffic fell").sees_no("Contradictions");
    let desk = desk.keys("! k x").sees("Contradictions · 1 · 1 put away").owes_save().keys("esc g");
    desk.sees_no("was a Tuesday")
        .resumed()
        .keys("z Z")
        .advised()
        .sees_no("was a Tuesday")
        .keys("! G x")
        .sees("Contradictions · 2")
        .keys("esc g")
        .sees("was a Tuesday");
}

#[test]
fn what_is_wrong_is_told_whole_however_long_it_is() {
    const ROSE: &str = "Turnout rose from 40 percent to 60 percent, an increase of 20 percent.";
    let session = session_of(&format!("Offices listed\n{ROSE}"), &[(ROSE, "")]);
    let desk = desk_of(session).keys("g").advised().sized(80, 24).keys("!").sees("claim 1 · points");
    let said = factdesk::advice::of(desk.asked.last().unwrap()).remove(0).says;
    let screen = desk.screen();
    // The card tells it, too: only the list counts.
    let list = screen.lines().skip_while(|line| !line.contains("Contradictions"));
    let rows = list.take_while(|line| !line.contains('╰')).map(|line| line.trim_matches(['│', ' ']));
    let told = rows.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
    assert!(said.len() > 70 && told.contains(&said), "{said}\n{screen}");
    assert!(told.contains("“40 percent”"), "{screen}");
}

#[test]
fn what_is_wrong_is_told_whole_however_narrow_the_screen_is() {
    const ROSE: &str = "Turnout rose from 40 percent to 60 percent, an increase of 20 percent.";
    let article = format!("Offices listed\n{MET} {ROSE}\nIt fell from 50 to 40 cars, a fall of 30 percent.");
    for (width, height) in [(28, 14), (40, 12), (40, 20), (60, 20), (80, 24), (120, 40), (200, 60)] {
        let desk = desk_of(session_of(&article, &[(MET, ""), (ROSE, "")])).keys("g").advised();
        let said: Vec<String> =
            factdesk::advice::of(desk.asked.last().unwrap()).into_iter().map(|one| one.says).collect();
        assert_eq!(said.len(), 3);
        let mut desk = desk.sized(width, height).keys("!");
        for says in said {
            let screen = desk.screen();
            let list = screen.lines().skip_while(|line| !line.contains("Contradictions"));
            let rows = list.skip(1).take_while(|line| !line.contains('╰'));
            let told =
                rows.flat_map(|line| line.trim_matches(['│', ' ']).split_whitespace()).collect::<Vec<_>>().join(" ");
            assert!(told.contains(&says), "{says} at {width} by {height}\n{screen}");
            desk = desk.keys("j");
        }
    }
}

#[test]
fn a_press_on_a_finding_of_several_rows_selects_it() {
    let mut desk = council().sized(40, 20).keys("!");
    let at = |desk: &TestDesk, words: &str| {
        u16::try_from(desk.screen().lines().position(|row| row.contains(words)).unwrap()).unwrap()
    };
    let y = at(&desk, "a fall of 20");
    let press = Action::Point(Pointer { deed: Deed::Press, x: 6, y });
    desk = desk.action(press).keys("enter");
    desk.selected("Traffic fell");
}

#[test]
fn putting_away_is_taken_back_by_undo_and_told_in_words() {
    let desk = council().keys("! x esc").sees_no("was a Tuesday").keys("z");
    desk.sees("was a Tuesday").keys("Z").sees_no("was a Tuesday");
}

#[test]
fn an_article_is_looked_at_once_and_again_when_a_block_becomes_furniture() {
    let desk = council().keys("j k v u");
    assert_eq!(desk.asked.len(), 1);
    let desk = desk.keys("G F y");
    assert_eq!(desk.asked.len(), 2);
}

#[test]
fn an_article_in_which_all_agrees_says_so() {
    let desk = desk_of(session_of("Offices listed\nNobody was hurt.", &[("Nobody was hurt.", "")])).keys("g").advised();
    desk.keys("!").sees("nothing contradicts itself, as far as the text alone shows");
}

#[test]
fn of_a_language_whose_words_are_not_known_silence_means_less_and_says_so() {
    let mut session = session_of("Rada zaprosiła\nNikt nie został ranny.", &[("Nikt nie został ranny.", "")]);
    session.article.language = "pl".into();
    desk_of(session).keys("g").advised().keys("!").sees("the words of this language are not known");
}

#[test]
fn the_filter_lists_the_claims_that_are_contradicted_and_forgets_what_was_put_away() {
    let desk = council().keys("f !").sees("contradicts").sees("The council met").sees("Traffic fell");
    let desk = desk.keys("G").selected("Traffic fell").keys("g").selected("The council met");
    desk.keys("! x esc f a f !").selected("Traffic fell").keys("k").selected("Traffic fell");
}

#[test]
fn undo_in_the_list_takes_back_what_was_put_away_and_nothing_else() {
    let desk = council().keys("G v ! z").sees("on the desk z takes back claim").sees("✓ 1");
    desk.keys("x").sees("1 put away").keys("z").sees("undone: advice put away").sees_no("1 put away").sees("✓ 1");
}
