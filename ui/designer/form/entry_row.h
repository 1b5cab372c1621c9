#pragma once

#include "ui/designer/form/field_editor.h"

#include <QList>
#include <QPointer>

#include "ui/designer/form/entry_cells.h"
#include "ui/designer/form/entry_shape.h"

class QAction;
class QGridLayout;
class QToolButton;

namespace penstock::common {
class Label;
}

namespace penstock::designer {

// One entry of a structured field as a row of cells, with what can be done to it behind them.
class EntryRow final : public QWidget {
    Q_OBJECT

public:
    // `shape` outlives the row; `title` is what the field is called.
    EntryRow(const EntryShape& shape, pipeline::FieldType type, const FieldPlace& place, QWidget* parent);

    void show(const std::string& name, const format::YamlValue& entry);
    using QWidget::show;
    void nameCells(const QString& title, int row); // for assistive tools
    const std::string& name() const { return m_name; }
    const format::YamlValue& entry() const { return m_entry; }
    void lastValue(const LastValues& last);
    void takeOver(); // what is being typed
    void showComplaints(const Complaints& complaints);
    void focusFirst();

Q_SIGNALS:
    void renamed(const QString& name);
    void changed(const penstock::format::YamlValue& entry);
    void typed(const penstock::format::YamlValue& entry);
    void nameTyped(const QString& name);
    void unfinished(const penstock::format::YamlValue& entry);
    void refused(const QString& why);
    void removeWanted();
    void moveWanted(int by);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addCells(const FieldPlace& place);
    void addCell(const EntryShape::Cell& cell, const FieldPlace& place, int column, int span);
    void listen(FieldEditor* editor, const std::string& key);
    void addButtons();
    void addMenu(QToolButton* button);
    void takeCell(const std::string& key, const std::optional<format::YamlValue>& value);
    format::YamlValue with(const std::string& key, const std::optional<format::YamlValue>& value) const;
    std::optional<format::YamlValue> renamedWithin(const std::string& key, const std::string& from, const std::string& to) const;
    void showLines();

    const EntryShape& m_shape;
    pipeline::FieldType m_type;
    std::string m_name;
    format::YamlValue m_entry;
    QGridLayout* m_grid;
    QList<FieldEditor*> m_editors; // by cell
    QList<common::Label*> m_captions; // by cell; null: it has none
    QToolButton* m_file = nullptr; // of an input: whether it is a file
    QAction* m_more = nullptr; // shows what is rare
    QPointer<common::Label> m_last;
};

} // namespace penstock::designer
