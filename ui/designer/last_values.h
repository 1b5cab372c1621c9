#pragma once

#include "core/engine/state.h"

#include <QCoreApplication>
#include <QString>

#include <string>

namespace penstock::designer {

// What expressions of a step were in a run. For the moment only: holds on to the state.
class LastValues final {
    Q_DECLARE_TR_FUNCTIONS(LastValues)

public:
    // All outlive this; without a run, or a step in it, nothing is known.
    LastValues(const engine::WorkspaceState& state, const engine::Run* run, const std::string& step);

    // "= 0.97 · digits-42" for a bare expression or a text with ${{ }}; empty when it is not known, or no expression.
    QString of(const std::string& text, bool isExpression) const;

private:
    const engine::WorkspaceState& m_state;
    const engine::Run* m_run;
    const engine::Instance* m_instance = nullptr;
};

} // namespace penstock::designer
