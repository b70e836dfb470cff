#!/usr/bin/env bash
# Paragraphs that begin with a year become items 1 and 2 of a list: the years are gone.
#
# Seen:    Python-Markdown 3.11.3. "2019. Turnout was 61 percent." and, below, "2023. Turnout was 54 percent." become one ordered list whose
#          items a browser numbers 1 and 2; neither year is anywhere in the page. "12. März 2020: ..." loses its day. markdown-it-py 4.3.0 keeps the
#          first number as the start of the list, and so shows 2023 as 2020.
# Guessed: a number that counts nothing is a word of its sentence; at the least each line keeps the number that it was written with.
# Matters: chronologies are written that way. The draft that a checker is sent as a page has other years than the writer's file, or none, and
#          the sentences read well without them.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -m venv v || exit 3
v/bin/pip install -q Markdown==3.11.3 markdown-it-py==4.3.0 || exit 3
cat >seen.py <<'PY'
import markdown, markdown_it

years = "2019. Turnout was 61 percent.\n\n2023. Turnout was 54 percent.\n"
day = "12. März 2020: Der Hafen schließt.\n"
one = markdown.markdown(years), markdown.markdown(day)
other = markdown_it.MarkdownIt().render(years)
for page in (*one, other):
    print("   " + " ".join(page.split()))
assert "<ol>" in one[0] and one[0].count("<li>") == 2
assert not any(year in one[0] for year in ("2019", "2023"))
assert "<ol>" in one[1] and "12" not in one[1]
# The second item of a list that starts at 2019 is numbered 2020.
assert '<ol start="2019">' in other and other.count("<li>") == 2 and "2023" not in other
PY
v/bin/python seen.py
