#include "drafts.h"

#include <gtest/gtest.h>

using namespace penstock;
using namespace penstock::check;
using namespace penstock::pipeline;

namespace {

Pipeline listening(std::vector<Trigger> triggers)
{
    Pipeline pipeline = draft({command("a")});
    Parameter rows;
    rows.name = "rows";
    rows.type = ParameterType::integer;
    pipeline.parameters.push_back(rows);
    commandOf(pipeline, "a").arguments.push_back("${{ params.rows }}");
    pipeline.triggers = std::move(triggers);
    return pipeline;
}

} // namespace

TEST(Triggers, WhatIsRightIsFine)
{
    EXPECT_EQ(found(listening({{"data.arrived", "event.rows > 3", {{"rows", "${{ event.rows }}"}}}, {"night", "", {{"rows", 5}}}})), "");
}

TEST(Triggers, NamesOfEventsAreWordsWithDots)
{
    EXPECT_EQ(found(listening({{"data arrived", "", {{"rows", 1}}}})), "error on.event check.bad_event_name");
    EXPECT_EQ(found(listening({{"data..arrived", "", {{"rows", 1}}}})), "error on.event check.bad_event_name");
}

TEST(Triggers, ParametersMustBeThereAndFit)
{
    EXPECT_EQ(found(listening({{"a", "", {{"row", 1}, {"rows", "many"}}}})), "error on.parameters.row check.unknown_parameter\n"
                                                                                "error on.parameters.rows parameter.wrong_type");
    const Issue missing = only(listening({{"a", "", {}}}));
    EXPECT_EQ(missing.what.id, "check.trigger_parameter_missing");
    EXPECT_EQ(argument(missing.mend, "text"), "parameters: {rows: \"${{ event.rows }}\"}");
}

TEST(Triggers, SpeakOfTheEventAndNothingElseDoes)
{
    EXPECT_EQ(found(listening({{"a", "params.rows > 1", {{"rows", "${{ steps.a.outputs.x }}"}}}})), "error on.if check.no_event\n"
                                                                                                       "error on.parameters.rows check.no_event");
    Pipeline pipeline = listening({{"a", "success()", {{"rows", 1}}}});
    EXPECT_EQ(found(pipeline), "error on.if check.status_of_trigger");
    pipeline.triggers.clear();
    commandOf(pipeline, "a").arguments.push_back("${{ event.rows }}");
    EXPECT_EQ(only(pipeline).what.id, "check.event_in_step");
}

TEST(Triggers, OneThatIsNeverAskedIsToldOf)
{
    EXPECT_EQ(found(listening({{"a", "", {{"rows", 1}}}, {"a", "event.x", {{"rows", 2}}}})), "warning on.1 check.trigger_never_asked");
}
