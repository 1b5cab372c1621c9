"""What a step takes is recorded, and what it may take is kept."""

import unittest

from workspace import WorkspaceTest


class Resources(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()

    def usage(self, run, step):
        return self.step(run, step)["attempts"][0]["usage"]

    def test_what_all_processes_of_a_step_took_is_recorded(self):
        self.write("work.py", "import os, subprocess, sys\n"
                              "if len(sys.argv) == 1:\n"
                              "    subprocess.run([sys.executable, __file__, 'child'], check=True)\n"
                              "else:\n"
                              "    x = bytearray(60 << 20)\n"
                              "    for i in range(2_000_000): pass\n")
        self.pipeline("one", "  only: {run: [python3, work.py]}\n")
        self.assertEqual(self.penstock("run", "one").code, 0)
        usage = self.usage("one-1", "only")
        self.assertGreater(usage["memoryBytes"], 60 << 20)
        self.assertGreater(usage["cpuMs"], 0)
        self.assertLessEqual({"readBytes", "writtenBytes", "ranMs", "logBytes"}, set(usage))
        self.assertNotIn("memoryLimit", usage)

    def test_a_step_that_takes_more_memory_than_it_may_is_ended_and_told_so(self):
        self.pipeline("one", "  greedy: {run: \"python3 -c 'import time; x = bytearray(300 << 20); time.sleep(1000)'\", "
                             "resources: {memory: 100MiB}}\n")
        result = self.penstock("run", "one")
        self.assertEqual(result.code, 1)
        self.assertIn("more than its limit of 100 MiB", result.out)
        usage = self.usage("one-1", "greedy")
        self.assertEqual(usage["outOfMemory"], "limit")
        self.assertEqual(usage["memoryLimit"]["bytes"], 100 << 20)
        self.assertIn(usage["memoryLimit"]["keptBy"], ("watch", "kernel"))
        self.assertTrue(usage["killed"])

    def test_a_step_within_its_limit_is_left_alone(self):
        self.pipeline("one", "  modest: {run: [python3, -c, \"x = bytearray(30 << 20)\"], resources: {memory: 1GiB}}\n")
        self.assertEqual(self.penstock("run", "one").code, 0)
        usage = self.usage("one-1", "modest")
        self.assertEqual(usage["memoryLimit"]["bytes"], 1 << 30)
        self.assertNotIn("outOfMemory", usage)


if __name__ == "__main__":
    unittest.main()
