//! A desk for tests: an article with its claims, keys as a reviewer types them, and what the screen then says.
#![allow(dead_code, unreachable_pub, missing_docs, reason = "every test file uses a part of it")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::wrong_self_convention,
    clippy::format_push_string,
    clippy::wildcard_enum_match_arm,
    reason = "helpers of tests, where a panic is the report"
)]

pub mod picture;
pub mod pty;

use factdesk::app::layout::Size;
use factdesk::app::settings::Settings;
use factdesk::app::{Action, Effect, Mode, Model, Opened, Outcome, Saving, update};
use factdesk::review::{
    Article, Block, BlockKind, Claim, ClaimId, Claims, Origin, Proposal, Reason, Session, Span, Speaker, Stamp,
    Verdict, Whys,
};
use factdesk::view::{self, grid::Grid};
use ratatui::style::{Color, Modifier};

/// The article most tests lay on the desk: a line a block, `~` before furniture, `#` before a heading.
pub const BRIDGE: &str = "\
Bridge repair runs over budget
The repair cost 42 million crowns, the mayor said on Monday. No other bridge in the region has cost more, according to a report that the ministry published last year.
~Advertisement
\"We were never asked,\" Anna Roe told reporters. Traffic on the bridge fell by 14 percent in March.
#What the council knew
The council voted on 3 March and nobody objected. Steel prices rose by a fifth within a year, the builder says.
It was a beautiful morning.
~Read more about bridges";

/// The words that are claims in [`BRIDGE`], with who says them.
pub const CLAIMS: [(&str, &str); 6] = [
    ("The repair cost 42 million crowns, the mayor said on Monday.", "the mayor"),
    (
        "No other bridge in the region has cost more, according to a report that the ministry published last year.",
        "a report",
    ),
    ("\"We were never asked,\" Anna Roe told reporters.", "Anna Roe"),
    ("Traffic on the bridge fell by 14 percent in March.", ""),
    ("The council voted on 3 March and nobody objected.", ""),
    ("Steel prices rose by a fifth within a year, the builder says.", "the builder"),
];

/// An article of lines, `~` before furniture and `#` before a heading; the first is the headline.
pub fn article(lines: &str) -> Article {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for line in lines.lines() {
        let (kind, words) = match line.split_at_checked(1) {
            Some(("~", rest)) => (BlockKind::Furniture, rest),
            Some(("#", rest)) => (BlockKind::Heading, rest),
            _ if blocks.is_empty() => (BlockKind::Headline, line),
            _ => (BlockKind::Paragraph, line),
        };
        if !text.is_empty() {
            text.push('\n');
        }
        let start = text.len();
        text.push_str(words);
        blocks.push(Block::new(kind, Span::new(start, text.len())));
        text.push('\n');
    }
    let title = blocks.first().map(|block| block.span.of(&text).to_owned()).unwrap_or_default();
    let mut article = Article::new(title, text, blocks).unwrap();
    "en".clone_into(&mut article.language);
    article
}

/// A claim over `words` of `article`, with the id `k` and its number.
pub fn claim(article: &Article, number: usize, words: &str, speaker: &str) -> Claim {
    let start = article.text().find(words).unwrap_or_else(|| panic!("{words:?} is not in the article"));
    let span = Span::new(start, start + words.len());
    let mut claim = Claim::new(ClaimId::from(format!("k{number}").as_str()), span, Origin::Proposed);
    claim.speaker = (!speaker.is_empty()).then(|| Box::new(Speaker::new(speaker)));
    let reason = Reason { why: Whys::default().of("quantity", "a quantity", 1.4), span };
    claim.proposal =
        Some(Box::new(Proposal { score: 0.71, reasons: vec![reason], extra: factdesk::review::Extra::default() }));
    claim
}

/// A session over `lines` with these claims.
pub fn session_of(lines: &str, claims: &[(&str, &str)]) -> Session {
    let article = article(lines);
    let claims: Claims =
        claims.iter().enumerate().map(|(index, (words, speaker))| claim(&article, index + 1, words, speaker)).collect();
    Session::new("0199f0c2-6f3e-7c11-9b1e-0a5d7e4c2b10", article, claims)
}

/// `by` gives claim `index` a verdict in `session`, at `at`.
pub fn mark(session: &mut Session, index: usize, verdict: Verdict, by: &str, at: &str) {
    let claim = session.claims().get(index).cloned().unwrap();
    let (by, at) = (by.into(), at.into());
    session.commit_all(factdesk::review::marking(&claim, Some(verdict), &by, &at), &by, &at).unwrap();
}

/// Brings `lines` into `session` as its next draft.
pub fn redraft(session: &mut Session, lines: &str) {
    redraft_to(session, article(lines));
}

/// Brings `article` into `session` as its next draft.
pub fn redraft_to(session: &mut Session, article: Article) {
    let settings = Settings::default();
    let weighed = (settings.threshold, &*settings.weights);
    let plan = factdesk::propose::next_draft::plan(session, article, false, weighed).unwrap();
    session.commit(plan.edit, &"rita".into(), &"2026-11-23T09:30:00Z".into()).unwrap();
}

/// A desk under test: the model, and what it owes the disk.
pub struct TestDesk {
    pub model: Model,
    pub owed: Vec<Effect>,
    /// The articles that the shell was asked about: what contradicts itself there.
    pub asked: Vec<Article>,
    pub now: Stamp,
    /// Keys pressed so far, beside what was typed.
    pub pressed: usize,
}

/// The bridge on a desk of 100 by 30 cells.
pub fn desk() -> TestDesk {
    desk_of(session_of(BRIDGE, &CLAIMS))
}

/// A session on a desk of 100 by 30 cells, marked by `anna` at a fixed time.
pub fn desk_of(session: Session) -> TestDesk {
    let settings = Settings { reviewer: "anna".into(), ..Settings::default() };
    let mut model = Model::new(Size::new(100, 30), settings);
    model.lay(Opened {
        session,
        name: "bridge".to_owned(),
        read_only: None,
        notices: Vec::new(),
        drafts: Vec::new(),
        policy: None,
    });
    TestDesk { model, owed: Vec::new(), asked: Vec::new(), now: Stamp::from("2026-11-23T09:41:07Z"), pressed: 0 }
}

impl TestDesk {
    /// Types keys, parted by blanks, named as in the key table.
    pub fn keys(mut self, keys: &str) -> Self {
        for name in keys.split_whitespace() {
            let key = name.parse().unwrap_or_else(|error| panic!("{error}"));
            let action = self.model.keymap.pressed(self.model.scope(), key);
            self = self.action(action);
            self.pressed += 1;
        }
        self
    }

    /// Types text, character by character.
    pub fn types(mut self, text: &str) -> Self {
        for c in text.chars() {
            let key = factdesk::app::key::Key::plain(factdesk::app::key::Code::Char(c));
            if let Some(action) = self.model.keymap.action(self.model.scope(), key) {
                self = self.action(action);
            }
        }
        self
    }

    /// So many keys were pressed since the last count, beside what was typed.
    #[track_caller]
    pub fn pressed(mut self, most: usize) -> Self {
        assert_eq!(self.pressed, most, "keys pressed");
        self.pressed = 0;
        self
    }

    /// Counts keys from here on.
    pub const fn counting(mut self) -> Self {
        self.pressed = 0;
        self
    }

    /// Does an action of the shell's.
    pub fn action(mut self, action: Action) -> Self {
        let effects = update(&mut self.model, action, &self.now);
        for effect in effects {
            match effect {
                Effect::Advise(article) => self.asked.push(*article),
                other => self.owed.push(other),
            }
        }
        self
    }

    /// The screen has another size now.
    pub fn sized(self, width: u16, height: u16) -> Self {
        self.action(Action::Resize(Size::new(width, height)))
    }

    /// The disk says that everything owed is saved.
    pub fn saved(mut self) -> Self {
        let generation = self.model.desk().map_or(0, |desk| desk.generation);
        self.owed.clear();
        self.action(Action::Came(Outcome::Saved(generation)))
    }

    /// The shell has looked for what contradicts itself in the article that it was asked about last.
    pub fn advised(self) -> Self {
        let article = self.asked.last().cloned().expect("nobody asked for advice");
        let all = factdesk::advice::of(&article).into();
        self.action(Action::Came(Outcome::Advised(Box::new(article), all)))
    }

    /// The session leaves the desk, and comes back as the file would bring it.
    pub fn resumed(self) -> Self {
        let session = self.session().clone();
        let bytes = factdesk::store::format::print(&session);
        let read = factdesk::store::format::parse(&bytes).unwrap();
        assert_eq!(read.session, session, "what is read is what was written");
        desk_of(read.session)
    }

    /// The claim at `index`, from 0 in article order.
    pub fn claim(&self, index: usize) -> Claim {
        self.session().claims().get(index).cloned().unwrap()
    }

    /// Somebody else has changed the session meanwhile, and it comes in.
    pub fn meanwhile(self, change: impl FnOnce(&mut Session)) -> Self {
        let mut session = self.session().clone();
        change(&mut session);
        let generation = self.model.desk().map_or(0, |desk| desk.generation);
        let notice = "rita has written too".to_owned();
        self.action(Action::Came(Outcome::Merged { session: Box::new(session), generation, line: 1, notice }))
    }

    pub fn session(&self) -> &Session {
        &self.model.desk().unwrap_or_else(|| panic!("no session is on the desk")).session
    }

    /// The screen holds these words.
    #[track_caller]
    pub fn sees(self, words: &str) -> Self {
        let screen = self.screen();
        assert!(screen.contains(words), "{words:?} is not on the screen:\n{screen}");
        self
    }

    /// The screen does not hold these words.
    #[track_caller]
    pub fn sees_no(self, words: &str) -> Self {
        let screen = self.screen();
        assert!(!screen.contains(words), "{words:?} is on the screen:\n{screen}");
        self
    }

    /// The selected claim's words.
    #[track_caller]
    pub fn selected(self, words: &str) -> Self {
        let desk = self.model.desk().unwrap_or_else(|| panic!("no desk"));
        let here = desk.span().map(|span| desk.session.article.words(span).to_owned()).unwrap_or_default();
        assert!(here.contains(words), "{here:?} is selected, not {words:?}");
        self
    }

    /// The last thing the model asks for is a save.
    #[track_caller]
    pub fn owes_save(self) -> Self {
        assert!(matches!(self.owed.last(), Some(Effect::Save(_))), "owed: {:?}", self.owed);
        assert_eq!(self.model.desk().map(|desk| &desk.saving), Some(&Saving::Under));
        self
    }

    #[track_caller]
    pub fn owes(self, effect: &Effect) -> Self {
        assert!(self.owed.contains(effect), "{effect:?} is not owed: {:?}", self.owed);
        self
    }

    #[track_caller]
    pub fn is_home(self) -> Self {
        assert!(matches!(self.model.mode, Mode::Home(_)));
        self
    }

    /// The drawn screen.
    pub fn grid(&self) -> Grid {
        let mut grid = Grid::new(self.model.size);
        view::draw(&self.model, &mut grid);
        grid
    }

    /// The drawn screen as text.
    pub fn screen(&self) -> String {
        rows(&self.grid()).join("\n")
    }

    /// The drawn screen as text, and below it the runs of style of every row.
    pub fn styled(&self) -> String {
        let grid = self.grid();
        let mut out = rows(&grid).join("\n");
        out.push_str("\n---\n");
        for y in 0..grid.size().height {
            let runs = runs(&grid, y);
            if !runs.is_empty() {
                out.push_str(&format!("{y:>2}: {}\n", runs.join(", ")));
            }
        }
        out
    }
}

/// The rows of a grid as text, a wide character in its two columns as one.
pub fn rows(grid: &Grid) -> Vec<String> {
    let row = |y| {
        let mut text = String::new();
        let mut skip = 0;
        for cell in grid.row(y) {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            skip = cell.columns() - 1;
            text.push_str(&grid.symbol(*cell).to_string());
        }
        text.trim_end().to_owned()
    };
    (0..grid.size().height).map(row).collect()
}

fn runs(grid: &Grid, y: u16) -> Vec<String> {
    let mut out: Vec<(u16, u16, String)> = Vec::new();
    for (x, cell) in (0..).zip(grid.row(y)) {
        let paint = grid.paint(*cell);
        let mut style = Vec::new();
        for (name, colour) in [("", paint.text), ("on ", paint.ground), ("under ", paint.line)] {
            match colour {
                Color::Reset => {}
                Color::Indexed(n) => style.push(format!("{name}{n}")),
                other => style.push(format!("{name}{other:?}").to_lowercase()),
            }
        }
        if paint.modifiers != Modifier::empty() {
            style.push(format!("{:?}", paint.modifiers).to_lowercase());
        }
        let style = style.join(" ");
        match out.last_mut() {
            Some((_, end, last)) if *last == style && *end == x => *end = x + 1,
            _ => out.push((x, x + 1, style)),
        }
    }
    out.into_iter()
        .filter(|(.., style)| !style.is_empty())
        .map(|(from, to, style)| format!("{from}..{to} {style}"))
        .collect()
}
