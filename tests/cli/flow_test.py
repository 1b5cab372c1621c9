"""Ways back, fan-outs, pipelines in pipelines, waits, and parts of a pipeline, with real processes."""

import json
import unittest

from workspace import WorkspaceTest

POLLING = """\
  look:
    run: "echo x >> tries; if [ $(wc -l < tries) -ge 3 ]; then echo ready:=true; else echo ready:=false; fi > \\\"$PENSTOCK_OUTPUTS\\\""
    cache: off
  done:
    choose:
      - {if: "!steps.look.values.ready", then: look, at_most: LIMIT}
      - {if: "steps.look.values.ready", then: deploy}
      - {else: give_up}
  deploy: {run: ["true"]}
  give_up: {end: failed}
"""

SWEEP = """\
  sweep:
    map: {over: {c: [1, 2, 3], kernel: [rbf, poly]}, parallel: 2, on_failure: collect, best: {metric: accuracy}}
    run: [sh, item.sh, "${{ item.c }}", "${{ item.kernel }}"]
    outputs: {model: {kind: model}}
    values: {accuracy: {}}
  use:
    inputs: {model: "${{ steps.sweep.best.outputs.model }}"}
    run: "echo the best is ${{ steps.sweep.best.item.c }}: $(cat \\"$PENSTOCK_INPUT_MODEL\\")"
"""

ITEM = """\
if [ $1$2 = 2poly ]; then exit 1; fi
echo "accuracy:=$1" > "$PENSTOCK_OUTPUTS"
echo "model $1 $2 $PENSTOCK_ITEM" > "$PENSTOCK_OUTPUT_MODEL"
"""


class Flow(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()

    def states(self, run):
        return {step["step"]: step["state"] for step in self.penstock("show", run, "--json").json.get("steps", [])}

    def test_a_loop_ends_when_its_condition_does(self):
        self.pipeline("poll", POLLING.replace("LIMIT", "5"))
        self.assertEqual(self.penstock("validate").code, 0)
        self.assertEqual(self.penstock("run", "poll").code, 0)
        states = self.states("poll-1")
        self.assertEqual((states["look~3"], states["deploy"], states["give_up"]), ("succeeded", "succeeded", "skipped"))
        self.assertEqual((self.folder / "tries").read_text(), "x\n" * 3)

    def test_a_loop_ends_when_it_is_used_up(self):
        self.pipeline("poll", POLLING.replace("LIMIT", "1"))
        self.assertEqual(self.penstock("run", "poll").code, 1)
        self.assertEqual(self.states("poll-1")["give_up"], "failed")
        self.assertEqual((self.folder / "tries").read_text(), "x\n" * 2)

    def test_a_sweep_collects_failures_and_hands_on_the_best(self):
        self.write("item.sh", ITEM)
        self.pipeline("sweep", SWEEP)
        result = self.penstock("run", "sweep")
        self.assertEqual(result.code, 0, result.out + result.err)
        states = self.states("sweep-1")
        self.assertEqual(sorted(name for name in states if name.startswith("sweep[")), [f"sweep[{i}]" for i in range(6)])
        self.assertEqual([name for name, state in states.items() if state == "failed"], ["sweep[3]"])
        log = self.penstock("logs", "sweep-1", "use").out
        self.assertIn("the best is 3: model 3 rbf " + json.dumps({"c": 3, "kernel": "rbf"}, separators=(",", ":")), log)

    def test_a_resumed_sweep_does_only_what_failed(self):
        self.write("item.sh", ITEM)
        self.pipeline("sweep", SWEEP.replace(", on_failure: collect", ""))
        self.assertEqual(self.penstock("run", "sweep").code, 1)
        self.write("item.sh", "echo again >> ../again\n" + ITEM.replace("2poly", "none"))
        self.assertEqual(self.penstock("resume", "sweep-1").code, 0)
        reused = [step["step"] for step in self.penstock("show", "sweep-2", "--json").json["steps"]
                  if (step["why"] or {}).get("id") == "engine.reused"]
        self.assertIn("sweep[0]", reused)
        self.assertEqual(len((self.root / "again").read_text().splitlines()) + len(reused), 6)

    def test_a_pipeline_opens_another(self):
        self.pipeline("inner", "  double: {run: \"echo n:=$((2 * ${{ params.n }})) > \\\"$PENSTOCK_OUTPUTS\\\"\"}\n")
        inner = self.folder / "pipelines" / "inner.pipeline.yaml"
        inner.write_text(inner.read_text().replace(
            "steps:", "parameters: {n: {type: integer}}\noutputs: {n: \"${{ steps.double.values.n }}\"}\nsteps:"))
        self.pipeline("outer", "  twice: {map: {over: [1, 2]}, pipeline: {file: pipelines/inner.pipeline.yaml, parameters: {n: \"${{ item }}\"}}}\n"
                               "  tell: {run: \"echo got ${{ steps.twice.outputs.n }}\"}\n")
        result = self.penstock("run", "outer")
        self.assertEqual(result.code, 0, result.out + result.err)
        self.assertIn("got [2,4]", self.penstock("logs", "outer-1", "tell").out)
        self.assertEqual(self.states("outer-1")["twice[1]/double"], "succeeded")

    def test_a_wait_ends_when_the_file_comes(self):
        self.pipeline("wait", "  pause: {wait: {file: data/ready, timeout: 1m}}\n  after: {needs: [pause], run: [\"true\"]}\n")
        watcher = self.start("run", "wait")
        self.wait_until(lambda: self.states("wait-1").get("pause") == "running", "it waits")
        self.write("data/ready", "")
        self.assertEqual(watcher.wait(timeout=30), 0)

    def test_a_simulated_run_executes_nothing(self):
        self.pipeline("all", "  a: {run: \"touch ../done\"}\n  ask: {needs: [a], approve: {question: \"Go on?\"}}\n  b: {needs: [ask], run: [\"false\"]}\n")
        result = self.penstock("run", "all", "--simulate")
        self.assertEqual(result.code, 0, result.out + result.err)
        self.assertFalse((self.root / "done").exists())

    def test_parts_of_a_pipeline(self):
        self.pipeline("parts", "".join(f"  {name}: {{run: \"echo {name} >> ../log\", needs: [{need}], cache: off}}\n"
                                       for name, need in [("a", ""), ("b", "a"), ("c", "b"), ("d", "a")]))
        self.assertEqual(self.penstock("run", "parts", "--from", "b").code, 2, "there is nothing to reuse")
        self.assertEqual(self.penstock("run", "parts", "--to", "b").code, 0)
        self.assertEqual((self.root / "log").read_text().split(), ["a", "b"])
        self.assertEqual(self.penstock("run", "parts").code, 0)
        (self.root / "log").unlink()
        self.assertEqual(self.penstock("run", "parts", "--from", "b").code, 0)
        self.assertEqual((self.root / "log").read_text().split(), ["b", "c"])
        self.assertEqual(self.penstock("run", "parts", "--to", "nobody").code, 2)


if __name__ == "__main__":
    unittest.main()
