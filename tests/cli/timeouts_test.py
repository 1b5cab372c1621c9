"""Timeouts of one attempt and of all together, and how long what is stopped may go on."""

import unittest

from workspace import WorkspaceTest


class Timeouts(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()

    def test_all_attempts_together_have_a_limit(self):
        self.pipeline("p", "  a: {run: [sleep, \"300\"], retry: {attempts: 9, within: 1s}}\n")
        self.assertEqual(self.penstock("run", "p").code, 1)
        step = self.step("p-1", "a")
        self.assertEqual([attempt["outcome"]["kind"] for attempt in step["attempts"]], ["timeout"])
        self.assertEqual(step["why"]["id"], "engine.within_passed")
        self.assertIn("1s", self.penstock("show", "p-1").out)

    def test_no_attempt_begins_that_would_be_too_late(self):
        self.pipeline("p", "  a: {run: [\"false\"], retry: {attempts: 9, delay: 1h, within: 30m}}\n")
        self.assertEqual(self.penstock("run", "p").code, 1)
        self.assertEqual(len(self.step("p-1", "a")["attempts"]), 1)

    def test_the_timeout_of_the_document_holds_for_steps_that_say_nothing(self):
        self.pipeline("p", "  a: {run: [sleep, \"300\"]}\n", "defaults: {timeout: 200ms}\n")
        self.assertEqual(self.penstock("run", "p").code, 1)
        self.assertEqual(self.step("p-1", "a")["attempts"][0]["outcome"]["kind"], "timeout")

    def test_what_does_not_end_when_asked_is_killed_after_its_grace(self):
        self.pipeline("p", "  a:\n    run: |\n      trap '' TERM\n      while true; do sleep 1; done\n    timeout: 300ms\n    grace: 100ms\n"
                           "  b:\n    run: |\n      trap 'echo saved; exit 3' TERM\n      while true; do sleep 0.05; done\n"
                           "    timeout: 1s\n    grace: 60s\n")
        self.assertEqual(self.penstock("run", "p").code, 1)
        stubborn, polite = (self.step("p-1", name)["attempts"][0] for name in ("a", "b"))
        self.assertEqual((stubborn["outcome"]["kind"], polite["outcome"]["kind"]), ("timeout", "timeout"))
        self.assertTrue(stubborn["usage"]["killed"])
        self.assertNotIn("killed", polite["usage"])
        self.assertIn("saved", self.penstock("logs", "p-1", "b").out)

    def test_limits_that_make_no_sense_are_issues(self):
        self.pipeline("p", "  a: {run: [\"true\"], timeout: 2h, grace: 5s, retry: {attempts: 2, within: 1h}}\n")
        issues = self.penstock("validate", "p", "--json").json["files"][0]["issues"]
        self.assertEqual([(issue["what"]["id"], issue["path"], issue["mend"]["arguments"]["text"]) for issue in issues],
                         [("check.within_short", "steps.a.retry.within", "within: 4h")])


if __name__ == "__main__":
    unittest.main()
