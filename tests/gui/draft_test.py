#!/usr/bin/env python3
"""What was typed and not saved is still there after Studio was killed."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "driver"))
import desktop  # noqa: E402
import studio  # noqa: E402

STEPS = """\
  train: {run: ["true"], cache: off}
"""


class Drafts(studio.StudioTest):
    def setUp(self):
        super().setUp()
        self.pipeline("p", STEPS)
        self.trust()
        self.file = self.folder / "pipelines/p.pipeline.yaml"
        self.before = self.file.read_text()

    def edit(self, window, text):
        window.await_node("train")
        window.app.press("YAML")
        window.app.write("YAML", text)
        window.await_node("added")

    def drafts(self):
        """Where they are is no concern of this test, only that one is on disk."""
        return [path for path in self.root.rglob("*.draft") if path.is_file()]

    def test_edits_outlive_a_window_that_is_killed(self):
        edited = self.before + '  added: {run: ["true"], needs: [train]}\n'
        window = self.open_studio()
        self.edit(window, edited)
        desktop.wait_for(self.drafts, "a draft on disk", seconds=5)
        window.kill()
        self.assertEqual(self.file.read_text(), self.before)

        window = self.open_studio()
        window.await_node("added")
        window.app.find(contains="were recovered")
        self.shot("draft-recovered")
        self.assertEqual(self.file.read_text(), self.before)
        window.key("ctrl+s")
        desktop.wait_for(lambda: self.file.read_text() == edited, "the edits are saved")
        desktop.wait_for(lambda: not self.drafts(), "no draft is left")
        window.kill()

        window = self.open_studio()
        window.await_node("added")
        self.assertEqual(window.app.find_all(contains="were recovered"), [])

    def test_what_is_typed_into_a_field_outlives_a_window_that_is_killed(self):
        import canvas
        import hand
        window = self.open_studio()
        window.await_window("Penstock")
        window.await_node("train")
        hand.click(canvas.Canvas(window.app).step("train"))
        field = window.app.find("text", "Timeout")
        hand.click(field)
        hand.write("2h3")  # and the person is not done yet
        desktop.wait_for(lambda: self.drafts() and any("timeout: 2h3" in path.read_text() for path in self.drafts()), "a draft with what is typed", seconds=5)
        self.assertEqual(window.app.focused().name, "Timeout")
        self.assertEqual(field.queryText().caretOffset, 3)
        hand.write("0m")
        desktop.wait_for(lambda: any("timeout: 2h30m" in path.read_text() for path in self.drafts()), "a draft with the rest", seconds=5)
        self.assertFalse(window.buttons("Undo"), "it is no step of undo")
        window.kill()
        self.assertEqual(self.file.read_text(), self.before)

        window = self.open_studio()
        window.app.find(contains="were recovered")
        hand.click(canvas.Canvas(window.app).step("train"))
        field = window.app.find("text", "Timeout")
        desktop.wait_for(lambda: field.queryText().getText(0, -1) == "2h30m", "what was typed")
        window.key("ctrl+s")
        desktop.wait_for(lambda: "timeout: 2h30m" in self.file.read_text(), "the edits are saved")

    def test_what_is_typed_is_undone_by_its_key(self):
        window = self.open_studio()
        window.await_node("train")
        text = window.app.find(("text", "document text"), "YAML")
        text.queryComponent().grabFocus()
        now = lambda: text.queryText().getText(0, -1)
        desktop.wait_for(lambda: now() == self.before, "the text")
        window.key("ctrl+End")
        window.key("x")
        desktop.wait_for(lambda: now() == self.before + "x", "what was typed")
        window.key("ctrl+z")
        desktop.wait_for(lambda: now() == self.before, "the text of before")
        window.key("ctrl+shift+z")
        desktop.wait_for(lambda: now() == self.before + "x", "what was typed, again")

    def test_two_windows_leave_each_others_edits_alone(self):
        here = self.open_studio()
        self.edit(here, self.before + '  added: {run: ["true"]}\n')
        desktop.wait_for(self.drafts, "a draft on disk")
        there = self.open_studio()
        there.await_node("train")
        self.assertIsNone(there.node(["added"]))
        there.kill()
        here.kill()
        self.open_studio().await_node("added")


if __name__ == "__main__":
    studio.main()
