#!/usr/bin/env python3
"""What a step has to show: its test cases, why it was taken from the cache, its values over the runs, its curves.
Each view is opened in a real window, and a picture of it is kept in both themes and languages.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "driver"))
import desktop  # noqa: E402
import studio  # noqa: E402

STEPS = """\
  train:
    run: [python3, train.py]
    inputs: {data: {file: data.csv}}
    outputs: {model: {path: build/model.txt}}
    metrics: build/metrics.json
  check:
    run: "cp report.xml build/junit.xml; exit 1"
    reports: [build/junit.xml]
    inputs: {model: "${{ steps.train.outputs.model }}"}
"""

TRAIN = """\
import json, math, os, pathlib
rate = 0.1
pathlib.Path("build").mkdir(exist_ok=True)
with open(os.environ["PENSTOCK_METRICS"], "a") as metrics:
    for step in range(60):
        print(json.dumps({"step": step, "loss": math.exp(-rate * step) + 0.02 * math.sin(step), "accuracy": 1 - math.exp(-rate * step) / 2}), file=metrics)
pathlib.Path("build/model.txt").write_text(f"weights for {rate}")
pathlib.Path("build/metrics.json").write_text(json.dumps({"accuracy": 0.9 + rate / 100, "loss": 0.2 - rate / 10}))
"""

REPORT = """\
<testsuites><testsuite name="model" time="1.52">
  <testcase classname="model.shape" name="keeps_its_inputs" time="0.31"/>
  <testcase classname="model.shape" name="has_ten_outputs" time="0.02"/>
  <testcase classname="model.quality" name="tells_three_from_eight" time="1.14">
    <failure message="expected at least 0.97, was 0.94">assert accuracy &gt;= 0.97</failure>
  </testcase>
  <testcase classname="model.quality" name="on_rotated_digits" time="0.05"><skipped message="no rotated digits"/></testcase>
</testsuite></testsuites>
"""

LOOKS = {"light": ("light", "en"), "dark": ("dark", "en"), "chinese": ("light", "zh_CN")}
VIEWS = ("log", "tests", "explanation", "history", "metrics")


class StepViews(studio.StudioTest):
    def setUp(self):
        super().setUp()
        (self.folder / "train.py").write_text(TRAIN)
        (self.folder / "report.xml").write_text(REPORT)
        (self.folder / "data.csv").write_text("1,2,3\n")
        self.pipeline("views", STEPS)
        self.trust()
        for _ in range(3):  # the second and third take the training from the cache
            self.assertEqual(self.penstock("run", "views").code, 1)

    def open_looking(self, theme, language):
        settings = self.home / ".config/penstock/settings.json"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(json.dumps({"penstock": 1, "theme": theme, "language": language}))
        window = self.open_studio()
        window.await_window("work space")
        window.key("alt+2")  # the words depend on the language, the keys do not
        window.await_node("views-3")
        return window

    def choose(self, window, step):
        window.await_node(f"{step}, ")
        window.driver.act(window.app.find_all("list item", contains=f"{step}, ")[-1])

    def open_view(self, window, view):
        of_the_run = 4  # come first
        tabs = desktop.wait_for(lambda: window.app.find_all("page tab")[of_the_run:of_the_run + len(VIEWS)], "the views of the step")
        window.driver.act(tabs[VIEWS.index(view)])

    def await_text(self, window, word):
        desktop.wait_for(lambda: any(word in text for text in window.app.texts()), f"{word}; there are {window.app.texts()}")

    def test_each_view_of_a_step_in_each_look(self):
        for look, (theme, language) in LOOKS.items():
            with self.subTest(look):
                window = self.open_looking(theme, language)
                self.choose(window, "check")
                self.open_view(window, "tests")
                self.await_text(window, "tells_three_from_eight")
                self.shot(f"tests-{look}")
                self.choose(window, "train")
                self.open_view(window, "explanation")
                self.await_text(window, "views-1/train")
                self.shot(f"explanation-{look}")
                for view in ("history", "metrics"):
                    self.open_view(window, view)
                    self.await_text(window, "accuracy")
                    self.shot(f"{view}-{look}")
                window.kill()


if __name__ == "__main__":
    studio.main()
