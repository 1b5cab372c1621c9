#pragma once

#include "ui/designer/shown_run.h"

#include <QCoreApplication>
#include <QString>

#include <string>

namespace penstock::designer {

// What expressions of a step were in a run. For the moment only: holds on to the state.
class LastValues final {
    Q_DECLARE_TR_FUNCTIONS(LastValues)

public:
    // All outlive this; without a run, or a step in it, nothing is known.
    LastValues(const engine::WorkspaceState& state, ShownRun run, const std::string& step);

    // "= 0.97 · digits-42" for a bare expression or a text with ${{ }}; empty when it is not known, or no expression.
    QString of(const std::string& text, bool isExpression) const;
    // "= 0.97" for a path of an expression. What is not of the step itself is known for one that was not in the run, too.
    QString at(const std::string& path) const;

private:
    const engine::WorkspaceState& m_state;
    ShownRun m_run;
    const engine::Instance* m_instance = nullptr;
};

} // namespace penstock::designer
