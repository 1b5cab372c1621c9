#include "core/platform/shim_runner.h"

#include "tests/core/platform/shim_fixture.h"

#include <poll.h>

#include <cerrno>
#include <csignal>
#include <filesystem>

namespace penstock::platform {

using engine::OutcomeKind;

class ShimRunnerTest : public ShimTest {
protected:
    engine::Task task(const std::string& attempt, std::vector<std::string> arguments) const
    {
        engine::Task task;
        task.attempt = *AttemptId::parse(attempt);
        task.arguments = std::move(arguments);
        task.variables = {{"PATH", "/usr/bin:/bin"}, {"GREETING", "hello"}};
        task.folder = m_folder.path();
        task.attemptFolder = attemptFolder(attempt);
        std::filesystem::create_directories(task.attemptFolder);
        return task;
    }
    engine::Exit waitForExit(engine::Runner& runner, const std::string& attempt)
    {
        engine::Exit exit;
        bool isThere = false;
        waitFor([&] {
            pollfd handle{runner.pollHandle(), POLLIN, 0};
            poll(&handle, 1, 1000);
            for (const engine::RunnerEvent& event : runner.drain()) {
                const auto* exited = std::get_if<engine::Exited>(&event);
                if (exited && exited->attempt.text() == attempt) {
                    exit = exited->exit;
                    isThere = true;
                }
            }
            return isThere;
        });
        EXPECT_TRUE(isThere) << attempt;
        return exit;
    }
};

TEST_F(ShimRunnerTest, RunsTasksOfTheEngine)
{
    ShimRunner runner(m_settings);
    runner.recover({});
    runner.launch(task("r-1/sweep[2]/1", {"sh", "-c", "echo $GREETING"}));
    const engine::Exit exit = waitForExit(runner, "r-1/sweep[2]/1");
    EXPECT_EQ(exit.outcome.kind, OutcomeKind::succeeded);
    EXPECT_EQ(exit.usage.at("logBytes"), 6);
    EXPECT_EQ(log("r-1/sweep[2]/1"), "hello\n");
    runner.forget(*AttemptId::parse("r-1/sweep[2]/1"));
    runner.rest();
    EXPECT_TRUE(waitUntilShimIsGone(0));
}

TEST_F(ShimRunnerTest, SaysWhatAPersonCanDo)
{
    ShimRunner runner(m_settings);
    runner.recover({});
    runner.launch(task("r-1/a/1", {"no-such-program"}));
    const engine::Exit exit = waitForExit(runner, "r-1/a/1");
    EXPECT_EQ(exit.outcome.kind, OutcomeKind::spawnError);
    EXPECT_EQ(exit.outcome.why, (Message{"platform.no_program", {{"program", "no-such-program"}}}));
}

TEST(ShimRunner, EachWayOfEndingIsAnOutcome)
{
    const auto outcome = [](ExitKind kind, int code, int signal) {
        ExitRecord record;
        record.kind = kind;
        record.code = code;
        record.signal = signal;
        return toExit(record, "train").outcome;
    };
    EXPECT_EQ(outcome(ExitKind::exited, 0, 0).kind, OutcomeKind::succeeded);
    EXPECT_EQ(outcome(ExitKind::exited, 75, 0).kind, OutcomeKind::exited);
    EXPECT_EQ(outcome(ExitKind::exited, 75, 0).code, 75);
    EXPECT_EQ(outcome(ExitKind::signaled, 0, SIGKILL).signal, SIGKILL);
    EXPECT_EQ(outcome(ExitKind::timeout, 0, SIGTERM).kind, OutcomeKind::timeout);
    EXPECT_EQ(outcome(ExitKind::cancelled, 0, 0).kind, OutcomeKind::cancelled) << "also when it ended with 0";
    EXPECT_EQ(outcome(ExitKind::lost, 0, 0).kind, OutcomeKind::lost);
    EXPECT_EQ(outcome(ExitKind::refused, 0, 0).kind, OutcomeKind::spawnError);
    ExitRecord reboot;
    reboot.kind = ExitKind::lost;
    reboot.lostReason = LostReason::reboot;
    EXPECT_EQ(toExit(reboot, "").outcome.why.id, "platform.lost_reboot");
    EXPECT_FALSE(toExit(reboot, "").usage.contains("unkillable"));
    EXPECT_FALSE(toExit(reboot, "").usage.contains("memoryLimit"));
    EXPECT_FALSE(toExit(reboot, "").usage.contains("outOfMemory"));
    reboot.stubborn = Survivor{77, "dd"};
    EXPECT_EQ(toExit(reboot, "").usage.at("unkillable"), (Json{{"pid", 77}, {"command", "dd"}}));
}

TEST(ShimRunner, WantOfMemoryIsSaidInASentenceAndInTheRecord)
{
    ExitRecord record;
    record.kind = ExitKind::outOfMemory;
    record.memoryEnd = MemoryEnd::limit;
    record.memoryGuard = MemoryGuard::watch;
    record.memoryLimit = 512U << 20U;
    record.peakMemory = 1536U << 20U;
    record.readBytes = 1000;
    record.writtenBytes = 2000;
    record.signal = SIGKILL;
    const engine::Exit limit = toExit(record, "train");
    EXPECT_EQ(limit.outcome.kind, OutcomeKind::outOfMemory);
    EXPECT_EQ(limit.outcome.why, (Message{"platform.memory_limit", {{"limit", "512 MiB"}, {"peak", "1.5 GiB"}}}));
    EXPECT_EQ(limit.usage.at("outOfMemory"), "limit");
    EXPECT_EQ(limit.usage.at("memoryLimit"), (Json{{"bytes", 512U << 20U}, {"keptBy", "watch"}}));
    EXPECT_EQ(limit.usage.at("readBytes"), 1000);
    EXPECT_EQ(limit.usage.at("writtenBytes"), 2000);
    record.memoryEnd = MemoryEnd::machine;
    record.signal = 0;
    record.code = 137;
    const engine::Exit machine = toExit(record, "train");
    EXPECT_EQ(machine.outcome.kind, OutcomeKind::outOfMemory);
    EXPECT_EQ(machine.outcome.why, (Message{"platform.memory_machine", {{"peak", "1.5 GiB"}}}));
    EXPECT_EQ(machine.usage.at("outOfMemory"), "machine");
}

} // namespace penstock::platform
