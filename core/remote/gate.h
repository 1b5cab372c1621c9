// The one check in front of all routes: no path list can be forgotten, because no path is looked at.
#pragma once

#include "core/base/result.h"
#include "core/remote/http_request.h"

#include <optional>
#include <string>
#include <vector>

namespace penstock::remote {

struct GatePolicy {
    std::vector<std::string> hosts;   // allowed Host values: against DNS rebinding
    std::optional<std::string> token; // required `Authorization: Bearer`; none where the transport proves the peer
};

struct Refusal {
    int status = 400;
    Error error;
};

// 421 for a foreign Host, 403 for any Origin (no web page is a client), 401 without the token.
std::optional<Refusal> refusedByGate(const GatePolicy& policy, const HttpRequest& request);

} // namespace penstock::remote
