#include "core/format/normal_writer.h"

#include "core/format/normal_flow.h"
#include "core/format/pipeline_writer.h"

#include <algorithm>

namespace penstock::format {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr int step = 2;

std::string blanks(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

bool isBlank(std::string_view line) { return line.find_first_not_of(" \t\n") == npos; }

std::string_view trimmedEnd(std::string_view line) { return line.substr(0, line.find_last_not_of(" \t\n") + 1); }

std::string_view trimmed(std::string_view line)
{
    const std::string_view text = trimmedEnd(line);
    return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
}

int indentOf(std::string_view line) { return static_cast<int>(std::min(line.find_first_not_of(' '), line.size())); }

bool isBlockCollection(const YamlNode& node)
{
    return node.kind != YamlKind::scalar && node.style == YamlStyle::block && !node.isAlias && !node.children.empty();
}

// Without the line end; `text` loses it.
std::string_view takeLine(std::string_view& text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

} // namespace

NormalWriter::NormalWriter(const YamlTree& tree, NormalOrder order)
    : m_tree(tree)
    , m_text(tree.source)
    , m_marks(tree.source)
    , m_order(order)
{}

std::string NormalWriter::write()
{
    const std::size_t first = m_marks.lineStart(m_marks.entryBegin(m_tree.root, 0));
    trivia({0, first}, 0, true);
    collection(m_tree.root, {first, m_text.size()}, 0, NormalRole::document);
    const bool keeps = m_text[m_tree.root.end - 1] == '\n';
    while (!keeps && m_out.ends_with("\n\n"))
        m_out.pop_back();
    return std::move(m_out);
}

void NormalWriter::line(int indent, std::string_view text)
{
    m_out += m_dashes.empty() ? blanks(indent) : m_dashes;
    m_dashes.clear();
    m_out.append(text).append("\n");
}

std::size_t NormalWriter::columnOfNext(int indent) const
{
    return m_dashes.empty() ? static_cast<std::size_t>(indent) : m_dashes.size();
}

// Comments and blank lines; at the top also the marks of a document.
void NormalWriter::trivia(TextRange lines, int indent, bool isAtStart)
{
    for (std::string_view rest = lines.begin < lines.end ? slice(lines.begin, lines.end) : std::string_view(); !rest.empty();) {
        const std::string_view text = trimmed(takeLine(rest));
        if (!text.empty())
            line(text.front() == '#' ? indent : 0, text);
        else if (!isAtStart && !m_out.ends_with("\n\n"))
            m_out += '\n';
        isAtStart = isAtStart && text.empty();
    }
}

// Behind the comments at the start of a gap that are indented deeper than the entries: they speak of the one above.
std::size_t NormalWriter::deepEnd(TextRange gap, int column) const
{
    std::size_t end = gap.begin;
    for (std::size_t at = gap.begin; at < gap.end; at = m_marks.nextLine(at)) {
        const std::string_view text = slice(at, m_marks.lineEnd(at));
        if (isBlank(text))
            continue;
        if (trimmed(text).front() != '#' || indentOf(text) <= column)
            break;
        end = m_marks.nextLine(at);
    }
    return end;
}

std::vector<NormalWriter::Entry> NormalWriter::entriesOf(const YamlNode& node, TextRange region) const
{
    std::vector<Entry> entries;
    const int column = m_marks.columnOf(m_marks.entryBegin(node, 0));
    std::size_t at = region.begin;
    for (std::size_t i = 0; i < node.entryCount(); ++i) {
        Entry entry;
        entry.index = i;
        entry.own.begin = m_marks.entryBegin(node, i);
        entry.lead = {at, std::max(at, m_marks.lineStart(entry.own.begin))};
        const std::size_t end = m_marks.entryEnd(node, i);
        entry.own.end = m_text[end - 1] == '\n' ? end : m_marks.nextLine(end);
        const std::size_t below = i + 1 < node.entryCount() ? m_marks.lineStart(m_marks.entryBegin(node, i + 1)) : region.end;
        at = entry.after = deepEnd({entry.own.end, below}, column);
        entries.push_back(entry);
    }
    return entries;
}

std::vector<std::size_t> NormalWriter::orderOf(const YamlNode& node, NormalRole role) const
{
    bool keepsBlankLines = false; // blank lines must not come to stand below a text that would take them
    for (std::size_t i = 0; i < node.entryCount() && node.style == YamlStyle::block; ++i)
        keepsBlankLines = keepsBlankLines || m_text[m_marks.entryEnd(node, i) - 1] == '\n';
    return normalOrder(node, m_order == NormalOrder::kept || keepsBlankLines ? NormalRole::other : role);
}

void NormalWriter::collection(const YamlNode& node, TextRange region, int indent, NormalRole role)
{
    const std::vector<Entry> entries = entriesOf(node, region);
    bool isFirst = true;
    for (const std::size_t index : orderOf(node, role)) {
        trivia(entries[index].lead, indent, isFirst);
        entry(node, entries[index], indent, role);
        isFirst = false;
    }
    trivia({entries.back().after, region.end}, indent, false);
}

void NormalWriter::entry(const YamlNode& parent, const Entry& entry, int indent, NormalRole role)
{
    const std::optional<std::string> head = headOf(parent, entry);
    const YamlNode& value = parent.value(entry.index);
    const NormalRole inner = parent.kind == YamlKind::mapping ? roleOf(role, parent.key(entry.index).text) : NormalRole::other;
    if (head && isBlockCollection(value) && block(parent, entry, indent, *head, inner))
        return;
    if (!head || isBlockCollection(value) || !leaf(parent, entry, indent, *head, inner))
        return asWritten(entry, indent);
    // Deeper, a literal would take a comment for its own text.
    const bool isLiteral = value.style == YamlStyle::literal || value.style == YamlStyle::folded;
    trivia({entry.own.end, entry.after}, isLiteral && !value.isAlias ? indent : indent + step, false);
}

// "key:" or "-"; nothing where it is not written as people do.
std::optional<std::string> NormalWriter::headOf(const YamlNode& parent, const Entry& entry) const
{
    if (parent.kind == YamlKind::sequence)
        return "-";
    const YamlNode& key = parent.key(entry.index);
    const std::size_t mark = m_marks.afterMark(parent, entry.index);
    if (mark == YamlMarks::none || key.begin != entry.own.begin || key.begin != key.content || key.isAlias || key.isAbsent()
        || slice(key.begin, mark).find('\n') != npos)
        return std::nullopt;
    return normalScalar(m_text, key, YamlContext::block, true) + ':';
}

std::optional<std::string> NormalWriter::restOf(std::size_t offset) const
{
    const std::string_view rest = trimmedEnd(slice(offset, m_marks.lineEnd(offset)));
    if (!rest.empty() && trimmed(rest).front() != '#')
        return std::nullopt;
    return std::string(rest);
}

bool NormalWriter::block(const YamlNode& parent, const Entry& entry, int indent, const std::string& head, NormalRole role)
{
    const YamlNode& value = parent.value(entry.index);
    const std::size_t mark = m_marks.afterMark(parent, entry.index);
    std::string_view between = slice(mark, value.content);
    if (parent.kind == YamlKind::sequence && isBlank(between)) {
        m_dashes = (m_dashes.empty() ? blanks(indent) : m_dashes) + "- ";
        collection(value, {value.content, entry.after}, indent + step, role);
        return true;
    }
    if (between.find('\n') == npos)
        return false;
    const std::string_view rest = trimmedEnd(takeLine(between));
    while (!between.empty()) {
        if (const std::string_view text = trimmed(takeLine(between)); !text.empty() && text.front() != '#')
            return false; // an anchor or tag on a line of its own
    }
    line(indent, head + std::string(rest));
    collection(value, {m_marks.nextLine(mark), entry.after}, indent + step, role);
    return true;
}

bool NormalWriter::leaf(const YamlNode& parent, const Entry& entry, int indent, const std::string& head, NormalRole role)
{
    const YamlNode& value = parent.value(entry.index);
    const std::size_t mark = m_marks.afterMark(parent, entry.index);
    const auto rest = restOf(value.isAbsent() ? mark : value.end);
    const int shift = indent - m_marks.columnOf(entry.own.begin);
    if (value.isAbsent()) {
        if (rest)
            line(indent, head + *rest);
        return rest.has_value();
    }
    const std::string_view between = slice(mark, value.begin);
    if (!isBlank(between) || slice(value.begin, value.content).find('\n') != npos)
        return false;
    const bool isLinedUp = parent.kind == YamlKind::mapping && between.find_first_of("\n\t") == npos;
    const std::string before = head + (isLinedUp && !between.empty() ? std::string(between) : " ");
    if (!value.isAlias && (value.style == YamlStyle::literal || value.style == YamlStyle::folded)) {
        blockScalar(value, indent, shift, before);
        return true;
    }
    if (!rest)
        return false;
    const std::string_view source = slice(value.begin, value.end);
    const bool isOneLine = source.find('\n') == npos;
    std::optional<std::string> normal;
    if (value.kind != YamlKind::scalar && !value.isAlias)
        normal = normalFlow(m_text, value, orderOf(value, role));
    else if (isOneLine)
        normal = normalScalar(m_text, value, YamlContext::block, false);
    if (normal && !isOneLine && columnOfNext(indent) + before.size() + normal->size() > pipelineLayout().width)
        normal.reset();
    line(indent, before + (normal ? *normal : shifted(source, shift)) + *rest);
    return true;
}

std::string NormalWriter::shifted(std::string_view text, int shift) const
{
    std::string result(takeLine(text));
    while (!text.empty()) {
        const std::string_view each = takeLine(text);
        const int indent = indentOf(each);
        result.append("\n").append(blanks(indent + shift)).append(each.substr(static_cast<std::size_t>(indent)));
    }
    return result;
}

void NormalWriter::blockScalar(const YamlNode& node, int indent, int shift, const std::string& head)
{
    const std::string_view header = trimmedEnd(slice(node.begin, m_marks.lineEnd(node.content)));
    line(indent, head + std::string(header));
    const std::size_t first = m_marks.nextLine(node.content);
    const std::string_view content = first < node.end ? slice(first, node.end) : std::string_view();
    int inner = 0;
    // Where the header says how deep the text is, that counts from the key.
    const std::string_view indicators = slice(node.content, m_marks.lineEnd(node.content)).substr(0, 3);
    const bool saysIndent = indicators.substr(0, indicators.find_first_of(" \t#")).find_first_of("123456789") != npos;
    for (std::string_view rest = content; !rest.empty() && !saysIndent && inner == 0;) {
        const std::string_view each = takeLine(rest);
        inner = indentOf(each) < static_cast<int>(each.size()) ? indentOf(each) : 0;
    }
    const int moved = saysIndent ? shift : indent + step - inner;
    for (std::string_view rest = content; !rest.empty();) {
        const std::string_view each = takeLine(rest);
        const int own = indentOf(each);
        const bool isEmpty = own == static_cast<int>(each.size()) && (own <= inner || own + moved <= 0);
        line(0, isEmpty ? std::string() : blanks(own + moved).append(each.substr(static_cast<std::size_t>(own))));
    }
}

void NormalWriter::asWritten(const Entry& entry, int indent)
{
    const int shift = indent - m_marks.columnOf(entry.own.begin);
    std::string_view text = slice(entry.own.begin, entry.after);
    if (text.ends_with('\n'))
        text.remove_suffix(1);
    line(indent, shifted(text, shift));
}

} // namespace penstock::format
