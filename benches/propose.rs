//! How fast proposals come: `propose::claims` on generated news prose, in bytes a second.
#![expect(clippy::unwrap_used, reason = "a bench, where a panic is the report")]

use divan::Bencher;
use divan::counter::BytesCount;
use factdesk::propose;
use factdesk::review::{Article, Block, BlockKind, Span};

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
fn prose(bytes: usize) -> Article {
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

#[divan::bench(args = [3_000, 100_000, 1_000_000])]
fn claims(bencher: Bencher<'_, '_>, bytes: usize) {
    let article = prose(bytes);
    bencher
        .counter(BytesCount::new(article.text().len()))
        .bench(|| propose::claims(divan::black_box(&article), propose::THRESHOLD));
}

fn main() {
    divan::main();
}
