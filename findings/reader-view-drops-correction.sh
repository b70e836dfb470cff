#!/usr/bin/env bash
# The article without its page remains is also the article without its correction notice.
#
# Seen:    @mozilla/readability 0.6.0 (with jsdom 24.1.3). "Correction: an earlier version gave 42." within the article is left out when it stands in
#          an <aside> or a <footer>, or in a <p class="remark"> or <div class="sidebar-note">; in a <div class="correction"> or a plain
#          paragraph it is kept.
# Guessed: what stands inside <article> and is a sentence stays; HTML itself gives <footer> of an article for what is said about it.
# Matters: the notice says which figure was wrong. Without it a checker works on a text that looks as if it had always been so, and
#          an archive of extracted texts loses the one sentence that tells two versions apart. A reader of pages has to look
#          for such notices before it asks an extractor.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
command -v npm >/dev/null || exit 3
npm install --silent --no-audit --no-fund --prefix . @mozilla/readability@0.6.0 jsdom@24.1.3 >/dev/null || exit 3
cat >seen.mjs <<'JS'
import assert from 'node:assert';
import { JSDOM } from 'jsdom';
import { Readability } from '@mozilla/readability';

const notice = 'Correction: an earlier version gave 42.';
const prose = '<p>' + 'The council met on Monday and voted, after a long debate, to repair the bridge, members said. '.repeat(4) + '</p>';
const kept = (before, after) => {
  const page = '<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1>' + prose + before + notice + after + prose + prose + '</article></body></html>';
  const seen = new Readability(new JSDOM(page).window.document).parse().textContent.includes(notice);
  console.log('   ' + (seen ? 'kept     ' : 'left out ') + before + notice + after);
  return seen;
};
const seen = [
  kept('<p>', '</p>'),
  kept('<div class="correction"><p>', '</p></div>'),
  kept('<aside class="correction"><p>', '</p></aside>'),
  kept('<footer><p>', '</p></footer>'),
  kept('<p class="remark">', '</p>'),
  kept('<div class="sidebar-note"><p>', '</p></div>'),
];
assert.deepEqual(seen, [true, true, false, false, false, false]);
JS
node seen.mjs
