"""Graphs of very many steps: judged and run without recursion; a circle through all of them is named."""

import unittest

from crash import CrashTest

MANY = 20_000


class LargeGraph(CrashTest):
    def chain(self, first_needs):
        lines = [f"  s0: {{run: [\"true\"]{first_needs}}}\n"]
        lines += [f"  s{i}: {{run: [\"true\"], needs: [s{i - 1}]}}\n" for i in range(1, MANY)]
        return "".join(lines)

    def test_a_long_chain_is_valid_and_goes_through(self):
        self.pipeline("chain", self.chain(""))
        result = self.penstock("validate", "pipelines/chain.pipeline.yaml")
        self.assertEqual(result.code, 0, (result.out + result.err)[-2000:])
        self.assertEqual(self.penstock("run", "chain", "--simulate", "--detach").code, 0)
        self.wait_until(lambda: self.state("chain-1") == "succeeded", "it goes through")

    def test_a_circle_through_all_of_them_is_named(self):
        self.pipeline("circle", self.chain(f", needs: [s{MANY - 1}]"))
        result = self.penstock("validate", "pipelines/circle.pipeline.yaml")
        self.assertEqual(result.code, 2)
        self.assertIn("s0", result.out + result.err)
        self.assertLess(len(result.out + result.err), 1 << 20)

    def test_a_wide_fan_goes_through(self):
        self.pipeline("fan", f"  sweep: {{map: {{over: [{', '.join(map(str, range(10_000)))}]}}, run: [\"true\"]}}\n"
                             "  after: {run: [\"true\"], needs: [sweep]}\n")
        self.assertEqual(self.penstock("run", "fan", "--simulate", "--detach").code, 0)
        self.wait_until(lambda: self.state("fan-1") == "succeeded", "it goes through")


if __name__ == "__main__":
    unittest.main()
