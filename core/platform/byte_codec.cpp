#include "core/platform/byte_codec.h"

namespace penstock::platform {

namespace {

void appendNumber(std::string& bytes, std::uint64_t value, int size)
{
    for (int i = 0; i < size; ++i)
        bytes.push_back(static_cast<char>((value >> (8 * i)) & 0xff));
}

} // namespace

ByteWriter& ByteWriter::u8(std::uint8_t value)
{
    appendNumber(m_bytes, value, 1);
    return *this;
}

ByteWriter& ByteWriter::u32(std::uint32_t value)
{
    appendNumber(m_bytes, value, 4);
    return *this;
}

ByteWriter& ByteWriter::u64(std::uint64_t value)
{
    appendNumber(m_bytes, value, 8);
    return *this;
}

ByteWriter& ByteWriter::text(std::string_view value)
{
    u32(static_cast<std::uint32_t>(value.size()));
    m_bytes.append(value);
    return *this;
}

ByteWriter& ByteWriter::texts(const std::vector<std::string>& values)
{
    u32(static_cast<std::uint32_t>(values.size()));
    for (const std::string& value : values)
        text(value);
    return *this;
}

std::uint64_t ByteReader::number(std::size_t size)
{
    if (m_rest.size() < size) {
        m_good = false;
        m_rest = {};
        return 0;
    }
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(m_rest[i])) << (8 * i);
    m_rest.remove_prefix(size);
    return value;
}

std::uint8_t ByteReader::u8() { return static_cast<std::uint8_t>(number(1)); }
std::uint32_t ByteReader::u32() { return static_cast<std::uint32_t>(number(4)); }
std::uint64_t ByteReader::u64() { return number(8); }

std::string ByteReader::text()
{
    const std::size_t size = u32();
    if (m_rest.size() < size) {
        m_good = false;
        m_rest = {};
        return {};
    }
    std::string value(m_rest.substr(0, size));
    m_rest.remove_prefix(size);
    return value;
}

std::vector<std::string> ByteReader::texts()
{
    // The count is not trusted with a reservation: a damaged one must not ask for gigabytes.
    const std::uint32_t count = u32();
    std::vector<std::string> values;
    for (std::uint32_t i = 0; i < count && m_good; ++i)
        values.push_back(text());
    return values;
}

} // namespace penstock::platform
