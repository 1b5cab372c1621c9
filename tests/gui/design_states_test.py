#!/usr/bin/env python3
"""Design in the states that a person meets while drawing, with pictures of them: every kind of edge and mark after a run, a folded
frame, a refused link, the chooser, an empty, a large and an inner pipeline. Once in each look.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "driver"))
import desktop  # noqa: E402
import studio  # noqa: E402

# Everything that an edge or a mark can be: data, order, branches, failure, a way back with its bound; done, cached, failed,
# skipped, fanned out, switched off, not built yet.
STATES = '''\
penstock: 1
name: states
parameters:
  c: {type: number, default: 1.0}
steps:
  fetch:
    run: "echo ${{ params.c }} > data/raw.csv"
    outputs: {raw: data/raw.csv}
  sweep:
    map: {over: {c: [0.1, 1, 10], kernel: [rbf, poly]}, parallel: 2, on_failure: collect}
    run: ["true"]
    needs: [fetch]
    cache: off
  look:
    run: echo status=running >> "$PENSTOCK_OUTPUTS"
    values: {status: {choices: [running, ready]}}
    needs: [pause]
    cache: off
  pause: {needs: [fetch], wait: 100ms}
  done:
    needs: [look]
    choose:
      - {if: "steps.look.outputs.status == 'running'", then: pause, at_most: 2}
      - {if: "steps.look.outputs.status == 'ready'", then: deploy}
      - {else: report}
  deploy: {placeholder: Puts the model into the cluster}
  report: {run: "exit 3", on_failure: {goto: tell}, cache: off}
  tell: {run: ["true"], cache: off}
  upload: {run: ["true"], needs: [sweep], enabled: false}
  inner: {pipeline: {file: pipelines/zz_inner.pipeline.yaml}, needs: [fetch]}
  tidy: {run: ["false"], needs: [sweep], advisory: true, cache: off}
frames:
  learn: {title: Train and measure, steps: [fetch, sweep]}
  back: {title: Wait for the cluster, steps: [look, pause, done]}
notes:
  why: "The cluster takes a few minutes.\\nAsk Ada before the bound is raised."
'''

INNER = '''\
penstock: 1
name: inner
steps:
  split: {run: ["true"], cache: off}
  score: {run: ["true"], needs: [split], cache: off}
'''

LOOKS = {"light": ("light", "en"), "dark": ("dark", "en"), "chinese": ("light", "zh_CN")}


def large(steps):
    """Layers of five, each step after two of the layer before."""
    lines = []
    for number in range(steps):
        row, place = divmod(number, 5)
        before = [f"s{(row - 1) * 5 + place}", f"s{(row - 1) * 5 + min(place + row % 2, 4)}"] if row else []
        lines.append(f"  s{number}: {{run: [python3, train.py, --part, \"{number}\"], needs: [{', '.join(dict.fromkeys(before))}]}}")
    return "penstock: 1\nname: large\nsteps:\n" + "\n".join(lines) + "\n"


class DesignStates(studio.StudioTest):
    def setUp(self):
        import hand
        self.hand = hand
        super().setUp()
        self.trust()
        for file in (self.folder / "pipelines").glob("*"):
            file.unlink()
        (self.folder / "data").mkdir()

    def looks(self):
        """A window for each of them."""
        settings = self.home / ".config/penstock/settings.json"
        settings.parent.mkdir(parents=True, exist_ok=True)
        for name, (theme, language) in LOOKS.items():
            settings.write_text(json.dumps({"penstock": 1, "theme": theme, "language": language}))
            window = self.open_studio()
            window.await_window("Penstock")
            window.fill_screen()
            yield name, window
            window.kill()

    def run_states(self):
        self.write("pipelines/states.pipeline.yaml", STATES)
        self.write("pipelines/zz_inner.pipeline.yaml", INNER)
        for _ in range(2):  # the second takes from the cache what it can
            self.penstock("run", "pipelines/states.pipeline.yaml")

    def port_after(self, node):
        x, y, width, height = self.hand.box(node)
        self.hand.move((x + width // 2, y + height // 2))  # its ports are shown
        return x + width, y + height // 2

    def test_every_edge_and_mark_after_a_run(self):
        import canvas
        self.run_states()
        for name, window in self.looks():
            window.await_node("tell, ")
            self.shot_at_rest(f"states-{name}")
            if name == "light":
                drawn = canvas.Canvas(window.app)
                for edge in ("back from done to pause, status == 'running' · back ≤ 2×", "branch from done to report, otherwise",
                             "on failure from report to tell"):
                    drawn.edge(edge)
                marks = {"sweep": "6 of 6 items", "pause": "round 3", "report": "failed", "deploy": "skipped", "upload": "disabled", "inner": "succeeded"}
                for step, word in marks.items():
                    self.assertIn(word, drawn.step(step).name)
            self.hand.click(window.node(["look, "]))
            self.hand.keys("f")  # its frame is folded
            window.await_node("Wait for the cluster, ")
            self.shot_at_rest(f"states-folded-{name}")

    def test_links_that_are_pulled(self):
        self.run_states()
        for name, window in self.looks():
            window.await_node("tell, ")
            self.hand.drag(self.port_after(window.node(["tell, "])), window.node(["fetch, "]), held=True)
            self.shot_at_rest(f"link-refused-{name}")
            self.hand.keys("Escape")
            self.hand.let_go()
            start = self.port_after(window.node(["tell, "]))
            self.hand.drag(start, (start[0] + 150, start[1] + 40))
            self.shot_at_rest(f"link-dropped-{name}")
            self.hand.keys("Escape")

    def test_inside_a_sub_pipeline(self):
        self.run_states()
        for name, window in self.looks():
            self.hand.double_click(window.await_node("inner, "))
            window.await_node("split, ")
            self.shot_at_rest(f"inner-{name}")
            if name == "light":
                window.app.press("Back to states")
                window.await_node("tell, ")

    def test_three_hundred_steps(self):
        self.write("pipelines/large.pipeline.yaml", large(300))
        for name, window in self.looks():
            self.hand.click(window.await_node("s150, "))
            self.shot_at_rest(f"large-{name}")
            self.hand.keys("o", "m")
            self.shot_at_rest(f"large-faded-{name}")
            self.hand.keys("period")
            self.shot_at_rest(f"large-near-{name}")

    def test_an_empty_pipeline(self):
        self.write("pipelines/nothing.pipeline.yaml", "penstock: 1\nname: nothing\nsteps: {}\n")
        for name, window in self.looks():
            self.shot_at_rest(f"empty-{name}")
            self.hand.click((700, 300))
            self.hand.keys("Tab")
            self.shot_at_rest(f"chooser-{name}")
            self.hand.keys("Escape", "ctrl+3")
            self.shot_at_rest(f"problems-{name}")


if __name__ == "__main__":
    studio.main()
