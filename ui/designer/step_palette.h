#pragma once

#include <QWidget> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "ui/designer/step_offers.h"

class QLineEdit;
class QListView;

namespace penstock::designer {

// Steps that can be put onto the canvas, to be dragged there or, with Enter or a double click, to come after the chosen one.
class StepPalette final : public QWidget {
    Q_OBJECT

public:
    explicit StepPalette(QWidget* parent = nullptr);

    void setOffers(std::vector<StepOffer> offers);
    const StepOffer* dropped(const QByteArray& thing) const; // what was dragged from here; null: nothing of here

Q_SIGNALS:
    void chosen(const penstock::designer::StepOffer& offer);

private:
    void find();

    std::vector<StepOffer> m_offers;
    QLineEdit* m_field;
    QListView* m_list;
};

} // namespace penstock::designer
