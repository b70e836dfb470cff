//! What the benches measure on: generated news prose of any size, with its claims, on a desk.
#![allow(dead_code, unreachable_pub, reason = "every bench uses a part of it")]
#![expect(clippy::unwrap_used, reason = "benches, where a panic is the report")]

use factdesk::app::layout::Size;
use factdesk::app::settings::Settings;
use factdesk::app::{Model, Opened};
use factdesk::propose;
use factdesk::review::{Article, Block, BlockKind, Session, Span, Stamp};

/// The sizes of an article, in bytes, from a note to a book.
pub const SIZES: [usize; 4] = [3_000, 100_000, 1_000_000, 10_000_000];

const TOWNS: [&str; 7] = ["Aska", "Brenn", "Corvo", "Port Dalby", "New Evora", "Fjell", "Gorin"];

const SENTENCES: [&str; 8] = [
    "The council of {} voted on Monday to spend 4.2 million euros on the old harbour wall.",
    "“We were never asked about the route,” said Petra Vance, who runs the only pharmacy in {}.",
    "Rents in {} have risen by 14 percent since 2019, according to a survey by the tenants' union.",
    "The wall is long, grey and, in places, no longer where it was built.",
    "Police arrested two men near {} after a lorry with 900 stolen bicycles was found in a barn.",
    "What happens next is anybody's guess.",
    "Nobody in {} would say who had paid for the minister's flight, his hotel or the three dinners.",
    "It will be finished next year, the mayor hopes, if the weather and the budget allow it.",
];

/// An article of about `bytes` bytes in paragraphs of four sentences.
pub fn prose(bytes: usize) -> Article {
    let mut text = String::with_capacity(bytes + 512);
    let mut blocks = Vec::new();
    let mut n = 0;
    while text.len() < bytes {
        let start = text.len();
        for sentence in 0..4 {
            let town = TOWNS.get(n * 5 % TOWNS.len()).copied().unwrap_or_default();
            let words = SENTENCES.get(n * 3 % SENTENCES.len()).copied().unwrap_or_default();
            if sentence > 0 {
                text.push(' ');
            }
            text.push_str(&words.replace("{}", town));
            n += 1;
        }
        blocks.push(Block::new(BlockKind::Paragraph, Span::new(start, text.len())));
        text.push_str("\n\n");
    }
    let mut article = Article::new("Harbour wall", text, blocks).unwrap();
    "en".clone_into(&mut article.language);
    article
}

/// A session over [`prose`] with the claims proposed for it.
pub fn session(bytes: usize) -> Session {
    let article = prose(bytes);
    let claims = propose::claims(&article, propose::THRESHOLD);
    Session::new("0199f0c2-6f3e-7c11-9b1e-0a5d7e4c2b10", article, claims)
}

/// [`session`] on a desk of 160 by 48 cells.
pub fn model(bytes: usize) -> Model {
    let settings = Settings { reviewer: "anna".into(), ..Settings::default() };
    let mut model = Model::new(Size::new(160, 48), settings);
    lay(&mut model, session(bytes));
    model
}

/// Lays a session on the desk.
pub fn lay(model: &mut Model, session: Session) {
    let name = "wall".to_owned();
    model.lay(Opened { session, name, read_only: None, notices: Vec::new(), drafts: Vec::new(), policy: None });
}

/// The moment at which everything happens.
pub fn now() -> Stamp {
    Stamp::from("2026-11-23T09:41:07Z")
}
