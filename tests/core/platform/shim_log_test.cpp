#include "tests/core/platform/shim_fixture.h"

#include "core/platform/log_index.h"

#include <algorithm>
#include <csignal>
#include <filesystem>

namespace penstock::platform {

using ShimLog = ShimTest;

TEST_F(ShimLog, AHundredMegabytesAreCappedToHeadAndTail)
{
    auto owner = newOwner();
    RunOrder each = script("r-1/a/1", "echo first; head -c 100M /dev/zero | tr '\\0' x; echo; echo last");
    each.logCap = 8U << 20U;
    const ExitRecord record = run(*owner, each);
    EXPECT_EQ(record.code, 0);
    EXPECT_TRUE(record.logTruncated);
    EXPECT_EQ(record.logBytes, 8U << 20U);
    EXPECT_EQ(record.logBytes + record.logDropped, (100U << 20U) + 6 + 6);
    const std::string content = log("r-1/a/1");
    EXPECT_EQ(content.size(), 8U << 20U);
    EXPECT_EQ(content.substr(0, 7), "first\nx");
    EXPECT_EQ(content.substr(content.size() - 7), "x\nlast\n");
    EXPECT_EQ(content.find('\0'), std::string::npos) << "the hole is closed";
    const auto index = readLogIndex(m_folder.read("runs/r-1/a/1/log.idx"));
    const auto gap = std::find_if(index.begin(), index.end(), [](const auto& one) { return one.mark == LogMark::gap; });
    ASSERT_NE(gap, index.end());
    EXPECT_EQ(gap->offset, 4U << 20U);
    EXPECT_EQ(gap->value, record.logDropped);
    EXPECT_TRUE(std::is_sorted(index.begin(), index.end(), [](const auto& a, const auto& b) { return a.offset < b.offset; }));
    for (const LogIndexRecord& one : index)
        EXPECT_NE(one.mark, LogMark::hole);
}

TEST_F(ShimLog, BinaryOutputIsKeptByteForByte)
{
    auto owner = newOwner();
    m_folder.write("noise.py", "import sys\nsys.stdout.buffer.write(bytes(range(256)) * 1000)\n");
    const ExitRecord record = run(*owner, order("r-1/a/1", {"python3", m_folder / "noise.py"}));
    EXPECT_EQ(record.logBytes, 256'000U);
    const std::string content = log("r-1/a/1");
    ASSERT_EQ(content.size(), 256'000U);
    for (std::size_t i = 0; i < content.size(); ++i)
        ASSERT_EQ(static_cast<unsigned char>(content[i]), i % 256);
}

TEST_F(ShimLog, AStepMayCloseItsOutput)
{
    auto owner = newOwner();
    const ExitRecord record = run(*owner, script("r-1/a/1", "echo before; exec >&- 2>&-; sleep 0.05; exit 6"));
    EXPECT_EQ(record.kind, ExitKind::exited);
    EXPECT_EQ(record.code, 6);
    EXPECT_EQ(log("r-1/a/1"), "before\n");
}

TEST_F(ShimLog, ABackgroundHolderOfTheOutputDoesNotKeepTheStepFromEnding)
{
    auto owner = newOwner();
    const ExitRecord record = run(*owner, script("r-1/a/1", "echo mine; (trap '' TERM HUP; sleep 1000) & exit 0"));
    EXPECT_EQ(record.kind, ExitKind::exited);
    EXPECT_EQ(record.code, 0);
    EXPECT_EQ(log("r-1/a/1"), "mine\n");
}

TEST_F(ShimLog, SecretsAreMaskedAlsoAcrossWrites)
{
    auto owner = newOwner();
    RunOrder each = script("r-1/a/1", "echo a token=hunter22 b; printf 'x hun'; sleep 0.05; printf 'ter22 y\\n'; echo hunter2");
    each.masks = {"hunter22", "other-secret"};
    run(*owner, each);
    EXPECT_EQ(log("r-1/a/1"), "a token=*** b\nx *** y\nhunter2\n");
}

TEST_F(ShimLog, SecretsAreMaskedInTheFilesThatAreNamedBeforeTheEndIsTold)
{
    auto owner = newOwner();
    RunOrder each = script("r-1/a/1", "printf 'key=hunter22\nother=1\n' > values; seq 1 30000 > plain; echo > none; ln -s plain link; "
                                      "(seq 1 30000; echo 'x hunter22 y') > long; chmod 640 long; mkdir -p reports/sub; echo a hunter22 > reports/a.xml; echo b hunter22 > reports/sub/b.xml; "
                                      "printf '{\"hunter22\": 1}\n{}\n' > lines");
    each.masks = {"hunter22"};
    each.masked = {m_folder / "values", m_folder / "plain", m_folder / "long", m_folder / "none", m_folder / "link", m_folder / "absent", m_folder / "reports"};
    each.maskedInPlace = {m_folder / "lines"};
    EXPECT_EQ(run(*owner, each).code, 0);
    EXPECT_EQ(m_folder.read("lines"), "{\"********\": 1}\n{}\n") << "who has read the first line goes on with the second";
    EXPECT_EQ(m_folder.read("values"), "key=***\nother=1\n");
    const std::string plain = m_folder.read("plain"), shown = m_folder.read("long");
    EXPECT_EQ(shown, plain + "x *** y\n");
    EXPECT_EQ(m_folder.read("none"), "\n");
    EXPECT_EQ(m_folder.read("reports/a.xml") + m_folder.read("reports/sub/b.xml"), "a ***\nb ***\n");
    EXPECT_TRUE(std::filesystem::is_symlink(m_folder / "link"));
    EXPECT_FALSE(std::filesystem::exists(m_folder / "absent"));
    EXPECT_EQ(std::filesystem::status(m_folder / "long").permissions(), std::filesystem::perms(0640));
    EXPECT_FALSE(std::filesystem::exists(m_folder / "long.masked"));
    EXPECT_FALSE(std::filesystem::exists(m_folder / "plain.masked"));
}

TEST_F(ShimLog, APrefaceStandsFirst)
{
    auto owner = newOwner();
    RunOrder each = script("r-1/a/1", "echo said");
    each.preface = "before, with hunter22\n";
    each.masks = {"hunter22"};
    run(*owner, each);
    EXPECT_EQ(log("r-1/a/1"), "before, with ***\nsaid\n");
}

TEST_F(ShimLog, OutputArrivesInTheFileWhileTheStepRuns)
{
    auto owner = newOwner();
    owner->pool().launch(0, script("r-1/a/1", "echo live; until [ -e go ]; do sleep 0.01; done"));
    EXPECT_TRUE(owner->waitUntil([&] { return log("r-1/a/1") == "live\n"; }));
    m_folder.write("go", "");
    EXPECT_EQ(owner->waitForExit("r-1/a/1").code, 0);
}

} // namespace penstock::platform
