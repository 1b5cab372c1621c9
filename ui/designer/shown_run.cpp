#include "ui/designer/shown_run.h"

#include "ui/models/qt_text.h"

#include <QCoreApplication>

namespace penstock::designer {

namespace {

class ShownRunText final {
    Q_DECLARE_TR_FUNCTIONS(ShownRunText)

public:
    static QString inside(const QString& run, const QString& steps) { return tr("%1 (in %2)", "a run, and the step of it that opened the pipeline").arg(run, steps); }
};

} // namespace

QString ShownRun::name() const
{
    if (!run)
        return {};
    const QString id = models::qt(run->id.text());
    return within.empty() ? id : ShownRunText::inside(id, models::qt(within.substr(0, within.size() - 1)));
}

} // namespace penstock::designer
