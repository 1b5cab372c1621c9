#include "core/remote/request_reader.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

namespace penstock::remote {

namespace http = boost::beast::http;

namespace {

std::string lowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::map<std::string, std::string> parseQuery(std::string_view text)
{
    std::map<std::string, std::string> query;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find('&'));
        const std::size_t equals = std::min(part.find('='), part.size());
        query.insert_or_assign(std::string(part.substr(0, equals)),
                               std::string(part.substr(std::min(equals + 1, part.size()))));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
    }
    return query;
}

// Of codings that are not known nobody can tell where the body ends (RFC 9112, 6.1).
bool hasForeignCoding(const http::request_parser<http::string_body>::value_type& message)
{
    const auto [first, last] = message.equal_range(http::field::transfer_encoding);
    return first != last && (std::next(first) != last || !boost::beast::iequals(first->value(), "chunked"));
}

std::map<std::string, std::string> headersOf(const http::fields& fields)
{
    std::map<std::string, std::string> headers;
    for (const auto& field : fields) {
        std::string& value = headers[lowerCase(std::string(field.name_string()))];
        value += (value.empty() ? "" : ", ") + std::string(field.value());
    }
    return headers;
}

void addHead(const http::request<http::string_body>& message, HttpRequest& request)
{
    const std::string_view target(message.target().data(), message.target().size());
    const std::size_t question = std::min(target.find('?'), target.size());
    request.method = std::string(message.method_string());
    request.path = std::string(target.substr(0, question));
    request.query = parseQuery(target.substr(std::min(question + 1, target.size())));
    request.headers = headersOf(message);
    request.keepAlive = message.keep_alive();
}

} // namespace

struct RequestReader::Parser {
    http::request_parser<http::string_body> beast;
};

RequestReader::RequestReader(const HttpLimits& limits, Judge judge) : m_limits(limits), m_judge(std::move(judge)) {}

RequestReader::~RequestReader() = default;

RequestReader::State RequestReader::feed(std::string_view bytes)
{
    if (m_state == State::refused)
        return m_state;
    m_buffer += bytes;
    if (m_state != State::complete)
        parse();
    return m_state;
}

void RequestReader::parse()
{
    if (!m_parser) {
        m_parser = std::make_unique<Parser>();
        m_parser->beast.header_limit(static_cast<std::uint32_t>(m_limits.header));
        m_parser->beast.body_limit(m_limits.body);
        m_parser->beast.eager(false); // stop after the header: it is judged before a byte of the body is taken
    }
    auto& beast = m_parser->beast;
    boost::system::error_code failed;
    while (!m_buffer.empty() && !beast.is_done() && !m_refusal) {
        const std::size_t used = beast.put(boost::asio::buffer(m_buffer), failed);
        m_buffer.erase(0, used);
        if (beast.is_header_done() && m_state == State::header)
            checkHeader();
        if (failed == http::error::need_more) {
            failed = {};
            break;
        }
        if (failed)
            break;
    }
    if (failed == http::error::header_limit)
        refuse(431, "remote.header_too_large");
    else if (failed == http::error::body_limit)
        refuse(413, "remote.body_too_large");
    else if (failed)
        refuse(400, "remote.request_malformed");
    else if (beast.is_done() && !m_refusal)
        m_state = State::complete;
    else if (m_state == State::body && m_buffer.size() > m_limits.header)
        refuse(431, "remote.header_too_large"); // a trailer, or the head of a chunk, that does not end
}

void RequestReader::checkHeader()
{
    m_state = State::body;
    const auto& message = m_parser->beast.get();
    if (message.target().size() > m_limits.url)
        return refuse(414, "remote.url_too_long");
    if (static_cast<std::size_t>(std::distance(message.begin(), message.end())) > m_limits.headerFields)
        return refuse(431, "remote.header_too_large");
    if (message.version() != 11 || message.target().empty() || message.target().front() != '/')
        return refuse(400, "remote.request_malformed");
    if (hasForeignCoding(message))
        return refuse(400, "remote.request_malformed");
    m_headers = headersOf(message); // now: what a trailer says is no header
    m_keepAlive = message.keep_alive();
    m_expectsContinue = boost::beast::iequals(message[http::field::expect], "100-continue");
    m_parser->beast.eager(true);
    judge();
}

void RequestReader::judge()
{
    if (!m_judge)
        return;
    HttpRequest head;
    addHead(m_parser->beast.get(), head);
    Judgement judgement = m_judge(head);
    if (judgement.refusal) {
        refuse(judgement.refusal->status, "");
        m_refusal = std::move(judgement.refusal);
        return;
    }
    const auto announced = m_parser->beast.content_length();
    if (announced && *announced > judgement.mostBytes)
        return refuse(413, "remote.body_too_large");
    m_parser->beast.body_limit(judgement.mostBytes);
}

void RequestReader::refuse(int status, const char* id)
{
    if (m_refusal)
        return;
    m_state = State::refused;
    m_refusal = Refusal{status, {ErrorCode::invalid, {id, {}}, {}}};
    m_buffer.clear();
}

HttpRequest RequestReader::take()
{
    auto message = m_parser->beast.release();
    HttpRequest request;
    addHead(message, request);
    request.headers = std::exchange(m_headers, {});
    request.keepAlive = m_keepAlive;
    request.body = std::move(message.body());
    m_parser.reset();
    m_state = State::header;
    m_expectsContinue = false;
    if (!m_buffer.empty())
        parse();
    return request;
}

} // namespace penstock::remote
