#include "ui/designer/entry_row.h"

#include "core/messages/messages.h"
#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/models/qt_text.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>

namespace penstock::designer {

using format::YamlValue;
using models::qt;
using models::utf8;
using pipeline::FieldType;

namespace {

constexpr int columns = 12; // of the grid: cells take their share of it

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
    for (const EntryShape::Cell& cell : m_shape.cells) {
        const std::string key(cell.field.key), title = utf8(messages::text(cell.title));
        pipeline::Field field = cell.field;
        if (field.example.empty())
            field.example = title;
        format::YamlPath below = place.below;
        below.push_back(key.empty() ? "name" : key);
        auto* editor = makeEditor(field, {place.source, below, true, false}, this);
        const int span = columns * cell.stretch / totalStretch(m_shape, cell.line);
        column = cell.line != line ? 0 : key == "file" ? column - span : column;
        line = cell.line;
        editor->setToolTip(qt(title));
        m_grid->addWidget(editor, line, column, 1, span);
        column += span;
        m_editors.append(editor);
        connect(editor, &FieldEditor::committed, this, [this, key](const auto& value) { takeCell(key, value); });
        connect(editor, &FieldEditor::typed, this, [this, key](const auto& value) {
            if (!key.empty())
                Q_EMIT typed(with(key, value));
        });
        connect(editor, &FieldEditor::refused, this, &EntryRow::refused);
    }
}

void EntryRow::addButtons()
{
    int at = columns;
    const auto add = [&](theme::Icon icon, const QString& name, int line) {
        QToolButton* button = common::iconButton(icon, name, this);
        button->setFixedSize(20, 28);
        button->setIconSize({12, 12});
        m_grid->addWidget(button, line, at, Qt::AlignTop);
        return button;
    };
    if (m_type == FieldType::inputs) {
        m_file = add(theme::Icon::open, tr("A file or folder of the workspace instead of the output of a step"), 0);
        m_file->setCheckable(true);
        connect(m_file, &QToolButton::toggled, this, &EntryRow::showLines);
        ++at;
    }
    connect(add(theme::Icon::close, tr("Remove (Alt+Delete)"), 0), &QToolButton::clicked, this, &EntryRow::removeWanted);
    if (m_shape.isOrdered) {
        connect(add(theme::Icon::chevronUp, tr("Earlier (Alt+Up)"), 1), &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(-1); });
        ++at;
        connect(add(theme::Icon::chevronDown, tr("Later (Alt+Down)"), 1), &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(1); });
    }
    if (m_shape.firstRareLine < 100) {
        m_more = add(theme::Icon::more, tr("Limits and a description"), 1);
        m_more->setCheckable(true);
        connect(m_more, &QToolButton::toggled, this, &EntryRow::showLines);
    }
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
    }
}

void EntryRow::nameCells(const QString& title, int row)
{
    for (int i = 0; i < m_editors.size(); ++i) {
        const QString name = tr("%1 %2: %3", "a field, the number of its row, a cell").arg(title).arg(row).arg(messages::text(m_shape.cells[static_cast<std::size_t>(i)].title));
        m_editors[i]->setAccessibleName(name);
        if (QWidget* inner = m_editors[i]->focusProxy())
            inner->setAccessibleName(name);
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
    if (key == "file" || key == "source") // one or the other
        cells.erase(key == "file" ? "source" : "file");
    return entryOf(m_type, cells, m_entry);
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
