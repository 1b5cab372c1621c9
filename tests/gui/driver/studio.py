"""A workspace with windows on it: the desktop of tests/gui, the workspace and the command line of tests/cli."""

import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "cli"))
import desktop  # noqa: E402
from workspace import BIN, WorkspaceTest  # noqa: E402

BUTTON = ("push button", "button")
SHOTS = pathlib.Path(os.environ.get("PENSTOCK_SHOTS_DIR", BIN.parent / "shots"))


def main():
    """The end of every test program here: `if __name__ == "__main__": studio.main()`."""
    import unittest
    missing = desktop.missing_tools()
    if missing:
        sys.exit(f"not run: {', '.join(missing)} not installed")
    desktop.enter()
    unittest.main(verbosity=2, warnings="ignore")  # of the accessibility bindings, not ours


class Window:
    """One penstock-studio, from its start on."""

    def __init__(self, test, *words):
        import window  # needs the accessibility bus of the inner desktop
        self._test, self.driver = test, window
        with open(test.root / "studio.log", "ab") as log:
            self.process = subprocess.Popen([BIN / "penstock-studio", *map(str, words)], stdin=subprocess.DEVNULL, stdout=log,
                                            stderr=log, env={**test.environment, **desktop.environment()},
                                            restore_signals=False)  # a limit of file sizes is an error, as it is for Python itself
        test.started.append(self.process)
        self.app = window.Application("penstock-studio", pid=self.process.pid)

    def await_window(self, title):
        """Until it is on the screen."""
        desktop.wait_for(lambda: self._window_ids(title), f"a window {title}", pause=0.01)

    def fill_screen(self):
        """As a person makes a window large; its title bar stays above."""
        window = self._window_ids("Penstock")[-1]
        subprocess.run(["xdotool", "windowmove", window, "0", "24", "windowsize", "--sync", window, "100%", "97%"], check=True)
        frame = self.app.find("frame", contains="Penstock")
        wide = subprocess.run(["xdotool", "getdisplaygeometry"], stdout=subprocess.PIPE, text=True, check=True).stdout.split()[0]
        desktop.wait_for(lambda: frame.queryComponent().getExtents(0).width > 0.95 * int(wide), "the window is large")

    def _window_ids(self, title):
        words = ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", title]
        return subprocess.run(words, stdout=subprocess.PIPE, text=True, check=False).stdout.split()

    def key(self, key):
        subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)

    def go_to(self, mode):
        self.app.press(mode)

    def buttons(self, name):
        return [node for node in self.app.find_all(BUTTON, name) if self.driver.is_enabled(node)]

    def node(self, words):
        """A step on a canvas or a row of a list that says all of these words."""
        return next((each for each in self.app.find_all("list item") if all(word in each.name for word in words)), None)

    def await_node(self, *words):
        return desktop.wait_for(lambda: self.node(words) or self.assert_lives(), lambda: f"a step or row that says {words}; there are {self.nodes()}")

    def assert_lives(self):
        """A window that is gone is told at once, and not waited for."""
        if self.process.poll() is not None:
            raise AssertionError(f"Studio ended with {self.process.returncode}: {(self._test.root / 'studio.log').read_text()}")

    def nodes(self):
        return [each.name for each in self.app.find_all("list item")]

    def kill(self):
        self.assert_lives()
        self.process.kill()
        self.process.wait()


class StudioTest(WorkspaceTest):
    """One desktop for all stories of a class; a workspace for each."""

    @classmethod
    def setUpClass(cls):
        cls.desktop = desktop.Desktop()
        cls.addClassCleanup(cls.desktop.__exit__)

    def open_studio(self):
        return Window(self, "--workspace", self.folder)

    def open_welcome(self):
        """Without a folder: the page that lets one choose."""
        return Window(self)

    def shot_at_rest(self, name):
        self.desktop.come_to_rest()
        self.shot(name)

    def shot(self, name):
        self.desktop.screenshot(str(SHOTS / f"{name}.png"))
