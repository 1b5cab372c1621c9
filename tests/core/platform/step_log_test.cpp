#include "core/platform/step_log.h"

#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace penstock::platform {

namespace {

const Instant noon{Duration(1'700'000'000'000)};

std::string lines(int from, int to)
{
    std::string text;
    for (int i = from; i < to; ++i)
        text += "line " + std::to_string(i) + '\n';
    return text;
}

// Stands for a full disk: writes beyond so many bytes of a file fail.
class FileSizeLimit final {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

class StepLogTest : public testing::Test {
protected:
    std::vector<LogIndexRecord> index() const { return readLogIndex(m_folder.read("log.idx")); }

    test::TemporaryFolder m_folder;
    StepLog m_log;
};

TEST_F(StepLogTest, AFolderServesOneClaim)
{
    EXPECT_EQ(m_log.open(m_folder.path(), 1000), 0);
    StepLog second;
    EXPECT_EQ(second.open(m_folder.path(), 1000), EEXIST);
    EXPECT_EQ(second.open(m_folder / "absent", 1000), ENOENT);
}

TEST_F(StepLogTest, UpToTheCapEverythingStays)
{
    ASSERT_EQ(m_log.open(m_folder.path(), 1000), 0);
    m_log.write(LogMark::out, std::string(999, 'x'), noon);
    m_log.write(LogMark::err, "y", noon);
    m_log.finish();
    EXPECT_EQ(m_folder.read("log"), std::string(999, 'x') + 'y');
    EXPECT_FALSE(m_log.isTruncated());
    EXPECT_EQ(index(), (std::vector<LogIndexRecord>{{0, 1'700'000'000'000, LogMark::out},
                                                    {999, 1'700'000'000'000, LogMark::err}}));
}

TEST_F(StepLogTest, WhileItRunsTheNewestLinesAreThereAndTheMiddleIsAHole)
{
    constexpr std::uint64_t cap = 1U << 20U;
    ASSERT_EQ(m_log.open(m_folder.path(), cap), 0);
    std::string all;
    for (int i = 0; i < 800'000; i += 1000) {
        const std::string some = lines(i, i + 1000);
        all += some;
        m_log.write(LogMark::out, some, noon + Duration(i));
    }
    struct stat found {};
    ASSERT_EQ(stat((m_folder / "log").c_str(), &found), 0);
    EXPECT_EQ(static_cast<std::size_t>(found.st_size), all.size());
    EXPECT_LT(static_cast<std::uint64_t>(found.st_blocks) * 512, cap + cap / 8);
    const std::string live = m_folder.read("log");
    EXPECT_EQ(live.substr(live.size() - cap / 4), all.substr(all.size() - cap / 4));
    const auto marks = index();
    EXPECT_TRUE(std::any_of(marks.begin(), marks.end(), [](const auto& each) { return each.mark == LogMark::hole; }));

    m_log.finish();
    EXPECT_EQ(m_folder.read("log"), all.substr(0, cap / 2) + all.substr(all.size() - cap / 2));
    EXPECT_EQ(m_log.dropped(), all.size() - cap);
}

TEST_F(StepLogTest, TheIndexFollowsTheTailToItsNewPlace)
{
    ASSERT_EQ(m_log.open(m_folder.path(), 100'000), 0);
    std::string all;
    for (int i = 0; i < 30'000; ++i) {
        const std::string line = "line " + std::to_string(i) + '\n';
        all += line;
        m_log.write(i % 2 == 0 ? LogMark::out : LogMark::err, line, noon + Duration(i));
    }
    m_log.finish();
    const std::string content = m_folder.read("log");
    std::uint64_t last = 0;
    int checked = 0;
    for (const LogIndexRecord& record : index()) {
        EXPECT_LE(last, record.offset);
        last = record.offset;
        ASSERT_LE(record.offset, content.size());
        const std::string at = content.substr(record.offset, content.find('\n', record.offset) - record.offset);
        if (record.mark == LogMark::gap || at.rfind("line ", 0) != 0)
            continue; // the gap, or what its edge cut
        const auto number = static_cast<std::uint64_t>(std::stoi(at.substr(5)));
        EXPECT_EQ(record.value, 1'700'000'000'000 + number);
        EXPECT_EQ(record.mark, number % 2 == 0 ? LogMark::out : LogMark::err);
        ++checked;
    }
    EXPECT_GT(checked, 5000);
}

TEST_F(StepLogTest, AFullDiskLosesBytesAndSaysHowMany)
{
    ASSERT_EQ(m_log.open(m_folder.path(), 1U << 20U), 0);
    const std::string some(10'000, 'x');
    {
        const FileSizeLimit full(25'000);
        for (int i = 0; i < 5; ++i)
            m_log.write(LogMark::out, some, noon);
    }
    m_log.write(LogMark::out, "there is space again\n", noon + Duration(1));
    m_log.finish();
    EXPECT_TRUE(m_log.isTruncated());
    EXPECT_EQ(m_log.dropped(), 25'000U);
    EXPECT_EQ(m_folder.read("log"), std::string(25'000, 'x').append("there is space again\n"));
    const LogIndexRecord gap{25'000, 25'000, LogMark::gap};
    const auto marks = index();
    EXPECT_NE(std::find(marks.begin(), marks.end(), gap), marks.end());
}

} // namespace penstock::platform
