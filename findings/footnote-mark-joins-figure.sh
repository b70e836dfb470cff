#!/usr/bin/env bash
# A footnote's mark becomes the last digit of the figure that it stands behind.
#
# Seen:    "42" followed by a superscript "1" is read as "421" by python-docx 1.2.0, docx2txt 0.9, docx2python 3.7.1 and mammoth 1.13.0
#          (extract_raw_text), and, from a PDF, by pypdf 7.1.1 and pdfminer.six 20260107. pypdf's layout mode puts the mark on a
#          line before the figure: "1 percent." and then "Turnout rose to 42".
# Guessed: a blank, a bracket or the sign ¹ between them, as the raised smaller type says that it is another thing. In the PDF font size and
#          height are there to tell it by.
# Matters: figures carry footnotes more often than any other words, and the footnote is the source. 421 percent is a plausible figure: it
#          is then compared, disputed or searched for, and never found.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -m venv v || exit 3
v/bin/pip install -q python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0 pypdf==7.1.1 pdfminer.six==20260107 reportlab==4.4.9 || exit 3
cat >seen.py <<'PY'
import docx, docx2txt, mammoth, pypdf
from docx2python import docx2python
from pdfminer.high_level import extract_text
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

document = docx.Document()
paragraph = document.add_paragraph("Turnout rose to 42")
paragraph.add_run("1").font.superscript = True
paragraph.add_run(" percent.")
document.save("draft.docx")
words = Paragraph("Turnout rose to 42<super>1</super> percent.", getSampleStyleSheet()["Normal"])
SimpleDocTemplate("draft.pdf").build([words])

page = pypdf.PdfReader("draft.pdf").pages[0]
seen = {
    "python-docx": docx.Document("draft.docx").paragraphs[0].text,
    "docx2txt": docx2txt.process("draft.docx"),
    "docx2python": docx2python("draft.docx").text,
    "mammoth": mammoth.extract_raw_text(open("draft.docx", "rb")).value,
    "pypdf": page.extract_text(),
    "pdfminer.six": extract_text("draft.pdf"),
}
for reader, text in seen.items():
    print(f"   {reader:14} {text.strip()!r}")
assert all(text.strip() == "Turnout rose to 421 percent." for text in seen.values())
layout = page.extract_text(extraction_mode="layout")
print(f"   {'pypdf, layout':14} {layout.strip()!r}")
lines = [line.strip() for line in layout.strip().splitlines()]
assert lines == ["1 percent.", "Turnout rose to 42"]
PY
v/bin/python seen.py
