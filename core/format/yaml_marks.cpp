#include "core/format/yaml_marks.h"

#include <algorithm>

namespace penstock::format {

std::size_t YamlMarks::lineStart(std::size_t offset) const
{
    const std::size_t found = offset == 0 ? none : m_text.rfind('\n', offset - 1);
    return found == none ? 0 : found + 1;
}

std::size_t YamlMarks::lineEnd(std::size_t offset) const { return std::min(m_text.find('\n', offset), m_text.size()); }

std::size_t YamlMarks::nextLine(std::size_t offset) const { return std::min(lineEnd(offset) + 1, m_text.size()); }

int YamlMarks::columnOf(std::size_t offset) const
{
    const auto line = m_text.substr(lineStart(offset), offset - lineStart(offset));
    return static_cast<int>(std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t YamlMarks::skipTrivia(std::size_t offset) const
{
    while (true) {
        offset = std::min(m_text.find_first_not_of(" \t\n", offset), m_text.size());
        if (offset == m_text.size() || m_text[offset] != '#')
            return offset;
        offset = lineEnd(offset);
    }
}

std::size_t YamlMarks::entryBegin(const YamlNode& parent, std::size_t entry) const
{
    const YamlNode& first = parent.kind == YamlKind::mapping ? parent.key(entry) : parent.value(entry);
    // Read forward from the end of the entry before: comments cannot be told from text backward.
    const std::size_t at = entry == 0 ? parent.content : skipTrivia(entryEnd(parent, entry - 1));
    const bool marked = parent.kind == YamlKind::sequence || (m_text[at] == '?' && first.begin > at);
    return marked ? at : first.begin;
}

std::size_t YamlMarks::entryEnd(const YamlNode& parent, std::size_t entry) const
{
    const YamlNode& value = parent.value(entry);
    if (!value.isAbsent() || parent.kind == YamlKind::sequence)
        return value.end;
    const std::size_t mark = afterMark(parent, entry);
    return mark == none ? parent.key(entry).end : mark;
}

std::size_t YamlMarks::afterMark(const YamlNode& parent, std::size_t entry) const
{
    if (parent.kind == YamlKind::sequence)
        return entryBegin(parent, entry) + 1;
    const std::size_t at = skipTrivia(parent.key(entry).end);
    return at < m_text.size() && m_text[at] == ':' ? at + 1 : none;
}

} // namespace penstock::format
