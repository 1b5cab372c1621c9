#include "ui/designer/history_popup.h"

#include "ui/common/label.h"
#include "ui/designer/history_model.h"
#include "ui/designer/pipeline_editor.h"

#include <QListView>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace penstock::designer {

namespace {

constexpr int popupWidth = 280;
constexpr int smallest = 140, largest = 420; // heights

} // namespace

HistoryPopup::HistoryPopup(PipelineEditor& editor, QWidget* parent)
    : Overlay(parent)
    , m_editor(editor)
    , m_model(new HistoryModel(this))
    , m_list(new QListView)
{
    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("History"));
    m_list->setUniformItemSizes(true);
    setAccessibleName(tr("History"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(common::sectionTitle(tr("History")));
    column->addWidget(m_list, 1);
    setFocusProxy(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid() && !m_isFollowing)
            m_editor.goTo(static_cast<std::size_t>(index.row()));
    });
    connect(&editor, &PipelineEditor::textChanged, this, [this] {
        if (isVisible())
            follow();
    });
}

void HistoryPopup::open(const QRect& within)
{
    follow();
    const int rows = m_model->rowCount() * std::max(1, m_list->sizeHintForRow(0));
    const int around = layout()->sizeHint().height() - m_list->sizeHint().height();
    resize(popupWidth, std::clamp(rows + around + 8, smallest, largest));
    showAt({within.right() - width() - 8, within.top() + 8});
}

void HistoryPopup::follow()
{
    const QScopedValueRollback guard(m_isFollowing, true);
    m_model->setHistory(m_editor.history());
    const QModelIndex now = m_model->index(m_model->position());
    m_list->setCurrentIndex(now);
    m_list->scrollTo(now);
}

} // namespace penstock::designer
