"""All that is wrong with a file, each with its place and what to write instead."""

import unittest

from workspace import WorkspaceTest

WRONG = """\
penstock: 1
name: wrong
stesp: {}
parameters:
  rate: {type: number, default: fast}
steps:
  prepare:
    run: [python3, prepare.py]
    timeuot: 10s
  train:
    needs: [prepaer]
    run: [echo, "${{ params.rat }}"]
    timeout: soon
"""


class Validate(WorkspaceTest):
    def test_lists_all_issues_with_place_and_mend(self):
        self.write("pipelines/wrong.pipeline.yaml", WRONG)
        result = self.penstock("validate", "wrong", "--json")
        self.assertEqual(result.code, 2)
        self.assertFalse(result.json["valid"])
        issues = result.json["files"][0]["issues"]
        places = {issue["line"] for issue in issues}
        for line in (3, 5, 9, 11, 12, 13):
            self.assertIn(line, places, issues)
        for issue in issues:
            self.assertEqual(set(issue) >= {"severity", "what", "mend", "path", "line", "column"}, True)
            self.assertGreater(issue["column"], 0)

    def test_says_them_as_an_editor_understands(self):
        self.write("pipelines/wrong.pipeline.yaml", WRONG)
        result = self.penstock("validate", "pipelines/wrong.pipeline.yaml")
        self.assertEqual(result.code, 2)
        self.assertRegex(result.out, r"(?m)^pipelines/wrong\.pipeline\.yaml:9:\d+: ")
        self.assertIn("timeout", result.out)  # the nearest known key
        self.assertIn("prepare", result.out)

    def test_every_file_of_the_workspace_without_a_name(self):
        self.pipeline("good", "  a: {run: [\"true\"]}\n")
        self.write("pipelines/bad.pipeline.yaml", "penstock: 1\n")
        self.write("penstock.yaml", "penstock: 1\n")
        result = self.penstock("validate", "--json")
        self.assertEqual(result.code, 2)
        self.assertEqual([entry["valid"] for entry in result.json["files"]], [False, True, True])

    def test_what_a_pipeline_opens_is_looked_into(self):
        self.pipeline("inner", "  write: {run: [\"true\"], timeuot: 1s}\n", "parameters: {rows: {type: integer}}\n")
        self.pipeline("deep", "  a: {pipeline: {file: pipelines/outer.pipeline.yaml}}\n")
        self.pipeline("outer", "  clean:\n    pipeline: {file: pipelines/inner.pipeline.yaml, parameters: {row: 3}}\n"
                               "  more: {pipeline: {file: pipelines/deep.pipeline.yaml}}\n"
                               "  gone: {pipeline: {file: pipelines/gone.pipeline.yaml}}\n"
                               "  use: {run: [\"true\"], inputs: {data: \"${{ steps.clean.outputs.table }}\"}}\n")
        result = self.penstock("validate", "outer", "--json")
        self.assertEqual(result.code, 2)
        found = {entry["file"].rpartition("/")[2].split(".")[0]: [(issue["what"]["id"], issue["line"]) for issue in entry["issues"]]
                 for entry in result.json["files"]}
        self.assertEqual(list(found), ["outer", "inner", "deep"])
        self.assertEqual(found["outer"], [("check.opened_parameter_missing", 5), ("check.opened_parameter_unknown", 5),
                                          ("check.opened_circle", 6), ("check.opened_missing", 7), ("check.opened_output", 8)])
        self.assertIn(5, [line for _, line in found["inner"]])
        self.assertEqual([what for what, _ in found["deep"]], ["check.opened_circle"])
        text = self.penstock("validate", "outer").out
        self.assertRegex(text, r"(?m)^.*outer\.pipeline\.yaml:7:\d+: ")
        self.assertRegex(text, r"(?m)^pipelines/inner\.pipeline\.yaml:5:\d+: ")
        self.assertEqual(len(self.penstock("validate", "--json").json["files"]), 3)  # each once
        self.trust()
        refused = self.penstock("run", "outer")
        self.assertEqual(refused.code, 2)
        self.assertIn("gone.pipeline.yaml", refused.out + refused.err)

    def test_a_valid_file_is_valid(self):
        self.pipeline("good", "  a: {run: [\"true\"]}\n")
        result = self.penstock("validate", "good")
        self.assertEqual((result.code, result.err), (0, ""))

    def test_needs_neither_workspace_nor_owner(self):
        lonely = self.home / "lonely.pipeline.yaml"
        lonely.write_text("penstock: 1\nname: lonely\nsteps:\n  a: {run: [\"true\"]}\n")
        self.assertEqual(self.penstock("validate", str(lonely), cwd=self.home).code, 0)
        self.assertIsNone(self.owner())

    def test_a_missing_file_is_named(self):
        result = self.penstock("validate", "nowhere.yaml")
        self.assertEqual(result.code, 2)
        self.assertIn("nowhere.yaml", result.err)

    def test_hostile_files_are_refused(self):
        bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
            f"{c}: &{c} [*{p}, *{p}, *{p}, *{p}, *{p}, *{p}, *{p}, *{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi"))
        for content in (bomb, "[" * 5000, "penstock: 1\npenstock: 1\n", b"name: a\0b\n", b"\xff\xfe\0\0", "steps:\n\t- x\n", b"x" * (50 << 20), ""):
            self.write("pipelines/hostile.pipeline.yaml", content)
            result = self.penstock("validate", "hostile", "--json")
            self.assertEqual(result.code, 2)
            self.assertTrue(result.json["files"][0]["issues"])


if __name__ == "__main__":
    unittest.main()
