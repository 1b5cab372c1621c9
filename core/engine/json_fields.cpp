#include "core/engine/json_fields.h"

#include <limits>

namespace penstock::engine {

Json toJson(const ArtifactRef& artifact)
{
    return {{"digest", artifact.digest.hex()},
            {"shape", artifact.shape == ArtifactShape::folder ? "folder" : "file"},
            {"size", artifact.size}};
}

std::optional<ArtifactRef> artifactFrom(const Json& json)
{
    const auto digest = Digest::parse(textAt(json, "digest"));
    const std::string shape = textAt(json, "shape");
    const Json& size = memberAt(json, "size");
    if (!digest || (shape != "file" && shape != "folder") || !size.is_number_unsigned())
        return std::nullopt;
    return ArtifactRef{*digest, shape == "folder" ? ArtifactShape::folder : ArtifactShape::file,
                       size.get<std::uint64_t>()};
}

Json toJson(const std::map<std::string, ArtifactRef>& artifacts)
{
    Json json = Json::object();
    for (const auto& [name, artifact] : artifacts)
        json[name] = toJson(artifact);
    return json;
}

Json toJson(const Message& message)
{
    if (message.id.empty())
        return nullptr;
    Json arguments = Json::array();
    for (const auto& [name, value] : message.arguments)
        arguments.push_back(Json::array({name, value}));
    return {{"id", message.id}, {"arguments", std::move(arguments)}};
}

Message messageFrom(const Json& json)
{
    Message message{textAt(json, "id"), {}};
    for (const Json& argument : memberAt(json, "arguments")) {
        if (argument.is_array() && argument.size() == 2 && argument[0].is_string() && argument[1].is_string())
            message.arguments.emplace_back(argument[0].get<std::string>(), argument[1].get<std::string>());
    }
    return message;
}

Json toJson(const Outcome& outcome)
{
    Json json{{"kind", name(outcome.kind)}};
    if (outcome.code != 0)
        json["code"] = outcome.code;
    if (outcome.signal != 0)
        json["signal"] = outcome.signal;
    if (!outcome.why.id.empty())
        json["why"] = toJson(outcome.why);
    return json;
}

std::string FieldReader::text(const char* key)
{
    const Json& member = memberAt(m_object, key);
    return taken<std::string>(member.is_string() ? std::optional(member.get<std::string>()) : std::nullopt, key);
}

Json FieldReader::object(const char* key)
{
    const Json& member = memberAt(m_object, key);
    if (!member.is_null() && !member.is_object())
        complain(key);
    return member.is_object() ? member : Json::object();
}

RunId FieldReader::run(const char* key) { return taken<RunId>(RunId::parse(textAt(m_object, key)), key); }

InstanceId FieldReader::instance(const char* key)
{
    return taken<InstanceId>(InstanceId::parse(textAt(m_object, key)), key);
}

AttemptId FieldReader::attempt(const char* key)
{
    return taken<AttemptId>(AttemptId::parse(textAt(m_object, key)), key);
}

RequestId FieldReader::request(const char* key)
{
    return taken<RequestId>(RequestId::parse(textAt(m_object, key)), key);
}

EventId FieldReader::event(const char* key) { return taken<EventId>(EventId::parse(textAt(m_object, key)), key); }

void FieldReader::require(bool truth, const char* key)
{
    if (!truth)
        complain(key);
}

Digest FieldReader::digest(const char* key) { return taken<Digest>(Digest::parse(textAt(m_object, key)), key); }

Instant FieldReader::instant(const char* key)
{
    return taken<Instant>(parseInstant(textAt(m_object, key)), key);
}

std::optional<Instant> FieldReader::optionalInstant(const char* key)
{
    if (memberAt(m_object, key).is_null())
        return std::nullopt;
    return instant(key);
}

std::map<std::string, ArtifactRef> FieldReader::artifacts(const char* key)
{
    std::map<std::string, ArtifactRef> artifacts;
    const Json members = object(key);
    for (const auto& [name, member] : members.items())
        artifacts[name] = taken<ArtifactRef>(artifactFrom(member), key);
    return artifacts;
}

Message FieldReader::message(const char* key)
{
    const Json& member = memberAt(m_object, key);
    Message message;
    if (member.is_null())
        return message;
    message.id = textAt(member, "id");
    if (message.id.empty())
        complain(key);
    for (const Json& pair : memberAt(member, "arguments")) {
        if (pair.is_array() && pair.size() == 2 && pair[0].is_string() && pair[1].is_string())
            message.arguments.emplace_back(pair[0].get<std::string>(), pair[1].get<std::string>());
        else
            complain(key);
    }
    return message;
}

Outcome FieldReader::outcome(const char* key)
{
    FieldReader inner(memberAt(m_object, key));
    Outcome outcome;
    outcome.kind = inner.word<OutcomeKind>("kind", outcomeKindByName);
    outcome.code = static_cast<int>(inner.integer("code"));
    outcome.signal = static_cast<int>(inner.integer("signal"));
    outcome.why = inner.message("why");
    if (!inner.ok())
        complain(key);
    return outcome;
}

std::vector<std::string> FieldReader::texts(const char* key)
{
    std::vector<std::string> texts;
    for (const Json& each : memberAt(m_object, key)) {
        if (each.is_string())
            texts.push_back(each.get<std::string>());
        else
            complain(key);
    }
    return texts;
}

std::vector<int> FieldReader::integers(const char* key)
{
    std::vector<int> integers;
    for (const Json& each : memberAt(m_object, key)) {
        if (each.is_number_integer() && each >= 0 && each <= std::numeric_limits<int>::max())
            integers.push_back(each.get<int>());
        else
            complain(key);
    }
    return integers;
}

void FieldReader::complain(const char* key)
{
    if (m_wrong.empty())
        m_wrong = key;
}

} // namespace penstock::engine
