"""Test reports are shown case by case, also of a step that failed, was taken from the cache or was reused."""

import unittest

from workspace import WorkspaceTest

REPORT = """<testsuites><testsuite name="pytest">
<testcase classname="t.test_a" name="fine" time="0.25"/>
<testcase classname="t.test_a" name="skips"><skipped message="no GPU"/></testcase>
<testcase classname="t.test_a" name="breaks" time="0.5"><failure message="assert 1 == 2">E  assert 1 == 2</failure></testcase>
</testsuite></testsuites>
"""


class Tests(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()
        self.write("report.xml", REPORT)
        self.write("data.csv", "1\n")

    def shown(self, run, step):
        result = self.penstock("show", run, step, "--json")
        self.assertEqual(result.code, 0, result.err)
        return result.json

    def test_a_failed_step_shows_its_tests(self):
        self.pipeline("p", "  test:\n    run: cp report.xml build/junit.xml; exit 1\n    reports: [build/junit.xml, build/other.xml]\n")
        self.assertEqual(self.penstock("run", "p").code, 1)
        tests = self.shown("p-1", "test")["tests"]
        self.assertEqual([tests[word] for word in ("passed", "failed", "errored", "skipped", "ms", "suites")], [1, 1, 0, 1, 750, 1])
        self.assertEqual([(case["name"], case["state"]) for case in tests["cases"]],
                         [("breaks", "failed"), ("skips", "skipped"), ("fine", "passed")])
        self.assertEqual(tests["cases"][0]["message"], "assert 1 == 2")
        self.assertEqual([report["problem"] and report["problem"]["id"] for report in tests["reports"]], [None, "host.report_missing"])
        attempt = self.step("p-1", "test")["attempts"][0]
        self.assertEqual(attempt["tests"]["failed"], 1)
        self.assertEqual(attempt["outcome"]["why"]["id"], "host.tests_failed")
        text = self.penstock("show", "p-1", "test").out
        self.assertLess(text.index("breaks"), text.index("fine"))
        self.assertIn("assert 1 == 2", text)
        self.assertIn("build/other.xml", text)
        self.assertIn("1 of 3 tests failed", self.penstock("show", "p-1").out)

    def test_a_step_from_the_cache_has_its_tests(self):
        self.pipeline("p", "  test:\n    run: cp report.xml build/junit.xml\n    inputs: {data: {file: data.csv}}\n"
                           "    code: [report.xml]\n    reports: [build/junit.xml]\n")
        self.assertEqual(self.penstock("run", "p").code, 0)
        (self.folder / "build/junit.xml").unlink()
        self.assertEqual(self.penstock("run", "p").code, 0)
        step = self.shown("p-2", "test")
        self.assertTrue(step["cached"])
        self.assertEqual(len(step["tests"]["cases"]), 3)
        self.assertEqual((self.folder / "build/junit.xml").read_text(), REPORT)

    def test_a_report_is_a_path_that_the_step_writes(self):
        self.pipeline("p", "  a: {run: [\"true\"], reports: [../out.xml]}\n  b: {run: [\"true\"], reports: [build/x.xml], metrics: build/x.xml}\n")
        issues = self.penstock("validate", "p", "--json").json["files"][0]["issues"]
        self.assertEqual([(issue["what"]["id"], issue["path"], issue["line"]) for issue in issues],
                         [("check.path_outside", "steps.a.reports.0", 4), ("check.path_twice_in_step", "steps.b.reports.0", 5)])


class Values(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()
        self.pipeline("p", "  look:\n    run: |\n      printf 'status=%s\\n' \"${{ params.word }}\" > \"$PENSTOCK_OUTPUTS\"\n"
                           "      { echo 'rows:=12'; echo 'ok:=true'; } >> \"$PENSTOCK_OUTPUTS\"\n"
                           "    values: {status: {choices: [ready, running]}}\n"
                           "  each:\n    map: {over: [3, 4]}\n    run: echo \"twice:=$((${{ item }} * 2))\" > \"$PENSTOCK_OUTPUTS\"\n",
                      "parameters: {word: {type: string, default: ready}}\n")

    def test_values_and_their_types_are_seen_of_every_past_run(self):
        self.assertEqual(self.penstock("run", "p").code, 0)
        self.assertEqual(self.penstock("run", "p", "-p", "word=running").code, 0)
        self.assertEqual(self.penstock("run", "p", "-p", "word=odd").code, 1)
        result = self.penstock("show", "p-1", "look", "--json").json
        self.assertEqual(result["values"], {"status": "ready", "rows": 12, "ok": True})
        self.assertEqual(result["types"], {"status": "text", "rows": "number", "ok": "boolean"})
        text = self.penstock("show", "p-2", "look").out
        self.assertIn("running", text)
        self.assertIn("one of ready, running", text)
        self.assertEqual(self.penstock("show", "p-1", "each", "--json").json["siblings"], ["each[0]", "each[1]"])
        self.assertEqual(self.penstock("show", "p-1", "each[1]", "--json").json["values"], {"twice": 8})
        self.assertIn("twice=8", self.penstock("show", "p-1", "each").out)
        self.assertEqual(self.penstock("show", "p-1", "lok").code, 2)

    def test_a_value_has_a_history_over_runs(self):
        for word in ("ready", "running"):
            self.assertEqual(self.penstock("run", "p", "-p", f"word={word}").code, 0)
        points = self.penstock("history", "look.status", "--json").json["points"]
        self.assertEqual([(point["run"], point["step"], point["value"], point["type"]) for point in points],
                         [("p-1", "look", "ready", "text"), ("p-2", "look", "running", "text")])
        points = self.penstock("history", "each.outputs.twice", "--pipeline", "p", "--last", "2", "--json").json["points"]
        self.assertEqual([(point["run"], point["step"], point["value"]) for point in points],
                         [("p-2", "each[0]", 6), ("p-2", "each[1]", 8)])
        self.assertIn("running", self.penstock("history", "look.status").out)
        self.assertIn("look.values.rows", self.penstock("history").out)
        missing = self.penstock("history", "look.statu")
        self.assertEqual(missing.code, 2)
        self.assertIn("look.status", missing.err)
        self.assertEqual(self.penstock("history", "look.status", "--pipeline", "q").code, 2)


if __name__ == "__main__":
    unittest.main()
