#include "core/registry/decide.h"

#include <gtest/gtest.h>

namespace penstock::registry {

namespace {

const ModelLine digits{"digits", 1};

class Registry : public testing::Test {
protected:
    RegistryState state;

    void fold(const std::vector<Event>& events)
    {
        for (const Event& event : events) {
            const auto reread = eventFrom(typeOf(event), payloadOf(event));
            ASSERT_TRUE(reread) << typeOf(event);
            apply(state, *reread, Instant{}, "user:lead");
        }
    }

    VersionId add(const std::string& run)
    {
        const auto made = registerVersion(state, {digits, {sha256(run), ArtifactShape::file, 1}, run, "record"});
        fold(made.events);
        return made.version;
    }

    Result<std::vector<Event>> toProduction(const VersionId& version, const std::string& expected)
    {
        auto events = promote(state, {version, Stage::production, expected, "lead", "better", "digits-1"});
        if (events)
            fold(*events);
        return events;
    }
};

} // namespace

TEST_F(Registry, NumbersCountUpAsNumbersNotAsText)
{
    for (int i = 1; i <= 11; ++i)
        EXPECT_EQ(add("digits-" + std::to_string(i)).number(), "1." + std::to_string(i));
}

TEST_F(Registry, AStepRegistersOnce)
{
    const VersionId first = add("digits-1");
    EXPECT_EQ(add("digits-1"), first);
    EXPECT_EQ(state.line(digits)->versions.size(), 1u);
}

TEST_F(Registry, PromotionArchivesTheOldVersionInTheSameBatch)
{
    const VersionId first = add("digits-1");
    const VersionId second = add("digits-2");
    ASSERT_TRUE(toProduction(first, ""));
    const auto events = toProduction(second, "1.1");
    ASSERT_TRUE(events);
    EXPECT_EQ(events->size(), 2u);
    EXPECT_EQ(state.version(first)->stage, Stage::archived);
    EXPECT_EQ(state.line(digits)->inProduction()->id, second);
}

TEST_F(Registry, PromotionIsRefusedWhenProductionMovedMeanwhile)
{
    const VersionId first = add("digits-1");
    const VersionId second = add("digits-2");
    const VersionId third = add("digits-3");
    ASSERT_TRUE(toProduction(first, ""));
    ASSERT_TRUE(toProduction(second, "1.1"));
    const auto late = toProduction(third, "1.1");
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::conflict);
    EXPECT_EQ(state.line(digits)->inProduction()->id, second);
}

TEST_F(Registry, PromotingWhatIsThereChangesNothing)
{
    const VersionId first = add("digits-1");
    ASSERT_TRUE(toProduction(first, ""));
    const auto again = toProduction(first, "");
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->empty());
}

TEST_F(Registry, AnUnknownVersionIsNotFound)
{
    EXPECT_EQ(toProduction({digits, 7}, "").error().code, ErrorCode::notFound);
}

TEST_F(Registry, FactsSayWhatIsInProduction)
{
    EXPECT_EQ(productionFacts(state, digits), Json({{"exists", false}}));
    const VersionId first = add("digits-1");
    ASSERT_TRUE(toProduction(first, ""));
    EXPECT_EQ(productionFacts(state, digits)["version"], "digits 1.1");
    EXPECT_EQ(productionFacts(state, digits)["run"], "digits-1");
}

TEST_F(Registry, HistoryNamesWhoAndWhy)
{
    const VersionId first = add("digits-1");
    ASSERT_TRUE(toProduction(first, ""));
    const auto& history = state.version(first)->history;
    ASSERT_EQ(history.size(), 1u);
    EXPECT_EQ(history[0].person, "lead");
    EXPECT_EQ(history[0].comment, "better");
    EXPECT_EQ(history[0].actor, "user:lead");
}

TEST(RegistryEvents, RefuseWhatTheyCannotRead)
{
    EXPECT_EQ(eventFrom("registry.stageChanged", Json::object()).error().code, ErrorCode::corrupt);
    EXPECT_EQ(eventFrom("registry.somethingNew", Json::object()).error().code, ErrorCode::unsupported);
}

} // namespace penstock::registry
