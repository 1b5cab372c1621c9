"""The owner and the shim are killed at system calls of the ways a step begins, ends and is cancelled: nothing is executed twice,
what was acknowledged is there, every run ends, and no process is left."""

import collections
import pathlib
import unittest

from tracing import TracedTest
from workspace import PATIENCE

RETRY = "retry: {attempts: 4, on: [lost]}"


class KilledAtASystemCall(TracedTest):
    def setUp(self):
        super().setUp()
        lost = f"cache: off, {RETRY}"
        self.pipeline("calls", f"""\
  make: {{run: [sh, step.sh, "0", "${{{{ outputs.data }}}}"], outputs: {{data: {{kind: file}}}}, {lost}}}
  take: {{run: [sh, step.sh, "0", build/take.txt], inputs: {{data: "${{{{ steps.make.outputs.data }}}}"}}, outputs: {{data: build/take.txt}}, {lost}}}
""")
        self.pipeline("long", f"""\
  sleep: {{run: "printf '%s\\\\n' $PENSTOCK_RUN_ID/$PENSTOCK_STEP/$PENSTOCK_ATTEMPT >> ../witness; (setsid sleep 86398 &); sleep 86398", {lost}}}
  never: {{run: [sh, step.sh, "0"], needs: [sleep]}}
""")
        self.acknowledged = set()

    def patience_without_owner(self):
        return 0

    # --- one history each

    def begin(self, name):
        """Whether it was acknowledged or not: what was, is in the log."""
        result = self.penstock("run", name, "--detach", "--jobs", "1")
        if result.code == 0:
            self.acknowledged.add(result.out.strip())

    def all_runs(self):
        return {run["run"]: run["state"] for run in self.penstock("runs", "--json").json["runs"]}

    def finish(self):
        for run, state in self.all_runs().items():
            if state in ("running", "waiting"):
                self.await_end(run)

    def a_run_goes_to_its_end(self):
        self.begin("calls")
        self.finish()

    def a_run_is_cancelled(self):
        self.begin("long")
        for run, state in self.all_runs().items():
            if state == "running":
                self.look(lambda run=run: self.step(run, "sleep")["state"] != "pending")
                while not self.over(run):
                    self.penstock("cancel", run)
                    self.look(lambda run=run: self.over(run))

    def look(self, condition):
        """For a while: who would make it true may be dead."""
        for _ in range(40):
            if condition():
                return
            self.pause(0.05, 0.05)

    # --- judging

    def judge_all(self):
        runs = self.all_runs()
        self.assertLessEqual(self.acknowledged, set(runs), "acknowledged and lost")
        witness = collections.Counter((self.root / "witness").read_text().splitlines())
        self.assertEqual([line for line, count in witness.items() if count > 1], [], "executed more than once")
        for run, state in runs.items():
            with self.subTest(run):
                self.judge_run(run, state, witness)
        result = self.penstock("audit", "verify", "--json")
        self.assertEqual((result.code, result.json["sound"]), (0, True), result.out + result.err)

    def judge_run(self, run, state, witness):
        steps = self.penstock("show", run, "--json").json["steps"]
        kinds = [attempt["outcome"]["kind"] for step in steps for attempt in step["attempts"]]
        expected = ["succeeded" if run.startswith("calls") else "cancelled"]
        if "spawnError" in kinds:  # the shim was killed before it could take anything: said so, and nothing was executed
            expected.append("failed")
        self.assertIn(state, expected, self.penstock("show", run).out)
        for step in steps:
            self.assertEqual([attempt["attempt"] for attempt in step["attempts"]], list(range(1, len(step["attempts"]) + 1)))
            for attempt in step["attempts"]:
                times = witness[f"{run}/{step['step']}/{attempt['attempt']}"]
                kind = attempt["outcome"]["kind"]
                self.assertIn(times, {"succeeded": (1,), "lost": (0, 1), "cancelled": (0, 1), "spawnError": (0,)}[kind])
        if run.startswith("long"):
            self.assertEqual(self.step(run, "never")["attempts"], [])

    def no_step_is_left(self):
        def left():
            return [pid for pid in self.processes() if b"86398" in pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()]
        self.wait_until(lambda: not left(), "what the steps started is gone")

    # --- the owner

    def try_owner(self, history):
        tracer = self.start_owner()
        history()
        moments = self.moments(self.trace)
        self.end_owner_quickly(tracer)
        for moment in self.some(moments):
            with self.subTest(moment):
                tracer = self.start_owner(*self.kill_at(moment))
                history()
                if tracer.poll() is not None and tracer.returncode != 0:
                    self.kills[moment[0]] += 1
                self.end_owner_quickly(tracer)
        self.judge_all()
        self.no_step_is_left()
        self.nobody_is_left()

    def end_owner_quickly(self, tracer):
        """The next moment needs an owner of its own, under its own tracer."""
        for pid in self.owners():
            self.kill(pid, "owner afterwards")
        tracer.wait(PATIENCE)
        self.wait_until(lambda: not self.owner(), "the owner is gone")

    def test_of_the_owner_while_a_run_goes_to_its_end(self):
        self.try_owner(self.a_run_goes_to_its_end)

    def test_of_the_owner_while_a_run_is_cancelled(self):
        self.try_owner(self.a_run_is_cancelled)

    # --- the shim

    def try_shim(self, history):
        self.install_traced_shim()
        self.inject_into_shim()
        history()
        self.wait_until(lambda: not self.shims(), "idle shims go")
        moments = self.moments(self.trace)
        for moment in self.some(moments):
            with self.subTest(moment):
                self.inject_into_shim(*self.kill_at(moment))
                history()
                self.kills[moment[0]] += 1
                (self.root / "inject").unlink(missing_ok=True)
                self.wait_until(lambda: not self.shims(), "idle shims go")
        self.judge_all()
        self.no_step_is_left()
        self.nobody_is_left()

    def test_of_the_shim_while_a_run_goes_to_its_end(self):
        self.try_shim(self.a_run_goes_to_its_end)

    def test_of_the_shim_while_a_run_is_cancelled(self):
        self.try_shim(self.a_run_is_cancelled)


if __name__ == "__main__":
    unittest.main()
