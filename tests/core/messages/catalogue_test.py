#!/usr/bin/env python3
"""Fails when a text id of the sources has no sentence, a sentence has no use, or nobody gives one of its arguments.

    catalogue_test.py SOURCE_ROOT
    catalogue_test.py --self-test
"""

import re
import sys
import tempfile
import unittest
from collections import defaultdict
from pathlib import Path

ENTRY = re.compile(r'\{"([^"]+)",\s*QT_TRANSLATE_NOOP\(\s*"Messages",((?:\s*"(?:[^"\\]|\\.)*")+)\)\}')
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
ID = re.compile(r"[a-z]+(?:\.[a-z][a-z0-9_]*)+$")
PLACE = re.compile(r"\{([A-Za-z0-9_]+)\}")
# A text, or what could hide one: a character, a comment.
TOKEN = re.compile(r'"((?:[^"\\\n]|\\.)*)"|\'(?:[^\'\\]|\\.)\'|//[^\n]*|/\*.*?\*/', re.DOTALL)

# Made from a word at run time: kind.KEY, field.KEY.help, state.WORD. catalogue_test.cpp checks them against the tables.
FAMILIES = {"kind", "field", "state", "said", "outcome", "severity", "complete"}
# An id that is made of another one by these ends: "expression.unknown_name" + "_near".
VARIANTS = ("_near", "_at_end")
# Literals that look like ids and are none.
NO_IDS = {"penstock.yaml", "pipeline.yaml", "format.expects_"}


def catalogue(root):
    """id -> sentence"""
    found = {}
    for file in sorted((root / "core/messages").glob("catalogue_*.cpp")):
        for match in ENTRY.finditer(file.read_text(encoding="utf-8")):
            sentence = "".join(LITERAL.findall(match[2]))
            if match[1] in found:
                sys.exit(f"{file.name}: {match[1]} has two sentences")
            found[match[1]] = sentence
    return found


def uses(root, areas):
    """id -> files that speak of it; folder -> all its text literals"""
    files_of, literals_of = defaultdict(set), defaultdict(set)
    for top in ("core", "app", "ui"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".cpp", ".h") or file.name.startswith("catalogue_"):
                continue
            for token in TOKEN.finditer(file.read_text(encoding="utf-8")):
                literal = token[1]
                if literal is None:
                    continue
                literals_of[file.parent].add(literal)
                if ID.match(literal) and literal.split(".")[0] in areas and literal not in NO_IDS:
                    files_of[literal].add(file)
    return files_of, literals_of


def base_of(name):
    for end in VARIANTS:
        if name.endswith(end):
            return name.removesuffix(end)
    return None


def check(root):
    sentences = catalogue(root)
    areas = {name.split(".")[0] for name in sentences}
    files_of, literals_of = uses(root, areas)
    wrong = [f"{name}: no sentence, used in {sorted(map(str, files))[0]}" for name, files in sorted(files_of.items()) if name not in sentences]
    for name, sentence in sorted(sentences.items()):
        files = files_of.get(name) or files_of.get(base_of(name) or "")
        if not files:
            if name.split(".")[0] not in FAMILIES:
                wrong.append(f"{name}: nobody uses it")
            continue
        given = set().union(*(literals_of[file.parent] for file in files))
        for argument in PLACE.findall(sentence):
            if argument not in given:
                wrong.append(f"{name}: nobody gives {{{argument}}}")
    return wrong, len(sentences)


class EveryMistakeIsCaught(unittest.TestCase):
    def check_with(self, sentence, use):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name in ("core/messages", "core/store", "app", "ui"):
                (root / name).mkdir(parents=True)
            entry = f'{{"store.full", QT_TRANSLATE_NOOP("Messages", "{sentence}")}},\n'
            (root / "core/messages/catalogue_store.cpp").write_text(entry, encoding="utf-8")
            (root / "core/store/disk.cpp").write_text(use, encoding="utf-8")
            return check(root)[0]

    def test_what_is_right_passes(self):
        self.assertEqual(self.check_with("No space for {path}.", 'Error{"store.full", {{"path", path}}}'), [])
        self.assertEqual(self.check_with('Write ${{ x }}, \\"{path}\\".', 'Error{"store.full", {{"path", path}}}'), [])

    def test_an_id_without_sentence(self):
        self.assertIn("store.gone: no sentence", self.check_with("No space.", '"store.full"; "store.gone"')[0])

    def test_a_sentence_without_use(self):
        self.assertEqual(self.check_with("No space.", '// "store.full"'), ["store.full: nobody uses it"])

    def test_a_quote_that_begins_no_text(self):
        self.assertEqual(self.check_with("No space.", "case '\"': \"https://x\"; f(\"store.full\");"), [])

    def test_an_argument_that_nobody_gives(self):
        self.assertEqual(self.check_with("No space for {path}.", '"store.full"; "paths"'), ["store.full: nobody gives {path}"])


def main():
    if sys.argv[1] == "--self-test":
        unittest.main(argv=sys.argv[:1])
    wrong, count = check(Path(sys.argv[1]))
    print("\n".join(wrong) if wrong else f"{count} sentences, all used, all arguments given.")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
