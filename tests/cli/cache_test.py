"""A second run takes from the cache what the first one made, and `explain` says why each step ran or did not."""

import unittest

from workspace import WorkspaceTest


class Cache(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()
        self.write("raw.csv", "1\n2\n")
        self.write("sum.sh", "awk '{s += $1} END {print s}' \"$PENSTOCK_INPUT_RAW\" > build/sum.txt\n")
        self.pipeline("p", "  sum:\n    run: [sh, sum.sh]\n    inputs: {raw: {file: raw.csv}}\n"
                           "    outputs: {sum: build/sum.txt}\n  tell: {run: [\"true\"], needs: [sum]}\n")

    def explained(self, run, step):
        result = self.penstock("explain", run, step, "--json")
        self.assertEqual(result.code, 0, result.err)
        return result.json["steps"][0]

    def test_hits_and_misses_are_explained(self):
        self.assertEqual(self.penstock("run", "p").code, 0)
        first = self.explained("p-1", "sum")
        self.assertEqual((first["way"], first["against"]), ("ran", None))
        (self.folder / "build/sum.txt").unlink()
        self.assertEqual(self.penstock("run", "p").code, 0)
        second = self.explained("p-2", "sum")
        self.assertEqual((second["way"], second["against"], second["key"]), ("cached", "p-1/sum", first["key"]))
        self.assertEqual(set(second["parts"].values()), {"same"})
        self.assertEqual((self.folder / "build/sum.txt").read_text(), "3\n")
        self.assertTrue(self.step("p-2", "sum")["cached"])
        self.assertIn("Cached", self.penstock("show", "p-2").out)
        self.assertEqual(self.explained("p-2", "tell")["way"], "ran")
        self.write("raw.csv", "1\n2\n4\n")
        self.write("sum.sh", (self.folder / "sum.sh").read_text() + "# more\n")
        self.assertEqual(self.penstock("run", "p").code, 0)
        third = self.explained("p-3", "sum")
        self.assertEqual((third["way"], third["against"]), ("ran", "p-2/sum"))
        self.assertEqual({part for part, said in third["parts"].items() if said == "differs"}, {"code", "inputs"})
        self.assertEqual([(each["part"], each["name"]) for each in third["differs"]], [("inputs", "raw"), ("code", "sum.sh")])
        text = self.penstock("explain", "p-3").out
        self.assertIn("p-2/sum", text)
        self.assertIn("sum.sh", text)
        self.assertIn("tell", text)

    def test_no_cache_runs_everything(self):
        self.assertEqual(self.penstock("run", "p").code, 0)
        self.assertEqual(self.penstock("run", "p", "--no-cache").code, 0)
        self.assertEqual(self.explained("p-2", "sum")["why"]["id"], "engine.cache_run_without")
        self.assertFalse(self.step("p-2", "sum")["cached"])

    def test_what_is_not_there_is_said(self):
        self.assertEqual(self.penstock("run", "p").code, 0)
        self.assertEqual(self.penstock("explain", "p-9").code, 2)
        self.assertEqual(self.penstock("explain", "p-1", "smu").code, 2)


if __name__ == "__main__":
    unittest.main()
