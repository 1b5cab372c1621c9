#include "ui/models/live_series.h"

#include <algorithm>

namespace penstock::models {

namespace {

constexpr int shortestPause = 33; // ms: 30 times a second
constexpr int longestPause = 1'000;
constexpr std::size_t mostPoints = 1'000'000; // of one series: what a chart is made for

} // namespace

LiveSeries::LiveSeries(WorkspaceModel& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_pause(shortestPause)
{
    m_announce.setSingleShot(true);
    connect(&m_announce, &QTimer::timeout, this, &LiveSeries::announce);
    connect(&workspace, &WorkspaceModel::noticeArrived, this, [this](const session::Notice& notice) {
        if (const auto grown = session::growthIn(notice))
            grow(grown->attempt);
    });
    // A notice may have been lost; the end of an attempt is an event and is not.
    connect(&workspace, &WorkspaceModel::runsChanged, this, [this](const QList<RunId>& runs) {
        for (const AttemptId& attempt : m_attempts) {
            if (runs.contains(attempt.run))
                grow(attempt);
        }
    });
}

void LiveSeries::follow(const std::vector<AttemptId>& attempts)
{
    if (attempts == m_attempts)
        return;
    m_attempts = attempts;
    std::erase_if(m_known,
                  [&](const auto& known) { return std::ranges::find(m_attempts, known.first) == m_attempts.end(); });
    for (const AttemptId& attempt : m_attempts) {
        if (!m_known[attempt].isAnswered)
            grow(attempt);
    }
    m_announce.start(0);
}

void LiveSeries::want(const std::set<std::string>& names)
{
    if (std::exchange(m_wanted, names) == names)
        return;
    for (const AttemptId& attempt : m_attempts)
        grow(attempt);
}

const std::vector<tracking::LoggedSeries>* LiveSeries::of(const AttemptId& attempt) const
{
    const auto found = m_known.find(attempt);
    return found != m_known.end() && found->second.isAnswered ? &found->second.series : nullptr;
}

std::set<std::string> LiveSeries::names() const
{
    std::set<std::string> names;
    for (const auto& [attempt, known] : m_known) {
        for (const tracking::LoggedSeries& series : known.series)
            names.insert(series.name);
    }
    return names;
}

void LiveSeries::grow(const AttemptId& attempt)
{
    const auto found = m_known.find(attempt);
    if (found == m_known.end())
        return;
    found->second.isStale = true;
    if (!found->second.isAsked)
        ask(attempt);
}

// One question at a time: what comes meanwhile is asked for with the next.
void LiveSeries::ask(const AttemptId& attempt)
{
    Known& known = m_known.at(attempt);
    known.isAsked = true;
    known.isStale = false;
    tracking::LoggedQuestion question;
    question.attempt = attempt;
    question.names = m_wanted;
    question.mostPoints = mostPoints;
    for (const tracking::LoggedSeries& series : known.series) {
        if (!series.values.empty() && m_wanted.contains(series.name))
            question.known[{series.of, series.name}] = series.place;
    }
    m_workspace.readLogged(question, this, [this, attempt, wanted = m_wanted](const Result<tracking::Logged>& logged) {
        take(attempt, wanted, logged);
    });
}

void LiveSeries::take(const AttemptId& attempt, const std::set<std::string>& wanted,
                      const Result<tracking::Logged>& logged)
{
    const auto found = m_known.find(attempt);
    if (found == m_known.end())
        return;
    Known& known = found->second;
    known.isAsked = false;
    known.isAnswered = true;
    if (logged) {
        auto before = std::exchange(known.series, logged->series);
        for (tracking::LoggedSeries& series : known.series) {
            const auto same = std::ranges::find_if(
                before, [&](const auto& each) { return each.of == series.of && each.name == series.name; });
            if (same == before.end() || !series.continues || !wanted.contains(series.name))
                continue;
            same->values.insert(same->values.end(), series.values.begin(), series.values.end());
            series.values = std::move(same->values);
        }
    }
    if (known.isStale || wanted != m_wanted)
        ask(attempt);
    if (!m_announce.isActive())
        m_announce.start(m_pause);
}

// A window that draws a million points has other things to do as well.
void LiveSeries::announce()
{
    QElapsedTimer drawing;
    drawing.start();
    Q_EMIT changed();
    m_pause = std::clamp(static_cast<int>(4 * drawing.elapsed()), shortestPause, longestPause);
}

} // namespace penstock::models
