"""Disks that are full or read-only, programs that behave badly, damaged and deleted state: nothing crashes, nothing is lost."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from crash import SANITIZED  # noqa: E402
from workspace import PATIENCE, PENSTOCK, WorkspaceTest  # noqa: E402

MODEL = """\
  train: {run: "echo 'model of '$PENSTOCK_RUN_ID > build/model; echo '{\\"accuracy\\": 0.9}' > build/metrics.json", outputs: {model: {path: build/model, kind: model}}, metrics: build/metrics.json}
  record: {register: {model: demo, major: 1, artifact: "${{ steps.train.outputs.model }}", metrics: "${{ steps.train.metrics }}"}}
  ask: {approve: {question: "Ship ${{ steps.record.version }}?", approvers: [lead]}, needs: [record]}
  ship: {promote: {version: "${{ steps.record.version }}", to: production}, needs: [ask]}
"""


class Steps(WorkspaceTest):
    """What a step does is the step's own affair."""

    def setUp(self):
        super().setUp()
        self.trust()

    def owner_memory(self):
        """Largest resident size so far, in bytes."""
        for line in pathlib.Path(f"/proc/{self.owner()}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) << 10
        return 0

    @unittest.skipIf(SANITIZED, "a sanitizer takes more memory than what is measured")
    def test_a_hundred_megabytes_of_binary_fill_neither_memory_nor_disk(self):
        self.pipeline("loud", "  only: {run: [head, -c, \"104857600\", /dev/urandom]}\n")
        result = self.penstock("run", "loud")
        self.assertEqual(result.code, 0, result.out[-2000:] + result.err)
        self.assertLess(self.owner_memory(), 100 << 20)
        kept = sum(path.lstat().st_size for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink())
        self.assertLess(kept, 90 << 20)
        self.assertRegex(result.out, r"only .* MB of its output were not kept")
        log = self.penstock("logs", "loud-1", "only")
        self.assertEqual(len(log.bytes), 64 << 20)
        self.assertRegex(log.err, r"^\[37\.\d MB of this output were not kept")
        self.penstock("show", "loud-1", "--json").json  # still a document

    def test_who_follows_much_output_gets_its_beginning_and_its_end(self):
        self.pipeline("much", "  only: {run: \"seq -f %09.0f 12000000; touch ../printed; until [ -e ../go ]; do sleep 0.05; done; echo bye\"}\n")
        self.assertEqual(self.penstock("run", "much", "--detach").code, 0)
        self.wait_until(lambda: self.step("much-1", "only")["state"] == "running", "the step runs")
        follower = self.start("logs", "much-1", "only", "--follow")
        self.wait_until((self.root / "printed").exists, "all is printed")
        (self.root / "go").touch()
        out, err = follower.communicate(timeout=PATIENCE)
        self.assertEqual(follower.returncode, 0, err)
        self.assertTrue(out.startswith(b"000000001\n000000002\n"), out[:100])
        self.assertTrue(out.endswith(b"\n012000000\nbye\n"), out[-100:])
        self.assertNotIn(b"\0", out)
        lines = out.split(b"\n")[:-2]
        numbers = [int(line) for line in lines if len(line) == 9 and line.isdigit()]
        self.assertLess(len(lines) - len(numbers), 10, "lines in pieces")
        self.assertTrue(numbers == sorted(set(numbers)), "a line came twice or out of order")
        if len(out) < 12_000_000 * 10:
            self.assertIn(b"not kept", err)

    def test_binary_names_and_text_reach_the_terminal_as_text(self):
        self.pipeline("rude", "  only: {run: \"head -c 3000 /dev/urandom; printf '\\\\377\\\\376 not utf-8 \\\\0'; exit 1\"}\n")
        result = self.penstock("run", "rude")
        self.assertEqual(result.code, 1)
        result.bytes.decode("utf-8")  # raises when it is none
        self.assertNotIn(b"\0", result.bytes)

    def test_each_signal_is_told_by_its_number(self):
        for number in (signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM, signal.SIGABRT):
            name = f"by_{number.name.lower()}"
            self.pipeline(name, f"  only: {{run: \"kill -{int(number)} $$\"}}\n")
            result = self.penstock("run", name)
            self.assertEqual(result.code, 1, result.out + result.err)
            run = self.penstock("runs", "--json").json["runs"][0]["run"]
            self.assertEqual(self.step(run, "only")["attempts"][0]["outcome"]["signal"], int(number))

    def test_a_step_leaves_no_process_behind(self):
        self.pipeline("daemon", "  only: {run: \"(setsid sleep 86399 & ) ; sleep 0.1\"}\n")
        self.assertEqual(self.penstock("run", "daemon").code, 0)

        def left():
            return [pid for pid in self.processes() if b"86399" in pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()]
        self.wait_until(lambda: not left(), "what the step started is gone")


class OneOwner(WorkspaceTest):
    def test_of_two_that_start_together_one_wins_and_the_other_says_so(self):
        self.trust()
        for _ in range(10):
            pair = [self.start("serve"), self.start("serve")]
            self.wait_until(lambda: [each for each in pair if each.poll() is not None], "one of them gives up")
            loser = next(each for each in pair if each.poll() is not None)
            winner = next(each for each in pair if each is not loser)
            self.assertEqual(loser.returncode, 6)
            said = loser.communicate()[1].decode()
            self.assertRegex(said, r"^penstock: .*\w", said)
            self.assertIn("work space", said)
            self.wait_until(lambda: self.owner() == winner.pid, "the other one is there")
            winner.terminate()
            self.assertEqual(winner.wait(PATIENCE), 0)
        self.assertEqual(self.owner_files(), [])


class DamagedState(WorkspaceTest):
    """A log that cannot be read is refused, copied to quarantine and left as it is."""

    def setUp(self):
        super().setUp()
        self.trust()
        self.pipeline("one", "  only: {run: [\"true\"]}\n")
        self.assertEqual(self.penstock("run", "one").code, 0)
        self.end_owners()
        self.state_db = next(self.root.rglob("state.db"))

    def refused(self, content):
        self.state_db.write_bytes(content)
        result = self.penstock("run", "one")
        self.assertEqual(result.code, 6, result.out + result.err)
        self.assertRegex(result.err, r"^penstock: ")
        self.assertIn("state.db", result.err)
        self.assertEqual(self.state_db.read_bytes(), content)
        owner = self.start("serve")
        self.assertEqual(owner.wait(PATIENCE), 6)
        self.assertIn("state.db", owner.communicate()[1].decode())
        self.assertEqual(self.state_db.read_bytes(), content)
        copies = [path for path in (self.state_db.parent / "quarantine").rglob("state.db*") if path.read_bytes() == content]
        self.assertTrue(copies, "no copy in quarantine")

    def test_a_garbage_header(self):
        good = self.state_db.read_bytes()
        self.refused(b"garbage for a header" + good[20:])
        for words in (["runs"], ["show", "one-1"], ["models"], ["audit", "verify"], ["doctor"]):
            result = self.penstock(*words)
            self.assertIn(result.code, (1, 2, 6), (words, result.out))
            self.assertTrue(result.err or words == ["doctor"], words)
            self.assertIn("state.db", result.out + result.err, words)
        self.state_db.write_bytes(good)
        result = self.penstock("run", "one")
        self.assertEqual(result.code, 0, result.err)
        self.assertEqual(self.state("one-1"), "succeeded")

    def test_a_page_in_the_middle(self):
        good = bytearray(self.state_db.read_bytes())
        for place in range(4096, len(good), 4096):
            good[place:place + 64] = b"\xa5" * 64
        self.refused(bytes(good))

    def test_a_file_cut_short(self):
        self.refused(self.state_db.read_bytes()[:5000])


class GitClean(WorkspaceTest):
    """The registry outlives what people do to get a clean work tree."""

    def git(self, *words):
        return subprocess.run(["git", *words], cwd=self.folder, env=self.environment, capture_output=True, check=True, timeout=60)

    def in_production(self):
        return [path.read_text() for path in (self.folder / ".penstock/models/demo-v1/production").resolve().iterdir()]

    def test_clean_with_everything_keeps_the_registry_and_the_production_link(self):
        self.git("init", "-q")
        self.trust()
        (self.folder / "build").mkdir()
        self.pipeline("demo", MODEL)
        self.assertEqual(self.penstock("run", "demo", "--until-blocked").code, 4)
        result = self.penstock("approve", "demo-1/ask", "--comment", "yes", "--wait")
        self.assertEqual(result.code, 0, result.err)
        before = self.penstock("models", "--json").json
        self.assertEqual(before["lines"][0]["production"], "1.1")
        self.assertEqual(self.in_production(), ["model of demo-1\n"])

        self.git("clean", "-fdxq", "-e", "pipelines", "-e", "penstock.yaml")
        self.assertFalse((self.folder / "build").exists())
        self.assertEqual(self.penstock("models", "--json").json, before)
        self.assertEqual([run["run"] for run in self.penstock("runs", "--json").json["runs"]], ["demo-1"])
        self.assertEqual(self.penstock("audit", "verify").code, 0)

        for link in self.root.rglob("demo-v1/production"):
            link.unlink()
        self.end_owners()
        owner = self.start("serve", "--until-idle")
        self.assertEqual(owner.wait(PATIENCE), 0)
        self.assertEqual(self.in_production(), ["model of demo-1\n"])
        self.assertEqual(self.penstock("models", "--json").json, before)

        self.git("clean", "-ffdxq")  # with pipelines and all
        self.assertEqual(self.penstock("models", "--json", "--workspace", str(self.folder)).json, before)

    def test_clean_under_a_running_owner_and_step(self):
        self.git("init", "-q")
        self.trust()
        self.pipeline("long", "  only: {run: \"until [ -e ../go ]; do sleep 0.05; done; echo done\"}\n")
        self.assertEqual(self.penstock("run", "long", "--detach").code, 0)
        self.wait_until(lambda: self.step("long-1", "only")["state"] == "running", "the step runs")
        self.git("clean", "-fdxq", "-e", "pipelines")
        (self.root / "go").touch()
        self.wait_until(lambda: self.state("long-1") == "succeeded", "the run ends")
        self.assertEqual(self.penstock("logs", "long-1", "only").out, "done\n")


class ReadOnly(WorkspaceTest):
    def test_a_file_system_that_cannot_be_written_is_named(self):
        """A bind mount in a name space of its own: not even root can write there."""
        self.trust()
        self.pipeline("one", "  only: {run: [touch, witness]}\n")
        self.assertEqual(self.penstock("run", "one").code, 0)
        self.end_owners()
        (self.folder / "witness").unlink()
        self.write("x.py", "print(1)\n")
        script = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" || exit 99; cd "$1" || exit 99; shift; exec "$@"'
        results = {}
        for name, words in {"run": ["run", "one"], "runs": ["runs", "--json"], "init": ["init", "--from", "x.py"]}.items():
            results[name] = in_namespace(self, script, str(self.folder), PENSTOCK, *words)
        self.assertEqual(results["run"].returncode, 6, results["run"].stderr)
        said = results["run"].stderr.decode()
        self.assertRegex(said, r"did not start: .*owner\.lock cannot be written, because its disk is read-only\. `penstock doctor`")
        self.assertEqual(said.count("read-only"), 1, said)
        self.assertEqual(results["init"].returncode, 6)
        self.assertRegex(results["init"].stderr.decode(), r"pipelines/.* cannot be written, because its disk is read-only\.")
        self.assertEqual(results["runs"].returncode, 0, results["runs"].stderr)
        self.assertEqual([run["run"] for run in json.loads(results["runs"].stdout)["runs"]], ["one-1"])
        self.assertFalse((self.folder / "witness").exists())
        self.assertEqual(self.penstock("run", "one").code, 0)


class FullDisk(WorkspaceTest):
    """A file system of a few megabytes that fills up under a run, in a name space of its own."""

    # Fills what is left, looks, makes room, looks again. Everything in one name space: it is gone with its last process.
    STORY = """
        mount -t tmpfs -o size=12m none "$1" || exit 99
        cd "$1" && "$2" init >/dev/null && mkdir -p pipelines && cp ../*.pipeline.yaml pipelines/ || exit 98
        "$2" run full -p size=1 > ../first 2>&1; echo $? > ../first.code
        "$2" run full -p size=130 > ../second 2>&1; echo $? > ../second.code
        rm -rf big
        dd if=/dev/zero of=ballast bs=64k 2>/dev/null
        timeout 30 "$2" run full -p size=1 > ../third 2>&1; echo $? > ../third.code
        "$2" runs --json > ../runs.full 2>&1; echo $? > ../runs.code
        rm ballast
        timeout 60 "$2" run full -p size=1 > ../fourth 2>&1; echo $? > ../fourth.code
        "$2" runs --json > ../runs.after
        "$2" run long > ../watched 2>&1 & watcher=$!
        until [ -e ../begun ]; do sleep 0.05; done
        dd if=/dev/zero of=ballast bs=64k 2>/dev/null; dd if=/dev/zero of=rest bs=1k 2>/dev/null
        touch ../go
        for i in $(seq 600); do grep -q "no space" ../watched && break; sleep 0.05; done
        rm ballast rest
        wait $watcher; echo $? > ../watched.code
        "$2" audit verify > ../audit 2>&1; echo $? > ../audit.code
    """

    def outcome(self, name):
        text = (self.root / name).read_text(errors="replace")
        return int((self.root / f"{name}.code").read_text()), text

    def test_it_is_said_nothing_is_lost_and_with_room_it_goes_on(self):
        (self.root / "full.pipeline.yaml").write_text(
            "penstock: 1\nname: full\nparameters:\n  size: {type: integer, default: 1}\nsteps:\n"
            "  fill:\n    run: [dd, if=/dev/urandom, of=big, bs=64k, \"count=${{ params.size }}\"]\n    outputs: {big: big}\n")
        (self.root / "long.pipeline.yaml").write_text(
            "penstock: 1\nname: long\nsteps:\n  only: {run: \"touch ../begun; until [ -e ../go ]; do sleep 0.05; done\"}\n")
        done = in_namespace(self, self.STORY, str(self.folder), PENSTOCK)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.outcome("first")[0], 0, self.outcome("first")[1])

        code, text = self.outcome("second")
        self.assertEqual(code, 1, text)
        self.assertRegex(text, r"no space left on the disk of \S*.*/\.penstock/objects")

        code, text = self.outcome("third")
        self.assertEqual(code, 6, text)
        self.assertRegex(text, r"^penstock: There is no space left on the disk of .*/work space/\.penstock[,.]")
        self.assertIn("safe", text)
        self.assertNotIn("not known", text)

        during = json.loads((self.root / "runs.full").read_text())["runs"]
        self.assertEqual({run["run"]: run["state"] for run in during}["full-1"], "succeeded")

        code, text = self.outcome("fourth")
        self.assertEqual(code, 0, text)
        after = json.loads((self.root / "runs.after").read_text())["runs"]
        self.assertEqual({run["run"]: run["state"] for run in after}["full-1"], "succeeded")
        self.assertNotIn("running", [run["state"] for run in after])

        code, text = self.outcome("watched")
        self.assertEqual(code, 0, text)
        self.assertRegex(text, r"The run waits, and goes on by itself once this is mended: There is no space left")
        self.assertEqual(text.count("no space left"), 1, text)
        self.assertEqual(self.outcome("audit")[0], 0, self.outcome("audit")[1])


def in_namespace(test, script, *words):
    """Runs a script as root of a user and mount name space of its own; skips where the system does not give one."""
    if subprocess.run(["unshare", "-Urm", "true"], capture_output=True, check=False).returncode != 0:
        test.skipTest("no user name spaces here: unshare -Urm is refused")
    process = subprocess.Popen(["unshare", "-Urm", "sh", "-c", script, "sh", *words], env=test.environment, cwd=test.root,
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    test.started.append(process)
    out, err = process.communicate(timeout=PATIENCE * 3)
    if process.returncode == 99:
        test.skipTest(f"nothing can be mounted in a name space here: {err.decode(errors='replace')}")
    return subprocess.CompletedProcess(words, process.returncode, out, err)


if __name__ == "__main__":
    unittest.main()
