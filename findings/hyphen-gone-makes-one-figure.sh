#!/usr/bin/env bash
# Two figures with a hyphen between them become one, and a fall becomes a rise, where the hyphen is not to break or ends a line.
#
# Seen:    In Word's hyphen that does not break (w:noBreakHyphen, Ctrl+Shift+Hyphen) docx2txt 0.9 and docx2python 3.7.1 see nothing: "Prices
#          changed by -5 percent in 2019-20." is read as "Prices changed by 5 percent in 201920." python-docx 1.2.0 and mammoth 1.13.0 keep
#          it. pymupdf4llm, part of pymupdf 2.0, drops each hyphen that ends a line of a PDF: "between 10-" and "15 percent" are "between
#          1015 percent", a vote of "52-" and "48" is "5248", and "re-" and "signed" are "resigned". pypdf 7.1.1 keeps them.
# Guessed: the hyphen, as it is printed; and that a hyphen between two digits is no division of a word.
# Matters: scores, votes, seasons and ranges are written so, and a careful writer takes the hyphen that does not break just for a minus
#          before its figure, lest the line end between them. 1015 percent looks like any other figure, and is searched for in vain; a
#          fall by 5 is disputed as a rise, or the rise believed.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -m venv v || exit 3
v/bin/pip install -q python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0 || exit 3
v/bin/pip install -q pymupdf==2.0 pypdf==7.1.1 reportlab==4.4.9 || exit 3
cat >seen.py <<'PY'
import docx, docx2txt, mammoth, pymupdf4llm, pypdf
from docx.oxml import OxmlElement
from docx2python import docx2python
from reportlab.pdfgen import canvas

document = docx.Document()
run = document.add_paragraph().add_run("Prices changed by ")
for words in ["5 percent in 2019", "20."]:
    run._r.append(OxmlElement("w:noBreakHyphen"))
    run.add_text(words)
document.save("draft.docx")
read = {
    "docx2txt": docx2txt.process("draft.docx"),
    "docx2python": docx2python("draft.docx").text,
    "python-docx": docx.Document("draft.docx").paragraphs[0].text,
    "mammoth": mammoth.extract_raw_text(open("draft.docx", "rb")).value.replace("\N{NON-BREAKING HYPHEN}", "-"),
}
gone, kept = "Prices changed by 5 percent in 201920.", "Prices changed by -5 percent in 2019-20."
for (reader, text), wanted in zip(read.items(), [gone, gone, kept, kept]):
    print(f"   {reader:12} {text.strip()!r}")
    assert text.strip() == wanted

lines = ["The council expects between 10-", "15 percent more. It voted by 52-", "48 for it, and the mayor has re-", "signed her contract."]
page = canvas.Canvas("draft.pdf")
for number, line in enumerate(lines):
    page.drawString(72, 800 - 14 * number, line)
page.save()
gone = "The council expects between 1015 percent more. It voted by 5248 for it, and the mayor has resigned her contract."
seen = {
    "pymupdf4llm": (pymupdf4llm.to_markdown("draft.pdf").strip(), gone),
    "pypdf": (pypdf.PdfReader("draft.pdf").pages[0].extract_text().strip(), "\n".join(lines)),
}
for reader, (text, wanted) in seen.items():
    print(f"   {reader:12} {text!r}")
    assert text == wanted
PY
v/bin/python seen.py
