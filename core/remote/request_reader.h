// One HTTP/1.1 request out of bytes that arrive in any portions (RFC 9112), by Boost.Beast's parser. No socket, no
// clock.
#pragma once

#include "core/remote/gate.h"
#include "core/remote/http_limits.h"
#include "core/remote/http_request.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace penstock::remote {

class RequestReader final {
public:
    enum class State { header, body, complete, refused };

    // Asked when the header is whole, before a byte of the body is taken: a refusal, or none and how long the body may be.
    struct Judgement {
        std::optional<Refusal> refusal;
        std::uint64_t mostBytes = 0;
    };
    using Judge = std::function<Judgement(const HttpRequest& header)>;

    explicit RequestReader(const HttpLimits& limits, Judge judge = {}); // without a judge: what the limits allow
    ~RequestReader();

    State feed(std::string_view bytes); // bytes beyond a complete request are kept for the next one
    State state() const { return m_state; }
    bool hasBegun() const { return m_parser != nullptr; } // some of a request has come that was not taken
    bool expectsContinue() const { return m_expectsContinue; }
    const std::optional<Refusal>& refusal() const { return m_refusal; } // set when refused: 400, 413, 414, 431, or by the judge

    // The complete request; then reads the next one, which may be complete already (see state()).
    HttpRequest take();

private:
    struct Parser;

    void parse();
    void checkHeader();
    void refuse(int status, const char* id);

    void judge();

    HttpLimits m_limits;
    Judge m_judge;
    std::unique_ptr<Parser> m_parser;
    std::string m_buffer;
    State m_state = State::header;
    std::optional<Refusal> m_refusal;
    bool m_expectsContinue = false;
    bool m_keepAlive = false;
    std::map<std::string, std::string> m_headers;
};

} // namespace penstock::remote
