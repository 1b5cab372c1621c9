#include "ui/designer/form/items_editor.h"

#include "ui/designer/form/choice_box.h"
#include "ui/designer/form/item_text.h"
#include "ui/designer/form/line_editor.h"
#include "ui/designer/form/rows_editor.h"
#include "ui/designer/form/text_editor.h"

#include <QApplication>
#include <QVBoxLayout>

namespace penstock::designer {

using format::YamlValue;
using pipeline::Field;
using pipeline::FieldType;

namespace {

// A line each.
YamlValue linesOf(const YamlValue& items)
{
    YamlValue lines = YamlValue::array();
    for (const YamlValue& item : items)
        lines.push_back(itemText(item));
    return lines;
}

std::optional<YamlValue> itemsIn(const std::optional<YamlValue>& lines)
{
    if (!lines || !lines->is_array())
        return lines;
    YamlValue items = YamlValue::array();
    for (const YamlValue& line : *lines) {
        const auto read = line.is_string() ? itemsOf(line.get<std::string>()) : std::nullopt;
        if (!read)
            items.push_back(line);
        else
            items.insert(items.end(), read->begin(), read->end());
    }
    return items;
}

} // namespace

ItemsEditor::ItemsEditor(const Field& field, const FieldPlace& place, QWidget* parent)
    : FieldEditor(parent)
    , m_column(new QVBoxLayout(this))
    , m_form(new ChoiceBox)
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addWidget(m_form);
    setFocusProxy(m_form);
    Field lines{.key = field.key, .type = FieldType::textList, .example = "0.1"};
    Field text{.key = field.key, .type = FieldType::textTemplate, .example = "${{ steps.list.outputs.items }}"};
    add(names, tr("Names with values"), field, place);
    add(list, tr("The items of a list"), lines, place);
    add(expression, tr("What an expression yields"), text, place);
    connect(m_form, &QComboBox::activated, this, [this](int form) {
        showForm(form);
        current()->setFocus(Qt::TabFocusReason);
    });
    showForm(names);
}

void ItemsEditor::add(Form form, const QString& title, const Field& field, const FieldPlace& place)
{
    FieldEditor* editor = nullptr;
    if (form == names)
        editor = new RowsEditor(field, place, this);
    else if (form == list)
        editor = new TextEditor(field, this);
    else
        editor = new LineEditor(field, place, this);
    m_editors[form] = editor;
    m_form->addItem(title);
    m_column->addWidget(editor);
    if (form != names)
        editor->focusProxy()->setAccessibleName(title);
    const auto told = [form](const std::optional<YamlValue>& value) { return form == list ? itemsIn(value) : value; };
    connect(editor, &FieldEditor::committed, this, [this, told](const auto& value) { Q_EMIT committed(told(value)); });
    connect(editor, &FieldEditor::typed, this, [this, told](const auto& value) { Q_EMIT typed(told(value)); });
    connect(editor, &FieldEditor::unfinished, this, &FieldEditor::unfinished);
    connect(editor, &FieldEditor::entryNameTyped, this, &FieldEditor::entryNameTyped);
    connect(editor, &FieldEditor::refused, this, &FieldEditor::refused);
    connect(editor, &FieldEditor::entryRenamed, this, &FieldEditor::entryRenamed);
    connect(editor, &FieldEditor::entryMoved, this, &FieldEditor::entryMoved);
}

FieldEditor* ItemsEditor::current() const { return m_editors[static_cast<std::size_t>(m_form->currentIndex())]; }

void ItemsEditor::showForm(int form)
{
    m_form->setCurrentIndex(form);
    for (FieldEditor* editor : m_editors)
        editor->setVisible(editor == current());
}

void ItemsEditor::setValue(const std::optional<YamlValue>& value)
{
    const bool isOther = value != m_value;
    m_value = value;
    const auto when = [&](bool fits) { return fits ? value : std::nullopt; };
    const bool isList = value && value->is_array(), isNames = value && value->is_object();
    m_editors[names]->setValue(when(isNames));
    m_editors[list]->setValue(isList ? std::optional(linesOf(*value)) : std::nullopt);
    m_editors[expression]->setValue(when(value && !isList && !isNames));
    // Whoever has chosen another form and has not written anything yet is not led back.
    if (isOther || !isAncestorOf(QApplication::focusWidget()))
        showForm(isList ? list : value && !isNames ? expression : names);
}

void ItemsEditor::setMixed(const std::optional<YamlValue>&)
{
    setValue(std::nullopt);
    for (FieldEditor* editor : m_editors)
        editor->setMixed(std::nullopt);
}

void ItemsEditor::takeOver() { current()->takeOver(); }

QString ItemsEditor::lastValue(const LastValues& last) { return current()->lastValue(last); }

void ItemsEditor::showComplaints(const Complaints& complaints)
{
    for (FieldEditor* editor : m_editors)
        editor->showComplaints(complaints);
}

} // namespace penstock::designer
