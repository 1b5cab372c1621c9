// What becomes of an attempt whose processes have ended.
#include "core/host/attempts.h"

#include "core/host/found_attempt.h"
#include "core/host/input_record.h"
#include "core/store/tree_removal.h"

#include <algorithm>
#include <filesystem>

namespace penstock::host {

namespace {

// Before the claims are free: what stands there now is this attempt's. What was taken into the store is known by its
// content; metrics are not, also those of an attempt that ended well.
void rememberLeft(const engine::AttemptEnded& ended, const std::vector<std::string>& claims, const std::string& metrics,
                  const store::Leftovers& leftovers)
{
    const std::string metricsFile = engine::normalisedPath(metrics);
    for (const std::string& path : claims) {
        // Failing to remember costs a refusal later, and nothing that is worth failing the attempt for.
        if (ended.outcome.kind != engine::OutcomeKind::succeeded || path == metricsFile)
            (void)leftovers.remember(path);
    }
}

// Nobody has masked what a step wrote whose supervisor was killed.
void removeUnmasked(const Preparation& preparation)
{
    const engine::Places places = placesOf(preparation);
    std::error_code ignored;
    for (const std::string& file : {places.outputsFile, places.metricsFile})
        std::filesystem::remove(file, ignored);
}

} // namespace

void Attempts::collectEnd(const engine::Exited& exited)
{
    const FoundAttempt found = findAttempt(m_parts.view, exited.attempt);
    const engine::Attempt* attempt = m_parts.view.workspace.attempt(exited.attempt);
    if (!found.command || !attempt || attempt->phase == engine::Attempt::Phase::ended) {
        discardTaken(exited.attempt);
        leave(exited.attempt);
        m_parts.runner.forget(exited.attempt); // known already: the earlier owner died between commit and forget
        return;
    }
    Flight& current = flight(exited.attempt);
    const Layout layout = layoutOf(m_parts.layout, *found.run);
    if (exited.exit.outcome.kind == engine::OutcomeKind::lost && !found.command->secrets.empty())
        removeUnmasked(preparationOf(layout, *found.run, *found.instance, exited.attempt.number, {}));
    Collection job{preparationOf(layout, *found.run, *found.instance, exited.attempt.number, {}), exited.exit,
                   current.inputs, current.fileInputs, current.code, found.command->values, current.cache};
    job.ownTracking = current.ownTracking;
    const std::string metricsFile = m_parts.layout.metricsFile(exited.attempt);
    const bool hasLogged = m_parts.tracker && (!current.isKnown || m_parts.tracker->hasSomething(exited.attempt, metricsFile));
    auto work = [job, isKnown = current.isKnown, tracker = hasLogged ? m_parts.tracker : nullptr, metricsFile, claims = attempt->claims, &artifacts = m_parts.artifacts,
                 &leftovers = m_parts.displaced.leftovers()]() mutable {
        if (!isKnown) {
            InputRecord record = readInputRecord(job.preparation.layout.attemptFolder(job.preparation.attempt));
            job.inputs = std::move(record.inputs);
            job.fileInputs = std::move(record.files);
            job.code = std::move(record.code);
            job.cache = std::move(record.cache);
            job.ownTracking = record.ownTracking;
        }
        if (tracker)
            job.logged = tracker->finish(job.preparation.attempt, metricsFile);
        const std::atomic<bool> never{false}; // what ended well is collected even when the run is being cancelled
        auto ended = collect(job, artifacts, never);
        if (!job.preparation.checkout)
            rememberLeft(ended, claims, job.preparation.metrics, leftovers);
        return ended;
    };
    if (isQuick(job.preparation) && current.isKnown && !hasLogged && found.command->inputs.empty())
        return collected(work());
    m_parts.workers.run([this, work, &mailbox = m_parts.mailbox]() mutable {
        mailbox.post([this, ended = work()]() { collected(ended); });
    });
}

void Attempts::collected(engine::AttemptEnded ended)
{
    const AttemptId attempt = ended.attempt;
    Fact fact = engineFact(engine::Ended{std::move(ended)});
    fact.done = [this, attempt](const Result<void>& result) {
        if (!result)
            return;
        if (const FoundAttempt found = findAttempt(m_parts.view, attempt); found.command)
            learn(*found.run, *found.instance);
        discardTaken(attempt);
        leave(attempt);
        m_parts.runner.forget(attempt);
    };
    m_parts.tell(std::move(fact));
}

// Private outputs that the store has by now; those of an attempt that failed stay for people to look at.
void Attempts::discardTaken(const AttemptId& attempt)
{
    const FoundAttempt found = findAttempt(m_parts.view, attempt);
    const engine::Attempt* ended = m_parts.view.workspace.attempt(attempt);
    if (!found.command || !ended || ended->outcome.kind != engine::OutcomeKind::succeeded)
        return;
    if (std::ranges::none_of(found.command->outputs, [](const auto& output) { return output.second.path.empty(); }))
        return;
    m_parts.workers.run([folder = m_parts.layout.attemptFolder(attempt) + "/outputs"] { (void)store::removeTree(folder); });
}

} // namespace penstock::host
