#include "core/check/rules.h"

#include "core/base/spelling.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace penstock::check {

namespace {

using pipeline::Retry;

constexpr int mostAttempts = 1'000;
constexpr double mostCpu = 4'096;
const std::vector<std::string> outcomes{"timeout", "lost", "failure", "signal", "memory"};

bool isExit(std::string_view word)
{
    constexpr std::string_view prefix = "exit ";
    if (!word.starts_with(prefix))
        return false;
    word.remove_prefix(prefix.size());
    int code = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), code);
    return error == std::errc() && end == word.data() + word.size() && code >= 1 && code <= 255;
}

void checkOutcomes(const Retry& retry, const std::string& path, Findings& findings)
{
    for (std::size_t i = 0; i < retry.on.size(); ++i) {
        if (isExit(retry.on[i]) || std::ranges::find(outcomes, retry.on[i]) != outcomes.end())
            continue;
        const auto near = nearest(retry.on[i], outcomes);
        findings.error(path + ".on." + std::to_string(i), {"check.bad_retry_outcome", {{"word", retry.on[i]}}},
                       near ? didYouMean(*near) : write("[timeout, lost, failure, signal, memory, exit 75]"));
    }
}

void checkRetry(const Retry& retry, const std::string& path, Findings& findings)
{
    if (retry.attempts < 1 || retry.attempts > mostAttempts)
        findings.error(path + ".attempts", {"check.bad_attempts", {{"limit", std::to_string(mostAttempts)}}}, write("attempts: 3"));
    if (retry.delay < Duration::zero())
        findings.error(path + ".delay", {"check.negative_duration", {}}, write("delay: 10s"));
    if (!(retry.backoff >= 1 && retry.backoff <= 100))
        findings.error(path + ".backoff", {"check.bad_backoff", {}}, write("backoff: 2"));
    if (!(retry.jitter >= 0 && retry.jitter <= 1))
        findings.error(path + ".jitter", {"check.bad_jitter", {}}, write("jitter: 0.1"));
    if (retry.maximumDelay && *retry.maximumDelay < retry.delay)
        findings.error(path + ".maximum_delay", {"check.maximum_delay_short", {}},
                       write("maximum_delay: " + formatDuration(retry.delay)));
    if (retry.within && *retry.within <= Duration::zero())
        findings.error(path + ".within", {"check.no_timeout", {}}, write("within: 6h"));
    checkOutcomes(retry, path, findings);
}

void checkTimeout(const std::optional<Duration>& timeout, const std::string& path, Findings& findings)
{
    if (timeout && *timeout <= Duration::zero())
        findings.error(path + ".timeout", {"check.no_timeout", {}}, write("timeout: 2h"));
}

void checkCommand(const pipeline::Command& command, const std::string& path, Findings& findings)
{
    checkRetry(command.retry, path + ".retry", findings);
    checkTimeout(command.timeout, path, findings);
    if (command.timeout && command.retry.within && *command.retry.within < *command.timeout)
        findings.warning(path + ".retry.within", {"check.within_short", {{"timeout", formatDuration(*command.timeout)}}},
                         write("within: " + formatDuration(command.retry.attempts * *command.timeout)));
    if (command.grace && *command.grace < Duration::zero())
        findings.error(path + ".grace", {"check.negative_duration", {}}, write("grace: 30s"));
    if (!(command.resources.cpu > 0 && command.resources.cpu <= mostCpu))
        findings.error(path + ".resources.cpu", {"check.bad_cpu", {}}, write("cpu: 1"));
}

} // namespace

void checkLimits(const Facts& facts, Findings& findings)
{
    const pipeline::Defaults& defaults = facts.pipeline().defaults;
    if (defaults.retry)
        checkRetry(*defaults.retry, "defaults.retry", findings);
    checkTimeout(defaults.timeout, "defaults", findings);
    for (std::size_t i = 0; i < facts.pipeline().steps.size(); ++i) {
        if (const auto* command = std::get_if<pipeline::Command>(&facts.step(i).body))
            checkCommand(*command, facts.path(i), findings);
    }
}

} // namespace penstock::check
