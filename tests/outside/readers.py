"""Reads the exports of a session with software that others wrote: `readers.py READER OUT`."""

import csv
import io
import json
import re
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).parent


def sessions(out):
    for folder in sorted(Path(out).iterdir()):
        yield folder, json.loads((folder / "session.json").read_text("utf-8"))


def checkable(session):
    """The claims that are not dismissed, with their numbers."""
    return [(number, claim) for number, claim in enumerate(session["claims"], 1) if not claim["dismissed"]]


def annotations(folder, session):
    import jsonschema

    schema = json.loads((HERE / "annotation.schema.json").read_text("utf-8"))
    found = json.loads((folder / "annotations").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(found)
    text = session["article"]["text"]
    items = found["first"]["items"]
    assert found["total"] == len(items) == len(session["claims"])
    for item, claim in zip(items, session["claims"]):
        quote, place = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"] == claim["anchor"]["exact"]
        before, after = text[: place["start"]], text[place["end"] :]
        assert before.endswith(quote["prefix"]) and after.startswith(quote["suffix"])
    rows = json.loads((folder / "hypothesis").read_text("utf-8"))["annotations"]
    # What the client asks of a file that it imports.
    assert all(row["permissions"]["read"] and isinstance(row["text"], str) and row["uri"] for row in rows)
    units = text.encode("utf-16-le")
    for row, (_, claim) in zip(rows, checkable(session), strict=True):
        place, quote = row["target"][0]["selector"]
        words = units[2 * place["start"] : 2 * place["end"]].decode("utf-16-le")
        assert words == quote["exact"] == claim["anchor"]["exact"]
    return len(items) + len(rows), "annotations"


def lawful(words):
    """What XML can hold of `words`."""
    return "".join(c if c in "\t\n\r" or c >= " " else "\ufffd" for c in words)


def docx(folder, session):
    import docx as python_docx
    from docx2python import docx2python

    document = python_docx.Document(io.BytesIO((folder / "docx").read_bytes()))
    claims = checkable(session)
    comments = {comment.comment_id: comment for comment in document.comments}
    assert sorted(comments) == [number for number, _ in claims]
    for number, claim in claims:
        comment = comments[number]
        first = comment.text.split("\n")[0]
        assert first.startswith(f"{number} ") and first.endswith(claim["verdict"] or "unchecked"), first
        assert lawful(claim["note"]) in comment.text
        assert comment.author == lawful(claim.get("marked_by") or "factdesk")
        before, after = commented(document, number)
        assert before == claim["anchor"]["exact"].replace("\n\n", "\n"), before
        fixes = [fix for fix in claim.get("corrections", []) if fix["status"] != "rejected"]
        if before != after:
            assert after == lawful(fixes[-1]["text"]), after
    with docx2python(io.BytesIO((folder / "docx").read_bytes())) as read:
        seen = read.comments
    assert len(seen) == len(claims)
    for (words, author, _, text), (number, claim) in zip(seen, claims):
        _, after = commented(document, number)
        assert words.replace("\n", "") == after.replace("\n", ""), (words, after)
        assert author == lawful(claim.get("marked_by") or "factdesk") and text.startswith(f"{number} ")
    questions = python_docx.Document(io.BytesIO((folder / "queries-docx").read_bytes()))
    asked = "\n".join(paragraph.text for paragraph in questions.paragraphs)
    for _, claim in claims:
        for query in claim.get("queries", []):
            if query.get("answer") or query.get("status") not in (None, "open"):
                continue
            assert lawful(query["question"]) in asked
    return len(seen), "comments"


def commented(document, number):
    """The words between a comment's ends: as the article has them, and as they read with all changes taken."""
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    before, after, inside = "", "", False
    for element in document.element.body.iter():
        if element.tag in (name + "commentRangeStart", name + "commentRangeEnd"):
            if element.get(name + "id") == str(number):
                inside = element.tag.endswith("Start")
        elif inside and element.tag == name + "p":
            before, after = before + "\n", after + "\n"
        elif inside and element.tag == name + "delText":
            before += element.text
        elif inside and element.tag in (name + "t", name + "br", name + "tab"):
            words = element.text or {"br": "\n", "tab": "\t"}[element.tag.removeprefix(name)]
            after += words
            if not any(parent.tag == name + "ins" for parent in element.iterancestors()):
                before += words
    return before, after


def table(folder, session):
    cells = 0
    for name in ("csv", "sources"):
        raw = (folder / name).read_bytes()
        rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8"), newline=""), strict=True))
        for row in rows:
            assert None not in row and None not in row.values(), "rows of one length"
            for cell in row.values():
                assert not cell.lstrip(" \u00a0\ufeff").startswith(tuple("=+-@|%\t\r\n＝＋－＠")), repr(cell)
                cells += 1
        if name == "csv":
            assert [row["id"] for row in rows] == [claim["id"] for claim in session["claims"]]
            for row, claim in zip(rows, session["claims"]):
                assert row["words"].removeprefix("'") == claim["anchor"]["exact"]
                assert row["note"] in (claim["note"], "'" + claim["note"])
        else:
            shown = [s for claim in session["claims"] for s in claim["sources"] if not s["confidential"]]
            assert len(rows) == len(shown)
    return cells, "cells"


def brat(folder, session):
    from bioc import brat as reader

    with zipfile.ZipFile(folder / "brat") as archive:
        opened = [io.TextIOWrapper(archive.open(name), "utf-8", newline="") for name in ("article.txt", "article.ann")]
        found = reader.load(*opened)
    text = session["article"]["text"]
    assert found.text == text
    claims = checkable(session)
    assert len(found.entities) == len(found.attributes) == len(claims)
    for entity, (number, claim) in zip(found.entities, claims):
        assert entity.id == f"T{number}" and entity.type == "Claim"
        words = "".join(text[span.begin : span.end] for span in sorted(entity.locations, key=lambda span: span.begin))
        assert words == claim["anchor"]["exact"].replace("\n", ""), words
    return len(claims), "entities"


def markdown(folder, session):
    from markdown_it import MarkdownIt

    links = 0
    for name in ("markdown", "queries", "corrections"):
        text = (folder / name).read_text("utf-8")
        for dialect in ("commonmark", "gfm-like"):
            parser = MarkdownIt(dialect, {"html": True, "linkify": False})
            if dialect == "gfm-like":
                parser.disable("linkify")
            for token in walk(parser.parse(text)):
                assert token.type not in ("html_block", "html_inline", "image", "fence", "code_block", "code_inline"), token
                if token.type == "link_open":
                    links += 1
                    href = token.attrs["href"]
                    # Within the page to a claim's part, or to a heading that is there.
                    heading = re.sub(r"^#", "", href).replace("-", " ")
                    inside = href.startswith("#") and re.search(rf"^#+ {re.escape(heading)}$", text, re.M | re.I)
                    assert href.startswith(("https://", "http://", "#claim-")) or inside, token.attrs
    return links, "links, none of them unsafe"


def criticmarkup(folder, session):
    """With every change turned down the draft is the article, with every one taken over it holds each correction's words."""
    import html

    import markdown as python_markdown

    text = (folder / "criticmarkup").read_text("utf-8")

    def read(mode):
        settings = {"pymdownx.critic": {"mode": mode}}
        page = python_markdown.markdown(text, extensions=["pymdownx.critic"], extension_configs=settings)
        return html.unescape(re.sub(r"<[^>]+>", "", page))

    def letters(words):
        # Not white space, what acts on terminals, and the backslashes of CommonMark, which the older Markdown shows in a few places.
        return re.sub(r"[\\\s\u2400-\u2421\ufffd]", "", "".join(c for c in words if c.isprintable()))

    before, after, seen = letters(read("reject")), letters(read("accept")), read("view")
    at = 0
    for start, end in ((b["start"], b["end"]) for b in session["article"]["blocks"]):
        words = letters(session["article"]["text"][start:end])
        at = before.find(words, at)
        assert at >= 0, words
    fixed = 0
    for _, claim in checkable(session):
        standing = [one for one in claim.get("corrections", []) if one["status"] in ("proposed", "accepted")]
        # What goes over paragraphs is told beside the claim only.
        if standing and "\n" not in claim["anchor"]["exact"]:
            assert letters(standing[-1]["text"]) in after, standing[-1]
            fixed += 1
    assert not any(mark in seen for mark in ("{++", "++}", "{--", "--}", "{>>", "<<}")), seen
    return fixed, "corrections taken over and turned down"


def walk(tokens):
    for token in tokens:
        yield token
        yield from walk(token.children or [])


def json_(folder, session):
    found = json.loads((folder / "json").read_text("utf-8"))
    lines = [json.loads(line) for line in (folder / "jsonl").read_text("utf-8").split("\n") if line]
    assert [claim["id"] for claim in found["claims"]] == [claim["id"] for claim in session["claims"]]
    assert [line["note"] for line in lines] == [claim["note"] for claim in session["claims"]]
    secret = [s["title"] for claim in session["claims"] for s in claim["sources"] if s["confidential"]]
    assert found["withheld_sources"] == len(secret)
    for file in folder.iterdir():
        if file.name != "session.json" and not file.name.endswith((".docx", ".png", ".factdesk.json")):
            assert not any(title.encode() in file.read_bytes() for title in secret), file
    return len(lines), "claims"


def office(folder, session):
    # With tracked changes the text holds what goes and what comes; every other claim's words stand in it as they are.
    text = (folder / "docx.txt").read_text("utf-8-sig")
    seen = 0
    for _, claim in checkable(session):
        words = claim["anchor"]["exact"]
        if "corrections" not in claim and "\n" not in words:
            assert words in text, words
            seen += 1
    return seen, "claims found in what LibreOffice reads"


def answered(folder, session):
    """Has python-docx write a comment on the first words of each claim, for the program to take back in."""
    import docx as python_docx

    document = python_docx.Document(io.BytesIO((folder / "docx").read_bytes()))
    claimed = [claim["anchor"]["exact"] for _, claim in checkable(session)]
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if len(run.text) > 20]
    runs = [run for run in runs if any(run.text in words for words in claimed)]
    document.add_comment(runs=[runs[-1]], text="Are you sure & certain?", author="Ida", initials="I")
    document.save(folder / "answered.docx")
    return 1, "comment added"


def workbook(folder, session):
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO((folder / "xlsx").read_bytes()))
    claims, sources = book["Claims"], book["Sources"]
    assert claims.freeze_panes == sources.freeze_panes == "A2"
    head = [cell.value for cell in claims[1]]
    offered = [one.formula1 for one in claims.data_validations.dataValidation]
    assert any("verified" in words for words in offered), offered
    rows = list(claims.iter_rows(min_row=2))
    assert [row[head.index("id")].value for row in rows] == [claim["id"] for claim in session["claims"]]
    for row, claim in zip(rows, session["claims"]):
        assert all(cell.data_type != "f" for cell in row), "no formulas"
        assert (row[head.index("note")].value or "").startswith("'") == claim["note"].startswith("'")
        marked = row[head.index("marked_at")]
        # A stamp that is none stays text, without what a sheet can't hold.
        held = "".join(c for c in str(marked.value or "") if c.isprintable() and c != "\ufffd")
        said = "".join(c for c in claim.get("marked_at") or "" if c.isprintable())
        assert marked.value is None or marked.is_date or held == said or not held.isascii(), (held, said)
    return len(rows), "claims in workbooks"


def references(folder, session):
    import rispy

    works = rispy.loads((folder / "ris").read_bytes().decode("utf-8"))
    items = json.loads((folder / "csl").read_text("utf-8"))
    assert len(works) == len(items)
    for work, item in zip(works, items):
        # RIS has a line a field: what breaks lines or acts on terminals is a blank there.
        told = "".join(c if c.isprintable() else " " for c in item["title"])
        read = work.get("title", work.get("primary_title", ""))
        assert told.split() == "".join(c if c.isprintable() else " " for c in read).split(), (item, work)
    return len(works), "works in RIS and CSL"


READERS = {"workbook": workbook, "references": references, "annotations": annotations, "docx": docx, "table": table, "brat": brat, "markdown": markdown, "criticmarkup": criticmarkup, "json": json_, "office": office, "answered": answered}

if __name__ == "__main__":
    _, reader, out = sys.argv
    total, what = 0, ""
    for folder, session in sessions(out):
        count, what = READERS[reader](folder, session)
        total += count
    assert total > 0, "nothing was read"
    print(f"{total} {what}")
