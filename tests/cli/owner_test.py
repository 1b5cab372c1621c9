"""The owner as a process: one at a time, found by its file and its socket, gone when there is nothing to do."""

import json
import os
import pathlib
import shutil
import signal
import socket
import stat
import unittest

from workspace import WorkspaceTest


class Owner(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.trust()

    def serve(self, *words):
        process = self.start("serve", *words)
        self.wait_until(lambda: self.owner() == process.pid, "the owner announces itself")
        return process

    def announcement(self):
        return json.loads(self.owner_files()[0].read_text())

    def ask(self, request):
        with socket.socket(socket.AF_UNIX) as peer:
            peer.connect(self.announcement()["socket"])
            peer.sendall(request)
            answer = b""
            while b"\r\n\r\n" not in answer or len(answer.partition(b"\r\n\r\n")[2]) < 2:
                part = peer.recv(65536)
                if not part:
                    break
                answer += part
        return answer

    def test_it_answers_on_a_socket_that_only_its_user_can_use(self):
        self.serve()
        announcement = self.announcement()
        self.assertEqual(set(announcement), {"pid", "since", "version", "socket"})
        path = pathlib.Path(announcement["socket"])
        self.assertEqual(path.parent, self.runtime / "penstock")
        self.assertEqual((stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)), (0o600, 0o700))
        answer = self.ask(b"GET /v1/hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        hello = json.loads(answer.partition(b"\r\n\r\n")[2])
        self.assertEqual((hello["protocol"], hello["pid"], hello["workspace"]), (1, announcement["pid"], str(self.folder)))

    def test_there_is_never_a_second_one(self):
        first = self.serve()
        second = self.start("serve")
        self.assertEqual(second.wait(60), 6)
        self.assertIsNone(first.poll())
        self.assertEqual(self.owner(), first.pid)

    def test_it_leaves_when_there_is_nothing_to_do(self):
        process = self.serve("--until-idle")
        self.assertEqual(process.wait(60), 0)
        self.assertEqual(self.owner_files(), [])
        self.assertEqual(list((self.runtime / "penstock").glob("*.sock")), [])

    def test_it_stays_as_long_as_it_was_not_told_to_leave(self):
        process = self.serve()
        os.kill(process.pid, signal.SIGTERM)
        self.assertEqual(process.wait(60), 0)
        self.assertEqual(self.owner_files(), [])

    def test_a_killed_one_is_followed_by_the_next(self):
        process = self.serve()
        process.kill()
        process.wait()
        self.pipeline("one", "  only: {run: [\"true\"]}\n")
        self.assertEqual(self.penstock("run", "one").code, 0)

    def owner_finding(self):
        checks = self.penstock("doctor", "--json").json["checks"]
        return next(check for check in checks if check["check"] == "owner")

    def test_what_a_killed_one_left_behind_misleads_nobody(self):
        process = self.serve()
        self.assertIn(str(process.pid), self.owner_finding()["text"])
        process.kill()
        process.wait()
        stale = self.announcement()
        self.assertEqual(stale["pid"], process.pid)
        finding = self.owner_finding()
        self.assertEqual(finding["health"], "fine")
        self.assertIn("killed", finding["text"])
        self.assertEqual(self.announcement(), stale, "who only looks changes nothing")
        # As after a restart of the machine: the process id belongs to another program now.
        self.owner_files()[0].write_text(json.dumps({**stale, "pid": os.getpid()}))
        self.assertIn("killed", self.owner_finding()["text"])
        self.pipeline("one", "  only: {run: [\"true\"]}\n")
        self.assertEqual(self.penstock("run", "one").code, 0)
        self.wait_until(lambda: not self.owner_files(), "the next owner replaces it and takes it along when it leaves")

    def test_one_that_cannot_be_reached_is_told_from_none(self):
        process = self.serve()
        pathlib.Path(self.announcement()["socket"]).unlink()
        finding = self.owner_finding()
        self.assertEqual(finding["health"], "problem")
        self.assertIn(str(process.pid), finding["text"])

    def test_the_owner_of_the_original_is_none_of_a_copy(self):
        self.pipeline("one", "  only: {run: [\"true\"]}\n")
        process = self.serve()
        copy = self.root / "copy"
        shutil.copytree(self.folder, copy, symlinks=True)
        ran = self.penstock("run", "one", "--workspace", str(copy), "--trust")
        self.assertEqual(ran.code, 0, ran.err)
        self.assertEqual(self.penstock("runs", "--json").json["runs"], [])
        self.assertEqual(self.owner(), process.pid)

    def test_commands_at_the_same_time_find_the_same_owner(self):
        self.pipeline("one", "  only: {run: [\"true\"]}\n")
        processes = [self.start("run", "one", "--json") for _ in range(6)]
        owners = set()
        for process in processes:
            out, err = process.communicate(timeout=120)
            self.assertEqual(process.returncode, 0, (out + err).decode())
            owners.add(json.loads(out.splitlines()[0])["payload"]["run"])
        self.assertEqual(owners, {f"one-{number}" for number in range(1, 7)})

    def test_an_owner_that_cannot_start_says_why(self):
        self.pipeline("one", "  only: {run: [\"true\"]}\n")
        self.assertEqual(self.penstock("run", "one").code, 0)
        self.end_owners()
        state = next(path for path in self.root.rglob("state.db"))
        state.write_bytes(b"this is no database, whatever its name says" * 100)
        result = self.penstock("run", "one")
        self.assertEqual(result.code, 6)
        self.assertIn("state.db", result.err)


if __name__ == "__main__":
    unittest.main()
