#include "core/expression/reference.h"

#include "core/base/ids.h"

#include <array>

namespace penstock::expression {

namespace {

constexpr std::array<std::string_view, 9> names{"params", "steps",   "previous", "production", "run",
                                                "inputs", "outputs", "item",     "event"};

std::string inQuotes(std::string_view text)
{
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("''") : std::string(1, c);
    return result + '\'';
}

std::string segmentText(const Segment& segment)
{
    if (const auto* index = std::get_if<std::int64_t>(&segment))
        return '[' + std::to_string(*index) + ']';
    const auto& name = std::get<std::string>(segment);
    return isName(name) ? '.' + name : '[' + inQuotes(name) + ']';
}

} // namespace

std::string_view rootName(Root root) { return names[static_cast<std::size_t>(root)]; }

std::optional<Root> rootNamed(std::string_view name)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name)
            return static_cast<Root>(i);
    }
    return std::nullopt;
}

std::string_view Reference::nameAt(std::size_t position) const
{
    if (position >= segments.size())
        return {};
    const auto* name = std::get_if<std::string>(&segments[position]);
    return name ? std::string_view(*name) : std::string_view();
}

std::string Reference::text() const
{
    std::string text(rootName(root));
    if (line)
        text += '(' + inQuotes(*line) + ')';
    for (const Segment& segment : segments)
        text += segmentText(segment);
    return text;
}

} // namespace penstock::expression
