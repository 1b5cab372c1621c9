// Where the lines of a log are. A thread of its own follows the source as it grows and keeps the place of each 64th
// line only: 10 million lines take 2.5 MB, and a line is found by reading a little from the place before it.
#pragma once

#include "ui/common/log_source.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace penstock::common {

class LogIndex final {
public:
    // `progressed` is called from the index's thread, at most 30 times a second while it works and once when it has
    // caught up; it must not call back into the index's destructor.
    LogIndex(std::shared_ptr<const LogSource> source, std::function<void()> progressed);
    ~LogIndex();

    void grow(); // the source may have more
    qint64 lineCount() const; // a last line without an end counts
    bool isComplete() const;  // caught up with the size the source had at the last grow()
    // Bytes of a line without its end, at most `most` of them: the first, or the last when the line overwrites itself.
    QByteArray line(qint64 index, qint64 most = 8192) const;

private:
    struct Mark {
        qint64 line = 0;
        qint64 offset = 0;
    };

    void run(const std::stop_token& stop);
    void scan(const std::stop_token& stop);
    std::pair<qint64, qint64> range(qint64 index) const;

    std::shared_ptr<const LogSource> m_source;
    std::function<void()> m_progressed;
    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable_any m_wake;
    std::vector<Mark> m_marks{{}};
    qint64 m_lines = 0;       // ended ones
    qint64 m_scanned = 0;     // bytes
    qint64 m_lastStart = 0;   // of the line that has not ended
    qint64 m_wanted = 0;      // bytes to reach
    bool m_pending = true;
    std::jthread m_thread; // last: started when everything else is there
};

} // namespace penstock::common
