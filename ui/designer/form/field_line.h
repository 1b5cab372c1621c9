#pragma once

#include <QLineEdit>

namespace penstock::designer {

// A line whose text, where it has no room, is cut with an ellipsis until somebody writes in it; the tool tip has the whole.
class FieldLine final : public QLineEdit {
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

    bool isCut() const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QRect textRect() const;
};

} // namespace penstock::designer
