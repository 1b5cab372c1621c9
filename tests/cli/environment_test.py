"""Environments of steps: a virtual environment that is made once, variables, and folders of programs."""

import os
import pathlib
import signal
import unittest
import zipfile

from workspace import WorkspaceTest


def make_wheel(folder, name, version, source):
    """A wheel as pip reads it (binary distribution format), of one module."""
    folder.mkdir(parents=True, exist_ok=True)
    info = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}.py", source)
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", f"{name}.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")


class Environments(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()
        make_wheel(self.folder / "wheels", "greeting", "1.0", "word = 'hello'\n")
        self.write("requirements.txt", "--no-index\n--find-links wheels\ngreeting\n")

    def made(self):
        folder = self.folder / ".penstock/environments"
        return sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.exists() else []

    def log(self, run, step):
        return self.penstock("logs", run, step).out

    def test_packages_are_installed_once_and_found_by_every_step_that_names_the_file(self):
        say = "[python3, -c, \"import greeting, sys; print(greeting.word, sys.prefix)\"]"
        self.pipeline("p", f"  one: {{run: {say}, environment: {{venv: requirements.txt}}}}\n"
                           f"  two: {{run: {say}, environment: {{venv: {{requirements: requirements.txt}}}}}}\n"
                           f"  script: {{run: \"python -c 'import greeting' && test -n \\\"$VIRTUAL_ENV\\\"\", environment: {{venv: requirements.txt}}}}\n"
                           "  without: {run: \"! python3 -c 'import greeting'\"}\n")
        result = self.penstock("run", "p", "--jobs", "3")
        self.assertEqual(result.code, 0, result.out + result.err)
        self.assertEqual(len(self.made()), 1)
        where = str(self.folder.resolve() / ".penstock/environments" / self.made()[0])
        for step in ("one", "two"):
            self.assertEqual(self.log("p-1", step).splitlines()[-1], f"hello {where}")
        told = "".join(self.log("p-1", step) for step in ("one", "two", "script"))
        self.assertIn("pip", told)
        self.assertIn("greeting", told)
        self.assertEqual(self.penstock("run", "p").code, 0)
        self.assertEqual(len(self.made()), 1)
        self.assertEqual(self.log("p-2", "one"), f"hello {where}\n", "nothing was installed")

    def test_other_requirements_are_another_environment_and_no_hit_of_the_cache(self):
        self.write("raw.csv", "1\n")
        self.pipeline("p", "  one:\n    run: \"python3 -c 'import greeting; print(greeting.word)' > \\\"$PENSTOCK_OUTPUT_WORD\\\"\"\n"
                           "    inputs: {raw: {file: raw.csv}}\n    outputs: {word: {}}\n    code: []\n    environment: {venv: requirements.txt}\n")
        self.assertEqual(self.penstock("run", "p").code, 0)
        self.assertEqual(self.penstock("run", "p").code, 0)
        self.assertTrue(self.step("p-2", "one")["cached"])
        make_wheel(self.folder / "wheels", "greeting", "2.0", "word = 'good day'\n")
        self.write("requirements.txt", "--no-index\n--find-links wheels\ngreeting==2.0\n")
        self.assertEqual(self.penstock("run", "p").code, 0)
        explained = self.penstock("explain", "p-3", "one", "--json").json["steps"][0]
        self.assertEqual([(each["part"], each["name"]) for each in explained["differs"]], [("environment", "venv")])
        self.assertEqual(len(self.made()), 2)

    def test_a_failure_shows_the_last_lines_of_the_installer(self):
        self.write("requirements.txt", "--no-index\n--find-links wheels\nnothing-of-that-name==7\n")
        self.pipeline("p", "  one: {run: \"touch witness\", environment: {venv: requirements.txt}}\n")
        result = self.penstock("run", "p")
        self.assertEqual(result.code, 1)
        self.assertIn("requirements.txt", result.out)
        self.assertIn("nothing-of-that-name", result.out)
        self.assertIn("nothing-of-that-name", self.log("p-1", "one"))
        self.assertFalse((self.folder / "witness").exists())
        self.assertEqual(self.made(), [])

    def test_a_file_that_is_missing_is_named(self):
        self.pipeline("p", "  one: {run: [\"true\"], environment: {venv: reqirements.txt}}\n")
        result = self.penstock("run", "p")
        self.assertEqual(result.code, 1)
        self.assertIn("reqirements.txt", result.out)

    def slow_installer(self):
        """An installer named uv that waits, in the folder that comes first on the PATH of every step."""
        self.write(".venv/bin/uv", "#!/bin/sh\necho $$ > \"$HOME/installer\"\nif [ \"$1\" = venv ]; then exec python3 -m venv --without-pip \"$4\"; fi\n"
                                   "echo waiting\nuntil [ -e \"$HOME/go\" ]; do sleep 0.05; done\n", 0o755)

    def installer(self):
        try:
            pid = int((self.home / "installer").read_text())
            os.kill(pid, 0)
            return pid if b"pip\0install" in pathlib.Path(f"/proc/{pid}/cmdline").read_bytes() else None
        except (OSError, ValueError):
            return None

    def test_a_cancel_ends_the_installer(self):
        self.slow_installer()
        self.pipeline("p", "  one: {run: [\"true\"], environment: {venv: requirements.txt}}\n")
        self.assertEqual(self.penstock("run", "p", "--detach").code, 0)
        pid = self.wait_until(self.installer, "the installer runs")
        self.assertEqual(self.penstock("cancel", "p-1").code, 0)
        self.wait_until(lambda: self.state("p-1") == "cancelled", "the run is cancelled")
        self.wait_until(lambda: not pathlib.Path(f"/proc/{pid}").exists(), "the installer is gone")
        self.wait_until(lambda: self.made() == [], "what it had made is gone")

    def test_an_owner_that_is_killed_while_it_makes_one_leaves_nothing_that_is_taken_for_whole(self):
        self.slow_installer()
        self.pipeline("p", "  one: {run: [python3, -c, \"import sys; print(sys.prefix)\"], environment: {venv: requirements.txt}}\n")
        self.assertEqual(self.penstock("run", "p", "--detach").code, 0)
        pid = self.wait_until(self.installer, "the installer runs")
        half = self.made()
        self.assertEqual(len(half), 1)
        os.kill(self.owner(), signal.SIGKILL)
        self.wait_until(lambda: not pathlib.Path(f"/proc/{pid}").exists(), "the installer dies with it")
        (self.home / "go").touch()
        result = self.penstock("resume", "p-1")
        self.assertEqual(result.code, 0, result.out + result.err)
        self.assertNotIn(half[0], self.log("p-1", "one").splitlines()[-1])
        self.assertIn(".penstock/environments/", self.log("p-1", "one").splitlines()[-1])

    def test_variables_and_folders_of_programs_have_their_order(self):
        self.write("tools/which", "#!/bin/sh\necho first\n", 0o755)
        self.write("more/which", "#!/bin/sh\necho second\n", 0o755)
        self.write("more/other", "#!/bin/sh\necho other\n", 0o755)
        self.pipeline("p", "  one:\n    run: \"which; other; echo $A $B $C $D\"\n"
                           "    environment: {path: [tools, more], variables: {A: environment, B: environment, D: \"${{ params.x }}\"}}\n"
                           "    env: {B: step}\n",
                      more="parameters: {x: {default: value}}\ndefaults: {env: {A: defaults, C: defaults}}\n")
        result = self.penstock("run", "p")
        self.assertEqual(result.code, 0, result.out + result.err)
        self.assertEqual(self.log("p-1", "one"), "first\nother\nenvironment step defaults value\n")

    def test_mistakes_are_told_with_their_place(self):
        self.pipeline("p", "  one:\n    run: [\"true\"]\n    python: .venv/bin/python\n    environment:\n      venv: ../requirements.txt\n"
                           "      variables: {9x: 1}\n      path: [/usr/bin]\n      vnev: x\n")
        issues = self.penstock("validate", "p", "--json").json["files"][0]["issues"]
        found = {issue["path"]: (issue["what"]["id"], issue["line"]) for issue in issues}
        self.assertEqual(found, {
            "steps.one.python": ("check.two_pythons", 6),
            "steps.one.environment.venv": ("check.path_outside", 8),
            "steps.one.environment.variables.9x": ("check.bad_variable", 9),
            "steps.one.environment.path.0": ("check.path_absolute", 10),
            "steps.one.environment.vnev": ("format.unknown_key", 11),
        })


if __name__ == "__main__":
    unittest.main()
