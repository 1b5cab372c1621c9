#include "tests/ui/support/recorded_source.h"

namespace penstock::test {

using namespace Qt::Literals::StringLiterals;

void RecordedSource::submit(const session::Command& command, Reply reply)
{
    m_commands.push_back(command);
    m_waiting.push_back(std::move(reply));
}

void RecordedSource::history(const RunId&, Seq first, std::function<void(const Result<Events>&)> reply)
{
    Events events;
    for (const engine::StoredEvent& event : m_known) {
        if (event.seq >= first)
            events.push_back(event);
    }
    reply(events);
}

// As a reader of the file does: what came after the place that is known.
void RecordedSource::readLogged(const tracking::LoggedQuestion& question, std::function<void(const Result<tracking::Logged>&)> reply)
{
    m_questions.push_back(question);
    tracking::Logged logged;
    for (const auto& [name, points] : m_logged[question.attempt]) {
        tracking::LoggedSeries series;
        series.name = name;
        series.points = points.size();
        series.last = points.back().value;
        series.place = {points.back().step, points.back().time.value_or(Instant{}), 0};
        const auto known = question.known.find({{}, name});
        series.continues = known != question.known.end();
        for (const tracking::SeriesPoint& point : points) {
            const bool isNew = !series.continues || point.step > known->second.step;
            if (isNew && (!question.names || question.names->contains(name)))
                series.values.push_back(point);
        }
        logged.series.push_back(std::move(series));
    }
    QMetaObject::invokeMethod(this, [logged, reply = std::move(reply)] { reply(logged); }, Qt::QueuedConnection);
}

void RecordedSource::log(const AttemptId& attempt, const std::vector<tracking::MetricPoint>& points)
{
    for (const tracking::MetricPoint& point : points)
        m_logged[attempt][point.name].push_back({point.step, point.value, point.time});
    deliver(session::noticeOf(session::SeriesGrown{attempt, points.size()}));
}

void RecordedSource::deliverOpening(const std::vector<engine::StoredEvent>& events)
{
    m_known = events;
    auto opening = std::make_shared<models::Opening>();
    opening->view.workspace.slots = 2;
    for (const engine::StoredEvent& event : events) {
        (void)opening->view.fold(event);
        if (event.type == "run.created")
            opening->began.emplace(*models::runOf(event), event.seq);
    }
    Q_EMIT opened(opening);
}

void RecordedSource::answer(const Result<Json>& result)
{
    const Reply reply = m_waiting.front();
    m_waiting.erase(m_waiting.begin());
    reply(result);
}

OpenWorkspace::OpenWorkspace(const RecordedWorkspace& recorded, const QString& user)
    : clock(recorded.now())
    , source(new RecordedSource)
    , model({u"/data/ada/digits-workspace"_s, u"digits-workspace"_s, u"/data/ada/digits-workspace/.penstock"_s, user,
             registry::People{{{"Grace", {"grace"}, {"lead"}}, {"Ada", {"ada"}, {}}}}, true},
            std::unique_ptr<models::EventSource>(source), clock)
{
    model.open();
    source->deliverOpening(recorded.events());
}

} // namespace penstock::test
