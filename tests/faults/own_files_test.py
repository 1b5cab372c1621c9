"""Penstock's own files are cut, emptied, filled with other things, moved and mixed with older ones: it starts all the same or says
which file is wrong, and never takes a damaged past for a new beginning."""

import json
import os
import pathlib
import shutil
import signal
import unittest

from crash import CrashTest
from workspace import PATIENCE

FUTURE = b'{"penstock": 99, "pid": "soon", "workspaces": 7, "since": [], "id": {}, "path": 3}\n'


class OwnFiles(CrashTest):
    def share_login_path(self, source, target):
        """Damaged as it is here, it is shared with nobody."""
        if self.home in target.parents:
            super().share_login_path(source, target)

    def setUp(self):
        super().setUp()
        self.pipeline("one", "  only: {run: [\"true\"], cache: off}\n")
        self.assertEqual(self.penstock("run", "one").code, 0)
        self.state_folder = next(self.root.rglob("state.db")).parent

    # --- small files

    def small_files(self):
        """All that is neither the log nor an artifact nor of a step; with what it is when an owner is there."""
        files = {}
        for folder in (self.state_folder, self.home, self.runtime):
            for path in folder.rglob("*"):
                if path.is_file() and not path.is_symlink() and path.stat().st_size and "objects" not in path.parts and "runs" not in path.parts \
                        and not path.name.startswith("state.db"):
                    files[path] = path.read_bytes()
        return files

    def lengths(self, size):
        every = range(size)
        return every if os.environ.get("PENSTOCK_CRASH_MOMENTS") == "0" else sorted({0, self.dice.choice(every), size - 1})

    def test_each_small_file_cut_anywhere_or_of_the_future(self):
        for pid in self.owners():
            self.kill(pid, "owner")  # so that its files stay
        self.wait_until(lambda: not self.processes(), "nobody is there")
        files = self.small_files()
        names = {path.name for path in files}
        self.assertLessEqual({"owner.json", "workspace.json", "trusted.json", "state.anchor"}, names)
        # Written for a pipeline by people and by Studio.
        layout = self.write("pipelines/one.layout.yaml", "only: {x: 1, y: 2}\n")
        files[layout] = layout.read_bytes()
        count = 1
        for path, good in files.items():
            for damaged in [good[:length] for length in self.lengths(len(good))] + [FUTURE, b"\0" * 100]:
                with self.subTest(file=path.name, content=damaged[:30]):
                    count += self.survives(path, good, damaged)
        runs = [run["run"] for run in self.penstock("runs", "--json").json["runs"]]
        self.assertEqual(sorted(runs), sorted(f"one-{number}" for number in range(1, count + 1)), "a run is missing")

    def survives(self, path, good, damaged):
        """True when it ran all the same."""
        path.write_bytes(damaged)
        result = self.penstock("run", "one")
        said = result.out + result.err
        self.assertIn(result.code, (0, 6), said)
        self.assertNotRegex(said, r"(?i)exception|terminate called|std::")
        for words in (["runs"], ["doctor"]):
            self.assertIn(self.penstock(*words).code, (0, 1, 6), words)
        self.end_owners()
        if result.code == 6:
            self.assertRegex(said, rf"{path.name}|trust", "it does not say what is wrong")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(good)
            again = self.penstock("run", "one")
            self.assertEqual(again.code, 0, again.err)
            self.end_owners()
        return True

    # --- the log, in parts of different ages

    def parts(self):
        return {path.name: path.read_bytes() for path in self.state_folder.glob("state.*") if path.is_file()}

    def put(self, parts):
        for path in self.state_folder.glob("state.*"):
            if path.is_file():
                path.unlink()
        for name, content in parts.items():
            (self.state_folder / name).write_bytes(content)
        shutil.rmtree(self.state_folder / "runs/one-5", ignore_errors=True)  # of another past, and a folder serves one attempt

    def killed_with_its_log(self):
        for pid in self.owners():
            self.kill(pid, "owner")
        self.wait_until(lambda: not self.processes(), "nobody is there")
        return self.parts()

    def test_parts_of_the_log_of_different_ages_are_never_taken_for_the_whole(self):
        old = self.killed_with_its_log()
        self.assertIn("state.db-wal", old)
        for _ in range(3):
            self.assertEqual(self.penstock("run", "one").code, 0)
        new = self.killed_with_its_log()
        last = ["one-4", "one-3", "one-2", "one-1"]
        log = ["state.db", "state.db-wal", "state.db-shm"]
        mixtures = {
            "old log, new wal": {"state.db": old["state.db"], **{name: new[name] for name in log[1:] if name in new}},
            "new log, old wal": {"state.db": new["state.db"], **{name: old[name] for name in log[1:] if name in old}},
            "new log, no wal": {"state.db": new["state.db"]},
            "old log, no wal": {"state.db": old["state.db"]},
            "no log, new wal": {name: new[name] for name in log[1:] if name in new},
            "old log and wal": {name: old[name] for name in log if name in old},
        }
        for name, mixture in mixtures.items():
            with self.subTest(name):
                self.put({**{other: new[other] for other in new if other not in log}, **mixture})
                result = self.penstock("run", "one")
                runs = [run["run"] for run in self.penstock("runs", "--json").json.get("runs", [])] if result.code == 0 else []
                self.end_owners()
                if result.code == 0:
                    self.assertEqual(runs[1:], last, "runs were lost in silence")
                else:
                    self.assertEqual(result.code, 6, result.out + result.err)
                    self.assertRegex(result.err, r"state\.db|events")
        self.put(new)
        self.assertEqual(self.penstock("run", "one").code, 0)
        self.assertEqual([run["run"] for run in self.penstock("runs", "--json").json["runs"]][1:], last)

    # --- the workspace under a living owner

    def serve(self):
        process = self.start("serve")
        self.wait_until(lambda: self.owner() == process.pid, "the owner announces itself")
        return process

    def test_an_owner_whose_lock_is_gone_leaves(self):
        self.end_owners()
        owner = self.serve()
        (self.state_folder / "owner.lock").unlink()
        self.assertEqual(owner.wait(PATIENCE), 0)
        self.assertEqual(self.penstock("run", "one").code, 0)

    def test_a_workspace_that_is_moved_has_one_owner_at_its_new_place(self):
        self.end_owners()
        owner = self.serve()
        moved = self.root / "elsewhere"
        self.folder.rename(moved)
        self.assertEqual(owner.wait(PATIENCE), 0, "the old owner goes on at a place that is not there")
        self.folder = moved
        result = self.penstock("run", "one", "--trust")
        self.assertEqual(result.code, 0, result.err)
        self.assertEqual([run["run"] for run in self.penstock("runs", "--json").json["runs"]], ["one-2", "one-1"])


if __name__ == "__main__":
    unittest.main()
