// That every event goes through JSON unharmed is checked by the test world with each event of each story.
#include "core/engine/event_json.h"
#include "core/engine/state.h"

#include <gtest/gtest.h>

namespace penstock::engine {

namespace {

const AttemptId attempt{{"digits", 42}, {"train", 1, -1}, 2};

TEST(EventJson, NamesAndFieldsAreStable)
{
    AttemptEnded ended;
    ended.attempt = attempt;
    ended.outcome = {OutcomeKind::exited, 3, 0, {"engine.exited", {{"code", "3"}}}};
    EXPECT_EQ(typeOf(ended), "attempt.ended");
    EXPECT_EQ(dumpJson(payloadOf(ended)), R"({"attempt":"digits-42/train/2","outcome":{"code":3,"kind":"exited",)"
                                          R"("why":{"arguments":[["code","3"]],"id":"engine.exited"}}})");
    EXPECT_EQ(dumpJson(payloadOf(AttemptPlanned{attempt, {0, 1}, {"build/model"}})),
              R"({"attempt":"digits-42/train/2","claims":["build/model"],"slots":[0,1]})");
}

TEST(EventJson, ARunIsReadBackWithItsCode)
{
    RunCreated created;
    created.run = attempt.run;
    created.pipeline = {{"name", "digits"}};
    created.source = {{"commit", "4f2a"}, {"dirty", true}};
    created.checkout = Checkout{"digits-41", "v1", "4f2a", "work", ArtifactRef{sha256("x"), ArtifactShape::file, 1}};
    created.reproduces = "digits-3";
    const auto back = std::get<RunCreated>(*eventFrom(typeOf(created), payloadOf(created)));
    EXPECT_EQ(back.source, created.source);
    EXPECT_EQ(back.checkout, created.checkout);
    EXPECT_EQ(back.reproduces, "digits-3");
}

TEST(EventJson, ARunOfAnOlderVersionWorksInTheWorkspaceAndKnowsNoCode)
{
    const auto back = std::get<RunCreated>(*eventFrom("run.created", {{"run", "digits-1"}, {"pipeline", {{"name", "digits"}}}}));
    EXPECT_TRUE(back.source.is_null());
    EXPECT_FALSE(back.checkout);
}

TEST(EventJson, ATypeOfANewerVersionIsUnsupportedNotForeign)
{
    EXPECT_EQ(eventFrom("attempt.paused", Json::object()).error().code, ErrorCode::unsupported);
    EXPECT_TRUE(isEngineType("attempt.paused"));
    EXPECT_FALSE(isEngineType("registry.versionRegistered"));
}

TEST(EventJson, AFieldThatIsMissingOrWrongIsNamed)
{
    const auto missing = eventFrom("attempt.started", Json::object());
    EXPECT_EQ(missing.error().code, ErrorCode::corrupt);
    EXPECT_EQ(missing.error().message.arguments.back().second, "attempt");
    const Json wrong{{"run", "digits-1"}, {"state", "exploded"}};
    EXPECT_EQ(eventFrom("run.ended", wrong).error().message.arguments.back().second, "state");
    EXPECT_FALSE(eventFrom("attempt.planned", {{"attempt", "digits-1/a/1"}, {"slots", {-1}}}).ok());
    EXPECT_FALSE(eventFrom("run.ended", Json::array({1, 2})).ok());
    EXPECT_FALSE(eventFrom("instance.ended", nullptr).ok());
}

TEST(EventJson, FieldsOfANewerVersionArePassedOver)
{
    const Json payload{{"attempt", attempt.text()}, {"pid", 7}, {"host", "gpu-1"}};
    const auto event = eventFrom("attempt.started", payload);
    ASSERT_TRUE(event.ok());
    EXPECT_EQ(std::get<AttemptStarted>(*event).pid, 7);
}

TEST(EventJson, ARequestIsReadBackAsItWas)
{
    ApprovalRequested asked;
    asked.request = {{"digits", 42}, {"ask", 1, -1}, 3};
    asked.digest = sha256("x");
    asked.subject = {{"question", "?"}, {"candidate", nullptr}};
    asked.approvers = {"lead", "ann"};
    asked.expires = Instant(Duration(1'700'000'000'123));
    const auto back = eventFrom(typeOf(asked), payloadOf(asked));
    ASSERT_TRUE(back.ok());
    const auto& read = std::get<ApprovalRequested>(*back);
    EXPECT_EQ(read.request, asked.request);
    EXPECT_EQ(read.digest, asked.digest);
    EXPECT_EQ(read.subject, asked.subject);
    EXPECT_EQ(read.approvers, asked.approvers);
    EXPECT_EQ(read.expires, asked.expires);
}

TEST(EventJson, FactsAboutUnknownRunsFoldToNothing)
{
    WorkspaceState state;
    for (const Event& event : std::initializer_list<Event>{
             AttemptPlanned{attempt, {0}, {"x"}}, RunEnded{{"digits", 42}, RunState::failed},
             ApprovalDecided{{{"digits", 42}, {"ask", 1, -1}, 1}, Verdict::approved, {}, "ann", ""}})
        apply(state, event, {}, "engine");
    EXPECT_TRUE(state.occupied.empty() && state.claims.empty() && state.runs.empty() && state.requests.empty());
}

} // namespace

} // namespace penstock::engine
