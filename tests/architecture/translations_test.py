#!/usr/bin/env python3
"""Fails when a string of the sources is not in every language, whole.

    translations_test.py --lupdate PROGRAM --ts FOLDER --folders SOURCE... [--options=A|B]
    translations_test.py --lupdate PROGRAM --self-test
"""

import argparse
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

# "%1", "%n" and "{name}": what a sentence is filled with has to be in its translation too.
PLACEHOLDER = re.compile(r"%(?:L?\d+|L?n)|\{\w+\}")
COUNT = {"%n", "%Ln"}
# Forms of "%n steps". English is in the sources: its file holds them and nothing else.
PLURAL_FORMS = {"en": 2, "zh_CN": 1}


def messages(ts):
    """(context, source, comment) -> message element"""
    found = {}
    for context in xml.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
            found[key] = message
    return found


def strings_of_sources(lupdate, folders, options):
    with tempfile.TemporaryDirectory() as folder:
        ts = Path(folder) / "sources.ts"
        answer = subprocess.run([lupdate, *options, "-silent", *map(str, folders), "-ts", str(ts)], capture_output=True, text=True)
        if answer.returncode != 0 or not ts.exists():
            sys.exit(f"lupdate failed: {answer.stdout}{answer.stderr}")
        return messages(ts), answer.stderr.splitlines()


def translated_forms(message):
    translation = message.find("translation")
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


def what_is_wrong(key, message, language):
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished" or not all(map(str.strip, translated_forms(message))):
        return "unfinished"
    if message.get("numerus") == "yes" and len(translated_forms(message)) != PLURAL_FORMS[language]:
        return f"{len(translated_forms(message))} plural forms instead of {PLURAL_FORMS[language]}"
    needed = set(PLACEHOLDER.findall(key[1])) - COUNT  # a language may say "one" without its number
    for form in translated_forms(message):
        if lost := needed - set(PLACEHOLDER.findall(form)):
            return f"without {', '.join(sorted(lost))}"
        if added := set(PLACEHOLDER.findall(form)) - needed - COUNT:
            return f"with {', '.join(sorted(added))}, which the source has not"
    return None


def check(lupdate, files, folders, options):
    wanted, warnings = strings_of_sources(lupdate, folders, options)
    # A string that lupdate could not place (a class without Q_OBJECT, an unknown context) is never translated at run time.
    wrong = [line for line in warnings if "lacks Q_OBJECT" in line or "Cannot invoke tr()" in line]
    for file in files:
        known = messages(file)
        language = file.stem.removeprefix("penstock_")
        for key, message in wanted.items():
            if language == "en" and message.get("numerus") != "yes":
                continue
            problem = what_is_wrong(key, known[key], language) if key in known else "missing"
            if problem:
                wrong.append(f"{file.name}: {problem}: [{key[0]}] {key[1]!r}")
    return wrong, len(wanted)


class EveryMistakeIsCaught(unittest.TestCase):
    lupdate = ""
    SOURCE = 'QString f() { return QCoreApplication::translate("Runs", "%1 of %2 steps"); }\n'

    def check_with(self, translation, source="%1 of %2 steps", code=SOURCE, language="zh_CN", numerus="no"):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "ui").mkdir()
            (root / "ui" / "page.cpp").write_text(code, encoding="utf-8")
            ts = root / f"penstock_{language}.ts"
            ts.write_text(
                '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="zh_CN"><context><name>Runs</name>'
                f'<message numerus="{numerus}"><source>{source}</source>{translation}</message></context></TS>\n',
                encoding="utf-8",
            )
            return check(self.lupdate, [ts], [root / "ui"], ["-locations", "none"])[0]

    def test_a_whole_translation_passes(self):
        self.assertEqual(self.check_with("<translation>共 %2 步，已完成 %1 步</translation>"), [])

    def test_a_missing_string(self):
        self.assertIn("missing", self.check_with("<translation>x</translation>", source="another")[0])

    def test_an_unfinished_string(self):
        self.assertIn("unfinished", self.check_with('<translation type="unfinished">%1 %2</translation>')[0])
        self.assertIn("unfinished", self.check_with("<translation></translation>")[0])

    def test_a_lost_placeholder(self):
        self.assertIn("without %2", self.check_with("<translation>%1 步</translation>")[0])

    def test_an_invented_placeholder(self):
        self.assertIn("with %3", self.check_with("<translation>%1 %2 %3</translation>")[0])

    def test_a_lost_plural(self):
        code = 'QString f(int n) { return QCoreApplication::translate("Runs", "%n step(s)", nullptr, n); }\n'
        one, two = ("<translation>" + "<numerusform>%n step</numerusform>" * forms + "</translation>" for forms in (1, 2))
        check = lambda translation, language: self.check_with(translation, "%n step(s)", code, language, "yes")
        self.assertEqual((check(two, "en"), check(one, "zh_CN")), ([], []))
        self.assertIn("1 plural forms", check(one, "en")[0])

    def test_english_needs_no_other_file_than_its_sources(self):
        self.assertEqual(self.check_with("<translation>x</translation>", source="another", language="en"), [])

    def test_a_class_whose_strings_would_never_be_found(self):
        code = 'class Page : public QWidget { QString f() { return tr("Runs"); } };\n'
        self.assertIn("Q_OBJECT", self.check_with("<translation>x</translation>", code=code)[0])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lupdate", required=True)
    parser.add_argument("--ts", type=Path)
    parser.add_argument("--folders", nargs="*", type=Path, default=[])
    parser.add_argument("--options", default="")
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if arguments.self_test:
        EveryMistakeIsCaught.lupdate = arguments.lupdate
        unittest.main(argv=[sys.argv[0]])
    files = sorted(arguments.ts.glob("*.ts"))
    if not files:
        sys.exit(f"no .ts file in {arguments.ts}")
    wrong, count = check(arguments.lupdate, files, arguments.folders, [one for one in arguments.options.split("|") if one])
    for line in wrong:
        print(line)
    if wrong:
        print(f"\n{len(wrong)} of {count} strings to do: build the target update_translations, then finish translations/*.ts")
    else:
        print(f"{count} strings, all translated in {len(files)} language(s).")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
