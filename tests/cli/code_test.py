"""Which code a run is fixed to: what `show` says of it, `run --at REV`, and `reproduce`."""

import os
import signal
import subprocess
import unittest

from workspace import WorkspaceTest


class Code(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.environment |= {"GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a",
                             "GIT_COMMITTER_EMAIL": "a@b"}
        self.git("init", "-q", "-b", "main")
        self.trust()
        self.write(".gitignore", "/.penstock\n/build\n/data\n")
        self.write("data/raw.csv", "1\n2\n")
        self.write("sum.sh", "pwd > \"$PENSTOCK_OUTPUT_WHERE\"; awk '{s += $1} END {print s}' \"$PENSTOCK_INPUT_RAW\" > build/sum.txt\n"
                             "printf '{\"total\": %s}' $(cat build/sum.txt) > build/metrics.json\n")
        self.write("tell.sh", "cat \"$PENSTOCK_INPUT_SUM\"\n")
        self.pipeline("p", "  sum:\n    run: [sh, sum.sh]\n    inputs: {raw: {file: data/raw.csv}}\n"
                           "    outputs: {sum: build/sum.txt, where: {}}\n    metrics: build/metrics.json\n"
                           "  tell: {run: [sh, tell.sh], inputs: {sum: \"${{ steps.sum.outputs.sum }}\"}}\n")
        self.first = self.commit("first")

    def git(self, *words):
        done = subprocess.run(["git", "-C", str(self.folder), *words], capture_output=True, text=True, env=self.environment, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.strip()

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-qm", message)
        return self.git("rev-parse", "HEAD")

    def shown(self, run):
        result = self.penstock("show", run, "--json")
        self.assertEqual(result.code, 0, result.err)
        return result.json

    def where(self, run):
        state = (self.folder / ".penstock").resolve()
        digest = self.step(run, "sum")["outputs"]["where"]["digest"]
        return (state / "objects" / digest[:2] / digest[2:]).read_text().strip()

    def test_a_run_says_its_commit_and_what_was_not_committed(self):
        self.assertEqual(self.penstock("run", "p").code, 0)
        source = self.shown("p-1")["source"]
        self.assertEqual((source["commit"], source["branch"], source["dirty"]), (self.first, "main", False))
        self.write("sum.sh", (self.folder / "sum.sh").read_text() + "# more\n")
        self.write("fresh.py", "x = 1\n")
        self.assertEqual(self.penstock("run", "p").code, 0)
        source = self.shown("p-2")["source"]
        self.assertEqual((source["dirty"], source["changed"], source["untracked"], source["paths"]), (True, 1, 1, ["fresh.py", "sum.sh"]))
        text = self.penstock("show", "p-2").out
        self.assertIn(f"{self.first[:10]} on main, 2 files not committed (fresh.py, sum.sh)", text)
        diff = self.penstock("show", "p-2", "--diff").out
        self.assertIn("+# more", diff)
        self.assertIn("+x = 1", diff)
        self.assertEqual(self.penstock("show", "p-1", "--diff").out, "")

    def test_without_git_nothing_is_said(self):
        self.penstock("init", str(self.root / "bare"))
        bare = self.root / "bare"
        (bare / "pipelines").mkdir(exist_ok=True)
        (bare / "pipelines/q.pipeline.yaml").write_text("penstock: 1\nname: q\nsteps:\n  a: {run: [\"true\"]}\n")
        self.assertEqual(self.penstock("run", "q", cwd=bare).code, 0)
        shown = self.penstock("show", "q-1", "--json", cwd=bare).json
        self.assertEqual((shown["source"], shown["checkout"], shown["codeChanged"]), (None, None, []))
        refused = self.penstock("reproduce", "q-1", cwd=bare)
        self.assertNotEqual(refused.code, 0)
        self.assertIn("not known at which commit", refused.err)

    def test_a_run_at_a_revision_does_not_see_what_stands_in_the_workspace(self):
        self.git("tag", "v1")
        self.write("sum.sh", "exit 9\n")
        self.write("pipelines/p.pipeline.yaml", "not a pipeline")
        self.commit("broken")
        result = self.penstock("run", "p", "--at", "v1")
        self.assertEqual(result.code, 0, result.err)
        shown = self.shown("p-1")
        self.assertEqual((shown["checkout"]["revision"], shown["checkout"]["commit"]), ("v1", self.first))
        self.assertEqual(self.step("p-1", "sum")["metrics"], {"total": 3})
        self.assertTrue(self.where("p-1").endswith("/checkouts/p-1"), self.where("p-1"))
        self.assertFalse((self.folder / "build").exists())
        self.assertIn("v1, in a clean checkout", self.penstock("show", "p-1").out)
        self.wait_until(lambda: not os.path.exists(self.where("p-1")), "the checkout is removed")
        self.assertEqual(self.git("status", "--porcelain"), "")

    def test_a_revision_that_is_not_there_is_refused(self):
        result = self.penstock("run", "p", "--at", "v7")
        self.assertEqual(result.code, 2, result.err)
        self.assertIn('no commit "v7"', result.err)
        self.assertEqual(self.penstock("run", "nothing", "--at", "main").code, 2)

    def test_a_pinned_run_survives_its_owner_and_its_checkout(self):
        self.write("sum.sh", (self.folder / "sum.sh").read_text() + "until [ -e \"$HOME/go\" ]; do sleep 0.05; done\n")
        self.commit("waits")
        self.assertEqual(self.penstock("run", "p", "--at", "main", "--detach").code, 0)
        self.wait_until(lambda: any(each["phase"] == "started" for each in self.step("p-1", "sum")["attempts"]), "sum runs")
        os.kill(self.owner(), signal.SIGKILL)
        (self.home / "go").write_text("")
        self.assertEqual(self.penstock("resume", "p-1").code, 0)
        self.assertEqual(self.step("p-1", "sum")["metrics"], {"total": 3})
        self.assertEqual(len(self.step("p-1", "sum")["attempts"]), 1)

    def test_a_failed_pinned_run_is_resumed_at_its_revision(self):
        self.write("tell.sh", "test -e \"$HOME/go\"\n")
        pinned = self.commit("fails")
        self.assertEqual(self.penstock("run", "p", "--at", "main").code, 1)
        self.write("tell.sh", "exit 9\n")
        self.commit("worse")
        (self.home / "go").write_text("")
        self.assertEqual(self.penstock("resume", "p-1").code, 0)
        checkout = self.shown("p-2")["checkout"]
        self.assertEqual((checkout["name"], checkout["commit"]), ("p-1", pinned))

    def test_code_that_changes_under_way_is_said(self):
        self.write("tell.sh", "echo '# changed' >> tell.sh\n")
        self.assertEqual(self.penstock("run", "p").code, 0)
        changes = self.shown("p-1")["codeChanged"]
        self.assertEqual([(each["file"], each["step"], each["since"]) for each in changes], [("tell.sh", "tell", None)])
        self.assertIn("tell.sh changed while p-1/tell/1 ran", self.penstock("show", "p-1").out)

    def test_who_approves_is_told_what_changed_and_what_is_not_committed(self):
        self.write("make.sh", "echo weights > build/model; echo '# changed' >> make.sh\n")
        self.pipeline("m", "  make: {run: [sh, make.sh], outputs: {model: build/model}}\n"
                           "  record: {register: {model: digits, major: 1, artifact: \"${{ steps.make.outputs.model }}\"}}\n"
                           "  ask: {approve: {question: \"Put ${{ steps.record.version }} there?\"}}\n")
        self.assertEqual(self.penstock("run", "m", "--until-blocked").code, 4)
        evidence = self.penstock("approvals", "--json").json["approvals"][0]
        self.assertEqual(evidence["warnings"], ["evidence.code_changed", "evidence.code_not_committed"])
        self.assertEqual(evidence["codeChanged"][0]["file"], "make.sh")
        self.assertIn("make.sh changed while m-1/make/1 ran", self.penstock("approvals").out)
        lineage = self.penstock("models", "--json").json["lines"][0]["versions"][0]["lineage"]
        self.assertEqual((lineage["commit"], lineage["dirty"]), (self.first, True))
        self.assertEqual(self.penstock("reject", "m-1/ask", "--reason", "no").code, 0)
        again = self.penstock("reproduce", "m-1")
        self.assertEqual(again.code, 0, again.err)
        self.assertEqual([self.step("m-2", step)["state"] for step in ("make", "record", "ask")], ["succeeded", "skipped", "skipped"])
        self.assertEqual(len(self.penstock("models", "--json").json["lines"][0]["versions"]), 1)

    def test_results_are_made_again_with_the_same_code(self):
        self.write("sum.sh", (self.folder / "sum.sh").read_text() + "echo end >> build/sum.txt\n")
        self.assertEqual(self.penstock("run", "p").code, 0)
        self.write("sum.sh", "exit 9\n")
        self.commit("broken")
        result = self.penstock("reproduce", "p-1")
        self.assertEqual(result.code, 0, result.err + result.out)
        self.assertIn("Compared with p-1", result.out)
        told = self.shown("p-2")["reproduction"]
        self.assertEqual((told["of"], told["same"]), ("p-1", False))
        parts = {(part["what"], part["name"]): part["same"] for part in told["steps"][0]["parts"]}
        self.assertEqual(parts, {("output", "sum"): True, ("output", "where"): False, ("metric", "total"): True, ("input", "raw"): True,
                                 ("code", "sum.sh"): True})
        self.assertEqual(told["steps"][1]["verdict"], "same")
        self.assertFalse(self.step("p-2", "sum")["cached"])
        self.assertIn("the changes that were not committed", self.penstock("show", "p-2").out)

    def test_reproduce_in_json_ends_with_what_came_of_it(self):
        self.assertEqual(self.penstock("run", "p", "--at", "main").code, 0)
        lines = self.penstock("reproduce", "p-1", "--json").lines
        self.assertEqual(lines[0]["type"], "run.created")
        self.assertEqual(lines[-2]["type"], "run.ended")
        self.assertEqual(lines[-1]["reproduction"]["of"], "p-1")

    def test_nothing_is_checked_out_where_nothing_may_run(self):
        self.assertEqual(self.penstock("run", "p").code, 0)
        self.environment["XDG_CONFIG_HOME"] = self.environment["XDG_STATE_HOME"] = self.environment["XDG_DATA_HOME"] = str(self.root / "other")
        for words in (("run", "p", "--at", "main"), ("reproduce", "p-1")):
            self.assertEqual(self.penstock(*words).code, 6, words)
        self.assertFalse(list(self.root.rglob("checkouts")))


if __name__ == "__main__":
    unittest.main()
