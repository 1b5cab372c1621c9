#include "app/shim/attempt.h"

#include "app/shim/clocks.h"
#include "app/shim/masked_file.h"
#include "core/platform/process_table.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace penstock::shim {

namespace {

using platform::ExitKind;
using platform::LogMark;
using platform::SpawnStage;
using namespace std::chrono_literals;

constexpr Duration lingering = 250ms;
constexpr Duration killSpacing = 20ms;
constexpr Duration unkillableAfter = 10s;
constexpr Duration unkillableSpacing = 1s;
constexpr std::size_t chunk = 1U << 16U;
constexpr std::size_t pipeRoom = 64 << 10; // pipe(7): what one holds by default
// All writers of the attempt are dead by then, so this is what the pipe held; more comes only from a stranger who was
// handed the descriptor and must not keep the attempt from ending.
constexpr std::size_t mostDrained = 2U << 20U;

Duration toDuration(const timeval& time) { return Duration(time.tv_sec * 1000 + time.tv_usec / 1000); }

} // namespace

Attempt::Attempt(platform::RunOrder order, ProcessTree& tree, std::string groups)
    : m_order(std::move(order))
    , m_tree(tree)
    , m_groups(std::move(groups))
    , m_out{{}, platform::MaskFilter(m_order.masks), LogMark::out}
    , m_err{{}, platform::MaskFilter(m_order.masks), LogMark::err}
{}

bool Attempt::fail(SpawnStage stage, int error)
{
    m_record.kind = stage == SpawnStage::log && error == EEXIST ? ExitKind::refused : ExitKind::spawnError;
    m_record.stage = stage;
    m_record.error = error;
    m_record.ended = wallNow();
    m_mainEnded = true;
    m_over = true;
    return false;
}

bool Attempt::start()
{
    m_started = monotonicNow();
    m_record.started = wallNow();
    if (const int error = m_log.open(m_order.attemptFolder, m_order.logCap))
        return fail(SpawnStage::log, error);
    if (!m_order.preface.empty())
        log(m_out, m_order.preface);
    if (m_order.arguments.empty() || m_order.arguments.front().empty())
        return fail(SpawnStage::exec, ENOENT);
    int out[2];
    int err[2];
    if (pipe2(out, O_CLOEXEC) != 0)
        return fail(SpawnStage::pipe, errno);
    m_out.fd.reset(out[0]);
    const platform::FileDescriptor outEnd(out[1]);
    if (pipe2(err, O_CLOEXEC) != 0)
        return fail(SpawnStage::pipe, errno);
    m_err.fd.reset(err[0]);
    const platform::FileDescriptor errEnd(err[1]);
    // Only the shim's ends: a step would not expect EAGAIN from its stdout.
    fcntl(m_out.fd.get(), F_SETFL, O_NONBLOCK);
    fcntl(m_err.fd.get(), F_SETFL, O_NONBLOCK);
    if (auto group = MemoryGroup::make(m_groups, m_order.memoryLimit))
        m_group.emplace(std::move(*group));
    const ChildStart child = startChild(m_order, outEnd.get(), errEnd.get(), m_group ? m_group->entrance() : -1);
    if (!child.ok())
        return fail(child.stage, child.error);
    m_main = child.pid;
    guardMemory(child.isInGroup);
    if (m_order.timeout > 0ms)
        m_timeoutAt = m_started + m_order.timeout;
    return true;
}

void Attempt::guardMemory(bool byTheKernel)
{
    using platform::MemoryGuard;
    if (!byTheKernel)
        m_group.reset();
    m_record.memoryLimit = m_order.memoryLimit;
    m_record.memoryGuard = m_order.memoryLimit == 0 ? MemoryGuard::none : byTheKernel ? MemoryGuard::kernel : MemoryGuard::watch;
    m_memory.emplace(m_tree, byTheKernel ? 0 : m_order.memoryLimit, m_started);
}

std::string_view Attempt::take(Stream& stream, char* buffer, std::size_t room)
{
    if (!stream.fd)
        return {};
    const ssize_t size = ::read(stream.fd.get(), buffer, room);
    if (size > 0)
        return {buffer, static_cast<std::size_t>(size)};
    if (size == 0 || (errno != EAGAIN && errno != EINTR))
        stream.fd.reset();
    return {};
}

void Attempt::log(Stream& stream, std::string_view bytes)
{
    if (m_order.masks.empty())
        m_log.write(stream.mark, bytes, wallNow());
    else
        m_log.write(stream.mark, stream.mask.pass(bytes), wallNow());
}

bool Attempt::read(Stream& stream)
{
    char buffer[chunk];
    const std::string_view bytes = take(stream, buffer, sizeof buffer);
    if (!bytes.empty())
        log(stream, bytes);
    return !bytes.empty();
}

// Two pipes have no common order. What goes to stderr is mostly about what was printed before it, so stderr is taken first
// and logged last: no line of stdout that stood before it comes after it.
void Attempt::readOutput()
{
    char buffer[chunk];
    const std::string_view complaint = take(m_err, buffer, sizeof buffer);
    for (std::size_t rounds = 0; rounds <= pipeRoom / chunk && read(m_out); ++rounds) {
    }
    if (!complaint.empty())
        log(m_err, complaint);
}

void Attempt::drain(Stream& stream)
{
    for (std::size_t rounds = 0; rounds < mostDrained / chunk && read(stream); ++rounds) {
    }
    stream.fd.reset();
    m_log.write(stream.mark, stream.mask.finish(), wallNow());
}

void Attempt::account(const rusage& usage)
{
    m_record.userTime += toDuration(usage.ru_utime);
    m_record.systemTime += toDuration(usage.ru_stime);
    m_record.peakMemory = std::max(m_record.peakMemory, static_cast<std::uint64_t>(usage.ru_maxrss) * 1024);
    // Counted in the units of getrusage(2), whatever the blocks of the disk are.
    m_record.readBytes += static_cast<std::uint64_t>(usage.ru_inblock) * 512;
    m_record.writtenBytes += static_cast<std::uint64_t>(usage.ru_oublock) * 512;
}

void Attempt::reap()
{
    for (;;) {
        int status = 0;
        rusage usage{};
        const pid_t pid = wait4(-1, &status, WNOHANG, &usage);
        if (pid == 0)
            break;
        if (pid < 0 && errno == EINTR)
            continue;
        if (pid < 0) {
            m_over = true;
            return;
        }
        account(usage);
        if (pid == m_main)
            mainEnded(status);
    }
    if (m_killingSince)
        killAll(); // orphans of those that have just died are the shim's children now
}

void Attempt::mainEnded(int status)
{
    m_mainEnded = true;
    m_record.ended = wallNow();
    m_record.ran = monotonicNow() - m_started;
    if (WIFSIGNALED(status)) {
        m_record.kind = ExitKind::signaled;
        m_record.signal = WTERMSIG(status);
        m_record.coreDumped = WCOREDUMP(status);
    } else {
        m_record.kind = ExitKind::exited;
        m_record.code = WEXITSTATUS(status);
    }
    if (m_stopKind) {
        m_record.kind = *m_stopKind;
    } else {
        m_record.memoryEnd = memoryEnd();
        if (m_record.memoryEnd != platform::MemoryEnd::none)
            m_record.kind = ExitKind::outOfMemory;
        m_killAt = monotonicNow() + lingering;
    }
    m_timeoutAt.reset();
}

// Whether a failure is for want of memory. In its group the kernel has killed something; or it was killed and not by the
// shim, or is a shell that says so of its child, while the system killed somebody.
platform::MemoryEnd Attempt::memoryEnd() const
{
    using platform::MemoryEnd;
    if (m_group && m_group->hasKilled() && (m_record.signal != 0 || m_record.code != 0))
        return MemoryEnd::limit;
    const bool isKilled = m_record.signal == SIGKILL || m_record.code == 128 + SIGKILL;
    return isKilled && !m_record.killed && m_memory && m_memory->hasMachineRunOut() ? MemoryEnd::machine : MemoryEnd::none;
}

void Attempt::lookAtMemory(Duration now)
{
    if (!m_memory->look(now))
        return;
    reap(); // an end that has already happened is the truth
    if (!isRunning())
        return;
    m_record.memoryEnd = platform::MemoryEnd::limit;
    if (!m_stopKind)
        m_stopKind = ExitKind::outOfMemory;
    m_timeoutAt.reset();
    m_killAt = now;
}

void Attempt::stop(ExitKind kind, Duration grace)
{
    reap(); // an end that has already happened is the truth
    if (!isRunning())
        return;
    const Duration killAt = monotonicNow() + grace;
    if (!m_stopKind) {
        m_stopKind = kind;
        m_timeoutAt.reset();
        askToEnd();
    }
    m_killAt = m_killAt ? std::min(*m_killAt, killAt) : killAt;
}

void Attempt::cancel(Duration grace) { stop(ExitKind::cancelled, grace); }

// The group at once, as a terminal would, and then who left it.
void Attempt::askToEnd()
{
    m_tree.signalGroup(m_main, SIGTERM);
    for (const pid_t member : m_tree.members()) {
        if (getpgid(member) != m_main)
            m_tree.signal(member, SIGTERM);
    }
}

void Attempt::killAll()
{
    m_record.killed = true;
    if (isRunning())
        m_tree.signalGroup(m_main, SIGKILL);
    for (const pid_t member : m_tree.members())
        m_tree.signal(member, SIGKILL);
}

void Attempt::tick(Duration now)
{
    if (m_over)
        return;
    if (m_timeoutAt && now >= *m_timeoutAt)
        stop(ExitKind::timeout, m_order.grace);
    if (!m_killingSince && now >= m_memory->nextLook())
        lookAtMemory(now);
    if (!m_killAt || now < *m_killAt)
        return;
    reap();
    if (m_over)
        return;
    if (!m_killingSince)
        m_killingSince = now;
    killAll();
    m_killAt = now + (now - *m_killingSince < unkillableAfter ? killSpacing : unkillableSpacing);
}

std::optional<Duration> Attempt::deadline() const
{
    std::optional<Duration> next = m_timeoutAt;
    if (m_killAt)
        next = next ? std::min(*next, *m_killAt) : m_killAt;
    if (m_memory && !m_killingSince)
        next = next ? std::min(*next, m_memory->nextLook()) : m_memory->nextLook();
    return next;
}

std::optional<platform::Survivor> Attempt::unkillable(Duration now)
{
    if (m_over || !m_killingSince || now - *m_killingSince < unkillableAfter)
        return std::nullopt;
    for (const pid_t member : m_tree.members()) {
        const auto state = platform::stateOf(member);
        if (!state || state->state == 'Z')
            continue;
        m_record.stubborn = platform::Survivor{member, platform::commandOf(member)};
        return m_record.stubborn;
    }
    return std::nullopt;
}

platform::ExitRecord Attempt::finish()
{
    readOutput();
    drain(m_out);
    drain(m_err);
    m_log.finish();
    for (const std::string& file : m_order.masked)
        maskFiles(file, m_order.masks, platform::MaskFilter::Length::hidden);
    for (const std::string& file : m_order.maskedInPlace)
        maskFiles(file, m_order.masks, platform::MaskFilter::Length::kept);
    m_record.logBytes = m_log.bytes();
    m_record.logDropped = m_log.dropped();
    m_record.logTruncated = m_log.isTruncated();
    if (m_memory)
        m_record.peakMemory = std::max(m_record.peakMemory, m_memory->peak());
    return m_record;
}

} // namespace penstock::shim
