//! Formulas in documents: each keeps its meaning in a line, whichever program set it.

use super::docx::{docx, p, r};
use super::named;
use super::office::zipped;

/// What the documents say of a pier, with a power, a mixed number, a root and an index in it.
const WANTED: &str = "It weighs 10⁶ kilos, 2 3/4 as heavy, √16 or a₁ = −5.\n";

/// The formulas of that text in `MathML`, each with what another program calls it.
fn mathml() -> [String; 4] {
    let math = |inside: &str, told: &str| {
        format!(
            "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><mrow>{inside}</mrow><annotation encoding=\"x\">{told}</annotation></semantics></math>"
        )
    };
    [
        math("<msup><mn>10</mn><mn>6</mn></msup>", "10^6"),
        math("<mfrac><mn>3</mn><mn>4</mn></mfrac>", "3 over 4"),
        math("<msqrt><mn>16</mn></msqrt>", "sqrt 16"),
        math("<msub><mi>a</mi><mn>1</mn></msub><mo>=</mo><mo>−</mo><mn>5</mn>", "a_1=-5"),
    ]
}

fn said(formulas: &[String; 4]) -> String {
    let [power, fraction, root, index] = formulas;
    format!("It weighs {power} kilos, 2{fraction} as heavy, {root} or {index}.")
}

#[test]
fn formulas_of_word_keep_their_meaning() {
    let part = |name: &str, inside: &str| format!("<m:{name}>{inside}</m:{name}>");
    let run = |words: &str| format!("<m:r><w:rPr/><m:t>{words}</m:t></m:r>");
    let [e, sup] = ["e", "sup"].map(|name| move |words: &str| part(name, &run(words)));
    let formula = |inside: String| part("oMath", &inside);
    let power = formula(part("sSup", &[part("sSupPr", "<m:ctrlPr/>"), e("10"), sup("6")].concat()));
    let fraction = formula(part("f", &[part("num", &run("3")), part("den", &run("4"))].concat()));
    let hidden = part("radPr", "<m:degHide m:val=\"1\"/>");
    let root = formula(part("rad", &[hidden, "<m:deg/>".to_owned(), e("16")].concat()));
    let index = formula([part("sSub", &[e("a"), part("sub", &run("1"))].concat()), run("=−5")].concat());
    let body = [r("It weighs "), power, r(" kilos, 2"), fraction, r(" as heavy, "), root, r(" or "), index, r(".")];
    assert_eq!(named("a.docx", &docx(&p("", &body.concat()), "", "")).unwrap().article.text(), WANTED);
}

#[test]
fn formulas_of_an_opendocument_text_are_read_from_their_own_parts_and_from_the_text() {
    let frame = |inside: &str| format!("<draw:frame>{inside}</draw:frame>");
    let document = |formulas: &[String; 4]| {
        format!("<office:body><office:text><text:p>{}</text:p></office:text></office:body>", said(formulas))
    };
    let names = ["Object 1", "Object 2", "Object 3", "Object 4"];
    let linked = names.map(|name| frame(&format!("<draw:object xlink:href=\"./{name}\"/>")));
    let content = format!("<office:document-content>{}</office:document-content>", document(&linked));
    let parts = names.map(|name| format!("{name}/content.xml"));
    let formulas = mathml();
    let objects = parts.iter().map(String::as_str).zip(formulas.iter().map(String::as_str));
    let always = [("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", "<m/>")];
    let all: Vec<(&str, &str)> = always.into_iter().chain([("content.xml", content.as_str())]).chain(objects).collect();
    assert_eq!(named("a.odt", &zipped(&all)).unwrap().article.text(), WANTED);
    let inside = formulas.map(|math| frame(&format!("<draw:object>{math}</draw:object>")));
    let flat = format!(
        "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">{}</office:document>",
        document(&inside)
    );
    let taken = named("a.fodt", flat.as_bytes()).unwrap();
    assert_eq!(taken.article.text(), WANTED);
    assert!(taken.article.annotations().is_empty(), "what a program calls a formula is no comment");
}

#[test]
fn formulas_of_a_book_are_read_once() {
    let chapter = format!("<html><body><p>{}</p></body></html>", said(&mathml()));
    let book = zipped(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"p.opf\"/></rootfiles></container>"),
        (
            "p.opf",
            "<package><manifest><item id=\"a\" href=\"a.xhtml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>",
        ),
        ("a.xhtml", &chapter),
    ]);
    assert_eq!(named("a.epub", &book).unwrap().article.text(), WANTED);
}

#[test]
fn formulas_of_a_web_page_keep_their_meaning() {
    let told = "The harbour board told the council on Monday what the pier weighs, and what it will cost to lift it.";
    let page = format!(
        "<html><head><title>The pier is weighed</title></head><body><article><h1>The pier is weighed</h1><p>{told}</p><p>{}</p><p>{told}</p></article></body></html>",
        said(&mathml())
    );
    let text = named("a.html", page.as_bytes()).unwrap().article.text().to_owned();
    assert!(text.contains(WANTED.trim_end()), "{text}");
}
