#include "core/host/attempt_tokens.h"

#include "core/base/hmac.h"
#include "core/store/durable_file.h"

#include <sys/random.h>
#include <unistd.h>

namespace penstock::host {

namespace {

constexpr std::size_t secretBytes = 32;
constexpr std::size_t mostBytes = 1024; // of a token

constexpr std::string_view digits = "0123456789abcdef";

std::string hexOf(std::string_view bytes)
{
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += {digits[byte >> 4], digits[byte & 15]};
    }
    return text;
}

std::optional<std::string> bytesOf(std::string_view hex)
{
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        const std::size_t high = digits.find(hex[i]), low = digits.find(hex[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos)
            return std::nullopt;
        bytes += static_cast<char>(high * 16 + low);
    }
    return hex.size() % 2 == 0 ? std::optional(bytes) : std::nullopt;
}

// Takes the same time wherever the first difference stands.
bool isEqual(std::string_view a, std::string_view b)
{
    unsigned difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

} // namespace

Result<AttemptTokens> AttemptTokens::open(const std::string& stateFolder)
{
    const std::string path = stateFolder + "/tracking.key";
    const auto known = store::readSmallFile(path, 4 * secretBytes);
    if (known && known->size() == 2 * secretBytes)
        return AttemptTokens(*known);
    if (!known && known.error().code != ErrorCode::notFound && known.error().code != ErrorCode::invalid)
        return known.error();
    char bytes[secretBytes];
    if (::getrandom(bytes, sizeof bytes, 0) != static_cast<ssize_t>(sizeof bytes))
        return Error{ErrorCode::io, {"store.system_failed", {{"path", path}, {"reason", "getrandom"}}}, "getrandom"};
    std::string secret = hexOf({bytes, sizeof bytes});
    if (auto written = store::writeDurably(path, secret, 0600); !written)
        return written.error();
    return AttemptTokens(std::move(secret));
}

std::string AttemptTokens::tokenOf(const AttemptId& attempt) const
{
    const std::string text = attempt.text();
    return hexOf(text) + '.' + hmacSha256(m_secret, text).hex();
}

std::optional<AttemptId> AttemptTokens::attemptOf(std::string_view token) const
{
    const std::size_t dot = token.find('.');
    if (dot == std::string_view::npos || token.size() > mostBytes)
        return std::nullopt;
    const auto text = bytesOf(token.substr(0, dot));
    if (!text || !isEqual(token.substr(dot + 1), hmacSha256(m_secret, *text).hex()))
        return std::nullopt;
    return AttemptId::parse(*text);
}

} // namespace penstock::host
