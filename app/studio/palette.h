#pragma once

#include <QDialog>

#include "app/studio/palette_entries.h"

#include <QAbstractListModel>

class QLineEdit;
class QListView;

namespace penstock::studio {

// The entries that fit what was typed, best first.
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT

public:
    explicit PaletteModel(std::vector<PaletteEntry> entries, QObject* parent = nullptr);

    void find(const QString& typed);
    const PaletteEntry& entry(const QModelIndex& index) const { return m_entries[m_shown[static_cast<std::size_t>(index.row())]]; }

    int rowCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;

private:
    std::vector<PaletteEntry> m_entries;
    std::vector<std::size_t> m_shown;
};

// Ctrl+K: finds anything and runs any command. Up and Down choose, Enter goes, Escape leaves.
class Palette final : public QDialog {
    Q_OBJECT

public:
    Palette(std::vector<PaletteEntry> entries, QWidget* window);

Q_SIGNALS:
    void targetChosen(const penstock::models::Target& target);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void choose();

    PaletteModel m_model;
    QLineEdit* m_field;
    QListView* m_list;
};

} // namespace penstock::studio
