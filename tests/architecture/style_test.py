#!/usr/bin/env python3
"""The part of the house style that needs no compiler.

    style_test.py ROOT        checks the text files of the repository
    style_test.py --self-test proves that each rule can fail
"""

import re
import sys
import tempfile
import unittest
from pathlib import Path

from includes_test import repository_files

CODE = {".h", ".cpp", ".py", ".cmake"}
TEXT = CODE | {".txt", ".md", ".yaml", ".json", ".svg", ".sh", ".in", ".qrc"}
# Data of tests may be wrong on purpose; the licence is quoted as it is.
EXEMPT = ("tests/data/", "LICENSE", "translations/")

RULES = [
    (CODE, r"\t", "a tab"),
    (TEXT - {".md"}, r"[ \t]+$", "spaces at the end of a line"),
    (CODE, r"\r", "a carriage return"),
    ({".h", ".cpp"}, r"^\s*using namespace std;", "using namespace std"),
    ({".h"}, r"^using namespace\b", "a using directive in a header"),
    ({".h", ".cpp"}, r"^[ \t]*(?://|\*).*\b(?:TODO|FIXME|XXX|HACK)\b", "an open end in a comment: do it, or open an issue"),
    ({".h", ".cpp"}, r"^[ \t]*(?:Q_)?(?:foreach|forever)\b *\(", "a keyword of Qt's own"),
    ({".h", ".cpp"}, r"^[ \t]*throw\b", "throws: errors are values"),
]
FILE_NAME = re.compile(r"[a-z0-9][a-z0-9_]*\.(h|cpp)")


def check_file(name, text):
    suffix = Path(name).suffix
    for suffixes, pattern, what in RULES:
        # A stand-in may throw to end a test that cannot go on.
        if suffix in suffixes and not (what.startswith("throws") and name.startswith("tests/")):
            for match in re.finditer(pattern, text, re.MULTILINE):
                yield f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {what}"
    if suffix in TEXT and text and not text.endswith("\n"):
        yield f"{name}: no newline at the end"
    if suffix == ".h" and "#pragma once" not in text:
        yield f"{name}: no #pragma once"
    if suffix in (".h", ".cpp") and not FILE_NAME.fullmatch(Path(name).name):
        yield f"{name}: a file name is lower_case"


def check(root):
    for path in repository_files(root):
        name = path.relative_to(root).as_posix()
        if path.suffix in TEXT and not name.startswith(EXEMPT):
            # newline="" keeps carriage returns, which are one of the things looked for.
            with path.open(encoding="utf-8", errors="replace", newline="") as file:
                yield from check_file(name, file.read())


class EveryMistakeIsCaught(unittest.TestCase):
    def test_each_rule(self):
        mistakes = {
            "a.cpp": ["\tint x;\n", "int x; \n", "int x;\r\n", "using namespace std;\n", "int x;", "// TODO later\n",
                      "    throw Broken();\n", "    forever (x)\n"],
            "a.h": ["int x;\n", "#pragma once\nusing namespace penstock;\n"],
            "Wrong.cpp": ["int x;\n"],
            "a.yaml": ["x: 1 \n", "x: 1"],
        }
        for name, texts in mistakes.items():
            for text in texts:
                with self.subTest(text), tempfile.TemporaryDirectory() as folder:
                    (Path(folder) / name).write_bytes(text.encode())
                    self.assertEqual(len(list(check(Path(folder)))), 1)

    def test_clean_code_passes(self):
        self.assertEqual(list(check_file("core/base/ids.h", "// What it is.\n#pragma once\n\nint x();\n")), [])


if __name__ == "__main__":
    if sys.argv[1] == "--self-test":
        unittest.main(argv=sys.argv[:1])
    wrong = list(check(Path(sys.argv[1]).resolve()))
    print("\n".join(wrong) or "The house is tidy.")
    sys.exit(1 if wrong else 0)
