#include "app/studio/modes.h"

#include "app/studio/git_revisions.h"
#include "ui/approvals/approvals_screen.h"
#include "ui/compare/compare_screen.h"
#include "ui/designer/design_screen.h"
#include "ui/registry/registry_screen.h"
#include "ui/runs/runs_screen.h"

#include <QCoreApplication>

namespace penstock::studio {

namespace {

class ModeText final {
    Q_DECLARE_TR_FUNCTIONS(ModeText)

public:
    static QString design() { return tr("Design"); }
    static QString runs() { return tr("Runs"); }
    static QString compare() { return tr("Compare"); }
    static QString models() { return tr("Models"); }
    static QString approvals() { return tr("Approvals"); }
};

} // namespace

std::vector<Mode> modes()
{
    const auto design = [](OpenWorkspace& open) {
        return new designer::DesignScreen(open.model(), open.files(), open.drafts(), std::make_shared<GitRevisions>(open.folder().path().toStdString()));
    };
    return {{ModeId::design, theme::Icon::design, ModeText::design(), design},
            {ModeId::runs, theme::Icon::runs, ModeText::runs(), [](OpenWorkspace& open) { return new runs::RunsScreen(open.model()); }},
            {ModeId::compare, theme::Icon::compare, ModeText::compare(), [](OpenWorkspace& open) { return new compare::CompareScreen(open.model()); }},
            {ModeId::models, theme::Icon::models, ModeText::models(), [](OpenWorkspace& open) { return new registry_ui::RegistryScreen(open.model()); }},
            {ModeId::approvals, theme::Icon::approvals, ModeText::approvals(), [](OpenWorkspace& open) { return new approvals::ApprovalsScreen(open.model()); }}};
}

ModeId modeOf(models::Target::Kind kind)
{
    using Kind = models::Target::Kind;
    switch (kind) {
    case Kind::pipeline: return ModeId::design;
    case Kind::run:
    case Kind::step: return ModeId::runs;
    case Kind::comparison: return ModeId::compare;
    case Kind::version: return ModeId::models;
    case Kind::request: return ModeId::approvals;
    }
    return ModeId::runs;
}

} // namespace penstock::studio
