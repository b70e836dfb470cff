#!/usr/bin/env bash
# A search for dates in running text loses a date beside a figure, cuts one in two, and finds one in a plain figure.
#
# Seen:    dateparser 1.5.0, search_dates in English, counted from 29 November 2026. "On 5 March 1,200 people voted." has no date. "The second
#          of March 2024" has two: March of this year, and November 2024. "It rose 12 percent to 310 in a month." has one: "310 in a month", next month.
#          "On 5 March 2024 the people voted." is read rightly.
# Guessed: 5 March; 2 March 2024; none.
# Matters: the dates of an article are held against each other and against the sources. A date that is lost is not compared, a date of another
#          year contradicts what is right, and a figure that is taken for a date is gone from the figures.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -m venv v || exit 3
v/bin/pip install -q dateparser==1.5.0 || exit 3
cat >seen.py <<'PY'
import warnings
from datetime import datetime

warnings.simplefilter("ignore")
from dateparser.search import search_dates

today = datetime(2026, 11, 29)
wanted = {
    "On 5 March 1,200 people voted.": [],
    "The second of March 2024": [("March", (2026, 3)), ("2024", (2024, 11))],
    "It rose 12 percent to 310 in a month.": [("310 in a month", (2026, 12))],
    "On 5 March 2024 the people voted.": [("On 5 March 2024 the", (2024, 3))],
}
for text, dates in wanted.items():
    found = search_dates(text, languages=["en"], settings={"RELATIVE_BASE": today}) or []
    seen = [(words, (date.year, date.month)) for words, date in found]
    print(f"   {text:40} {seen}")
    assert seen == dates, (text, seen)
PY
v/bin/python seen.py
