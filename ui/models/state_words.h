// How states are said and shown: from the engine's facts to marks, words and one-line reasons.
#pragma once

#include "core/engine/state.h"
#include "core/session/step_values.h"
#include "ui/theme/mark.h"

#include <QCoreApplication>
#include <QString>

namespace penstock::models {

theme::Mark markOf(const engine::Instance& instance);
theme::Mark markOf(const engine::Run& run); // a run in which everything waits for a person says so
theme::Mark markOf(const engine::Request& request);
theme::Mark markOf(const engine::Attempt& attempt);

class StateWords final {
    Q_DECLARE_TR_FUNCTIONS(StateWords)

public:
    static QString outcome(const engine::Outcome& outcome); // "exit 1"; empty for success
    // Why it ended as it did, or waits for what it waits for; empty when there is nothing to say.
    static QString reason(const engine::WorkspaceState& state, const engine::Run& run, const engine::Instance& instance);
    // What a run is about in one line: the failing step and why, who is asked, what runs, what it put where.
    static QString summary(const engine::WorkspaceState& state, const engine::Run& run);
    static QString request(engine::Request::State state);
    static QString dropped(const engine::Attempt& attempt); // "8 MB of its output were not kept"; empty when all of it was
    static QString type(session::ValueType type); // "number"
    static QString stage(const std::string& name); // "Production"
    static QString parameters(const Json& parameters); // "kernel=rbf  c=1.0"

private:
    static QString endReason(const engine::Instance& instance);
};

// A JSON value as people write it: texts without quotes.
QString shown(const Json& value);

} // namespace penstock::models
