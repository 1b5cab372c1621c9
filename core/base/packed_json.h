// A JSON value that is kept in great numbers and seldom looked at: its CBOR (RFC 8949) instead of a tree, a fifth of the memory.
#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <vector>

namespace penstock {

class PackedJson final {
public:
    PackedJson() = default; // null
    explicit PackedJson(const Json& value); // never from a list in braces, which would be taken for another value

    Json json() const; // unpacked anew at each call

    bool operator==(const PackedJson&) const = default; // members are sorted, so equal values have equal bytes

private:
    std::vector<std::uint8_t> m_bytes; // empty: null
};

} // namespace penstock
