#include "core/store/metric_database.h"

#include "core/store/metric_reader.h"
#include "tests/core/store/child_process.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <limits>

using namespace penstock;
using namespace penstock::store;
using namespace penstock::tracking;

namespace {

const AttemptId train = *AttemptId::parse("digits-42/train/1");
const Instant noon{Duration(1'700'000'000'000)};

std::string shown(const LoggedSeries& series)
{
    std::string text = series.of + '/' + series.name + '(' + std::to_string(series.points) + "):";
    for (const SeriesPoint& point : series.values)
        text += ' ' + std::to_string(point.step) + '=' +
                (std::isfinite(point.value) ? std::to_string(point.value).substr(0, 4)
                 : std::isnan(point.value)  ? "nan"
                                            : "inf");
    return text;
}

class MetricDatabaseTest : public testing::Test {
protected:
    MetricDatabaseTest() { reopen(); }

    void reopen()
    {
        database.reset();
        auto opened = MetricDatabase::open(folder.path());
        ASSERT_TRUE(opened) << opened.error().message.id << opened.error().detail;
        database = std::move(*opened);
    }

    std::size_t log(const std::vector<MetricPoint>& points, const std::string& of = {},
                    const AttemptId& attempt = train)
    {
        EXPECT_TRUE(database->begin());
        const auto id = database->attempt(attempt);
        const auto added = database->add(*id, of, points, noon);
        EXPECT_TRUE(added);
        EXPECT_TRUE(database->commit());
        return *added;
    }

    Logged read(LoggedQuestion question = {train, {}, {}})
    {
        auto logged = readLogged(folder.path(), question);
        EXPECT_TRUE(logged) << logged.error().message.id << logged.error().detail;
        return logged ? *logged : Logged{};
    }

    std::string all(LoggedQuestion question = {train, {}, {}})
    {
        std::string text;
        for (const LoggedSeries& series : read(std::move(question)).series)
            text += shown(series) + '\n';
        return text;
    }

    test::TemporaryFolder folder;
    std::unique_ptr<MetricDatabase> database;
};

MetricPoint point(const std::string& name, std::int64_t step, double value, std::int64_t at = 0)
{
    return {name, step, value, noon + Duration(at)};
}

} // namespace

TEST_F(MetricDatabaseTest, KeepsSeriesOfEachAttemptApart)
{
    log({point("loss", 1, 0.5), point("acc", 1, 0.9), point("loss", 2, 0.25)});
    log({point("loss", 1, 9)}, "seed 2");
    log({point("loss", 1, 7)}, {}, *AttemptId::parse("digits-42/train/2"));
    EXPECT_EQ(all(), "/acc(1): 1=0.90\n/loss(2): 1=0.50 2=0.25\nseed 2/loss(1): 1=9.00\n");
    EXPECT_EQ(all({*AttemptId::parse("digits-43/train/1"), {}, {}}), "");
}

TEST_F(MetricDatabaseTest, APointThatIsSentAgainIsThereOnce)
{
    EXPECT_EQ(log({point("loss", 1, 0.5), point("loss", 1, 0.5)}), 1u);
    reopen();
    EXPECT_EQ(log({point("loss", 1, 0.5), point("loss", 1, 0.6)}), 1u);
    EXPECT_EQ(all(), "/loss(2): 1=0.50 1=0.60\n");
}

TEST_F(MetricDatabaseTest, WhatIsNotFiniteIsKeptButIsNoFinalValue)
{
    log({point("a", 1, 0.5), point("a", 2, std::numeric_limits<double>::quiet_NaN()),
         point("b", 1, std::numeric_limits<double>::infinity()), point("b", 2, 3)});
    EXPECT_EQ(all(), "/a(2): 1=0.50 2=nan\n/b(2): 1=inf 2=3.00\n");
    ASSERT_TRUE(database->begin());
    EXPECT_EQ(*database->finalValues(*database->attempt(train)), (std::map<std::string, double>{{"b", 3.0}}));
    database->rollBack();
}

TEST_F(MetricDatabaseTest, AReaderGetsWhatCameAfterWhatItKnows)
{
    log({point("loss", 1, 0.5), point("loss", 2, 0.4)});
    const auto first = read();
    LoggedQuestion next{train, {}, {{{"", "loss"}, first.series[0].place}}};
    EXPECT_EQ(all(next), "/loss(2):\n");
    log({point("loss", 3, 0.3), point("loss", 4, 0.2)});
    EXPECT_EQ(all(next), "/loss(4): 3=0.30 4=0.20\n");
    EXPECT_TRUE(read(next).series[0].continues);
    log({point("loss", 0, 0.9)}); // before what is known: the whole is given anew
    EXPECT_EQ(all(next), "/loss(5): 0=0.90 1=0.50 2=0.40 3=0.30 4=0.20\n");
    EXPECT_FALSE(read(next).series[0].continues);
}

TEST_F(MetricDatabaseTest, WithoutAnOwnerNothingIsLeftBehindByReading)
{
    log({point("loss", 1, 0.5)});
    database.reset();
    EXPECT_EQ(all(), "/loss(1): 1=0.50\n");
    EXPECT_FALSE(std::filesystem::exists(folder / "metrics.db-wal"));
    EXPECT_FALSE(std::filesystem::exists(folder / "metrics.db-shm"));
}

TEST_F(MetricDatabaseTest, WhereNothingWasLoggedThereIsNothingToRead)
{
    const test::TemporaryFolder empty;
    const auto logged = readLogged(empty.path(), {train, {}, {}});
    ASSERT_TRUE(logged);
    EXPECT_TRUE(logged->series.empty());
}

TEST_F(MetricDatabaseTest, ADamagedFileIsMovedAwayAndBegunAnew)
{
    log({point("loss", 1, 0.5)});
    database.reset();
    std::ofstream(folder / "metrics.db", std::ios::trunc) << "no database at all, but long enough to be taken for one";
    reopen();
    EXPECT_EQ(all(), "");
    EXPECT_FALSE(std::filesystem::is_empty(folder / "quarantine"));
    log({point("loss", 2, 0.25)});
    EXPECT_EQ(all(), "/loss(1): 2=0.25\n");
}

TEST_F(MetricDatabaseTest, WhatIsUndoneLeavesNoTrace)
{
    log({point("loss", 1, 0.5)});
    ASSERT_TRUE(database->begin());
    const auto id = database->attempt(train);
    const std::vector<MetricPoint> points{point("loss", 2, 0.4), point("new", 1, 1)};
    ASSERT_TRUE(database->add(*id, {}, points, noon));
    database->rollBack();
    EXPECT_EQ(all(), "/loss(1): 1=0.50\n");
    EXPECT_EQ(log({point("loss", 2, 0.4), point("new", 1, 1)}), 2u);
}

TEST_F(MetricDatabaseTest, WhatARunLoggedIsRemovedAPartAtATime)
{
    const AttemptId again = *AttemptId::parse("digits-42/train/2"), other = *AttemptId::parse("digits-420/train/1");
    std::vector<MetricPoint> many;
    for (int i = 0; i < 60'000; ++i)
        many.push_back(point("loss", i, 1));
    log(many);
    log({point("loss", 1, 0.5)}, "trial", again);
    log({point("loss", 1, 0.5)}, {}, other);
    int parts = 0;
    for (bool isGone = false; !isGone; ++parts) {
        ASSERT_LT(parts, 10);
        ASSERT_TRUE(database->begin());
        const auto removed = database->removeSome(train.run);
        ASSERT_TRUE(removed);
        isGone = *removed;
        ASSERT_TRUE(database->commit());
    }
    EXPECT_GT(parts, 3) << "two parts of the first attempt, one of the second, and a look that finds nothing";
    EXPECT_EQ(all(), "");
    EXPECT_EQ(all({again, {}, {}}), "");
    EXPECT_EQ(all({other, {}, {}}), "/loss(1): 1=0.50\n");
    log({point("loss", 2, 0.25)});
    EXPECT_EQ(all(), "/loss(1): 2=0.25\n");
}

TEST_F(MetricDatabaseTest, WhatWasCommittedOutlivesAKilledProcess)
{
    const std::string path = folder.path();
    database.reset();
    test::ChildProcess child([path] {
        auto opened = MetricDatabase::open(path);
        (void)(*opened)->begin();
        const auto id = (*opened)->attempt(train);
        const std::vector<MetricPoint> first{point("loss", 1, 0.5)}, second{point("loss", 2, 0.4)};
        (void)(*opened)->add(*id, {}, first, noon);
        (void)(*opened)->commit();
        (void)(*opened)->begin();
        (void)(*opened)->add(*id, {}, second, noon);
        return ::raise(SIGKILL);
    });
    EXPECT_EQ(child.wait(), 128 + SIGKILL);
    EXPECT_EQ(all(), "/loss(1): 1=0.50\n"); // without a living owner
    reopen();
    EXPECT_EQ(all(), "/loss(1): 1=0.50\n");
}

TEST_F(MetricDatabaseTest, AnAttemptHasSoManySeriesAndNoMore)
{
    std::vector<MetricPoint> points;
    for (std::size_t i = 0; i < maximumSeries + 5; ++i)
        points.push_back(point("m" + std::to_string(i), 1, 1));
    EXPECT_EQ(log(points), maximumSeries);
    reopen();
    EXPECT_EQ(log({point("one more", 1, 1), point("m7", 2, 1)}), 1u);
}

TEST(ThinningTest, KeepsSpikesTheFirstAndTheLast)
{
    Thinning thinning(100'000, 1'000);
    for (int i = 0; i < 100'000; ++i)
        thinning.add({i, i == 54'321 ? 1e6 : i % 7 * 0.1, {}});
    const auto kept = thinning.finish();
    EXPECT_LE(kept.size(), 1'010u);
    EXPECT_EQ(kept.front().step, 0);
    EXPECT_EQ(kept.back().step, 99'999);
    EXPECT_TRUE(std::ranges::any_of(kept, [](const SeriesPoint& each) { return each.step == 54'321; }));
    EXPECT_TRUE(std::ranges::is_sorted(kept, {}, &SeriesPoint::step));
}
