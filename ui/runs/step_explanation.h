#pragma once

#include <QCoreApplication>
#include <QWidget>

#include "core/session/explanation.h"
#include "ui/models/workspace_model.h"
#include "ui/runs/fact_list.h"

namespace penstock::common {
class Label;
}

namespace penstock::runs {

// Why a step ran, was taken from the cache or waits: what was the same, what differed, and compared with whom.
class StepExplanation final : public QWidget {
    Q_OBJECT

public:
    explicit StepExplanation(const models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const engine::Run& run, const engine::Instance& instance);
    void showNothing();
    using QWidget::show;

private:
    const models::WorkspaceModel& m_workspace;
    common::Label* m_head;
    FactList* m_facts;
};

class ExplanationText final {
    Q_DECLARE_TR_FUNCTIONS(ExplanationText)

public:
    static QString way(session::Way way);
    static QString part(const std::string& part); // of a key of the cache
    static std::vector<Fact> facts(const session::Explanation& explanation);

private:
    static QString side(const Json& side);
    static QString change(const Json& difference);
};

} // namespace penstock::runs
