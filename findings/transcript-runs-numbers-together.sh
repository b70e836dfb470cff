#!/usr/bin/env bash
# Text made alike before a transcript is compared gets figures that nobody said: numbers run together across commas and full stops.
#
# Seen:    whisper_normalizer 0.1.15, EnglishTextNormalizer, which is Whisper's own. "He was born in 1950, one of three." becomes "he was born in
#          1951 of 3", "It closed in 2019. Five bridges stayed." "it closed in 20195 bridges stayed", and "Of five, two were safe." "of 52
#          were safe". "-5 percent" and "5 percent" both become "5%", "minus five percent" "-5%". "The bridge (not safe, she said) was opened."
#          becomes "the bridge was opened". Written in digits, "Of 5, 2 were safe." keeps its two figures.
# Guessed: spelling, case and punctuation are levelled, and a number stays that number; a comma or a full stop ends it.
# Matters: a printed quotation is compared with the tape's transcript through just this. "Minus five percent" on the tape disagrees with a
#          printed "-5 percent", and "5 percent" agrees with it. What is reported as different, or the same, are figures of neither text.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -m venv v || exit 3
v/bin/pip install -q whisper_normalizer==0.1.15 || exit 3
cat >seen.py <<'PY'
from whisper_normalizer.english import EnglishTextNormalizer

normalized = EnglishTextNormalizer()
wanted = {
    "He was born in 1950, one of three.": "he was born in 1951 of 3",
    "It closed in 2019. Five bridges stayed.": "it closed in 20195 bridges stayed",
    "Of five, two were safe.": "of 52 were safe",
    "Prices changed by -5 percent.": "prices changed by 5%",
    "Prices changed by 5 percent.": "prices changed by 5%",
    "Prices changed by minus five percent.": "prices changed by -5%",
    "The bridge (not safe, she said) was opened.": "the bridge was opened",
    # These it reads as anybody would.
    "Of 5, 2 were safe.": "of 5 2 were safe",
    "It cost two and a half million.": "it cost 2500000",
}
for text, levelled in wanted.items():
    seen = normalized(text).strip()
    print(f"   {text:45} {seen}")
    assert seen == levelled
PY
v/bin/python seen.py
