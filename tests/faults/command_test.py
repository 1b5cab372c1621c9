"""What commands are given and what they leave: nothing of it reaches a shell, a terminal or another step."""

import os
import pathlib
import pty
import subprocess
import unittest

from crash import CrashTest
from workspace import PENSTOCK

NASTY = ["; rm -rf ..", "$(touch ../pwned)", "`touch ../pwned`", "a\nb\n", "-rf", "--", "'", "\"", "\\", "\\n", "$PATH", "${HOME}", "*", "~", "!!", "&& touch ../pwned",
         "${{ params.text }}", "%s%n", "\u4f60\u597d \u00e9 \U0001f6b0", "\u202e\u200b", " ", "\t", "x" * 5000, "\x1b]52;c;aGk=\x07"]


class Commands(CrashTest):
    def test_a_parameter_arrives_as_it_was_given_in_argv_and_in_scripts(self):
        self.pipeline("echo", "  argv: {run: [sh, -c, \"printf %s \\\"$1\\\" > ../argv\", sh, \"${{ params.text }}\"], cache: off}\n"
                              "  script: {run: \"printf %s \\\"${{ params.text }}\\\" > ../script; : ${{ params.text }}\", cache: off}\n",
                      "parameters: {text: {type: string, default: x}}\n")
        for text in NASTY:
            with self.subTest(text[:40]):
                result = self.penstock("run", "echo", "-p", f"text={text}")
                self.assertEqual(result.code, 0, result.out + result.err)
                for name in ("argv", "script"):
                    self.assertEqual((self.root / name).read_bytes(), text.encode(), name)
        self.assertFalse((self.root / "pwned").exists())

    def test_what_is_no_file_is_no_output_and_hangs_nobody(self):
        self.write("socket_at.py", "import os, socket, sys\nos.chdir(os.path.dirname(sys.argv[1]))\nsocket.socket(socket.AF_UNIX).bind(os.path.basename(sys.argv[1]))\n")
        for name, command in (("fifo", "mkfifo $1"), ("device", "ln -s /dev/zero $1"), ("outside", "ln -s /etc/passwd $1"), ("circle", "ln -s $1 $1"),
                              ("folder", "mkdir $1; ln -s /etc $1/etc"), ("pipe", "mkdir $1; mkfifo $1/pipe"), ("socket", "python3 socket_at.py $1")):
            with self.subTest(name):
                self.write(f"{name}.sh", command.replace("$1", '"$1"') + "\n")
                self.pipeline(name, f"  only: {{run: [sh, {name}.sh, \"${{{{ outputs.out }}}}\"], outputs: {{out: {{kind: file}}}}, cache: off}}\n")
                result = self.penstock("run", name)
                self.assertEqual(result.code, 1, result.out + result.err)
                self.assertIn("could not be taken", result.out)

    def test_a_link_that_is_swapped_while_it_is_taken_shows_nothing_of_elsewhere(self):
        """Somebody swaps the output all the time between a file and a link to what is nobody's business."""
        secret = self.root / "secret"
        secret.write_text("nobody's business\n")
        (self.folder / "build/fine").write_text("fine\n")
        swapper = subprocess.Popen(["sh", "-c", 'while :; do ln -sfn "$1" l; mv -T l out; ln -f fine f; mv -T f out; done', "sh", str(secret)],
                                   cwd=self.folder / "build", env=self.environment, stderr=subprocess.DEVNULL)
        self.started.append(swapper)
        self.pipeline("swap", "  only: {run: \"until [ -e build/out ]; do :; done\", outputs: {out: build/out}, cache: off}\n")
        codes = [self.penstock("run", "swap").code for _ in range(15)]
        self.assertIsNone(swapper.poll(), "nobody swapped")
        self.assertLessEqual(set(codes), {0, 1})
        kept = [path for path in self.root.rglob("objects/*/*") if path.is_file() and b"business" in path.read_bytes()]
        self.assertEqual(kept, [])

    def test_a_storm_of_processes_is_over_with_its_step(self):
        self.pipeline("storm", "  only: {run: \"for i in $(seq 300); do (setsid sleep 86397 &); done; exit 3\"}\n  after: {run: [\"true\"]}\n")
        self.assertEqual(self.penstock("run", "storm").code, 1)
        document = self.step("storm-1", "only")
        self.assertEqual(document["attempts"][0]["outcome"]["code"], 3)

        def left():
            return [pid for pid in self.processes() if b"86397" in pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()]
        self.wait_until(lambda: not left(), "the storm is over")
        self.assertEqual(self.penstock("run", "storm").code, 1)  # the owner is well

    # --- output

    def on_a_terminal(self, *words):
        leader, follower = pty.openpty()
        process = subprocess.Popen([PENSTOCK, *words], cwd=self.folder, env={**self.environment, "TERM": "xterm"}, stdin=follower, stdout=follower,
                                   stderr=follower, start_new_session=True)
        self.started.append(process)
        os.close(follower)
        out = b""
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:
                break
            if not part:
                break
            out += part
        os.close(leader)
        process.wait()
        return out

    def test_output_commands_no_terminal_and_is_exact_on_disk(self):
        said = b"\x1b]52;c;aGVsbG8=\x07\x1b]8;;http://x\x1b\\\x1b[2J\x1b[31mred\x1b[0m\r\r\r\xff\xfe\x80\xc3(\n" + b"y" * (1 << 20) + b"\n" + b"\r" * 5000 + b"no end"
        self.write("said.bin", said)
        self.pipeline("rude", "  only: {run: \"cat said.bin; exit 1\"}\n")
        for words in (("run", "rude"), ("logs", "rude-1", "only"), ("show", "rude-1"), ("explain", "rude-1")):
            shown = self.on_a_terminal(*words)
            for bad in (b"\x1b]", b"\x1b[2J", b"\x1b[31mred", b"\x07"):
                self.assertNotIn(bad, shown, words)
        self.assertEqual(self.penstock("logs", "rude-1", "only").bytes, said)
        self.assertEqual(pathlib.Path(self.step("rude-1", "only")["attempts"][0]["log"]).read_bytes(), said)


if __name__ == "__main__":
    unittest.main()
