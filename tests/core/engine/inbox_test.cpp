// Events from outside: received once, handled once, each pipeline started at most once.
#include "world.h"

#include "core/engine/trigger.h"
#include "core/pipeline/document_json.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

using test::Graph;
using test::World;
using What = EventOutcome::What;

EventReceived arrival(const std::string& key, Json data = {{"rows", 3}}) { return {{}, "data.arrived", key, std::move(data), {}, {}}; }

HandleEvent::Match starting(const Graph& graph, const std::string& file)
{
    RunCreated run;
    run.run.pipeline = "g";
    run.pipeline = pipeline::toJson(graph.pipeline());
    run.file = file;
    return {{file, What::started, {}, {}}, run};
}

pipeline::Pipeline listening(std::vector<pipeline::Trigger> triggers)
{
    pipeline::Pipeline pipeline;
    pipeline.triggers = std::move(triggers);
    return pipeline;
}

TEST(Inbox, AnEventWaitsUntilItIsHandledAndThenStartsItsRunsInOneGo)
{
    World world(2);
    ASSERT_TRUE(world.give(ReceiveEvent{arrival("a")}));
    EXPECT_FALSE(isIdle(world.state()));
    EXPECT_EQ(world.story(), "received event-1 data.arrived");
    ASSERT_TRUE(world.give(HandleEvent{{1}, {starting(Graph("a"), "one.yaml"), {{"two.yaml", What::passedOver, {}, {"engine.trigger_did_not_hold", {}}}, {}},
                                             starting(Graph("b"), "three.yaml")}}));
    EXPECT_EQ(world.state().runs.size(), 2u);
    const InboxEvent& event = *world.state().inbox.find({1});
    EXPECT_EQ(event.state(), InboxEvent::State::started);
    EXPECT_EQ(event.outcomes[0].run, "g-1");
    EXPECT_EQ(event.outcomes[1].what, What::passedOver);
    EXPECT_EQ(event.outcomes[2].run, "g-2");
    EXPECT_EQ(world.state().run({"g", 2})->event, "event-1");
    EXPECT_TRUE(world.state().inbox.open.empty());
}

TEST(Inbox, TheSameKeyAgainIsTheSameEventWhateverItSays)
{
    World world;
    ASSERT_TRUE(world.give(ReceiveEvent{arrival("a")}));
    ASSERT_TRUE(world.give(ReceiveEvent{arrival("a", {{"rows", 4}})}));
    ASSERT_TRUE(world.give(ReceiveEvent{arrival("b")}));
    EventReceived other = arrival("a");
    other.name = "model.arrived"; // a key is of one kind of event
    ASSERT_TRUE(world.give(ReceiveEvent{other}));
    EXPECT_EQ(world.story(), "received event-1 data.arrived | repeated event-1 | received event-2 data.arrived | received event-3 model.arrived");
    EXPECT_EQ(world.state().inbox.find({1})->repeats, 1);
    EXPECT_EQ(world.state().inbox.find({1})->data, (Json{{"rows", 3}}));
}

TEST(Inbox, EventsWithoutAKeyAreAllNew)
{
    World world;
    ASSERT_TRUE(world.give(ReceiveEvent{arrival({})}));
    ASSERT_TRUE(world.give(ReceiveEvent{arrival({})}));
    EXPECT_EQ(world.state().inbox.events.size(), 2u);
}

TEST(Inbox, ACommandThatIsRepeatedIsNoSecondEventAndNoRepetition)
{
    World world;
    EventReceived event = arrival({});
    event.order = "order-1";
    ASSERT_TRUE(world.give(ReceiveEvent{event}));
    ASSERT_TRUE(world.give(ReceiveEvent{event}));
    EXPECT_EQ(world.story(), "received event-1 data.arrived");
}

TEST(Inbox, ARunThatIsRefusedIsToldAndHoldsUpNoOther)
{
    World world;
    ASSERT_TRUE(world.give(ReceiveEvent{arrival("a")}));
    HandleEvent::Match broken = starting(Graph("a"), "broken.yaml");
    broken.run->to = {"nowhere"};
    ASSERT_TRUE(world.give(HandleEvent{{1}, {broken, starting(Graph("a"), "whole.yaml")}}));
    const InboxEvent& event = *world.state().inbox.find({1});
    EXPECT_EQ(event.state(), InboxEvent::State::failed);
    EXPECT_EQ(event.outcomes[0].why.id, "engine.selected_unknown");
    EXPECT_EQ(event.outcomes[1].run, "g-1");
}

TEST(Inbox, AnEventThatNobodyListensToIsHandledToo)
{
    World world;
    ASSERT_TRUE(world.give(ReceiveEvent{arrival("a")}));
    ASSERT_TRUE(world.give(HandleEvent{{1}, {}}));
    EXPECT_EQ(world.state().inbox.find({1})->state(), InboxEvent::State::unmatched);
    EXPECT_TRUE(isIdle(world.state()));
    EXPECT_EQ(world.give(HandleEvent{{7}, {}}).error().code, ErrorCode::notFound);
}

TEST(Inbox, TakesNoMoreThanItCanHold)
{
    WorkspaceState state;
    Batch batch;
    for (std::size_t i = 0; i < mostOpenEvents; ++i)
        ASSERT_TRUE(decide(state, ReceiveEvent{arrival({})}, Instant{}, batch));
    EXPECT_EQ(decide(state, ReceiveEvent{arrival({})}, Instant{}, batch).error().message.id, "engine.inbox_full");
}

TEST(Trigger, TheFirstThatHoldsGivesTheParameters)
{
    const auto pipeline = listening({{"data.arrived", "event.rows > 100", {{"size", "large"}}},
                                     {"data.arrived", "", {{"size", "small"}, {"rows", "${{ event.rows }}"}, {"label", "n=${{ event.rows }}"}, {"c", 2.5}}}});
    const auto small = askTriggers(pipeline, "data.arrived", {{"rows", 3}});
    ASSERT_TRUE(small);
    EXPECT_TRUE(small->starts);
    EXPECT_EQ(small->parameters, (Json{{"size", "small"}, {"rows", 3}, {"label", "n=3"}, {"c", 2.5}}));
    EXPECT_EQ(askTriggers(pipeline, "data.arrived", {{"rows", 300}})->parameters, (Json{{"size", "large"}}));
    EXPECT_FALSE(askTriggers(pipeline, "data.left", {{"rows", 3}})->listens);
}

TEST(Trigger, SaysWhenNoneHoldsAndWhyItCannotBeSaid)
{
    const auto pipeline = listening({{"a", "event.rows > 100", {{"rows", "${{ event.count }}"}}}});
    const auto passed = askTriggers(pipeline, "a", {{"rows", 3}});
    ASSERT_TRUE(passed);
    EXPECT_TRUE(passed->listens);
    EXPECT_FALSE(passed->starts);
    EXPECT_EQ(askTriggers(pipeline, "a", Json::object()).error().code, ErrorCode::notFound);
    EXPECT_EQ(askTriggers(pipeline, "a", {{"rows", 300}}).error().code, ErrorCode::notFound);
    EXPECT_FALSE(askTriggers(pipeline, "a", {{"rows", "many"}}).ok());
}

} // namespace

} // namespace penstock::engine
