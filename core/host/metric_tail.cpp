#include "core/host/metric_tail.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace penstock::host {

namespace {

constexpr std::size_t stretch = 256 * 1024; // bytes: what is parsed between two looks at what else is to be done

// A script may put anything at the path; only what can be read without waiting is a file of metrics.
class RegularFile final {
public:
    explicit RegularFile(const std::string& path)
        : m_file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY))
    {
        struct stat status {};
        if (m_file >= 0 && ::fstat(m_file, &status) == 0 && S_ISREG(status.st_mode))
            m_size = static_cast<std::uint64_t>(status.st_size);
    }
    ~RegularFile()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    RegularFile(const RegularFile&) = delete;
    RegularFile& operator=(const RegularFile&) = delete;

    std::uint64_t size() const { return m_size; }
    std::string read(std::uint64_t offset) const
    {
        std::string bytes(stretch, '\0');
        const ssize_t count =
            m_size > offset ? ::pread(m_file, bytes.data(), bytes.size(), static_cast<off_t>(offset)) : 0;
        bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
        return bytes;
    }

private:
    int m_file;
    std::uint64_t m_size = 0;
};

} // namespace

bool MetricTail::look()
{
    struct stat status {};
    const bool there = ::stat(m_file.c_str(), &status) == 0 && S_ISREG(status.st_mode);
    const std::uint64_t size = there ? static_cast<std::uint64_t>(status.st_size) : 0;
    return m_loaded ? size != m_lines.taken() && size > 0 : size > 0;
}

Result<void> MetricTail::load(store::MetricDatabase& database)
{
    if (m_loaded)
        return {};
    const auto number = database.attempt(m_attempt);
    if (!number)
        return number.error();
    m_number = *number;
    auto tail = database.tail(m_number);
    if (!tail)
        return tail.error();
    m_lines = tracking::MetricLines(tail->place, std::move(tail->nextSteps));
    m_loaded = true;
    return {};
}

std::string MetricTail::readBytes()
{
    const RegularFile file(m_file);
    if (file.size() < m_lines.taken()) // begun anew by the script
        m_lines = tracking::MetricLines({0, false, m_lines.unreadable()}, m_lines.nextSteps());
    std::string bytes = file.read(m_lines.taken());
    m_atEnd = m_lines.taken() + bytes.size() >= file.size() || bytes.empty();
    return bytes;
}

Result<std::size_t> MetricTail::take(store::MetricDatabase& database, Instant now, bool isLast)
{
    if (auto loaded = load(database); !loaded)
        return loaded.error();
    std::vector<tracking::MetricPoint> points = m_lines.read(readBytes());
    if (isLast && m_atEnd) {
        const auto rest = m_lines.finish();
        points.insert(points.end(), rest.begin(), rest.end());
    }
    if (m_masks)
        m_masks->hide(points);
    return store(database, points, now);
}

Result<std::size_t> MetricTail::store(store::MetricDatabase& database, const std::vector<tracking::MetricPoint>& points,
                                      Instant now)
{
    const auto added = database.add(m_number, {}, points, now);
    if (!added)
        return added;
    store::MetricDatabase::Tail tail{m_lines.place(), {}};
    for (const tracking::MetricPoint& point : points) {
        if (const auto next = m_lines.nextSteps().find(point.name); next != m_lines.nextSteps().end())
            tail.nextSteps[point.name] = next->second;
    }
    if (auto set = database.setTail(m_number, tail); !set)
        return set.error();
    return added;
}

} // namespace penstock::host
