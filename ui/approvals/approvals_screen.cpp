#include "ui/approvals/approvals_screen.h"

#include "ui/approvals/decision_panel.h"
#include "ui/approvals/evidence_page.h"
#include "ui/approvals/history_list.h"
#include "ui/common/card.h"
#include "ui/common/empty_state.h"
#include "ui/common/scrolled.h"
#include "ui/models/item_views.h"
#include "ui/models/qt_text.h"
#include "ui/models/state_words.h"
#include "ui/theme/style.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QScrollArea>
#include <QShowEvent>
#include <QSplitter>

namespace penstock::approvals {

using models::qt;

namespace {

constexpr int sideWidth = 340;

} // namespace

ApprovalsScreen::ApprovalsScreen(models::WorkspaceModel& workspace, QWidget* parent)
    : models::Screen(parent)
    , m_workspace(workspace)
    , m_requests(workspace)
    , m_list(models::rowList(&m_requests, tr("Requests")))
    , m_evidence(new EvidencePage(workspace))
    , m_decision(new DecisionPanel(workspace))
    , m_historyCard(new common::Card)
    , m_history(new HistoryList)
{
    auto* split = new QSplitter;
    split->addWidget(buildList());
    split->addWidget(buildEvidence());
    split->setStretchFactor(1, 1);
    split->setSizes({280, 1260});
    split->setChildrenCollapsible(false);
    setContent(split, new common::EmptyState(theme::Icon::approvals, tr("Nothing waits for a decision"),
                                             tr("A pipeline with an approve step asks here before it goes on, with everything there is to know beside the button.")));
    connect(&m_requests, &QAbstractItemModel::modelReset, this, &ApprovalsScreen::keepOneChosen);
    connect(&workspace, &models::WorkspaceModel::registryChanged, this, &ApprovalsScreen::showCurrent);
    connect(m_evidence, &EvidencePage::runChosen, this, [this] {
        if (m_current)
            Q_EMIT targetChosen({models::Target::Kind::run, qt(m_current->run.text()), {}});
    });
    setFocusProxy(m_list);
    keepOneChosen();
}

QWidget* ApprovalsScreen::buildList()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (const auto request = m_requests.requestAt(index); request && request != m_current) {
            m_current = request;
            showCurrent();
        }
    });
    return m_list;
}

QWidget* ApprovalsScreen::buildEvidence()
{
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(common::scrolled(m_evidence, tr("Evidence")), 1);
    row->addWidget(buildSide());
    return both;
}

QWidget* ApprovalsScreen::buildSide()
{
    m_historyCard->body()->addWidget(m_history);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 16, 20, 20);
    column->setSpacing(12);
    column->addWidget(m_decision);
    column->addWidget(m_historyCard);
    column->addStretch(1);
    QScrollArea* side = common::scrolled(content, tr("Decision and history"));
    side->setFixedWidth(sideWidth);
    return side;
}

QList<models::KeyGroup> ApprovalsScreen::keys() const { return {{tr("Decision"), DecisionPanel::keys()}}; }

QString ApprovalsScreen::place() const
{
    const QModelIndex index = m_current ? m_requests.indexOf(*m_current) : QModelIndex();
    return index.isValid() ? index.data().toString() : tr("approvals");
}

void ApprovalsScreen::show(const models::Target& target)
{
    const auto request = RequestId::parse(models::utf8(target.id));
    if (const QModelIndex index = request ? m_requests.indexOf(*request) : QModelIndex(); index.isValid())
        m_list->setCurrentIndex(index);
}

void ApprovalsScreen::keepOneChosen()
{
    setEmpty(m_requests.rowCount() == 0);
    const QModelIndex current = m_current ? m_requests.indexOf(*m_current) : QModelIndex();
    m_list->setCurrentIndex(current.isValid() ? current : m_requests.index(0, models::RequestsModel::SubjectColumn));
    showCurrent();
}

// Who comes to this screen again comes for what waits, not for what was decided before.
void ApprovalsScreen::showEvent(QShowEvent* event)
{
    Screen::showEvent(event);
    const QModelIndex first = m_requests.index(0, models::RequestsModel::SubjectColumn);
    if (!event->spontaneous() && waits(m_requests.requestAt(first)) && !waits(m_current))
        m_list->setCurrentIndex(first);
}

bool ApprovalsScreen::waits(const std::optional<RequestId>& request) const
{
    return request && m_workspace.view().workspace.requests.at(*request).state == engine::Request::State::open;
}

void ApprovalsScreen::showCurrent()
{
    Q_EMIT placeChanged();
    if (!m_current)
        return;
    const auto evidence = session::evidenceOf(m_workspace.view(), *m_current);
    if (!evidence)
        return;
    const engine::Request& request = m_workspace.view().workspace.requests.at(*m_current);
    m_evidence->show(*evidence, request);
    m_decision->show(*evidence, request);
    m_historyCard->setVisible(evidence->candidate.has_value());
    if (evidence->candidate)
        m_historyCard->setTitle(tr("History of %1").arg(qt(evidence->candidate->line.text())));
    m_history->setHistory(evidence->history, m_workspace);
}

} // namespace penstock::approvals
