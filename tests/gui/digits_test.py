#!/usr/bin/env python3
"""The main story in a real window: run, wait for the question, approve with a comment; a worse model never asks; a better one
meets the champion. What counts is what the files and `penstock models --json` say afterwards.

usage: digits_test.py BIN_DIR SHOTS_DIR
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent / "driver"))
import desktop  # noqa: E402

BIN = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
SHOTS = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else None


def interpreter_with_sklearn():
    """One that the template's scripts can run with, or None."""
    for candidate in ("python3", "/usr/bin/python3"):
        asked = subprocess.run([candidate, "-c", "import sklearn"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if asked.returncode == 0:
            return candidate
    return None


class DigitsInAWindow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        import window  # needs the accessibility bus of the inner desktop
        cls.window = window
        cls.scratch = tempfile.TemporaryDirectory(prefix="penstock gui ")
        folder = cls.scratch.name
        for name, part in (("XDG_STATE_HOME", "state"), ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_RUNTIME_DIR", "run")):
            os.environ[name] = f"{folder}/{part}"
            os.makedirs(os.environ[name], mode=0o700)
        os.environ["LANGUAGE"] = os.environ["LC_ALL"] = "C.UTF-8"
        cls.workspace = f"{folder}/digits workspace"
        cls.penstock("init", cls.workspace, "--template", "digits", workspace=None)
        python = interpreter_with_sklearn()
        subprocess.run([python, "-m", "venv", "--system-site-packages", "--without-pip", f"{cls.workspace}/.venv"], check=True)
        cls.desktop = desktop.Desktop()
        cls.studio = subprocess.Popen([BIN / "penstock-studio", "--workspace", cls.workspace])
        cls.app = window.Application("penstock-studio")

    @classmethod
    def tearDownClass(cls):
        cls.studio.terminate()
        cls.studio.wait(timeout=20)
        cls.desktop.__exit__()
        cls.scratch.cleanup()

    @classmethod
    def penstock(cls, *arguments, workspace="", check=True):
        where = [] if workspace is None else ["--workspace", workspace or cls.workspace]
        done = subprocess.run([BIN / "penstock", *arguments, *where], capture_output=True, text=True, timeout=120)
        if check and done.returncode:
            raise AssertionError(f"penstock {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def runs(self):
        return json.loads(self.penstock("runs", "--json"))["runs"]

    def run_state(self, run):
        return next((each["state"] for each in self.runs() if each.get("run", each.get("id")) == run), None)

    def shot(self, name):
        self.desktop.screenshot(str(SHOTS / f"{name}.png"))

    def start_run(self, run, **parameters):
        self.app.press("Design")
        self.app.press("Run")
        form = self.app.find(("dialog", "frame", "window", "filler", "panel"), contains="Run digits")
        self.assertTrue(form)
        for name, value in parameters.items():
            self.app.write(name, value)
        self.shot(f"form-{run}")
        buttons = [node for node in self.app.find_all(("push button", "button"), "Run") if self.window.is_enabled(node)]
        self.window.act(buttons[-1])
        desktop.wait_for(lambda: self.run_state(run), f"{run} to begin")

    def approve(self, comment):
        self.app.press("Approvals")
        self.app.write("Comment", comment)
        self.shot(f"approval-{comment.split()[0]}")
        self.app.press("Approve")

    def production(self):
        for line in json.loads(self.penstock("models", "--json"))["lines"]:
            for version in line["versions"]:
                if version["stage"] == "production":
                    return version["version"]
        return None

    def test_the_main_story(self):
        desktop.wait_for(lambda: self.app.find_all(("push button", "button"), "Run"), "the window")
        self.shot("design")

        self.start_run("digits-1")
        desktop.wait_for(lambda: "digits-1/ask" in self.penstock("approvals", "--json"), "the question of digits-1", 90)
        self.approve("good enough to begin with")
        desktop.wait_for(lambda: self.run_state("digits-1") == "succeeded", "digits-1 to end", 60)
        self.assertEqual(self.production(), "digits 1.1")
        link = pathlib.Path(self.workspace) / ".penstock" / "models" / "digits-v1" / "production"
        desktop.wait_for(link.exists, "the production link")
        self.assertEqual(os.readlink(link), "1.1")
        self.assertTrue(any(link.resolve().rglob("*")), "the production folder holds the model")

        self.start_run("digits-2", c="0.01")
        desktop.wait_for(lambda: self.run_state("digits-2") == "succeeded", "digits-2 to end", 90)
        self.assertNotIn("digits-2/ask", self.penstock("approvals", "--json"))
        self.assertEqual(self.production(), "digits 1.1")

        self.start_run("digits-3", c="3")
        desktop.wait_for(lambda: "digits-3/ask" in self.penstock("approvals", "--json"), "the question of digits-3", 90)
        self.app.press("Approvals")
        self.app.find(contains="digits 1.3")
        evidence = json.loads(self.penstock("approvals", "--json"))["approvals"][0]
        self.assertEqual((evidence["candidate"], evidence["production"]), ("digits 1.3", "digits 1.1"))
        self.shot("champion-and-challenger")

        for mode in ("Runs", "Compare", "Models"):
            self.app.press(mode)
            self.shot(mode.lower())


def main():
    missing = desktop.missing_tools()
    if missing:
        print(f"not run: {', '.join(missing)} not installed")
        sys.exit(1)
    if not interpreter_with_sklearn():
        print("not run: no interpreter with scikit-learn (Debian: python3-sklearn)")
        sys.exit(1)
    desktop.enter()
    sys.argv = sys.argv[:1]
    unittest.main(verbosity=2)


if __name__ == "__main__":
    main()
