// A popup with a field and what fits the words that are typed into it, best first: the palette of the window, new steps and
// places to link to. Up, Down and the page keys choose, Enter takes, Shift+Enter takes and goes on where that makes sense, Escape leaves.
#pragma once

#include <QAbstractListModel>
#include <QDialog>

#include "ui/theme/icon.h"
#include "ui/theme/mark.h"

#include <optional>
#include <vector>

class QLineEdit;
class QListView;

namespace penstock::models {

struct Choice {
    QString title, detail;
    std::optional<theme::Mark> mark;
    theme::Icon icon = theme::Icon::command;
    QString words = {}; // further ones by which it is found
};

// How well what was typed fits, larger is better; nothing when it does not. Each word has to be found: at the beginning
// of the title, of a word in it, within it, or as letters in their order.
std::optional<int> fit(const Choice& choice, const QString& typed);

// The choices that fit what was typed.
class ChoicesModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit ChoicesModel(std::vector<Choice> choices, QObject* parent = nullptr);

    void find(const QString& typed);
    std::size_t choice(const QModelIndex& index) const { return m_shown[static_cast<std::size_t>(index.row())]; } // its place in what was given

    int rowCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;

private:
    std::vector<Choice> m_choices;
    std::vector<std::size_t> m_shown;
};

class Chooser final : public QDialog {
    Q_OBJECT

public:
    // Deletes itself when it is closed. `placeholder` says what is chosen.
    Chooser(std::vector<Choice> choices, const QString& placeholder, QWidget* parent);

    QString typed() const;
    void showAt(const QPoint& global); // its upper left corner, as far as the screen allows

Q_SIGNALS:
    void chosen(std::size_t choice, bool goOn); // goOn: with Shift

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void choose(bool goOn);

    ChoicesModel m_model;
    QLineEdit* m_field;
    QListView* m_list;
};

} // namespace penstock::models
