#include "core/format/yaml_marks.h"

#include <algorithm>

namespace penstock::format {

bool YamlMarks::isBlank(std::string_view line) { return line.find_first_not_of(" \t") == none; }

bool YamlMarks::isComment(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(" \t");
    return first != none && line[first] == '#';
}

std::size_t YamlMarks::lineStart(std::size_t offset) const
{
    const std::size_t found = offset == 0 ? none : m_text.find_last_of("\r\n", offset - 1);
    return found == none ? 0 : found + 1;
}

std::size_t YamlMarks::lineEnd(std::size_t offset) const { return std::min(m_text.find_first_of("\r\n", offset), m_text.size()); }

std::size_t YamlMarks::nextLine(std::size_t offset) const
{
    std::size_t end = lineEnd(offset);
    if (end < m_text.size() && m_text[end] == '\r')
        ++end;
    if (end < m_text.size() && m_text[end] == '\n')
        ++end;
    return end;
}

std::size_t YamlMarks::lineBefore(std::size_t start) const
{
    std::size_t end = start - 1;
    if (end > 0 && m_text[end] == '\n' && m_text[end - 1] == '\r')
        --end;
    return lineStart(end);
}

int YamlMarks::columnOf(std::size_t offset) const
{
    const auto line = m_text.substr(lineStart(offset), offset - lineStart(offset));
    return static_cast<int>(std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool YamlMarks::has(char c, std::size_t begin, std::size_t end) const { return m_text.substr(begin, end - begin).find(c) != none; }

std::size_t YamlMarks::skipTrivia(std::size_t offset) const
{
    while (true) {
        offset = std::min(m_text.find_first_not_of(" \t\r\n", offset), m_text.size());
        if (offset == m_text.size() || m_text[offset] != '#')
            return offset;
        offset = lineEnd(offset);
    }
}

std::size_t YamlMarks::entryBegin(const YamlNode& parent, std::size_t entry) const
{
    const YamlNode& first = parent.kind == YamlKind::mapping ? parent.key(entry) : parent.value(entry);
    if (parent.style == YamlStyle::flow)
        return first.begin;
    // Read forward from the end of the entry before: comments cannot be told from text backward.
    const std::size_t at = entry == 0 ? parent.content : skipTrivia(entryEnd(parent, entry - 1));
    const bool marked = parent.kind == YamlKind::sequence || (m_text[at] == '?' && first.begin > at);
    return marked ? at : first.begin;
}

std::size_t YamlMarks::entryEnd(const YamlNode& parent, std::size_t entry) const
{
    const YamlNode& value = parent.value(entry);
    if (!value.isAbsent())
        return value.end;
    const std::size_t mark = afterMark(parent, entry);
    if (mark == none)
        return parent.key(entry).end;
    // "{a: }": the blank behind the colon belongs to it, because "a:}" and "a:," are read differently.
    return parent.style == YamlStyle::flow && mark < m_text.size() && m_text[mark] == ' ' ? mark + 1 : mark;
}

std::size_t YamlMarks::afterMark(const YamlNode& parent, std::size_t entry) const
{
    if (parent.kind == YamlKind::sequence)
        return parent.style == YamlStyle::flow ? none : entryBegin(parent, entry) + 1;
    const std::size_t at = skipTrivia(parent.key(entry).end);
    return at < m_text.size() && m_text[at] == ':' ? at + 1 : none;
}

} // namespace penstock::format
