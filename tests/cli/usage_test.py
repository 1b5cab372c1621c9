"""What is typed wrong is said, with what was probably meant."""

import json
import unittest
from pathlib import Path

from workspace import WorkspaceTest


class Usage(WorkspaceTest):
    def test_help_lists_every_command_and_succeeds(self):
        result = self.penstock("--help")
        self.assertEqual(result.code, 0)
        for command in ("init", "validate", "run", "runs", "show", "logs", "cancel", "resume", "approvals", "approve",
                        "reject", "models", "serve", "schema", "doctor", "studio"):
            self.assertIn(f"  {command}", result.out)

    def test_each_command_has_help_of_its_own(self):
        for command in ("run", "init", "serve", "logs"):
            result = self.penstock(command, "--help")
            self.assertEqual(result.code, 0, result.err)
            self.assertIn(f"penstock {command}", result.out)
            self.assertIn("--workspace", result.out)

    def test_nothing_typed_is_a_usage_error(self):
        self.assertEqual(self.penstock().code, 2)

    def test_unknown_words_name_the_nearest_known_one(self):
        for words, expected in ((["vaildate"], "validate"), (["run", "x", "--detatch"], "--detach")):
            result = self.penstock(*words)
            self.assertEqual(result.code, 2)
            self.assertIn(expected, result.err)

    def test_wrong_numbers_of_words_are_usage_errors(self):
        for words in (["show"], ["show", "a-1", "b", "c"], ["logs", "a-1"], ["run"], ["runs", "--last"], ["runs", "--last", "x"],
                      ["runs", "--json=yes"], ["run", "x", "--jobs", "0"]):
            result = self.penstock(*words)
            self.assertEqual(result.code, 2, words)
            self.assertTrue(result.err.startswith("penstock: "), result.err)

    def test_errors_are_json_on_stdout_when_json_is_asked_for(self):
        result = self.penstock("show", "nothing-1", "--json")
        self.assertEqual(result.code, 2)
        error = json.loads(result.out)["error"]
        self.assertEqual(set(error), {"code", "id", "arguments", "detail"})

    def test_outside_of_a_workspace_it_says_so(self):
        result = self.penstock("runs", cwd=self.home)
        self.assertEqual(result.code, 2)
        self.assertIn(str(self.home), result.err)

    def test_the_workspace_is_found_from_a_folder_inside(self):
        self.write("pipelines/deep/er/x", "")
        result = self.penstock("runs", "--json", cwd=self.folder / "pipelines/deep/er")
        self.assertEqual(result.json, {"runs": []})

    def test_the_schema_is_json(self):
        schema = self.penstock("schema").json
        self.assertIn("$schema", schema)
        self.assertIn("steps", schema["properties"])

    def test_the_page_of_keys_says_what_the_program_says(self):
        page = Path(__file__).parents[2] / "docs" / "keys.md"
        # When it does not: LC_ALL=C.UTF-8 penstock schema --markdown > docs/keys.md
        self.assertEqual(page.read_text(encoding="utf-8"), self.penstock("schema", "--markdown").out)

    def test_each_key_is_explained(self):
        for row in self.penstock("schema", "--markdown").out.splitlines():
            if row.startswith("| `"):
                key, kind, meaning = (cell.strip() for cell in row.replace("\\|", "").split("|")[1:4])
                self.assertTrue(kind and meaning.endswith("."), row)

    def test_colour_stays_out_of_pipes(self):
        self.write("pipelines/x", "")
        self.assertNotIn("\x1b", self.penstock("runs").out + self.penstock("nothing").err)


if __name__ == "__main__":
    unittest.main()
