#include "core/edit/difference.h"
#include "tests/core/edit/example.h"

namespace penstock::edit {

namespace {

Difference between(const std::string& before, const std::string& after)
{
    return difference(Document(before, "").pipeline(), Document(after, "").pipeline());
}

Difference afterEdit(const Edit& change)
{
    const auto done = edit::apply(example(), change);
    EXPECT_TRUE(done);
    return difference(example().pipeline(), done->pipeline());
}

} // namespace

TEST(Difference, IsNoneForWhatIsOnlyWrittenInAnotherWay)
{
    EXPECT_TRUE(between("steps:\n  a: {run: x, timeout: 60s}\n  b: {needs: [a], run: z}\n",
                        "# other\nsteps:\n  b:\n    run: 'z'\n    needs: a\n  a: {timeout: 1m, run: x, advisory: false}\n")
                    .isEmpty());
}

TEST(Difference, NamesTheFieldsOfAStepWithBothValues)
{
    const Difference found = between("steps:\n  a: {run: x, timeout: 1h, outputs: {m: {path: p, kind: model}}}\n",
                                     "steps:\n  a: {run: x, timeout: 2h, outputs: {m: {path: q, kind: model}}, cache: off}\n");
    ASSERT_EQ(found.steps.size(), 1u);
    EXPECT_EQ(found.steps[0].fate, Fate::changed);
    const std::vector<FieldChange> expected{{"outputs.m.path", "p", "q"}, {"cache", std::nullopt, "off"}, {"timeout", "1h", "2h"}};
    EXPECT_EQ(found.steps[0].fields, expected);
    EXPECT_TRUE(found.edges.empty());
}

TEST(Difference, StepsAndEdgesComeAndGo)
{
    const Difference found = between("steps:\n  a: {run: x}\n  b: {needs: [a], run: z}\n", "steps:\n  a: {run: x}\n  c: {needs: [a], wait: 1s}\n");
    ASSERT_EQ(found.steps.size(), 2u);
    EXPECT_EQ(found.steps[0], (PartDifference{"c", "", Fate::added, {}}));
    EXPECT_EQ(found.steps[1], (PartDifference{"b", "b", Fate::removed, {}}));
    const std::vector<EdgeDifference> edges{{LinkKind::order, "a", "c", Fate::added}, {LinkKind::order, "a", "b", Fate::removed}};
    EXPECT_EQ(found.edges, edges);
    EXPECT_EQ(found.step("a"), nullptr);
}

TEST(Difference, ARenamedStepIsNothingElseAndWhatFollowsItHasNotChanged)
{
    const Difference found = afterEdit(RenameStep{"train", "fit"});
    const std::vector<PartDifference> expected{{"fit", "train", Fate::renamed, {}}};
    EXPECT_EQ(found.steps, expected);
    EXPECT_TRUE(found.edges.empty());
    EXPECT_TRUE(found.document.empty()); // its name in a frame has followed
}

TEST(Difference, AChainOfRenamedStepsIsSeenThrough)
{
    const Difference found = between("steps:\n  a: {run: x}\n  b: {needs: [a], run: z}\n  c: {needs: [b], run: w, if: steps.b.state == 'x'}\n",
                                     "steps:\n  a2: {run: x}\n  b2: {needs: [a2], run: z}\n  c2: {needs: [b2], run: w, if: steps.b2.state == 'x'}\n");
    const std::vector<PartDifference> expected{{"a2", "a", Fate::renamed, {}}, {"b2", "b", Fate::renamed, {}}, {"c2", "c", Fate::renamed, {}}};
    EXPECT_EQ(found.steps, expected);
}

TEST(Difference, ParametersDefaultsAndKeysOfTheDocument)
{
    const Difference found = between("name: p\nparameters: {a: 1, b: {type: string}}\ndefaults: {env: {X: '1'}}\nsteps: {}\n",
                                     "name: q\nparameters: {a: 2, c: {type: string}}\ndefaults: {env: {X: '2'}, timeout: 1h}\nsteps: {}\n");
    const std::vector<FieldChange> document{{"name", "p", "q"}, {"defaults.env.X", "1", "2"}, {"defaults.timeout", std::nullopt, "1h"}};
    EXPECT_EQ(found.document, document);
    ASSERT_EQ(found.parameters.size(), 3u);
    EXPECT_EQ(found.parameters[0].fields, (std::vector<FieldChange>{{"default", 1, 2}}));
    EXPECT_EQ(found.parameters[1].fate, Fate::added);
    EXPECT_EQ(found.parameters[2].fate, Fate::removed);
}

TEST(Difference, AnEdgeKnowsItsKind)
{
    const Difference found = afterEdit(Connect{{.kind = LinkKind::failure, .from = "evaluate", .to = "train", .atMost = 2}});
    const std::vector<EdgeDifference> expected{{LinkKind::failure, "evaluate", "train", Fate::added}};
    EXPECT_EQ(found.edges, expected);
}

} // namespace penstock::edit
