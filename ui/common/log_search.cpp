#include "ui/common/log_search.h"

#include "ui/common/log_text.h"

#include <algorithm>
#include <chrono>
#include <cstring>

namespace penstock::common {
namespace {

constexpr qint64 blockSize = 4 << 20;
constexpr std::size_t mostHits = 1'000'000;

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// Line numbers, from `firstLine`, of the lines of `text` that hold the pattern.
template <class Found>
qint64 matches(const char* text, std::size_t size, const std::string& pattern, qint64 firstLine, const Found& found)
{
    qint64 line = firstLine;
    const char* at = text;
    const char* counted = text;
    const char* const end = text + size;
    while (at < end) {
        const auto* hit = static_cast<const char*>(::memmem(at, static_cast<std::size_t>(end - at), pattern.data(), pattern.size()));
        if (!hit)
            break;
        line += std::count(counted, hit, '\n');
        counted = hit;
        found(line);
        const auto* next = static_cast<const char*>(std::memchr(hit, '\n', static_cast<std::size_t>(end - hit)));
        if (!next)
            break;
        at = next; // the end is counted with the following stretch
    }
    return line + std::count(counted, end, '\n');
}

} // namespace

LogSearch::LogSearch(std::shared_ptr<const LogSource> source, const QString& pattern, CaseRule rule, std::function<void()> progressed)
    : m_source(std::move(source))
    , m_pattern(pattern.toStdString())
    , m_rule(rule)
    , m_progressed(std::move(progressed))
{
    if (rule == CaseRule::ignore)
        std::transform(m_pattern.begin(), m_pattern.end(), m_pattern.begin(), folded);
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

LogSearch::~LogSearch()
{
    m_thread.request_stop();
}

// Whole lines of the block: searched as they are where that shows what people see, else as a cleaned copy.
qint64 LogSearch::searchLines(const char* bytes, std::size_t size, qint64 line)
{
    const bool decorated = std::memchr(bytes, '\x1b', size) || std::memchr(bytes, '\r', size);
    std::string copy;
    if (decorated)
        copy = plainLogBytes(bytes, size);
    else if (m_rule == CaseRule::ignore)
        copy.assign(bytes, size);
    if (m_rule == CaseRule::ignore)
        std::transform(copy.begin(), copy.end(), copy.begin(), folded);
    const bool copied = decorated || m_rule == CaseRule::ignore;
    std::vector<qint64> hits;
    const qint64 next = matches(copied ? copy.data() : bytes, copied ? copy.size() : size, m_pattern, line, [&hits](qint64 hit) { hits.push_back(hit); });
    const std::lock_guard lock(m_mutex);
    m_count += static_cast<qint64>(hits.size());
    hits.resize(std::min(hits.size(), mostHits - m_hits.size()));
    m_hits.insert(m_hits.end(), hits.begin(), hits.end());
    return next;
}

void LogSearch::run(const std::stop_token& stop)
{
    auto reported = std::chrono::steady_clock::now();
    std::vector<char> block(blockSize);
    qint64 offset = 0, line = 0, kept = 0; // bytes at the head of the block: a line that had not ended
    while (!stop.stop_requested() && !m_pattern.empty()) {
        if (kept == static_cast<qint64>(block.size()))
            block.resize(block.size() * 2); // one line longer than the block
        const qint64 read = m_source->read(offset, block.data() + kept, static_cast<qint64>(block.size()) - kept);
        const qint64 filled = kept + read;
        offset += read;
        const void* lastEnd = read > 0 ? ::memrchr(block.data(), '\n', static_cast<std::size_t>(filled)) : nullptr;
        const qint64 whole = read <= 0 ? filled : lastEnd ? static_cast<const char*>(lastEnd) - block.data() + 1 : 0;
        line = searchLines(block.data(), static_cast<std::size_t>(whole), line);
        kept = filled - whole;
        std::memmove(block.data(), block.data() + whole, static_cast<std::size_t>(kept));
        if (read <= 0)
            break;
        const auto now = std::chrono::steady_clock::now();
        if (now - reported > std::chrono::milliseconds(33)) {
            reported = now;
            m_progressed();
        }
    }
    if (stop.stop_requested())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
    }
    m_progressed();
}

qint64 LogSearch::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_count;
}

bool LogSearch::isFinished() const
{
    const std::lock_guard lock(m_mutex);
    return m_finished;
}

bool LogSearch::isCapped() const
{
    const std::lock_guard lock(m_mutex);
    return m_count > static_cast<qint64>(m_hits.size());
}

qint64 LogSearch::next(qint64 line) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = std::lower_bound(m_hits.begin(), m_hits.end(), line);
    return it == m_hits.end() ? -1 : *it;
}

qint64 LogSearch::previous(qint64 line) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = std::lower_bound(m_hits.begin(), m_hits.end(), line);
    return it == m_hits.begin() ? -1 : *std::prev(it);
}

qint64 LogSearch::numberOf(qint64 line) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = std::lower_bound(m_hits.begin(), m_hits.end(), line);
    return it != m_hits.end() && *it == line ? it - m_hits.begin() + 1 : 0;
}

} // namespace penstock::common
