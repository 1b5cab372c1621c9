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
