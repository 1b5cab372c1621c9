#include "core/session/view.h"

#include "core/engine/event_json.h"

namespace penstock::session {

namespace {

bool isNewer(const Error& error) { return error.code == ErrorCode::unsupported; }

} // namespace

Result<void> View::fold(const engine::StoredEvent& event)
{
    if (event.seq <= seq)
        return {};
    if (event.seq != seq + 1)
        return Error{ErrorCode::conflict, {"session.gap", {{"seq", std::to_string(event.seq)}}}, {}};
    if (engine::isEngineType(event.type)) {
        auto fact = engine::eventFrom(event.type, event.payload);
        if (fact)
            engine::apply(workspace, *fact, event.at, event.actor);
        else if (!isNewer(fact.error()))
            return fact.error();
    } else if (registry::isRegistryType(event.type)) {
        auto fact = registry::eventFrom(event.type, event.payload);
        if (fact)
            registry::apply(registry, *fact, event.at, event.actor);
        else if (!isNewer(fact.error()))
            return fact.error();
    }
    seq = event.seq;
    return {};
}

} // namespace penstock::session
