#!/usr/bin/env bash
# A paragraph of a mail that begins with a negative figure is taken for the signature, and the answer ends before it.
#
# Seen:    email-reply-parser 0.5.12 (PyPI). A source answers "The figures:", then in a paragraph of its own "-5 percent in March" and "+2
#          percent in April", then "That is all we have." parse_reply gives "The figures:". So it does with the points of a list
#          that have no blank behind the hyphen, and with a last paragraph that begins "Sent from my office in May". With a blank behind
#          the hyphen, the sign for minus in its place, or "+5", nothing is lost.
# Guessed: the whole text, as there is no quotation in it and no signature, which begins with two hyphens on a line of their own.
# Matters: sources answer in lists of figures, and write a fall like that. What is lost is the figure that was asked for, and with it the last
#          sentences, where the reservations stand. What is left reads as an answer that was never given.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -m venv v || exit 3
v/bin/pip install -q email-reply-parser==0.5.12 || exit 3
cat >seen.py <<'PY'
from email_reply_parser import EmailReplyParser

figures = "The figures:\n\n-5 percent in March\n+2 percent in April\n\nThat is all we have."
points = "We were asked twice.\n\n-The bridge is not safe.\n-It cost 44 million."
sent = "It cost 42 million.\n\nSent from my office in May, the bill said 44.\nWe did not pay it."
cut = {figures: "The figures:", points: "We were asked twice.", sent: "It cost 42 million."}
whole = [figures.replace("-5", other) for other in ["- 5", "\N{MINUS SIGN}5", "+5"]]
for mail, reply in [*cut.items(), *((mail, mail) for mail in whole)]:
    seen = EmailReplyParser.parse_reply(mail)
    print(f"   {mail!r}\n      {'all of it' if seen == mail else repr(seen)}")
    assert seen == reply
PY
v/bin/python seen.py
