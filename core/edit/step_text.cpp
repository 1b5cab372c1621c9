#include "core/edit/step_text.h"

#include <algorithm>

namespace penstock::edit {

namespace {

// Without its end.
std::string_view lineAt(std::string_view text, std::size_t at) { return text.substr(at, std::min(text.find('\n', at), text.size()) - at); }

bool isBlank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

std::size_t blanksOf(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

std::size_t columnOf(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view line = lineAt(text, at);
        if (!isBlank(line) && line[blanksOf(line)] != '#')
            return blanksOf(line);
        at += line.size() + 1;
    }
    return 0;
}

} // namespace

std::optional<format::TextRange> linesOfStep(const Document& document, const std::string& step)
{
    if (!document.isEditable() || !document.read().tree->find({"steps", step}))
        return std::nullopt;
    return format::YamlSplice(*document.read().tree, {}).linesOf({"steps", step});
}

std::optional<std::string> writtenStep(const Document& document, const std::string& step)
{
    const auto lines = linesOfStep(document, step);
    return lines ? std::optional(document.text().substr(lines->begin, lines->end - lines->begin)) : std::nullopt;
}

std::optional<std::string> indentedTo(std::string_view text, int column)
{
    const std::size_t now = columnOf(text);
    const std::size_t wanted = static_cast<std::size_t>(column);
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view line = lineAt(text, at);
        const bool hasEnd = at + line.size() < text.size();
        if (isBlank(line) || wanted == now)
            result.append(line);
        else if (wanted > now)
            result.append(wanted - now, ' ').append(line);
        else if (blanksOf(line) >= now - wanted)
            result.append(line.substr(now - wanted));
        else if (line[blanksOf(line)] == '#')
            result.append(line.substr(blanksOf(line)));
        else
            return std::nullopt;
        result.append(hasEnd ? "\n" : "");
        at += line.size() + 1;
    }
    return result;
}

} // namespace penstock::edit
