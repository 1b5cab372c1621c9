"""Owners and shims that are killed, stopped or shouted at while many steps run: all of these are adopted, none is taken for dead."""

import os
import pathlib
import signal
import unittest

from crash import CrashTest
from workspace import PATIENCE

MANY = 50
WAITING = "printf 'begun\\\\n'; printf '%s\\\\n' $PENSTOCK_RUN_ID/$PENSTOCK_STEP/$PENSTOCK_ATTEMPT >> ../witness; until [ -e ../go ]; do sleep 0.2; done; echo ended"


class Stopped(CrashTest):
    def begin(self, name, steps, jobs):
        self.pipeline(name, "".join(f'  s{i}: {{run: "{WAITING}", cache: off{more}}}\n' for i, more in enumerate(steps)))
        self.assertEqual(self.penstock("run", name, "--detach", "--jobs", str(jobs)).code, 0)
        self.wait_until(lambda: len(self.witnesses()) == min(jobs, len(steps)), "the steps run")

    def witnesses(self):
        try:
            return (self.root / "witness").read_text().splitlines()
        except FileNotFoundError:
            return []

    def go(self):
        (self.root / "go").touch()

    def shims(self):
        found = {}
        for pid in self.processes():
            try:
                words = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if words[0].endswith(b"penstock-shim"):
                found[pid] = words
        return found

    def serve(self):
        process = self.start("serve")
        self.wait_until(lambda: self.owner() == process.pid, "the owner announces itself")
        return process

    def all_ended_well(self, run, count):
        self.wait_until(lambda: self.over(run), f"{run} ends")
        document = self.penstock("show", run, "--json").json
        self.assertEqual(document["state"], "succeeded", self.penstock("show", run).out)
        self.assertEqual([len(step["attempts"]) for step in document["steps"]], [1] * count)
        for step in document["steps"]:
            self.assertEqual(pathlib.Path(step["attempts"][0]["log"]).read_text(), "begun\nended\n")
        self.assertEqual(sorted(self.witnesses()), sorted(f"{run}/{step['step']}/1" for step in document["steps"]))

    # --- stories

    def test_fifty_running_steps_are_adopted_by_the_next_owner(self):
        self.begin("wide", [""] * MANY, MANY)
        before = set(self.shims())
        self.assertEqual(len(before), MANY)
        for _ in range(3):
            self.pause(0, 0.3)
            for pid in self.owners():
                self.kill(pid, "owner")
            self.assertEqual(self.penstock("resume", "wide-1", "--detach").code, 0)
            self.assertEqual(set(self.shims()), before)
        self.go()
        self.all_ended_well("wide-1", MANY)
        self.nobody_is_left()

    def test_a_shim_that_hangs_holds_up_its_own_step_only(self):
        self.begin("pair", ["", ""], 2)
        hung = next(pid for pid, words in self.shims().items() if any(word.endswith(b"shims/0") for word in words))
        os.kill(hung, signal.SIGSTOP)
        self.go()
        self.wait_until(lambda: "succeeded" in [step["state"] for step in self.penstock("show", "pair-1", "--json").json["steps"]], "the other step ends")
        self.pipeline("next", "  only: {run: [\"true\"]}\n")
        self.assertEqual(self.penstock("run", "next").code, 0)
        self.assertEqual(self.state("pair-1"), "running")
        os.kill(hung, signal.SIGCONT)
        self.all_ended_well("pair-1", 2)

    def test_an_owner_that_stood_still_takes_nothing_for_timed_out(self):
        self.begin("still", [", timeout: 4s"], 1)
        self.pipeline("waits", "  pause: {wait: 1s}\n  after: {run: \"echo after >> ../after\", needs: [pause], cache: off}\n")
        self.assertEqual(self.penstock("run", "waits", "--detach").code, 0)
        owner = self.owner()
        os.kill(owner, signal.SIGSTOP)
        self.go()
        self.pause(5, 5)  # longer than any limit: time itself is what the story is about
        os.kill(owner, signal.SIGCONT)
        self.all_ended_well("still-1", 1)
        self.wait_until(lambda: self.over("waits-2"), "the wait is over")
        self.assertEqual((self.root / "after").read_text(), "after\n")

    def test_signals_that_mean_something_else_change_nothing(self):
        owner = self.serve()
        self.begin("storm", [""], 1)
        shims = self.shims()
        for _ in range(50):
            for pid in [owner.pid, *shims]:
                for number in (signal.SIGCHLD, signal.SIGPIPE, signal.SIGHUP, signal.SIGWINCH):
                    os.kill(pid, number)
        self.assertIsNone(owner.poll())
        self.assertEqual(set(self.shims()), set(shims))
        self.go()
        self.all_ended_well("storm-1", 1)

    def test_a_logout_ends_the_owner_and_no_step(self):
        owner = self.serve()
        self.begin("logout", [""], 1)
        shims = set(self.shims())
        for pid in shims:
            for number in (signal.SIGHUP, signal.SIGTERM):
                os.kill(pid, number)
        os.kill(owner.pid, signal.SIGHUP)
        for _ in range(20):
            os.kill(owner.pid, signal.SIGTERM)
        self.assertEqual(owner.wait(PATIENCE), 0)
        self.assertEqual(set(self.shims()), shims)
        self.go()
        self.serve()
        self.all_ended_well("logout-1", 1)


if __name__ == "__main__":
    unittest.main()
