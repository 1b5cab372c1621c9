#!/usr/bin/env python3
"""Runs the scripts of the digits template as a person would: in order, in a folder of their own.

    template_test.py ROOT
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPTS = ["prepare.py", "train.py", "evaluate.py"]


def python_with_sklearn():
    for candidate in [sys.executable, "/usr/bin/python3"]:
        if subprocess.run([candidate, "-c", "import sklearn"], capture_output=True).returncode == 0:
            return candidate
    sys.exit("No Python with scikit-learn: install python3-sklearn (packaging/packages.txt).")


class Digits(unittest.TestCase):
    root = Path()
    python = ""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name) / "digits"
        shutil.copytree(self.root / "resources/templates/digits", self.folder, ignore=shutil.ignore_patterns("__pycache__", "data", "build"))

    def run_script(self, *arguments, flags=(), **environment):
        clean = {key: value for key, value in os.environ.items() if not key.startswith("PENSTOCK_")}
        return subprocess.run([self.python, *flags, *arguments], cwd=self.folder, env={**clean, **environment},
                              capture_output=True, text=True)

    def score(self, *parameters):
        for arguments in (["prepare.py"], ["train.py", *parameters], ["evaluate.py"]):
            answer = self.run_script(*arguments)
            self.assertEqual(answer.returncode, 0, answer.stderr)
        return json.loads((self.folder / "build/metrics.json").read_text())

    def test_worse_parameters_score_lower_and_better_ones_higher_than_the_default(self):
        default, worse, better = self.score(), self.score("--c", "0.1"), self.score("--c", "3")
        self.assertLess(worse["accuracy"], default["accuracy"])
        self.assertGreater(better["accuracy"], default["accuracy"])
        self.assertGreater(default["accuracy"], 0.95)  # what the policy of the template asks for
        self.assertEqual(set(default), {"accuracy", "macro_f1", "log_loss", "latency_p95_ms", "model_size_mb"})

    def test_equal_parameters_give_an_equal_model(self):
        self.run_script("prepare.py")
        models = []
        for folder in (self.folder / "one", self.folder / "two"):
            self.run_script("train.py", "--out", str(folder))
            models.append({path.name: path.read_bytes() for path in folder.iterdir()})
        self.assertEqual(models[0], models[1])

    def test_all_1797_digits_are_split(self):
        self.assertEqual(self.run_script("prepare.py").returncode, 0)
        rows = [len((self.folder / name).read_text().splitlines()) - 1 for name in ("data/train.csv", "data/test.csv")]
        self.assertEqual(rows, [1437, 360])

    def test_inputs_and_outputs_follow_what_penstock_names(self):
        self.run_script("prepare.py", PENSTOCK_OUTPUT_TRAIN="elsewhere/a.csv", PENSTOCK_OUTPUT_TEST="elsewhere/b.csv")
        answer = self.run_script("train.py", PENSTOCK_INPUT_DATA="elsewhere/a.csv", PENSTOCK_OUTPUT_MODEL="elsewhere/model",
                                 PENSTOCK_METRICS="lines")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertTrue((self.folder / "elsewhere/model/model.joblib").is_file())
        points = [json.loads(line) for line in (self.folder / "lines").read_text().splitlines()]
        self.assertEqual([point["step"] for point in points], [1, 2, 3, 4, 5])

    def test_an_interpreter_without_sklearn_is_named(self):
        for script in SCRIPTS:
            with self.subTest(script):
                answer = self.run_script(script, flags=["-S"])  # without site-packages
                self.assertEqual(answer.returncode, 3, answer.stderr)
                self.assertEqual(len(answer.stderr.splitlines()), 1, answer.stderr)
                for word in ("python3", "sklearn", "python3-sklearn", ".venv"):
                    self.assertIn(word, answer.stderr)


if __name__ == "__main__":
    Digits.root = Path(sys.argv[1]).resolve()
    Digits.python = python_with_sklearn()
    unittest.main(argv=sys.argv[:1])
