#!/usr/bin/env bash
# Two readers who agree on every claim get no measure of agreement: an error from one library, "not a number" from two.
#
# Seen:    krippendorff 0.8.1 raises ValueError where both readers gave one and the same verdict to every claim; statsmodels 0.14.5 and
#          scikit-learn 1.7.2 give nan for kappa. One claim in twenty on which they differ turns nan into a kappa of about zero,
#          though they agree on 95 percent.
# Guessed: 1, since nobody could agree more; or at least that the three say the same.
# Matters: in a sound draft nearly every claim is verified by both readers. A desk that reports kappa alone tells its editor "nan" or
#          "no better than chance" about its two best readers. Percent has to stand beside it, and "no figure" has to be said in words.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
command -v python3 >/dev/null || exit 3
python3 -m pip install --quiet --disable-pip-version-check --target . krippendorff==0.8.1 statsmodels==0.14.5 scikit-learn==1.7.2 >/dev/null 2>&1 || exit 3
PYTHONPATH=. python3 -W ignore - <<'PY'
import math

import krippendorff
import numpy as np
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import cohens_kappa, to_table

def kappas(one, other):
    table = np.zeros((2, 2))
    for a, b in zip(one, other):
        table[a][b] += 1
    return cohens_kappa(table).kappa, cohen_kappa_score(one, other, labels=[0, 1])

verified = [0] * 20
try:
    krippendorff.alpha(reliability_data=[verified, verified], level_of_measurement="nominal")
    raise SystemExit("krippendorff gives a figure now")
except ValueError as error:
    print("   all alike: krippendorff raises ValueError:", error)
both = kappas(verified, verified)
print("   all alike: kappa by statsmodels, scikit-learn:", *both)
assert all(math.isnan(value) for value in both)

nearly = [0] * 19 + [1]
both = kappas(verified, nearly)
alpha = krippendorff.alpha(reliability_data=[verified, nearly], level_of_measurement="nominal")
print("   19 of 20 alike: kappa", *both, "alpha", round(alpha, 6))
assert all(abs(value) < 0.01 for value in both) and abs(alpha) < 0.01
PY
