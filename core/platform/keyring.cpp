#include "core/platform/keyring.h"

#include "core/platform/brief_command.h"

namespace penstock::platform {

namespace {

Error failureIn(const Json& answer)
{
    const std::string what = textAt(answer, "error");
    if (what == "absent")
        return {ErrorCode::notFound, {"platform.keyring_absent", {}}, textAt(answer, "reason")};
    if (what == "locked")
        return {ErrorCode::denied, {"platform.keyring_locked", {}}, textAt(answer, "reason")};
    return {ErrorCode::io, {"platform.keyring_failed", {{"reason", textAt(answer, "reason")}}}, {}};
}

} // namespace

Keyring::Keyring(std::string program, Duration patience)
    : m_program(std::move(program))
    , m_patience(patience)
{}

Result<Json> Keyring::ask(const Json& question) const
{
    SpawnPlan plan;
    plan.arguments = {m_program};
    const auto output = runBriefly(std::move(plan), m_patience, 8U << 20U, dumpJson(question));
    if (!output && output.error().code == ErrorCode::busy)
        return Error{ErrorCode::busy, {"platform.keyring_silent", {{"seconds", std::to_string(m_patience.count() / 1000)}}}, {}};
    if (!output && output.error().code == ErrorCode::notFound)
        return Error{ErrorCode::notFound, {"platform.keyring_absent", {}}, m_program};
    if (!output)
        return output.error();
    const auto answer = parseJson(output->text);
    if (!answer || !answer->is_object()) // killed, or without its libraries
        return Error{ErrorCode::io, {"platform.keyring_failed", {{"reason", m_program + " (" + std::to_string(output->code) + ')'}}}, {}};
    if (answer->contains("error"))
        return failureIn(*answer);
    return *answer;
}

Result<std::map<std::string, std::string>> Keyring::read(const std::vector<std::string>& keys) const
{
    std::map<std::string, std::string> values;
    if (keys.empty())
        return values;
    const auto answer = ask({{"do", "read"}, {"keys", keys}});
    if (!answer)
        return answer.error();
    for (const std::string& key : keys) {
        if (const Json& value = memberAt(memberAt(*answer, "values"), key.c_str()); value.is_string())
            values[key] = value.get<std::string>();
    }
    return values;
}

Result<void> Keyring::write(const std::string& key, const std::string& value) const
{
    const auto answer = ask({{"do", "write"}, {"key", key}, {"value", value}});
    return answer ? Result<void>() : answer.error();
}

Result<void> Keyring::remove(const std::string& key) const
{
    const auto answer = ask({{"do", "remove"}, {"key", key}});
    return answer ? Result<void>() : answer.error();
}

} // namespace penstock::platform
