#include "ui/designer/form/command_editor.h"

#include "core/messages/messages.h"
#include "ui/designer/form/argument_text.h"
#include "ui/designer/form/completer.h"
#include "ui/designer/form/form_source.h"
#include "ui/designer/form/growing_text.h"
#include "ui/designer/form/last_values.h"
#include "ui/designer/form/script_highlighter.h"
#include "ui/models/qt_text.h"
#include "ui/theme/theme.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace penstock::designer {

using format::YamlValue;
using models::qt;
using models::utf8;

namespace {

std::vector<std::string> argumentsIn(const YamlValue& list)
{
    std::vector<std::string> arguments;
    for (const YamlValue& item : list)
        arguments.push_back(item.is_string() ? item.get<std::string>() : item.dump());
    return arguments;
}

} // namespace

CommandEditor::CommandEditor(const pipeline::Field& field, const FieldPlace& place, QWidget* parent)
    : ParagraphEditor(qt(field.example).remove(QLatin1Char('[')).remove(QLatin1Char(']')).remove(QLatin1Char(',')), parent)
    , m_column(new QVBoxLayout(this))
    , m_convert(new QToolButton)
    , m_highlighter(new ScriptHighlighter(text().document(), &text(), ScriptHighlighter::Language::commandLine))
{
    m_convert->setAutoRaise(true);
    m_convert->setFont(theme::Theme::font(theme::Type::secondary));
    m_convert->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    m_column->addWidget(&text());
    m_column->addWidget(m_convert, 0, Qt::AlignRight);
    auto* completer = new Completer(&text(), [&source = place.source, below = place.below](const std::string& text, std::size_t cursor) { return source.expressionsAt(below, text, cursor); });
    completer->setLastValue([&source = place.source](const std::string& path) { return source.lastOf(path); });
    connect(completer, &Completer::inserted, &text(), [this] { text().document()->setModified(true); });
    connect(m_convert, &QToolButton::clicked, this, &CommandEditor::convert);
    setScript(false);
}

void CommandEditor::setScript(bool script)
{
    m_isScript = script;
    m_highlighter->setLanguage(script ? ScriptHighlighter::Language::script : ScriptHighlighter::Language::commandLine);
    text().setToolTip(script ? tr("A script for bash. Ctrl+Enter takes it over.") : tr("A program and its arguments; what holds blanks stands in 'quotes'. Ctrl+Enter takes it over."));
    m_convert->setText(script ? tr("Make it a command line") : tr("Make it a script"));
}

void CommandEditor::setValue(const std::optional<YamlValue>& value)
{
    const bool script = value && value->is_string();
    const QString text = !value ? QString() : script ? qt(value->get<std::string>()) : value->is_array() ? qt(argumentText(argumentsIn(*value))) : qt(value->dump());
    if (value || !this->text().hasFocus())
        setScript(script);
    showText(text);
    // Not every script is a command line.
    m_convert->setVisible(!shown().isEmpty() && (!m_isScript || (!shown().trimmed().contains(QLatin1Char('\n')) && argumentsOf(utf8(shown())).ok())));
}

QWidget* CommandEditor::headButton()
{
    m_column->removeWidget(m_convert);
    m_convert->setMaximumHeight(20);
    return m_convert;
}

QString CommandEditor::lastValue(const LastValues& last)
{
    if (m_isScript || !shown().contains(QLatin1String("${{")))
        return {};
    return last.of(utf8(shown().simplified()), false);
}

std::optional<YamlValue> CommandEditor::valueOf(const QString& text, QString& problem) const
{
    if (text.trimmed().isEmpty())
        return std::nullopt;
    if (m_isScript)
        return YamlValue(utf8(text));
    const auto arguments = argumentsOf(utf8(text));
    if (arguments)
        return YamlValue(*arguments);
    problem = messages::sentence(arguments.error());
    return std::nullopt;
}

// A command line is a script of one line: both quote alike.
void CommandEditor::convert()
{
    commit();
    const auto arguments = argumentsOf(utf8(text().toPlainText()));
    if (arguments && m_isScript)
        Q_EMIT committed(YamlValue(*arguments));
    else if (arguments)
        Q_EMIT committed(YamlValue(argumentLine(*arguments)));
}

} // namespace penstock::designer
