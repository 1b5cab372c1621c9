#include "story.h"

namespace penstock::engine::test {

namespace {

std::string why(const Message& message) { return message.id.empty() ? std::string() : " (" + message.id + ')'; }

std::string word(InstanceState state) { return state == InstanceState::succeeded ? "ok" : name(state); }

std::string outcomeText(const Outcome& outcome)
{
    std::string text = outcome.kind == OutcomeKind::succeeded ? "ok" : name(outcome.kind);
    if (outcome.code != 0)
        text += ' ' + std::to_string(outcome.code);
    return text;
}

std::string number(const Json& facts)
{
    const auto version = VersionId::parse(textAt(facts, "version"));
    return version ? version->number() : "none";
}

struct Teller {
    const RunId& only;
    Instant start;

    std::string of(const RunId& run, const std::string& rest) const
    {
        return run == only ? rest : run.text() + '/' + rest;
    }
    std::string of(const AttemptId& id) const
    {
        return of(id.run, id.instance.text() + '/' + std::to_string(id.number));
    }
    std::string of(const RequestId& id) const
    {
        return of(id.run, id.instance.text() + (id.number == 1 ? "" : ':' + std::to_string(id.number)));
    }
    template <class T>
    std::string instance(const T& event) const
    {
        return of(event.run, event.instance.text());
    }

    std::string operator()(const RunCreated& e) const { return of(e.run, "created"); }
    std::string operator()(const RunCancelRequested& e) const { return of(e.run, "cancel"); }
    std::string operator()(const RunEnded& e) const { return of(e.run, std::string("run ") + name(e.state)); }
    std::string operator()(const InstanceReady& e) const { return "ready " + instance(e); }
    std::string operator()(const InstanceStarted& e) const { return "asked " + instance(e); }
    std::string operator()(const InstanceEnded& e) const
    {
        return "ended " + instance(e) + ' ' + word(e.state) + why(e.why);
    }
    std::string operator()(const AttemptPlanned& e) const
    {
        std::string text = "planned " + of(e.attempt) + " slots";
        for (const int slot : e.slots)
            text += ' ' + std::to_string(slot);
        for (const std::string& path : e.claims)
            text += " +" + path;
        return text;
    }
    std::string operator()(const AttemptStarted& e) const { return "started " + of(e.attempt); }
    std::string operator()(const AttemptEnded& e) const
    {
        return "exited " + of(e.attempt) + ' ' + outcomeText(e.outcome);
    }
    std::string operator()(const RetryScheduled& e) const
    {
        return "retry " + of(e.attempt) + " at " + formatDuration(e.at - start);
    }
    std::string operator()(const BranchTaken& e) const { return "branch " + instance(e) + " -> " + e.target; }
    std::string operator()(const IterationBegan& e) const { return "again after " + instance(e); }
    std::string operator()(const MapOpened& e) const { return "map " + instance(e) + ' ' + std::to_string(e.items.size()); }
    std::string operator()(const PipelineOpened& e) const { return "opened " + instance(e); }
    std::string operator()(const WaitBegan& e) const
    {
        const auto at = [&](const char* word, const std::optional<Instant>& when) {
            return when ? std::string(word) + formatDuration(*when - start) : std::string();
        };
        return "waits " + instance(e) + at(" until ", e.until) + at(" at most until ", e.deadline);
    }
    std::string operator()(const ApprovalRequested& e) const { return "asks " + of(e.request); }
    std::string operator()(const ApprovalWithdrawn& e) const { return "withdrawn " + of(e.request) + why(e.why); }
    std::string operator()(const ApprovalDecided& e) const
    {
        return name(e.verdict) + (' ' + of(e.request)) + (e.person.empty() ? "" : " by " + e.person);
    }
    std::string operator()(const EventReceived& e) const { return "received " + e.event.text() + ' ' + e.name; }
    std::string operator()(const EventRepeated& e) const { return "repeated " + e.event.text(); }
    std::string operator()(const EventHandled& e) const
    {
        std::string text = "handled " + e.event.text();
        for (const EventOutcome& outcome : e.outcomes)
            text += std::string(" [") + name(outcome.what) + ' ' + outcome.file + (outcome.run.empty() ? "" : ' ' + outcome.run) + why(outcome.why) + ']';
        return text;
    }
    std::string operator()(const RetentionBegan& e) const
    {
        std::string text = "retention";
        for (const RunId& each : e.runs)
            text += ' ' + each.text();
        for (const RunId& each : e.logs)
            text += " logs of " + each.text();
        return text;
    }
    std::string operator()(const RetentionEnded&) const { return "retention ended"; }
    std::string operator()(const ProductionChanged& e) const
    {
        return "production " + e.line + " = " + number(e.facts);
    }
};

bool equal(const Run& a, const Run& b)
{
    return a.id == b.id && a.plan->pipeline() == b.plan->pipeline() && a.parameters == b.parameters && a.event == b.event
           && a.documents == b.documents && a.file == b.file && a.resumedFrom == b.resumedFrom && a.actor == b.actor
           && a.state == b.state && a.cancels == b.cancels && a.scopes == b.scopes && a.scopeAt == b.scopeAt
           && a.open == b.open && a.holding == b.holding && a.lanes == b.lanes && a.simulated == b.simulated
           && a.source == b.source && a.checkout == b.checkout && a.reproduces == b.reproduces
           && a.selected == b.selected && a.fresh == b.fresh
           && a.counts == b.counts && a.instances == b.instances && a.ready == b.ready && a.createdAt == b.createdAt
           && a.endedAt == b.endedAt && a.removedAt == b.removedAt && a.logsRemovedAt == b.logsRemovedAt;
}

} // namespace

std::string line(const Event& event, const RunId& run, Instant start) { return std::visit(Teller{run, start}, event); }

std::string story(const std::vector<Event>& events, const RunId& run, Instant start)
{
    std::string text;
    for (const Event& event : events)
        text += (text.empty() ? "" : " | ") + line(event, run, start);
    return text;
}

std::string difference(const WorkspaceState& a, const WorkspaceState& b)
{
    if (a.runs.size() != b.runs.size() || a.lastRun != b.lastRun)
        return "runs";
    for (const auto& [id, run] : a.runs) {
        if (!b.run(id) || !equal(run, *b.run(id)))
            return "run " + id.text();
    }
    if (a.slots != b.slots)
        return "slots";
    if (a.requests != b.requests || a.open != b.open)
        return "requests";
    if (a.production != b.production)
        return "production";
    if (a.occupied != b.occupied || a.claims != b.claims)
        return "slots and claims";
    if (a.active != b.active || a.turns != b.turns || a.busy != b.busy)
        return "what can run";
    if (a.retention != b.retention)
        return "retention";
    if (a.inbox != b.inbox)
        return "inbox";
    return a.timers != b.timers ? "timers" : "";
}

} // namespace penstock::engine::test
