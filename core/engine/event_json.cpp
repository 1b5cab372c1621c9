#include "core/engine/event_json.h"

#include "core/engine/json_fields.h"

#include <array>

namespace penstock::engine {

namespace {

// In the order of the alternatives of Event. These names are stored for ever.
constexpr std::array<std::string_view, std::variant_size_v<Event>> types{
    "run.created",       "run.cancelRequested", "run.ended",          "instance.ready",     "instance.started",
    "instance.ended",    "attempt.planned",     "attempt.started",    "attempt.ended",      "attempt.retryScheduled",
    "branch.taken",      "approval.requested",  "approval.withdrawn", "approval.decided",   "production.changed",
    "iteration.began",   "map.opened",          "subpipeline.opened",    "wait.began",
    "inbox.received",    "inbox.repeated",      "inbox.handled",         "retention.began",
    "retention.ended"};

constexpr std::array<std::pair<EventOutcome::What, const char*>, 3> eventOutcomes{{{EventOutcome::What::started, "started"},
                                                                                   {EventOutcome::What::passedOver, "passedOver"},
                                                                                   {EventOutcome::What::failed, "failed"}}};

constexpr std::array<std::pair<Verdict, const char*>, 3> verdicts{
    {{Verdict::approved, "approved"}, {Verdict::rejected, "rejected"}, {Verdict::expired, "expired"}}};

// Members that say nothing are left out: most events of a run are short, and there are many.
void addUnlessEmpty(Json& json, const char* key, Json value)
{
    if (!value.is_null() && !value.empty())
        json[key] = std::move(value);
}

struct Writer {
    Json operator()(const RunCreated& event) const
    {
        Json json{{"run", event.run.text()},
                  {"pipeline", event.pipeline},
                  {"parameters", event.parameters},
                  {"documents", toJson(event.documents)},
                  {"file", event.file},
                  {"facts", event.facts}};
        if (!event.resumedFrom.empty())
            json["resumedFrom"] = event.resumedFrom;
        if (!event.key.empty())
            json["key"] = event.key;
        addUnlessEmpty(json, "pipelines", event.pipelines);
        addUnlessEmpty(json, "from", event.from);
        addUnlessEmpty(json, "to", event.to);
        if (event.simulated)
            json["simulated"] = true;
        if (event.noCache)
            json["noCache"] = true;
        addUnlessEmpty(json, "source", event.source);
        if (event.checkout)
            json["checkout"] = toJson(*event.checkout);
        if (!event.reproduces.empty())
            json["reproduces"] = event.reproduces;
        if (!event.event.empty())
            json["event"] = event.event;
        return json;
    }
    Json operator()(const RunCancelRequested& event) const
    {
        return {{"run", event.run.text()}, {"reason", event.reason}};
    }
    Json operator()(const RunEnded& event) const { return {{"run", event.run.text()}, {"state", name(event.state)}}; }
    Json operator()(const InstanceReady& event) const { return of(event); }
    Json operator()(const InstanceStarted& event) const { return of(event); }
    Json operator()(const InstanceEnded& event) const
    {
        Json json = of(event);
        json["state"] = name(event.state);
        addUnlessEmpty(json, "why", toJson(event.why));
        addUnlessEmpty(json, "outputs", toJson(event.outputs));
        addUnlessEmpty(json, "values", event.values);
        addUnlessEmpty(json, "metrics", event.metrics);
        return json;
    }
    Json operator()(const AttemptPlanned& event) const
    {
        Json json{{"attempt", event.attempt.text()}, {"slots", event.slots}, {"claims", event.claims}};
        addUnlessEmpty(json, "gpus", event.gpus);
        return json;
    }
    Json operator()(const AttemptStarted& event) const
    {
        return {{"attempt", event.attempt.text()}, {"pid", event.pid}};
    }
    Json operator()(const AttemptEnded& event) const
    {
        Json json{{"attempt", event.attempt.text()}, {"outcome", toJson(event.outcome)}};
        addUnlessEmpty(json, "outputs", toJson(event.outputs));
        addUnlessEmpty(json, "values", event.values);
        addUnlessEmpty(json, "metrics", event.metrics);
        addUnlessEmpty(json, "record", event.record);
        return json;
    }
    Json operator()(const RetryScheduled& event) const
    {
        return {{"attempt", event.attempt.text()}, {"at", formatInstant(event.at)}};
    }
    Json operator()(const BranchTaken& event) const
    {
        Json json = of(event);
        json["branch"] = event.branch;
        json["target"] = event.target;
        return json;
    }
    Json operator()(const ApprovalRequested& event) const
    {
        Json json{{"request", event.request.text()},
                  {"digest", event.digest.hex()},
                  {"subject", event.subject},
                  {"approvers", event.approvers}};
        if (event.expires)
            json["expires"] = formatInstant(*event.expires);
        return json;
    }
    Json operator()(const ApprovalWithdrawn& event) const
    {
        return {{"request", event.request.text()}, {"why", toJson(event.why)}};
    }
    Json operator()(const ApprovalDecided& event) const
    {
        return {{"request", event.request.text()},
                {"verdict", name(event.verdict)},
                {"digest", event.digest.hex()},
                {"person", event.person},
                {"comment", event.comment}};
    }
    Json operator()(const ProductionChanged& event) const { return {{"line", event.line}, {"facts", event.facts}}; }
    Json operator()(const IterationBegan& event) const { return of(event); }
    Json operator()(const MapOpened& event) const
    {
        Json json = of(event);
        json["items"] = event.items;
        return json;
    }
    Json operator()(const PipelineOpened& event) const
    {
        Json json = of(event);
        json["parameters"] = event.parameters;
        return json;
    }
    Json operator()(const WaitBegan& event) const
    {
        Json json = of(event);
        if (event.until)
            json["until"] = formatInstant(*event.until);
        if (event.deadline)
            json["deadline"] = formatInstant(*event.deadline);
        return json;
    }
    Json operator()(const EventReceived& event) const
    {
        Json json{{"event", event.event.text()}, {"name", event.name}, {"data", event.data}};
        addUnlessEmpty(json, "key", event.key);
        addUnlessEmpty(json, "replayOf", event.replayOf);
        addUnlessEmpty(json, "order", event.order);
        return json;
    }
    Json operator()(const EventRepeated& event) const { return {{"event", event.event.text()}}; }
    Json operator()(const EventHandled& event) const
    {
        Json outcomes = Json::array();
        for (const EventOutcome& outcome : event.outcomes) {
            Json json{{"file", outcome.file}, {"outcome", name(outcome.what)}};
            addUnlessEmpty(json, "run", outcome.run);
            addUnlessEmpty(json, "why", toJson(outcome.why));
            outcomes.push_back(std::move(json));
        }
        return {{"event", event.event.text()}, {"outcomes", outcomes}};
    }
    Json operator()(const RetentionBegan& event) const { return {{"runs", texts(event.runs)}, {"logs", texts(event.logs)}}; }
    Json operator()(const RetentionEnded& event) const { return {{"freed", event.freed}}; }

private:
    static Json texts(const std::vector<RunId>& runs)
    {
        Json list = Json::array();
        for (const RunId& run : runs)
            list.push_back(run.text());
        return list;
    }
    template <class T>
    static Json of(const T& event)
    {
        return {{"run", event.run.text()}, {"instance", event.instance.text()}};
    }
};

} // namespace

const char* name(Verdict verdict)
{
    for (const auto& [value, word] : verdicts) {
        if (value == verdict)
            return word;
    }
    return "";
}

std::optional<Verdict> verdictByName(std::string_view wanted)
{
    for (const auto& [value, word] : verdicts) {
        if (wanted == word)
            return value;
    }
    return std::nullopt;
}

const char* name(EventOutcome::What what)
{
    for (const auto& [value, word] : eventOutcomes) {
        if (value == what)
            return word;
    }
    return "";
}

std::optional<EventOutcome::What> eventOutcomeByName(std::string_view wanted)
{
    for (const auto& [value, word] : eventOutcomes) {
        if (wanted == word)
            return value;
    }
    return std::nullopt;
}

std::string typeOf(const Event& event) { return std::string(types[event.index()]); }

Json payloadOf(const Event& event) { return std::visit(Writer{}, event); }

bool isEngineType(std::string_view type)
{
    // A type that a newer version added is the engine's too: its reader says "unsupported" instead of "not mine".
    for (const std::string_view subject : {"run.", "instance.", "attempt.", "branch.", "approval.", "production.", "iteration.", "map.",
                                           "subpipeline.", "wait.", "inbox.", "retention."}) {
        if (type.starts_with(subject))
            return true;
    }
    return false;
}

} // namespace penstock::engine
