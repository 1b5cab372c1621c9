#include "core/host/inbox.h"

#include "core/engine/trigger.h"
#include "core/format/pipeline_reader.h"
#include "core/host/code_version.h"
#include "core/host/run_documents.h"

#include <algorithm>

namespace penstock::host {

namespace {

constexpr const char* folder = "pipelines";
constexpr std::string_view ending = ".pipeline.yaml";
constexpr std::uint64_t largestDocument = 16 << 20;
constexpr std::size_t eventsPerTurn = 16; // commands are answered in between
constexpr Duration untilRetry{5'000};

// Of the machine and of this moment, not of the pipeline or the event.
bool isPassing(const Error& error) { return error.code == ErrorCode::full || error.code == ErrorCode::io || error.code == ErrorCode::busy; }

} // namespace

Inbox::Inbox(Parts parts)
    : m_parts(std::move(parts))
{}

Inbox::~Inbox() { *m_stop = true; }

void Inbox::handle(Duration now)
{
    if (m_again && now < *m_again)
        return;
    m_again.reset();
    const std::set<EventId>& open = m_parts.view.workspace.inbox.open;
    if (open.size() <= m_told.size())
        return;
    const std::vector<Listener> known = listeners();
    std::size_t left = eventsPerTurn;
    for (const EventId& id : open) {
        if (m_told.contains(id))
            continue;
        if (left-- == 0) {
            m_again = now;
            return;
        }
        const engine::InboxEvent& event = *m_parts.view.workspace.inbox.find(id);
        auto matches = matchesOf(event, known);
        if (!matches) {
            m_again = now + untilRetry;
            return;
        }
        m_told.insert(id);
        recordCode(event, std::move(*matches));
    }
}

// Of runs that start now; git may have much to look at.
void Inbox::recordCode(const engine::InboxEvent& event, std::vector<Match> matches)
{
    if (std::none_of(matches.begin(), matches.end(), [](const Match& match) { return match.run.has_value(); }))
        return settle(event.id, event.actor, std::move(matches));
    m_parts.workers.run([this, id = event.id, actor = event.actor, matches = std::move(matches), stop = m_stop]() mutable {
        for (Match& match : matches) {
            if (match.run)
                match.run->source = codeVersionOf(m_parts.layout.workspace, claimsOf(*match.run), m_parts.artifacts, *stop);
        }
        m_parts.mailbox.post([this, id, actor, matches = std::move(matches)]() mutable { settle(id, actor, std::move(matches)); });
    });
}

void Inbox::settle(EventId event, const std::string& actor, std::vector<Match> matches)
{
    Fact fact;
    fact.act = [event, matches = std::move(matches), actor](Ledger& ledger) mutable {
        for (Match& match : matches) {
            if (match.run)
                match.run->facts = productionOf(ledger.view(), *match.run);
        }
        return ledger.decide(engine::HandleEvent{event, matches}, actor);
    };
    fact.done = [this, event](const Result<void>&) { m_told.erase(event); };
    m_parts.tell(std::move(fact));
}

std::vector<Inbox::Listener> Inbox::listeners() const
{
    std::vector<Listener> found;
    const auto names = m_parts.files.list(m_parts.layout.inWorkspace(folder));
    for (const std::string& name : names ? *names : std::vector<std::string>()) {
        if (!name.ends_with(ending))
            continue;
        Listener listener{std::string(folder) + '/' + name, {}, {}, {}};
        auto text = m_parts.files.read(m_parts.layout.inWorkspace(listener.file), largestDocument);
        if (!text || text->find("event") == std::string::npos) // no trigger in it; reading all of it is not worth it
            continue;
        format::ReadPipeline read = format::readPipeline(*text);
        if (!read.tree) {
            listener.problem = Error{ErrorCode::invalid, read.issues.empty() ? Message() : read.issues.front().what, {}};
            listener.text = std::move(*text);
        }
        listener.pipeline = std::move(read.pipeline);
        if (listener.problem || !listener.pipeline.triggers.empty())
            found.push_back(std::move(listener));
    }
    return found;
}

Result<std::vector<Inbox::Match>> Inbox::matchesOf(const engine::InboxEvent& event, const std::vector<Listener>& listeners) const
{
    std::vector<Match> matches;
    for (const Listener& listener : listeners) {
        auto match = matchOf(event, listener);
        if (!match)
            return match.error();
        if (*match)
            matches.push_back(std::move(**match));
    }
    return matches;
}

// Nothing: it does not listen to such events. Errors: those that pass.
Result<std::optional<Inbox::Match>> Inbox::matchOf(const engine::InboxEvent& event, const Listener& listener) const
{
    Match match{{listener.file, engine::EventOutcome::What::failed, {}, {}}, {}};
    if (listener.problem) { // a file that names the event most likely listens to it
        match.outcome.why = listener.problem->message;
        return listener.text.find(event.name) != std::string::npos ? std::optional(std::move(match)) : std::nullopt;
    }
    const auto asked = engine::askTriggers(listener.pipeline, event.name, event.data);
    if (!asked) {
        match.outcome.why = asked.error().message;
        return std::optional(std::move(match));
    }
    if (!asked->listens)
        return std::optional<Match>();
    if (!asked->starts) {
        match.outcome.what = engine::EventOutcome::What::passedOver;
        match.outcome.why = {"engine.trigger_did_not_hold", {}};
        return std::optional(std::move(match));
    }
    auto run = freeze(m_parts.layout, m_parts.files, m_parts.artifacts, listener.file, asked->parameters);
    if (run)
        match.run = std::move(*run);
    else if (isPassing(run.error()))
        return run.error();
    else
        match.outcome.why = run.error().message;
    return std::optional(std::move(match));
}

} // namespace penstock::host
