#include "ui/designer/form/paragraph_editor.h"

#include "ui/designer/form/growing_text.h"
#include "ui/models/qt_text.h"

namespace penstock::designer {

using format::YamlValue;
using models::utf8;

ParagraphEditor::ParagraphEditor(const QString& example, QWidget* parent)
    : FieldEditor(parent)
    , m_example(example)
    , m_text(new GrowingText(example))
{
    setFocusProxy(m_text);
    connect(m_text, &GrowingText::finished, this, &ParagraphEditor::commit);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ParagraphEditor::tell);
}

void ParagraphEditor::setMixed(const std::optional<YamlValue>&)
{
    setValue(std::nullopt);
    m_text->setExample(tr("differs"));
}

void ParagraphEditor::showText(const QString& text)
{
    const bool isBeingTyped = m_text->hasFocus() && m_text->document()->isModified() && text == m_shown;
    m_text->setExample(m_example);
    m_shown = text;
    if (!isBeingTyped && m_text->toPlainText() != m_shown)
        m_text->setPlainText(m_shown);
}

void ParagraphEditor::tell()
{
    if (!m_text->hasFocus())
        return; // shown, not typed
    QString problem;
    const auto value = valueOf(m_text->toPlainText(), problem);
    Q_EMIT typed(problem.isEmpty() ? value : YamlValue(utf8(m_text->toPlainText())));
}

void ParagraphEditor::commit()
{
    const QString text = m_text->toPlainText();
    if (text == m_shown)
        return;
    QString problem;
    const auto value = valueOf(text, problem);
    if (!problem.isEmpty())
        return Q_EMIT refused(problem);
    m_text->document()->setModified(false);
    m_shown = text;
    Q_EMIT committed(value);
}

} // namespace penstock::designer
