"""Holds `factdesk compare` against two other programs' figures: `agreement.py PROGRAM SCRATCH [TABLES]`."""

import json
import math
import random
import subprocess
import sys
from pathlib import Path

import krippendorff
import numpy
from statsmodels.stats.inter_rater import cohens_kappa

VERDICTS = ["verified", "disputed", "unknown", "half true"]
NEAR = 1e-9


def table(chance):
    """Readings of 2 to 5 readers on 1 to 60 claims, some missing; readers lean towards one verdict, and towards each other."""
    readers, units = chance.randint(2, 5), chance.randint(1, 60)
    known = VERDICTS[: chance.randint(1, 4)]
    missing, agreeing = chance.choice([0, 0.1, 0.5]), chance.random()
    rows = []
    for _ in range(units):
        common = chance.choice(known)
        given = [common if chance.random() < agreeing else chance.choice(known) for _ in range(readers)]
        rows.append([None if chance.random() < missing else verdict for verdict in given])
    return rows


def session(rows):
    line = "Sentence {} of the article stands here."
    lines = [line.format(n) for n in range(len(rows))]
    text = "\n\n".join(lines) + "\n"
    claims, blocks, at = [], [], 0
    for n, (words, row) in enumerate(zip(lines, rows)):
        anchor = {"start": at, "end": at + len(words), "exact": words, "prefix": "", "suffix": ""}
        blocks.append({"kind": "paragraph", "start": at, "end": at + len(words)})
        at += len(words) + 2
        readings = [
            {"by": f"reader{m}", "verdict": verdict, "at": f"2026-11-28T10:{m:02}:00Z"}
            for m, verdict in enumerate(row)
            if verdict
        ]
        same = {reading["verdict"] for reading in readings}
        claim = {"id": f"k{n}", "number": str(n + 1), "anchor": anchor, "origin": "added", "dismissed": False}
        claim["verdict"] = same.pop() if len(same) == 1 else None
        if claim["verdict"]:
            claim |= {"marked_by": readings[0]["by"], "marked_at": readings[0]["at"]}
        if len(readings) > 1:
            claim["readings"] = readings
        claims.append(claim | {"note": "", "sources": [], "tags": []})
    article = {"title": "Figures", "source": "", "imported_at": "2026-11-28T10:00:00Z", "language": "en"}
    return {
        "format": "factdesk-session",
        "version": 2,
        "id": "0199f0c2-6f3e-7c11-9b1e-0a5d7e4c2b10",
        "article": article | {"text": text, "blocks": blocks},
        "claims": claims,
        "history": [],
        "place": {},
    }


def near(ours, theirs, what):
    theirs = None if theirs is None or math.isnan(theirs) else float(theirs)
    assert (ours is None) == (theirs is None), f"{what}: {ours} and {theirs}"
    assert ours is None or abs(ours - theirs) <= NEAR, f"{what}: {ours} and {theirs}"


def alpha(rows, names):
    ratings = [[VERDICTS.index(row[n]) if row[n] else math.nan for row in rows] for n in names]
    try:
        return krippendorff.alpha(reliability_data=ratings, level_of_measurement="nominal")
    except ValueError:  # one verdict only, or nothing that two have read
        return None


def kappa(rows, one, other):
    counts = numpy.zeros((len(VERDICTS), len(VERDICTS)))
    for row in rows:
        if row[one] and row[other]:
            counts[VERDICTS.index(row[one])][VERDICTS.index(row[other])] += 1
    if counts.sum() == 0:
        return None, None
    with numpy.errstate(all="ignore"):
        return cohens_kappa(counts, return_results=False), 100 * counts.trace() / counts.sum()


def main():
    program, scratch, tables = sys.argv[1], Path(sys.argv[2]), int((sys.argv[3:] or [200])[0])
    scratch.mkdir(parents=True, exist_ok=True)
    chance, figures = random.Random(20261128), 0
    for turn in range(tables):
        rows = table(chance)
        path = scratch / "figures.factdesk.json"
        path.write_text(json.dumps(session(rows)), "utf-8")
        asked = [program, "--sessions", str(scratch), "compare", str(path), "--json"]
        found = json.loads(subprocess.run(asked, check=True, capture_output=True).stdout)
        names = [reader["name"] for reader in found["readers"]]
        places = [int(name.removeprefix("reader")) for name in names]
        # Alpha is of units that two have read; a unit that one has read alone says nothing.
        both = [row for row in rows if sum(verdict is not None for verdict in row) > 1]
        near(found["alpha"], alpha(both, places) if both else None, f"table {turn}: alpha")
        for pair in found["pairs"]:
            one, other = (int(name.removeprefix("reader")) for name in pair["readers"])
            theirs, percent = kappa(rows, one, other)
            near(pair["kappa"], theirs, f"table {turn}: kappa")
            near(pair["percent"], percent, f"table {turn}: percent")
            figures += 2
        figures += 1
    print(f"{figures} figures of {tables} tables")


if __name__ == "__main__":
    main()
