// Answers MLflow clients: the semantics of its REST API over metrics.db. What an attempt may see and write are the runs
// that attempts of its own run made, so that a step can go on with what an earlier step logged.
#pragma once

#include "core/base/clock.h"
#include "core/host/attempt_tokens.h"
#include "core/host/layout.h"
#include "core/host/tracker.h"
#include "core/tracking/intake.h"

#include <memory>

namespace penstock::host {

// Thread-safe. Tracker and clock outlive it.
class MlflowDesk final : public tracking::Intake {
public:
    MlflowDesk(Tracker& tracker, AttemptTokens tokens, Layout layout, const Clock& clock);

    const AttemptTokens& tokens() const { return m_tokens; }

    std::optional<AttemptId> holderOf(std::string_view token) const override;
    void take(const AttemptId& by, tracking::MlflowCall call, Answer answer) override;

private:
    Tracker& m_tracker;
    AttemptTokens m_tokens;
    std::shared_ptr<const Layout> m_layout; // shared with what the tracker has not done yet
    const Clock& m_clock;
};

} // namespace penstock::host
