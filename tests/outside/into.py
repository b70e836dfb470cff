"""Puts comments into Word documents that others made, and looks at what became of them.

    into.py PROGRAM FOLDER SCRATCH

FOLDER is searched for *.docx. Every document that has words and that a session can be made of must come out with an unchanged text,
with all its parts byte for byte but those that comments touch, and python-docx must read it if it read the original.
"""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx

TOUCHED = re.compile(r"(document\d*|comments\w*)\.xml$|\.rels$|\[Content_Types\]\.xml$")
WANTED = 40


def opens(data):
    try:
        docx.Document(io.BytesIO(data))
        return True
    except Exception:  # whatever it is, the original decides
        return False


def main(program, folder, scratch):
    tried = comments = 0
    faults = []
    # Packages for several languages carry the same documents.
    alone = {file.read_bytes(): file for file in sorted(Path(folder).rglob("*.docx"))}
    for path in alone.values():
        shutil.rmtree(scratch, ignore_errors=True)
        os.makedirs(scratch)
        out = Path(scratch) / "out.docx"
        env = {"HOME": str(scratch), "FACTDESK_REVIEWER": "mira", "PATH": os.environ["PATH"]}

        def run(*args):
            command = [program, "--sessions", str(scratch), *map(str, args)]
            return subprocess.run(command, capture_output=True, text=True, env=env, timeout=60)

        if run("new", path).returncode:
            continue
        session = next(Path(scratch).glob("*.factdesk.json"))
        done = run("export", session, "--to", "docx", "--into", path, "--every-claim", "-o", out)
        if done.returncode:
            faults.append(f"{path}: {done.stderr.strip()}")
            continue
        tried += 1
        before, after = zipfile.ZipFile(path), zipfile.ZipFile(out)
        for name in before.namelist():
            if not TOUCHED.search(name) and before.read(name) != after.read(name):
                faults.append(f"{path}: {name} was changed")
        texts = [json.loads(run("sentences", file, "--json").stdout) for file in (path, out)]
        if texts[0] != texts[1]:
            faults.append(f"{path}: its text reads otherwise")
        if opens(path.read_bytes()):
            if not opens(out.read_bytes()):
                faults.append(f"{path}: python-docx reads it no longer")
            elif "word/comments.xml" in after.namelist():
                comments += len(list(docx.Document(out).comments))
    for fault in faults:
        print(fault)
    print(f"{tried} documents, {comments} comments in them")
    return 1 if faults or tried < WANTED else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
