#include "core/platform/frame.h"

#include "core/platform/byte_codec.h"

#include <array>

namespace penstock::platform {

namespace {

constexpr std::size_t headSize = 8;

constexpr std::array<std::uint32_t, 256> makeTable()
{
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1U) ? (value >> 1U) ^ 0xEDB88320U : value >> 1U;
        table[i] = value;
    }
    return table;
}

constexpr std::array<std::uint32_t, 256> table = makeTable();

} // namespace

std::uint32_t crc32(std::string_view bytes)
{
    std::uint32_t value = 0xFFFFFFFFU;
    for (const char byte : bytes)
        value = table[(value ^ static_cast<unsigned char>(byte)) & 0xFFU] ^ (value >> 8U);
    return ~value;
}

void appendFrame(std::string& out, std::string_view payload)
{
    ByteWriter head;
    head.u32(static_cast<std::uint32_t>(payload.size())).u32(crc32(payload));
    out += head.bytes();
    out += payload;
}

FrameView firstFrame(std::string_view bytes)
{
    if (bytes.size() < headSize)
        return {};
    ByteReader head(bytes.substr(0, headSize));
    const std::uint32_t length = head.u32();
    const std::uint32_t checksum = head.u32();
    if (length == 0 || length > longestFrame)
        return {FrameView::State::damaged, {}, 0};
    if (bytes.size() - headSize < length)
        return {};
    const std::string_view payload = bytes.substr(headSize, length);
    if (crc32(payload) != checksum)
        return {FrameView::State::damaged, {}, 0};
    return {FrameView::State::whole, payload, headSize + length};
}

} // namespace penstock::platform
