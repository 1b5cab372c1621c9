#include "core/remote/gate.h"

#include <algorithm>

namespace penstock::remote {

namespace {

// Takes the same time wherever the first difference stands.
bool equalInConstantTime(const std::string& a, const std::string& b)
{
    unsigned char difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        difference = static_cast<unsigned char>(difference | (a[i] ^ b[i]));
    return difference == 0;
}

Refusal refusal(int status, const char* id, const std::string& detail = {})
{
    return {status, {ErrorCode::denied, {id, {}}, detail}};
}

std::string bearerOf(const HttpRequest& request)
{
    const std::string value = request.header("authorization").value_or("");
    return value.starts_with("Bearer ") ? value.substr(7) : std::string();
}

} // namespace

std::string userOf(const GatePolicy& policy, const HttpRequest& request, const std::string& byTransport)
{
    return policy.holder ? policy.holder(bearerOf(request)).value_or("") : byTransport;
}

std::optional<Refusal> refusedByGate(const GatePolicy& policy, const HttpRequest& request)
{
    const std::string host = request.header("host").value_or("");
    if (std::ranges::find(policy.hosts, host) == policy.hosts.end())
        return refusal(421, "remote.host_refused", host.substr(0, 80));
    if (request.header("origin"))
        return refusal(403, "remote.origin_refused");
    if (policy.token && !equalInConstantTime(request.header("authorization").value_or(""), "Bearer " + *policy.token))
        return refusal(401, "remote.token_refused");
    if (policy.holder && !policy.holder(bearerOf(request)))
        return refusal(401, "remote.token_refused");
    return std::nullopt;
}

} // namespace penstock::remote
