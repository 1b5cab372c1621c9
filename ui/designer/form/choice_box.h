#pragma once

#include <QComboBox>

namespace penstock::designer {

// A choice within a form that scrolls: the wheel changes it only where somebody is at it.
class ChoiceBox final : public QComboBox {
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override; // a word that has no room is cut with an ellipsis
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace penstock::designer
