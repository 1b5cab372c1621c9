#include "app/studio/top_bar.h"

#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/theme/style.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace penstock::studio {

using namespace Qt::Literals::StringLiterals;
using theme::Metrics;
using theme::Prominence;

namespace {

constexpr int searchWidth = 420;

// Looks like the field it opens: a place to type into, with its key at the right.
class SearchButton final : public QPushButton {
public:
    explicit SearchButton(const QString& text)
        : QPushButton(text)
    {
        setAutoDefault(false);
        setCursor(Qt::IBeamCursor);
        setFixedSize(searchWidth, Metrics::control);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const theme::Theme& theme = theme::themeOf(this);
        painter.setPen(theme.color(hasFocus() ? theme::Role::accent : theme::Role::hairline));
        painter.setBrush(theme.color(theme::Role::code));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::radius, Metrics::radius);
        painter.setPen(theme.ink(theme::Role::muted, theme::Role::code));
        painter.setFont(theme::Theme::font(theme::Type::secondary));
        const QRect inner = rect().adjusted(12, 0, -12, 0);
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, text());
        painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText));
    }
};

} // namespace

TopBar::TopBar(QMenu* menu, QWidget* parent)
    : QWidget(parent)
    , m_workspace(new common::Label({}, theme::Type::name))
    , m_place(common::secondary({}))
    , m_search(new SearchButton(tr("Find a step, run, model or command")))
    , m_actions(new QHBoxLayout)
    , m_menu(common::iconButton(theme::Icon::more, tr("Menu (F10)")))
    , m_commands(menu)
{
    setFixedHeight(Metrics::header);
    m_place->setFit(common::Label::Fit::elide);
    m_search->setAccessibleName(tr("Find a step, run, model or command"));
    m_menu->setAccessibleName(tr("Menu"));
    connect(m_search, &QPushButton::clicked, this, &TopBar::searchWanted);
    connect(m_menu, &QToolButton::clicked, this, &TopBar::openMenu);
    m_actions->setSpacing(Metrics::gap);
    auto* left = new QHBoxLayout;
    left->setSpacing(Metrics::gap);
    left->addWidget(m_workspace);
    left->addWidget(m_place, 1);
    auto* right = new QHBoxLayout;
    right->setSpacing(Metrics::gap);
    right->addStretch(1);
    right->addLayout(m_actions);
    right->addWidget(m_menu);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::rail + 12, 0, 12, 1);
    row->setSpacing(Metrics::margin);
    row->addLayout(left, 1);
    row->addWidget(m_search);
    row->addLayout(right, 1);
}

void TopBar::openMenu()
{
    m_commands->popup(m_menu->mapToGlobal(QPoint(m_menu->width() - m_commands->sizeHint().width(), m_menu->height() + 2)));
    if (!m_commands->activeAction())
        m_commands->setActiveAction(m_commands->actions().value(0)); // for arrows and Enter
}

void TopBar::setPlace(const QString& workspace, const QString& place)
{
    m_workspace->setText(workspace);
    m_place->setText(place.isEmpty() ? QString() : tr("/ %1").arg(place));
    m_search->setVisible(!workspace.isEmpty());
}

void TopBar::clearButtons()
{
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was just clicked
        delete item;
    }
}

void TopBar::setActions(const QList<QAction*>& actions)
{
    QList<QAction*> visible;
    for (QAction* action : actions) {
        if (action->isVisible())
            visible.append(action);
    }
    if (visible == m_shown)
        return; // each button follows its action by itself
    m_shown = visible;
    clearButtons();
    for (QAction* action : visible) {
        QPushButton* button = buttonFor(action);
        const bool primary = action == visible.last() && action->property("quiet").isNull();
        theme::setProminence(button, primary ? Prominence::primary : action->property("compact").toBool() ? Prominence::quiet : Prominence::normal);
        m_actions->addWidget(button);
    }
}

QPushButton* TopBar::buttonFor(QAction* action)
{
    auto* button = new QPushButton;
    button->setAutoDefault(false);
    const auto follow = [button, action] {
        button->setText(action->property("compact").toBool() ? QString() : action->text());
        button->setAccessibleName(action->text());
        button->setEnabled(action->isEnabled());
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        const QString tip = action->toolTip().isEmpty() ? action->text() : action->toolTip();
        button->setToolTip(key.isEmpty() ? tip : tr("%1 (%2)").arg(tip, key));
    };
    follow();
    button->setIcon(action->icon());
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const theme::Theme& theme = theme::themeOf(this);
    painter.fillRect(rect(), theme.color(theme::Role::panel));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(theme::Role::hairline));
}

} // namespace penstock::studio
