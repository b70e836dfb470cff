#!/usr/bin/env bash
# Clock times of the last century in Oslo, Copenhagen, Stockholm and Amsterdam are reckoned by the clocks of Berlin and Brussels.
#
# Seen:    tzdata 2026.6 (PyPI), which Python's zoneinfo reads where the system has no zones of its own. On 9 April 1940 Europe/Oslo,
#          Europe/Copenhagen and Europe/Stockholm are two hours ahead of UTC: German summer time, which none of the three had that day. On
#          10 May 1940 Europe/Amsterdam is one hour ahead, as Brussels was, where the Dutch were 20 minutes ahead. In July 1960
#          Europe/Oslo is one hour ahead, as Berlin was, though Norway had summer time. tzdata 2022.1 has all five right. Nothing
#          warns, and the zones are still asked for by the names of their own cities.
# Guessed: a zone that bears a city's name tells that city's time, in any year for which it is known; and what was right stays right.
# Matters: "noon in Oslo that day, 11.00 GMT" is right, and is told to be an hour out; the anniversary piece that has 10.00 passes. The same
#          program says another thing after an update, or on a machine with zones of its own.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -c 'import zoneinfo' 2>/dev/null || exit 3
for version in 2022.1 2026.6; do
  python3 -m pip install --quiet --disable-pip-version-check --target "$version" "tzdata==$version" >/dev/null 2>&1 || exit 3
done
cat >seen.py <<'PY'
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

version = sys.argv[1]
# The clock in a city, the minutes that it is ahead of UTC by the older and the newer data, and the city whose clock the newer shows.
seen = [
    ("Europe/Oslo", datetime(1940, 4, 9, 12, 0), 60, 120, "Europe/Berlin"),
    ("Europe/Copenhagen", datetime(1940, 4, 9, 12, 0), 60, 120, "Europe/Berlin"),
    ("Europe/Stockholm", datetime(1940, 4, 9, 12, 0), 60, 120, "Europe/Berlin"),
    ("Europe/Amsterdam", datetime(1940, 5, 10, 12, 0), 20, 60, "Europe/Brussels"),
    ("Europe/Oslo", datetime(1960, 7, 1, 12, 0), 120, 60, "Europe/Berlin"),
    # This both have as it was.
    ("Europe/London", datetime(1940, 4, 9, 12, 0), 60, 60, "Europe/London"),
]
for city, clock, older, newer, other in seen:
    ahead = clock.replace(tzinfo=ZoneInfo(city)).utcoffset()
    print(f"   tzdata {version}: {city:18} {clock:%d %B %Y, %H.%M} is {clock - ahead:%H.%M} UTC")
    assert ahead == timedelta(minutes=older if version == "2022.1" else newer)
    if version == "2026.6":
        assert ahead == clock.replace(tzinfo=ZoneInfo(other)).utcoffset()
PY
for version in 2022.1 2026.6; do
  # An empty path leaves the package as the only source of zones.
  PYTHONTZPATH='' PYTHONPATH=$version python3 seen.py "$version"
done
