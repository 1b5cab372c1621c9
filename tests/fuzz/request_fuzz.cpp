// HTTP requests in any portions: the same bytes give the same requests, and nothing beyond the limits is kept.
#include "core/remote/request_reader.h"
#include "tests/fuzz/target.h"

#include <string>
#include <vector>

namespace penstock::remote {

namespace {

using fuzz::must;

HttpLimits smallLimits()
{
    HttpLimits limits;
    limits.url = 64;
    limits.header = 512;
    limits.headerFields = 8;
    limits.body = 256;
    return limits;
}

void checkRequest(const HttpRequest& request, const HttpLimits& limits)
{
    must(request.path.starts_with('/') && request.path.size() <= limits.url, "paths are within their limit");
    must(request.body.size() <= limits.body, "bodies are within their limit");
    must(request.headers.size() <= limits.headerFields, "headers are within their limit");
    (void)refusedByGate({{"localhost"}, "token"}, request);
}

struct Heard {
    std::vector<std::string> requests;
    int refusal = 0;

    bool operator==(const Heard&) const = default;
};

Heard hear(std::string_view bytes, std::size_t portion)
{
    const HttpLimits limits = smallLimits();
    RequestReader reader(limits);
    Heard heard;
    while (!bytes.empty() && heard.refusal == 0) {
        const std::string_view part = bytes.substr(0, portion);
        bytes.remove_prefix(part.size());
        reader.feed(part);
        while (reader.state() == RequestReader::State::complete) {
            const HttpRequest request = reader.take();
            checkRequest(request, limits);
            heard.requests.push_back(request.method + ' ' + request.path + '\n' + request.body);
        }
        if (reader.refusal())
            heard.refusal = reader.refusal()->status;
        must((reader.state() == RequestReader::State::refused) == reader.refusal().has_value(), "a refusal has its reason");
    }
    return heard;
}

} // namespace

} // namespace penstock::remote

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace penstock::remote;
    // With an end to the line it stands in: before that, it is the parser's affair when it gives up.
    const std::string bytes = std::string(penstock::fuzz::textOf(data, size)) + "\r\n\r\n";
    const Heard whole = hear(bytes, bytes.size() + 1);
    const Heard pieces = hear(bytes, 7);
    // Where exactly a limit is met depends on how much the parser has at once.
    for (const int refusal : {whole.refusal, pieces.refusal}) {
        if (refusal == 413 || refusal == 414 || refusal == 431)
            return 0;
    }
    penstock::fuzz::must(whole.requests == pieces.requests, "portions do not change what was asked");
    penstock::fuzz::must((whole.refusal == 0) == (pieces.refusal == 0), "portions do not change whether it was refused");
    return 0;
}
