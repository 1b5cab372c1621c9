#include "ui/designer/form/choice_editor.h"

#include "ui/designer/form/choice_box.h"
#include "ui/models/qt_text.h"

#include <QHBoxLayout>

namespace penstock::designer {

using format::YamlValue;
using models::qt;
using models::utf8;

ChoiceEditor::ChoiceEditor(const pipeline::Field& field, QWidget* parent)
    : FieldEditor(parent)
    , m_isBoolean(field.type == pipeline::FieldType::boolean)
    , m_isRequired(field.required)
    , m_box(new ChoiceBox)
{
    if (!field.required)
        m_box->addItem(tr("as usual"));
    if (m_isBoolean) {
        m_box->addItem(tr("yes"), QStringLiteral("true"));
        m_box->addItem(tr("no"), QStringLiteral("false"));
    }
    for (const std::string_view word : field.choices)
        m_box->addItem(qt(word), qt(word));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this, &ChoiceEditor::commit);
}

void ChoiceEditor::setValue(const std::optional<YamlValue>& value)
{
    const QString word = !value ? QString() : value->is_string() ? qt(value->get<std::string>()) : qt(value->dump());
    m_box->setPlaceholderText(word); // it may be none of them
    m_box->setCurrentIndex(word.isEmpty() ? (m_isRequired ? -1 : 0) : m_box->findData(word));
}

void ChoiceEditor::setMixed(const std::optional<YamlValue>&)
{
    m_box->setPlaceholderText(tr("differs"));
    m_box->setCurrentIndex(-1);
}

void ChoiceEditor::commit(int index)
{
    const QString word = m_box->itemData(index).toString();
    if (word.isEmpty())
        return Q_EMIT committed(std::nullopt);
    Q_EMIT committed(m_isBoolean ? YamlValue(word == QStringLiteral("true")) : YamlValue(utf8(word)));
}

} // namespace penstock::designer
