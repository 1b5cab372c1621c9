"""Two hundred runs in a row leave the owner as it was: its descriptors, its threads, its memory."""

import os
import pathlib
import sys
import unittest

from crash import SANITIZED, CrashTest

RUNS_IN_A_ROW = 200
WARM = 40  # caches are full, pools are made
MOST_GROWTH = 40 << 10  # bytes a run: what it was stays in memory, about half of this; a connection or a log that stays is more


@unittest.skipIf(SANITIZED, "a sanitizer keeps what was freed; it looks for leaks itself")
class Leaks(CrashTest):
    def measured(self, pid):
        """Descriptors, threads, and anonymous memory in bytes."""
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
        value = {line.split(":")[0]: line.split()[1] for line in status.splitlines() if ":" in line and len(line.split()) > 1}
        return len(os.listdir(f"/proc/{pid}/fd")), int(value["Threads"]), int(value["RssAnon"]) << 10

    def quiet(self, pid):
        """What a run needed is given back a moment later."""
        before = self.measured(pid)
        for _ in range(50):
            self.pause(0.1, 0.1)
            now = self.measured(pid)
            if now == before:
                break
            before = now
        return before

    def test_two_hundred_runs_in_a_row(self):
        self.pipeline("small", "  a: {run: [sh, step.sh, \"0\", \"${{ outputs.data }}\"], outputs: {data: {kind: file}}, cache: off}\n"
                               "  b: {run: [sh, step.sh, \"0\"], needs: [a], cache: off}\n")
        owner = self.start("serve", "--slots", "2")
        self.wait_until(lambda: self.owner() == owner.pid, "the owner announces itself")
        for number in range(1, RUNS_IN_A_ROW + 1):
            result = self.penstock("run", "small")
            self.assertEqual(result.code, 0, result.out + result.err)
            if number == WARM:
                first = self.quiet(owner.pid)
        last = self.quiet(owner.pid)
        print(f"descriptors, threads, memory: {first} after {WARM} runs, {last} after {RUNS_IN_A_ROW}", file=sys.stderr)
        self.assertEqual(last[:2], first[:2], "descriptors, threads")
        self.assertLess(last[2] - first[2], MOST_GROWTH * (RUNS_IN_A_ROW - WARM), "memory")
        self.assertEqual(len((self.root / "witness").read_text().splitlines()), 2 * RUNS_IN_A_ROW)


if __name__ == "__main__":
    unittest.main()
