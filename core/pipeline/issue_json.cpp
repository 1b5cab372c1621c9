#include "core/pipeline/issue_json.h"

namespace penstock::pipeline {

namespace {

Json messageJson(const Message& message)
{
    if (message.id.empty())
        return nullptr;
    Json arguments = Json::object();
    for (const auto& [name, value] : message.arguments)
        arguments[name] = value;
    return {{"id", message.id}, {"arguments", arguments}};
}

Message messageFrom(const Json& json)
{
    Message message{textAt(json, "id"), {}};
    const Json& arguments = memberAt(json, "arguments");
    if (arguments.is_object()) {
        for (const auto& [name, value] : arguments.items())
            message.arguments.emplace_back(name, value.is_string() ? value.get<std::string>() : dumpJson(value));
    }
    return message;
}

} // namespace

const char* name(Severity severity)
{
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::notYet:
        return "notYet";
    case Severity::warning:
        return "warning";
    }
    return "error";
}

Json toJson(const Issues& issues)
{
    Json list = Json::array();
    for (const Issue& issue : issues) {
        list.push_back({{"severity", name(issue.severity)},
                        {"what", messageJson(issue.what)},
                        {"mend", messageJson(issue.mend)},
                        {"path", issue.path},
                        {"line", issue.place.line},
                        {"column", issue.place.column}});
    }
    return list;
}

Issues issuesFromJson(const Json& json)
{
    Issues issues;
    if (!json.is_array())
        return issues;
    for (const Json& entry : json) {
        Issue issue;
        const std::string severity = textAt(entry, "severity");
        issue.severity = severity == "warning" ? Severity::warning : severity == "notYet" ? Severity::notYet : Severity::error;
        issue.what = messageFrom(memberAt(entry, "what"));
        issue.mend = messageFrom(memberAt(entry, "mend"));
        issue.path = textAt(entry, "path");
        issue.place = {static_cast<int>(integerAt(entry, "line")), static_cast<int>(integerAt(entry, "column"))};
        if (!issue.what.id.empty())
            issues.push_back(std::move(issue));
    }
    return issues;
}

} // namespace penstock::pipeline
