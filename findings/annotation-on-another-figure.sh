#!/usr/bin/env bash
# A quote selector (W3C TextQuoteSelector) that no longer matches anchors to another figure, and says nothing.
#
# Seen:    dom-anchor-text-quote 4.0.2 (with jsdom 24.1.3). An annotation on "the repair cost 42 million crowns" anchors to "the repair cost 44
#          million crowns" when the text has changed; one on "the bridge is safe" to "the bridge is unsa", half a word with the opposite
#          sense; one on "Crime fell by 5 percent" to "crime fell by 9 percent" in another sentence. toRange gives a range
#          each time, with no score and no flag; only its text tells.
# Guessed: null, which is what it gives when nothing is near; or a range that says it is a guess.
# Matters: a verdict is an annotation. On a corrected article "disputed: it was 44 million" then stands on the 44 million, and a
#          "verified" for 5 percent on 9. Whoever takes annotations in has to compare the words found with the words quoted.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
command -v npm >/dev/null || exit 3
npm install --silent --no-audit --no-fund --prefix . dom-anchor-text-quote@4.0.2 jsdom@24.1.3 >/dev/null || exit 3
cat >seen.mjs <<'JS'
import assert from 'node:assert';
import { JSDOM } from 'jsdom';
import quote from 'dom-anchor-text-quote';

const anchored = (text, exact, prefix, suffix) => {
  const { body } = new JSDOM('<body><p>' + text + '</p></body>').window.document;
  const range = quote.toRange(body, { exact, prefix, suffix });
  console.log('   "' + exact + '" anchors to ' + (range ? '"' + range + '"' : 'nothing'));
  return range && range.toString();
};
const report = 'The ministry says that the repair cost 44 million crowns, and nobody objected.';
assert.equal(anchored(report, 'the repair cost 42 million crowns', 'ministry says that ', ', and nobody'), 'the repair cost 44 million crowns');
assert.equal(anchored('The mayor did not deny that the bridge is unsafe.', 'the bridge is safe', 'deny that ', '.'), 'the bridge is unsa');
const crime = 'Crime rose by 5 percent. Elsewhere crime fell by 9 percent.';
assert.equal(anchored('Gardens are open until Easter, and entry is free.', 'Crime fell by 5 percent', '', '.'), null);
assert.equal(anchored(crime, 'Crime fell by 5 percent', '', '.'), 'crime fell by 9 percent');
JS
node seen.mjs
