#!/usr/bin/env bash
# Where two people speak in one cue of a subtitle file, the first is given the words of both.
#
# Seen:    webvtt-py 0.6.0. A cue "<v Mayor Brandt>The bridge is safe." with "<v Engineer Lie>It is not." on its second line has the voice
#          "Mayor Brandt" and the text "The bridge is safe. It is not.". A voice that begins behind the cue's first word, or inside
#          italics, is no voice: None, though the words are the engineer's. pysubs2 1.8.1 drops both names and leaves its field for
#          a name empty. pycaption 2.3.14 reads "Mayor Brandt: ..." and "Engineer Lie: ...".
# Guessed: two voices, or none and a word about it; the name stands before each one's words in the file, and the standard lets it.
# Matters: a cue in which the speaker changes is the one in which somebody is contradicted. The quotation checked against it is found
#          word for word, with its speaker, and it is the other one's.
set -eu
scratch=${SCRATCH:-$(mktemp -d)}
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
python3 -m venv v || exit 3
v/bin/pip install -q webvtt-py==0.6.0 pysubs2==1.8.1 pycaption==2.3.14 || exit 3
cat >seen.py <<'PY'
import pycaption, pysubs2, webvtt

cues = [
    "<v Mayor Brandt>The bridge is safe.\n<v Engineer Lie>It is not.",
    "<v Mayor Brandt>It cost 42 million.</v> <v Engineer Lie>It cost 44.</v>",
    "No. <v Engineer Lie>It cost 44.",
    "<i><v Engineer Lie>It cost 44.</v></i>",
]
timed = [f"00:0{number}.000 --> 00:0{number}.900\n{cue}\n" for number, cue in enumerate(cues)]
file = "\n".join(["WEBVTT\n", *timed])

captions = pycaption.WebVTTReader().read(file)
seen = {
    "webvtt-py": [(cue.voice, cue.text) for cue in webvtt.from_string(file)],
    "pysubs2": [(cue.name, cue.plaintext) for cue in pysubs2.SSAFile.from_string(file)],
    "pycaption": [(None, cue.get_text()) for cue in captions.get_captions(captions.get_languages()[0])],
}
for number, cue in enumerate(cues):
    print(f"   {cue!r}")
    for reader, read in seen.items():
        print(f"      {reader:10} {read[number]}")
both = ["The bridge is safe.\nIt is not.", "It cost 42 million. It cost 44.", "No. It cost 44.", "It cost 44."]
assert seen["webvtt-py"] == list(zip(["Mayor Brandt", "Mayor Brandt", None, None], both))
assert seen["pysubs2"] == [("", text) for text in both]
assert seen["pycaption"][0] == (None, "Mayor Brandt: The bridge is safe.\nEngineer Lie: It is not.")
PY
v/bin/python seen.py
