// SHA-256 digests: the identity of everything that is stored by content (FIPS 180-4, by OpenSSL libcrypto).
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace penstock {

struct Digest {
    std::array<unsigned char, 32> bytes{};

    auto operator<=>(const Digest&) const = default;

    std::string hex() const;      // 64 lower-case digits
    std::string shortHex() const; // the first 8, for people
    static std::optional<Digest> parse(std::string_view hex);
};

Digest sha256(std::string_view bytes);

// For content that does not fit into memory. Not thread-safe; finish() may be called once.
class Sha256 final {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(const void* data, std::size_t size);
    void add(std::string_view bytes) { add(bytes.data(), bytes.size()); }
    Digest finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

} // namespace penstock
