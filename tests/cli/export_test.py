"""penstock export-graph: a pipeline as pictures, where there is no display."""

import os
import struct
import unittest
import xml.etree.ElementTree as xml
import zlib

from workspace import BIN, WorkspaceTest

STEPS = """  prepare: {run: ["true"], outputs: {table: {}}}
  train:
    run: ["true"]
    inputs: {data: "${{ steps.prepare.outputs.table }}"}
  ask: {approve: {title: "Ship <it> & go?"}, needs: [train]}
"""
SVG = "{http://www.w3.org/2000/svg}"


def size_of(png):
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


def chunks(png):
    at = 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at:at + 8])
        yield kind, png[at + 8:at + 8 + length]
        at += 12 + length


def texts_in(png):
    """Keyword and text of each text chunk, compressed or not."""
    found = {}
    for kind, data in chunks(png):
        keyword, _, rest = data.partition(b"\0")
        if kind == b"tEXt":
            found[keyword.decode()] = rest.decode("latin-1")
        elif kind == b"zTXt":
            found[keyword.decode()] = zlib.decompress(rest[1:]).decode("latin-1")
        elif kind == b"iTXt":
            compressed, rest = rest[0], rest[2:]
            text = rest.split(b"\0", 2)[2]
            found[keyword.decode()] = (zlib.decompress(text) if compressed else text).decode()
    return found


@unittest.skipUnless((BIN / "penstock-studio").exists(), "built without Studio")
class ExportTest(WorkspaceTest):
    def setUp(self):
        super().setUp()
        self.pipeline("digits", STEPS)

    def export(self, *words, **more):
        return self.penstock("export-graph", *words, **more)

    def test_a_drawing_goes_to_standard_output(self):
        self.export("digits", "--svg", "out.svg")
        result = self.export("digits", "--svg", "-")
        self.assertEqual((result.code, result.bytes), (0, (self.folder / "out.svg").read_bytes()))
        self.assertFalse((self.folder / "-").exists())
        self.assertEqual(self.export("digits", "--svg", "-", "--json").code, 2)

    def test_every_step_is_text_in_the_drawing(self):
        result = self.export("digits", "--svg", "out.svg")
        self.assertEqual((result.code, result.out, result.err), (0, "", ""))
        root = xml.parse(self.folder / "out.svg").getroot()
        self.assertEqual(root.tag, f"{SVG}svg")
        texts = ["".join(element.itertext()).strip() for element in root.iter(f"{SVG}text")]
        for step in ("prepare", "train", "ask", "digits"):
            self.assertIn(step, texts)
        self.assertFalse(list(root.iter(f"{SVG}image")), "something was drawn as points")
        self.assertEqual(root.findtext(f"{SVG}title"), "digits")
        self.assertIsNone(root.find(f"{SVG}metadata"))

    def test_the_source_is_kept_only_when_asked_for(self):
        source = (self.folder / "pipelines/digits.pipeline.yaml").read_text()
        self.assertEqual(self.export("digits", "--with-source", "--svg", "out.svg", "--png", "out.png").code, 0)
        self.assertEqual(xml.parse(self.folder / "out.svg").getroot().findtext(f"{SVG}metadata"), source)
        self.assertEqual(texts_in((self.folder / "out.png").read_bytes())["Source"].strip(), source.strip())
        self.assertEqual(self.export("digits", "--png", "out.png").code, 0)
        self.assertNotIn("Source", texts_in((self.folder / "out.png").read_bytes()))

    def test_points_grow_with_the_scale(self):
        for scale in ("1", "3"):
            self.assertEqual(self.export("digits", "--png", f"{scale}.png", "--scale", scale).code, 0)
        once, thrice = (size_of((self.folder / f"{scale}.png").read_bytes()) for scale in (1, 3))
        self.assertEqual(thrice, (once[0] * 3, once[1] * 3))
        self.assertEqual(self.export("digits", "--png", "dark.png", "--dark", "--scale", "1").code, 0)
        self.assertEqual(size_of((self.folder / "dark.png").read_bytes()), once)
        self.assertNotEqual((self.folder / "dark.png").read_bytes(), (self.folder / "1.png").read_bytes())

    def test_a_page_and_all_at_once_as_json(self):
        result = self.export("digits", "--json", "--svg", "a.svg", "--png", "a.png", "--pdf", "a.pdf")
        self.assertEqual(result.code, 0, result.err)
        self.assertEqual(result.json["written"], ["a.svg", "a.png", "a.pdf"])
        page = (self.folder / "a.pdf").read_bytes()
        self.assertTrue(page.startswith(b"%PDF-"))
        self.assertEqual(page.count(b"/Type /Page\n") or page.count(b"/Type /Page "), 1)

    def test_the_layout_file_is_followed(self):
        self.assertEqual(self.export("digits", "--png", "a.png", "--scale", "1").code, 0)
        self.write("pipelines/digits.layout.yaml", "penstock: 1\nnodes:\n  prepare: [0, 0]\n  train: [0, 300]\n  ask: [0, 600]\n")
        self.assertEqual(self.export("digits", "--png", "b.png", "--scale", "1").code, 0)
        wide, tall = (size_of((self.folder / name).read_bytes()) for name in ("a.png", "b.png"))
        self.assertGreater(tall[1], wide[1])

    def test_neither_workspace_nor_owner_nor_display_is_needed(self):
        self.environment.pop("DISPLAY", None)
        lonely = self.home / "lonely.yaml"
        lonely.write_text("penstock: 1\nname: lonely\nsteps:\n  a: {run: [\"true\"]}\n")
        self.assertEqual(self.export(str(lonely), "--svg", "out.svg", cwd=self.home).code, 0)
        self.assertIn("lonely", (self.home / "out.svg").read_text())
        self.assertIsNone(self.owner())

    def test_a_pipeline_with_mistakes_is_drawn_as_far_as_it_goes(self):
        self.pipeline("broken", "  a: {run: [\"true\"], timeuot: 1s}\n  b: {run: [\"true\"], needs: [gone]}\n")
        self.assertEqual(self.export("broken", "--svg", "out.svg").code, 0)
        self.write("pipelines/nothing.pipeline.yaml", "steps: [\n")
        result = self.export("nothing", "--svg", "nothing.svg")
        self.assertEqual(result.code, 2)
        self.assertIn("nothing.pipeline.yaml", result.err)
        self.assertFalse((self.folder / "nothing.svg").exists())

    def test_mistakes_of_the_words_are_said(self):
        for words, said in ((["digits"], "--svg"), (["gone", "--svg", "x.svg"], "gone"), (["digits", "--png", "x.png", "--scale", "much"], "much"),
                            (["digits", "--png", "x.png", "--scale", "1000"], "1000"), (["digits", "--png", "x.png", "--scale", "-1"], "-1")):
            result = self.export(*words)
            self.assertEqual(result.code, 2, words)
            self.assertIn(said, result.err)
            self.assertFalse((self.folder / words[-1]).exists())
        result = self.export("digits", "--png", "x.png", "--scale", "1000", "--json")
        self.assertEqual(result.json["error"]["id"], "cli.picture_large")

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_a_picture_that_cannot_be_written_leaves_the_old_one(self):
        folder = self.folder / "closed"
        folder.mkdir()
        (folder / "old.svg").write_text("old")
        folder.chmod(0o555)
        self.assertEqual(self.export("digits", "--svg", "closed/old.svg").code, 6)
        self.assertEqual((folder / "old.svg").read_text(), "old")

    def test_a_folder_that_is_not_there_is_named(self):
        result = self.export("digits", "--svg", "no/such/folder/out.svg")
        self.assertNotEqual(result.code, 0)
        self.assertIn("no/such/folder", result.err)


if __name__ == "__main__":
    unittest.main()
