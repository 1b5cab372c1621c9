#include "ui/designer/text/line_marks.h"

#include "core/messages/messages.h"

#include <algorithm>

namespace penstock::designer {

LineMarks::LineMarks(const pipeline::Issues& issues)
    : m_issues(issues)
{
    for (std::size_t i = 0; i < m_issues.size(); ++i)
        m_lines.emplace(m_issues[i].place.line, i);
}

std::vector<const pipeline::Issue*> LineMarks::at(int line) const
{
    std::vector<const pipeline::Issue*> found;
    const auto [first, last] = m_lines.equal_range(line);
    for (auto mark = first; mark != last; ++mark)
        found.push_back(&m_issues[mark->second]);
    return found;
}

bool LineMarks::hasError(int line) const
{
    const auto all = at(line);
    return std::any_of(all.begin(), all.end(), [](const pipeline::Issue* issue) { return issue->severity != pipeline::Severity::warning; });
}

QString LineMarks::say(int line) const
{
    QStringList sentences;
    for (const pipeline::Issue* issue : at(line)) {
        QString text = tr("%1: %2", "severity and what is wrong").arg(messages::severityWord(issue->severity), messages::sentence(issue->what));
        if (!issue->mend.id.empty())
            text += QLatin1Char('\n') + messages::sentence(issue->mend);
        sentences.append(text);
    }
    return sentences.join(QLatin1Char('\n'));
}

} // namespace penstock::designer
