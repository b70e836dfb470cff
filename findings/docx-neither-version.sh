#!/usr/bin/env bash
# python-docx reads a tracked change as neither the old nor the new text.
#
# Seen:    python-docx 1.2.0. A paragraph in which "42" is deleted and "44" inserted with change tracking on: Paragraph.text and the
#          paragraph's runs hold "The repair cost  million crowns.": the deleted figure is gone, and so is the inserted one. docx2txt 0.9
#          and mammoth 1.13.0 read the same file as "The repair cost 44 million crowns."
# Guessed: the text as it stands with all changes accepted, as every word processor prints it; or an error.
# Matters: drafts come with the desk's changes still tracked, mostly in figures and names, which are what is checked. Nothing says
#          that words are missing; the sentence is proposed without its figure, or not at all.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -m venv v || exit 3
v/bin/pip install -q python-docx==1.2.0 docx2txt==0.9 mammoth==1.13.0 || exit 3
cat >seen.py <<'PY'
import docx, docx2txt, mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

def run(kind, words): return f'<w:r><w:{kind} xml:space="preserve">{words}</w:{kind}></w:r>'
def change(kind, run): return f'<w:{kind} w:id="1" w:author="desk" w:date="2026-01-05T09:00:00Z">{run}</w:{kind}>'

words = run("t", "The repair cost ") + change("del", run("delText", "42")) + change("ins", run("t", "44")) + run("t", " million crowns.")
document = docx.Document()
document.element.body.insert(0, parse_xml(f'<w:p {nsdecls("w")}>{words}</w:p>'))
document.save("draft.docx")

paragraph = docx.Document("draft.docx").paragraphs[0]
seen = {
    "python-docx, text": paragraph.text,
    "python-docx, runs": "".join(run.text for run in paragraph.runs),
    "docx2txt": docx2txt.process("draft.docx").strip(),
    "mammoth": mammoth.extract_raw_text(open("draft.docx", "rb")).value.strip(),
}
for reader, text in seen.items():
    print(f"   {reader:18} {text!r}")
gone, new = "The repair cost  million crowns.", "The repair cost 44 million crowns."
assert list(seen.values()) == [gone, gone, new, new]
PY
v/bin/python seen.py
