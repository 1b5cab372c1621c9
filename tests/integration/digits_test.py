"""The main job: train on real data, compare with production, ask a person, promote. In a workspace made from the template."""

import json
import os
import pathlib
import pwd
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from workspace import WorkspaceTest  # noqa: E402

USER = pwd.getpwuid(os.geteuid()).pw_name


class Digits(WorkspaceTest):
    def setUp(self):
        super().setUp()
        result = self.penstock("init", "digits", "--template", "digits")
        self.assertEqual(result.code, 0, result.err)
        self.folder = self.folder / "digits"
        self.give_interpreter()

    def can(self, interpreter):
        done = subprocess.run([interpreter, "-c", "import sklearn, joblib, numpy"], cwd=self.root, capture_output=True,
                              timeout=120, check=False)
        return done.returncode == 0

    def give_interpreter(self):
        """A .venv goes before whatever python3 the login shell's PATH has, which is not the same on every machine."""
        able = next(filter(self.can, ["/usr/bin/python3", "python3"]), None)
        if not able:
            self.skipTest("no python3 has scikit-learn (Debian: apt install python3-sklearn)")
        subprocess.run([able, "-m", "venv", "--without-pip", "--system-site-packages", str(self.folder / ".venv")],
                       check=True, timeout=120)

    # --- the story in words

    def run_until_blocked(self, *words):
        return self.penstock("run", "digits", "--until-blocked", *words)

    def asks(self, *words):
        """Runs up to the question; its request."""
        result = self.run_until_blocked(*words)
        self.assertEqual(result.code, 4, result.out + result.err)
        evidence = self.penstock("approvals", "--json").json["approvals"]
        self.assertEqual(len(evidence), 1)
        self.assertIn(f"penstock approve {evidence[0]['request']}", result.out)
        return evidence[0]

    def approve(self, request):
        result = self.penstock("approve", request, "--comment", "looks good", "--wait")
        self.assertEqual(result.code, 0, result.out + result.err)

    def line(self):
        lines = self.penstock("models", "--json").json["lines"]
        self.assertEqual([line["line"] for line in lines], ["digits v1"])
        return lines[0]

    def stages(self):
        return {version["number"]: version["stage"] for version in self.line()["versions"]}

    def card_in_production(self):
        """What stands behind the link, and it is the one and only."""
        link = self.folder / ".penstock/models/digits-v1/production"
        self.assertTrue(link.is_symlink())
        self.assertEqual(sorted(path.name for path in link.iterdir()), ["model.joblib", "model.json"])
        return json.loads((link / "model.json").read_text())

    # --- the stories

    def test_from_the_first_model_to_champion_and_challenger(self):
        first = self.asks("-p", "c=0.01")
        self.assertEqual(first["candidate"], "digits 1.1", first)
        self.assertIsNone(self.line()["production"])
        self.assertEqual(self.penstock("show", "digits-1", "--json").json["waitingFor"], [first["request"]])
        self.approve(first["request"])
        self.assertEqual((self.line()["production"], self.stages()), ("1.1", {"1.1": "production"}))
        self.assertEqual(self.card_in_production()["parameters"], {"kernel": "rbf", "c": 0.01})
        change = self.line()["versions"][0]["history"][-1]
        self.assertEqual((change["to"], change["comment"], change["person"]), ("production", "looks good", USER))

        # Worse, or no better: stops before anybody is asked.
        self.assertEqual(self.run_until_blocked("-p", "c=0.001").code, 0)
        self.assertEqual(self.penstock("approvals", "--json").json["approvals"], [])
        self.assertEqual(self.step("digits-2", "ask")["state"], "skipped")
        self.assertEqual(self.line()["production"], "1.1")

        # Better: whoever decides sees both.
        third = self.asks("-p", "c=10")
        shown = json.dumps(third)
        self.assertIn("digits 1.1", shown)
        self.assertIn("digits 1.3", shown)
        text = self.penstock("approvals").out
        self.assertIn("1.3", text)
        self.assertIn("1.1", text)
        self.assertIn("accuracy", text)
        self.approve(third["request"])
        self.assertEqual(self.line()["production"], "1.3")
        self.assertEqual(self.stages(), {"1.1": "archived", "1.2": "none", "1.3": "production"})
        self.assertEqual(self.card_in_production()["parameters"]["c"], 10)

        self.files_outlive_what_happens_to_them()

        # Clearing out the repository, and the owner with it, costs nothing that was decided.
        self.assertEqual(self.penstock("audit", "verify").code, 0)

    def files_outlive_what_happens_to_them(self):
        """The link is made again by each owner, from the registry and the store."""
        self.end_owners()
        (self.folder / ".penstock/models/digits-v1/production").unlink()
        owner = self.start("serve", "--until-idle")
        self.assertEqual(owner.wait(60), 0)
        self.assertEqual(self.card_in_production()["parameters"]["c"], 10)

    def test_a_rejection_is_3_and_changes_nothing(self):
        request = self.asks()["request"]
        self.assertEqual(self.penstock("reject", request).code, 2)
        result = self.penstock("reject", request, "--reason", "misreads every nine", "--wait")
        self.assertEqual(result.code, 3, result.out + result.err)
        self.assertEqual(self.state("digits-1"), "rejected")
        self.assertIsNone(self.line()["production"])
        self.assertFalse((self.folder / ".penstock/models/digits-v1/production").exists())
        self.assertIn("misreads every nine", self.penstock("show", "digits-1").out)

    def test_only_a_lead_approves(self):
        configuration = self.folder / "penstock.yaml"
        mine = configuration.read_text()
        self.assertIn(f"user: '{USER}'", mine.replace('"', "'"))
        configuration.write_text("penstock: 1\npeople:\n  ada: {user: somebody-else, roles: [lead]}\npolicies:\n  digits: {}\n")
        request = self.asks()["request"]
        result = self.penstock("approve", request, "--comment", "I say so")
        self.assertEqual(result.code, 6)
        self.assertIn("lead", result.err)
        self.assertIsNone(self.line()["production"])
        self.assertEqual(self.state("digits-1"), "running")

    def test_parameters_out_of_their_limits_start_nothing(self):
        for words in (["-p", "c=0"], ["-p", "kernel=magic"], ["-p", "C=1"]):
            self.assertEqual(self.run_until_blocked(*words).code, 2, words)
        self.assertEqual(self.penstock("runs", "--json").json["runs"], [])

    def test_a_missing_module_names_the_interpreter_and_the_remedy(self):
        subprocess.run(["/usr/bin/python3", "-m", "venv", "--without-pip", "--clear", str(self.folder / ".venv")], check=True, timeout=120)
        result = self.run_until_blocked()
        self.assertEqual(result.code, 1, result.out + result.err)
        for word in (f"{self.folder}/.venv/bin/python", "sklearn", "python: PATH"):
            self.assertIn(word, result.out)


if __name__ == "__main__":
    unittest.main()
