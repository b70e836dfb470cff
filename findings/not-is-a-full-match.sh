#!/usr/bin/env bash
# The score that is used to find a claim again rates a statement and its denial as the same.
#
# Seen:    rapidfuzz 3.14.6. token_set_ratio("The bridge is safe", "The bridge is not safe") is 100.0, the same as for equal texts:
#          whenever all words of one text are in the other, whatever else that one says. token_sort_ratio("Brandt sued Lie", "Lie sued Brandt")
#          is 100.0 as well. The plain ratio is 90.0 and 40.0.
# Guessed: below 100, as 100 reads as "the same" and thresholds of 85 to 95 are set on it.
# Matters: matching a claim with earlier checks by these scores offers the verdict on the opposite statement first, and with no sign of doubt.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -m venv v || exit 3
v/bin/pip install -q rapidfuzz==3.14.6 || exit 3
cat >seen.py <<'PY'
from rapidfuzz import fuzz

pairs = [("The bridge is safe", "The bridge is not safe"), ("Brandt sued Lie", "Lie sued Brandt")]
scores = [fuzz.ratio, fuzz.token_sort_ratio, fuzz.token_set_ratio]
seen = [[round(score(*pair), 1) for score in scores] for pair in pairs]
for pair, row in zip(pairs, seen):
    print(f"   {pair[0]!r} and {pair[1]!r}: ratio {row[0]}, token_sort_ratio {row[1]}, token_set_ratio {row[2]}")
assert seen == [[90.0, 90.0, 100.0], [40.0, 100.0, 100.0]]
PY
v/bin/python seen.py
