#include "ui/designer/form/form_source.h"

#include "core/messages/messages.h"

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

void FormSource::follow()
{
    m_nodes.clear();
    m_document.reset();
    if (!m_editor.isOpen())
        return;
    m_document = m_editor.document();
    const auto& tree = m_document->read().tree;
    for (const YamlPath& base : m_bases)
        m_nodes.push_back(tree ? tree->find(base) : nullptr);
}

std::optional<YamlValue> FormSource::valueAt(std::size_t base, const YamlPath& below) const
{
    const format::YamlNode* node = m_nodes[base];
    for (std::size_t at = 0; node && at < below.size(); ++at)
        node = node->child(below[at]);
    return node ? std::optional(format::valueOf(*node)) : std::nullopt;
}

FormSource::Value FormSource::valueOf(const YamlPath& below) const
{
    Value common;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        auto value = valueAt(i, below);
        if (i == 0)
            common.value = std::move(value);
        else if (value != common.value)
            return {std::nullopt, true, sharedAt(below)};
    }
    return common;
}

std::optional<YamlValue> FormSource::sharedAt(const YamlPath& below) const
{
    std::optional<YamlValue> shared;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const YamlValue value = valueAt(i, below).value_or(YamlValue::object());
        if (!value.is_object())
            return std::nullopt;
        if (!shared)
            shared = value;
        const YamlValue before = *shared;
        for (const auto& [name, entry] : before.items()) {
            if (!value.contains(name) || value.at(name) != entry)
                shared->erase(name);
        }
    }
    return shared;
}

QString FormSource::lastOf(const std::string& path) const
{
    return m_last && isOfOne() && m_bases.front().size() == 2 ? m_last(m_bases.front()[1], path) : QString();
}

check::Completions FormSource::expressionsAt(const YamlPath& below, const std::string& text, std::size_t cursor) const
{
    if (!m_editor.isOpen() || m_bases.empty())
        return {};
    return check::completionsAt(m_editor.lastGood(), check::completionPlaceOf(joined(m_bases.front(), below)), text, cursor, m_editor.opened());
}

check::Completions FormSource::stepsAt(const YamlPath& below, const std::string& text, std::size_t cursor) const
{
    if (!m_editor.isOpen())
        return {};
    const std::string self = isOfOne() && m_bases.front().size() == 2 ? m_bases.front()[1] : std::string();
    return check::stepNamesAt(m_editor.lastGood(), self, below.front() == "needs", text, cursor); // a branch may lead anywhere
}

check::Completions FormSource::parametersAt(const std::string& text) const
{
    check::Completions found{0, text.size(), {}};
    if (!m_editor.isOpen())
        return found;
    for (const pipeline::Parameter& parameter : m_editor.lastGood().parameters) {
        if (parameter.name.find(text) != std::string::npos)
            found.items.push_back({parameter.name, parameter.name.size(), {}, check::Completion::Kind::name, {"complete.about", {{"text", parameter.about}}}});
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
