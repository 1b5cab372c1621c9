"""A git repository that Penstock did not make, with a script and a virtual environment of its own: green in three commands."""

import json
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from workspace import WorkspaceTest  # noqa: E402

TRAIN = '''\
"""Fits a line through points by least squares."""
import argparse
import json
import pathlib
import sys

import house_rules  # a module that only the virtual environment of this repository has

parser = argparse.ArgumentParser()
parser.add_argument("--points", type=int, default=200, help="how many")
parser.add_argument("--noise", type=float, default=0.1)
parser.add_argument("--shape", choices=["line", "bow"], default="line")
parser.add_argument("--out", default="build/model.json")
arguments = parser.parse_args()

xs = [i / arguments.points for i in range(arguments.points)]
ys = [3 * x + 1 + arguments.noise * ((i * 7919) % 13 - 6) / 6 for i, x in enumerate(xs)]
middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
slope = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys)) / sum((x - middle_x) ** 2 for x in xs)
out = pathlib.Path(arguments.out)
out.parent.mkdir(parents=True, exist_ok=True)
out.write_text(json.dumps({"slope": slope, "rule": house_rules.RULE}))
with open("metrics.json", "w") as file:
    json.dump({"slope": slope}, file)
print("interpreter", sys.executable)
'''


class OwnRepository(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.write("train.py", TRAIN)
        self.write("README.md", "Ours, and not yours.\n")
        self.write(".gitignore", "*.pyc\n.venv/\nbuild/\nmetrics.json\n")
        self.write("src/helper.py", "VALUE = 1\n")
        subprocess.run(["/usr/bin/python3", "-m", "venv", "--without-pip", "--system-site-packages", str(self.folder / ".venv")],
                       check=True, timeout=120)
        site = next((self.folder / ".venv/lib").glob("python3*/site-packages"))
        (site / "house_rules.py").write_text("RULE = 'ours'\n")
        self.git("init", "-q", "-b", "main")
        self.git("add", "-A")
        self.git("commit", "-qm", "ours")

    def git(self, *words, cwd=None):
        who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
               for what, value in (("NAME", "Somebody"), ("EMAIL", "somebody@example.org"))}
        return subprocess.run(["git", *words], cwd=cwd or self.folder, env={**self.environment, **who}, capture_output=True,
                              text=True, check=True, timeout=60).stdout

    def three_commands(self):
        """What a newcomer types."""
        results = [self.penstock("init"), self.penstock("init", "--from", "train.py"), self.penstock("run", "train")]
        for result in results:
            self.assertEqual(result.code, 0, result.out + result.err)
        return results

    def test_three_commands_are_enough(self):
        self.three_commands()
        self.assertEqual(self.penstock("validate").code, 0)
        step = self.step("train-1", "train")
        self.assertEqual(step["state"], "succeeded")
        self.assertAlmostEqual(step["metrics"]["slope"], 3, delta=0.1)
        self.assertIn("out", step["outputs"])
        self.assertIn(f"interpreter {self.folder}/.venv/bin/python", self.penstock("logs", "train-1", "train").out)
        self.assertEqual(json.loads((self.folder / "build/model.json").read_text())["rule"], "ours")

    def test_the_options_of_the_script_are_parameters_with_their_limits(self):
        self.three_commands()
        result = self.penstock("run", "train", "-p", "points=50", "-p", "shape=bow")
        self.assertEqual(result.code, 0, result.out + result.err)
        self.assertEqual(self.penstock("runs", "--json").json["runs"][0]["parameters"]["points"], 50)
        self.assertEqual(self.penstock("run", "train", "-p", "shape=circle").code, 2)
        self.assertEqual(self.penstock("run", "train", "-p", "points=many").code, 2)

    def test_nothing_of_the_repository_changes_but_its_gitignore(self):
        self.three_commands()
        changed = sorted(self.git("status", "--porcelain", "--untracked-files=all").splitlines())
        self.assertEqual(changed, [" M .gitignore", "?? pipelines/train.pipeline.yaml"])
        self.assertEqual((self.folder / ".gitignore").read_text(), "*.pyc\n.venv/\nbuild/\nmetrics.json\n/.penstock\n")
        self.assertEqual((self.folder / "train.py").read_text(), TRAIN)

    def test_a_clone_shares_pipelines_and_not_runs(self):
        self.three_commands()
        self.git("add", "-A")
        self.git("commit", "-qm", "with a pipeline")
        clone = self.root / "clo ne"
        self.git("clone", "-q", str(self.folder), str(clone))
        self.assertEqual(self.penstock("runs", "--json", cwd=clone).json, {"runs": []})
        self.assertEqual(self.penstock("models", "--json", cwd=clone).json, {"lines": []})
        self.assertEqual(self.penstock("validate", "train", cwd=clone).code, 0)
        # Who cloned it has not said yet that it may run.
        result = self.penstock("run", "train", cwd=clone)
        self.assertEqual(result.code, 6)
        self.assertIn("trust", result.err)
        self.assertFalse((clone / "metrics.json").exists())
        subprocess.run(["cp", "-a", str(self.folder / ".venv"), str(clone / ".venv")], check=True, timeout=60)
        result = self.penstock("run", "train", "--trust", cwd=clone)
        self.assertEqual(result.code, 0, result.out + result.err)
        self.assertEqual([run["run"] for run in self.penstock("runs", "--json", cwd=clone).json["runs"]], ["train-1"])
        self.assertEqual([run["run"] for run in self.penstock("runs", "--json").json["runs"]], ["train-1"])

    def test_a_worktree_of_its_own_branch_has_runs_of_its_own(self):
        self.three_commands()
        self.git("add", "-A")
        self.git("commit", "-qm", "with a pipeline")
        other = self.root / "wor ktree"
        self.git("worktree", "add", "-q", "-b", "try", str(other))
        self.assertEqual(self.penstock("runs", "--json", cwd=other).json, {"runs": []})


if __name__ == "__main__":
    unittest.main()
