#!/usr/bin/env python3
"""A large input that is being read is seen on its step, and the run can be cancelled meanwhile."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "driver"))
import desktop  # noqa: E402
import studio  # noqa: E402


class Reading(studio.StudioTest):
    def test_a_step_shows_how_far_its_input_is_read(self):
        self.pipeline("read", "  only: {run: [touch, ../ran], inputs: {raw: {file: data/raw.bin}}, cache: off}\n")
        self.trust()
        (self.folder / "data").mkdir()
        with open(self.folder / "data/raw.bin", "wb") as file:
            file.truncate(5 << 30)
        window = self.open_studio()
        window.app.press("Run")
        node = window.await_node("only, Command, running, reading")
        first = self.read_of(node)
        desktop.wait_for(lambda: self.read_of(node) > first, "more of it is read")
        self.shot("reading")
        window.app.press("Cancel")
        window.await_node("read-1", "cancelled")
        self.assertFalse((self.root / "ran").exists())

    def read_of(self, node):
        return float(re.search(r"reading ([\d.]+) of 5\.4 GB", node.name)[1])


if __name__ == "__main__":
    studio.main()
