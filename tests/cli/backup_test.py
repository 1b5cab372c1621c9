"""A backup is one file from which another folder has the runs, the models and the proof that nothing was changed."""

import shutil
import subprocess
import unittest

from workspace import WorkspaceTest

PIPELINE = """  train: {run: [sh, -c, "mkdir -p build; echo weights > build/model; echo '{\\\"loss\\\": 0.5}' >> $PENSTOCK_METRICS; echo trained"], outputs: {model: build/model}}
  record: {register: {model: digits, major: 1, artifact: "${{ steps.train.outputs.model }}"}}
  fail: {needs: [record], run: ["test", -e, mended]}
"""


class Backup(WorkspaceTest):
    def test_a_restored_workspace_goes_on_where_the_backup_was_made(self):
        self.trust()
        self.pipeline("digits", PIPELINE)
        self.assertEqual(self.penstock("run", "digits").code, 1)
        result = self.penstock("backup", "../saved.tar", "--json")
        self.assertEqual(result.code, 0, result.err)
        self.assertGreater(result.json["bytes"], 0)
        self.wait_until(lambda: self.owner() is None, "the owner leaves")
        other = self.root / "other"
        (other / ".penstock").mkdir(parents=True)
        shutil.copytree(self.folder / "pipelines", other / "pipelines")
        subprocess.run(["tar", "-xf", self.root / "saved.tar", "-C", other / ".penstock"], check=True)
        self.assertIn("tar -xf", (other / ".penstock/RESTORE.txt").read_text())
        self.assertTrue(self.penstock("audit", "verify", "--json", cwd=other).json["sound"])
        versions = self.penstock("models", "--json", cwd=other).json["lines"][0]["versions"]
        self.assertEqual([version["number"] for version in versions], ["1.1"])
        self.assertEqual(self.penstock("logs", "digits-1", "train", cwd=other).out, "trained\n")
        self.assertTrue((other / ".penstock/metrics.db").is_file())
        (series,) = self.penstock("show", "digits-1", "train", "--json", cwd=other).json["series"]
        self.assertEqual((series["name"], series["count"]), ("loss", 1))
        (other / "mended").touch()
        self.assertEqual(self.penstock("resume", "digits-1", "--trust", cwd=other).code, 0)

    def test_without_anything_there_is_no_backup(self):
        self.trust()
        self.assertNotEqual(self.penstock("backup", "saved.tar").code, 0)
        self.assertFalse((self.folder / "saved.tar").exists())


if __name__ == "__main__":
    unittest.main()
