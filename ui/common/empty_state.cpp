#include "ui/common/empty_state.h"

#include "ui/common/button.h"
#include "ui/common/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace penstock::common {

using theme::Role;

EmptyState::EmptyState(theme::Icon icon, const QString& title, const QString& explanation, QWidget* parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_picture(new QWidget(this))
    , m_actions(new QHBoxLayout)
{
    m_picture->setFixedSize(36, 36);
    auto* head = new Label(title, theme::Type::heading);
    auto* text = new Label(explanation, theme::Type::text, Role::muted);
    head->setAlignment(Qt::AlignCenter);
    text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    text->setFit(Label::Fit::wrap);
    text->setFixedWidth(400);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addStretch(2);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addWidget(head);
    // Stretches, because an aligned item is not asked for its height at its width.
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(text);
    row->addStretch();
    column->addLayout(row);
    column->addSpacing(6);
    m_actions->setAlignment(Qt::AlignCenter);
    column->addLayout(m_actions);
    column->addStretch(3);
    setAccessibleName(title);
    setAccessibleDescription(explanation);
}

QPushButton* EmptyState::addAction(const QString& text)
{
    auto* action = button(text, m_actions->count() == 0 ? theme::Prominence::primary : theme::Prominence::normal, this);
    m_actions->addWidget(action);
    return action;
}

void EmptyState::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    theme::paintIcon(painter, m_picture->geometry(), m_icon, theme::themeOf(this).color(Role::idle));
}

} // namespace penstock::common
