#!/usr/bin/env bash
# A barrel in a report on oil becomes a quarter smaller, and a comma before the decimals a figure ten times as large.
#
# Seen:    pint 0.25.2. "2,000 barrels" and "2,000 bbl" are 238,481 litres: barrels of 31.5 gallons, which no trade in the news counts by; oil
#          barrels of 42, 317,975 litres, go by "oil_barrel" and "oil_bbl". "1,5 km" is 15 kilometres: commas are taken out, whatever
#          stands behind them.
# Guessed: "bbl" is the oil trade's own sign, and its unit; "1,5 km" is an error, or a kilometre and a half, as half of the world writes it.
# Matters: "2,000 barrels (318,000 litres)" is right, and told to be wrong; "2,000 barrels (238,000 litres)" is wrong, and passes. A sentence
#          out of a French or German source is off by a power of ten with nothing to show for it.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -m venv v || exit 3
v/bin/pip install -q pint==0.25.2 || exit 3
cat >seen.py <<'PY'
from pint import UnitRegistry

quantity = UnitRegistry().Quantity
seen = [
    ("2,000 barrels", "litre", 238_481),
    ("2,000 bbl", "litre", 238_481),
    ("2,000 oil_bbl", "litre", 317_975),
    ("1,5 km", "metre", 15_000),
    # This it reads as anybody would.
    ("1,500 km", "metre", 1_500_000),
]
for text, unit, value in seen:
    is_now = quantity(text).to(unit).magnitude
    print(f"   {text!r:16} {is_now:,.0f} {unit}s")
    assert round(is_now) == value
PY
v/bin/python seen.py
