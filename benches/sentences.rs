//! How fast a text is cut into sentences, side by side with the sentencex crate.

use divan::Bencher;
use divan::counter::BytesCount;
use factdesk::propose;

/// How long the texts are, in bytes.
const SIZE: usize = 5_000_000;

const NEWS: &str = "The council of Port Ellis spent $4.2 million on the bridge, Gov. Dana Reyes told reporters in \
    Washington, D.C. on Nov. 3. “We were told it would cost half of that. Nobody asked twice,” she said. Critics, among \
    them the Harbor Workers Assn. and two U.S. senators, called the sum “absurd.” A spokesman for Mr. Okafor declined to \
    comment on the report at https://example.org/reports/4.2 before the vote. Who will pay for it? No. 12 of the bylaws \
    leaves no doubt: the town does. Work began in Sept. 2021 … and stopped at 9 p.m. on the same day. ";

const GERMAN: &str = "Der Rat von Altenhof gab am 12. Juni rund 4,2 Mio. Euro für die Brücke aus, wie Bürgermeisterin Dr. \
    Anna Seidel z. B. gestern sagte. „Niemand hat gefragt. Das war der Fehler“, fügte sie hinzu. Die Opposition sprach von \
    einem „Skandal“. Bezahlen müssen es die Bürger, d. h. alle. ";

const CHINESE: &str = "市议会为这座桥花费了四百万元。市长说：“没有人问过。这是我们的错。”反对党要求调查！谁来付钱？";

/// A paragraph in `language`.
fn paragraph(language: &str) -> &'static str {
    match language {
        "de" => GERMAN,
        "zh" => CHINESE,
        _ => NEWS,
    }
}

/// `text` again and again, each a paragraph; sentencex reads long texts by paragraphs.
fn article(text: &str) -> String {
    format!("{}\n\n", text.trim()).repeat(SIZE / text.len())
}

fn main() {
    divan::main();
}

#[divan::bench(args = ["en", "de", "zh"])]
fn factdesk(bencher: Bencher, language: &str) {
    let text = article(paragraph(language));
    bencher.counter(BytesCount::of_str(&text)).bench(|| propose::split(&text, language));
}

#[divan::bench(args = ["en", "de", "zh"], sample_count = 10)]
fn sentencex(bencher: Bencher, language: &str) {
    let text = article(paragraph(language));
    bencher.counter(BytesCount::of_str(&text)).bench(|| sentencex::segment(language, &text).len());
}

/// Texts that are not written to be read: each must take a time that grows with its length only.
#[divan::bench(args = ["no stop ", "! ", "...", ". . ", "\"Open. ", "1. a 2) b ", "\n", "A. B. ", "\u{202a}.", "[1].", "(", "。", "Who? so? "], sample_count = 10)]
fn odd(bencher: Bencher, text: &str) {
    let text = text.repeat(SIZE / text.len());
    bencher.counter(BytesCount::of_str(&text)).bench(|| propose::split(&text, "en"));
}
