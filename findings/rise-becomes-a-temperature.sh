#!/usr/bin/env bash
# A rise of five degrees is converted to 41 degrees Fahrenheit, as if it were a reading on a thermometer.
#
# Seen:    mathjs 15.1.0. "(20 degC - 15 degC) to degF" is 41 degF, the same as "5 degC to degF". "5 degC + 5 degC" is 10 degC, and in
#          Fahrenheit 50, where the two taken apart and added are 82. No unit is there for a difference of temperatures.
# Guessed: 9 degF for the difference of two readings; or an error, as unit libraries with units of difference give.
# Matters: "warmed by 5 degrees Celsius (41 Fahrenheit)" is among the commonest slips of conversion in print. Reckoned by such a library the slip is
#          confirmed, and the right "(9 Fahrenheit)" contradicted.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
command -v npm >/dev/null || exit 3
npm install --silent --no-audit --no-fund --prefix . mathjs@15.1.0 >/dev/null || exit 3
cat >seen.mjs <<'JS'
import assert from 'node:assert'
import { evaluate } from 'mathjs'

for (const [what, is] of [
  ['5 degC to degF', 41],
  ['(20 degC - 15 degC) to degF', 41],
  ['(5 degC + 5 degC) to degF', 50],
  ['(5 degC to degF) + (5 degC to degF)', 82],
]) {
  const now = evaluate(what).toNumber('degF')
  console.log(`   ${what.padEnd(38)} ${now.toFixed(1)} degF`)
  assert.ok(Math.abs(now - is) < 0.01)
}
JS
node seen.mjs
