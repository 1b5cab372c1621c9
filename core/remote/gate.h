// The one check in front of all routes: no path list can be forgotten, because no path is looked at.
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/remote/http_request.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace penstock::remote {

struct Refusal {
    int status = 400;
    Error error;
};

struct GatePolicy {
    std::vector<std::string> hosts;   // allowed Host values: against DNS rebinding
    std::optional<std::string> token; // required `Authorization: Bearer`; none where the transport proves the peer
    // Where each peer has a token of its own: who holds it, which becomes the user of the request; none: nobody.
    std::function<std::optional<std::string>(const std::string& token)> holder = {};
    // What a refusal looks like; empty: {"error": …} of the local API.
    std::function<Json(const Refusal&)> shape = {};
};

// 421 for a foreign Host, 403 for any Origin (no web page is a client), 401 without the token. Looks at the header only.
std::optional<Refusal> refusedByGate(const GatePolicy& policy, const HttpRequest& request);
// Of a request that passed: the holder of its token, else whom the transport names.
std::string userOf(const GatePolicy& policy, const HttpRequest& request, const std::string& byTransport);

} // namespace penstock::remote
