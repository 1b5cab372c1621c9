"""Secrets: kept apart, given to steps as variables, and found in no file, no log and no command line afterwards."""

import base64
import hashlib
import json
import os
import pathlib
import pty
import signal
import stat
import unittest

from workspace import PENSTOCK, WorkspaceTest

VALUE = 'tok"en/ä +9f8e7d6c5b'  # has something that each encoding writes in another way


class Secrets(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()
        # No keyring may answer: it would be that of whoever runs the tests.
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
        self.kept = self.home / ".config/penstock/secrets.json"

    def set(self, name, value=VALUE, *words):
        result = self.penstock("secret", "set", name, "--file", *words, stdin=value.encode())
        self.assertEqual(result.code, 0, result.err)

    def files_with(self, *needles):
        """Files of the workspace and of its state that have one of these bytes in them."""
        found = []
        for path in self.folder.rglob("*"):
            if path.is_file() and not path.is_symlink():
                content = path.read_bytes()
                found += [str(path) for needle in needles if needle in content]
        return found

    def test_a_step_finds_it_in_its_environment_and_nobody_else(self):
        self.set("API_TOKEN")
        script = self.write("check.py", "import os, sys, hashlib\n"
                                        "print(hashlib.sha256(os.environ['API_TOKEN'].encode()).hexdigest())\n"
                                        "print(hashlib.sha256(os.environ['OTHER'].encode()).hexdigest())\n")
        self.pipeline("p", f"  one: {{run: [python3, {script.name}], secrets: {{API_TOKEN: API_TOKEN, OTHER: API_TOKEN}}}}\n"
                           "  two: {run: \"test -z \\\"${API_TOKEN:-}\\\"\", needs: [one]}\n")
        result = self.penstock("run", "p")
        self.assertEqual(result.code, 0, result.out + result.err)
        digest = hashlib.sha256(VALUE.encode()).hexdigest()
        self.assertEqual(self.penstock("logs", "p-1", "one").out, f"{digest}\n{digest}\n")

    def test_it_is_in_no_file_and_no_command_line_whatever_the_step_does_with_it(self):
        self.set("API_TOKEN")
        self.write("leak.py", f"""
import base64, json, os, sys, time, urllib.parse
value = os.environ["API_TOKEN"]
print("plain", value)
for before in ("", "x", "xy"):
    print("base64", base64.b64encode((before + value + "!").encode()).decode())
print("url", urllib.parse.quote(value), urllib.parse.quote_plus(value))
print("json", json.dumps(value), json.dumps(value, ensure_ascii=False))
sys.stdout.write("split " + value[:7]); sys.stdout.flush()
time.sleep(0.05)
print(value[7:], flush=True)
with open(os.environ["PENSTOCK_OUTPUTS"], "w") as out:
    out.write("told=" + value + "\\n" + "more:=" + json.dumps({{"list": [value]}}) + "\\n")
with open(os.environ["PENSTOCK_METRICS"], "w") as out:
    out.write(json.dumps({{"name": value, "value": 1, "loss of " + value: 2}}) + "\\n")
if len(sys.argv) == 1:
    with open("metrics.json", "w") as out:
        json.dump({{"m " + value: 1}}, out)
while not os.path.exists("go"): time.sleep(0.01)
if len(sys.argv) > 1:
    import importlib
    importlib.import_module(value)
""")
        self.pipeline("p", "  leak: {run: [python3, leak.py], secrets: [API_TOKEN], metrics: metrics.json, values: {told: {}, more: {}}}\n"
                           "  fail: {run: [python3, leak.py, fail], secrets: [API_TOKEN], needs: [leak]}\n")
        run = self.start("run", "p")
        self.wait_until(lambda: "split" in self.log("p-1", "leak"), "the step has printed")
        for process in pathlib.Path("/proc").iterdir():
            try:
                self.assertNotIn(b"9f8e7d6c5b", (process / "cmdline").read_bytes())
            except OSError:
                pass
        self.write("go", "")
        self.assertEqual(run.wait(timeout=60), 1)
        core = b"9f8e7d6c5b"  # what no encoding changes; base64 at its three alignments
        pieces = [core] + [base64.b64encode(b"x" * k + core)[4:-4] for k in range(3)]
        self.assertEqual(self.files_with(*pieces), [])
        step = self.step("p-1", "leak")
        self.assertEqual(step["state"], "succeeded")
        self.assertEqual(step["values"], {"told": "***", "more": {"list": ["***"]}})
        self.assertEqual(step["metrics"], {"m ***": 1})
        log = self.log("p-1", "leak")
        self.assertIn("plain ***\n", log)
        self.assertIn("split ***\n", log)
        self.assertIn('json "***" "***"\n', log)
        self.assertIn("url *** ***\n", log)
        self.assertNotIn("9f8e7d6c5b", self.penstock("show", "p-1", "--json").out)

    def log(self, run, step):
        return self.penstock("logs", run, step).out

    def test_one_that_is_missing_fails_the_step_and_names_the_command_that_sets_it(self):
        self.write("witness.sh", "touch witness\n")
        self.pipeline("p", "  one: {run: [sh, witness.sh], secrets: [NOT_THERE]}\n")
        result = self.penstock("run", "p")
        self.assertEqual(result.code, 1)
        self.assertIn("penstock secret set NOT_THERE", result.out)
        self.assertFalse((self.folder / "witness").exists())
        self.set("NOT_THERE")
        self.assertEqual(self.penstock("resume", "p-1").code, 0)

    def test_one_of_the_workspace_goes_first(self):
        self.set("A", "for everywhere")
        self.set("A", "for this one", "--workspace", str(self.folder))
        self.pipeline("p", "  one: {run: \"test \\\"$A\\\" = 'for this one'\", secrets: [A]}\n")
        self.assertEqual(self.penstock("run", "p").code, 0)
        listed = self.penstock("secret", "list", "--json").json["secrets"]
        self.assertEqual(listed, [{"name": "A", "place": "file", "workspace": None},
                                  {"name": "A", "place": "file", "workspace": str(self.folder.resolve())}])
        self.assertEqual(self.penstock("secret", "list", "--json", cwd=self.root).json["secrets"], listed[:1])
        self.assertEqual(self.penstock("secret", "remove", "A", "--workspace", str(self.folder)).code, 0)
        self.assertEqual(self.penstock("run", "p").code, 1)
        self.assertEqual(self.penstock("secret", "remove", "A", "--workspace", str(self.folder)).code, 2)

    def test_the_file_is_for_its_owner_alone(self):
        self.set("A", "value")
        self.assertEqual(stat.S_IMODE(self.kept.stat().st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(self.kept.parent.stat().st_mode) & 0o077, 0)
        self.pipeline("p", "  one: {run: [\"true\"], secrets: [A]}\n")
        self.kept.chmod(0o640)
        result = self.penstock("run", "p")
        self.assertEqual(result.code, 1)
        self.assertIn("Others than you may read", result.out)
        self.assertEqual(self.penstock("secret", "list").code, 6)

    def test_without_a_keyring_nothing_is_kept_in_a_file_unasked(self):
        result = self.penstock("secret", "set", "A", stdin=b"value")
        self.assertNotEqual(result.code, 0)
        self.assertIn("--file", result.err)
        self.assertFalse(self.kept.exists() and b"value" in self.kept.read_bytes())
        self.assertEqual(self.penstock("secret", "list", "--json").json, {"secrets": []})

    def test_wrong_words_are_told(self):
        for words in (["set"], ["remove"], ["show", "A"], ["list", "A"]):
            self.assertEqual(self.penstock("secret", *words).code, 2, words)
        self.assertEqual(self.penstock("secret", "set", "A", "value", "--file").code, 2, "never an argument")
        self.assertEqual(self.penstock("secret", "set", "A", "--file", stdin=b"").code, 2)

    def test_a_terminal_does_not_show_what_is_typed(self):
        parent, child = pty.fork()
        if parent == 0:
            os.chdir(self.folder)
            os.execve(PENSTOCK, [PENSTOCK, "secret", "set", "A", "--file"], self.environment)
        shown = b""
        while b": " not in shown:
            shown += os.read(child, 1000)
        os.write(child, b"typed by hand\n")
        try:
            while True:
                shown += os.read(child, 1000)
        except OSError:
            pass  # the terminal is closed at its end
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(parent, 0)[1]), 0, shown)
        os.close(child)
        self.assertNotIn(b"typed by hand", shown)
        self.assertEqual(json.loads(self.kept.read_text())["secrets"][0]["value"], "typed by hand")

    def test_an_owner_that_is_killed_leaves_nothing_and_the_next_one_gives_it_again(self):
        self.set("API_TOKEN")
        self.pipeline("p", "  one: {run: \"echo $API_TOKEN; until [ -e go ]; do sleep 0.02; done; echo told=$API_TOKEN > \\\"$PENSTOCK_OUTPUTS\\\"\",\n"
                           "        secrets: [API_TOKEN], values: {told: {}}}\n"
                           "  two: {run: \"test -n \\\"$API_TOKEN\\\" && echo two $API_TOKEN\", secrets: [API_TOKEN], needs: [one]}\n")
        self.assertEqual(self.penstock("run", "p", "--detach").code, 0)
        self.wait_until(lambda: "***" in self.log("p-1", "one"), "the step has printed")
        os.kill(self.owner(), signal.SIGKILL)
        self.write("go", "")
        self.wait_until(lambda: self.state("p-1") == "succeeded", "another owner ends the run")
        self.assertEqual(self.step("p-1", "one")["values"], {"told": "***"})
        self.assertEqual(self.log("p-1", "two"), "two ***\n")
        self.assertEqual(self.files_with(b"9f8e7d6c5b"), [])

    def test_memory_of_owner_and_supervisor_is_nobody_elses(self):
        self.pipeline("p", "  one: {run: \"until [ -e go ]; do sleep 0.02; done\"}\n")
        self.assertEqual(self.penstock("run", "p", "--detach").code, 0)
        self.wait_until(lambda: self.state("p-1") == "running" and self.step("p-1", "one")["state"] == "running", "it runs")
        looked = 0
        for pid in self.processes():
            status = pathlib.Path(f"/proc/{pid}/status").read_text()
            name = status.split()[1]
            limits = pathlib.Path(f"/proc/{pid}/limits").read_text()
            core = next(line for line in limits.splitlines() if line.startswith("Max core file size")).split()[4:6]
            self.assertEqual(core, ["0", "0"], name)
            if name in ("penstock", "penstock-shim"):
                looked += 1
                # The files of such a process belong to root, whoever started it; as root that cannot be seen.
                if os.geteuid() != 0:
                    self.assertEqual(pathlib.Path(f"/proc/{pid}/environ").stat().st_uid, 0, name)
        self.assertGreaterEqual(looked, 2)
        self.write("go", "")


if __name__ == "__main__":
    unittest.main()
