#!/usr/bin/env python3
"""Reads the #include lines and CMake links of core, ui and app, and fails on what the house does not allow.

    includes_test.py ROOT [--qt FOLDER]   checks a source tree; FOLDER holds QtCore, QtWidgets, ...
    includes_test.py --self-test          plants one mistake of each sort and proves that it is caught
"""

import argparse
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import house

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
# A folder is linked as a target, or its sources are compiled in by name (the shim does, to stay small).
LINK = re.compile(r"\bPenstock::(\w+)|\$\{PROJECT_SOURCE_DIR\}/core/(\w+)/")
# No word about the machine on which a file was written. Put together, so that this file does not match itself.
MACHINE_PATH = re.compile(r"(?<![\w.~$}/-])/(?:" + "|".join(["work", "home", "root"]) + r")/[\w.]")
COMMENT_OR_TEXT = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def without_comments(text):
    return COMMENT_OR_TEXT.sub(lambda match: '""' if match[0][0] == '"' else re.sub(r"[^\n]", " ", match[0]), text)


def sources(root):
    for top in ("core", "ui", "app"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                yield path


def folder_of(path):
    return "/".join(Path(path).parts[:2])


class Reader:
    """Collects what is wrong, each with file and line."""

    def __init__(self, root, qt):
        self.root, self.qt, self.wrong = root, qt, []
        self.links = self.read_links()

    def report(self, path, text, position, what):
        line = text.count("\n", 0, position) + 1
        self.wrong.append(f"{path.relative_to(self.root)}:{line}: {what}")

    def read_links(self):
        links = {}
        for folder in house.ARROWS:
            path = self.root / folder / "CMakeLists.txt"
            if not path.exists():
                continue
            text = re.sub(r"#[^\n]*", "", path.read_text(encoding="utf-8"))
            links[folder] = []
            for match in LINK.finditer(text):
                name = match[1] or match[2]
                target = f"ui/{name[3:]}" if name.startswith("ui_") else f"core/{name}"
                if target == folder or folder == f"app/{name.split('_')[0]}":  # a program's own library, for its tests
                    continue
                links[folder].append(target)
                if target not in house.closure(folder):
                    self.report(path, text, match.start(), f"{folder} may not link {target}")
        return links

    def check_include(self, path, text, match):
        folder = folder_of(path.relative_to(self.root))
        name, at = match[2], match.start()
        if match[1] == '"':
            if not (self.root / name).exists():
                self.report(path, text, at, f'"{name}" is no file of the repository (write it from the root)')
            target = folder_of(name)
            if target == folder:
                return
            if target not in house.closure(folder):
                self.report(path, text, at, f"{folder} may not include {target}: the arrow runs back")
            elif target not in house.closure(folder, self.links):
                self.report(path, text, at, f"{folder} includes {target} without linking it in its CMakeLists.txt")
            return
        if folder in house.core(*house.INNER) and not self.is_pure(folder, name):
            self.report(path, text, at, f"<{name}> in the inner ring, which knows no outside world")
        elif folder in house.WITHOUT_QT and self.is_qt(name):
            self.report(path, text, at, f"<{name}>: {folder} has no Qt")
        elif folder in house.WITHOUT_WIDGETS and self.is_qt(name) and not self.is_windowless(name):
            self.report(path, text, at, f"<{name}> below ui: {folder} has no window")

    @staticmethod
    def is_pure(folder, name):
        libraries = house.PURE_LIBRARIES.get(folder, [])
        return name in house.PURE_HEADERS or any(name == one or name.startswith(one) and one.endswith("/") for one in libraries)

    @staticmethod
    def is_qt(name):
        return re.match(r"Qt?[A-Z]|q[a-z]\w*\.h$", name) is not None

    def is_windowless(self, name):
        if "/" in name:
            return name.split("/")[0] in house.MODULES_WITHOUT_WIDGETS
        if self.qt is None:
            return not re.match(r"QtWidgets|QtGui|Q(?!CoreApplication$)\w*(Widget|Window|Dialog|Application|Painter|Pixmap|Icon)$", name)
        return name in house.MODULES_WITHOUT_WIDGETS or any((self.qt / one / name).exists() for one in house.MODULES_WITHOUT_WIDGETS)

    def check_calls(self, path, text):
        if folder_of(path.relative_to(self.root)) not in house.core(*house.INNER):
            return
        code = without_comments(text)
        for pattern, why in house.IMPURE_CALLS:
            for match in re.finditer(pattern, code):
                self.report(path, code, match.start(), f"{match[0].strip()} in the inner ring {why}")

    def check_size(self, path, text):
        most = house.MOST_HEADER_LINES if path.suffix == ".h" else house.MOST_SOURCE_LINES
        lines = text.count("\n")
        if lines > most:
            self.report(path, text, len(text), f"{lines} lines, at most {most}: two nouns in one file?")

    def check_sources(self):
        for path in sources(self.root):
            text = path.read_text(encoding="utf-8")
            folder = folder_of(path.relative_to(self.root))
            if folder not in house.ARROWS:
                self.report(path, text, 0, f"{folder} is no folder of the house (tests/architecture/house.py)")
                continue
            for match in INCLUDE.finditer(text):
                self.check_include(path, text, match)
            self.check_calls(path, text)
            self.check_size(path, text)

    def check_machine_paths(self):
        for path in repository_files(self.root):
            content = path.read_bytes()
            if b"\0" in content[:8000]:
                continue
            text = content.decode("utf-8", "replace")
            for match in MACHINE_PATH.finditer(text):
                self.report(path, text, match.start(), f"{match[0]}...: a path of somebody's machine")


def repository_files(root):
    """Tracked files; in an unpacked archive all files but build products."""
    try:
        listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z"], capture_output=True, check=True)
        names = [Path(name) for name in listed.stdout.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = [path.relative_to(root) for path in sorted(root.rglob("*"))]
    skipped = {"build", ".git", ".cache", "__pycache__"}
    return [root / name for name in names if name.parts[0] not in skipped and (root / name).is_file()]


def check(root, qt=None):
    reader = Reader(root, qt)
    reader.check_sources()
    reader.check_machine_paths()
    return reader.wrong


class EveryMistakeIsCaught(unittest.TestCase):
    def check_tree(self, files):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            links = {"core/engine": "pipeline expression", "core/pipeline": "base", "ui/runs": "ui_models", "core/host": "store session"}
            for name, targets in links.items():
                files.setdefault(f"{name}/CMakeLists.txt", " ".join(f"Penstock::{target}" for target in targets.split()))
            files.setdefault("core/base/ids.h", "#pragma once\n")
            for name, text in files.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return check(root)

    def assert_caught(self, files, *words):
        wrong = self.check_tree(files)
        self.assertEqual(len(wrong), 1, wrong)
        for word in words:
            self.assertIn(word, wrong[0])

    def test_a_clean_tree_passes(self):
        text = '#include "core/base/ids.h"\n#include <vector>\n#include <chrono>\n'
        self.assertEqual(self.check_tree({"core/engine/plan.cpp": text, "core/pipeline/kinds.cpp": text}), [])

    def test_an_arrow_that_runs_back(self):
        files = {"core/base/ids.cpp": '#include "core/engine/plan.h"\n', "core/engine/plan.h": ""}
        self.assert_caught(files, "core/base/ids.cpp:1", "runs back")

    def test_a_screen_that_reaches_into_the_store(self):
        files = {"ui/runs/page.cpp": '\n#include "core/store/database.h"\n', "core/store/database.h": ""}
        self.assert_caught(files, "ui/runs/page.cpp:2", "ui/runs may not include core/store")

    def test_a_screen_that_knows_another(self):
        self.assert_caught({"ui/runs/page.cpp": '#include "ui/compare/page.h"\n', "ui/compare/page.h": ""}, "ui/compare")

    def test_an_include_without_a_link(self):
        files = {"core/session/view.cpp": '#include "core/base/ids.h"\n', "core/session/CMakeLists.txt": ""}
        self.assert_caught(files, "without linking")

    def test_a_link_that_runs_back(self):
        self.assert_caught({"core/base/CMakeLists.txt": "x\nLINK Penstock::engine"}, "core/base/CMakeLists.txt:2", "may not link")

    def test_the_outside_world_in_the_inner_ring(self):
        for name in ("QString", "QtCore/QString", "qglobal.h", "sqlite3.h", "unistd.h", "sys/stat.h", "filesystem",
                     "fstream", "iostream", "thread", "mutex", "random", "future", "openssl/evp.h", "yaml.h", "time.h"):
            with self.subTest(name):
                self.assert_caught({"core/engine/plan.cpp": f"  # include <{name}>\n"}, f"<{name}>", "inner ring")

    def test_a_clock_that_is_asked_in_the_inner_ring(self):
        files = {"core/engine/plan.cpp": "// std::chrono::system_clock::now() is fine in a comment\nauto t = steady_clock::now();\n"}
        self.assert_caught(files, "core/engine/plan.cpp:2", "asks a clock")

    def test_the_environment_read_in_the_inner_ring(self):
        self.assert_caught({"core/engine/plan.cpp": 'auto home = std::getenv("HOME");\n'}, "environment")

    def test_qt_in_the_host(self):
        self.assert_caught({"core/host/owner.cpp": "#include <thread>\n#include <QTimer>\n"}, "owner.cpp:2", "has no Qt")

    def test_a_window_below_ui(self):
        for name in ("QtWidgets/QLabel", "QWidget", "QApplication", "QtGui/QColor"):
            with self.subTest(name):
                self.assert_caught({"core/remote/server.cpp": f"#include <QByteArray>\n#include <{name}>\n"}, "below ui")

    def test_what_has_no_window_may_stand_below_ui(self):
        self.assertEqual(self.check_tree({"core/remote/server.cpp": "#include <QCoreApplication>\n"}), [])

    def test_a_file_that_is_not_there(self):
        self.assert_caught({"core/base/ids.cpp": '#include "core/base/id.h"\n'}, "no file of the repository")

    def test_a_folder_outside_the_house(self):
        self.assert_caught({"core/utils/strings.h": ""}, "no folder of the house")

    def test_files_that_are_too_long(self):
        self.assert_caught({"core/base/long.cpp": "\n" * 501}, "501 lines")
        self.assert_caught({"core/base/long.h": "\n" * 201}, "201 lines")

    def test_a_path_of_somebodys_machine(self):
        self.assert_caught({"docs/x.md": "see\n/" + "home/me/penstock\n"}, "docs/x.md:2", "machine")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root", nargs="?", type=Path)
    parser.add_argument("--qt", type=Path)
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if arguments.self_test:
        unittest.main(argv=[sys.argv[0]])
    if arguments.root is None:
        parser.error("ROOT or --self-test is needed")
    wrong = check(arguments.root.resolve(), arguments.qt)
    print("\n".join(wrong) or "All arrows point the right way.")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
