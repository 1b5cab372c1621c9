#include "ui/designer/form/rows_editor.h"

#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/designer/form/entry_row.h"
#include "ui/designer/form/field_words.h"
#include "ui/models/qt_text.h"

#include <QApplication>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace penstock::designer {

using format::YamlValue;
using models::qt;
using models::utf8;

RowsEditor::RowsEditor(const pipeline::Field& field, const FieldPlace& place, QWidget* parent)
    : FieldEditor(parent)
    , m_field(field)
    , m_shape(shapeOf(field))
    , m_place(place)
    , m_title(fieldTitle(place.below))
    , m_column(new QVBoxLayout(this))
    , m_mixed(common::secondary(tr("differs")))
    , m_add(common::iconButton(theme::Icon::plus, tr("Add: %1").arg(m_title)))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(m_shape.cells.back().line > 0 ? 10 : 4);
    m_column->addWidget(m_mixed);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    m_mixed->hide();
    m_add->setText(tr("Add"));
    m_add->setFont(theme::Theme::font(theme::Type::secondary));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setIconSize({12, 12});
    m_add->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_add);
    connect(m_add, &QToolButton::clicked, this, &RowsEditor::addRow);
}

void RowsEditor::setValue(const std::optional<YamlValue>& value)
{
    m_mixed->hide();
    m_isShared = false;
    const YamlValue now = value.value_or(YamlValue());
    const bool isWriting = static_cast<std::size_t>(m_rows.size()) > m_entries.size() && m_rows.back()->isAncestorOf(QApplication::focusWidget());
    if (now == m_value && isWriting)
        return; // something else of the document has changed
    m_value = now;
    m_entries = entriesOf(m_field, now);
    fitRows(m_entries.size());
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        m_rows[static_cast<qsizetype>(i)]->show(m_entries[i].first, m_entries[i].second);
    setFocusProxy(m_rows.isEmpty() ? static_cast<QWidget*>(m_add) : m_rows.front());
}

void RowsEditor::setMixed(const std::optional<YamlValue>& shared)
{
    const bool sharesNames = shared && m_shape.form == EntryShape::Form::mapping;
    setValue(sharesNames ? shared : std::nullopt);
    m_isShared = sharesNames;
    m_mixed->setText(sharesNames ? tr("others differ") : tr("differs"));
    m_mixed->show();
}

void RowsEditor::takeOver()
{
    for (EntryRow* row : QList(m_rows)) { // committing may change them
        if (row->isAncestorOf(QApplication::focusWidget()))
            return row->takeOver();
    }
}

QWidget* RowsEditor::headButton()
{
    m_column->removeWidget(m_add);
    m_add->setMaximumHeight(20);
    return m_add;
}

void RowsEditor::showComplaints(const Complaints& complaints)
{
    for (std::size_t i = 0; i < m_entries.size() && static_cast<qsizetype>(i) < m_rows.size(); ++i) {
        // One trigger is spoken of as if it stood alone.
        const bool isAlone = m_field.type == pipeline::FieldType::triggers && m_entries.size() == 1;
        const bool hasName = m_shape.form == EntryShape::Form::mapping;
        m_rows[static_cast<qsizetype>(i)]->showComplaints(isAlone ? complaints : complaintsBelow(complaints, hasName ? m_entries[i].first : std::to_string(i)));
    }
}

QString RowsEditor::lastValue(const LastValues& last)
{
    for (EntryRow* row : std::as_const(m_rows))
        row->lastValue(last);
    return {};
}

void RowsEditor::focusEntry(const QString& name)
{
    if (name.isEmpty())
        return addRow();
    const auto row = std::ranges::find_if(m_rows, [&](const EntryRow* each) { return each->name() == utf8(name); });
    row == m_rows.end() ? setFocus(Qt::OtherFocusReason) : (*row)->focusFirst();
}

void RowsEditor::fitRows(std::size_t count)
{
    const auto wanted = static_cast<qsizetype>(count);
    while (m_rows.size() > wanted) {
        EntryRow* row = m_rows.takeLast();
        row->hide();
        row->deleteLater(); // it may be the one that is speaking
    }
    while (m_rows.size() < wanted) {
        auto* row = new EntryRow(m_shape, m_field.type, m_place, this);
        m_column->insertWidget(static_cast<int>(m_rows.size()), row);
        row->QWidget::show(); // at once: it may be about to get the focus
        m_rows.append(row);
        row->nameCells(m_title, static_cast<int>(m_rows.size()));
        connectRow(row);
    }
}

void RowsEditor::connectRow(EntryRow* row)
{
    connect(row, &EntryRow::renamed, this, [this, row](const QString& name) { rename(row, name); });
    connect(row, &EntryRow::changed, this, [this, row](const YamlValue& entry) { put(row, entry, true); });
    connect(row, &EntryRow::typed, this, [this, row](const YamlValue& entry) { put(row, entry, false); });
    connect(row, &EntryRow::nameTyped, this, [this, row](const QString& name) { tellName(row, name); });
    connect(row, &EntryRow::unfinished, this, [this, row](const YamlValue& entry) { tellUnfinished(row, entry); });
    connect(row, &EntryRow::removeWanted, this, [this, row] { remove(row); });
    connect(row, &EntryRow::moveWanted, this, [this, row](int by) { move(row, by); });
    connect(row, &EntryRow::refused, this, &FieldEditor::refused);
}

void RowsEditor::addRow()
{
    if (static_cast<std::size_t>(m_rows.size()) == m_entries.size()) {
        fitRows(m_entries.size() + 1);
        m_rows.back()->show({}, YamlValue());
    }
    m_rows.back()->focusFirst();
}

// An entry becomes one when it has its name; the name of one that is there moves with all that it holds.
void RowsEditor::rename(EntryRow* row, const QString& name)
{
    if (name.isEmpty())
        return isNew(row) ? void() : remove(row);
    const bool isTaken = std::ranges::any_of(m_entries, [&](const auto& entry) { return entry.first == utf8(name); });
    if (isTaken && utf8(name) != row->name())
        return Q_EMIT refused(tr("There is one called %1 already.").arg(name));
    if (!isNew(row) && m_value.is_object())
        return Q_EMIT entryRenamed(qt(row->name()), name);
    Entries entries = m_entries;
    YamlValue entry = row->entry().is_null() ? entryOf(m_field.type, {}, {}) : row->entry();
    if (m_field.type == pipeline::FieldType::names && (row->entry().is_null() || row->entry() == row->name()))
        entry = utf8(name);
    if (isNew(row))
        entries.emplace_back(utf8(name), std::move(entry));
    else
        entries[static_cast<std::size_t>(m_rows.indexOf(row))] = {utf8(name), std::move(entry)};
    commit(entries);
}

void RowsEditor::put(EntryRow* row, const YamlValue& entry, bool finished)
{
    Entries entries = m_entries;
    if (!isNew(row))
        entries[static_cast<std::size_t>(m_rows.indexOf(row))].second = entry;
    else if (m_shape.form == EntryShape::Form::mapping)
        return finished ? void() : tellUnfinished(row, entry); // it has no name yet
    else
        entries.emplace_back(std::string(), entry);
    if (finished)
        commit(entries);
    else
        Q_EMIT typed(valueOfAll(entries));
}

void RowsEditor::tellUnfinished(EntryRow* row, const YamlValue& entry)
{
    Entries entries = m_entries;
    if (isNew(row))
        entries.emplace_back(row->name().empty() ? "unnamed" : row->name(), entry);
    else
        entries[static_cast<std::size_t>(m_rows.indexOf(row))].second = entry;
    Q_EMIT unfinished(valueOfAll(entries));
}

void RowsEditor::tellName(EntryRow* row, const QString& name)
{
    if (name.isEmpty())
        return;
    if (!isNew(row) && m_value.is_object())
        return Q_EMIT entryNameTyped(qt(row->name()), name);
    Entries entries = m_entries;
    const bool isText = m_shape.form == EntryShape::Form::texts;
    const YamlValue entry = isText ? YamlValue(utf8(name)) : row->entry().is_null() ? entryOf(m_field.type, {}, {}) : row->entry();
    if (isNew(row))
        entries.emplace_back(utf8(name), entry);
    else
        entries[static_cast<std::size_t>(m_rows.indexOf(row))] = {utf8(name), entry};
    Q_EMIT unfinished(valueOfAll(entries));
}

void RowsEditor::remove(EntryRow* row)
{
    if (isNew(row))
        return fitRows(m_entries.size());
    Entries entries = m_entries;
    entries.erase(entries.begin() + m_rows.indexOf(row));
    commit(entries);
}

void RowsEditor::move(EntryRow* row, int by)
{
    const qsizetype from = m_rows.indexOf(row), to = from + by;
    if (isNew(row) || to < 0 || static_cast<std::size_t>(to) >= m_entries.size())
        return;
    if (m_value.is_object() && m_shape.form == EntryShape::Form::mapping) {
        Q_EMIT entryMoved(qt(row->name()), by);
        return m_rows[to]->focusFirst();
    }
    Entries entries = m_entries;
    std::swap(entries[static_cast<std::size_t>(from)], entries[static_cast<std::size_t>(to)]);
    commit(entries);
    if (to < m_rows.size())
        m_rows[to]->focusFirst();
}

std::optional<YamlValue> RowsEditor::valueOfAll(const Entries& entries) const
{
    YamlValue value = valueOf(m_field, entries, m_value);
    return value.is_null() ? std::nullopt : std::optional(std::move(value));
}

void RowsEditor::commit(const Entries& entries)
{
    if (m_isShared)
        commitShared(entries);
    else
        Q_EMIT committed(valueOfAll(entries));
}

// One of them has changed, come or gone.
void RowsEditor::commitShared(const Entries& entries)
{
    for (const auto& [name, entry] : entries) {
        if (std::ranges::find(m_entries, std::pair(name, entry)) == m_entries.end())
            return Q_EMIT entryCommitted(qt(name), entry);
    }
    for (const auto& [name, entry] : Entries(m_entries)) {
        if (std::ranges::find(entries, name, &Entries::value_type::first) == entries.end())
            return Q_EMIT entryCommitted(qt(name), std::nullopt);
    }
}

} // namespace penstock::designer
