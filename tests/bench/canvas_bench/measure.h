#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace penstock::bench {

inline double since(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

template <class Action>
double timed(const Action& action)
{
    QElapsedTimer timer;
    timer.start();
    action();
    return since(timer);
}

inline double percentile(std::vector<double> values, std::size_t percent)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[std::min(values.size() - 1, values.size() * percent / 100)];
}

// Milliseconds, ours and the peer's in one line.
inline void report(const std::string& what, const std::vector<double>& ours, const std::vector<double>& peers, const char* budget)
{
    std::printf("%-46s p50 %8.2f  p95 %8.2f", what.c_str(), percentile(ours, 50), percentile(ours, 95));
    if (!peers.empty())
        std::printf("   peer p50 %8.2f  p95 %8.2f", percentile(peers, 50), percentile(peers, 95));
    std::printf("   budget %s\n", budget);
    std::fflush(stdout);
}

} // namespace penstock::bench
