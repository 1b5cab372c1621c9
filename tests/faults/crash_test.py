"""The owner is killed at random moments, and who watches a run with it: every step is executed once, every run ends well."""

import unittest

from crash import RUNS, CrashTest
from workspace import PATIENCE


class Crash(CrashTest):
    def test_owners_are_killed_and_nothing_is_lost_or_done_twice(self):
        runs = []
        for _ in range(max(1, RUNS // 2)):
            started = self.penstock("run", "crash", "--detach")
            self.assertEqual(started.code, 0, started.err)
            run = started.out.strip()
            runs.append(run)
            for _ in range(self.dice.randint(2, 4)):
                self.pause(0, 0.4)
                self.kill_owner()
                self.somebody_comes(run)
            self.await_end(run)
        self.assertGreaterEqual(self.kills["owner"], len(runs))
        self.judge(runs)
        self.nobody_is_left()

    def test_a_shim_that_has_work_left_starts_the_next_owner(self):
        self.pipeline("long", "  first: {run: \"touch ../begun; until [ -e ../go ]; do sleep 0.05; done\"}\n"
                              "  second: {run: [\"true\"], needs: [first]}\n")
        self.assertEqual(self.penstock("run", "long", "--detach").code, 0)
        self.wait_until((self.root / "begun").exists, "the first step runs")
        killed = self.owner()
        self.kill(killed, "owner")
        self.wait_until(lambda: self.owner() not in (None, killed), "another owner, while the step goes on")
        (self.root / "go").touch()
        self.wait_until(lambda: self.over("long-1"), "the run ends with nobody asking for it")
        self.assertEqual(self.state("long-1"), "succeeded")
        self.assertEqual(len(self.step("long-1", "first")["attempts"]), 1)
        self.nobody_is_left()

    def test_who_watches_is_killed_as_well(self):
        runs = []
        for number in range(max(1, RUNS // 4)):
            watcher = self.start("run", "crash")
            run = f"crash-{number + 1}"
            self.wait_until(lambda: self.state(run), f"{run} begins")
            runs.append(run)
            self.pause(0, 0.8)
            for pid in self.dice.sample([watcher.pid, self.owner() or watcher.pid], 2):
                self.kill(pid, "watcher" if pid == watcher.pid else "owner")
            watcher.wait()
            self.await_end(run)
        self.judge(runs)
        self.nobody_is_left()

    def test_a_watcher_follows_from_owner_to_owner(self):
        for number in range(max(1, RUNS // 5)):
            watcher = self.start("run", "crash")
            run = f"crash-{number + 1}"
            self.wait_until(lambda: self.state(run), f"{run} begins")
            for _ in range(2):
                self.pause(0, 0.4)
                self.kill_owner()
            out, err = watcher.communicate(timeout=PATIENCE)
            self.assertEqual(watcher.returncode, 0, (out + err).decode())
            self.judge([run])
            (self.root / "witness").unlink()

    def test_two_runs_at_a_time_that_write_at_the_same_paths(self):
        runs = []
        for _ in range(max(1, RUNS // 10)):
            pair = [self.penstock("run", "crash", "--detach").out.strip() for _ in range(2)]
            runs += pair
            for _ in range(4):
                self.pause(0, 0.8)
                self.kill_owner()
                self.somebody_comes(pair[1])
            for run in pair:
                self.await_end(run)
        self.judge(runs)
        self.nobody_is_left()


if __name__ == "__main__":
    unittest.main()
