#!/usr/bin/env bash
# In a table with heads over two rows the columns stand under other heads than in the page.
#
# Seen:    inscriptis 2.7.6. A head "Year" over two rows, "Votes" over "For" and "Against": in the text "For" stands over the years and "Against"
#          over the votes for, and over the votes against there is nothing. pandas 3.1.1 reads the same table with every head over its column.
# Guessed: a reader that lays tables out in columns lets a cell that goes over two rows keep its place in both.
# Matters: 29 to 16 for the plan is read as 29 against it, by a checker's eye and by what looks rows up by their heads.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -m venv v || exit 3
v/bin/pip install -q inscriptis==2.7.6 pandas==3.1.1 lxml==6.1.3 || exit 3
cat >seen.py <<'PY'
import io

import inscriptis, pandas

table = (
    "<table><tr><th rowspan=2>Year</th><th colspan=2>Votes</th></tr><tr><th>For</th><th>Against</th></tr>"
    "<tr><td>2019</td><td>29</td><td>16</td></tr><tr><td>2023</td><td>21</td><td>24</td></tr></table>"
)
lines = inscriptis.get_text(table).rstrip().splitlines()
for line in lines:
    print("   " + line.rstrip())
heads, row = next(line for line in lines if "Against" in line), next(line for line in lines if "2019" in line)
assert heads.index("For") == row.index("2019")
assert heads.index("Against") == row.index("29")
frame = pandas.read_html(io.StringIO(table))[0]
print("   pandas", list(frame.columns), frame.iloc[0].tolist())
assert frame[("Votes", "For")].tolist() == [29, 21] and frame[("Votes", "Against")].tolist() == [16, 24]
PY
v/bin/python seen.py
