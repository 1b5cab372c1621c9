"""System calls of the owner fail: a sync, a write, a read, want of descriptors. What was acknowledged is there, nothing is done
twice, and as soon as the calls succeed again everything goes on by itself."""

import collections
import json
import os
import resource
import socket
import sqlite3
import subprocess
import unittest

from crash import SANITIZED, CrashTest
from tracing import TracedTest
from workspace import BIN, PATIENCE

# error, calls, and which of them fail: the Nth alone, or each from the Nth on until the owner is killed.
ILLS = [("EIO", ("fsync", "fdatasync"), ""), ("EIO", ("pwrite64",), ""), ("EIO", ("fdatasync",), "+"), ("ENOSPC", ("pwrite64",), "+"),
        ("EIO", ("pread64",), ""), ("EIO", ("rename", "linkat", "mkdir", "ftruncate", "fallocate"), ""), ("EDQUOT", ("pwrite64",), "")]


class FailingCalls(TracedTest):
    def setUp(self):
        super().setUp()
        self.pipeline("ill", """\
  make: {run: [sh, step.sh, "0", "${{ outputs.data }}"], outputs: {data: {kind: file}}, cache: off}
  take: {run: [sh, step.sh, "0", build/take.txt], inputs: {data: "${{ steps.make.outputs.data }}"}, outputs: {data: build/take.txt}, cache: off}
""")
        self.acknowledged = set()

    def patience_without_owner(self):
        return 0

    def run_under(self, error, call, number, more):
        tracer = self.start_owner("-e", f"inject={call}:error={error}:when={number}{more}")
        watcher = self.start("run", "ill", "--detach", "--jobs", "1")
        try:
            out, _ = watcher.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            watcher.kill()
            out = b""
        if watcher.returncode == 0:
            self.acknowledged.add(out.decode().strip())
        self.pause(0.1, 0.5)
        # For some only the next owner can help: its predecessor's calls will never succeed again.
        for pid in self.owners():
            self.kill(pid, "owner")
        tracer.wait(PATIENCE)

    def judge_all(self):
        runs = {run["run"]: run["state"] for run in self.penstock("runs", "--json").json["runs"]}
        self.assertLessEqual(self.acknowledged, set(runs), "acknowledged and lost")
        for run, state in runs.items():
            if state == "running":
                self.await_end(run)
        witness = collections.Counter((self.root / "witness").read_text().splitlines())
        self.assertEqual([line for line, count in witness.items() if count > 1], [], "executed more than once")
        for run in runs:
            document = self.penstock("show", run, "--json").json
            for step in document["steps"]:
                for attempt in step["attempts"]:
                    if attempt["outcome"]["kind"] == "succeeded":
                        self.assertEqual(witness[f"{run}/{step['step']}/{attempt['attempt']}"], 1)
            if document["state"] != "succeeded":
                # A step may fail for it, and then it says so.
                self.assertEqual(document["state"], "failed")
                self.assertRegex(self.penstock("show", run).out, r"could not be (taken|started)|was not started|no space", run)
        result = self.penstock("audit", "verify", "--json")
        self.assertEqual((result.code, result.json["sound"]), (0, True), result.out + result.err)

    def test_of_the_owners_calls_some_fail(self):
        tracer = self.start_owner()
        self.assertEqual(self.penstock("run", "ill", "--jobs", "1").code, 0)
        moments = dict(self.moments(self.trace))
        for pid in self.owners():
            self.kill(pid, "owner")
        tracer.wait(PATIENCE)
        for error, calls, more in ILLS:
            known = [(call, number) for call in calls for number in range(1, moments.get(call, 8) + 1)]
            for call, number in self.some(known)[:max(2, len(known) if os.environ.get("PENSTOCK_CRASH_MOMENTS") == "0" else 3)]:
                with self.subTest(error=error, call=call, number=number):
                    self.run_under(error, call, number, more)
        self.judge_all()

    def test_an_interrupted_call_is_made_again(self):
        for call in ("read", "write", "pread64", "pwrite64", "fdatasync", "sendto", "recvfrom", "wait4"):
            with self.subTest(call):
                tracer = self.start_owner("-e", f"trace={call}", "-e", f"inject={call}:error=EINTR:when=5+7")
                self.penstock("run", "ill", "--jobs", "1")
                for pid in self.owners():
                    self.kill(pid, "owner")
                tracer.wait(PATIENCE)
        self.judge_all()


class PartsOfCalls(CrashTest):
    def test_calls_that_do_a_part_of_what_they_were_asked_for(self):
        """In every program but the shim, which has no libraries to preload."""
        library = BIN / "short_calls.so"
        if not library.exists():
            self.skipTest("built without short_calls.so")
        self.environment["LD_PRELOAD"] = str(library)
        content = bytes(self.dice.randrange(256) for _ in range(100_000))
        self.write("data.bin", content)
        self.pipeline("parts", "  make: {run: [cp, \"${{ inputs.raw }}\", \"${{ outputs.data }}\"], inputs: {raw: {file: data.bin}}, outputs: {data: {kind: file}}, cache: off}\n"
                               "  back: {run: [cp, \"${{ inputs.data }}\", build/back], inputs: {data: \"${{ steps.make.outputs.data }}\"}, outputs: {data: build/back}, cache: off}\n"
                               "  say: {run: [cat, data.bin], needs: [back], cache: off}\n")
        for number in range(1, 4):
            result = self.penstock("run", "parts")
            self.assertEqual(result.code, 0, result.out + result.err)
            self.assertEqual((self.folder / "build/back").read_bytes(), content)
            self.assertEqual(self.penstock("logs", f"parts-{number}", "say").bytes, content)
            (self.folder / "build/back").unlink()
            self.end_owners()
        self.assertEqual(len(self.penstock("runs", "--json").json["runs"]), 3)
        result = self.penstock("audit", "verify", "--json")
        self.assertEqual((result.code, result.json["sound"]), (0, True), result.out + result.err)


class Wants(CrashTest):
    """An owner that has too little of something."""

    def serve(self, *words, limit=None):
        def lower():
            resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
        process = self.start("serve", *words, preexec_fn=lower if limit else None)
        self.wait_until(lambda: self.owner() == process.pid, "the owner announces itself")
        return process

    @unittest.skipIf(SANITIZED, "a sanitizer needs descriptors of its own")
    def test_an_owner_without_descriptors_runs_what_it_can_and_answers_later(self):
        self.pipeline("wide", "".join(f"  s{i}: {{run: [sh, step.sh, \"0.05\"], cache: off}}\n" for i in range(60)))
        owner = self.serve("--slots", "60", limit=48)
        announcement = json.loads(self.owner_files()[0].read_text())
        peers = []
        for _ in range(80):
            peer = socket.socket(socket.AF_UNIX)
            peer.setblocking(False)
            try:
                peer.connect(announcement["socket"])
            except OSError:
                pass
            peers.append(peer)
        self.pause(0.5, 0.5)
        self.assertIsNone(owner.poll())
        for peer in peers:
            peer.close()
        result = self.penstock("run", "wide")
        self.assertIn(result.code, (0, 1), result.out + result.err)
        self.assertIsNone(owner.poll())
        witness = (self.root / "witness").read_text().splitlines()
        self.assertEqual(len(witness), len(set(witness)))
        document = self.penstock("show", "wide-1", "--json").json
        for step in document["steps"]:
            for attempt in step["attempts"]:
                self.assertIn(attempt["outcome"]["kind"], ("succeeded", "spawnError", "refused", "notCollected"))
        self.pipeline("one", "  only: {run: [\"true\"], cache: off}\n")
        self.assertEqual(self.penstock("run", "one").code, 0)

    def test_a_log_that_another_program_holds_delays_and_loses_nothing(self):
        self.pipeline("long", "  only: {run: \"touch ../begun; until [ -e ../go ]; do sleep 0.05; done\", cache: off}\n")
        watcher = self.start("run", "long")
        self.wait_until((self.root / "begun").exists, "the step runs")
        log = next(self.root.rglob("state.db"))
        other = sqlite3.connect(log, isolation_level=None, timeout=PATIENCE)
        other.execute("BEGIN IMMEDIATE")
        (self.root / "go").touch()
        self.assertEqual(self.penstock("runs", "--json").json["runs"][0]["state"], "running")
        refused = self.penstock("run", "long", "--detach")
        self.assertEqual(refused.code, 6, refused.out + refused.err)
        other.execute("ROLLBACK")
        other.close()
        out, err = watcher.communicate(timeout=PATIENCE)
        self.assertEqual(watcher.returncode, 0, (out + err).decode())
        self.assertEqual([run["run"] for run in self.penstock("runs", "--json").json["runs"]], ["long-1"])


if __name__ == "__main__":
    unittest.main()
