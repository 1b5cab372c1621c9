"""An input file of 5 GB: how far its reading is can be seen and it can be cancelled, and what was read once is not read again."""

import json
import pathlib
import re
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from workspace import PATIENCE, WorkspaceTest  # noqa: E402

SIZE = 5 << 30
DIGEST = "7f06c62352aebd8125b2a1841e2b9e1ffcbed602f381c3dcb3200200e383d1d5"  # of so many zeros: head -c 5G /dev/zero | sha256sum


class LargeInput(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.pipeline("read", "  only: {run: [stat, -c, \"%s\", \"${{ inputs.raw }}\"], inputs: {raw: {file: data/raw.bin}}, cache: off}\n")
        self.trust()
        (self.folder / "data").mkdir()
        with open(self.folder / "data/raw.bin", "wb") as file:
            file.truncate(SIZE)  # a hole: it takes no space

    def progress(self, process):
        """The notices of reading, as `run --json` tells them; the stream is read on from where it was."""
        for line in process.stdout:
            notice = json.loads(line).get("notice", {})
            if notice.get("type") == "progress":
                yield notice

    def cancel_while_it_is_read(self):
        watcher = self.start("run", "read", "--json")
        notice = next(self.progress(watcher))
        self.assertEqual((notice["subject"], notice["content"]["what"], notice["content"]["path"]), ("read-1/only/1", "digest", "data/raw.bin"))
        self.assertEqual(notice["content"]["total"], SIZE)
        self.assertLess(0, notice["content"]["done"])
        self.assertEqual(self.penstock("cancel", "read-1").code, 0)
        rest = list(self.progress(watcher))
        self.assertEqual(watcher.wait(PATIENCE), 5)
        self.assertLess(max([notice["content"]["done"] for notice in [notice, *rest]]), SIZE, "it was read to its end before it was cancelled")
        self.assertEqual(self.step("read-1", "only")["state"], "cancelled")

    def read_it_all(self):
        begun = time.monotonic()
        result = self.penstock("run", "read")
        self.assertEqual(result.code, 0, result.out + result.err)
        percents = [int(each) for each in re.findall(r"Reading +only  data/raw\.bin  (\d+) % of 5\.4 GB\n", result.out)]
        self.assertTrue(2 <= len(percents) <= 5, result.out)  # a line a quarter
        self.assertEqual(percents, sorted(set(percents)))
        self.assertEqual(self.penstock("logs", "read-2", "only").out, f"{SIZE}\n")
        return time.monotonic() - begun

    def read_nothing(self, run):
        begun = time.monotonic()
        result = self.penstock("run", "read", "--json")
        self.assertEqual(result.code, 0, result.out + result.err)
        self.assertEqual([line for line in result.lines if line.get("notice", {}).get("type") == "progress"], [])
        self.assertEqual(self.state(run), "succeeded")
        return time.monotonic() - begun

    def test_it_is_read_once_with_progress_and_can_be_cancelled(self):
        self.cancel_while_it_is_read()
        first = self.read_it_all()
        again = self.read_nothing("read-3")
        self.end_owners()  # what was learnt outlives who learnt it
        later = self.read_nothing("read-4")
        ended = next(line for line in self.penstock("run", "read", "--json").lines if line.get("type") == "attempt.ended")
        self.assertEqual(ended["payload"]["record"]["inputs"]["raw"], DIGEST)
        print(f"5 GB: {first:.1f} s at first, {again:.2f} s again, {later:.2f} s with another owner", file=sys.stderr)


if __name__ == "__main__":
    unittest.main()
