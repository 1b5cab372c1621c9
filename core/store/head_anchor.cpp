#include "core/store/head_anchor.h"

#include "core/store/durable_file.h"
#include "core/store/system_failure.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace penstock::store {

namespace {

constexpr std::string_view magic = "PNSTANC1";
constexpr std::size_t slotDistance = 512; // a sector: a torn write of one slot does not touch the other
constexpr std::size_t bodySize = 8 + 8 + 8 + 32 + 16 + 1;
constexpr std::size_t checkSize = 16;

void addNumber(std::string& bytes, std::uint64_t number)
{
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 0xff);
}

std::uint64_t numberAt(std::string_view bytes, std::size_t at)
{
    std::uint64_t number = 0;
    for (std::size_t i = at; i < at + 8; ++i)
        number = number << 8 | static_cast<unsigned char>(bytes[i]);
    return number;
}

std::string encode(const Anchor& anchor)
{
    std::string bytes(magic);
    addNumber(bytes, anchor.generation);
    addNumber(bytes, anchor.head.seq);
    bytes += bytesOf(anchor.head.hash);
    std::string id = anchor.storeId;
    id.resize(16);
    bytes += id;
    bytes += anchor.closed ? '\1' : '\0';
    return bytes + bytesOf(sha256(bytes)).substr(0, checkSize);
}

std::optional<Anchor> decode(std::string_view slot)
{
    if (slot.size() < bodySize + checkSize || slot.substr(0, 8) != magic)
        return std::nullopt;
    const std::string_view body = slot.substr(0, bodySize);
    if (bytesOf(sha256(body)).substr(0, checkSize) != slot.substr(bodySize, checkSize))
        return std::nullopt;
    Anchor anchor;
    anchor.generation = numberAt(body, 8);
    anchor.head = {numberAt(body, 16), digestOfBytes(body.substr(24, 32))};
    anchor.storeId = body.substr(56, 16);
    anchor.closed = body[72] == '\1';
    return anchor;
}

} // namespace

Result<std::optional<Anchor>> readAnchor(const std::string& path)
{
    const auto content = readSmallFile(path, 4096);
    if (!content && (content.error().code == ErrorCode::notFound || content.error().code == ErrorCode::invalid))
        return std::optional<Anchor>();
    if (!content)
        return content.error();
    std::optional<Anchor> newest;
    for (std::size_t at = 0; at < content->size(); at += slotDistance) {
        const auto anchor = decode(std::string_view(*content).substr(at));
        if (anchor && (!newest || anchor->generation > newest->generation))
            newest = anchor;
    }
    return newest;
}

Result<HeadAnchor> HeadAnchor::open(const std::string& path, Anchor first)
{
    const auto there = readAnchor(path);
    if (!there)
        return there.error();
    if (!*there) {
        // Its blocks are allocated here once; later writes change them in place and cannot meet a full disk.
        std::string content = encode(first);
        content.resize(2 * slotDistance);
        if (auto made = writeDurably(path, content); !made)
            return made.error();
    } else {
        first.generation = (*there)->generation;
    }
    Descriptor file(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (!file)
        return lastSystemFailure(path, "open");
    return HeadAnchor(path, std::move(file), std::move(first));
}

Result<void> HeadAnchor::write(const LogHead& head, bool closed)
{
    m_last.head = head;
    m_last.closed = closed;
    ++m_last.generation;
    const std::string bytes = encode(m_last);
    const off_t at = m_last.generation % 2 ? off_t(slotDistance) : 0;
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t written = ::pwrite(m_file.number(), bytes.data() + done, bytes.size() - done, at + static_cast<off_t>(done));
        if (written < 0 && errno != EINTR)
            return lastSystemFailure(m_path, "pwrite");
        done += static_cast<std::size_t>(std::max<ssize_t>(written, 0));
    }
    return {};
}

Result<void> HeadAnchor::sync()
{
    if (::fdatasync(m_file.number()) != 0)
        return lastSystemFailure(m_path, "fdatasync");
    return {};
}

} // namespace penstock::store
