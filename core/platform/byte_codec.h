// Little-endian bytes of journal records and shim messages. A hand-made codec because penstock-shim links nothing else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::platform {

class ByteWriter final {
public:
    ByteWriter& u8(std::uint8_t value);
    ByteWriter& u32(std::uint32_t value);
    ByteWriter& u64(std::uint64_t value);
    ByteWriter& i32(std::int32_t value) { return u32(static_cast<std::uint32_t>(value)); }
    ByteWriter& i64(std::int64_t value) { return u64(static_cast<std::uint64_t>(value)); }
    ByteWriter& text(std::string_view value); // u32 length, then the bytes
    ByteWriter& texts(const std::vector<std::string>& values);

    const std::string& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

// Reading past the end yields zeros and makes complete() false: callers check once, at the end.
class ByteReader final {
public:
    explicit ByteReader(std::string_view bytes)
        : m_rest(bytes)
    {}

    std::uint8_t u8();
    std::uint32_t u32();
    std::uint64_t u64();
    std::int32_t i32() { return static_cast<std::int32_t>(u32()); }
    std::int64_t i64() { return static_cast<std::int64_t>(u64()); }
    std::string text();
    std::vector<std::string> texts();

    bool complete() const { return m_good && m_rest.empty(); } // everything was there and nothing is left over

private:
    std::uint64_t number(std::size_t size);

    std::string_view m_rest;
    bool m_good = true;
};

} // namespace penstock::platform
