"""Has potato-annotation's own importers take the W3C collection and the brat files in: `potato_reader.py OUT`."""

import json
import sys
import tempfile
import zipfile
from pathlib import Path

from potato.importers.projects import IMPORTERS
from potato.importers.text.brat_importer import BratImporter


def spans(answers):
    """Every span among the answers that an item begins with."""
    for answer in answers.values():
        if isinstance(answer, list):
            yield from (one for one in answer if isinstance(one, dict) and "start" in one)


def bare(words):
    """Letters and figures alone: it takes blanks, controls and addresses of scripts out of a text before it places anything."""
    return "".join(c for c in words.replace("javascript:", "") if c.isalnum())


def annotations(folder, session):
    text = session["article"]["text"]
    with tempfile.TemporaryDirectory() as scratch:
        found = json.loads((folder / "annotations").read_text("utf-8"))
        # It takes what stands behind # for a part of the text.
        source = found["first"]["items"][0]["target"]["source"].split("#")[0]
        texts = Path(scratch) / "texts.json"
        texts.write_text(json.dumps([{"source": source, "text": text}]), "utf-8")
        file = Path(scratch) / "annotations.jsonld"
        file.write_bytes((folder / "annotations").read_bytes())
        result = IMPORTERS["web_annotation"].parse_path(file, {"texts": str(texts)})
    item, = result.items
    shown = next(value for value in item.fields.values() if isinstance(value, str) and len(value) > len(text) // 2)
    seen = [(bare(shown[one["start"] : one["end"]]), one["label"]) for one in spans(item.predictions)]
    wanted = []
    for claim in session["claims"]:
        verdict = "dismissed" if claim["dismissed"] else claim["verdict"] or "unchecked"
        wanted.append((bare(claim["anchor"]["exact"]), verdict))
    missing = [one for one in wanted if one not in seen]
    assert not missing, (missing, seen, result.warnings)
    return len(wanted)


def brat(folder, session):
    with tempfile.TemporaryDirectory() as scratch:
        with zipfile.ZipFile(folder / "brat") as archive:
            archive.extractall(scratch)
        result = BratImporter().parse_path(Path(scratch))
    document, = result.documents
    claims = [claim for claim in session["claims"] if not claim["dismissed"]]
    assert len(document.spans) == len(claims), (len(document.spans), result.warnings)
    for span, claim in zip(document.spans, claims):
        assert span.start == claim["anchor"]["start"], (span, claim["anchor"])
    return len(claims)


total = 0
for folder in sorted(Path(sys.argv[1]).iterdir()):
    session = json.loads((folder / "session.json").read_text("utf-8"))
    total += annotations(folder, session) + brat(folder, session)
assert total > 0, "nothing was read"
print(f"{total} annotations read by potato-annotation")
