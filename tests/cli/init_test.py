"""How a workspace begins: new, in a repository that exists, from a script, from a template."""

import os
import pwd
import subprocess
import unittest

from workspace import WorkspaceTest

TRAIN = '''
import argparse, json, pickle
parser = argparse.ArgumentParser()
parser.add_argument("-n", "--epochs", type=int, default=3, help="how often (default=9)")
parser.add_argument("--learning-rate", type=float, default=1e-2)
parser.add_argument("--kernel", choices=["rbf", "poly"], default="rbf")
parser.add_argument("--out", default="build/model.pkl")
parser.add_argument("--verbose", action="store_true")
arguments = parser.parse_args()
import os
os.makedirs(os.path.dirname(arguments.out), exist_ok=True)
with open(arguments.out, "wb") as file:
    pickle.dump(vars(arguments), file)
with open("metrics.json", "w") as file:
    json.dump({"epochs": arguments.epochs}, file)
print("trained with", arguments.learning_rate)
'''


class Init(WorkspaceTest):
    def git(self, *words):
        return subprocess.run(["git", "-C", str(self.folder), *words], capture_output=True, text=True, check=True,
                              env={**self.environment, "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b",
                                   "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b"}).stdout

    def test_files_can_be_made_without_trust(self):
        self.write("train.py", "print(1)\n")
        result = self.penstock("init", "--from", "train.py", "--no-trust")
        self.assertEqual(result.code, 0, result.err)
        self.assertNotIn("trusted", result.out)
        refused = self.penstock("run", "train")
        self.assertEqual((refused.code, "--trust" in refused.err), (6, True), refused.err)
        self.assertEqual(self.penstock("run", "train", "--trust").code, 0)

    def test_an_empty_folder_becomes_a_workspace_whose_pipeline_runs(self):
        self.assertEqual(self.penstock("init").code, 0)
        self.assertEqual(self.penstock("validate").code, 0)
        result = self.penstock("run", "hello", "-p", "name=Ada")
        self.assertEqual(result.code, 0, result.out + result.err)
        self.assertEqual(self.penstock("logs", "hello-1", "read").out, "Hello, Ada!\n")

    def test_a_new_folder_is_made(self):
        result = self.penstock("init", "new/er", "--json")
        self.assertEqual(result.code, 0, result.err)
        self.assertEqual(result.json["workspace"], str(self.folder / "new/er"))
        self.assertTrue((self.folder / "new/er" / result.json["pipeline"]).exists())

    def test_its_maker_is_lead(self):
        self.penstock("init")
        user = pwd.getpwuid(os.geteuid()).pw_name
        self.assertIn(f'"{user}": {{user: "{user}", roles: [lead]}}', (self.folder / "penstock.yaml").read_text())

    def test_a_repository_keeps_everything_but_its_gitignore(self):
        self.write("train.py", "print('hello')\n")
        self.write(".gitignore", "*.pyc")
        self.git("init", "-q")
        self.git("add", "-A")
        self.git("commit", "-qm", "before")
        self.assertEqual(self.penstock("init").code, 0)
        self.assertEqual(self.git("status", "--porcelain").splitlines(), [" M .gitignore"])
        self.assertEqual((self.folder / ".gitignore").read_text().splitlines(), ["*.pyc", "/.penstock"])
        self.assertEqual(self.penstock("init").code, 0)
        self.assertEqual((self.folder / ".gitignore").read_text().count(".penstock"), 1)

    def test_a_script_becomes_a_pipeline_that_runs(self):
        self.write("train.py", TRAIN)
        self.assertEqual(self.penstock("init", "--from", "train.py").code, 0)
        self.assertEqual(self.penstock("validate", "train").code, 0, (self.folder / "pipelines/train.pipeline.yaml").read_text())
        result = self.penstock("run", "train", "-p", "learning_rate=0.5", "-p", "epochs=7")
        self.assertEqual(result.code, 0, result.out + result.err)
        step = self.step("train-1", "train")
        self.assertEqual(step["metrics"], {"epochs": 7})
        self.assertIn("out", step["outputs"])
        self.assertIn("trained with 0.5", self.penstock("logs", "train-1", "train").out)
        self.assertEqual(self.penstock("run", "train", "-p", "kernel=sigmoid").code, 2)

    def test_any_script_that_can_be_started_will_do(self):
        self.write("go.sh", "echo from a shell\n")
        self.write("tool", "#!/bin/sh\necho from a program\n", mode=0o755)
        for script, name in (("go.sh", "go"), ("tool", "tool")):
            self.assertEqual(self.penstock("init", "--from", script).code, 0)
            result = self.penstock("run", name)
            self.assertEqual(result.code, 0, result.out + result.err)

    def test_what_stands_in_the_way_is_left_alone(self):
        self.write("train.py", "")
        self.write("pipelines/train.pipeline.yaml", "mine")
        result = self.penstock("init", "--from", "train.py")
        self.assertEqual(result.code, 6)
        self.assertIn("train.pipeline.yaml", result.err)
        self.assertEqual((self.folder / "pipelines/train.pipeline.yaml").read_text(), "mine")

    def test_a_script_that_is_missing_is_named(self):
        result = self.penstock("init", "--from", "nothing.py")
        self.assertEqual(result.code, 2)
        self.assertIn("nothing.py", result.err)

    def test_the_digits_template_is_whole(self):
        result = self.penstock("init", "digits", "--template", "digits")
        self.assertEqual(result.code, 0, result.err)
        made = self.folder / "digits"
        for name in ("prepare.py", "train.py", "evaluate.py", "penstock.yaml", "pipelines/digits.pipeline.yaml", ".gitignore"):
            self.assertTrue((made / name).exists(), name)
        self.assertNotIn("${USER}", (made / "penstock.yaml").read_text())
        self.assertEqual(self.penstock("validate", cwd=made).code, 0)

    def test_an_unknown_template_names_those_there_are(self):
        result = self.penstock("init", "x", "--template", "digit")
        self.assertEqual(result.code, 2)
        self.assertIn("digits", result.err)


if __name__ == "__main__":
    unittest.main()
