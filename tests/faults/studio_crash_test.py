"""Studio is killed at random moments, and the owner, and both: every step is executed once, every run ends well."""

import signal
import subprocess
import unittest

from crash import RUNS, CrashTest
from workspace import BIN, PATIENCE


class StudioCrash(CrashTest):
    def open_studio(self):
        with open(self.root / "studio.log", "ab") as log:
            self.studio = subprocess.Popen([BIN / "penstock-studio", "--workspace", str(self.folder)], stdout=log, stderr=log,
                                           stdin=subprocess.DEVNULL, env={**self.environment, "QT_QPA_PLATFORM": "offscreen"})
        self.started.append(self.studio)

    def is_open(self):
        return self.studio.poll() is None

    def kill_studio(self):
        """It may have been killed before; that it ends in any other way is a fault of its own."""
        if self.is_open():
            self.kill(self.studio.pid, "Studio")
        self.assertEqual(self.studio.wait(PATIENCE), -signal.SIGKILL, (self.root / "studio.log").read_text())

    def patience_without_owner(self):
        """An open window sees that an owner went too early and brings the next."""
        return PATIENCE if self.is_open() else super().patience_without_owner()

    def test_studio_and_the_owner_are_killed_and_both(self):
        runs = []
        self.open_studio()
        for _ in range(RUNS):
            runs.append(self.penstock("run", "crash", "--detach").out.strip())
            for _ in range(self.dice.randint(1, 3)):
                self.pause(0, 0.4)
                victims = self.dice.choice([[self.kill_studio], [self.kill_owner], [self.kill_studio, self.kill_owner]])
                for kill in self.dice.sample(victims, len(victims)):
                    kill()
                if not self.is_open() and self.dice.random() < 0.7:
                    self.open_studio()
                self.somebody_comes(runs[-1])
            self.await_end(runs[-1])
            if not self.is_open():
                self.open_studio()
        self.assertGreaterEqual(min(self.kills["owner"], self.kills["Studio"]), RUNS // 2)
        self.judge(runs)
        self.kill_studio()
        self.nobody_is_left()


if __name__ == "__main__":
    unittest.main()
