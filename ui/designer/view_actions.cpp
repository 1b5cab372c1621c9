#include "ui/designer/view_actions.h"

#include "ui/models/chooser.h"

#include <QMenu>

namespace penstock::designer {

using canvas::Arrangement;
using canvas::GraphView;
using canvas::Reach;

ViewActions::ViewActions(GraphView& view, QObject* parent)
    : QObject(parent)
    , m_view(view)
    , m_select(std::make_unique<QMenu>(tr("Select")))
    , m_arrange(std::make_unique<QMenu>(tr("Arrange")))
{
    m_find = make(*m_select, tr("Find a step…"), QKeySequence::Find, [this] { find(); });
    makeSelecting();
    makeArranging();
}

ViewActions::~ViewActions() = default;

QAction* ViewActions::make(QMenu& menu, const QString& text, const QKeySequence& keys, const std::function<void()>& act)
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view.addAction(action);
    menu.addAction(action);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void ViewActions::makeSelecting()
{
    make(*m_select, tr("What comes before"), Qt::CTRL | Qt::SHIFT | Qt::Key_Left, [this] { m_view.selectReach(Reach::upstream); });
    make(*m_select, tr("What comes after"), Qt::CTRL | Qt::SHIFT | Qt::Key_Right, [this] { m_view.selectReach(Reach::downstream); });
    make(*m_select, tr("All that is connected"), Qt::CTRL | Qt::SHIFT | Qt::Key_A, [this] { m_view.selectReach(Reach::connected); });
    m_select->addSeparator();
    m_related = make(*m_select, tr("Fade what is not related"), Qt::Key_O, [this] { m_view.setOnlyRelated(m_related->isChecked()); });
    m_overview = make(*m_select, tr("Overview"), Qt::Key_M, [this] { m_view.setOverviewVisible(m_overview->isChecked()); });
    for (QAction* action : {m_related, m_overview})
        action->setCheckable(true);
}

void ViewActions::makeArranging()
{
    const auto add = [this](const QString& text, Qt::Key key, Arrangement how) { make(*m_arrange, text, Qt::SHIFT | key, [this, how] { m_view.arrange(how); }); };
    add(tr("Left edges"), Qt::Key_A, Arrangement::left);
    add(tr("Right edges"), Qt::Key_D, Arrangement::right);
    add(tr("Upper edges"), Qt::Key_W, Arrangement::top);
    add(tr("Lower edges"), Qt::Key_S, Arrangement::bottom);
    add(tr("In one column"), Qt::Key_C, Arrangement::column);
    add(tr("In one row"), Qt::Key_R, Arrangement::row);
    m_arrange->addSeparator();
    add(tr("Equal gaps across"), Qt::Key_H, Arrangement::spreadAcross);
    add(tr("Equal gaps down"), Qt::Key_V, Arrangement::spreadDown);
}

QList<QAction*> ViewActions::all() const
{
    QList<QAction*> actions = m_select->actions() + m_arrange->actions();
    actions.removeIf([](const QAction* action) { return action->isSeparator(); });
    return actions;
}

QAction* ViewActions::selectMenu() const { return m_select->menuAction(); }

QAction* ViewActions::arrangeMenu() const { return m_arrange->menuAction(); }

void ViewActions::refresh()
{
    const bool several = m_view.selection().size() > 1;
    for (QAction* action : m_arrange->actions())
        action->setEnabled(several);
    m_arrange->menuAction()->setEnabled(several);
}

void ViewActions::find()
{
    std::vector<models::Choice> choices;
    QStringList ids;
    for (const canvas::Node& node : m_view.graph().nodes) {
        ids.append(node.id);
        choices.push_back({node.title, node.subtitle.isEmpty() ? wordOf(node.kind) : node.subtitle, node.mark, {}, QString(node.id % u' ' % spoken(node))});
    }
    auto* chooser = new models::Chooser(std::move(choices), tr("Find a step"), &m_view);
    chooser->resize(420, 380);
    connect(chooser, &models::Chooser::chosen, this, [this, ids](std::size_t index, bool) {
        const QString& id = ids[static_cast<qsizetype>(index)];
        m_view.select({id});
        m_view.setCurrent(id);
        m_view.reveal(id);
        m_view.setFocus();
    });
    chooser->showAt(m_view.mapToGlobal(QPoint((m_view.width() - chooser->width()) / 2, 8)));
}

} // namespace penstock::designer
