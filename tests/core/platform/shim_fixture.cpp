#include "tests/core/platform/shim_fixture.h"

#include <fcntl.h>
#include <poll.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

namespace penstock::platform {

namespace {

using namespace std::chrono_literals;

constexpr auto longestWait = 60s;

} // namespace

bool isAlive(int pid)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::ostringstream content;
    content << file.rdbuf();
    const std::string text = content.str();
    const std::size_t state = text.rfind(')');
    return state != std::string::npos && state + 2 < text.size() && text[state + 2] != 'Z';
}

bool waitFor(const std::function<bool()>& condition)
{
    const auto end = std::chrono::steady_clock::now() + longestWait;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

int openDescriptors()
{
    int count = 0;
    for ([[maybe_unused]] const auto& each : std::filesystem::directory_iterator("/proc/self/fd"))
        ++count;
    return count;
}

bool ShimTest::Owner::waitUntil(const std::function<bool()>& condition)
{
    const auto end = std::chrono::steady_clock::now() + longestWait;
    for (;;) {
        for (ShimEvent& event : m_pool.drain())
            m_events.push_back(std::move(event));
        if (condition())
            return true;
        if (std::chrono::steady_clock::now() > end)
            return false;
        pollfd handle{m_pool.pollHandle(), POLLIN, 0};
        poll(&handle, 1, 1000);
    }
}

const ExitRecord* ShimTest::Owner::exitOf(const std::string& attempt) const
{
    for (const ShimEvent& event : m_events) {
        const auto* exited = std::get_if<AttemptExited>(&event);
        if (exited && exited->attempt == attempt)
            return &exited->record;
    }
    return nullptr;
}

ExitRecord ShimTest::Owner::waitForExit(const std::string& attempt)
{
    if (!waitUntil([&] { return exitOf(attempt) != nullptr; })) {
        ADD_FAILURE() << attempt << " did not end";
        return {};
    }
    return *exitOf(attempt);
}

int ShimTest::Owner::pidOf(const std::string& attempt) const
{
    for (const ShimEvent& event : m_events) {
        const auto* claimed = std::get_if<AttemptClaimed>(&event);
        if (claimed && claimed->attempt == attempt)
            return claimed->pid;
    }
    return 0;
}

bool ShimTest::Owner::waitForClaim(const std::string& attempt)
{
    return waitUntil([&] { return pidOf(attempt) > 0; });
}

bool ShimTest::Owner::neverRan(const std::string& attempt) const
{
    for (const ShimEvent& event : m_events) {
        const auto* never = std::get_if<AttemptNeverRan>(&event);
        if (never && never->attempt == attempt)
            return true;
    }
    return false;
}

const Survivor* ShimTest::Owner::unkillable(const std::string& attempt) const
{
    for (const ShimEvent& event : m_events) {
        const auto* stuck = std::get_if<AttemptUnkillable>(&event);
        if (stuck && stuck->attempt == attempt)
            return &stuck->process;
    }
    return nullptr;
}

int ShimTest::Owner::exits(const std::string& attempt) const
{
    int count = 0;
    for (const ShimEvent& event : m_events) {
        const auto* exited = std::get_if<AttemptExited>(&event);
        count += exited && exited->attempt == attempt;
    }
    return count;
}

int ShimTest::Owner::claims(const std::string& attempt) const
{
    int count = 0;
    for (const ShimEvent& event : m_events) {
        const auto* claimed = std::get_if<AttemptClaimed>(&event);
        count += claimed && claimed->attempt == attempt;
    }
    return count;
}

ShimTest::ShimTest()
{
    m_settings.program = PENSTOCK_BIN_DIR "/penstock-shim";
    m_settings.folder = m_folder / "state/shims";
    m_settings.idleExit = Duration(100);
    m_settings.reviveDelay = Duration(10);
}

// No shim may outlive its test: each is asked to go, and killed if a failed test left it busy.
ShimTest::~ShimTest()
{
    m_settings.ownerCommand.clear();
    for (const int slot : existingSlots(m_settings.folder)) {
        signalShim(slot, SIGKILL);
        waitUntilShimIsGone(slot);
    }
}

std::unique_ptr<ShimTest::Owner> ShimTest::newOwner(const std::vector<std::string>& planned)
{
    auto owner = std::make_unique<Owner>(m_settings);
    owner->pool().recover(planned);
    return owner;
}

RunOrder ShimTest::order(const std::string& attempt, std::vector<std::string> arguments) const
{
    RunOrder order;
    order.attempt = attempt;
    order.attemptFolder = attemptFolder(attempt);
    order.folder = m_folder.path();
    order.arguments = std::move(arguments);
    order.environment = {"PATH=/usr/local/bin:/usr/bin:/bin", "HERE=" + m_folder.path()};
    order.grace = Duration(5000);
    order.logCap = 64U << 20U;
    std::filesystem::create_directories(order.attemptFolder);
    return order;
}

RunOrder ShimTest::script(const std::string& attempt, const std::string& text) const
{
    return order(attempt, {"bash", "-c", text});
}

ExitRecord ShimTest::run(Owner& owner, RunOrder each)
{
    const std::string attempt = each.attempt;
    owner.pool().launch(0, std::move(each));
    return owner.waitForExit(attempt);
}

static bool hasOpen(const std::filesystem::path& process, const std::string& path)
{
    std::error_code gone;
    for (const auto& each : std::filesystem::directory_iterator(process / "fd", gone)) {
        if (std::filesystem::read_symlink(each, gone) == path)
            return true;
    }
    return false;
}

int ShimTest::shimPid(int slot) const
{
    const int fd = open((slotFolder(slot) + "/lock").c_str(), O_RDWR | O_CLOEXEC);
    if (fd < 0)
        return -1;
    // A classic query names the holder of a classic lock only; an OFD lock has no pid. /proc/locks has none either, so
    // the shim is found by its command line. Its herald has a like one, but never opens the lock.
    struct flock whole {};
    whole.l_type = F_WRLCK;
    const bool isHeld = fcntl(fd, F_OFD_GETLK, &whole) == 0 && whole.l_type != F_UNLCK;
    close(fd);
    if (!isHeld)
        return -1;
    for (const auto& process : std::filesystem::directory_iterator("/proc")) {
        std::ifstream file(process.path() / "cmdline");
        std::ostringstream content;
        content << file.rdbuf();
        const std::string folder = slotFolder(slot);
        if (content.str().find(std::string("--folder") + '\0' + folder + '\0') != std::string::npos && hasOpen(process.path(), folder + "/lock"))
            return std::stoi(process.path().filename());
    }
    return -1;
}

// The one place that signals: kill(-1) means every process of the user, so "there is no shim" must never reach it.
bool ShimTest::signalShim(int slot, int signal) const
{
    const int pid = shimPid(slot);
    return pid > 1 && kill(pid, signal) == 0;
}

bool ShimTest::waitUntilShimIsGone(int slot) const
{
    return waitFor([&] { return shimPid(slot) < 0; });
}

} // namespace penstock::platform
