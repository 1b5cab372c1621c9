#!/usr/bin/env python3
"""Two versions of a pipeline beside each other: 200 revisions to choose from, steps that were renamed, moved and changed; what only
stands elsewhere is no change.
"""

import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "driver"))
import desktop  # noqa: E402
import studio  # noqa: E402

BEFORE = """\
penstock: 1
name: p
parameters:
  c: {type: number, default: 1.0}
steps:
  load:
    run: [python3, load.py]
    outputs: {rows: data/rows.csv}
  train:
    run: |
      python3 train.py --c ${{ params.c }} --epochs 10
      python3 check.py
    inputs: {rows: "${{ steps.load.outputs.rows }}"}
  score: {run: [python3, score.py], needs: [train]}
  report: {run: [python3, report.py], needs: [score]}
  notify: {run: [python3, notify.py], needs: [report]}
"""

# load is called fetch, notify stands first, c begins elsewhere, the script of train has more epochs, report is gone, plot is new.
AFTER = """\
penstock: 1
name: p
parameters:
  c: {type: number, default: 2.0}
steps:
  notify: {run: [python3, notify.py], needs: [score]}
  fetch:
    run: [python3, load.py]
    outputs: {rows: data/rows.csv}
  train:
    run: |
      python3 train.py --c ${{ params.c }} --epochs 50
      python3 check.py
    inputs: {rows: "${{ steps.fetch.outputs.rows }}"}
  score: {run: [python3, score.py], needs: [train]}
  plot: {run: [python3, plot.py], needs: [score]}
"""


class Versions(studio.StudioTest):
    @classmethod
    def setUpClass(cls):
        cls.desktop = desktop.Desktop(2920, 1880)  # the window at the largest scale
        cls.addClassCleanup(cls.desktop.__exit__)

    def setUp(self):
        super().setUp()
        self.trust()
        for file in (self.folder / "pipelines").glob("*"):
            file.unlink()
        self.file = self.folder / "pipelines/p.pipeline.yaml"

    def git(self, *words, stdin=None):
        who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
               for what, value in (("NAME", "Ada Somebody"), ("EMAIL", "ada@example.org"))}
        return subprocess.run(["git", *words], cwd=self.folder, env={**self.environment, **who}, capture_output=True, input=stdin,
                              check=True, timeout=60).stdout

    def history(self, count):
        """`count` revisions that each change a number, the oldest is BEFORE."""
        self.git("init", "-q", "-b", "main")
        stream = []
        for number in range(count):
            text = BEFORE.replace("--epochs 10", f"--epochs {10 + number}").encode()
            subject = f"Train for {10 + number} epochs".encode()
            stream.append(b"commit refs/heads/main\ncommitter Ada Somebody <ada@example.org> %d +0000\ndata %d\n%s\n"
                          b"M 100644 inline pipelines/p.pipeline.yaml\ndata %d\n%s\n" % (1_700_000_000 + 3600 * number, len(subject), subject, len(text), text))
        self.git("fast-import", "--quiet", stdin=b"".join(stream))
        self.git("reset", "-q", "--hard")

    def look(self, theme, language, scale="1"):
        settings = self.home / ".config/penstock/settings.json"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(json.dumps({"penstock": 1, "theme": theme, "language": language}))
        self.environment["QT_SCALE_FACTOR"] = scale

    def rows(self, window):
        return [each.name for each in window.app.find_all("list item")]

    def compare(self, name="Differences"):
        window = self.open_studio()
        window.await_window("Penstock")
        window.await_node("score")
        window.key("ctrl+shift+d")
        window.app.find("list", name)
        return window

    def test_what_changed_since_a_revision(self):
        import hand
        self.history(200)
        self.file.write_text(AFTER)
        window = self.compare()
        expected = {"Parameter c, changed", "fetch, renamed, was load", "train, changed", "report, removed", "plot, added"}
        desktop.wait_for(lambda: expected <= set(self.rows(window)), lambda: f"{expected} in {self.rows(window)}")
        self.assertNotIn("score, changed", self.rows(window))
        self.shot("versions-changed")
        hand.click(window.app.find("combo box", contains="Train for 209 epochs"))
        self.shot_at_rest("versions-chooser")
        hand.keys("Escape")
        hand.keys("ctrl+alt+2")
        lines = window.app.find(("text", "document text"), "Difference").queryText()
        self.assertIn("--epochs 50", lines.getText(0, -1))
        self.shot_at_rest("versions-text")

    def test_what_only_moved_is_no_change(self):
        import hand
        self.history(2)
        (self.folder / "pipelines/p.layout.yaml").write_text("score: [400, 300]\ntrain: [0, 0]\n")
        window = self.compare()
        hand.click(window.app.find("combo box", contains="Train for"))
        hand.keys("Home", "Down", "Return")  # as saved
        window.app.find(contains="The two are the same.")
        desktop.wait_for(lambda: not any("changed" in each for each in self.rows(window)), "no difference is listed")
        self.shot("versions-moved")

    def take_pictures(self, looks):
        self.history(200)
        self.file.write_text(AFTER)
        for name, look in looks.items():
            self.look(*look)
            window = self.open_studio()
            window.await_node("score")
            window.key("ctrl+shift+d")
            desktop.wait_for(lambda: any("fetch" in each and "load" in each for each in self.rows(window)), "the differences")
            self.shot_at_rest(f"versions-{name}")
            window.kill()

    def test_pictures(self):
        self.take_pictures({"dark": ("dark", "en"), "chinese": ("light", "zh_CN"), "twice": ("light", "en", "2")})


if __name__ == "__main__":
    studio.main()
