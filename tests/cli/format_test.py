"""Pipeline files in their normal form: written, or only looked at."""

import os
import subprocess
import unittest

from workspace import WorkspaceTest

ODD = """\
# Digits.
name: 'digits'
penstock: 1
steps:


    train:   # the model
        timeout: 2h
        # what is run
        run: [ python3,
          "train.py" ]
"""
NORMAL = """\
# Digits.
penstock: 1
name: digits
steps:
  train:   # the model
    # what is run
    run: [python3, train.py]
    timeout: 2h
"""
FILE = "pipelines/digits.pipeline.yaml"


class Format(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.write(FILE, ODD)

    def text(self, name=FILE):
        return (self.folder / name).read_bytes().decode()

    def format(self, *words, code=0):
        result = self.penstock("format", *words)
        self.assertEqual(result.code, code, result.err)
        return result

    def test_a_file_is_written_once(self):
        (self.folder / FILE).chmod(0o640)
        self.assertIn("digits.pipeline.yaml", self.format(FILE).err)
        self.assertEqual(self.text(), NORMAL)
        self.assertEqual((self.folder / FILE).stat().st_mode & 0o777, 0o640)
        before = (self.folder / FILE).stat().st_mtime_ns
        self.assertEqual(self.format(FILE, "--json").json["files"], [{"file": FILE, "normal": True, "written": False}])
        self.assertEqual((self.folder / FILE).stat().st_mtime_ns, before)

    def test_a_check_writes_nothing_and_names_the_files(self):
        self.write("pipelines/fine.pipeline.yaml", NORMAL)
        result = self.format(FILE, "pipelines/fine.pipeline.yaml", "--check", code=1)
        self.assertEqual(result.out, FILE + "\n")
        self.assertEqual(self.text(), ODD)
        result = self.format(FILE, "--check", "--json", code=1)
        self.assertEqual(result.json, {"normal": False, "files": [{"file": FILE, "normal": False, "written": False}]})
        self.assertEqual(self.format("pipelines/fine.pipeline.yaml", "--check").out, "")

    def test_what_would_change_is_shown_and_not_written(self):
        result = self.format(FILE, "--diff")
        self.assertIn("-name: 'digits'\n", result.out)
        self.assertIn("+name: digits\n", result.out)
        self.assertEqual(self.format(FILE, "--diff", "--check", code=1).out, result.out)
        self.assertEqual(self.format(FILE, "--diff", "--json").json["files"][0]["diff"], result.out)
        self.assertEqual(self.text(), ODD)

    def test_standard_input_goes_through(self):
        self.assertEqual(self.penstock("format", "-", stdin=ODD.encode()).out, NORMAL)
        self.assertEqual(self.penstock("format", "-", stdin=NORMAL.encode()).out, NORMAL)
        self.assertEqual(self.penstock("format", "-", "--check", stdin=ODD.encode()).code, 1)
        broken = self.penstock("format", "-", stdin=b"steps: [")
        self.assertEqual(broken.code, 2)

    def test_output_that_is_lost_is_told(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([self.program, "format", "-"], input=ODD.encode(), stdout=full, stderr=subprocess.PIPE, env=self.environment, check=False)
        self.assertEqual(done.returncode, 6)
        self.assertIn(b"no space left", done.stderr)

    def test_the_name_of_a_pipeline_is_enough_and_line_ends_stay(self):
        self.write(FILE, "name: digits\r\npenstock: 1\r\nsteps: {}")
        self.format("digits")
        self.assertEqual(self.text(), "penstock: 1\r\nname: digits\r\nsteps: {}\r\n")

    def test_what_cannot_be_read_leaves_all_files(self):
        self.write("broken.pipeline.yaml", "penstock: 1\nsteps: [\n")
        result = self.format(FILE, "broken.pipeline.yaml", code=2)
        self.assertIn("broken.pipeline.yaml:", result.out)
        self.assertIn("broken.pipeline.yaml", result.err)
        self.assertEqual(self.text(), ODD)
        self.format("nothing", code=2)
        self.format(code=2)

    @unittest.skipIf(os.getuid() == 0, "root may write everywhere")
    def test_a_folder_that_cannot_be_written_leaves_the_file(self):
        (self.folder / "pipelines").chmod(0o500)
        self.addCleanup((self.folder / "pipelines").chmod, 0o700)
        self.format(FILE, code=6)
        self.assertEqual(self.text(), ODD)


if __name__ == "__main__":
    unittest.main()
