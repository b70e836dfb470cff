#!/usr/bin/env bash
# Nine million pounds are nine pounds, and nine metres beside them.
#
# Seen:    recognizers-text-suite 1.0.2a2, English. In "The pier cost £9m." it finds the sum "£9", value 9, and the length "9m", nine metres.
#          "$40bn" is 40 dollars, "€5m" five euros and five metres. "£9 million" is 9,000,000.
# Guessed: nine million, as every reader of a paper takes it; or nothing, as of a sign that is not known.
# Matters: that is the way in which headlines and tables write money. "£9m" in the article and "£9 million" in the minutes differ by a factor of
#          a million, and "£9m" agrees with a fee of nine pounds.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -m venv v || exit 3
# What it asks of emoji is gone from later versions.
v/bin/pip install -q recognizers-text-suite==1.0.2a2 emoji==1.7.0 || exit 3
cat >seen.py <<'PY'
import warnings

warnings.simplefilter("ignore")
from recognizers_number_with_unit import recognize_currency, recognize_dimension

wanted = {
    "The pier cost £9m.": ([("9", "Pound")], [("9", "Meter")]),
    "The pier cost €5m.": ([("5", "Euro")], [("5", "Meter")]),
    "The pier cost $40bn.": ([("40", "Dollar")], []),
    "The pier cost £9 million.": ([("9000000", "Pound")], []),
}
for sentence, seen in wanted.items():
    found = tuple(
        [(one.resolution["value"], one.resolution["unit"]) for one in recognize(sentence, "en-us")]
        for recognize in (recognize_currency, recognize_dimension)
    )
    print(f"   {sentence:26} money {found[0]}, length {found[1]}")
    assert found == seen, (sentence, found)
PY
v/bin/python seen.py
