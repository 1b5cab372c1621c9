#pragma once

#include "core/base/ids.h"
#include "core/host/logged_masks.h"
#include "core/store/metric_database.h"
#include "core/tracking/metric_lines.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace penstock::host {

// The file in which one attempt writes its metrics, read as it grows. How far it was read is part of the commit of its
// points, so that the next owner goes on without loss or doubles. The tracker's thread only.
class MetricTail final {
public:
    MetricTail(AttemptId attempt, std::string file) : m_attempt(std::move(attempt)), m_file(std::move(file)) {}

    // Bytes that have come and were not taken yet; no transaction is needed. False: none.
    bool look();
    // The next stretch, a bounded one, within a transaction; gives the number of new points. `isLast`: the script has
    // ended, and a line without end is a line once all bytes are there.
    Result<std::size_t> take(store::MetricDatabase& database, Instant now, bool isLast);
    void setMasks(std::shared_ptr<const LoggedMasks> masks) { m_masks = std::move(masks); } // null: none
    bool isAtEnd() const { return m_atEnd; }
    // The transaction was undone: go on from what the database says.
    void forget() { m_loaded = false; }

    const AttemptId& attempt() const { return m_attempt; }
    std::uint64_t unreadable() const { return m_lines.unreadable(); }
    // Its number in the database, after the first take(). Zero: nothing was written.
    std::int64_t number() const { return m_number; }

private:
    Result<void> load(store::MetricDatabase& database);
    std::string readBytes();
    Result<std::size_t> store(store::MetricDatabase& database, const std::vector<tracking::MetricPoint>& points,
                              Instant now);

    AttemptId m_attempt;
    std::string m_file;
    std::shared_ptr<const LoggedMasks> m_masks;
    tracking::MetricLines m_lines;
    std::int64_t m_number = 0;
    bool m_loaded = false;
    bool m_atEnd = true;
};

} // namespace penstock::host
