"""A pipeline whose steps leave witnesses, ways to kill who works on it, and the judgement of what came of it.

The moments come from a seed that is printed; PENSTOCK_CRASH_SEED repeats one, PENSTOCK_CRASH_RUNS asks for more runs.
"""

import collections
import json
import os
import pathlib
import random
import signal
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from workspace import PATIENCE, WorkspaceTest  # noqa: E402

SEED = int(os.environ.get("PENSTOCK_CRASH_SEED", "0")) or random.SystemRandom().randrange(1, 1 << 31)
SANITIZED = os.environ.get("PENSTOCK_SANITIZED") == "1"  # such a program has memory, descriptors and a first library of its own
ALREADY_SERVED = 6  # what serve says where an owner is
RUNS = int(os.environ.get("PENSTOCK_CRASH_RUNS", "20"))

# The one write(2) of the line appends (O_APPEND): it is whole, and none is written over by another.
STEP = """\
printf '%s\\n' "$PENSTOCK_RUN_ID/$PENSTOCK_STEP/$PENSTOCK_ATTEMPT" >> ../witness
sleep "$1"
shift
echo "$PENSTOCK_STEP was here"
for file in "$@"; do
  echo "$PENSTOCK_STEP of $PENSTOCK_RUN_ID" > "$file"
done
"""

# A chain, a diamond, a diamond in a diamond; outputs at paths (claimed by one attempt at a time) and private ones.
STEPS = {
    "begin":  (0.00, [], "private"),
    "left":   (0.05, ["begin"], "path"),
    "right":  (0.20, ["begin"], "private"),
    "deep_a": (0.00, ["left"], None),
    "deep_b": (0.10, ["left"], "path"),
    "join":   (0.00, ["deep_a", "deep_b", "right"], "private"),
    "quick1": (0.00, ["join"], None),
    "quick2": (0.00, ["quick1"], "path"),
    "quick3": (0.00, ["quick2"], None),
    "slow":   (0.30, ["join"], "path"),
    "gather": (0.00, ["quick3", "slow"], "path"),
    "last":   (0.05, ["gather"], "private"),
}


def document():
    lines = []
    for name, (seconds, needs, output) in STEPS.items():
        given = [need for need in needs if STEPS[need][2]]
        words = ["sh", "step.sh", str(seconds)] + (["${{ outputs.data }}"] if output else [])
        lines.append(f"  {name}:\n    run: [{', '.join(json.dumps(word) for word in words)}]\n    cache: off\n")
        lines.append(f"    needs: [{', '.join(needs)}]\n" if needs else "")
        inputs = ", ".join(f'{need}: "${{{{ steps.{need}.outputs.data }}}}"' for need in given)
        lines.append(f"    inputs: {{{inputs}}}\n" if inputs else "")
        if output:
            lines.append(f"    outputs: {{data: {f'build/{name}.txt' if output == 'path' else '{kind: file}'}}}\n")
    return "".join(lines)


class CrashTest(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()
        self.write("step.sh", STEP)
        (self.folder / "build").mkdir()
        self.pipeline("crash", document())
        self.dice = random.Random(f"{SEED} {self.id()}")
        self.kills = collections.Counter()
        self.addCleanup(self.report)

    def report(self):
        print(f"{self.id()}: seed {SEED}, killed {dict(self.kills)}", file=sys.stderr)

    # --- killing

    def owners(self):
        """Whoever is an owner or on the way to be one; owner.json names only one that has arrived."""
        found = []
        for pid in self.processes():
            try:
                words = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if b"serve" in words[:2]:
                found.append(pid)
        return found

    def kill(self, pid, what):
        try:
            os.kill(pid, signal.SIGKILL)
            self.kills[what] += 1
        except ProcessLookupError:
            pass

    def kill_owner(self):
        """The one that has announced itself, or now and then one that has not got so far."""
        announced = self.owner()
        pids = [announced] if announced and self.dice.random() < 0.8 else self.owners()
        for pid in pids:
            self.kill(pid, "owner" if pid == announced else "owner that had not arrived")

    def pause(self, least, most):
        time.sleep(self.dice.uniform(least, most))

    # --- judging

    def over(self, run):
        return self.state(run) not in (None, "running")

    def give_next_command(self, run):
        self.kills["next command"] += 1
        result = self.penstock("resume", run, "--detach")
        self.assertEqual(result.code, 0, result.out + result.err)
        if result.out.strip() != run:  # it ended well before the command came, which then reused all of it
            self.assertEqual(self.state(run), "succeeded", self.penstock("show", run).out)
            self.await_end(result.out.strip())

    def patience_without_owner(self):
        """A shim that has work left starts an owner after a while; whoever gives the next command does not wait for it."""
        return self.dice.choice([0, 0, 2.5])

    def somebody_comes(self, run):
        others_turn = time.monotonic() + self.patience_without_owner()
        while not self.over(run) and not self.owners():
            if time.monotonic() > others_turn:
                return self.give_next_command(run)
            time.sleep(0.05)
            if self.owners():
                self.kills["revived by others"] += 1

    def await_end(self, run):
        deadline = time.monotonic() + PATIENCE
        while not self.over(run):
            if time.monotonic() > deadline:
                self.fail(f"{run} never ends: {self.penstock('show', run).out}")
            self.somebody_comes(run)
            time.sleep(0.05)

    def judge(self, runs):
        witness = collections.Counter((self.root / "witness").read_text().splitlines())
        self.assertEqual([line for line, count in witness.items() if count > 1], [], "executed more than once")
        for run in runs:
            document = self.penstock("show", run, "--json").json
            self.assertEqual(document["state"], "succeeded", self.penstock("show", run).out)
            self.assertEqual({step["step"]: step["state"] for step in document["steps"]}, dict.fromkeys(STEPS, "succeeded"))
            attempts = [f"{run}/{step['step']}/{attempt['attempt']}" for step in document["steps"] for attempt in step["attempts"]]
            self.assertEqual(sorted(attempts), sorted(f"{run}/{name}/1" for name in STEPS))
            for attempt in attempts:
                self.assertEqual(witness.pop(attempt, 0), 1, f"lines of {attempt}")
            self.judge_results(run, document)
        self.assertEqual(witness, {}, "lines of attempts that nobody knows")
        result = self.penstock("audit", "verify", "--json")
        self.assertEqual((result.code, result.json["sound"]), (0, True), result.out + result.err)

    def judge_results(self, run, document):
        for step in document["steps"]:
            log = pathlib.Path(step["attempts"][0]["log"]).read_text()
            self.assertEqual(log, f"{step['step']} was here\n")
            if STEPS[step["step"]][2]:
                size = len(f"{step['step']} of {run}\n")
                self.assertEqual(step["outputs"]["data"]["size"], size)

    def nobody_is_left(self):
        """The last owner may have been among the killed: one that finds nothing to do clears up after it, unless one is there already."""
        self.assertIn(self.penstock("serve", "--until-idle").code, (0, ALREADY_SERVED))
        self.wait_until(lambda: not self.processes(), f"all processes leave; {self.whoever_is_left()}")
        self.assertEqual(self.owner_files(), [])

    def whoever_is_left(self):
        return [pathlib.Path(f"/proc/{pid}/cmdline").read_bytes() for pid in self.processes()]
