#include "core/session/command.h"

#include <optional>

namespace penstock::session {

namespace {

Error invalid(const char* what) { return {ErrorCode::invalid, {"session.command_invalid", {{"what", what}}}, {}}; }

struct ToJson {
    Json operator()(const StartRun& c) const
    {
        return {{"command", "run"}, {"file", c.file}, {"parameters", c.parameters}, {"jobs", c.jobs}, {"simulated", c.simulated}, {"from", c.from}, {"to", c.to}, {"reuse", c.reuse}, {"noCache", c.noCache}, {"revision", c.revision}};
    }
    Json operator()(const ReproduceRun& c) const { return {{"command", "reproduce"}, {"run", c.run.text()}}; }
    Json operator()(const ResumeRun& c) const { return {{"command", "resume"}, {"run", c.run.text()}}; }
    Json operator()(const CancelRun& c) const { return {{"command", "cancel"}, {"run", c.run.text()}, {"reason", c.reason}}; }
    Json operator()(const DecideRequest& c) const
    {
        return {{"command", c.approve ? "approve" : "reject"}, {"request", c.request.text()}, {"comment", c.comment}, {"digest", c.digest}};
    }
    Json operator()(const PromoteVersion& c) const
    {
        return {{"command", "promote"}, {"version", c.version.text()}, {"stage", c.stage}, {"expected", c.expected}, {"comment", c.comment}};
    }
    Json operator()(const EmitEvent& c) const { return {{"command", "emit"}, {"event", c.name}, {"key", c.key}, {"data", c.data}}; }
    Json operator()(const ReplayEvent& c) const { return {{"command", "replay"}, {"event", c.event.text()}}; }
    Json operator()(const CollectGarbage&) const { return {{"command", "gc"}}; }
    Json operator()(const Ping&) const { return {{"command", "ping"}}; }
    Json operator()(const Quit&) const { return {{"command", "quit"}}; }
};

Result<Command> decisionFrom(const Json& json, bool approve)
{
    const auto request = RequestId::parse(textAt(json, "request"));
    if (!request)
        return invalid("request");
    return Command(DecideRequest{*request, approve, textAt(json, "comment"), textAt(json, "digest")});
}

Result<Command> runCommandFrom(const Json& json, const std::string& word)
{
    const auto run = RunId::parse(textAt(json, "run"));
    if (!run)
        return invalid("run");
    if (word == "resume")
        return Command(ResumeRun{*run});
    if (word == "reproduce")
        return Command(ReproduceRun{*run});
    return Command(CancelRun{*run, textAt(json, "reason")});
}

Result<Command> promotionFrom(const Json& json)
{
    const auto version = VersionId::parse(textAt(json, "version"));
    if (!version)
        return invalid("version");
    return Command(PromoteVersion{*version, textAt(json, "stage", "production"), textAt(json, "expected"), textAt(json, "comment")});
}

Result<Command> emissionFrom(const Json& json)
{
    const Json& data = memberAt(json, "data");
    if (!isEventName(textAt(json, "event")))
        return invalid("event");
    if (!data.is_null() && !data.is_object())
        return invalid("data");
    return Command(EmitEvent{textAt(json, "event"), textAt(json, "key"), data.is_null() ? Json::object() : data});
}

Result<Command> replayFrom(const Json& json)
{
    const auto event = EventId::parse(textAt(json, "event"));
    return event ? Result<Command>(ReplayEvent{*event}) : Result<Command>(invalid("event"));
}

Result<std::vector<std::string>> textsFrom(const Json& json, const char* key)
{
    std::vector<std::string> texts;
    const Json& list = memberAt(json, key);
    if (!list.is_null() && !list.is_array())
        return invalid(key);
    for (const Json& each : list.is_array() ? list : Json::array()) {
        if (!each.is_string())
            return invalid(key);
        texts.push_back(each.get<std::string>());
    }
    return texts;
}

Result<Command> startFrom(const Json& json)
{
    const Json& parameters = memberAt(json, "parameters");
    if (textAt(json, "file").empty())
        return invalid("file");
    if (!parameters.is_null() && !parameters.is_object())
        return invalid("parameters");
    const auto jobs = integerAt(json, "jobs");
    if (jobs < 0 || jobs > 10'000)
        return invalid("jobs");
    auto from = textsFrom(json, "from"), to = textsFrom(json, "to");
    if (!from || !to)
        return from ? to.error() : from.error();
    return Command(StartRun{textAt(json, "file"), parameters.is_null() ? Json::object() : parameters, static_cast<int>(jobs),
                            boolAt(json, "simulated"), std::move(*from), std::move(*to), textAt(json, "reuse"), boolAt(json, "noCache"), textAt(json, "revision")});
}

} // namespace

Json toJson(const Command& command) { return std::visit(ToJson{}, command); }

Result<Command> commandFromJson(const Json& json)
{
    const std::string word = textAt(json, "command");
    if (word == "run")
        return startFrom(json);
    if (word == "resume" || word == "reproduce" || word == "cancel")
        return runCommandFrom(json, word);
    if (word == "approve" || word == "reject")
        return decisionFrom(json, word == "approve");
    if (word == "promote")
        return promotionFrom(json);
    if (word == "emit")
        return emissionFrom(json);
    if (word == "replay")
        return replayFrom(json);
    if (word == "gc")
        return Command(CollectGarbage{});
    if (word == "ping")
        return Command(Ping{});
    if (word == "quit")
        return Command(Quit{});
    return invalid("command");
}

} // namespace penstock::session
