"""Two pipelines compared in meaning: files, and what git remembers of them."""

import subprocess
import unittest

from workspace import WorkspaceTest

OLD = """\
penstock: 1
name: p
parameters: {rows: 10}
steps:
  a: {run: ./a, timeout: 60s}
  b: {needs: [a], run: ./b}
  c: {needs: [b], run: ./c}
"""
SAME = """\
penstock: 1
# another order and other quotes
name: "p"
parameters:
  rows: {type: integer, default: 10}
steps:
  c: {run: ./c, needs: b}
  b: {needs: [a], run: './b'}
  a: {timeout: 1m, run: ./a}
"""
NEW = """\
penstock: 1
name: p
parameters: {rows: 20}
steps:
  a: {run: ./a, timeout: 2h}
  fit: {needs: [a], run: ./b}
  c: {needs: [fit], run: ./c}
  d: {wait: 1s}
"""
FILE = "pipelines/p.pipeline.yaml"


class Diff(WorkspaceTest):
    def git(self, *words):
        subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *words], cwd=self.folder, env=self.environment, check=True,
                       stdout=subprocess.DEVNULL)

    def test_what_is_written_differently_is_equal(self):
        self.write("old.yaml", OLD)
        self.write("same.yaml", SAME)
        result = self.penstock("diff", "old.yaml", "same.yaml", "--json")
        self.assertEqual(result.code, 0, result.out)
        self.assertTrue(result.json["equal"])
        self.assertEqual(self.penstock("diff", "old.yaml", "same.yaml").out, "")

    def test_steps_are_told_by_name(self):
        self.write("old.yaml", OLD)
        self.write("new.yaml", NEW)
        result = self.penstock("diff", "old.yaml", "new.yaml", "--json")
        self.assertEqual(result.code, 1)
        self.assertEqual(result.json["parameters"], [{"name": "rows", "change": "changed", "fields": [{"path": "default", "before": 10, "after": 20}]}])
        self.assertEqual(result.json["steps"], [
            {"name": "a", "change": "changed", "fields": [{"path": "timeout", "before": "1m", "after": "2h"}]},
            {"name": "fit", "change": "renamed", "before": "b", "fields": []},
            {"name": "d", "change": "added", "fields": []},
        ])
        self.assertEqual(result.json["edges"], [])
        shown = self.penstock("diff", "old.yaml", "new.yaml")
        self.assertEqual(shown.code, 1)
        self.assertIn("~ step a\n    timeout: 1m -> 2h\n> step fit, renamed from b\n+ step d\n", shown.out)

    def test_revisions_of_git(self):
        self.write(FILE, OLD)
        self.git("init", "-q", "-b", "main")
        self.git("add", ".")
        self.git("commit", "-q", "-m", "first")
        self.write(FILE, NEW)
        self.assertEqual(len(self.penstock("diff", FILE, "--json").json["steps"]), 3)
        self.assertEqual(len(self.penstock("diff", "main:" + FILE, FILE, "--json").json["steps"]), 3)
        self.git("commit", "-qam", "second")
        self.assertEqual(self.penstock("diff", "p").code, 0)
        self.assertEqual(self.penstock("diff", "HEAD~1:" + FILE, "HEAD:p", "--json").code, 1)
        self.assertEqual(self.penstock("diff", "HEAD~7:" + FILE, FILE).code, 2)
        self.assertEqual(self.penstock("diff", "HEAD:pipelines/q.pipeline.yaml", FILE).code, 2)

    def test_bad_input(self):
        self.write("old.yaml", OLD)
        self.write("bad.yaml", "steps: [")
        self.write("list.yaml", "- a\n")
        for other in ("bad.yaml", "list.yaml", "none.yaml"):
            self.assertEqual(self.penstock("diff", "old.yaml", other).code, 2)
        self.assertEqual(self.penstock("diff", "old.yaml").code, 2)  # no repository here


if __name__ == "__main__":
    unittest.main()
