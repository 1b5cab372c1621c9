#include "core/base/hmac.h"

#include <array>

namespace penstock {

namespace {

using Block = std::array<unsigned char, 64>; // of SHA-256

Block keyBlock(std::string_view key, unsigned char mask)
{
    Block block;
    block.fill(mask);
    const Digest shortened = key.size() > block.size() ? sha256(key) : Digest{};
    const auto* bytes =
        key.size() > block.size() ? shortened.bytes.data() : reinterpret_cast<const unsigned char*>(key.data());
    const std::size_t size = key.size() > block.size() ? shortened.bytes.size() : key.size();
    for (std::size_t i = 0; i < size; ++i)
        block[i] = static_cast<unsigned char>(block[i] ^ bytes[i]);
    return block;
}

Digest hash(const Block& first, const void* data, std::size_t size)
{
    Sha256 sha;
    sha.add(first.data(), first.size());
    sha.add(data, size);
    return sha.finish();
}

} // namespace

Digest hmacSha256(std::string_view key, std::string_view bytes)
{
    const Digest inner = hash(keyBlock(key, 0x36), bytes.data(), bytes.size());
    return hash(keyBlock(key, 0x5c), inner.bytes.data(), inner.bytes.size());
}

} // namespace penstock
