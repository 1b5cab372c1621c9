#pragma once

#include <QListView>

namespace penstock::designer {

// The problems, with a button behind those whose mend is certain. Alt+Enter mends the current one.
class ProblemsView final : public QListView {
    Q_OBJECT

public:
    explicit ProblemsView(QWidget* parent = nullptr);

    static QList<std::pair<QString, QString>> keys();

Q_SIGNALS:
    void mendWanted(const QModelIndex& problem);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void mend(const QModelIndex& problem);
};

} // namespace penstock::designer
