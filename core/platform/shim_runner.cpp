#include "core/platform/shim_runner.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace penstock::platform {

namespace {

using engine::OutcomeKind;

Message whyNotSpawned(const ExitRecord& record, const std::string& program)
{
    const auto reason = std::strerror(record.error);
    switch (record.stage) {
    case SpawnStage::folder: return {"platform.no_folder", {{"reason", reason}}};
    case SpawnStage::log: return {"platform.no_log", {{"reason", reason}}};
    case SpawnStage::exec:
        if (record.error == ENOENT)
            return {"platform.no_program", {{"program", program}}};
        if (record.error == EACCES)
            return {"platform.not_executable", {{"program", program}}};
        if (record.error == ENOEXEC)
            return {"platform.not_a_program", {{"program", program}}};
        if (record.error == E2BIG)
            return {"platform.too_long", {{"program", program}}};
        break;
    default: break;
    }
    return {"platform.not_started", {{"program", program}, {"reason", reason}}};
}

Message whyLost(const ExitRecord& record)
{
    return {record.lostReason == LostReason::reboot ? "platform.lost_reboot" : "platform.lost_shim", {}};
}

std::string sizeText(std::uint64_t bytes)
{
    char text[32];
    const double mebibytes = static_cast<double>(bytes) / (1U << 20U);
    std::snprintf(text, sizeof text, mebibytes < 1024 ? "%.0f MiB" : "%.1f GiB", mebibytes < 1024 ? mebibytes : mebibytes / 1024);
    return text;
}

Message whyOutOfMemory(const ExitRecord& record)
{
    const std::string peak = sizeText(record.peakMemory);
    if (record.memoryEnd == MemoryEnd::limit)
        return {"platform.memory_limit", {{"limit", sizeText(record.memoryLimit)}, {"peak", peak}}};
    return {"platform.memory_machine", {{"peak", peak}}};
}

const char* name(MemoryGuard guard)
{
    switch (guard) {
    case MemoryGuard::watch: return "watch";
    case MemoryGuard::kernel: return "kernel";
    case MemoryGuard::none: break;
    }
    return "nobody";
}

Json usageOf(const ExitRecord& record)
{
    Json usage{{"cpuMs", (record.userTime + record.systemTime).count()},
               {"ranMs", record.ran.count()},
               {"memoryBytes", record.peakMemory},
               {"readBytes", record.readBytes},
               {"writtenBytes", record.writtenBytes},
               {"logBytes", record.logBytes},
               {"logDropped", record.logDropped}};
    if (record.memoryLimit > 0)
        usage["memoryLimit"] = {{"bytes", record.memoryLimit}, {"keptBy", name(record.memoryGuard)}};
    if (record.memoryEnd != MemoryEnd::none)
        usage["outOfMemory"] = record.memoryEnd == MemoryEnd::limit ? "limit" : "machine";
    if (record.killed)
        usage["killed"] = true;
    if (record.stubborn)
        usage["unkillable"] = {{"pid", record.stubborn->pid}, {"command", record.stubborn->command}};
    return usage;
}

OutcomeKind kindOf(const ExitRecord& record)
{
    switch (record.kind) {
    case ExitKind::exited: return record.code == 0 ? OutcomeKind::succeeded : OutcomeKind::exited;
    case ExitKind::signaled: return OutcomeKind::signaled;
    case ExitKind::timeout: return OutcomeKind::timeout;
    case ExitKind::cancelled: return OutcomeKind::cancelled;
    case ExitKind::outOfMemory: return OutcomeKind::outOfMemory;
    case ExitKind::spawnError:
    case ExitKind::refused: return OutcomeKind::spawnError;
    case ExitKind::lost: break;
    }
    return OutcomeKind::lost;
}

} // namespace

engine::Exit toExit(const ExitRecord& record, const std::string& program)
{
    engine::Exit exit;
    exit.outcome = {kindOf(record), record.code, record.signal, {}};
    if (record.kind == ExitKind::refused)
        exit.outcome.why = {"platform.folder_used", {}};
    else if (record.kind == ExitKind::spawnError)
        exit.outcome.why = whyNotSpawned(record, program);
    else if (record.kind == ExitKind::lost)
        exit.outcome.why = whyLost(record);
    else if (record.kind == ExitKind::outOfMemory)
        exit.outcome.why = whyOutOfMemory(record);
    exit.started = record.started;
    exit.ended = record.ended;
    exit.usage = usageOf(record);
    return exit;
}

ShimRunner::ShimRunner(ShimSettings settings)
    : m_pool(std::move(settings))
{}

void ShimRunner::recover(const std::vector<AttemptId>& planned)
{
    std::vector<std::string> texts;
    for (const AttemptId& attempt : planned)
        texts.push_back(attempt.text());
    m_pool.recover(texts);
}

void ShimRunner::launch(const engine::Task& task)
{
    RunOrder order;
    order.attempt = task.attempt.text();
    order.attemptFolder = task.attemptFolder;
    order.folder = task.folder;
    order.arguments = task.arguments;
    for (const auto& [name, value] : task.variables)
        order.environment.push_back(name + '=' + value);
    order.preface = task.preface;
    order.masks = task.masks;
    order.masked = task.masked;
    order.maskedInPlace = task.maskedInPlace;
    order.timeout = task.timeout;
    order.grace = task.grace;
    order.logCap = task.logLimit;
    order.memoryLimit = task.memoryLimit;
    m_programs[task.attempt] = task.arguments.empty() ? std::string() : task.arguments.front();
    m_pool.launch(task.slot, std::move(order));
}

void ShimRunner::cancel(const AttemptId& attempt, Duration grace) { m_pool.cancel(attempt.text(), grace); }

void ShimRunner::forget(const AttemptId& attempt)
{
    m_programs.erase(attempt);
    m_pool.forget(attempt.text());
}

void ShimRunner::rest() { m_pool.rest(); }

std::vector<engine::RunnerEvent> ShimRunner::drain()
{
    std::vector<engine::RunnerEvent> events;
    for (const ShimEvent& event : m_pool.drain()) {
        if (const auto* claimed = std::get_if<AttemptClaimed>(&event)) {
            if (const auto id = AttemptId::parse(claimed->attempt))
                events.emplace_back(engine::Claimed{*id, claimed->pid});
        } else if (const auto* exited = std::get_if<AttemptExited>(&event)) {
            if (const auto id = AttemptId::parse(exited->attempt))
                events.emplace_back(engine::Exited{*id, toExit(exited->record, m_programs[*id])});
        } else if (const auto* never = std::get_if<AttemptNeverRan>(&event)) {
            if (const auto id = AttemptId::parse(never->attempt))
                events.emplace_back(engine::NeverRan{*id});
        } else if (const auto* stuck = std::get_if<AttemptUnkillable>(&event)) {
            if (const auto id = AttemptId::parse(stuck->attempt))
                events.emplace_back(engine::Unkillable{*id, stuck->process.pid, stuck->process.command});
        } else if (const auto* failed = std::get_if<AttemptNotStarted>(&event)) {
            engine::Exit exit;
            exit.outcome = {OutcomeKind::spawnError, 0, 0, failed->why.message};
            exit.started = exit.ended = std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
            if (const auto id = AttemptId::parse(failed->attempt))
                events.emplace_back(engine::Exited{*id, std::move(exit)});
        }
    }
    return events;
}

} // namespace penstock::platform
