#include "core/engine/event_json.h"
#include "core/engine/json_fields.h"

#include <map>

namespace penstock::engine {

namespace {

using Read = Event (*)(FieldReader& fields);

Event readRunCreated(FieldReader& fields)
{
    RunCreated event;
    event.run = fields.run();
    event.pipeline = fields.any("pipeline");
    event.parameters = fields.object("parameters");
    event.documents = fields.artifacts("documents");
    event.file = fields.textOr("file");
    event.resumedFrom = fields.textOr("resumedFrom");
    event.key = fields.textOr("key");
    const Json facts = fields.object("facts");
    for (const auto& [line, each] : facts.items())
        event.facts[line] = each;
    const Json pipelines = fields.object("pipelines");
    for (const auto& [file, each] : pipelines.items())
        event.pipelines[file] = each;
    event.simulated = fields.any("simulated") == Json(true);
    event.from = fields.texts("from");
    event.to = fields.texts("to");
    event.noCache = fields.any("noCache") == Json(true);
    event.source = fields.any("source");
    event.checkout = checkoutFrom(fields.any("checkout"));
    event.reproduces = fields.textOr("reproduces");
    event.event = fields.textOr("event");
    return event;
}

Event readInstanceEnded(FieldReader& fields)
{
    return InstanceEnded{fields.run(),
                         fields.instance(),
                         fields.word<InstanceState>("state", instanceStateByName),
                         fields.message("why"),
                         fields.artifacts("outputs"),
                         fields.object("values"),
                         fields.object("metrics")};
}

Event readAttemptEnded(FieldReader& fields)
{
    return AttemptEnded{fields.attempt(),        fields.outcome("outcome"), fields.artifacts("outputs"),
                        fields.object("values"), fields.object("metrics"),  fields.object("record")};
}

Event readRequested(FieldReader& fields)
{
    return ApprovalRequested{fields.request(),       fields.digest("digest"), fields.object("subject"),
                             fields.texts("approvers"), fields.optionalInstant("expires")};
}

Event readDecided(FieldReader& fields)
{
    return ApprovalDecided{fields.request(), fields.word<Verdict>("verdict", verdictByName), fields.digest("digest"),
                           fields.textOr("person"), fields.textOr("comment")};
}

Event readReceived(FieldReader& fields)
{
    return EventReceived{fields.event(),          fields.text("name"),       fields.textOr("key"),
                         fields.object("data"), fields.textOr("replayOf"), fields.textOr("order")};
}

Event readHandled(FieldReader& fields)
{
    EventHandled event{fields.event(), {}};
    const Json outcomes = fields.any("outcomes");
    for (const Json& each : outcomes.is_array() ? outcomes : Json::array()) {
        FieldReader members(each);
        event.outcomes.push_back({members.textOr("file"), members.word<EventOutcome::What>("outcome", eventOutcomeByName),
                                  members.textOr("run"), members.message("why")});
        fields.require(members.ok(), "outcomes");
    }
    return event;
}

std::vector<RunId> readRuns(FieldReader& fields, const char* key)
{
    std::vector<RunId> runs;
    for (const std::string& text : fields.texts(key)) {
        const auto run = RunId::parse(text);
        fields.require(run.has_value(), key);
        if (run)
            runs.push_back(*run);
    }
    return runs;
}

Event readRetentionBegan(FieldReader& fields) { return RetentionBegan{readRuns(fields, "runs"), readRuns(fields, "logs")}; }

const std::map<std::string_view, Read>& readers()
{
    static const std::map<std::string_view, Read> table{
        {"run.created", readRunCreated},
        {"run.cancelRequested",
         [](FieldReader& f) -> Event { return RunCancelRequested{f.run(), f.textOr("reason")}; }},
        {"run.ended", [](FieldReader& f) -> Event { return RunEnded{f.run(), f.word<RunState>("state", runStateByName)}; }},
        {"instance.ready", [](FieldReader& f) -> Event { return InstanceReady{f.run(), f.instance()}; }},
        {"instance.started", [](FieldReader& f) -> Event { return InstanceStarted{f.run(), f.instance()}; }},
        {"instance.ended", readInstanceEnded},
        {"attempt.planned",
         [](FieldReader& f) -> Event { return AttemptPlanned{f.attempt(), f.integers("slots"), f.texts("claims"), f.integers("gpus")}; }},
        {"attempt.started", [](FieldReader& f) -> Event { return AttemptStarted{f.attempt(), f.integer("pid")}; }},
        {"attempt.ended", readAttemptEnded},
        {"attempt.retryScheduled", [](FieldReader& f) -> Event { return RetryScheduled{f.attempt(), f.instant("at")}; }},
        {"branch.taken",
         [](FieldReader& f) -> Event {
             return BranchTaken{f.run(), f.instance(), static_cast<int>(f.integer("branch")), f.textOr("target")};
         }},
        {"approval.requested", readRequested},
        {"approval.withdrawn", [](FieldReader& f) -> Event { return ApprovalWithdrawn{f.request(), f.message("why")}; }},
        {"approval.decided", readDecided},
        {"production.changed",
         [](FieldReader& f) -> Event { return ProductionChanged{f.text("line"), f.object("facts")}; }},
        {"iteration.began", [](FieldReader& f) -> Event { return IterationBegan{f.run(), f.instance()}; }},
        {"map.opened", [](FieldReader& f) -> Event { return MapOpened{f.run(), f.instance(), f.any("items")}; }},
        {"subpipeline.opened",
         [](FieldReader& f) -> Event { return PipelineOpened{f.run(), f.instance(), f.object("parameters")}; }},
        {"wait.began",
         [](FieldReader& f) -> Event {
             return WaitBegan{f.run(), f.instance(), f.optionalInstant("until"), f.optionalInstant("deadline")};
         }},
        {"inbox.received", readReceived},
        {"inbox.repeated", [](FieldReader& f) -> Event { return EventRepeated{f.event()}; }},
        {"inbox.handled", readHandled},
        {"retention.began", readRetentionBegan},
        {"retention.ended", [](FieldReader& f) -> Event { return RetentionEnded{f.object("freed")}; }},
    };
    return table;
}

} // namespace

Result<Event> eventFrom(std::string_view type, const Json& payload)
{
    const auto read = readers().find(type);
    if (read == readers().end())
        return Error{ErrorCode::unsupported, {"engine.event_unknown", {{"type", std::string(type)}}}, {}};
    FieldReader fields(payload);
    Event event = read->second(fields);
    if (!fields.ok()) {
        return Error{ErrorCode::corrupt,
                     {"engine.event_corrupt", {{"type", std::string(type)}, {"field", fields.wrong()}}},
                     {}};
    }
    return event;
}

} // namespace penstock::engine
