#include "core/edit/linking.h"
#include "tests/core/edit/example.h"

namespace penstock::edit {

namespace {

Link order(const std::string& from, const std::string& to) { return {.kind = LinkKind::order, .from = from, .to = to}; }

Link data(const std::string& from, const std::string& to, const std::string& output = {}, const std::string& input = {})
{
    return {.kind = LinkKind::data, .from = from, .to = to, .output = output, .input = input};
}

Link branch(const std::string& from, const std::string& to, const std::string& condition = {}, std::optional<int> atMost = {})
{
    return {.kind = LinkKind::branch, .from = from, .to = to, .condition = condition, .atMost = atMost};
}

Link failure(const std::string& from, const std::string& to, std::optional<int> atMost = {})
{
    return {.kind = LinkKind::failure, .from = from, .to = to, .atMost = atMost};
}

std::string why(const Link& link)
{
    const auto may = mayConnect(example().pipeline(), link);
    return may ? std::string() : may.error().message.id;
}

} // namespace

TEST(Connect, OrderGoesIntoNeeds)
{
    EXPECT_EQ(after(example(), Connect{order("evaluate", "better")}), replaced(exampleText, "needs: [record]", "needs: [record, evaluate]"));
    EXPECT_EQ(after(example(), Connect{order("better", "ask")}), replaced(exampleText, "  ask:\n", "  ask:\n    needs: [better]\n"));
    EXPECT_EQ(after(example(), Connect{order("prepare", "train")}), exampleText);
}

TEST(Connect, DataGoesIntoInputsUnderAFreeName)
{
    EXPECT_EQ(after(example(), Connect{data("prepare", "train", "test")}),
              replaced(exampleText, "outputs.train }}\"}", "outputs.train }}\", test: \"${{ steps.prepare.outputs.test }}\"}"));
    EXPECT_EQ(after(example(), Connect{data("train", "evaluate")}),
              replaced(exampleText, "outputs.test }}'\n", "outputs.test }}'\n      model_2: ${{ steps.train.outputs.model }}\n"));
    const Document fresh("steps:\n  a:\n    run: x\n    outputs: {m: b/m}\n  b:\n    run: y\n    timeout: 1h\n", "");
    EXPECT_EQ(after(fresh, Connect{data("a", "b")}),
              "steps:\n  a:\n    run: x\n    outputs: {m: b/m}\n  b:\n    run: y\n    inputs: {m: \"${{ steps.a.outputs.m }}\"}\n    timeout: 1h\n");
}

TEST(Connect, DataOfAnInputThatIsTakenReplacesIt)
{
    EXPECT_EQ(after(example(), Connect{data("prepare", "train", "test", "data")}), replaced(exampleText, "outputs.train }}\"}", "outputs.test }}\"}"));
}

TEST(Connect, ABranchStandsBeforeTheElse)
{
    EXPECT_EQ(after(example(), Connect{branch("better", "stop", "params.fast")}),
              replaced(exampleText, "      - else: stop\n", "      - {if: params.fast, then: stop}\n      - else: stop\n"));
    Link aimed = branch("better", "stop");
    aimed.branch = 1;
    EXPECT_EQ(after(example(), Connect{aimed}), replaced(exampleText, "then: prepare, at_most: 2", "then: stop"));
}

TEST(Connect, RoutesAfterFailureAndRejection)
{
    EXPECT_EQ(after(example(), Connect{failure("evaluate", "train", 3)}),
              replaced(exampleText, "  evaluate:\n", "  evaluate:\n    on_failure: {goto: train, at_most: 3}\n"));
    EXPECT_EQ(after(example(), Connect{{.kind = LinkKind::reject, .from = "ask", .to = "record"}}), replaced(exampleText, "on_reject: stop", "on_reject: record"));
}

TEST(Disconnect, TakesOutWhatConnectWrote)
{
    for (const Link& link : {order("evaluate", "better"), order("better", "ask"), data("prepare", "train", "test", "test"), failure("evaluate", "train", 3),
                             branch("better", "stop", "params.fast")}) {
        Link cut = link;
        if (cut.kind == LinkKind::branch)
            cut.branch = 2;
        const auto connected = apply(example(), Connect{link});
        ASSERT_TRUE(connected);
        EXPECT_EQ(after(*connected, Disconnect{cut}), exampleText);
    }
}

TEST(Disconnect, SaysWhatCannotBeTakenOut)
{
    EXPECT_EQ(refusal(example(), Disconnect{order("ask", "stop")}), "edit.link_missing");
    EXPECT_EQ(refusal(example(), Disconnect{data("prepare", "train")}), "edit.link_in_text");
    EXPECT_EQ(after(example(), Disconnect{data("train", "record")}), replaced(exampleText, "artifact: \"${{ steps.train.outputs.model }}\"", "artifact: \"\""));
}

TEST(Reconnect, MovesAnEndInItsPlace)
{
    EXPECT_EQ(after(example(), Reconnect{order("prepare", "train"), order("evaluate", "train")}),
              replaced(exampleText, "needs: [prepare] ", "needs: [evaluate] "));
    EXPECT_EQ(after(example(), Reconnect{data("prepare", "evaluate", "test", "data"), data("train", "evaluate", "model")}),
              replaced(exampleText, "steps.prepare.outputs.test }}'", "steps.train.outputs.model }}'"));
    EXPECT_EQ(after(example(), Reconnect{branch("better", "ask"), branch("better", "record")}), replaced(exampleText, "then: ask", "then: record"));
    EXPECT_EQ(after(example(), Reconnect{order("record", "better"), order("record", "ask")}),
              replaced(replaced(exampleText, "    needs: [record]\n", ""), "  ask:\n", "  ask:\n    needs: [record]\n"));
}

TEST(LinkRules, LetsThroughWhatMakesSense)
{
    EXPECT_EQ(why(order("evaluate", "better")), "");
    EXPECT_EQ(why(data("prepare", "evaluate", "train")), "");
    EXPECT_EQ(why(data("evaluate", "record", "metrics", "metrics")), "edit.link_exists");
    EXPECT_EQ(why(branch("better", "train", "params.again", 3)), "");
    EXPECT_EQ(why(failure("evaluate", "train", 1)), "");
    EXPECT_EQ(why(failure("evaluate", "evaluate", 1)), "");
}

TEST(LinkRules, SaysWhyNot)
{
    EXPECT_EQ(why(order("train", "train")), "edit.link_itself");
    EXPECT_EQ(why(order("prepare", "train")), "edit.link_exists");
    EXPECT_EQ(why(order("evaluate", "prepare")), "edit.link_circle");
    EXPECT_EQ(why(order("stop", "ask")), "edit.link_after_end");
    EXPECT_EQ(why(order("nobody", "ask")), "edit.no_step");
    EXPECT_EQ(why(data("prepare", "evaluate")), "edit.link_which_output");
    EXPECT_EQ(why(data("prepare", "evaluate", "tset")), "edit.link_no_such_output");
    EXPECT_EQ(why(data("prepare", "better", "test")), "edit.link_no_input");
    EXPECT_EQ(why(data("record", "evaluate")), "edit.link_nothing_fits");
    EXPECT_EQ(why(data("record", "evaluate", "version")), "edit.link_not_a_file");
    EXPECT_EQ(why(data("ask", "evaluate")), "edit.link_no_output");
    EXPECT_EQ(why(branch("better", "train", "params.again")), "edit.link_needs_bound");
    EXPECT_EQ(why(branch("better", "stop", "params.again", 2)), "edit.link_leads_forward");
    EXPECT_EQ(why(branch("better", "ask")), "edit.link_has_else");
    EXPECT_EQ(why(branch("train", "ask")), "edit.link_not_a_choice");
    EXPECT_EQ(why(failure("stop", "ask")), "edit.link_cannot_fail");
    EXPECT_EQ(why(failure("evaluate", "train", 0)), "edit.link_bad_bound");
    EXPECT_EQ(why({.kind = LinkKind::reject, .from = "train", .to = "stop"}), "edit.link_not_an_approval");
}

TEST(LinkRules, KnowsWhatStepsGiveAndTake)
{
    const LinkRules rules(example().pipeline());
    EXPECT_EQ(rules.outputsOf("evaluate"), std::vector<std::string>{"metrics"});
    EXPECT_EQ(rules.inputsOf("record"), (std::vector<std::string>{"artifact", "metrics"}));
    EXPECT_TRUE(rules.leadsBack(branch("better", "prepare")));
    EXPECT_FALSE(rules.leadsBack(branch("better", "stop")));
}

} // namespace penstock::edit
