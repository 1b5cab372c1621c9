#include "ui/designer/form_source.h"

#include "core/messages/messages.h"
#include "core/pipeline/kinds.h"

namespace penstock::designer {

using format::YamlPath;
using format::YamlValue;

namespace {

constexpr std::size_t largestChecked = 256 * 1024; // bytes of text: reading and checking them takes a few milliseconds

} // namespace

std::string documentPath(const YamlPath& path)
{
    std::string text;
    for (const std::string& segment : path)
        text += (text.empty() ? "" : ".") + segment;
    return text;
}

QString firstComplaint(const pipeline::Issues& issues, const std::string& path)
{
    for (const pipeline::Issue& issue : issues) {
        if (issue.path != path && !issue.path.starts_with(path + '.'))
            continue;
        const QString what = messages::sentence(issue.what);
        return issue.mend.id.empty() ? what : what + QLatin1Char(' ') + messages::sentence(issue.mend);
    }
    return {};
}

YamlPath FormSource::joined(YamlPath base, const YamlPath& below)
{
    base.insert(base.end(), below.begin(), below.end());
    return base;
}

FormSource::Value FormSource::valueOf(const YamlPath& below) const
{
    const auto& tree = m_editor.document().read().tree;
    Value common;
    for (std::size_t i = 0; tree && i < m_bases.size(); ++i) {
        const format::YamlNode* node = tree->find(joined(m_bases[i], below));
        const auto value = node ? std::optional(format::valueOf(*node)) : std::nullopt;
        if (i == 0)
            common.value = value;
        else if (value != common.value)
            return {std::nullopt, true};
    }
    return common;
}

check::Completions FormSource::expressionsAt(const YamlPath& below, const std::string& text, std::size_t cursor) const
{
    if (!m_editor.isOpen() || m_bases.empty())
        return {};
    return check::completionsAt(m_editor.lastGood(), check::completionPlaceOf(joined(m_bases.front(), below)), text, cursor);
}

check::Completions FormSource::stepsAt(const std::string& text, std::size_t cursor) const
{
    check::Completions found;
    const std::size_t comma = cursor == 0 ? std::string::npos : text.rfind(',', cursor - 1);
    found.begin = comma == std::string::npos ? 0 : comma + 1;
    while (found.begin < cursor && text[found.begin] == ' ')
        ++found.begin;
    found.end = std::min(text.find(',', cursor), text.size());
    const std::string typed = text.substr(found.begin, cursor - found.begin);
    for (const bool begins : {true, false}) {
        for (const pipeline::Step& step : m_editor.lastGood().steps) {
            const std::size_t at = step.name.find(typed);
            const bool isSelf = isOfOne() && m_bases.front().size() == 2 && m_bases.front()[1] == step.name;
            if (isSelf || at == std::string::npos || (at == 0) != begins)
                continue;
            const Message about = step.title.empty() ? Message{"kind." + std::string(pipeline::describe(step.kind()).key), {}} : Message{"complete.about", {{"text", step.title}}};
            found.items.push_back({step.name, step.name.size(), {}, check::Completion::Kind::step, about});
        }
    }
    return found;
}

QString FormSource::complaintAbout(const YamlPath& below, const std::optional<YamlValue>& value) const
{
    const edit::Document& now = m_editor.document();
    if (m_bases.empty() || !now.isEditable() || now.text().size() > largestChecked)
        return {};
    const YamlPath path = joined(m_bases.front(), below);
    const auto then = edit::apply(now, value ? edit::Edit(edit::SetValue{path, *value}) : edit::Edit(edit::RemoveValue{path}));
    if (!then)
        return messages::sentence(then.error());
    return firstComplaint(check::merged(then->read().issues, check::check(then->pipeline(), then->read().places, then->text())), documentPath(path));
}

} // namespace penstock::designer
