#!/usr/bin/env python3
"""Pictures of Design for people to look at: the digits pipeline with a chosen step at the scales of today's screens; and with
a problem, a frame and a note in both palettes and in Chinese.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "driver"))
import desktop  # noqa: E402
import studio  # noqa: E402


class DesignPictures(studio.StudioTest):
    @classmethod
    def setUpClass(cls):
        cls.desktop = desktop.Desktop(2920, 1880)  # the window at the largest scale
        cls.addClassCleanup(cls.desktop.__exit__)

    def test_at_every_scale(self):
        import canvas
        self.assertEqual(self.penstock("init", "--template", "digits").code, 0)
        for scale in ("1", "1.25", "2"):
            with self.subTest(scale=scale):
                self.environment["QT_SCALE_FACTOR"] = scale
                window = self.open_studio()
                window.await_node("train, ")
                drawn = canvas.Canvas(window.app)
                window.driver.act(drawn.step("train"))
                desktop.wait_for(lambda: drawn.is_selected("train"), "train is chosen")
                self.shot(f"design-{scale}")
                window.kill()

    def look(self, theme, language):
        settings = self.home / ".config/penstock/settings.json"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(json.dumps({"penstock": 1, "theme": theme, "language": language}))

    def test_in_every_look(self):
        self.environment["QT_SCALE_FACTOR"] = "1"
        self.assertEqual(self.penstock("init", "--template", "digits").code, 0)
        pipeline = self.folder / "pipelines/digits.pipeline.yaml"
        pipeline.write_text(pipeline.read_text().replace("steps.prepare.outputs.test", "steps.prepare.outputs.tset")
                            + "frames:\n  learn: {title: Train and measure, steps: [prepare, train, evaluate]}\nnotes:\n  why: The test set stays.\n")
        for name, (theme, language) in {"light": ("light", "en"), "dark": ("dark", "en"), "chinese": ("light", "zh_CN")}.items():
            with self.subTest(name):
                self.look(theme, language)
                window = self.open_studio()
                window.await_node("train, ")
                step = window.await_node("train, ")
                window.driver.act(step)
                window.key("ctrl+3")
                desktop.wait_for(lambda: any("tset" in node.name for node in window.app.find_all("list item")), "the problem")
                self.shot(f"design-{name}")
                window.kill()


if __name__ == "__main__":
    studio.main()
