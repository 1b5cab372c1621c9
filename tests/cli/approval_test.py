"""A person decides: what blocks, who may, what is recorded."""

import unittest

from workspace import WorkspaceTest

STEPS = """\
  train: {run: "echo model > build/model; echo '{\\"accuracy\\": 0.9}' > build/metrics.json", outputs: {model: {path: build/model, kind: model}}, metrics: build/metrics.json}
  record: {register: {model: demo, major: 1, artifact: "${{ steps.train.outputs.model }}", metrics: "${{ steps.train.metrics }}"}}
  ask: {approve: {question: "Ship ${{ steps.record.version }}?", approvers: [lead]}, needs: [record]}
  ship: {promote: {version: "${{ steps.record.version }}", to: production}, needs: [ask]}
"""


class Approval(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()
        (self.folder / "build").mkdir()
        self.pipeline("demo", STEPS)

    def blocked(self):
        result = self.penstock("run", "demo", "--until-blocked")
        self.assertEqual(result.code, 4, result.out + result.err)
        return result

    def test_until_blocked_returns_4_and_says_what_to_type(self):
        self.assertIn("penstock approve demo-1/ask", self.blocked().out)
        evidence = self.penstock("approvals", "--json").json["approvals"]
        self.assertEqual([entry["request"] for entry in evidence], ["demo-1/ask"])
        self.assertIn("Ship demo 1.1?", self.penstock("approvals").out)

    def test_approval_puts_the_version_into_production(self):
        self.blocked()
        result = self.penstock("approve", "demo-1/ask", "--comment", "looks good", "--wait")
        self.assertEqual(result.code, 0, result.out + result.err)
        line = self.penstock("models", "--json").json["lines"][0]
        self.assertEqual((line["line"], line["production"]), ("demo v1", "1.1"))
        change = line["versions"][0]["history"][-1]
        self.assertEqual((change["to"], change["comment"]), ("production", "looks good"))
        links = [path for path in self.root.rglob("production") if path.is_symlink()]
        self.assertEqual([sorted(p.read_text() for p in link.resolve().iterdir()) for link in links], [["model\n"]])

    def test_a_run_in_the_foreground_waits_and_goes_on(self):
        process = self.start("run", "demo")
        self.wait_until(lambda: self.penstock("approvals", "--json").json["approvals"], "the question is asked")
        self.assertIsNone(process.poll())
        self.assertEqual(self.penstock("approve", "demo-1", "--comment", "yes").code, 0)
        self.assertEqual(process.wait(60), 0)

    def test_rejection_is_3_and_wants_a_reason(self):
        self.blocked()
        self.assertEqual(self.penstock("reject", "demo-1/ask").code, 2)
        self.assertEqual(self.penstock("reject", "demo-1/ask", "--reason", "too slow", "--wait").code, 3)
        self.assertIsNone(self.penstock("models", "--json").json["lines"][0]["production"])
        self.assertEqual(self.state("demo-1"), "rejected")

    def test_a_decision_is_made_once(self):
        self.blocked()
        self.assertEqual(self.penstock("approve", "demo-1/ask", "--comment", "yes", "--wait").code, 0)
        result = self.penstock("reject", "demo-1/ask", "--reason", "no")
        self.assertEqual(result.code, 6)
        self.assertEqual(self.penstock("models", "--json").json["lines"][0]["production"], "1.1")

    def test_only_who_may_decide_decides(self):
        (self.folder / "penstock.yaml").write_text("penstock: 1\npeople:\n  ada: {user: somebody-else, roles: [lead]}\n")
        self.blocked()
        result = self.penstock("approve", "demo-1/ask", "--comment", "yes")
        self.assertEqual(result.code, 6)
        self.assertIn("lead", result.err)
        self.assertEqual(self.state("demo-1"), "running")

    def test_an_unknown_request_names_the_nearest(self):
        self.blocked()
        result = self.penstock("approve", "demo-1/aks")
        self.assertEqual(result.code, 2)
        self.assertIn("demo-1/ask", result.err)

    def test_promotion_by_hand_goes_back_to_an_older_version(self):
        for _ in range(2):
            self.assertEqual(self.penstock("run", "demo", "--until-blocked").code, 4)
            request = self.penstock("approvals", "--json").json["approvals"][0]["request"]
            self.assertEqual(self.penstock("approve", request, "--comment", "yes", "--wait").code, 0)
        result = self.penstock("promote", "demo v1", "1.1", "--comment", "back")
        self.assertEqual(result.code, 0, result.err)
        line = self.penstock("models", "--json").json["lines"][0]
        self.assertEqual(line["production"], "1.1")
        self.assertEqual({v["number"]: v["stage"] for v in line["versions"]}, {"1.1": "production", "1.2": "archived"})

    def test_the_log_verifies_afterwards(self):
        self.blocked()
        result = self.penstock("audit", "verify", "--json")
        self.assertEqual(result.code, 0, result.err)
        self.assertTrue(result.json["sound"])
        self.assertGreater(result.json["checked"], 5)


if __name__ == "__main__":
    unittest.main()
