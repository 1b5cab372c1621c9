// Lines of `TYPE PAYLOAD`, as they stand in the log: decoded, written again, chained and folded.
#include "core/engine/event_json.h"
#include "core/engine/state.h"
#include "core/store/event_chain.h"
#include "tests/core/engine/story.h"
#include "tests/fuzz/target.h"

#include <string>

namespace penstock::engine {

namespace {

using fuzz::must;

void checkChain(std::string_view line)
{
    const store::LogHead start = store::emptyLog("store");
    const std::size_t cut = line.size() / 2;
    const std::string first(line.substr(0, cut)), second(line.substr(cut));
    const StoredEvent event{1, first, {}, second, "type", {}};
    const store::LogHead head = extend(start, event, line);
    must(head.seq == 1 && head == extend(start, event, line), "the chain is a function of what is chained");
    if (!second.empty()) {
        // The same bytes with the border between two fields moved are another event.
        const StoredEvent other{1, first + second.front(), {}, second.substr(1), "type", {}};
        must(!(extend(start, other, line) == head), "no two events have the same bytes");
    }
}

class Log final {
public:
    void take(std::string_view line)
    {
        const std::size_t space = std::min(line.find(' '), line.size());
        const auto payload = parseJson(line.substr(std::min(space + 1, line.size())));
        if (!payload)
            return;
        const auto event = eventFrom(line.substr(0, space), *payload);
        if (!event)
            return must(event.error().message.id.starts_with("engine.event_"), "an event that cannot be read says so");
        const std::string text = dumpJson(payloadOf(*event));
        const auto again = eventFrom(typeOf(*event), *parseJson(text));
        must(again && dumpJson(payloadOf(*again)) == text, "an event reads back as itself");
        apply(m_state, *event, m_now, "engine");
        apply(m_mirror, *again, m_now, "engine");
        m_now += Duration(1000);
    }
    void finish() const
    {
        must(test::difference(m_state, m_mirror).empty(), "the state is the fold of what is written");
    }

private:
    WorkspaceState m_state, m_mirror;
    Instant m_now = Instant(Duration(1'700'000'000'000));
};

} // namespace

} // namespace penstock::engine

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view text = penstock::fuzz::textOf(data, size);
    penstock::engine::Log log;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        penstock::engine::checkChain(line);
        log.take(line);
    }
    log.finish();
    return 0;
}
