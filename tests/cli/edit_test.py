"""The edits of the canvas from a script: only the lines that are meant change, and what would go wrong is not written."""

import os
import resource
import unittest

from workspace import WorkspaceTest

TEXT = """\
# Digits.
penstock: 1
name: digits
steps:
  # Splits the data.
  prepare:
    run: [python3, prepare.py]   # keep
    outputs: {train: data/train.csv}

  train:
    run: [python3, train.py, "${{ steps.prepare.outputs.rows }}"]
    inputs: {data: "${{ steps.prepare.outputs.train }}"}
    timeout: 2h

  choice:
    needs: [train]
    choose:
      - else: stop

  stop:
    end: succeeded
"""
FILE = "pipelines/digits.pipeline.yaml"
LAYOUT = "pipelines/digits.layout.yaml"


class Edit(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.write(FILE, TEXT)

    def text(self, name=FILE):
        return (self.folder / name).read_text()

    def edit(self, *words, code=0):
        result = self.penstock("edit", FILE, *words)
        self.assertEqual(result.code, code, result.err)
        return result

    def test_a_value_is_set_on_its_line(self):
        result = self.edit("set", "steps.train.timeout", "3h")
        self.assertEqual(self.text(), TEXT.replace("2h", "3h"))
        self.assertIn("-    timeout: 2h\n+    timeout: 3h\n", result.out)
        self.assertIn("@@", result.out)

    def test_a_dry_run_writes_nothing(self):
        result = self.edit("set", "steps.train.retry", "{attempts: 3}", "--dry-run", "--json")
        self.assertEqual(self.text(), TEXT)
        self.assertEqual((result.json["changed"], result.json["written"]), (True, False))
        self.assertIn("+    retry: {attempts: 3}\n", result.json["diff"])

    def test_steps_come_and_go(self):
        self.edit("add", "clean", "{run: [./clean]}", "--after", "prepare")
        self.assertEqual(self.text(), TEXT.replace("train.csv}\n", "train.csv}\n\n  clean:\n    run: [./clean]\n", 1))
        self.edit("remove", "clean")
        self.assertEqual(self.text(), TEXT)
        self.edit("remove", "steps.train.timeout")
        self.assertEqual(self.text(), TEXT.replace("    timeout: 2h\n", ""))

    def test_a_removed_step_is_healed(self):
        self.edit("remove", "train", "--heal")
        self.assertIn("needs: [prepare]", self.text())

    def test_a_renamed_step_is_followed_also_on_the_canvas(self):
        self.write(LAYOUT, "penstock: 1\nnodes:\n  prepare: [1, 2]\n")
        self.edit("rename", "prepare", "split")
        self.assertEqual(self.text(), TEXT.replace("  prepare:", "  split:").replace("steps.prepare", "steps.split"))
        self.assertIn("split: [1, 2]", self.text(LAYOUT))

    def test_links_are_drawn_and_cut(self):
        self.edit("connect", "prepare", "train")
        self.assertIn("    needs: [prepare]\n    run: [python3, train.py", self.text())
        self.edit("disconnect", "prepare", "train", code=2)  # an argument speaks of it
        self.edit("connect", "choice", "train", "--branch", "params.again", "--at-most", "3")
        self.assertIn("      - {if: params.again, then: train, at_most: 3}\n      - else: stop\n", self.text())
        self.edit("disconnect", "choice", "train", "--branch", "params.again")
        self.edit("disconnect", "train", "choice")
        self.assertNotIn("[train]", self.text())
        self.edit("connect", "train", "prepare", "--failure", "--at-most", "2")
        self.assertIn("on_failure: {goto: prepare, at_most: 2}", self.text())

    def test_what_makes_no_sense_is_refused_with_the_reason(self):
        self.assertIn("circle", self.edit("connect", "choice", "prepare", code=2).err)
        self.assertIn("at_most", self.edit("connect", "choice", "prepare", "--branch", "true", code=2).err)
        self.assertIn("timeout", self.edit("set", "steps.train.timeuot", "3h", code=2).out)
        self.edit("set", "steps.train.timeout", "[", code=2)
        self.edit("set", "steps.train.timeout", code=2)
        self.edit("rename", "nobody", "x", code=2)
        self.edit("paint", "x", code=2)
        self.edit("connect", "train", "prepare", "--failure", "--reject", code=2)
        self.assertEqual(self.text(), TEXT)

    def test_problems_that_it_makes_are_told(self):
        self.assertIn("nowhere", self.edit("set", "steps.choice.choose.0.else", "nowhere").err)
        result = self.edit("set", "steps.train.needs", "[nobody]", "--json")
        self.assertEqual([issue["severity"] for issue in result.json["issues"]], ["error"])

    def test_the_name_of_a_pipeline_and_permissions(self):
        (self.folder / FILE).chmod(0o640)
        self.assertEqual(self.penstock("edit", "digits", "set", "about", "x").code, 0)
        self.assertEqual(self.text(), TEXT + "about: x\n")
        self.assertEqual((self.folder / FILE).stat().st_mode & 0o777, 0o640)
        self.assertEqual(self.penstock("edit", "nothing", "set", "about", "x").code, 2)

    def test_edits_at_the_same_time_all_land(self):
        keys = [f"about{i}" for i in range(6)]
        self.write(FILE, TEXT + "notes: {why: x}\n")
        running = [self.start("edit", FILE, "set", f"notes.{key}", key) for key in keys]
        for process in running:
            self.assertEqual(process.wait(), 0)
        for key in keys:
            self.assertIn(f"{key}: {key}", self.text())
        self.assertEqual(list((self.folder / "pipelines").glob(".*")), [])

    def test_line_ends_stay_and_a_mark_of_byte_order_is_refused(self):
        self.write(FILE, TEXT.replace("\n", "\r\n"))
        self.edit("set", "steps.train.retry.attempts", "2")
        text = (self.folder / FILE).read_bytes().decode()
        self.assertEqual(text.count("\n"), text.count("\r\n"))
        (self.folder / FILE).write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
        self.edit("set", "about", "x", code=2)
        self.assertEqual((self.folder / FILE).read_bytes(), b"\xef\xbb\xbf" + TEXT.encode())

    def test_links_stay_links_and_read_only_files_stay(self):
        (self.folder / "real.yaml").write_text(TEXT)
        (self.folder / FILE).unlink()
        (self.folder / FILE).symlink_to("../real.yaml")
        self.edit("set", "steps.train.timeout", "3h")
        self.assertTrue((self.folder / FILE).is_symlink())
        self.assertEqual(self.text("real.yaml"), TEXT.replace("2h", "3h"))
        os.link(self.folder / "real.yaml", self.folder / "other.yaml")
        self.assertIn("hard links", self.edit("set", "steps.train.timeout", "4h").err)
        self.assertEqual(self.text("other.yaml"), TEXT.replace("2h", "3h"))
        (self.folder / "real.yaml").chmod(0o444)
        self.assertIn("read-only", self.edit("set", "steps.train.timeout", "5h", code=6).err)
        self.assertEqual(self.text(), TEXT.replace("2h", "4h"))

    def test_a_disk_without_space_leaves_the_file(self):
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        result = self.penstock("edit", FILE, "set", "steps.train.timeout", "3h", preexec_fn=limit)
        self.assertEqual(result.code, 6, result.err)
        self.assertEqual(self.text(), TEXT)
        self.assertEqual(os.listdir(self.folder / "pipelines"), [os.path.basename(FILE)])

    def test_it_is_a_filter_too(self):
        result = self.penstock("edit", "-", "set", "steps.train.timeout", "3h", stdin=TEXT.encode())
        self.assertEqual((result.code, result.out), (0, TEXT.replace("2h", "3h")), result.err)
        result = self.penstock("edit", "-", "set", "steps.train.timeout", "3h", "--dry-run", stdin=TEXT.encode())
        self.assertIn("+    timeout: 3h\n", result.out)
        self.assertEqual(self.text(), TEXT)

    @unittest.skipIf(os.getuid() == 0, "root may write everywhere")
    def test_a_folder_that_cannot_be_written_leaves_the_file(self):
        (self.folder / "pipelines").chmod(0o500)
        self.addCleanup((self.folder / "pipelines").chmod, 0o700)
        self.assertEqual(self.edit("set", "about", "x", code=6).out, "")
        self.assertEqual(self.text(), TEXT)


if __name__ == "__main__":
    unittest.main()
