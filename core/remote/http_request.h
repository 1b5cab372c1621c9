#pragma once

#include <map>
#include <optional>
#include <string>

namespace penstock::remote {

// A whole request within the limits. Repeated headers are joined by ", " (RFC 9110, 5.3), so that a second Host or
// Content-Type cannot hide behind the first: the joined text matches no allowed value.
struct HttpRequest {
    std::string method;
    std::string path; // as sent, without query; never decoded: routes are exact
    std::map<std::string, std::string> query;
    std::map<std::string, std::string> headers; // names in lower case
    std::string body;
    std::string user; // proven by the transport
    bool keepAlive = false;

    std::optional<std::string> header(const std::string& lowerCaseName) const
    {
        const auto found = headers.find(lowerCaseName);
        return found == headers.end() ? std::nullopt : std::optional(found->second);
    }
};

} // namespace penstock::remote
