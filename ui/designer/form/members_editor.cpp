#include "ui/designer/form/members_editor.h"

#include "ui/common/form_row.h"
#include "ui/designer/form/choice_box.h"
#include "ui/designer/form/field_words.h"
#include "ui/models/qt_text.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace penstock::designer {

using format::YamlValue;
using models::qt;
using models::utf8;
using pipeline::Field;

MembersEditor::MembersEditor(const Field& field, const FieldPlace& place, QWidget* parent)
    : FieldEditor(parent)
    , m_field(field)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    if (std::ranges::any_of(field.fields, &Field::isAlternative)) {
        m_which = new ChoiceBox;
        column->addWidget(m_which);
        connect(m_which, &QComboBox::activated, this, &MembersEditor::choose);
    }
    for (const Field& member : field.fields)
        add(member, place);
    setFocusProxy(m_which ? static_cast<QWidget*>(m_which) : m_parts.front().editor);
    showParts();
}

void MembersEditor::add(const Field& field, const FieldPlace& place)
{
    format::YamlPath below = place.below;
    below.emplace_back(field.key);
    const QString title = fieldTitle(below), help = fieldHelp(below);
    FieldEditor* editor = makeEditor(field, {place.source, below, false, place.hasHistory}, this);
    common::FormRow* row = nullptr;
    if (field.isAlternative) {
        m_which->addItem(title, qt(field.key));
        m_which->setItemData(m_which->count() - 1, help, Qt::ToolTipRole);
        editor->setAccessibleName(title);
        editor->focusProxy()->setAccessibleName(title);
        editor->setToolTip(help);
    } else {
        row = new common::FormRow(title, editor, this);
        row->setHelp(help);
    }
    layout()->addWidget(row ? static_cast<QWidget*>(row) : editor);
    m_parts.append({&field, editor, row});
    connect(editor, &FieldEditor::committed, this, [this, &field](const auto& value) { Q_EMIT committed(with(field, value)); });
    connect(editor, &FieldEditor::typed, this, [this, &field](const auto& value) { Q_EMIT typed(with(field, value)); });
    connect(editor, &FieldEditor::unfinished, this, [this, &field](const auto& value) { Q_EMIT unfinished(with(field, value)); });
    connect(editor, &FieldEditor::refused, this, &FieldEditor::refused);
}

YamlValue MembersEditor::membersOf(const std::optional<YamlValue>& value) const
{
    if (!value || value->is_null())
        return YamlValue::object();
    return value->is_object() ? *value : YamlValue::object({{std::string(m_field.fields.front().key), *value}});
}

void MembersEditor::setValue(const std::optional<YamlValue>& value)
{
    const bool isOther = value != m_value;
    m_value = value;
    const YamlValue members = membersOf(value);
    for (const Part& part : std::as_const(m_parts)) {
        const auto found = members.find(std::string(part.field->key));
        part.editor->setValue(found == members.end() ? std::nullopt : std::optional<YamlValue>(*found));
        if (part.row)
            part.row->setGiven(found != members.end(), false);
    }
    // Whoever has chosen another one and has not written yet what it is for is not led back.
    if (m_which && (isOther || !isAncestorOf(QApplication::focusWidget())))
        follow(members);
    showParts();
}

void MembersEditor::follow(const YamlValue& members)
{
    for (int i = 0; i < m_which->count(); ++i) {
        if (members.contains(utf8(m_which->itemData(i).toString())))
            return m_which->setCurrentIndex(i);
    }
    if (members.empty())
        m_which->setCurrentIndex(0);
}

void MembersEditor::setMixed(const std::optional<YamlValue>&)
{
    setValue(std::nullopt);
    for (const Part& part : std::as_const(m_parts))
        part.editor->setMixed(std::nullopt);
}

void MembersEditor::choose(int)
{
    showParts();
    for (const Part& part : std::as_const(m_parts)) {
        if (part.field->isAlternative && part.field->key == chosen())
            part.editor->setFocus(Qt::TabFocusReason);
    }
}

std::string MembersEditor::chosen() const { return m_which ? utf8(m_which->currentData().toString()) : std::string(); }

bool MembersEditor::isShown(const Part& part, const YamlValue& members) const
{
    if (part.field->isAlternative)
        return part.field->key == chosen();
    const auto isThere = [&](std::string_view key) { return key == chosen() || (!m_which && members.contains(std::string(key))); };
    return part.field->onlyWith.empty() || members.contains(std::string(part.field->key)) || std::ranges::any_of(part.field->onlyWith, isThere);
}

void MembersEditor::showParts()
{
    const YamlValue members = membersOf(m_value);
    for (const Part& part : std::as_const(m_parts))
        (part.row ? static_cast<QWidget*>(part.row) : part.editor)->setVisible(isShown(part, members));
}

void MembersEditor::takeOver()
{
    for (const Part& part : std::as_const(m_parts)) {
        if (part.editor->isAncestorOf(QApplication::focusWidget()))
            return part.editor->takeOver();
    }
}

QString MembersEditor::lastValue(const LastValues& last)
{
    QString all;
    for (const Part& part : std::as_const(m_parts)) {
        const QString value = part.editor->lastValue(last);
        all = all.isEmpty() ? value : all;
    }
    return all;
}

void MembersEditor::showComplaints(const Complaints& complaints)
{
    for (const Part& part : std::as_const(m_parts)) {
        Complaints own = complaintsBelow(complaints, std::string(part.field->key));
        const bool standsForAll = part.field == &m_field.fields.front() && m_value && !m_value->is_object();
        if (standsForAll && complaints.contains({}))
            own.emplace(std::string(), complaints.at({}));
        part.editor->showComplaints(own);
    }
}

std::optional<YamlValue> MembersEditor::with(const Field& field, const std::optional<YamlValue>& value) const
{
    YamlValue members = membersOf(m_value);
    const auto first = std::string(m_field.fields.front().key);
    const bool isWrittenLong = m_value && m_value->is_object() && m_value->contains(first);
    members.erase(std::string(field.key));
    for (const Field& other : m_field.fields) {
        if (value && field.isAlternative && other.isAlternative)
            members.erase(std::string(other.key));
    }
    YamlValue all = YamlValue::object();
    for (const Field& each : m_field.fields) { // in the order of the description, what is not described behind it
        const std::string key(each.key);
        if (each.key == field.key && value)
            all[key] = *value;
        else if (members.contains(key))
            all[key] = members[key];
        members.erase(key);
    }
    for (const auto& [key, member] : members.items())
        all[key] = member;
    for (const Field& other : m_field.fields) {
        const auto isThere = [&](std::string_view key) { return all.contains(std::string(key)); };
        if (!other.onlyWith.empty() && other.key != field.key && std::ranges::none_of(other.onlyWith, isThere))
            all.erase(std::string(other.key));
    }
    if (all.empty())
        return std::nullopt;
    return all.size() == 1 && all.contains(first) && !isWrittenLong ? all[first] : all;
}

} // namespace penstock::designer
