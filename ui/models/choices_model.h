#pragma once

#include <QAbstractListModel> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "ui/theme/icon.h"
#include "ui/theme/mark.h"

#include <optional>
#include <vector>

namespace penstock::models {

struct Choice {
    QString title, detail;
    std::optional<theme::Mark> mark;
    theme::Icon icon = theme::Icon::command;
    QString words = {}; // further ones by which it is found
};

// How well what was typed fits, larger is better; nothing when it does not. Each word has to be found: as the title, at the beginning
// of it, of a word in it, within it, or as letters in their order.
std::optional<int> fit(const Choice& choice, const QString& typed);

// The choices that fit what was typed, the best first; all in the order given while nothing is.
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

} // namespace penstock::models
