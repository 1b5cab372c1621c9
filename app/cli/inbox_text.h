// Events of the inbox, for people and as JSON.
#pragma once

#include "app/cli/state_text.h"
#include "core/engine/inbox.h"

namespace penstock::cli {

StateText stateText(const Console& console, engine::InboxEvent::State state);
// The runs that it started, or why it started none; empty while that is not known.
QString outcomeText(const engine::InboxEvent& event);
Json eventJson(const engine::InboxEvent& event);

} // namespace penstock::cli
