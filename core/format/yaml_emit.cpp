#include "core/format/yaml_emit.h"

#include <algorithm>

namespace penstock::format {

namespace {

constexpr int flowHeight = 2; // {a: {b: c}} is still readable on a line

std::string blanks(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

int heightOf(const YamlValue& value)
{
    int height = 0;
    for (const YamlValue& each : value)
        height = std::max(height, each.is_structured() ? heightOf(each) : 0);
    return value.is_structured() ? height + 1 : 0;
}

bool hasLines(const YamlValue& value)
{
    if (value.is_string())
        return value.get_ref<const std::string&>().find('\n') != std::string::npos;
    return value.is_structured() && std::any_of(value.begin(), value.end(), hasLines);
}

std::string flowText(const YamlValue& value)
{
    if (!value.is_structured())
        return scalarText(value, YamlStyle::plain, YamlContext::flow);
    std::string text;
    for (const auto& [key, each] : value.items()) {
        text += text.empty() ? "" : ", ";
        text += value.is_object() ? keyText(key, YamlStyle::plain, YamlContext::flow) + ": " : std::string();
        text += flowText(each);
    }
    return value.is_object() ? '{' + text + '}' : '[' + text + ']';
}

// A literal can hold tabs and printable text; its first line must not be blank, or the indentation would be guessed wrong.
bool canBeLiteral(const std::string& text)
{
    if (text.find('\n') == std::string::npos || text.front() == '\n' || text.front() == ' ' || text.front() == '\t')
        return false;
    std::string rest = text;
    std::erase_if(rest, [](char c) { return c == '\n' || c == '\t'; });
    return isPrintable(rest);
}

YamlFragment literal(const std::string& text, int indent)
{
    const std::size_t ends = text.size() - (text.find_last_not_of('\n') + 1);
    YamlFragment fragment{ends == 0 ? "|-" : ends == 1 ? "|" : "|+", {}};
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        fragment.lines.push_back(end == at ? std::string() : blanks(indent) + text.substr(at, end - at));
        at = end + 1;
    }
    return fragment;
}

class Emitter final {
public:
    explicit Emitter(const YamlLayout& layout)
        : m_layout(layout)
    {}

    YamlFragment fragment(const YamlValue& value, const YamlSpot& spot)
    {
        const int inner = spot.after == YamlSpot::After::nothing ? spot.indent
                          : spot.after == YamlSpot::After::dash  ? spot.indent + 2
                                                                 : spot.indent + m_layout.step;
        if (!value.is_structured()) {
            const bool lines = value.is_string() && spot.context == YamlContext::block
                               && canBeLiteral(value.get_ref<const std::string&>());
            return lines ? literal(value.get_ref<const std::string&>(), std::max(inner, spot.indent + m_layout.step))
                         : YamlFragment{scalarText(value, spot.style, spot.context), {}};
        }
        if (spot.context == YamlContext::flow || fitsInFlow(value, spot))
            return {flowText(value), {}};
        YamlFragment fragment{{}, blockLines(value, inner, spot.path)};
        if (spot.after == YamlSpot::After::dash) {
            fragment.head = fragment.lines.front().substr(static_cast<std::size_t>(inner));
            fragment.lines.erase(fragment.lines.begin());
        }
        return fragment;
    }

private:
    bool fitsInFlow(const YamlValue& value, const YamlSpot& spot) const
    {
        if (value.empty())
            return true;
        if (spot.after == YamlSpot::After::nothing || heightOf(value) > flowHeight || hasLines(value))
            return false;
        if (m_layout.wantsBlock && m_layout.wantsBlock(spot.path))
            return false;
        return spot.column + flowText(value).size() <= m_layout.width;
    }

    std::vector<std::string> blockLines(const YamlValue& value, int indent, const YamlPath& path)
    {
        std::vector<std::string> lines;
        std::size_t index = 0;
        for (const auto& [key, each] : value.items()) {
            YamlSpot spot;
            spot.path = path;
            spot.path.push_back(value.is_object() ? key : std::to_string(index++));
            spot.indent = indent;
            spot.after = value.is_object() ? YamlSpot::After::key : YamlSpot::After::dash;
            std::string first = blanks(indent) + (value.is_object() ? keyText(key, YamlStyle::plain, YamlContext::block) + ':' : "-");
            spot.column = first.size() + 1;
            YamlFragment part = fragment(each, spot);
            lines.push_back(part.head.empty() ? std::move(first) : first + ' ' + part.head);
            std::move(part.lines.begin(), part.lines.end(), std::back_inserter(lines));
        }
        return lines;
    }

    const YamlLayout& m_layout;
};

} // namespace

YamlFragment fragmentOf(const YamlValue& value, const YamlSpot& spot, const YamlLayout& layout)
{
    return Emitter(layout).fragment(value, spot);
}

std::string emitYaml(const YamlValue& value, const YamlLayout& layout)
{
    const YamlFragment fragment = fragmentOf(value, YamlSpot{}, layout);
    std::string text = fragment.head.empty() ? std::string() : fragment.head + '\n';
    for (const std::string& line : fragment.lines)
        text += line + '\n';
    return text;
}

} // namespace penstock::format
