"""A workspace and a user of their own for one test, and the programs in them."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

BIN = pathlib.Path(os.environ.get("PENSTOCK_BIN_DIR", pathlib.Path(__file__).parents[2] / "build/dev/bin"))
PENSTOCK = str(BIN / "penstock")
LOGIN_PATH = BIN.parent / "login-path"
PATIENCE = 60  # seconds: how long a test waits for what has to come; never how long something may take


class Result:
    def __init__(self, code, out, err):
        self.code, self.bytes, self.err = code, out, err.decode(errors="replace")

    @property
    def out(self):
        return self.bytes.decode(errors="replace")

    @property
    def json(self):
        return json.loads(self.bytes)

    @property
    def lines(self):
        return [json.loads(line) for line in self.bytes.splitlines() if line.strip()]


class WorkspaceTest(unittest.TestCase):
    """The folder's name has a space, HOME and the XDG folders are the test's, and no owner is left behind."""

    program = PENSTOCK

    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="penstock cli "))
        self.folder = self.root / "work space"
        self.folder.mkdir()
        self.home = self.root / "home"
        self.runtime = self.root / "run"
        for folder in (self.home, self.runtime):
            folder.mkdir(mode=0o700)
        self.environment = {
            "HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.runtime), "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "USER": "tester",
        }
        self.started = []
        self.share_login_path(LOGIN_PATH, self.home / ".local/state/penstock/login-path")

    def share_login_path(self, source, target):
        """What the login shell of this machine's user said: it may be slow to say, and is no part of any story."""
        try:
            content = source.read_bytes()
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh = target.with_name(f"{target.name}.{os.getpid()}")
            fresh.write_bytes(content)
            fresh.rename(target)
        except OSError:
            pass  # not asked yet, or nowhere to keep it

    def tearDown(self):
        self.share_login_path(self.home / ".local/state/penstock/login-path", LOGIN_PATH)
        for process in self.started:
            if process.poll() is None:
                process.kill()
            process.communicate()
        self.end_owners()
        for path in self.root.rglob("*"):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
        shutil.rmtree(self.root, ignore_errors=True)

    # --- the owner

    def owner_files(self):
        # Not rglob: it raises when a folder goes meanwhile.
        return [pathlib.Path(folder) / "owner.json" for folder, _, files in os.walk(self.root) if "owner.json" in files]

    def owner(self):
        """Process id of the owner that is alive, or None."""
        for path in self.owner_files():
            try:
                pid = json.loads(path.read_text())["pid"]
                os.kill(pid, 0)
                if pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
                    return pid
            except (OSError, ValueError, KeyError):
                pass
        return None

    def end_owners(self):
        """Ends the owner and the supervisors of this test's steps: those that have its folder in their command line."""
        for _ in range(3):
            mine = [pid for pid in self.processes() if pid != os.getpid()]
            if not mine:
                return
            for pid in mine:
                try:
                    os.kill(pid, signal.SIGKILL)
                except OSError:
                    pass
            time.sleep(0.05)

    def processes(self):
        """All processes that belong to this test: its folder is in their environment (HOME) or command line."""
        needle = str(self.root).encode()
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            for part in ("environ", "cmdline"):  # an owner lets nobody but root read its environment
                try:
                    if needle in (entry / part).read_bytes():
                        found.append(int(entry.name))
                        break
                except OSError:
                    pass
        return found

    # --- files

    def write(self, name, content, mode=None):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        if mode:
            path.chmod(mode)
        return path

    def pipeline(self, name, steps, more=""):
        self.write(f"pipelines/{name}.pipeline.yaml", f"penstock: 1\nname: {name}\n{more}steps:\n{steps}")

    def trust(self):
        """Says once that this workspace is trusted, as `init` does for what it makes."""
        result = self.penstock("init")
        self.assertEqual(result.code, 0, result.err)

    # --- the program

    def penstock(self, *words, stdin=b"", cwd=None, **more):
        done = subprocess.run([self.program, *words], cwd=cwd or self.folder, env=self.environment, input=stdin,
                              capture_output=True, timeout=PATIENCE * 2, check=False, **more)
        return Result(done.returncode, done.stdout, done.stderr)

    def start(self, *words, **more):
        process = subprocess.Popen([self.program, *words], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)
        self.started.append(process)
        return process

    def wait_until(self, condition, what):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            value = condition()
            if value:
                return value
            time.sleep(0.02)
        self.fail(f"never happened: {what}")

    def state(self, run):
        for entry in self.penstock("runs", "--json").json["runs"]:
            if entry["run"] == run:
                return entry["state"]
        return None

    def step(self, run, name):
        steps = self.penstock("show", run, "--json").json["steps"]
        return next(step for step in steps if step["step"] == name)
