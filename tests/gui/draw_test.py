#!/usr/bin/env python3
"""The digits pipeline drawn on an empty canvas, once with the mouse and once with keys alone. What counts is that the file is
valid and that its run comes to the question.
"""

import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "driver"))
import desktop  # noqa: E402
import studio  # noqa: E402

PYTHON = "/usr/bin/python3"  # Debian's: the one that python3-sklearn is for
EMPTY = """\
penstock: 1
name: digits
parameters:
  kernel: {type: string, default: rbf, choices: [rbf, poly, linear]}
  c:      {type: number, default: 1.0, minimum: 0.001}
steps: {}
"""
BETTER = "!production.exists || steps.evaluate.metrics.accuracy > production.metrics.accuracy"


class Drawing(studio.StudioTest):
    @classmethod
    def setUpClass(cls):
        cls.desktop = desktop.Desktop(2200, 1200)
        cls.addClassCleanup(cls.desktop.__exit__)

    def setUp(self):
        import canvas
        import hand
        self.hand = hand
        super().setUp()
        self.assertEqual(self.penstock("init", "--template", "digits").code, 0)
        subprocess.run([PYTHON, "-m", "venv", "--system-site-packages", "--without-pip", str(self.folder / ".venv")], check=True, timeout=60)
        self.file = self.folder / "pipelines/digits.pipeline.yaml"
        self.file.write_text(EMPTY)
        self.window = self.open_studio()
        self.app = self.window.app
        self.window.await_window("Penstock")
        self.window.fill_screen()
        self.canvas = canvas.Canvas(self.app)

    # --- with the mouse

    def offer(self, name):
        """The row of the palette that makes this step."""
        self.hand.click(self.app.find("text", "Filter of steps"))
        self.hand.keys("ctrl+a")
        self.hand.write(name)
        offers = self.app.find("list", "New steps")

        def first():  # the list follows what is typed
            row = offers.getChildAtIndex(0) if offers.childCount else None
            there = row is not None and row.name.startswith(f"{name}, ")
            return row if there and self.hand.box(row)[1] - self.hand.box(offers)[1] in range(8) else None
        return desktop.wait_for(first, f"the offer {name}")

    def new_step_at(self, offer, place, name):
        self.hand.drag(self.offer(offer), place)
        return self.canvas.step(name)

    def new_step_after(self, step, offer, name):
        self.hand.click(self.canvas.step(step))
        self.hand.double_click(self.offer(offer))
        return self.canvas.step(name)

    def add_output(self, step, row, then):
        self.hand.click(self.canvas.step(step))
        self.hand.click(self.app.find(studio.BUTTON, "Add: Outputs"))
        self.hand.write("\t".join(row) + "\n")
        self.canvas.port(then)

    def fill(self, step, field, text):
        self.hand.click(self.canvas.step(step))
        self.hand.click(self.app.find("text", field))
        self.hand.keys("ctrl+a")
        self.hand.write(text + "\n")

    def link(self, port, to, then):
        self.hand.move(self.canvas.step(port.split(" of ")[-1].split(":")[0]))  # its ports are shown
        self.hand.drag(self.canvas.port(port), to)
        return self.canvas.edge(then)

    def test_with_the_mouse(self):
        canvas, hand = self.canvas, self.hand
        self.new_step_at("prepare.py", canvas.place(100, 100), "prepare")
        self.new_step_after("prepare", "evaluate.py", "evaluate")
        canvas.edge("order from prepare to evaluate")
        self.new_step_at("train.py", canvas.place(300, 500), "train")
        hand.drag(canvas.step("train"), canvas.edge("order from prepare to evaluate"))
        canvas.edge("order from prepare to train")
        canvas.edge("order from train to evaluate")

        self.add_output("prepare", ("train", "data/train.csv"), "output train of prepare")
        self.add_output("prepare", ("test", "data/test.csv"), "output test of prepare")
        self.add_output("train", ("model", "build/model", "model"), "output model of train")
        self.fill("evaluate", "Metrics", "build/metrics.json")
        canvas.port("metrics of evaluate")
        self.link("output train of prepare", canvas.step("train"), "data from prepare to train")
        self.link("output test of prepare", canvas.step("evaluate"), "data from prepare to evaluate")
        self.link("output model of train", canvas.step("evaluate"), "data from train to evaluate")

        self.new_step_after("evaluate", "Register", "record")
        self.link("metrics of evaluate", canvas.port("metrics of record"), "data from evaluate to record")
        self.new_step_after("record", "Choice", "choice")
        hand.keys("F2")
        hand.write("better\n")
        canvas.step("better")
        self.new_step_after("better", "End", "stop")
        x, y = hand.middle(canvas.step("stop"))
        self.new_step_at("Approval", (x - 90, y + 200), "ask")
        self.link("better: a branch", canvas.step("ask"), "branch from better to ask")
        hand.write(BETTER + "\n")
        canvas.edge("branch from better to ask, yes")
        self.fill("ask", "Policy", "digits")
        self.fill("ask", "Approvers", "lead")
        self.new_step_after("ask", "Promote", "ship")
        self.shot("drawn-with-the-mouse")
        self.assert_it_runs_to_the_question(lambda: hand.click(self.app.find(studio.BUTTON, "Run")))

    # --- with keys

    def press_until(self, key, arrived, what, below=None, most=48):
        for _ in range(most):
            focus = self.app.focused(below)
            if focus is not None and arrived(focus):
                return
            self.hand.keys(key)
        self.fail(f"{key} does not lead to {what}, but to {self.app.focused()}")

    def to_canvas(self, key="F6"):
        self.press_until(key, self.canvas.holds, "the canvas")

    def choose(self, key, words):
        """Opens a chooser, types, and takes the first row. It has the focus at once: keys come there in their order."""
        self.hand.keys(key)
        self.hand.write(words)
        self.hand.keys("Return")

    def add(self, words, name):
        self.choose("Tab", words)
        return self.canvas.step(name)

    def link_to(self, words, then):
        self.choose("c", words)
        return self.canvas.edge(then)

    def walk_to(self, step):
        """Along the wires, from the first step."""
        self.hand.keys("Home")
        for _ in range(6):
            if self.canvas.is_selected(step):
                return
            self.hand.keys("Right")
        desktop.wait_for(lambda: self.canvas.is_selected(step), lambda: f"{step} is chosen, not {self.canvas.selected()}", 5)

    def in_form(self, *entries):
        """From the canvas into the form of the chosen step and back: on to the first field, from there back to those before it."""
        self.hand.keys("Return")
        form = self.app.find("filler", "Step")
        for number, (field, text) in enumerate(entries):
            key = "shift+Tab" if number else "Tab"
            self.press_until(key, lambda focus, name=field: focus.name == name, field, form)
            if field.startswith("Add: "):
                self.hand.keys("space")
            self.hand.write(text + "\n")
        self.to_canvas("shift+F6")

    def test_with_keys_alone(self):
        canvas, hand = self.canvas, self.hand
        self.to_canvas()
        self.add("prepare.py", "prepare")
        self.in_form(("Add: Outputs", "train\tdata/train.csv"), ("Add: Outputs", "test\tdata/test.csv"))
        self.add("train.py", "train")
        self.in_form(("Add: Outputs", "model\tbuild/model\tmodel"))
        self.add("evaluate.py", "evaluate")
        canvas.edge("data from train to evaluate")
        self.in_form(("Metrics", "build/metrics.json"))
        self.walk_to("prepare")
        self.link_to("train output train", "data from prepare to train")
        self.link_to("evaluate output test after", "data from prepare to evaluate")

        hand.keys("Right", "Right")
        desktop.wait_for(lambda: canvas.is_selected("evaluate"), "evaluate is chosen", 5)
        self.add("Register", "record")
        self.in_form(("Metrics", "${{ steps.evaluate.metrics }}"))
        canvas.edge("data from evaluate to record")
        self.add("Choice", "choice")
        hand.keys("F2")
        hand.write("better\n")
        canvas.step("better")
        self.add("End", "stop")
        hand.keys("Escape")  # the next one comes after none
        self.add("Approval", "ask")
        self.add("Promote", "ship")
        self.walk_to("better")
        self.link_to("ask", "branch from better to ask")
        hand.write(BETTER + "\n")
        canvas.edge("branch from better to ask, yes")
        self.shot("drawn-with-keys")
        self.assert_it_runs_to_the_question(lambda: hand.keys("ctrl+r"))

    # --- what counts

    def assert_it_runs_to_the_question(self, run):
        self.hand.keys("ctrl+s")
        desktop.wait_for(lambda: "promote" in self.file.read_text(), "the file is saved")
        checked = self.penstock("validate", str(self.file))
        self.assertEqual(checked.code, 0, checked.out + checked.err + self.file.read_text())
        run()
        self.app.find(contains="Run digits")
        self.hand.keys("Return")
        desktop.wait_for(lambda: "digits-1/ask" in self.penstock("approvals", "--json").out, "the question of digits-1", 60, pause=0.3)


if __name__ == "__main__":
    if subprocess.run([PYTHON, "-c", "import sklearn"], stderr=subprocess.DEVNULL, check=False).returncode != 0:
        sys.exit("not run: scikit-learn is not installed (Debian: python3-sklearn)")
    studio.main()
