#include "ui/designer/text/yaml_highlighter.h"

#include "ui/theme/style.h"

#include <QRegularExpression>
#include <QTextBlock>

namespace penstock::designer {

namespace {

constexpr int longestLine = 10'000; // a longer one is data that nobody reads

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

void YamlHighlighter::show(int first, int last)
{
    const int seenFirst = m_first, seenLast = m_last;
    m_first = first;
    m_last = last;
    QTextBlock block = document()->findBlockByNumber(first);
    for (int line = first; line <= last && block.isValid(); ++line, block = block.next()) {
        if (line < seenFirst || line > seenLast)
            rehighlightBlock(block);
    }
}

void YamlHighlighter::forget()
{
    m_first = 0;
    m_last = -1;
}

void YamlHighlighter::highlightBlock(const QString& text)
{
    const int line = currentBlock().blockNumber();
    if (line < m_first || line > m_last || text.size() > longestLine)
        return;
    for (const Rule& rule : rules()) {
        auto matches = rule.pattern.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            setFormat(static_cast<int>(match.capturedStart(1)), static_cast<int>(match.capturedLength(1)), theme::themeOf(m_widget).ink(rule.role));
        }
    }
}

} // namespace penstock::designer
