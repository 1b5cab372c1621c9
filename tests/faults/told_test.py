"""What is wrong is told in a sentence that a person understands: what happened, where, and what to do.

The sentences themselves may change; each test asks for the words without which nobody would know what to do.
"""

import pathlib
import signal
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from workspace import WorkspaceTest  # noqa: E402


class Told(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.pipeline("good", "  only: {run: [\"true\"]}\n")
        self.trust()

    def tell(self, code, *words):
        """What both streams say, when it ends with this code; never the insides of the program."""
        result = self.penstock(*words)
        said = result.out + result.err
        self.assertEqual(result.code, code, said)
        self.assertTrue(said.strip())
        self.assertNotRegex(said, r"(?i)exception|assert|terminate called|std::|\bnullptr\b|\{\w+\}|\b[a-z]+\.[a-z]+_[a-z_]+\b(?!\.)")
        return said

    def fails(self, name, command):
        self.pipeline(name, f"  only: {{run: {command}}}\n")
        return self.tell(1, "run", name)

    # --- files

    def test_an_invalid_file_is_told_with_line_column_and_mend(self):
        for name, steps, words in (("typo", "  only: {runn: [\"true\"]}\n", ("runn", "Did you mean \"run\"?")),
                                   ("open", "  only: {run: [\"true\"]\n", ("not closed",)),
                                   ("circle", "  a: {run: [a], needs: [b]}\n  b: {run: [b], needs: [a]}\n", ("a", "b")),
                                   ("nobody", "  a: {run: [a], needs: [trian]}\n", ("trian",))):
            self.pipeline(name, steps)
            said = self.tell(2, "run", name)
            self.assertRegex(said, rf"pipelines/{name}\.pipeline\.yaml:\d+:\d+: error: ")
            for word in words:
                self.assertIn(word, said)
        self.assertEqual(self.penstock("runs", "--json").json["runs"], [])

    def test_a_file_that_is_no_text_at_all(self):
        self.write("pipelines/bytes.pipeline.yaml", bytes(range(256)) * 40)
        self.assertRegex(self.tell(2, "run", "bytes"), r"pipelines/bytes\.pipeline\.yaml:\d+:\d+: error: ")

    def test_a_pipeline_that_is_not_there(self):
        self.assertIn("Did you mean good?", self.tell(2, "run", "goood"))
        self.assertIn("folder pipelines", self.tell(2, "run", "something-else"))

    def test_a_run_that_is_not_there(self):
        for words in (["show", "good-9"], ["logs", "good-9", "only"], ["cancel", "good-9"], ["resume", "good-9"]):
            self.assertRegex(self.tell(2, *words), r"There is no run good-9\. `penstock runs`")
        self.assertRegex(self.tell(2, "approve", "good-9/ask", "--comment", "x"), r"good-9/ask.*`penstock approvals`")
        self.assertEqual(self.penstock("run", "good").code, 0)
        self.assertIn("Did you mean good-1?", self.tell(2, "show", "god-1"))
        self.assertIn("step", self.tell(2, "logs", "good-1", "nosuch"))

    def test_a_workspace_that_is_not_trusted(self):
        (self.home / ".local/share/penstock/trusted.json").unlink()
        said = self.tell(6, "run", "good")
        self.assertRegex(said, r"until you say that you trust it.*--trust")
        self.assertEqual(self.penstock("runs", "--json").json["runs"], [])

    # --- commands

    def test_a_script_that_is_not_there(self):
        for name, command in (("python", "[python3, missing.py]"), ("argv", "[./missing.py]"), ("shell", "./missing.py"), ("bash", "[bash, missing.py]")):
            said = self.fails(name, command)
            self.assertRegex(said, r"There is no (script|program) .*missing\.py\. Check ")

    def test_a_program_that_is_not_there(self):
        for name, command in (("argv", "[frobnicate]"), ("shell", "frobnicate --now")):
            self.assertIn("There is no program frobnicate.", self.fails(name, command))

    def test_a_script_that_may_not_be_executed(self):
        self.write("plain.sh", "echo hello\n")
        self.assertIn("chmod +x", self.fails("plain", "[./plain.sh]"))

    def test_an_input_that_is_not_there(self):
        self.pipeline("input", "  only: {run: [cat, \"${{ inputs.raw }}\"], inputs: {raw: {file: data/raw.csv}}}\n")
        self.assertRegex(self.tell(1, "run", "input"), r"The input \"raw\" is not there: data/raw\.csv\.")

    def test_an_output_that_was_not_made(self):
        self.pipeline("output", "  only: {run: [\"true\"], outputs: {model: build/model}}\n")
        self.assertRegex(self.tell(1, "run", "output"), r"did not make what it declares: model \(build/model\)")

    def test_a_signal_is_told_with_its_meaning(self):
        for number, words in ((signal.SIGKILL, "memory runs out"), (signal.SIGSEGV, "crashed"), (signal.SIGABRT, "gave up"),
                              (signal.SIGTERM, "asked it to end")):
            said = self.fails(f"by_{number.name.lower()}", f'"kill -{int(number)} $$"')
            self.assertRegex(said, rf"ended by signal {int(number)}: .*{words}")


if __name__ == "__main__":
    unittest.main()
