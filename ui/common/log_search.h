// Finds the lines of a log that hold a text, in a thread of its own, newest pattern wins. Searches what is shown:
// escape sequences and overwritten progress are not found.
#pragma once

#include "ui/common/log_source.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace penstock::common {

enum class CaseRule { ignore, exact }; // ignore: for ASCII letters

class LogSearch final {
public:
    // `progressed` is called from the search's thread, at most 30 times a second and once at the end.
    LogSearch(std::shared_ptr<const LogSource> source, const QString& pattern, CaseRule rule, std::function<void()> progressed);
    ~LogSearch();

    qint64 count() const; // lines with a match so far; exact when finished
    bool isFinished() const;
    bool isCapped() const; // more hits than can be stepped through (1,000,000); the count is still exact
    // The hit at or after a line, or before it; -1 when there is none. The number of a hit, from 1.
    qint64 next(qint64 line) const;
    qint64 previous(qint64 line) const;
    qint64 numberOf(qint64 line) const;

private:
    void run(const std::stop_token& stop);
    qint64 searchLines(const char* bytes, std::size_t size, qint64 line);

    std::shared_ptr<const LogSource> m_source;
    std::string m_pattern;
    CaseRule m_rule;
    std::function<void()> m_progressed;
    mutable std::mutex m_mutex; // guards what follows
    std::vector<qint64> m_hits; // lines, ascending
    qint64 m_count = 0;
    bool m_finished = false;
    std::jthread m_thread;
};

} // namespace penstock::common
