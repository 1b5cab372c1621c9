#pragma once

#include <QListView>

namespace penstock::designer {

// The list below the word that is being written. The field keeps the focus: it gives its keys to press() first.
class CompletionPopup final : public QListView {
    Q_OBJECT

public:
    // The parent is the field.
    explicit CompletionPopup(QWidget* parent);

    void open(const QRect& word); // in coordinates of the screen; the first row is chosen
    static bool knows(int key);   // whether it is one of the list
    bool press(int key);          // so too; and does what it says

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

Q_SIGNALS:
    void taken(int row);
};

} // namespace penstock::designer
