#!/usr/bin/env bash
# Words in the middle of a sentence are left out for their markup: a denial turns into its opposite, and the sentence still reads well.
#
# Seen:    goose3 3.1.22 reads "She did <u>not</u> sign it" as "She did sign it", and drops what stands in <mark>, <time> or <span
#          class="date"> as well; in <b> it is kept. trafilatura 2.3.1 drops <time>: "It closed on <time>5 March</time> and reopened"
#          is "It closed on and reopened"; and the name in <span class="author">. newspaper4k 0.9.6 keeps the underlined and the
#          marked word, and drops <span class="date">. No two lose the same.
# Guessed: what is in a paragraph of the article stays whole; an extractor chooses among paragraphs, not among the words of one.
# Matters: what a writer underlines is the word the sentence turns on, and dates are marked up on purpose. The claim is then checked in
#          the sense that it does not have, or without its day, and no gap shows where the word stood.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -m venv v || exit 3
# One by one: an older pip stumbles over what they ask of lxml together.
v/bin/pip install -q goose3==3.1.22 || exit 3
v/bin/pip install -q trafilatura==2.3.1 || exit 3
v/bin/pip install -q newspaper4k==0.9.6 || exit 3
cat >seen.py <<'PY'
import re

import goose3, newspaper, trafilatura

prose = "<p>" + "The council met on Monday and voted, after a long debate, to repair the bridge, members said. " * 4 + "</p>"
rest = ", and the council heard of it only in the week after, when members asked for the papers to be laid before them."

def newspaper4k(page):
    article = newspaper.Article("http://news.example/bridge")
    article.download(input_html=page)
    article.parse()
    return article.text

readers = {
    "goose3": lambda page: goose3.Goose().extract(raw_html=page).cleaned_text,
    "trafilatura": trafilatura.extract,
    "newspaper4k": newspaper4k,
}
kept = None
wanted = {
    "She did <u>not</u> sign it": ["She did sign it", kept, kept],
    "It cost <mark>44 million</mark> crowns": ["It cost crowns", kept, kept],
    "It closed on <time>5 March</time> and reopened": ["It closed on and reopened", "It closed on and reopened", kept],
    "It closed on <span class='date'>5 March</span> and reopened": ["It closed on and reopened", kept, "It closed on and reopened"],
    "It was mayor <span class='author'>Brandt</span> who refused": [kept, "It was mayor who refused", kept],
    "She did <b>not</b> sign it": [kept, kept, kept],
}
for sentence, texts in wanted.items():
    print(f"   {sentence}")
    page = f"<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1>{prose}<p>{sentence}{rest}</p>{prose * 2}</article></body></html>"
    whole = re.sub("<[^>]*>", "", sentence)
    for (reader, read), text in zip(readers.items(), texts):
        [line] = [line for line in read(page).splitlines() if line.endswith(rest)]
        seen = " ".join(line.removesuffix(rest).split())
        print(f"      {reader:12} {seen}")
        assert seen == (whole if text is kept else text)
PY
v/bin/python -W ignore seen.py
