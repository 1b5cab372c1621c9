#pragma once

#include "ui/models/screen.h"

#include <QDialog>

class QVBoxLayout;

namespace penstock::studio {

// The keys of the actions that have one, as they are now.
QList<std::pair<QString, QString>> keysOf(const QList<QAction*>& actions);

// Every key there is on this screen and everywhere, on one sheet (F1). Escape closes it.
class KeySheet final : public QDialog {
    Q_OBJECT

public:
    KeySheet(const QList<models::KeyGroup>& groups, QWidget* window);

private:
    static QWidget* groupOf(const models::KeyGroup& group);
};

} // namespace penstock::studio
