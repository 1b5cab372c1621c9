"""Runs in the foreground: what is shown, what the exit code says, and that bad steps harm nothing."""

import os
import signal
import unittest

from workspace import WorkspaceTest


class Run(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()

    def run_one(self, command, *words, more=""):
        self.pipeline("one", f"  only:\n    run: {command}\n{more}")
        return self.penstock("run", "one", *words)

    def test_success_is_0_and_each_change_is_a_line(self):
        self.pipeline("two", "  first: {run: [\"true\"]}\n  second: {run: [\"true\"], needs: [first]}\n")
        result = self.penstock("run", "two")
        self.assertEqual(result.code, 0, result.err)
        self.assertTrue(result.out.startswith("two-1"))
        self.assertIn("✓", result.out)
        self.assertLess(result.out.index("first"), result.out.index("second"))

    def test_json_is_one_event_a_line_from_the_beginning_to_the_end(self):
        result = self.run_one("[\"true\"]", "--json")
        self.assertEqual(result.code, 0, result.err)
        events = result.lines
        self.assertEqual(events[0]["type"], "run.created")
        self.assertEqual((events[-1]["type"], events[-1]["payload"]["state"]), ("run.ended", "succeeded"))
        self.assertEqual([event["seq"] for event in events], sorted({event["seq"] for event in events}))
        for event in events:
            self.assertEqual(set(event), {"seq", "id", "at", "actor", "type", "payload"})

    def test_failure_is_1_and_shows_the_end_of_the_log(self):
        result = self.run_one("\"for i in $(seq 50); do echo line $i; done; echo the reason >&2; exit 3\"")
        self.assertEqual(result.code, 1, result.err)
        self.assertIn("the reason", result.out)
        self.assertIn("line 50", result.out)
        self.assertNotIn("line 2\n", result.out)
        self.assertIn("3", result.out)
        step = self.step("one-1", "only")
        self.assertEqual((step["state"], step["attempts"][0]["outcome"]["code"]), ("failed", 3))

    def test_a_script_that_is_missing_fails_and_is_named(self):
        result = self.run_one("[python3, no_such_script.py]")
        self.assertEqual(result.code, 1)
        self.assertIn("no_such_script.py", result.out)
        result = self.run_one("[no-such-program]")
        self.assertEqual(result.code, 1)
        self.assertIn("no-such-program", result.out)

    def test_an_end_by_signal_is_told_as_such(self):
        result = self.run_one("\"kill -SEGV $$\"")
        self.assertEqual(result.code, 1)
        self.assertEqual(self.step("one-1", "only")["attempts"][0]["outcome"]["signal"], int(signal.SIGSEGV))

    def test_a_timeout_ends_a_step(self):
        result = self.run_one("[sleep, \"600\"]", more="    timeout: 200ms\n")
        self.assertEqual(result.code, 1)
        self.assertEqual(self.step("one-1", "only")["attempts"][0]["outcome"]["kind"], "timeout")

    def test_a_hundred_megabytes_of_output_are_capped_and_can_be_read(self):
        result = self.run_one("\"head -c 104857600 /dev/zero | tr '\\\\0' x; echo; echo the last line\"")
        self.assertEqual(result.code, 0, result.out + result.err)
        log = self.penstock("logs", "one-1", "only").bytes
        self.assertTrue(log.endswith(b"the last line\n"))
        self.assertLess(len(log), 100 << 20)

    def test_binary_output_comes_back_as_it_was(self):
        result = self.run_one("[head, -c, \"100000\", /dev/urandom]")
        self.assertEqual(result.code, 0, result.err)
        self.assertEqual(len(self.penstock("logs", "one-1", "only").bytes), 100000)
        self.assertIn("text", self.penstock("logs", "one-1", "only", "--json").json)

    def test_terminal_codes_of_a_failed_step_are_shown_and_not_obeyed(self):
        result = self.run_one("\"printf '\\\\033]0;owned\\\\007\\\\033[2J'; exit 1\"")
        self.assertEqual(result.code, 1)
        self.assertNotIn(b"\x1b", result.bytes)

    def test_parameters_are_checked_before_anything_runs(self):
        self.pipeline("with", "  a: {run: [echo, \"${{ params.rate }}\"]}\n", "parameters:\n  rate: {type: number, default: 1, maximum: 5}\n")
        for word in ("rate=fast", "rate=9", "rat=1", "rate"):
            result = self.penstock("run", "with", "-p", word)
            self.assertEqual(result.code, 2, word)
            self.assertTrue(result.err, word)
        self.assertEqual(self.penstock("runs", "--json").json["runs"], [])
        result = self.penstock("run", "with", "-p", "rate=2.5")
        self.assertEqual(result.code, 0, result.err)
        self.assertEqual(self.penstock("logs", "with-1", "a").out, "2.5\n")

    def test_an_invalid_file_is_2_and_lists_its_issues(self):
        self.pipeline("bad", "  a: {run: [\"true\"], needs: [b], timeout: soon}\n")
        result = self.penstock("run", "bad")
        self.assertEqual(result.code, 2)
        self.assertIn("bad.pipeline.yaml:4:", result.out)

    def test_a_pipeline_that_is_missing_is_2(self):
        self.assertEqual(self.penstock("run", "nothing").code, 2)

    def test_ctrl_c_cancels_and_leaves_no_process(self):
        self.write("witness.sh", "touch started; exec sleep 12345\n")
        self.pipeline("long", "  only: {run: [sh, witness.sh]}\n")
        process = self.start("run", "long")
        self.wait_until((self.folder / "started").exists, "the step starts")
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(60), 5)
        self.assertEqual(self.state("long-1"), "cancelled")
        sleeping = [pid for pid in self.processes() if b"12345" in open(f"/proc/{pid}/cmdline", "rb").read()]
        self.assertEqual(sleeping, [])

    def test_detach_returns_the_id_at_once_and_the_run_goes_on(self):
        self.pipeline("long", "  only: {run: \"until [ -e go ]; do sleep 0.05; done\"}\n")
        result = self.penstock("run", "long", "--detach")
        self.assertEqual((result.code, result.out), (0, "long-1\n"))
        self.assertEqual(self.state("long-1"), "running")
        self.write("go", "")
        self.wait_until(lambda: self.state("long-1") == "succeeded", "the run ends")

    def test_cancel_from_elsewhere_ends_the_run_with_5(self):
        self.write("witness.sh", "touch started; exec sleep 12345\n")
        self.pipeline("long", "  only: {run: [sh, witness.sh]}\n")
        process = self.start("run", "long")
        self.wait_until((self.folder / "started").exists, "the step starts")
        self.assertEqual(self.penstock("cancel", "long-1", "--reason", "enough").code, 0)
        self.assertEqual(process.wait(60), 5)

    def test_resume_reuses_what_succeeded(self):
        self.pipeline("half", "  a: {run: \"echo a >> witness\"}\n  b: {run: \"test -e ready\", needs: [a]}\n")
        self.assertEqual(self.penstock("run", "half").code, 1)
        self.write("ready", "")
        result = self.penstock("resume", "half-1")
        self.assertEqual(result.code, 0, result.out + result.err)
        self.assertTrue(result.out.startswith("half-2"))
        self.assertEqual((self.folder / "witness").read_text(), "a\n")

    def test_steps_survive_the_owner(self):
        self.write("step.sh", "echo begun >> witness; until [ -e go ]; do sleep 0.05; done\n")
        self.pipeline("long", "  only: {run: [sh, step.sh]}\n")
        process = self.start("run", "long")
        self.wait_until((self.folder / "witness").exists, "the step starts")
        os.kill(self.owner(), signal.SIGKILL)
        self.write("go", "")
        out, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0, (out + err).decode())
        self.assertEqual((self.folder / "witness").read_text(), "begun\n")


class Untrusted(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.pipeline("one", "  only: {run: [touch, witness]}\n")

    def test_nothing_runs_and_it_is_said(self):
        result = self.penstock("run", "one")
        self.assertEqual(result.code, 6)
        self.assertIn("trust", result.err)
        self.assertEqual(self.penstock("validate").code, 0)
        self.assertEqual(self.penstock("runs", "--json").json, {"runs": []})
        self.assertFalse((self.folder / "witness").exists())

    def test_saying_so_once_is_enough(self):
        self.assertEqual(self.penstock("run", "one", "--trust").code, 0)
        self.assertTrue((self.folder / "witness").exists())
        self.assertEqual(self.penstock("run", "one").code, 0)

    def test_another_folder_in_its_place_is_not_trusted(self):
        self.assertEqual(self.penstock("run", "one", "--trust").code, 0)
        self.end_owners()
        self.folder.rename(self.root / "old")
        self.folder.mkdir()
        self.pipeline("one", "  only: {run: [touch, witness]}\n")
        self.assertEqual(self.penstock("run", "one").code, 6)


if __name__ == "__main__":
    unittest.main()
