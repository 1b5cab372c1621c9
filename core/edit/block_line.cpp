#include "core/edit/block_line.h"

#include <algorithm>

namespace penstock::edit {

namespace {

// Where a key that begins at `at` ends: the place of its ':'.
std::optional<std::size_t> colonOf(std::string_view line, std::size_t at)
{
    if (at < line.size() && (line[at] == '"' || line[at] == '\''))
        at = behindQuoted(line, at);
    for (std::size_t i = at; i < line.size(); ++i) {
        if (line[i] == ':' && (i + 1 == line.size() || line[i + 1] == ' '))
            return i;
        if (line[i] == '{' || line[i] == '[' || line[i] == ',' || line[i] == '"' || (line[i] == '#' && i > 0 && line[i - 1] == ' '))
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

Line lineAround(std::string_view text, std::size_t offset)
{
    const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    std::size_t end = std::min(text.find('\n', offset), text.size());
    if (end > begin && text[end - 1] == '\r')
        --end;
    return {begin, std::max(begin, end)};
}

std::string unquoted(std::string_view key)
{
    if (key.size() >= 2 && (key.front() == '"' || key.front() == '\'') && key.back() == key.front())
        key = key.substr(1, key.size() - 2);
    return std::string(key);
}

std::size_t behindQuoted(std::string_view line, std::size_t at)
{
    const char quote = line[at];
    for (std::size_t i = at + 1; i < line.size(); ++i) {
        if (quote == '"' && line[i] == '\\')
            ++i;
        else if (line[i] == quote)
            return i + 1;
    }
    return line.size();
}

BlockLine readLine(std::string_view line)
{
    BlockLine read;
    std::size_t at = std::min(line.find_first_not_of(' '), line.size());
    while (at < line.size() && line[at] == '-' && (at + 1 == line.size() || line[at + 1] == ' ')) {
        read.dashes.push_back(at);
        at = std::min(line.find_first_not_of(' ', at + 1), line.size());
    }
    read.indent = at;
    read.isEmpty = read.dashes.empty() && (at == line.size() || line[at] == '#');
    if (const auto colon = colonOf(line, at)) {
        read.key = unquoted(line.substr(at, *colon - at));
        read.behindKey = *colon + 1;
        const std::size_t value = line.find_first_not_of(' ', read.behindKey);
        read.opensScalar = value != std::string_view::npos && (line[value] == '|' || line[value] == '>');
    }
    return read;
}

} // namespace penstock::edit
