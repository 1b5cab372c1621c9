"""Clocks that are wrong: order is that of the log, durations are never negative, what is due is done once."""

import os
import shutil
import signal
import subprocess
import unittest

from crash import SANITIZED, CrashTest
from workspace import PENSTOCK

CLOCKS = ("+1h", "-1h", "-10y", "@2038-01-19 03:14:00", "+0")
ZONES = ("America/New_York", "Europe/London", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kathmandu", "No/Where", "")


@unittest.skipIf(SANITIZED, "a sanitizer and the library that changes the clock both want to be loaded first")
class Clocks(CrashTest):
    def setUp(self):
        super().setUp()
        if not shutil.which("faketime"):
            self.skipTest("there is no faketime here")

    def serve_at(self, clock):
        environment = {**self.environment, "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_NO_CACHE": "1"}
        process = subprocess.Popen(["faketime", "-f", clock, PENSTOCK, "serve"], cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.started.append(process)
        self.wait_until(lambda: self.owner(), f"an owner whose clock is {clock}")
        return process

    def end(self, wrapper):
        os.kill(self.owner(), signal.SIGTERM)
        wrapper.wait()

    def test_runs_of_owners_with_other_clocks_stand_in_the_order_in_which_they_were(self):
        self.pipeline("one", "  a: {run: [\"true\"], cache: off}\n  b: {run: [\"false\"], needs: [a], cache: off, retry: {attempts: 2}, advisory: true}\n")
        years = []
        for number, clock in enumerate(CLOCKS, 1):
            owner = self.serve_at(clock)
            self.assertEqual(self.penstock("run", "one").code, 0, clock)
            document = self.penstock("show", f"one-{number}", "--json").json
            years.append(document["created"][:4] if "created" in document else document["started"][:4])
            for step in document["steps"]:
                for attempt in step["attempts"]:
                    self.assertGreaterEqual(attempt.get("record", attempt).get("ran", 0), 0, attempt)
            self.end(owner)
        self.assertIn("2038", years)
        self.assertLess(int(years[2]), int(years[1]) - 8)
        runs = [run["run"] for run in self.penstock("runs", "--json").json["runs"]]
        self.assertEqual(runs, [f"one-{number}" for number in range(len(CLOCKS), 0, -1)])
        shown = self.penstock("runs").out + "".join(self.penstock("show", run).out for run in runs)
        self.assertNotRegex(shown, r"-\d+(\.\d+)? (ms|s|min|h)\b")
        result = self.penstock("audit", "verify", "--json")
        self.assertEqual((result.code, result.json["sound"]), (0, True), result.out)

    def test_a_clock_that_jumps_under_a_running_step_changes_nothing(self):
        self.pipeline("long", "  only: {run: \"touch ../begun; until [ -e ../go ]; do sleep 0.05; done\", timeout: 1h, cache: off}\n")
        owner = self.serve_at("+0")
        self.assertEqual(self.penstock("run", "long", "--detach").code, 0)
        self.wait_until((self.root / "begun").exists, "the step runs")
        self.end(owner)
        for clock in ("+2h", "-2h"):
            owner = self.serve_at(clock)
            self.assertEqual(self.state("long-1"), "running")
            self.end(owner)
        self.serve_at("+3h")
        (self.root / "go").touch()
        self.wait_until(lambda: self.over("long-1"), "the run ends")
        self.assertEqual(self.state("long-1"), "succeeded", self.penstock("show", "long-1").out)

    def test_what_became_due_while_nobody_was_there_is_done_once(self):
        self.pipeline("due", "  pause: {wait: 1h}\n  after: {run: \"echo $PENSTOCK_RUN_ID >> ../after\", needs: [pause], cache: off}\n")
        for _ in range(20):
            self.assertEqual(self.penstock("run", "due", "--detach").code, 0)
        self.end_owners()
        owner = self.serve_at("+90m")
        self.wait_until(lambda: all(self.over(f"due-{number}") for number in range(1, 21)), "all waits are over")
        self.end(owner)
        self.end(self.serve_at("+0"))
        self.assertEqual(sorted((self.root / "after").read_text().split()), sorted(f"due-{number}" for number in range(1, 21)))

    def test_time_zones_change_what_is_shown_and_nothing_else(self):
        self.pipeline("one", "  pause: {wait: {until: \"2026-03-29T01:30:00Z\"}}\n  a: {run: [\"true\"], needs: [pause], cache: off}\n")
        for number, zone in enumerate(ZONES, 1):
            self.environment["TZ"] = zone
            self.assertEqual(self.penstock("run", "one").code, 0, zone)
            self.assertEqual(self.penstock("show", f"one-{number}").code, 0, zone)
            self.end_owners()
        self.environment.pop("TZ")
        starts = [run["run"] for run in self.penstock("runs", "--json").json["runs"]]
        self.assertEqual(len(starts), len(ZONES))


if __name__ == "__main__":
    unittest.main()
