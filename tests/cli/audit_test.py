"""The log that lost its end: nothing goes on by itself, and a person can say so."""

import pathlib
import shutil
import subprocess
import unittest

from workspace import WorkspaceTest


class LostTail(WorkspaceTest):
    """Two runs, then the log of the first put back, as a failing disk or a careless restore does."""

    def setUp(self):
        super().setUp()
        self.trust()
        self.pipeline("one", "  only: {run: \"echo $PENSTOCK_RUN_ID\"}\n")
        self.run_and_leave()
        self.state_folder = next(path for path in self.root.rglob("state.db")).parent
        shutil.copy(self.state_folder / "state.db", self.root / "older.db")
        self.run_and_leave()
        self.known = self.penstock("audit", "verify", "--json").json["checked"]
        for name in ("state.db-wal", "state.db-shm"):
            (self.state_folder / name).unlink(missing_ok=True)
        shutil.copy(self.root / "older.db", self.state_folder / "state.db")

    def run_and_leave(self):
        result = self.penstock("run", "one")
        self.assertEqual(result.code, 0, result.err)
        self.wait_until(lambda: not self.owner_files(), "the owner leaves")
        self.wait_until(lambda: not self.processes(), "the supervisors leave")

    def test_it_is_named_with_what_to_do(self):
        result = self.penstock("run", "one")
        self.assertEqual(result.code, 6)
        self.assertIn(f"penstock audit accept-loss --until {self.known}", result.err)
        copies = [str(path) for path in (self.state_folder / "quarantine").iterdir()]
        self.assertEqual(len(copies), 1)
        self.assertIn(copies[0], result.err)
        verify = self.penstock("audit", "verify")
        self.assertEqual(verify.code, 6)
        self.assertIn("accept-loss", verify.out)

    def test_only_the_loss_that_was_looked_at_is_accepted(self):
        before = (self.state_folder / "state.db").read_bytes()
        for words in ([], ["--until", str(self.known - 1)], ["--until", str(self.known + 1)]):
            result = self.penstock("audit", "accept-loss", *words)
            self.assertEqual(result.code, 2)
            self.assertIn(f"--until {self.known}", result.err)
        self.assertEqual(self.penstock("audit", "accept-loss", "--until", "many").code, 2)
        self.assertEqual((self.state_folder / "state.db").read_bytes(), before)
        self.assertEqual(self.penstock("run", "one").code, 6)

    def test_an_accepted_one_is_on_record_and_the_next_run_takes_the_lost_ones_place(self):
        accepted = self.penstock("audit", "accept-loss", "--until", str(self.known), "--comment", "the disk was changed", "--json")
        self.assertEqual(accepted.code, 0, accepted.err)
        self.assertEqual((accepted.json["until"], accepted.json["moved"]), (self.known, ["one-2"]))
        copy = pathlib.Path(accepted.json["copy"])
        self.assertTrue((copy / "state.db").exists())
        self.assertEqual((copy / "runs/one-2/only/1/log").read_text(), "one-2\n")
        again = self.penstock("run", "one")
        self.assertEqual(again.code, 0, again.err)
        self.assertEqual([run["run"] for run in self.penstock("runs", "--json").json["runs"]], ["one-2", "one-1"])
        report = self.penstock("audit", "verify", "--json")
        self.assertEqual(report.code, 0)
        loss, = report.json["acceptedLosses"]
        self.assertEqual((loss["until"], loss["after"], loss["comment"]), (self.known, accepted.json["after"], "the disk was changed"))
        user = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
        self.assertEqual(loss["actor"], f"user:{user}")
        self.assertEqual(loss["copy"], str(copy))
        self.assertIn("the disk was changed", self.penstock("audit", "verify").out)

    def test_there_is_nothing_to_accept_twice(self):
        self.assertEqual(self.penstock("audit", "accept-loss", "--until", str(self.known)).code, 0)
        second = self.penstock("audit", "accept-loss", "--until", str(self.known))
        self.assertEqual(second.code, 6)
        self.assertIn("nothing to accept", second.err)


class WholeLog(WorkspaceTest):
    def test_of_an_owner_at_work_no_loss_is_accepted(self):
        self.trust()
        process = self.start("serve")
        self.wait_until(lambda: self.owner() == process.pid, "the owner announces itself")
        result = self.penstock("audit", "accept-loss", "--until", "1")
        self.assertEqual(result.code, 6)
        self.assertIn("owner.lock", result.err)


if __name__ == "__main__":
    unittest.main()
