#pragma once

#include "ui/designer/form/field_editor.h"

#include <QList>

#include "ui/designer/form/entry_shape.h"

class QToolButton;
class QVBoxLayout;

namespace penstock::common {
class Label;
}

namespace penstock::designer {

class EntryRow;

// A field with entries: inputs, outputs, variables, branches, parameters, … A row for each, and a button for one more.
class RowsEditor final : public FieldEditor {
    Q_OBJECT

public:
    RowsEditor(const pipeline::Field& field, const FieldPlace& place, QWidget* parent);

    void setValue(const std::optional<format::YamlValue>& value) override;
    void setMixed(const std::optional<format::YamlValue>& shared) override;
    void takeOver() override;
    QString lastValue(const LastValues& last) override;
    void showComplaints(const Complaints& complaints) override;
    void focusEntry(const QString& name) override;
    QWidget* headButton() override;

private:
    using Entries = std::vector<std::pair<std::string, format::YamlValue>>;

    void fitRows(std::size_t count);
    void connectRow(EntryRow* row);
    void addRow();
    void rename(EntryRow* row, const QString& name);
    void tellUnfinished(EntryRow* row, const format::YamlValue& entry);
    void tellName(EntryRow* row, const QString& name);
    void put(EntryRow* row, const format::YamlValue& entry, bool finished);
    void remove(EntryRow* row);
    void move(EntryRow* row, int by);
    bool isNew(EntryRow* row) const { return static_cast<std::size_t>(m_rows.indexOf(row)) >= m_entries.size(); }
    void commit(const Entries& entries);
    void commitShared(const Entries& entries);
    std::optional<format::YamlValue> valueOfAll(const Entries& entries) const;

    pipeline::Field m_field;
    EntryShape m_shape;
    FieldPlace m_place;
    QString m_title;
    QVBoxLayout* m_column;
    common::Label* m_mixed;
    QToolButton* m_add;
    QList<EntryRow*> m_rows; // as many as entries, and one more while a new one is being written
    bool m_isShared = false; // of several steps, whose other entries stay
    format::YamlValue m_value;
    Entries m_entries;
};

} // namespace penstock::designer
