#pragma once

#include <QDialog>

namespace penstock::designer {

// What the file holds and what is edited here, as a difference by lines.
class DifferenceDialog final : public QDialog {
    Q_OBJECT

public:
    DifferenceDialog(const QString& file, const QString& theirs, const QString& mine, QWidget* parent = nullptr);
};

} // namespace penstock::designer
