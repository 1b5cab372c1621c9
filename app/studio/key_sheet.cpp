#include "app/studio/key_sheet.h"

#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/scrolled.h"

#include <QAction>
#include <QGridLayout>
#include <QScrollArea>

#include <algorithm>

namespace penstock::studio {

using theme::Metrics;

namespace {

constexpr int columns = 2;

int linesOf(const QList<QWidget*>& cards)
{
    int height = 0;
    for (const QWidget* card : cards)
        height += card->sizeHint().height() + Metrics::margin;
    return height;
}

} // namespace

QList<std::pair<QString, QString>> keysOf(const QList<QAction*>& actions)
{
    QList<std::pair<QString, QString>> keys;
    for (const QAction* action : actions) {
        QStringList texts;
        for (const QKeySequence& key : action->shortcuts())
            texts.append(key.toString(QKeySequence::NativeText));
        if (!texts.isEmpty())
            keys.append({texts.join(QStringLiteral(", ")), action->text().remove(QLatin1Char('&'))});
    }
    return keys;
}

KeySheet::KeySheet(const QList<models::KeyGroup>& groups, QWidget* window)
    : QDialog(window)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    auto* sheet = new QWidget;
    auto* row = new QHBoxLayout(sheet);
    row->setContentsMargins(Metrics::margin, Metrics::margin, Metrics::margin, Metrics::margin);
    row->setSpacing(Metrics::margin);
    QList<QList<QWidget*>> cards(columns);
    for (const models::KeyGroup& group : groups) {
        if (group.keys.isEmpty())
            continue;
        // Into the column that is shortest so far, as a newspaper fills its page.
        auto shortest = std::min_element(cards.begin(), cards.end(), [](const auto& a, const auto& b) { return linesOf(a) < linesOf(b); });
        shortest->append(groupOf(group));
    }
    for (const QList<QWidget*>& column : cards) {
        auto* layout = new QVBoxLayout;
        layout->setSpacing(Metrics::margin);
        for (QWidget* card : column)
            layout->addWidget(card);
        layout->addStretch(1);
        row->addLayout(layout, 1);
    }
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    QScrollArea* scroll = common::scrolled(sheet, windowTitle());
    all->addWidget(scroll);
    scroll->setFocus();
    resize(std::min(880, window->width() - 40), std::min(sheet->sizeHint().height() + 2, window->height() - 80));
}

QWidget* KeySheet::groupOf(const models::KeyGroup& group)
{
    auto* card = new common::Card(group.title);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(Metrics::margin);
    grid->setVerticalSpacing(Metrics::gap);
    grid->setColumnMinimumWidth(0, 136);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [key, what] : group.keys) {
        auto* keys = new common::Label(key, theme::Type::mono);
        auto* does = new common::Label(what, theme::Type::text, theme::Role::muted);
        keys->setFit(common::Label::Fit::wrap);
        does->setFit(common::Label::Fit::wrap);
        grid->addWidget(keys, row, 0, Qt::AlignTop);
        grid->addWidget(does, row++, 1, Qt::AlignTop);
    }
    card->body()->addLayout(grid);
    return card;
}

} // namespace penstock::studio
