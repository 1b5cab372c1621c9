// A frame is {u32 length, u32 CRC-32 of the payload, payload}, little-endian: the unit of the shim's journal and socket.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace penstock::platform {

// Longer ones are damage, not data: the kernel itself limits argv and environment to a few megabytes.
inline constexpr std::uint32_t longestFrame = 16U << 20U;

// CRC-32 as in IEEE 802.3 (reflected, polynomial 0xEDB88320). Finds torn and flipped bytes; is no defence against people.
std::uint32_t crc32(std::string_view bytes);

void appendFrame(std::string& out, std::string_view payload);

struct FrameView {
    enum class State { whole, incomplete, damaged } state = State::incomplete;
    std::string_view payload;  // of a whole one
    std::size_t size = 0;      // bytes that a whole one takes, its head included
};

// Looks at the first frame of `bytes`.
FrameView firstFrame(std::string_view bytes);

} // namespace penstock::platform
