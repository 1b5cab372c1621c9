"""What retention no longer keeps goes, says so, and takes nothing that a model version needs."""

import os
import signal
import unittest

from workspace import WorkspaceTest

STEPS = """  train: {run: [sh, -c, "mkdir -p build; echo model $1 > build/model; echo trained", sh, "${{ params.c }}"], outputs: {model: build/model}}
"""
RECORD = """  record: {register: {model: digits, major: 1, artifact: "${{ steps.train.outputs.model }}"}}
"""
PARAMETERS = "parameters: {c: {type: number, default: 1}}\n"


class Gc(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()
        self.pipeline("plain", STEPS, PARAMETERS)
        self.pipeline("model", STEPS + RECORD, PARAMETERS)
        self.assertEqual(self.penstock("run", "plain", "-p", "c=1").code, 0)
        self.assertEqual(self.penstock("run", "model", "-p", "c=2").code, 0)
        self.wait_until(lambda: self.owner() is None, "the owner leaves")
        self.runs = next(path for path in self.root.rglob("runs") if (path / "plain-1").is_dir())

    def keep_nothing(self):
        self.write("penstock.yaml", "penstock: 1\nretention: {runs: 0s, logs: 0s}\n")

    def test_a_dry_run_says_what_would_go_and_changes_nothing(self):
        self.keep_nothing()
        result = self.penstock("gc", "--dry-run", "--json")
        self.assertEqual(result.code, 0, result.err)
        said = result.json
        self.assertEqual((said["dryRun"], said["runs"], said["logs"]), (True, ["plain-1"], []))
        self.assertEqual(said["freed"]["runs"]["count"], 1)
        self.assertGreater(said["freed"]["objects"]["count"], 0)
        self.assertEqual(said["bytes"], sum(kind["bytes"] for kind in said["freed"].values()))
        self.assertTrue((self.runs / "plain-1").is_dir())
        self.assertIn("plain-1", self.penstock("gc", "--dry-run").out)
        size = next(check for check in self.penstock("doctor", "--json").json["checks"] if check["check"] == "size")
        self.assertIn("penstock gc", size["mend"])

    def test_what_went_is_said_wherever_it_is_asked_for(self):
        self.keep_nothing()
        result = self.penstock("gc", "--json")
        self.assertEqual((result.code, result.json["dryRun"]), (0, False), result.err)
        self.assertFalse((self.runs / "plain-1").exists())
        self.assertTrue((self.runs / "model-2/train/1/log").is_file())
        shown = self.penstock("show", "plain-1", "--json").json
        self.assertIsNotNone(shown["removed"])
        self.assertIn("retention", self.penstock("show", "plain-1").out)
        self.assertIn("retention", self.penstock("logs", "plain-1", "train").err)
        self.assertIn("retention", self.penstock("resume", "plain-1").err)
        self.assertEqual(self.penstock("logs", "model-2", "train").out, "trained\n")
        self.assertEqual(self.penstock("resume", "model-2").code, 0)
        self.assertEqual(self.penstock("run", "plain", "-p", "c=1").code, 0)
        self.assertTrue(self.penstock("audit", "verify", "--json").json["sound"])
        self.assertEqual(self.penstock("models", "--json").json["lines"][0]["versions"][0]["run"], "model-2")

    def test_without_retention_everything_stays(self):
        result = self.penstock("gc", "--json")
        self.assertEqual((result.code, result.json["runs"], result.json["logs"]), (0, [], []), result.err)
        self.assertTrue((self.runs / "plain-1").is_dir())
        self.assertEqual(self.penstock("logs", "plain-1", "train").out, "trained\n")

    def test_an_owner_that_is_killed_meanwhile_is_followed_by_one_that_ends_it(self):
        self.keep_nothing()
        for _ in range(6):
            process = self.start("gc")
            owner = self.wait_until(lambda: self.owner() or process.poll() is not None, "an owner comes")
            if owner is not True:
                os.kill(owner, signal.SIGKILL)
            process.wait(60)
        self.assertEqual(self.penstock("gc").code, 0)
        self.assertFalse((self.runs / "plain-1").exists())
        self.assertTrue(self.penstock("audit", "verify", "--json").json["sound"])
        self.assertEqual(self.penstock("resume", "model-2").code, 0)


if __name__ == "__main__":
    unittest.main()
