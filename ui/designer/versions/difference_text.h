#pragma once

#include <QPlainTextEdit>

namespace penstock::designer {

// A difference by lines, as `diff -u` writes it: to be read and copied. The sign of a line says which side it is of, its colour says
// it again.
class DifferenceText final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit DifferenceText(QWidget* parent = nullptr);
};

} // namespace penstock::designer
