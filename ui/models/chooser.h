// A field over the window and below it what fits the words that are typed into it, best first: the palette of the window, new steps and
// places to link to. Up, Down, Tab and the page keys choose, Enter takes, Shift+Enter takes and goes on where that makes sense, Escape leaves.
#pragma once

#include "ui/common/overlay.h"
#include "ui/models/choices_model.h"

class QLineEdit;
class QListView;

namespace penstock::common {
class Label;
}

namespace penstock::models {

class Chooser final : public common::Overlay {
    Q_OBJECT

public:
    // Deletes itself when it is left. `placeholder` says what is chosen.
    Chooser(std::vector<Choice> choices, const QString& placeholder, QWidget* asker);

    QString typed() const;

Q_SIGNALS:
    void chosen(std::size_t choice, bool goOn); // goOn: with Shift; the focus is back where it was

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void find(const QString& text);
    void fitHeight(); // as high as what was found
    void go(int row);
    void choose(bool goOn);

    ChoicesModel m_model;
    QLineEdit* m_field;
    QListView* m_list;
    common::Label* m_nothing;
};

} // namespace penstock::models
