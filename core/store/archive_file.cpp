#include "core/store/archive_file.h"

#include "core/store/durable_file.h"
#include "core/store/system_failure.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace penstock::store {

namespace {

constexpr std::size_t blockSize = 512;
constexpr std::size_t longestName = 100;
constexpr std::uint64_t largestSize = 077777777777; // eleven octal digits
constexpr std::size_t copiedAtOnce = 1 << 20;

using Block = std::array<char, blockSize>;

void put(Block& block, std::size_t at, std::string_view text) { std::copy(text.begin(), text.end(), block.begin() + static_cast<std::ptrdiff_t>(at)); }

void putOctal(Block& block, std::size_t at, int digits, std::uint64_t value)
{
    std::array<char, 24> text{};
    const int length = std::snprintf(text.data(), text.size(), "%0*llo", digits, static_cast<unsigned long long>(value));
    put(block, at, std::string_view(text.data(), static_cast<std::size_t>(length)));
}

// Numbers are octal, the checksum is the sum of the bytes with blanks in its own place.
Block headerOf(const std::string& name, unsigned mode, std::uint64_t size, std::int64_t modified, char type)
{
    Block block{};
    put(block, 0, std::string_view(name).substr(0, longestName));
    putOctal(block, 100, 7, mode & 07777);
    putOctal(block, 108, 7, 0);
    putOctal(block, 116, 7, 0);
    putOctal(block, 124, 11, std::min(size, largestSize));
    putOctal(block, 136, 11, static_cast<std::uint64_t>(std::max<std::int64_t>(modified, 0)));
    put(block, 148, "        ");
    block[156] = type;
    put(block, 257, std::string_view("ustar\00000", 8));
    std::uint64_t sum = 0;
    for (const char byte : block)
        sum += static_cast<unsigned char>(byte);
    putOctal(block, 148, 6, sum);
    block[154] = '\0';
    return block;
}

// "30 path=..." with its own length in front, digits included.
std::string record(const std::string& key, const std::string& value)
{
    const std::string rest = ' ' + key + '=' + value + '\n';
    std::size_t length = rest.size();
    while (std::to_string(length).size() + rest.size() != length)
        length = std::to_string(length).size() + rest.size();
    return std::to_string(length) + rest;
}

} // namespace

struct ArchiveFile::Entry {
    std::string name;
    unsigned mode = 0644;
    std::uint64_t size = 0;
    std::int64_t modified = 0;
};

ArchiveFile::ArchiveFile(std::string path, std::string part, Descriptor file)
    : m_path(std::move(path))
    , m_part(std::move(part))
    , m_file(std::move(file))
{}

ArchiveFile::ArchiveFile(ArchiveFile&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_part(std::exchange(other.m_part, {}))
    , m_file(std::move(other.m_file))
    , m_files(other.m_files)
    , m_bytes(other.m_bytes)
{}

ArchiveFile::~ArchiveFile()
{
    if (!m_part.empty())
        ::unlink(m_part.c_str());
}

Result<ArchiveFile> ArchiveFile::create(const std::string& path)
{
    std::string part = folderOf(path) + '/' + uniqueName("." + nameOf(path) + ".") + ".tmp";
    Descriptor file(::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file)
        return lastSystemFailure(path, "open");
    return ArchiveFile(path, std::move(part), std::move(file));
}

Result<void> ArchiveFile::write(std::string_view bytes)
{
    m_bytes += bytes.size();
    return writeAll(m_file.number(), bytes, m_path);
}

Result<void> ArchiveFile::fillBlock(std::uint64_t size)
{
    const std::size_t rest = static_cast<std::size_t>(size % blockSize);
    return rest == 0 ? Result<void>() : write(std::string(blockSize - rest, '\0'));
}

Result<void> ArchiveFile::begin(const Entry& entry)
{
    std::string records;
    if (entry.name.size() > longestName)
        records += record("path", entry.name);
    if (entry.size > largestSize)
        records += record("size", std::to_string(entry.size));
    if (!records.empty()) {
        const Block block = headerOf("pax", 0644, records.size(), entry.modified, 'x');
        for (const std::string_view part : {std::string_view(block.data(), block.size()), std::string_view(records)}) {
            if (auto written = write(part); !written)
                return written;
        }
        if (auto filled = fillBlock(records.size()); !filled)
            return filled;
    }
    ++m_files;
    const Block block = headerOf(entry.name, entry.mode, entry.size, entry.modified, '0');
    return write(std::string_view(block.data(), block.size()));
}

Result<void> ArchiveFile::addText(const std::string& name, std::string_view text)
{
    if (auto begun = begin({name, 0644, text.size(), 0}); !begun)
        return begun;
    if (auto written = write(text); !written)
        return written;
    return fillBlock(text.size());
}

Result<void> ArchiveFile::addFile(const std::string& name, const std::string& path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file && (errno == ENOENT || errno == ELOOP))
        return {};
    struct stat status {};
    if (!file || ::fstat(file.number(), &status) != 0)
        return lastSystemFailure(path, "open");
    if (!S_ISREG(status.st_mode))
        return {};
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (auto begun = begin({name, status.st_mode, size, status.st_mtim.tv_sec}); !begun)
        return begun;
    std::string buffer(copiedAtOnce, '\0');
    for (std::uint64_t left = size; left > 0;) {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left, buffer.size()));
        ssize_t got = ::read(file.number(), buffer.data(), wanted);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return lastSystemFailure(path, "read");
        if (got == 0) { // what was promised is kept
            std::fill(buffer.begin(), buffer.end(), '\0');
            got = static_cast<ssize_t>(wanted);
        }
        if (auto written = write(std::string_view(buffer.data(), static_cast<std::size_t>(got))); !written)
            return written;
        left -= static_cast<std::uint64_t>(got);
    }
    return fillBlock(size);
}

Result<void> ArchiveFile::finish()
{
    if (auto ended = write(std::string(2 * blockSize, '\0')); !ended)
        return ended;
    if (auto synced = syncFile(m_file.number(), m_part); !synced)
        return synced;
    if (::rename(m_part.c_str(), m_path.c_str()) != 0)
        return lastSystemFailure(m_path, "rename");
    m_part.clear();
    return syncFolder(folderOf(m_path));
}

} // namespace penstock::store
