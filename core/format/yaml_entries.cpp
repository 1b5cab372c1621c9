// Entries as people see them: whole lines with the comments that belong to them.
#include "core/format/yaml_path.h"
#include "core/format/yaml_splice.h"

#include <algorithm>

namespace penstock::format {

namespace {

constexpr std::size_t gapsLookedAt = 50;

int blanksOf(std::string_view line) { return static_cast<int>(std::min(line.find_first_not_of(" \t"), line.size())); }

} // namespace

// The start of the first line that may belong to an entry: below the entry before, or below the key of its mapping. What
// stands above may look like a comment and be the text of a script.
std::size_t YamlSplice::roofOf(const YamlPath& path, const Position& at) const
{
    if (at.entry > 0) {
        const std::size_t end = m_marks.entryEnd(*at.parent, at.entry - 1);
        return end > 0 && YamlMarks::isLineEnd(m_text[end - 1]) ? end : m_marks.nextLine(end);
    }
    if (path.size() < 2)
        return 0;
    const Position parent = find(parentOf(path));
    const std::size_t mark = m_marks.afterMark(*parent.parent, parent.entry);
    return mark == std::string_view::npos ? at.parent->content : m_marks.nextLine(mark);
}

std::optional<TextRange> YamlSplice::linesOf(const YamlPath& path) const
{
    const Position at = find(path);
    const std::size_t begin = m_marks.entryBegin(*at.parent, at.entry);
    TextRange lines{m_marks.lineStart(begin), m_marks.entryEnd(*at.parent, at.entry)};
    if (at.parent->style == YamlStyle::flow || !YamlMarks::isBlank(m_text.substr(lines.begin, begin - lines.begin)))
        return std::nullopt;
    const int indent = m_marks.columnOf(begin);
    const std::size_t roof = roofOf(path, at);
    while (lines.begin > roof) {
        const std::size_t above = m_marks.lineBefore(lines.begin);
        if (above < roof || !YamlMarks::isComment(m_marks.lineAt(above)) || blanksOf(m_marks.lineAt(above)) > indent)
            break;
        lines.begin = above;
    }
    if (!YamlMarks::isLineEnd(m_text[lines.end - 1]))
        lines.end = m_marks.nextLine(lines.end);
    while (lines.end < m_text.size() && YamlMarks::isComment(m_marks.lineAt(lines.end)) && blanksOf(m_marks.lineAt(lines.end)) > indent)
        lines.end = m_marks.nextLine(lines.end);
    return lines;
}

// A blank line that set the entry apart from the one before goes with it when the next one is set apart as well.
TextRange YamlSplice::withBlankLines(TextRange lines, std::size_t roof, const Position& at) const
{
    const auto isBlankAbove = [&] { return lines.begin > roof && m_marks.lineBefore(lines.begin) >= roof && YamlMarks::isBlank(m_marks.lineAt(m_marks.lineBefore(lines.begin))); };
    // Blank lines would become part of a text above that keeps them.
    const bool keeps = at.entry > 0 && YamlMarks::isLineEnd(m_text[m_marks.entryEnd(*at.parent, at.entry - 1) - 1]);
    const bool isBlankBelow = lines.end >= m_text.size() || YamlMarks::isBlank(m_marks.lineAt(lines.end));
    if (!isBlankBelow)
        return lines;
    if (isBlankAbove() && at.entry > 0) {
        while (isBlankAbove())
            lines.begin = m_marks.lineBefore(lines.begin);
    } else if ((at.entry == 0 && !isBlankAbove()) || keeps) {
        while (lines.end < m_text.size() && YamlMarks::isBlank(m_marks.lineAt(lines.end)))
            lines.end = m_marks.nextLine(lines.end);
    }
    return lines;
}

TextEdits YamlSplice::removeLines(const YamlPath& mapping, const std::vector<std::string>& keys) const
{
    std::vector<TextRange> ranges;
    YamlPath path = mapping;
    path.emplace_back();
    for (const std::string& key : keys) {
        path.back() = key;
        const Position at = find(path);
        ranges.push_back(withBlankLines(*linesOf(path), roofOf(path, at), at));
    }
    std::sort(ranges.begin(), ranges.end(), [](const TextRange& a, const TextRange& b) { return a.begin < b.begin; });
    TextEdits edits;
    for (const TextRange& range : ranges) {
        if (!edits.empty() && range.begin <= edits.back().end)
            edits.back().end = std::max(edits.back().end, range.end);
        else
            edits.push_back({range.begin, range.end, {}});
    }
    return edits;
}

bool YamlSplice::isSpaced(const YamlNode& mapping) const
{
    std::size_t spaced = 0;
    const std::size_t gaps = std::min(mapping.entryCount() - 1, gapsLookedAt);
    for (std::size_t i = 1; i <= gaps; ++i) {
        const std::size_t end = m_marks.entryEnd(mapping, i - 1);
        const std::size_t below = m_marks.nextLine(end);
        spaced += below < m_text.size() && YamlMarks::isBlank(m_marks.lineAt(below)) ? 1 : 0;
    }
    return gaps > 0 && spaced * 2 > gaps;
}

std::vector<std::string> YamlSplice::newLines(const YamlPath& mapping, const YamlValue& members, bool isSpaced) const
{
    std::vector<std::string> lines;
    for (const auto& [key, value] : members.items()) {
        if (isSpaced)
            lines.emplace_back();
        YamlPath at = mapping;
        at.push_back(key);
        auto added = entryLines(*m_tree.find(mapping), at, keyText(key, YamlStyle::plain, YamlContext::block) + ':', value);
        std::move(added.begin(), added.end(), std::back_inserter(lines));
    }
    return lines;
}

TextEdits YamlSplice::insertEntries(const YamlPath& path, std::size_t index, const YamlValue& members) const
{
    const YamlNode& mapping = *m_tree.find(path);
    if (contextIn(path) == YamlContext::flow) {
        TextEdits edits = addEntries(path, members);
        if (index < mapping.entryCount())
            edits.front().begin = edits.front().end = index > 0 ? m_marks.entryEnd(mapping, index - 1) : m_marks.entryBegin(mapping, 0);
        if (index == 0) // ", a: 1" -> "a: 1, "
            edits.front().text = edits.front().text.substr(2) + ", ";
        return edits;
    }
    return insertLines(path, index, newLines(path, members, isSpacedAt(mapping, index)));
}

// Blank lines would become part of a text above that keeps them.
bool YamlSplice::isSpacedAt(const YamlNode& mapping, std::size_t index) const
{
    return index > 0 && isSpaced(mapping) && !YamlMarks::isLineEnd(m_text[m_marks.entryEnd(mapping, index - 1) - 1]);
}

TextEdits YamlSplice::insertWritten(const YamlPath& path, std::size_t index, const std::vector<std::string>& entries) const
{
    const bool isSpacedHere = isSpacedAt(*m_tree.find(path), index);
    std::vector<std::string> lines;
    for (const std::string& entry : entries) {
        if (isSpacedHere)
            lines.emplace_back();
        for (std::size_t at = 0; at < entry.size();) {
            const std::size_t end = std::min(entry.find('\n', at), entry.size());
            const bool hasReturn = end > at && entry[end - 1] == '\r';
            lines.push_back(entry.substr(at, end - at - (hasReturn ? 1 : 0)));
            at = end + 1;
        }
    }
    return insertLines(path, index, lines);
}

TextEdits YamlSplice::insertLines(const YamlPath& path, std::size_t index, const std::vector<std::string>& lines) const
{
    const YamlNode& parent = *m_tree.find(path);
    const std::size_t beside = index > 0 ? index - 1 : 0;
    const std::optional<TextRange> entry = linesOf(extended(path, parent.kind == YamlKind::mapping ? parent.key(beside).text : std::to_string(beside)));
    if (index == 0)
        return {{entry->begin, entry->begin, joined(lines, false)}};
    const std::size_t end = m_marks.entryEnd(parent, index - 1);
    if (!entry || entry->end <= m_marks.nextLine(end))
        return insertedAfter(end, lines);
    // Comments inside the entry before stay with it.
    return {{entry->end, entry->end, joined(lines, !YamlMarks::isLineEnd(m_text[entry->end - 1]))}};
}

} // namespace penstock::format
