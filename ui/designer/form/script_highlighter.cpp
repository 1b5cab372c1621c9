#include "ui/designer/form/script_highlighter.h"

#include "ui/theme/style.h"

#include <QRegularExpression>

namespace penstock::designer {

namespace {

struct Rule {
    QRegularExpression pattern;
    theme::Role role;
    bool ofScripts; // not of command lines
};

// Later rules are painted over earlier ones.
const QList<Rule>& rules()
{
    static const QList<Rule> list{
        {QRegularExpression(QStringLiteral(R"((?:^|[\s;|&(])(if|then|elif|else|fi|for|while|until|do|done|case|esac|in|function|return|export|local|set|cd|exit|source)(?=$|[\s;|&)]))")),
         theme::Role::accent, true},
        {QRegularExpression(QStringLiteral(R"((?:^|\s)(--?[A-Za-z][\w-]*))")), theme::Role::muted, false},
        {QRegularExpression(QStringLiteral(R"(("(?:[^"\\]|\\.)*"|'[^']*'))")), theme::Role::succeeded, false},
        {QRegularExpression(QStringLiteral(R"((\$(?:[A-Za-z_]\w*|\{[A-Za-z_][^}]*\}|[0-9@*#?$!])))")), theme::Role::accent, true},
        {QRegularExpression(QStringLiteral(R"((?:^|\s)(#.*)$)")), theme::Role::muted, true},
        {QRegularExpression(QStringLiteral(R"((\$\{\{.*?\}\}))")), theme::Role::waiting, false},
    };
    return list;
}

} // namespace

ScriptHighlighter::ScriptHighlighter(QTextDocument* document, const QWidget* widget, Language language)
    : QSyntaxHighlighter(document)
    , m_widget(widget)
    , m_language(language)
{}

void ScriptHighlighter::setLanguage(Language language)
{
    if (language == m_language)
        return;
    m_language = language;
    rehighlight();
}

void ScriptHighlighter::highlightBlock(const QString& text)
{
    for (const Rule& rule : rules()) {
        if (rule.ofScripts && m_language == Language::commandLine)
            continue;
        auto matches = rule.pattern.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            setFormat(static_cast<int>(match.capturedStart(1)), static_cast<int>(match.capturedLength(1)), theme::themeOf(m_widget).ink(rule.role, theme::Role::code));
        }
    }
}

} // namespace penstock::designer
