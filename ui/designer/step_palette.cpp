#include "ui/designer/step_palette.h"

#include "ui/canvas/graph_view.h"
#include "ui/common/label.h"
#include "ui/models/row_delegate.h"

#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QVBoxLayout>

namespace penstock::designer {

namespace {

// Rows that can be dragged: what is dragged is the place of the offer.
class OffersModel final : public models::ChoicesModel {
public:
    using ChoicesModel::ChoicesModel;

    Qt::ItemFlags flags(const QModelIndex& index) const override { return ChoicesModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags); }
    QStringList mimeTypes() const override { return {canvas::newNodeType}; }
    QMimeData* mimeData(const QModelIndexList& indexes) const override
    {
        auto* data = new QMimeData;
        if (!indexes.isEmpty())
            data->setData(canvas::newNodeType, QByteArray::number(static_cast<qulonglong>(choice(indexes.first()))));
        return data;
    }
};

} // namespace

StepPalette::StepPalette(QWidget* parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_list(new QListView)
{
    m_field->setPlaceholderText(tr("Type to filter (Tab on the canvas)"));
    m_field->setAccessibleName(tr("Filter of steps"));
    m_field->setClearButtonEnabled(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new models::RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setDragEnabled(true);
    m_list->setAccessibleName(tr("New steps"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::Metrics::gap);
    column->addWidget(common::sectionTitle(tr("New step")));
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    setOffers({});
    connect(m_field, &QLineEdit::textChanged, this, &StepPalette::find);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { Q_EMIT m_list->activated(m_list->currentIndex().isValid() ? m_list->currentIndex() : m_list->model()->index(0, 0)); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) {
        if (index.isValid())
            Q_EMIT chosen(StepOffer(m_offers[static_cast<const OffersModel*>(m_list->model())->choice(index)]));
    });
}

void StepPalette::setOffers(std::vector<StepOffer> offers)
{
    m_offers = std::move(offers);
    std::vector<models::Choice> choices;
    for (const StepOffer& offer : m_offers)
        choices.push_back(offer.choice);
    auto* before = m_list->model();
    auto* model = new OffersModel(std::move(choices), this);
    model->find(m_field->text());
    m_list->setModel(model); // no row is current: it would be read out as if one had gone there
    delete before;
}

void StepPalette::find()
{
    auto* model = static_cast<OffersModel*>(m_list->model());
    model->find(m_field->text());
    m_list->setCurrentIndex(model->index(0));
}

const StepOffer* StepPalette::dropped(const QByteArray& thing) const
{
    bool isNumber = false;
    const qulonglong index = thing.toULongLong(&isNumber);
    return isNumber && index < m_offers.size() ? &m_offers[index] : nullptr;
}

} // namespace penstock::designer
