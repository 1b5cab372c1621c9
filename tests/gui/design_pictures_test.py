#!/usr/bin/env python3
"""Pictures of Design at the scales of today's screens, for people to look at: the digits pipeline with a chosen step."""

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


if __name__ == "__main__":
    studio.main()
