#include "ui/designer/yaml_highlighter.h"

#include "ui/theme/style.h"

#include <QRegularExpression>

namespace penstock::designer {

namespace {

struct Rule {
    QRegularExpression pattern;
    theme::Role role;
};

// Later rules are painted over earlier ones.
const QList<Rule>& rules()
{
    static const QList<Rule> list{
        {QRegularExpression(QStringLiteral(R"((?:^|[\s,{\[])([A-Za-z_][\w-]*)(?=:(?:\s|$)))")), theme::Role::accent},
        {QRegularExpression(QStringLiteral(R"(("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'))")), theme::Role::succeeded},
        {QRegularExpression(QStringLiteral(R"((\$\{\{.*?\}\}))")), theme::Role::waiting},
        {QRegularExpression(QStringLiteral(R"((?:^|\s)(#.*)$)")), theme::Role::muted},
    };
    return list;
}

} // namespace

YamlHighlighter::YamlHighlighter(QTextDocument* document, const QWidget* widget)
    : QSyntaxHighlighter(document)
    , m_widget(widget)
{}

void YamlHighlighter::highlightBlock(const QString& text)
{
    for (const Rule& rule : rules()) {
        auto matches = rule.pattern.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            setFormat(static_cast<int>(match.capturedStart(1)), static_cast<int>(match.capturedLength(1)), theme::themeOf(m_widget).ink(rule.role));
        }
    }
}

} // namespace penstock::designer
