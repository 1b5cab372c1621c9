#!/usr/bin/env python3
"""The canvas of Design for those who hear it: steps, ports and edges are told and acted on through the accessibility bus alone."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "driver"))
import desktop  # noqa: E402
import studio  # noqa: E402

STEPS = """\
  prepare: {run: ["true"], outputs: {table: data/table.csv}}
  train: {run: ["true"], inputs: {data: "${{ steps.prepare.outputs.table }}"}, outputs: {model: build/model}}
  judge: {run: ["true"], enabled: false}
  last: {run: ["true"]}
"""
FRAMES = "frames: {learning: {title: Learning, steps: [prepare, train]}}\n"


class CanvasAccess(studio.StudioTest):
    def setUp(self):
        import canvas
        super().setUp()
        self.pipeline("p", STEPS, FRAMES)
        self.trust()
        self.file = self.folder / "pipelines/p.pipeline.yaml"
        self.window = self.open_studio()
        self.app = self.window.app
        self.canvas = canvas.Canvas(self.app)
        self.canvas.step("train")

    def act(self, node, name):
        action = node.queryAction()
        names = [action.getName(index) for index in range(action.nActions)]
        self.assertIn(name, names)
        action.doAction(names.index(name))

    def press(self, node):
        self.window.driver.act(node)

    def saved(self):
        self.window.key("ctrl+s")
        return self.file.read_text()

    def await_saved(self, text):
        desktop.wait_for(lambda: text in self.saved(), lambda: f"{text} in {self.file.read_text()}", seconds=10)

    def test_everything_on_the_canvas_is_told(self):
        canvas = self.canvas
        self.assertEqual(canvas.step("train").name, "train, Command, pending, true")
        self.assertEqual(canvas.step("train").description, "from prepare")
        self.assertIn("disabled", canvas.step("judge").name)
        self.assertEqual(canvas.port("output table of prepare").name, "output table of prepare, linked to train")
        self.assertEqual(canvas.port("input data of train").name, "input data of train, linked from prepare")
        self.assertEqual(canvas.edge("data from prepare to train").description, "output table, into input data")
        self.assertEqual(canvas.frame("Learning").name, "Learning, Frame around prepare, train")
        port, node = (each.queryComponent().getExtents(0) for each in (canvas.port("output table of prepare"), canvas.step("prepare")))
        self.assertLess(abs(port.x + port.width // 2 - node.x - node.width), 4)

    def test_two_presses_make_a_link_and_a_refused_one_says_why(self):
        canvas = self.canvas
        start = canvas.port("output model of train")
        self.press(start)
        self.press(canvas.port("prepare: after other steps"))
        refused = self.app.find(contains="circle", seconds=5)
        self.assertIn("circle", canvas.port("prepare: after other steps").description)
        self.assertTrue(refused.name)
        self.press(canvas.port("last: after other steps"))
        canvas.edge("data from train to last")
        self.assertEqual(start.name, "output model of train, linked to last")  # the object that was there before the edit
        self.await_saved("steps.train.outputs.model")

    def test_a_step_is_acted_on_where_it_is_told(self):
        canvas = self.canvas
        self.act(canvas.step("judge"), "Disable")
        self.await_saved("judge: {run: [\"true\"]}")
        self.act(canvas.step("judge"), "Delete")
        desktop.wait_for(lambda: not canvas.has("judge, "), "the step is gone")
        self.act(canvas.edge("data from prepare to train"), "delete")
        desktop.wait_for(lambda: not canvas.has("data from prepare"), "the edge is gone")
        self.press(canvas.frame("Learning"))
        desktop.wait_for(lambda: canvas.is_selected("prepare") and canvas.is_selected("train"), "the frame's steps are chosen")


if __name__ == "__main__":
    studio.main()
