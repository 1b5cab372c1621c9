#!/usr/bin/env python3
"""A repository that Penstock did not make, with a script and a virtual environment of its own: green in five clicks."""

import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "driver"))
import studio  # noqa: E402

TRAIN = '''\
import argparse
import json
import pathlib
import house_rules  # a module that only the virtual environment of this repository has

parser = argparse.ArgumentParser()
parser.add_argument("--slope", type=float, default=3.0)
parser.add_argument("--out", default="build/model.json")
arguments = parser.parse_args()
out = pathlib.Path(arguments.out)
out.parent.mkdir(parents=True, exist_ok=True)
out.write_text(json.dumps({"slope": arguments.slope, "rule": house_rules.RULE}))
'''


class OwnRepository(studio.StudioTest):
    def setUp(self):
        super().setUp()
        self.write("train.py", TRAIN)
        self.write(".gitignore", ".venv/\nbuild/\n")
        subprocess.run(["/usr/bin/python3", "-m", "venv", "--without-pip", str(self.folder / ".venv")], check=True, timeout=120)
        site = next((self.folder / ".venv/lib").glob("python3*/site-packages"))
        (site / "house_rules.py").write_text("RULE = 'ours'\n")
        self.git("init", "-q", "-b", "main")
        self.git("add", "-A")
        self.git("commit", "-qm", "ours")
        self.clicks = 0

    def git(self, *words):
        who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
               for what, value in (("NAME", "Somebody"), ("EMAIL", "somebody@example.org"))}
        return subprocess.run(["git", *words], cwd=self.folder, env={**self.environment, **who}, capture_output=True, text=True,
                              check=True, timeout=60).stdout

    def click(self, window, name):
        window.app.press(name)
        self.clicks += 1

    def test_five_clicks_from_the_first_window_to_a_green_run(self):
        window = self.open_welcome()
        self.click(window, "Open a folder")
        window.app.write("Directory:", str(self.folder))
        self.click(window, "Choose")
        window.app.find(studio.BUTTON, "Make a pipeline from train.py")
        self.shot("own-repository-opened")
        self.click(window, "Make a pipeline from train.py")
        window.await_node("train", "Command", "train.py")
        self.shot("own-repository-pipeline")
        self.assertEqual(self.penstock("runs", "--json").json["runs"], [], "nothing runs before somebody says so")
        self.assertFalse((self.home / ".local/share/penstock/trusted.json").exists())
        self.click(window, "Run")
        window.app.find(studio.BUTTON, "Trust and run")
        self.shot("own-repository-trust")
        self.click(window, "Trust and run")
        window.await_node("train-1", "succeeded")
        self.assertEqual(self.clicks, 5)
        self.assertEqual(self.state("train-1"), "succeeded")
        self.assertEqual(json.loads((self.folder / "build/model.json").read_text()), {"slope": 3.0, "rule": "ours"})
        changed = sorted(self.git("status", "--porcelain", "--untracked-files=all").splitlines())
        self.assertEqual(changed, [" M .gitignore", "?? pipelines/train.pipeline.yaml"])


if __name__ == "__main__":
    studio.main()
