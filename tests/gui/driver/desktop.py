"""A private desktop for one test: X server, window manager, session bus and accessibility bus, all ended with the test.

The test program runs itself again inside `dbus-run-session` (enter()), so that nothing of the person's own desktop is
touched. Windows are driven as assistive technology drives them (AT-SPI): found by role and name, acted on by their actions.
"""

import os
import shutil
import signal
import subprocess
import sys
import time

TOOLS = ("Xvfb", "openbox", "dbus-run-session", "xdotool", "import")


def missing_tools():
    return [tool for tool in TOOLS if not shutil.which(tool)]


def enter():
    """Starts this program anew inside a session bus of its own; returns in the inner one."""
    if os.environ.get("PENSTOCK_INNER_DESKTOP") == "1":
        return
    environment = dict(os.environ, PENSTOCK_INNER_DESKTOP="1")
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    environment.pop("AT_SPI_BUS_ADDRESS", None)
    done = subprocess.run(["dbus-run-session", "--", sys.executable, *sys.argv], env=environment)
    sys.exit(done.returncode)


class Desktop:
    """An X server of the given size with a window manager and the accessibility bus."""

    def __init__(self, width=1600, height=1000):
        self._processes = []
        read, write = os.pipe()
        server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
                                  pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        self._processes.append(server)
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        os.environ["DISPLAY"] = f":{number}"
        os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        os.environ["QT_ACCESSIBILITY"] = "1"
        os.environ["NO_AT_BRIDGE"] = "0"
        self._start(["openbox"])
        for launcher in ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"):
            if os.path.exists(launcher):
                self._start([launcher, "--launch-immediately"])
                break

    def _start(self, command):
        self._processes.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self._processes):
            process.send_signal(signal.SIGTERM)
        for process in self._processes:
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()

    @staticmethod
    def come_to_rest(most=10):
        """Until two looks at the screen see the same: what the accessibility tree has is painted a frame later."""
        before = None
        for _ in range(most):
            now = subprocess.run(["import", "-silent", "-window", "root", "ppm:-"], stdout=subprocess.PIPE, check=True, timeout=30).stdout
            if now == before:
                return
            before = now

    @staticmethod
    def screenshot(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        subprocess.run(["import", "-window", "root", path], check=True, timeout=30)


def environment():
    """What a program needs to appear on the desktop of this test."""
    names = ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "QT_ACCESSIBILITY", "NO_AT_BRIDGE")
    return {name: os.environ[name] for name in names if name in os.environ}


def wait_for(question, what, seconds=60, pause=0.05):
    """The first true answer of `question`; fails with `what` was awaited when the time is over."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        answer = question()
        if answer:
            return answer
        time.sleep(pause)
    raise AssertionError(f"waited {seconds} s for {what() if callable(what) else what}")
