"""Looking starts nothing, changes nothing and works where nothing can be written."""

import os
import pathlib
import subprocess
import unittest

from workspace import BIN, WorkspaceTest


class Reading(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()

    def make_run(self):
        self.pipeline("demo", "  a: {run: [echo, hello]}\n  b: {run: [\"false\"], needs: [a]}\n")
        self.assertEqual(self.penstock("run", "demo").code, 1)
        self.end_owners()

    def test_reading_commands_start_no_owner(self):
        self.make_run()
        for words in (["runs"], ["show", "demo-1"], ["logs", "demo-1", "a"], ["models"], ["approvals"], ["validate"], ["doctor"],
                      ["audit", "verify"]):
            self.assertEqual(self.penstock(*words).code, 0, words)
        self.assertIsNone(self.owner())

    def test_an_unknown_run_is_2_and_names_the_nearest(self):
        self.make_run()
        for words in (["show", "demo-2"], ["logs", "demo-2", "a"], ["cancel", "demo-2"], ["resume", "demo-2"]):
            result = self.penstock(*words)
            self.assertEqual(result.code, 2, words)
            self.assertIn("demo-1", result.err)
        self.assertEqual(self.penstock("show", "../../etc/passwd").code, 2)

    def test_an_unknown_step_is_2(self):
        self.make_run()
        self.assertEqual(self.penstock("logs", "demo-1", "c").code, 2)

    def test_runs_as_json(self):
        self.make_run()
        entry = self.penstock("runs", "--json").json["runs"][0]
        self.assertEqual({key: entry[key] for key in ("run", "pipeline", "file", "state", "waitingFor", "parameters", "steps")},
                         {"run": "demo-1", "pipeline": "demo", "file": "pipelines/demo.pipeline.yaml", "state": "failed",
                          "waitingFor": [], "parameters": {}, "steps": {"succeeded": 1, "failed": 1}})

    def test_a_run_as_json(self):
        self.make_run()
        document = self.penstock("show", "demo-1", "--json").json
        self.assertEqual([(step["step"], step["kind"], step["state"]) for step in document["steps"]],
                         [("a", "run", "succeeded"), ("b", "run", "failed")])
        attempt = document["steps"][1]["attempts"][0]
        self.assertEqual((attempt["phase"], attempt["outcome"]["kind"], attempt["outcome"]["code"]), ("ended", "exited", 1))
        self.assertEqual(pathlib.Path(document["steps"][0]["attempts"][0]["log"]).read_text(), "hello\n")

    def test_logs_follow_until_the_step_ends(self):
        self.pipeline("long", "  only: {run: \"echo one; until [ -e go ]; do sleep 0.05; done; echo two\"}\n")
        self.assertEqual(self.penstock("run", "long", "--detach").code, 0)
        self.wait_until(lambda: self.penstock("logs", "long-1", "only").out == "one\n", "the first line is there")
        process = self.start("logs", "long-1", "only", "--follow")
        self.write("go", "")
        out, err = process.communicate(timeout=60)
        self.assertEqual((process.returncode, out), (0, b"one\ntwo\n"), err)

    def test_a_workspace_that_cannot_be_written_can_be_read_and_says_why_nothing_runs(self):
        self.make_run()
        subprocess.run(["chmod", "-R", "a+rX,a-w", str(self.folder)], check=True)
        self.root.chmod(0o755)
        reader = {}
        if os.geteuid() == 0:  # root may write everything: look as somebody who may not
            reader = {"user": 65534, "group": 65534, "extra_groups": []}
            for folder in (self.home, self.runtime):
                os.chown(folder, 65534, 65534)
        if reader and subprocess.run([str(BIN / "penstock"), "--version"], capture_output=True, check=False, **reader).returncode != 0:
            self.skipTest("the build folder cannot be read by another user")
        result = self.penstock("runs", "--json", **reader)
        self.assertEqual(result.code, 0, result.err)
        self.assertEqual(result.json["runs"][0]["run"], "demo-1")
        self.assertEqual(self.penstock("logs", "demo-1", "a", **reader).out, "hello\n")
        result = self.penstock("run", "demo", "--trust", **reader)
        self.assertEqual(result.code, 6, result.out + result.err)
        self.assertTrue(result.err.strip())
        self.assertEqual(self.penstock("runs", "--json", **reader).json["runs"][0]["run"], "demo-1")

    def test_the_doctor_finds_what_is_there(self):
        result = self.penstock("doctor", "--json")
        checks = {check["check"]: check for check in result.json["checks"]}
        self.assertEqual(set(checks), {"workspace", "state", "log", "space", "size", "owner", "trust", "shell", "python", "shim", "memory",
                                       "locale"})
        self.assertEqual(checks["trust"]["health"], "fine")
        self.assertEqual(checks["shim"]["health"], "fine")

    def test_the_doctor_names_modules_that_are_missing(self):
        self.write("train.py", "import json\nimport no_such_module_anywhere\nimport helper\n")
        self.write("helper.py", "")
        checks = {check["check"]: check for check in self.penstock("doctor", "--json").json["checks"]}
        self.assertIn("no_such_module_anywhere", checks["python"]["text"])
        self.assertNotIn("helper", checks["python"]["text"])
        self.assertTrue(checks["python"]["mend"])


if __name__ == "__main__":
    unittest.main()
