#include "core/store/event_chain.h"

#include <algorithm>

namespace penstock::store {

namespace {

void addNumber(std::string& bytes, std::uint64_t number)
{
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 0xff);
}

void addText(std::string& bytes, std::string_view text)
{
    addNumber(bytes, text.size());
    bytes += text;
}

} // namespace

LogHead emptyLog(std::string_view storeId) { return {0, sha256("penstock event log 1\n" + std::string(storeId))}; }

LogHead extend(const LogHead& head, const engine::StoredEvent& event, std::string_view payload)
{
    std::string bytes = bytesOf(head.hash);
    bytes.reserve(bytes.size() + payload.size() + event.id.size() + event.actor.size() + event.type.size() + 64);
    addNumber(bytes, head.seq + 1);
    addNumber(bytes, static_cast<std::uint64_t>(event.at.time_since_epoch().count()));
    addText(bytes, event.id);
    addText(bytes, event.actor);
    addText(bytes, event.type);
    addText(bytes, payload);
    return {head.seq + 1, sha256(bytes)};
}

std::string bytesOf(const Digest& digest)
{
    return {reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()};
}

Digest digestOfBytes(std::string_view bytes)
{
    Digest digest;
    if (bytes.size() == digest.bytes.size())
        std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
    return digest;
}

} // namespace penstock::store
