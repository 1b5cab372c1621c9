#!/usr/bin/env python3
"""Choosing and completing for those who hear it: the lists are in the accessibility tree, and what is current in them is told."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "driver"))
import desktop  # noqa: E402
import studio  # noqa: E402

STEPS = """\
  prepare: {run: ["true"], outputs: {table: data/table.csv}}
  train: {run: ["true"], inputs: {data: "${{ steps.prepare.outputs.table }}"}, outputs: {model: build/model}}
"""


class ChooserAccess(studio.StudioTest):
    def setUp(self):
        import canvas
        import hand
        import listener
        super().setUp()
        self.hand = hand
        self.pipeline("p", STEPS)
        self.trust()
        self.window = self.open_studio()
        self.app = self.window.app
        self.canvas = canvas.Canvas(self.app)
        self.canvas.step("train")
        self.window.fill_screen()
        self.heard = listener.Listener(self.window.process.pid)
        self.addCleanup(self.heard.stop)

    def choose_on_canvas(self, step):
        self.hand.click(self.canvas.step(step))
        desktop.wait_for(lambda: self.canvas.is_selected(step), f"{step} is chosen")

    def found(self):
        return desktop.wait_for(lambda: self.app.find_all("list", contains="Found"), "the list")[0]

    def gone(self):
        desktop.wait_for(lambda: not self.app.find_all("list", contains="Found"), "the list is gone")

    def test_what_is_found_is_told_while_one_types_and_goes(self):
        self.choose_on_canvas("train")
        self.hand.keys("ctrl+k")
        self.app.find("text", "Find a step, run, model or command")
        self.heard.forget()
        self.hand.write("prep")
        self.heard.await_focus("prepare, Step of p")
        rows = [each.name for each in self.app.find_all("list item") if each.parent == self.found()]
        self.assertEqual(rows[0], "prepare, Step of p")
        self.hand.keys("BackSpace", "BackSpace", "BackSpace")
        desktop.wait_for(lambda: "Found: 1" != self.found().name, "more is found")
        rows = [each.name for each in self.app.find_all("list item") if each.parent == self.found()]
        self.heard.forget()
        self.hand.keys("Down")
        self.heard.await_focus(rows[1])
        self.hand.keys("Escape")
        self.gone()
        desktop.wait_for(lambda: self.canvas.is_selected("train") and self.canvas.holds(self.app.focused()), "the canvas has the focus again")

    def test_new_steps_are_chosen_by_ear(self):
        self.choose_on_canvas("train")
        self.hand.keys("Tab")
        self.app.find("text", "New step after train")
        self.heard.forget()
        self.hand.write("appro")
        told = self.heard.await_focus("Approv")
        self.hand.keys("Return")
        self.gone()
        self.canvas.step("ask")
        self.assertTrue(told)
        self.shot("chosen-by-ear")

    def test_completions_are_told(self):
        self.app.press("YAML")
        self.hand.keys("ctrl+k")
        self.app.find("text", "Find a step, run, model or command")
        self.hand.write("train")
        self.hand.keys("Return")
        text = self.app.find("text", "YAML")
        text.queryComponent().grabFocus()
        self.hand.keys("ctrl+End")
        self.hand.write("\n  last: {nee")
        self.heard.await_focus("needs")
        self.app.find("list", "Completions")
        self.shot("completions")
        self.hand.keys("Escape")
        desktop.wait_for(lambda: not self.app.find_all("list", "Completions"), "the list is gone")


if __name__ == "__main__":
    studio.main()
