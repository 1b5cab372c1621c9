#!/usr/bin/env python3
"""Two windows on one workspace are two views of the same truth: what is begun or decided in one is seen in the other."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "driver"))
import desktop  # noqa: E402
import studio  # noqa: E402

STEPS = """\
  work: {run: "until [ -e ../go ]; do sleep 0.02; done", cache: off}
  ask: {approve: {question: "Go on?", approvers: [lead]}, needs: [work]}
  last: {run: ["true"], needs: [ask], cache: off}
"""


class TwoWindows(studio.StudioTest):
    def setUp(self):
        super().setUp()
        self.assertEqual(self.penstock("init").code, 0)  # of an empty folder: who makes it is lead
        (self.folder / "pipelines/hello.pipeline.yaml").unlink()
        self.pipeline("shared", STEPS)
        self.here, self.there = self.open_studio(), self.open_studio()

    def begin(self, run):
        self.here.go_to("Design")
        self.here.app.press("Run")
        self.here.await_node(run, "running")  # Runs opens with it
        self.there.go_to("Runs")
        self.there.await_node(run, "running")
        self.there.await_node("work, Command, running")

    def test_one_begins_and_the_other_sees_cancels_and_approves(self):
        self.begin("shared-1")
        self.there.app.press("Cancel")
        for window in (self.here, self.there):
            window.await_node("shared-1", "cancelled")
        self.assertEqual(self.state("shared-1"), "cancelled")

        self.begin("shared-2")
        (self.root / "go").touch()
        for window in (self.here, self.there):
            window.await_node("ask", "waiting")
            window.go_to("Approvals")
            desktop.wait_for(lambda: window.buttons("Approve"), "the button Approve")
        self.there.app.write("Comment", "seen from the other window")
        self.there.app.press("Approve")
        for window in (self.here, self.there):
            window.go_to("Runs")
            window.await_node("shared-2", "succeeded")
            window.await_node("last", "succeeded")
        self.assertEqual(self.state("shared-2"), "succeeded")
        self.shot("two-windows")


if __name__ == "__main__":
    studio.main()
