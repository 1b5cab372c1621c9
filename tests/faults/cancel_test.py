"""A run is cancelled at any moment of its life, once and twice: it has one end, and what ended well before stays so."""

import unittest

from crash import RUNS, CrashTest


class Cancel(CrashTest):
    def test_a_cancel_at_any_moment_leaves_one_end(self):
        self.pipeline("quick", "".join(f"  s{i}: {{run: [sh, step.sh, \"0.05\"], cache: off{f', needs: [s{i - 1}]' if i else ''}}}\n" for i in range(4)))
        seen = set()
        for number in range(1, RUNS + 1):
            run = f"quick-{number}"
            self.assertEqual(self.penstock("run", "quick", "--detach").out.strip(), run)
            self.pause(0, 0.06)
            results = [self.start("cancel", run) for _ in range(self.dice.randint(1, 2))]
            for each in results:
                each.wait()
            self.wait_until(lambda run=run: self.over(run), f"{run} ends")
            before = self.penstock("show", run, "--json").json
            self.penstock("cancel", run)
            after = self.penstock("show", run, "--json").json
            self.assertEqual(after, before, "an end changed")
            self.assertIn(before["state"], ("succeeded", "cancelled"))
            seen.add(before["state"])
            for step in before["steps"]:
                self.assertLessEqual(len(step["attempts"]), 1)
                if step["attempts"] and step["attempts"][0]["outcome"]["kind"] == "succeeded":
                    self.assertEqual(step["state"], "succeeded", "what ended well was called cancelled")
        witness = (self.root / "witness").read_text().splitlines()
        self.assertEqual(len(witness), len(set(witness)))
        self.assertIn("cancelled", seen)
        self.wait_until(lambda: not self.processes(), "all processes leave")


if __name__ == "__main__":
    unittest.main()
