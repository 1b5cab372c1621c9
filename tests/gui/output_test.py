#!/usr/bin/env python3
"""A pipeline leaves the program: as a picture that is found again, and on paper."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "driver"))
import desktop  # noqa: E402
import studio  # noqa: E402


class Output(studio.StudioTest):
    def setUp(self):
        super().setUp()
        self.assertEqual(self.penstock("init", "--template", "digits").code, 0)
        self.window = self.open_studio()
        self.window.await_node("train, ")
        self.window.app.find("list", "Canvas").queryComponent().grabFocus()

    def export(self, path):
        self.window.key("ctrl+e")
        self.window.app.find(("dialog", "file chooser"), "Export the graph")
        self.window.app.write("File name:", str(path))
        self.window.key("Return")

    def test_a_picture_is_found_again(self):
        picture = self.root / "digits.svg"
        self.export(picture)
        self.window.app.find(contains=f"The picture was written to {picture}.")
        self.window.app.find(studio.BUTTON, "Open the folder")
        self.shot_at_rest("exported")
        self.assertIn(">train<", picture.read_text())
        self.window.app.press("Close")
        desktop.wait_for(lambda: not any("The picture was written" in each for each in self.window.app.texts()), "nothing is said any more")

    def test_what_cannot_be_written_is_said(self):
        folder = self.root / "digits.svg"
        folder.mkdir()
        self.export(folder / "no" / "digits.svg")
        self.window.app.find(contains="The picture was not written.")
        self.shot_at_rest("not-exported")

    def test_it_is_printed_into_a_file(self):
        self.window.key("ctrl+p")
        self.window.app.find("dialog", contains="Print")
        self.shot_at_rest("print-dialog")
        paper = self.root / "digits.pdf"
        self.window.app.write("Output file:", str(paper))
        self.window.app.press("Print")
        desktop.wait_for(lambda: paper.exists() and paper.read_bytes().rstrip().endswith(b"%%EOF"), "the printed page")


if __name__ == "__main__":
    studio.main()
