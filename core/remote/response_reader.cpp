#include "core/remote/response_reader.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <array>

namespace penstock::remote {

namespace http = boost::beast::http;

struct ResponseReader::Parser {
    http::response_parser<http::buffer_body> beast;
    std::array<char, 64 * 1024> portion{};
};

ResponseReader::ResponseReader(std::uint64_t bodyLimit) : m_parser(std::make_unique<Parser>())
{
    m_parser->beast.body_limit(bodyLimit);
    m_parser->beast.eager(true);
}

ResponseReader::~ResponseReader() = default;

ResponseReader::State ResponseReader::feed(std::string_view bytes, std::string& body)
{
    m_buffer += bytes;
    auto& beast = m_parser->beast;
    std::size_t consumed = 0;
    while (consumed < m_buffer.size() && !beast.is_done() && m_state != State::broken) {
        auto& room = beast.get().body();
        room.data = m_parser->portion.data();
        room.size = m_parser->portion.size();
        room.more = true;
        boost::system::error_code failed;
        const std::size_t used =
            beast.put(boost::asio::buffer(m_buffer.data() + consumed, m_buffer.size() - consumed), failed);
        consumed += used;
        body.append(m_parser->portion.data(), m_parser->portion.size() - room.size);
        if (failed && failed != http::error::need_more && failed != http::error::need_buffer)
            m_state = State::broken;
        else if (failed == http::error::need_more || (used == 0 && !failed))
            break;
    }
    m_buffer.erase(0, consumed);
    if (m_state == State::broken)
        return m_state;
    if (beast.is_header_done()) {
        m_status = static_cast<int>(beast.get().result_int());
        m_state = beast.is_done() ? State::complete : State::body;
    }
    return m_state;
}

} // namespace penstock::remote
