#pragma once

#include "core/store/database.h"
#include "core/tracking/logged.h"
#include "core/tracking/metric_lines.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace penstock::store {

// The writing side of metrics.db: one in the whole world, the owner's. Everything happens between begin() and commit();
// SQLite writes to its log and does not wait for the disk, so that what was committed outlives the process, and all but
// the newest of it the machine. One thread at a time.
class MetricDatabase final {
public:
    // A file that is damaged is moved to quarantine/ and begun anew. Errors: unsupported (made by a newer version),
    // full, denied, io.
    static Result<std::unique_ptr<MetricDatabase>> open(const std::string& stateFolder);
    ~MetricDatabase();

    Result<void> begin();
    Result<void> commit();
    void rollBack(); // also after any error: nothing since begin() is kept, here and in memory

    // Its number in this file; made when absent.
    Result<std::int64_t> attempt(const AttemptId& attempt);
    Result<bool> knows(const AttemptId& attempt); // something was logged for it

    struct Tail {
        tracking::MetricLinesPlace place;
        std::map<std::string, std::int64_t> nextSteps;
    };
    Result<Tail> tail(std::int64_t attempt);
    Result<void> setTail(std::int64_t attempt, const Tail& tail);

    // How many were new: what is there already is passed over, as is what exceeds the bounds in logged.h. A point
    // without a time gets `now`.
    Result<std::size_t> add(std::int64_t attempt, const std::string& of, std::span<const tracking::MetricPoint> points,
                            Instant now);

    // The newest value of each series of the attempt itself, where it is finite.
    Result<std::map<std::string, double>> finalValues(std::int64_t attempt);
    Result<std::uint64_t> points(std::int64_t attempt); // all of it

    // All that attempts of a run logged, within begin() and commit() and a part at a time, so that others get their turn. True:
    // nothing is left. None of its attempts may log any more.
    Result<bool> removeSome(const RunId& run);

    Database& connection() { return m_database; } // for what else stands in the file, within begin() and commit()

private:
    struct Series {
        std::int64_t id = 0;
        std::optional<std::pair<std::int64_t, std::int64_t>> last; // step, time
        std::uint64_t added = 0, late = 0;                         // since begin()
    };
    struct Key {
        std::int64_t attempt;
        std::string of, name;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const;
    };

    explicit MetricDatabase(Database database);
    Result<void> prepare();
    Result<Series*> series(const Key& key);
    Result<void> insert(Series& series, const tracking::MetricPoint& point, Instant now);
    Result<void> writeCounts();
    void forget(); // what is in memory
    Result<bool> removePoints(std::int64_t attempt);
    Result<std::uint64_t*> countOf(std::int64_t attempt);

    Database m_database; // before its statements: closed after them
    Statement m_insertPoint, m_findSeries, m_makeSeries, m_lastPoint, m_addCounts, m_findAttempt, m_makeAttempt;
    std::unordered_map<Key, Series, KeyHash> m_series;
    std::unordered_map<std::int64_t, std::uint64_t> m_counts;      // points by attempt
    std::unordered_map<std::int64_t, std::uint64_t> m_seriesCount; // likewise
    std::vector<Series*> m_touched;
};

} // namespace penstock::store
