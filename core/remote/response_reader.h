#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace penstock::remote {

// One HTTP/1.1 answer out of bytes in any portions; the body comes out as it arrives, whether it has a length or is
// chunked.
class ResponseReader final {
public:
    enum class State { header, body, complete, broken };

    explicit ResponseReader(std::uint64_t bodyLimit);
    ~ResponseReader();

    // Appends what has become readable of the body to `body`.
    State feed(std::string_view bytes, std::string& body);
    int status() const { return m_status; } // 0 before the header is whole

private:
    struct Parser;

    std::unique_ptr<Parser> m_parser;
    std::string m_buffer;
    State m_state = State::header;
    int m_status = 0;
};

} // namespace penstock::remote
