#include "core/session/notice.h"

#include <algorithm>

namespace penstock::session {

namespace {

constexpr const char* progressType = "progress";
constexpr const char* troubleType = "trouble";
constexpr const char* growthType = "metrics";

std::uint64_t countAt(const Json& content, const char* key) { return static_cast<std::uint64_t>(std::max<std::int64_t>(0, integerAt(content, key))); }

} // namespace

Notice noticeOf(const SeriesGrown& grown) { return {grown.attempt.text(), growthType, {{"points", grown.points}}}; }

std::optional<SeriesGrown> growthIn(const Notice& notice)
{
    const auto attempt = AttemptId::parse(notice.subject);
    if (notice.type != growthType || !attempt)
        return std::nullopt;
    return SeriesGrown{*attempt, countAt(notice.content, "points")};
}

Notice noticeOf(const InputProgress& progress)
{
    return {progress.attempt.text(), progressType, {{"what", "digest"}, {"path", progress.path}, {"done", progress.done}, {"total", progress.total}}};
}

std::optional<InputProgress> progressIn(const Notice& notice)
{
    const auto attempt = AttemptId::parse(notice.subject);
    if (notice.type != progressType || textAt(notice.content, "what") != "digest" || !attempt)
        return std::nullopt;
    return InputProgress{*attempt, textAt(notice.content, "path"), countAt(notice.content, "done"), countAt(notice.content, "total")};
}

Notice noticeOf(const EnvironmentProgress& progress)
{
    return {progress.attempt.text(), progressType,
            {{"what", "environment"}, {"path", progress.path}, {"line", progress.line}, {"ms", progress.since.count()}}};
}

std::optional<EnvironmentProgress> environmentIn(const Notice& notice)
{
    const auto attempt = AttemptId::parse(notice.subject);
    if (notice.type != progressType || textAt(notice.content, "what") != "environment" || !attempt)
        return std::nullopt;
    const Duration since(std::max<std::int64_t>(0, integerAt(notice.content, "ms")));
    return EnvironmentProgress{*attempt, textAt(notice.content, "path"), textAt(notice.content, "line"), since};
}

Notice noticeOfTrouble(const Error& why)
{
    Json arguments = Json::object();
    for (const auto& [name, value] : why.message.arguments)
        arguments[name] = value;
    return {"workspace", troubleType, {{"id", why.message.id}, {"arguments", std::move(arguments)}, {"detail", why.detail}}};
}

std::optional<Error> troubleIn(const Notice& notice)
{
    if (notice.type != troubleType)
        return std::nullopt;
    Error why{ErrorCode::io, {textAt(notice.content, "id"), {}}, textAt(notice.content, "detail")};
    const Json& arguments = memberAt(notice.content, "arguments");
    if (arguments.is_object()) {
        for (const auto& [name, value] : arguments.items())
            why.message.arguments.emplace_back(name, value.is_string() ? value.get<std::string>() : dumpJson(value));
    }
    return why;
}

} // namespace penstock::session
