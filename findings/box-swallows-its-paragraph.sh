#!/usr/bin/env bash
# A text box in a paragraph makes three of four DOCX readers lose words, or say them twice.
#
# Seen:    A paragraph "Before the box. After the box." to which a text box is anchored that says "The bridge cost 42 million crowns.", in
#          the form that Word writes: the drawing, and beside it the same for older programs (mc:AlternateContent). pandoc 3.9
#          (pypandoc-binary 1.17) gives the box and loses the paragraph round it. python-docx 1.2.0 gives the paragraph and loses the
#          box. docx2txt 0.9 gives the box twice. mammoth 1.13.0 gives each once. None says that words are missing or doubled.
# Guessed: the paragraph and the box, once each; or a warning.
# Matters: boxes hold the key figures of a feature, and the sentence they are anchored to is an ordinary one of the article. A text that is
#          short by a sentence, or says a figure twice, is checked as if it were the draft.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -m venv v || exit 3
v/bin/pip install -q python-docx==1.2.0 docx2txt==0.9 mammoth==1.13.0 pypandoc-binary==1.17 || exit 3
cat >seen.py <<'PY'
import docx, docx2txt, mammoth, pypandoc
from docx.oxml import parse_xml

office = "http://schemas.openxmlformats.org"
spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in {
    "w": f"{office}/wordprocessingml/2006/main",
    "wp": f"{office}/drawingml/2006/wordprocessingDrawing",
    "a": f"{office}/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": f"{office}/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
}.items())
content = "<w:txbxContent><w:p><w:r><w:t>The bridge cost 42 million crowns.</w:t></w:r></w:p></w:txbxContent>"
shape = f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>'
graphic = f'<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">{shape}</a:graphicData></a:graphic>'
drawing = f'<w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="Box"/>{graphic}</wp:inline></w:drawing>'
older = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
box = f'<mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>'
before, after = '<w:r><w:t xml:space="preserve">Before the box. </w:t></w:r>', "<w:r><w:t>After the box.</w:t></w:r>"
document = docx.Document()
document.element.body.insert(0, parse_xml(f"<w:p {spaces}>{before}<w:r>{box}</w:r>{after}</w:p>"))
document.save("draft.docx")

read = {
    "pandoc": pypandoc.convert_file("draft.docx", "plain"),
    "python-docx": "\n".join(paragraph.text for paragraph in docx.Document("draft.docx").paragraphs),
    "docx2txt": docx2txt.process("draft.docx"),
    "mammoth": mammoth.extract_raw_text(open("draft.docx", "rb")).value,
}
seen = {}
for reader, text in read.items():
    seen[reader] = (text.count("Before"), text.count("After"), text.count("42 million"))
    print(f"   {reader:12} {text!r}")
assert pypandoc.get_pandoc_version() == "3.9"
assert seen == {"pandoc": (0, 0, 1), "python-docx": (1, 1, 0), "docx2txt": (1, 1, 2), "mammoth": (1, 1, 1)}, seen
PY
v/bin/python seen.py
