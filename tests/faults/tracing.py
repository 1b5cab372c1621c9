"""System calls as moments: strace counts those of a program, and kills it at one of them or lets one fail.

A moment is (CALL, N): the Nth call of that name by whichever thread makes so many first. Which ones are tried comes from a
seed that is printed; PENSTOCK_CRASH_SEED repeats it, PENSTOCK_CRASH_MOMENTS says how many of each kind (0: every one).
"""

import collections
import os
import pathlib
import re
import shutil
import subprocess

from crash import CrashTest
from workspace import BIN, PENSTOCK

MOMENTS = int(os.environ.get("PENSTOCK_CRASH_MOMENTS", "10"))

# What changes files, starts processes or tells somebody something.
CALLS = ("write,writev,pwrite64,fsync,fdatasync,rename,renameat,renameat2,mkdir,mkdirat,unlink,unlinkat,symlink,symlinkat,link,"
         "linkat,ftruncate,fallocate,copy_file_range,clone,clone3,vfork,fork,sendto,sendmsg,connect,kill,pidfd_send_signal,wait4,waitid")
OPTIONS = ["-qq", "-a1"]


class TracedTest(CrashTest):
    def setUp(self):
        super().setUp()
        if not shutil.which("strace"):
            self.skipTest("there is no strace here")
        if subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode != 0:
            self.skipTest("nothing can be traced here: ptrace is refused")
        self.trace = self.root / "trace"

    def moments(self, trace):
        """All (call, n) of a trace, n up to the number of such calls in the thread that made most of them."""
        counts = collections.Counter()
        for line in trace.read_text(errors="replace").splitlines():
            found = re.match(r"(?:(\d+) +)?(\w+)\(", line)
            if found:
                counts[found.groups()] += 1
        most = collections.Counter()
        for (_, call), count in counts.items():
            most[call] = max(most[call], count)
        return [(call, n) for call, count in sorted(most.items()) for n in range(1, count + 1)]

    def some(self, moments):
        self.assertTrue(moments)
        self.kills["moments known"] = len(moments)
        return moments if MOMENTS == 0 else self.dice.sample(moments, min(MOMENTS, len(moments)))

    # --- the owner

    def start_owner(self, *injection):
        """All its threads are traced, what it starts is not. It may be dead before it is there."""
        command = ["strace", "-f", "-b", "execve", *OPTIONS, "-o", str(self.trace), "-e", f"trace={CALLS}", *injection]
        process = subprocess.Popen([*command, PENSTOCK, "serve", "--until-idle", "--slots", "1"], cwd=self.folder, env=self.environment,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.started.append(process)
        self.wait_until(lambda: self.owner() or process.poll() is not None, "the owner is there, or dead")
        return process

    def kill_at(self, moment):
        call, number = moment
        return ["-e", f"inject={call}:signal=SIGKILL:when={number}"]

    # --- the shim

    def install_traced_shim(self):
        """A copy of the program beside which stands a shim that is traced as the file `inject` says: once, then no more."""
        folder = self.root / "bin"
        folder.mkdir()
        shutil.copy2(PENSTOCK, folder / "penstock")
        shim = folder / "penstock-shim"
        # -D: the traced process is the one that the owner started, the tracer a stranger. It makes itself a daemon, hence -f.
        # A traced program cannot look for leaks: one that is built to would end with an error.
        shim.write_text(f"#!/bin/sh\nif mv '{self.root}/inject' '{self.root}/injected' 2>/dev/null; then\n"
                        f"  exec env ASAN_OPTIONS=detect_leaks=0 strace -D -f -b execve {' '.join(OPTIONS)} -o '{self.trace}' -e trace={CALLS} $(cat '{self.root}/injected') '{BIN}/penstock-shim' \"$@\"\n"
                        f"fi\nexec '{BIN}/penstock-shim' \"$@\"\n")
        shim.chmod(0o755)
        self.program = str(folder / "penstock")

    def inject_into_shim(self, *injection):
        (self.root / "inject").write_text(" ".join(injection))

    def shims(self):
        found = []
        for pid in self.processes():
            try:
                words = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if words and words[0].endswith(b"penstock-shim"):
                found.append(pid)
        return found
