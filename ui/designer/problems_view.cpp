#include "ui/designer/problems_view.h"

#include "ui/designer/problem_delegate.h"
#include "ui/designer/problems_model.h"
#include "ui/theme/style.h"

#include <QKeyEvent>
#include <QPainter>

namespace penstock::designer {

ProblemsView::ProblemsView(QWidget* parent)
    : QListView(parent)
{
    auto* delegate = new ProblemDelegate(this);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(true);
    setMouseTracking(true);
    setResizeMode(Adjust);
    setAccessibleName(tr("Problems"));
    setItemDelegate(delegate);
    connect(delegate, &ProblemDelegate::pressed, this, &ProblemsView::mend);
}

QList<std::pair<QString, QString>> ProblemsView::keys()
{
    return {{QStringLiteral("Enter"), tr("to the place in the text")}, {QStringLiteral("Alt+Enter"), tr("mend it, where the mend is certain")}};
}

void ProblemsView::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::AltModifier))
        return mend(currentIndex());
    QListView::keyPressEvent(event);
}

void ProblemsView::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (!model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(theme::Theme::font(theme::Type::text));
    painter.setPen(theme::themeOf(this).ink(theme::Role::muted));
    painter.drawText(viewport()->rect().adjusted(16, 12, -16, -12), Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
                     tr("No problems. What is wrong with this pipeline is listed here while it is written."));
}

void ProblemsView::mend(const QModelIndex& problem)
{
    if (problem.data(ProblemsModel::MendableRole).toBool())
        Q_EMIT mendWanted(problem);
}

} // namespace penstock::designer
