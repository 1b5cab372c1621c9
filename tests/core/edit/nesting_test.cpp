#include "core/edit/nesting.h"
#include "core/check/check.h"
#include "tests/core/edit/example.h"

namespace penstock::edit {

namespace {

const std::string outerText = R"(penstock: 1
name: p
parameters:
  rows: {type: integer, default: 10}   # how many
defaults:
  env: {A: "1"}
steps:
  begin:
    run: ./begin
    values: {limit: {choices: [1, 2]}}

  # Reads the table.
  read:
    needs: [begin]
    run: [./read, --rows, "${{ params.rows }}", --limit, "${{ steps.begin.outputs.limit }}"]
    outputs: {table: data/table.csv}

  clean:
    run: ./clean   # slow
    inputs: {table: "${{ steps.read.outputs.table }}"}
    outputs: {table: data/clean.csv}

  use:
    needs: [clean]
    run: ./use
    inputs: {table: "${{ steps.clean.outputs.table }}"}
frames:
  - {title: Data, steps: [begin, read, clean]}
)";

Document outer() { return Document(outerText, "nodes:\n  read: [7, 8]\n  use: [9, 9]\n"); }

std::string refused(const Document& document, const std::vector<std::string>& steps)
{
    const auto done = collapse(document, steps, "part", "pipelines/part.pipeline.yaml");
    return done ? std::string() : done.error().message.id;
}

std::string steps(const std::string& text) { return "steps:\n" + text; }

// Errors of a document alone; what it opens is not looked at.
std::string firstError(const std::string& text)
{
    const auto read = format::readPipeline(text);
    for (const pipeline::Issue& issue : read.issues)
        return issue.what.id;
    for (const pipeline::Issue& issue : check::check(read.pipeline, read.places, text)) {
        if (issue.severity == pipeline::Severity::error)
            return issue.what.id;
    }
    return {};
}

} // namespace

TEST(Collapse, WhatCrossesTheBorderBecomesParametersAndOutputs)
{
    const auto done = collapse(outer(), {"read", "clean"}, "prepare", "pipelines/prepare.pipeline.yaml");
    ASSERT_TRUE(done) << done.error().message.id;
    EXPECT_EQ(done->inner, R"(penstock: 1
name: prepare
parameters:
  rows: {type: integer, default: 10}
  limit: {type: number}
defaults:
  env: {A: "1"}
steps:
  # Reads the table.
  read:
    run: [./read, --rows, "${{ params.rows }}", --limit, "${{ params.limit }}"]
    outputs: {table: data/table.csv}

  clean:
    run: ./clean   # slow
    inputs: {table: "${{ steps.read.outputs.table }}"}
    outputs: {table: data/clean.csv}
outputs: {table: "${{ steps.clean.outputs.table }}"}
)");
    const std::string text = done->outer.text();
    EXPECT_NE(text.find("  prepare:\n    needs: [begin]\n    pipeline:\n      file: pipelines/prepare.pipeline.yaml\n"
                        "      parameters: {rows: \"${{ params.rows }}\", limit: \"${{ steps.begin.outputs.limit }}\"}\n"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("    needs: [prepare]\n    run: ./use\n    inputs: {table: \"${{ steps.prepare.outputs.table }}\"}\n"), std::string::npos) << text;
    EXPECT_NE(text.find("steps: [begin, prepare]"), std::string::npos);
    EXPECT_EQ(done->outer.positions().at("prepare"), (format::NodePosition{7, 8}));
    EXPECT_EQ(firstError(text), "");
    EXPECT_EQ(firstError(done->inner), "");
}

TEST(Collapse, NamesTheReferenceThatPreventsIt)
{
    EXPECT_EQ(refused(outer(), {}), "edit.collapse_nothing");
    EXPECT_EQ(refused(outer(), {"clean"}), "edit.collapse_file");
    EXPECT_EQ(refused(outer(), {"begin", "clean"}), "edit.collapse_around");
    EXPECT_EQ(refused(outer(), {"nobody"}), "edit.no_step");
    EXPECT_EQ(refused(example(), {"better", "ask"}), "edit.collapse_branch_out");
    EXPECT_EQ(refused(example(), {"evaluate"}), "edit.collapse_result");
    EXPECT_EQ(refused(Document(steps("  a: {run: x}\n  b: {needs: [a], if: failure(), run: y}\n"), ""), {"b"}), "edit.collapse_status");
    EXPECT_EQ(refused(Document(steps("  a: {run: x}\n  b: {run: \"echo ${{ default(steps.a.outputs.n, 1) }}\"}\n"), ""), {"b"}), "edit.collapse_maybe");
    const auto taken = collapse(outer(), {"read", "clean"}, "use", "f");
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().message.id, "edit.step_exists");
}

TEST(Expand, IsTheReverseOfCollapse)
{
    const auto done = collapse(outer(), {"read", "clean"}, "prepare", "pipelines/prepare.pipeline.yaml");
    ASSERT_TRUE(done);
    const auto back = expand(done->outer, "prepare", done->inner);
    ASSERT_TRUE(back) << back.error().message.id;
    EXPECT_EQ(back->text(), outerText);
}

TEST(Expand, PutsValuesInAndNamesApart)
{
    const Document document(steps("  read: {run: x}\n  sub: {pipeline: {file: f, parameters: {n: 3, who: \"${{ params.a + 1 }}\"}}}\n"
                                  "  use: {needs: [sub], run: \"echo ${{ steps.sub.outputs.n }}\"}\n"),
                            "");
    const std::string inner = "parameters: {n: {type: integer}, who: {type: string}, k: {type: string, default: it's}}\nsteps:\n"
                              "  read: {run: \"echo ${{ params.n }} ${{ params.k }}\"} # reads\n"
                              "  last: {needs: [read], run: \"echo ${{ params.who }}\", values: {n: {}}}\noutputs: {n: \"${{ steps.last.outputs.n }}\"}\n";
    const auto done = expand(document, "sub", inner);
    ASSERT_TRUE(done) << done.error().message.id;
    EXPECT_EQ(done->text(), steps("  read: {run: x}\n  sub_read: {run: \"echo ${{ 3 }} ${{ 'it''s' }}\"} # reads\n"
                                  "  last: {needs: [sub_read], run: \"echo ${{ (params.a + 1) }}\", values: {n: {}}}\n"
                                  "  use: {needs: [last], run: \"echo ${{ steps.last.outputs.n }}\"}\n"));
}

TEST(Expand, SaysWhatPreventsIt)
{
    const auto why = [](const std::string& outerSteps, const std::string& inner) {
        const auto done = expand(Document(steps(outerSteps), ""), "s", inner);
        return done ? std::string() : done.error().message.id;
    };
    const std::string inner = steps("  a: {run: x}\n  b: {run: y}\n");
    EXPECT_EQ(why("  s: {run: x}\n", inner), "edit.expand_no_pipeline");
    EXPECT_EQ(why("  s: {pipeline: {file: f}}\n", "steps: ["), "edit.expand_unreadable");
    EXPECT_EQ(why("  s: {pipeline: {file: f}, advisory: true}\n", inner), "edit.expand_field");
    EXPECT_EQ(why("  s: {pipeline: {file: f}}\n", inner + "defaults: {timeout: 1h}\n"), "edit.expand_defaults");
    EXPECT_EQ(why("  s: {pipeline: {file: f}}\n", steps("  a: {run: \"echo ${{ params.n }}\"}\n")), "edit.expand_parameter");
    EXPECT_EQ(why("  s: {pipeline: {file: f}}\n  t: {run: \"echo ${{ steps.s.outputs.n }}\"}\n", inner), "edit.expand_result");
    EXPECT_EQ(why("  c: {choose: [{else: s}]}\n  s: {pipeline: {file: f}}\n", inner), "edit.expand_branch");
    EXPECT_EQ(why("  s: {pipeline: {file: f}}\n  t: {needs: [s], run: x}\n", steps("  a: {choose: [{else: b}]}\n  b: {run: x}\n")), "edit.expand_order");
    EXPECT_EQ(why("  s: {pipeline: {file: f}}\n", inner), "");
}

} // namespace penstock::edit
