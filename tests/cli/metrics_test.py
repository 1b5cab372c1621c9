"""What a script logs while it runs can be seen while it runs, and its last values are the metrics of its step."""

import os
import signal
import unittest

from workspace import WorkspaceTest

TRAIN = """
import json, os, pathlib, time
with open(os.environ["PENSTOCK_METRICS"], "a", buffering=1) as metrics:
    for step in range(3):
        print(json.dumps({"step": step, "loss": 1 / (step + 1), "val": {"acc": step / 4}}), file=metrics)
    while not pathlib.Path("go").exists():
        time.sleep(0.02)
    print(json.dumps({"step": 3, "loss": 0.125}), file=metrics)
"""


class Metrics(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()
        self.write("train.py", TRAIN)
        self.pipeline("p", "  train: {run: [python3, train.py]}\n"
                           "  good:\n    choose:\n      - {if: \"steps.train.metrics.loss < 0.2\", then: yes_}\n      - {else: no_}\n"
                           "  yes_: {end: succeeded}\n  no_: {end: failed}\n")

    def series(self, *more):
        result = self.penstock("show", "p-1", "train", "--json", *more)
        self.assertEqual(result.code, 0, result.err)
        return {each["name"]: each for each in result.json["series"]}

    def test_series_are_seen_while_the_step_runs_and_decide_after_it(self):
        self.assertEqual(self.penstock("run", "p", "--detach").code, 0)
        self.wait_until(lambda: self.series().get("loss", {}).get("count") == 3, "three points")
        self.write("go", "")
        self.wait_until(lambda: self.state("p-1") == "succeeded", "the end of the run")
        series = self.series("--metrics")
        self.assertEqual([point[0] for point in series["loss"]["points"]], [0, 1, 2, 3])
        self.assertEqual([point[2] for point in series["val.acc"]["points"]], [0, 0.25, 0.5])
        self.assertEqual(self.step("p-1", "train")["metrics"], {"loss": 0.125, "val.acc": 0.5})
        text = self.penstock("show", "p-1", "train").out
        self.assertIn("val.acc", text)
        self.assertIn("0.125", text)
        self.assertEqual(len(self.penstock("show", "p-1", "train", "--metrics").out.splitlines()), 8)

    def test_a_killed_owner_loses_nothing(self):
        self.assertEqual(self.penstock("run", "p", "--detach").code, 0)
        self.wait_until(lambda: self.series().get("loss", {}).get("count") == 3, "three points")
        os.kill(self.owner(), signal.SIGKILL)
        self.write("go", "")
        self.wait_until(lambda: self.state("p-1") == "succeeded", "the end of the run, by the next owner")
        self.assertEqual(self.series()["loss"]["count"], 4)

    def test_what_is_not_there_is_said(self):
        self.write("go", "")
        self.assertEqual(self.penstock("run", "p").code, 0)
        self.assertEqual(self.penstock("show", "p-1", "trian").code, 2)
        self.assertEqual(self.penstock("show", "p-1", "train", "--attempt", "7").code, 2)
        self.assertIn("nothing", self.penstock("show", "p-1", "good").out)


if __name__ == "__main__":
    unittest.main()
