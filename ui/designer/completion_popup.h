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
    bool press(int key);          // whether the key was meant for the list

Q_SIGNALS:
    void taken(int row);
};

} // namespace penstock::designer
