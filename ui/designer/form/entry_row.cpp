#include "ui/designer/form/entry_row.h"

#include "core/messages/messages.h"
#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/designer/form/default_values.h"
#include "ui/models/qt_text.h"
#include "ui/theme/icon.h"

#include <QAction>
#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace penstock::designer {

using format::YamlValue;
using models::qt;
using models::utf8;
using pipeline::FieldType;

namespace {

constexpr int columns = 12; // of the grid: cells take their share of it

// Each line has one above it for captions.
int gridLine(int line) { return 2 * line + 1; }

int totalStretch(const EntryShape& shape, int line)
{
    int total = 0;
    for (const EntryShape::Cell& cell : shape.cells)
        total += cell.line == line && cell.field.key != "file" ? cell.stretch : 0; // a file stands in the place of the source
    return std::max(total, 1);
}

} // namespace

EntryRow::EntryRow(const EntryShape& shape, FieldType type, const FieldPlace& place, QWidget* parent)
    : QWidget(parent)
    , m_shape(shape)
    , m_type(type)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(4);
    for (int column = 0; column < columns; ++column)
        m_grid->setColumnStretch(column, 1);
    addCells(place);
    addButtons();
    setFocusProxy(m_editors.front());
}

void EntryRow::addCells(const FieldPlace& place)
{
    int line = -1, column = 0;
    for (std::size_t i = 0; i < m_shape.cells.size(); ++i) {
        const EntryShape::Cell& cell = m_shape.cells[i];
        const int span = columns * cell.stretch / totalStretch(m_shape, cell.line);
        column = cell.line != line ? 0 : cell.field.key == "file" ? column - span : column;
        line = cell.line;
        // Below the buttons there is room.
        const bool isLast = i + 1 == m_shape.cells.size() || m_shape.cells[i + 1].line != line;
        addCell(cell, place, column, line > 0 && isLast ? -1 : span);
        column += span;
    }
}

void EntryRow::addCell(const EntryShape::Cell& cell, const FieldPlace& place, int column, int span)
{
    const std::string key(cell.field.key), title = utf8(messages::text(cell.title));
    pipeline::Field field = cell.field;
    if (field.example.empty() && !cell.hasCaption)
        field.example = title;
    format::YamlPath below = place.below;
    below.push_back(key.empty() ? "name" : key);
    auto* editor = makeEditor(field, {place.source, below, true, false}, this);
    editor->setToolTip(qt(title));
    common::Label* caption = cell.hasCaption ? common::secondary(qt(title), this) : nullptr;
    if (caption) {
        caption->setFit(common::Label::Fit::elide);
        m_grid->addWidget(caption, gridLine(cell.line) - 1, column, 1, span);
        if (QWidget* button = editor->headButton())
            m_grid->addWidget(button, gridLine(cell.line) - 1, column, 1, span, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_grid->addWidget(editor, gridLine(cell.line), column, 1, span);
    m_captions.append(caption);
    m_editors.append(editor);
    listen(editor, key);
    if (m_type == FieldType::parameters && key == "default")
        offerDefaults(qobject_cast<QLineEdit*>(editor->focusProxy()), [this] { return m_entry; });
}

void EntryRow::listen(FieldEditor* editor, const std::string& key)
{
    connect(editor, &FieldEditor::committed, this, [this, key](const auto& value) { takeCell(key, value); });
    connect(editor, &FieldEditor::typed, this, [this, key](const std::optional<YamlValue>& value) {
        if (!key.empty())
            Q_EMIT typed(with(key, value));
        else
            Q_EMIT nameTyped(value && value->is_string() ? qt(value->get<std::string>()) : QString());
    });
    connect(editor, &FieldEditor::unfinished, this, [this, key](const auto& value) { Q_EMIT unfinished(with(key, value)); });
    connect(editor, &FieldEditor::entryNameTyped, this, [this, key](const QString& from, const QString& to) {
        if (const auto renamed = renamedWithin(key, utf8(from), utf8(to)))
            Q_EMIT unfinished(with(key, *renamed));
    });
    connect(editor, &FieldEditor::refused, this, &EntryRow::refused);
    connect(editor, &FieldEditor::entryRenamed, this, [this, key](const QString& from, const QString& to) {
        if (const auto renamed = renamedWithin(key, utf8(from), utf8(to)))
            takeCell(key, renamed);
    });
}

void EntryRow::addButtons()
{
    int at = columns;
    const auto add = [&](theme::Icon icon, const QString& name) {
        QToolButton* button = common::iconButton(icon, name, this);
        button->setFixedSize(20, 28);
        button->setIconSize({12, 12});
        m_grid->addWidget(button, gridLine(0), at++, Qt::AlignTop);
        return button;
    };
    if (m_type == FieldType::inputs) {
        m_file = add(theme::Icon::open, tr("A file or folder of the workspace instead of the output of a step"));
        m_file->setCheckable(true);
        connect(m_file, &QToolButton::toggled, this, &EntryRow::showLines);
    }
    if (m_shape.isOrdered || !m_shape.rareTitle.empty())
        addMenu(add(theme::Icon::more, tr("More of this row")));
    connect(add(theme::Icon::close, tr("Remove (Alt+Delete)")), &QToolButton::clicked, this, &EntryRow::removeWanted);
}

void EntryRow::addMenu(QToolButton* button)
{
    auto* menu = new QMenu(button);
    connect(button, &QToolButton::clicked, menu, [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
    if (!m_shape.rareTitle.empty()) {
        m_more = menu->addAction(messages::text(m_shape.rareTitle));
        m_more->setCheckable(true);
        connect(m_more, &QAction::toggled, this, &EntryRow::showLines);
    }
    if (!m_shape.isOrdered)
        return;
    connect(menu->addAction(theme::icon(theme::Icon::chevronUp), tr("Earlier (Alt+Up)")), &QAction::triggered, this, [this] { Q_EMIT moveWanted(-1); });
    connect(menu->addAction(theme::icon(theme::Icon::chevronDown), tr("Later (Alt+Down)")), &QAction::triggered, this, [this] { Q_EMIT moveWanted(1); });
}

void EntryRow::show(const std::string& name, const YamlValue& entry)
{
    const bool isOther = name != m_name;
    m_name = name;
    m_entry = entry;
    Cells cells = cellsOf(m_type, entry);
    cells[""] = m_shape.form == EntryShape::Form::texts ? entry : YamlValue(name);
    for (int i = 0; i < m_editors.size(); ++i) {
        const auto found = cells.find(std::string(m_shape.cells[static_cast<std::size_t>(i)].field.key));
        m_editors[i]->setValue(found == cells.end() ? std::nullopt : std::optional(found->second));
    }
    if (m_file && (isOther || cells.contains("file") || cells.contains("source")))
        m_file->setChecked(cells.contains("file"));
    showLines();
}

// A line of rare cells is there when one of them says something.
void EntryRow::showLines()
{
    const Cells cells = cellsOf(m_type, m_entry);
    for (int i = 0; i < m_editors.size(); ++i) {
        const EntryShape::Cell& cell = m_shape.cells[static_cast<std::size_t>(i)];
        const bool isSet = std::ranges::any_of(m_shape.cells, [&](const EntryShape::Cell& other) { return other.line == cell.line && cells.contains(std::string(other.field.key)); });
        bool isShown = cell.line < m_shape.firstRareLine || isSet || (m_more && m_more->isChecked());
        if (m_file && (cell.field.key == "file" || cell.field.key == "source"))
            isShown = m_file->isChecked() == (cell.field.key == "file");
        m_editors[i]->setVisible(isShown);
        if (m_captions[i])
            m_captions[i]->setVisible(isShown);
    }
}

void EntryRow::nameCells(const QString& title, int row)
{
    for (int i = 0; i < m_editors.size(); ++i) {
        const QString name = tr("%1 %2: %3", "a field, the number of its row, a cell").arg(title).arg(row).arg(messages::text(m_shape.cells[static_cast<std::size_t>(i)].title));
        m_editors[i]->setAccessibleName(name);
        for (QWidget* inner = m_editors[i]->focusProxy(); inner && inner->accessibleName().isEmpty(); inner = inner->focusProxy())
            inner->setAccessibleName(name); // that which has the focus; what has a name of its own keeps it
    }
}

void EntryRow::lastValue(const LastValues& last)
{
    QStringList values;
    for (FieldEditor* editor : std::as_const(m_editors)) {
        const QString value = editor->lastValue(last);
        if (!value.isEmpty())
            values.append(value);
    }
    if (values.isEmpty() && !m_last)
        return;
    if (!m_last) {
        m_last = common::secondary({});
        m_last->setFit(common::Label::Fit::elide);
        m_grid->addWidget(m_last, m_grid->rowCount(), 0, 1, columns);
    }
    m_last->setText(values.join(QLatin1String(", ")));
    m_last->setVisible(!values.isEmpty());
}

void EntryRow::takeOver()
{
    for (FieldEditor* editor : std::as_const(m_editors)) {
        if (editor->isAncestorOf(QApplication::focusWidget()))
            return editor->takeOver();
    }
}

void EntryRow::focusFirst()
{
    if (!m_editors.isEmpty())
        m_editors.front()->setFocus(Qt::TabFocusReason);
}

// Within a row the key is about the row, not about the whole field.
bool EntryRow::event(QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QWidget::event(event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Delete || key->modifiers() != Qt::AltModifier)
        return QWidget::event(event);
    event->accept();
    return true;
}

void EntryRow::keyPressEvent(QKeyEvent* event)
{
    const bool moves = m_shape.isOrdered && event->modifiers() == Qt::AltModifier;
    if (moves && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        return Q_EMIT moveWanted(event->key() == Qt::Key_Up ? -1 : 1);
    if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::AltModifier)
        return Q_EMIT removeWanted();
    QWidget::keyPressEvent(event);
}

YamlValue EntryRow::with(const std::string& key, const std::optional<YamlValue>& value) const
{
    Cells cells = cellsOf(m_type, m_entry);
    cells.erase(key);
    if (value)
        cells[key] = *value;
    dropRivals(m_type, key, cells);
    return entryOf(m_type, cells, m_entry);
}

std::optional<YamlValue> EntryRow::renamedWithin(const std::string& key, const std::string& from, const std::string& to) const
{
    const Cells cells = cellsOf(m_type, m_entry);
    const auto found = cells.find(key);
    return found == cells.end() || !found->second.is_object() ? std::nullopt : std::optional(withKeyRenamed(found->second, from, to));
}

void EntryRow::showComplaints(const Complaints& complaints)
{
    for (int i = 0; i < m_editors.size(); ++i) {
        const std::string key(m_shape.cells[static_cast<std::size_t>(i)].field.key);
        Complaints own = complaintsBelow(complaints, key);
        for (const char* target : {"then", "else"}) { // which of them depends on the condition
            if (m_type == FieldType::branches && key == "target")
                own.merge(complaintsBelow(complaints, target));
        }
        const bool standsForAll = !m_entry.is_object() && (key == shortKey(m_type) || m_editors.size() == 1);
        if (standsForAll && complaints.contains({}))
            own.emplace(std::string(), complaints.at({}));
        m_editors[i]->showComplaints(own);
    }
}

void EntryRow::takeCell(const std::string& key, const std::optional<YamlValue>& value)
{
    if (!key.empty()) {
        m_entry = with(key, value);
        return Q_EMIT changed(m_entry);
    }
    if (m_shape.form == EntryShape::Form::mapping)
        return Q_EMIT renamed(value ? qt(value->get<std::string>()) : QString());
    if (!value)
        return Q_EMIT removeWanted();
    m_entry = *value;
    Q_EMIT changed(m_entry);
}

} // namespace penstock::designer
