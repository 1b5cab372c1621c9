#include "core/engine/retry.h"

#include "core/engine/judgement.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace penstock::engine {

namespace {

constexpr double longestDelay = 365.0 * 24 * 3600 * 1000; // ms; keeps delay * backoff^n inside the range of Instant

bool covers(const std::string& word, const Outcome& outcome)
{
    switch (outcome.kind) {
    case OutcomeKind::lost: return word == "lost";
    case OutcomeKind::timeout: return word == "timeout" || word == "failure";
    case OutcomeKind::signaled: return word == "signal" || word == "failure";
    case OutcomeKind::exited: return word == "failure" || word == "exit " + std::to_string(outcome.code);
    case OutcomeKind::outOfMemory: return word == "memory" || word == "failure";
    case OutcomeKind::spawnError:
    case OutcomeKind::notCollected: return word == "failure";
    case OutcomeKind::succeeded:
    case OutcomeKind::cancelled:
    case OutcomeKind::refused: break;
    }
    return false;
}

// -1 … 1
double drawn(const AttemptId& attempt)
{
    const Digest digest = sha256(attempt.text());
    std::uint64_t bits = 0;
    for (int i = 0; i < 8; ++i)
        bits = bits << 8 | digest.bytes[static_cast<std::size_t>(i)];
    return 2 * (static_cast<double>(bits) / static_cast<double>(std::numeric_limits<std::uint64_t>::max())) - 1;
}

} // namespace

const pipeline::Retry& retryOf(const Run& run, const Instance& instance)
{
    const pipeline::Pipeline& document = run.scopeOf(instance).plan->pipeline();
    const auto& command = std::get<pipeline::Command>(run.step(instance).body);
    const bool own = command.retry != pipeline::Retry{};
    return own || !document.defaults.retry ? command.retry : *document.defaults.retry;
}

bool isRetried(const Run& run, const Instance& instance, const Outcome& outcome)
{
    const pipeline::Retry& retry = retryOf(run, instance);
    if (static_cast<int>(instance.attempts.size()) >= retry.attempts || mustStop(run, instance))
        return false;
    if (retry.on.empty())
        return covers("failure", outcome);
    return std::ranges::any_of(retry.on, [&](const std::string& word) { return covers(word, outcome); });
}

std::optional<Instant> deadlineOf(const Run& run, const Instance& instance)
{
    const auto& within = retryOf(run, instance).within;
    return within && !instance.attempts.empty() ? std::optional(instance.attempts.front().plannedAt + *within) : std::nullopt;
}

Duration timeLimit(const Run& run, const Instance& instance, Instant now)
{
    const auto& own = std::get<pipeline::Command>(run.step(instance).body).timeout;
    const auto& timeout = own ? own : run.scopeOf(instance).plan->pipeline().defaults.timeout;
    const auto deadline = deadlineOf(run, instance);
    if (!deadline)
        return timeout.value_or(Duration(0));
    const Duration left = std::max(*deadline - now, Duration(1));
    return timeout ? std::min(*timeout, left) : left;
}

Duration retryDelay(const pipeline::Retry& retry, const AttemptId& attempt)
{
    double delay = static_cast<double>(retry.delay.count()) * std::pow(retry.backoff, attempt.number - 1);
    if (retry.maximumDelay)
        delay = std::min(delay, static_cast<double>(retry.maximumDelay->count()));
    delay *= 1 + std::clamp(retry.jitter, 0.0, 1.0) * drawn(attempt);
    return Duration(static_cast<Duration::rep>(std::clamp(std::isnan(delay) ? 0 : delay, 0.0, longestDelay)));
}

} // namespace penstock::engine
