#include "ui/approvals/history_list.h"

#include "ui/common/label.h"
#include "ui/models/qt_text.h"
#include "ui/models/state_words.h"
#include "ui/models/time_text.h"
#include "ui/theme/style.h"

#include <QHBoxLayout>
#include <QPainter>

namespace penstock::approvals {

using common::Label;
using models::qt;

namespace {

constexpr std::size_t mostShown = 12;

class Dot final : public QWidget {
public:
    explicit Dot(theme::Role role)
        : m_role(role)
    {
        setFixedSize(16, 20);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::themeOf(this).color(m_role));
        painter.drawEllipse(QPointF(7, 10), 4.5, 4.5);
    }

private:
    theme::Role m_role;
};

} // namespace

HistoryList::HistoryList(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::Metrics::gap);
}

void HistoryList::setHistory(const std::vector<session::HistoryRow>& history, const models::WorkspaceModel& workspace)
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < std::min(history.size(), mostShown); ++i) {
        const session::HistoryRow& row = history[i];
        const bool production = row.stage == "production";
        auto* entry = new QWidget;
        auto* texts = new QGridLayout(entry);
        texts->setContentsMargins(0, 0, 0, 0);
        texts->setHorizontalSpacing(theme::Metrics::gap);
        texts->setVerticalSpacing(0);
        texts->setColumnStretch(1, 1);
        texts->addWidget(new Dot(production ? theme::Role::succeeded : theme::Role::idle), 0, 0);
        texts->addWidget(new Label(tr("%1 → %2").arg(qt(row.version.number()), models::StateWords::stage(row.stage)), theme::Type::name), 0, 1);
        texts->addWidget(common::secondary(models::TimeText::day(row.at, workspace.now())), 0, 2);
        const QString person = row.person.empty() ? QString() : workspace.personOf(row.person);
        const QString said = row.comment.empty() ? person : tr("%1: “%2”").arg(person, qt(row.comment));
        if (!said.isEmpty()) {
            auto* comment = common::secondary(said);
            comment->setFit(Label::Fit::wrap);
            texts->addWidget(comment, 1, 1, 1, 2);
        }
        m_column->addWidget(entry);
    }
    if (history.empty())
        m_column->addWidget(common::secondary(tr("Nothing was promoted yet.")));
    else if (history.size() > mostShown)
        m_column->addWidget(common::secondary(tr("and %n earlier", nullptr, static_cast<int>(history.size() - mostShown))));
}

} // namespace penstock::approvals
