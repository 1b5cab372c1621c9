#include "ui/designer/versions/difference_dialog.h"

#include "core/edit/line_changes.h"
#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/designer/versions/difference_text.h"
#include "ui/models/qt_text.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace penstock::designer {

DifferenceDialog::DifferenceDialog(const QString& file, const QString& theirs, const QString& mine, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Difference – %1").arg(file));
    auto* text = new DifferenceText;
    text->setPlainText(models::qt(edit::unifiedDifference(models::utf8(theirs), models::utf8(mine))));
    auto* legend = common::secondary(tr("− only in the file   + only here"));
    auto* close = common::button(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(legend);
    column->addWidget(text, 1);
    column->addWidget(close, 0, Qt::AlignRight);
    resize(840, 560);
}

} // namespace penstock::designer
