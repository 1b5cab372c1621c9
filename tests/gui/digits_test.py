#!/usr/bin/env python3
"""The main story in a real window: run, wait for the question, approve with a comment; a worse model never asks; a better one
meets the champion. What counts is what the files and `penstock models --json` say afterwards.
"""

import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "driver"))
import desktop  # noqa: E402
import studio  # noqa: E402

PYTHON = "/usr/bin/python3"  # Debian's: the one that python3-sklearn is for


class DigitsInAWindow(studio.StudioTest):
    def setUp(self):
        super().setUp()
        self.answer("init", "--template", "digits")
        subprocess.run([PYTHON, "-m", "venv", "--system-site-packages", "--without-pip", str(self.folder / ".venv")], check=True, timeout=60)
        self.window = self.open_studio()
        self.app = self.window.app

    def answer(self, *words):
        result = self.penstock(*words)
        self.assertEqual(result.code, 0, result.out + result.err)
        return result.out

    def start_run(self, run, **parameters):
        self.app.press("Design")
        self.app.press("Run")
        form = self.app.find(("dialog", "frame", "window", "filler", "panel"), contains="Run digits")
        self.assertTrue(form)
        for name, value in parameters.items():
            self.app.write(name, value)
        self.shot(f"form-{run}")
        self.window.driver.act(self.window.buttons("Run")[-1])
        desktop.wait_for(lambda: self.state(run), f"{run} to begin")

    def asks(self, run):
        return f"{run}/ask" in self.answer("approvals", "--json")

    def approve(self, comment):
        self.app.press("Approvals")
        self.app.write("Comment", comment)
        self.shot(f"approval-{comment.split()[0]}")
        self.app.press("Approve")

    def production(self):
        for line in json.loads(self.answer("models", "--json"))["lines"]:
            for version in line["versions"]:
                if version["stage"] == "production":
                    return version["version"]
        return None

    def test_the_main_story(self):
        desktop.wait_for(lambda: self.app.find_all(("push button", "button"), "Run"), "the window")
        self.shot("design")

        self.start_run("digits-1")
        desktop.wait_for(lambda: self.asks("digits-1"), "the question of digits-1", 90)
        self.approve("good enough to begin with")
        desktop.wait_for(lambda: self.state("digits-1") == "succeeded", "digits-1 to end", 60)
        self.assertEqual(self.production(), "digits 1.1")
        link = self.folder / ".penstock/models/digits-v1/production"
        desktop.wait_for(link.exists, "the production link")
        self.assertEqual(os.readlink(link), "1.1")
        self.assertTrue(any(link.resolve().rglob("*")), "the production folder holds the model")

        self.start_run("digits-2", c="0.01")
        desktop.wait_for(lambda: self.state("digits-2") == "succeeded", "digits-2 to end", 90)
        self.assertFalse(self.asks("digits-2"))
        self.assertEqual(self.production(), "digits 1.1")

        self.start_run("digits-3", c="3")
        desktop.wait_for(lambda: self.asks("digits-3"), "the question of digits-3", 90)
        self.app.press("Approvals")
        self.app.find(contains="Put digits 1.3 into production?")
        self.app.find(contains="archives 1.1")
        evidence = json.loads(self.answer("approvals", "--json"))["approvals"][0]
        self.assertEqual((evidence["candidate"], evidence["production"]), ("digits 1.3", "digits 1.1"))
        self.shot("champion-and-challenger")

        for mode in ("Runs", "Compare", "Models"):
            self.app.press(mode)
            self.shot(mode.lower())


if __name__ == "__main__":
    if subprocess.run([PYTHON, "-c", "import sklearn"], stderr=subprocess.DEVNULL, check=False).returncode != 0:
        sys.exit("not run: scikit-learn is not installed (Debian: python3-sklearn)")
    studio.main()
