#!/usr/bin/env bash
# The count of a vote, set with a colon in a table, becomes a span of time, and its mean another.
#
# Seen:    csvkit 2.2.0. A column with 29:16 and 31:14 comes out of csvjson and in2csv as "0:29:16" and "0:31:14": minutes and seconds. csvstat
#          gives 0:30:15 as its mean. A column with 2:1 and 3:2 stays as it is written.
# Guessed: what a table says is handed on as it stands where it is no plain number; or both columns are taken alike.
# Matters: votes, results and odds are set that way in half of Europe. The row that a checker looks for, "29:16", is not in the converted
#          evidence any more, and nothing says that it was changed.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -m venv v || exit 3
v/bin/pip install -q csvkit==2.2.0 || exit 3
printf 'year,votes,odds\n2019,29:16,2:1\n2023,31:14,3:2\n' >votes.csv
cat >seen.py <<'PY'
import json, subprocess

def run(*command):
    return subprocess.run(["v/bin/" + command[0], *command[1:]], capture_output=True, text=True, check=True).stdout.strip()

rows = json.loads(run("csvjson", "votes.csv"))
mean = run("csvstat", "--mean", "-c", "votes", "votes.csv")
lines = run("in2csv", "votes.csv").splitlines()[1:]
print("   csvjson", [(row["votes"], row["odds"]) for row in rows])
print("   in2csv ", lines)
print("   csvstat", mean)
assert [row["votes"] for row in rows] == ["0:29:16", "0:31:14"]
assert [row["odds"] for row in rows] == ["2:1", "3:2"]
assert [line.split(",")[1] for line in lines] == ["0:29:16", "0:31:14"]
assert mean == "0:30:15"
PY
v/bin/python seen.py
