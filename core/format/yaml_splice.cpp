#include "core/format/yaml_splice.h"

#include "core/format/yaml_path.h"

#include <algorithm>

namespace penstock::format {

namespace {

constexpr std::size_t npos = YamlMarks::none;

// Blanks per level, as the first nested block of the text has it.
int stepOf(const YamlNode& root)
{
    for (std::size_t i = 0; root.kind == YamlKind::mapping && i < root.entryCount(); ++i) {
        const YamlNode& value = root.value(i);
        if (value.kind == YamlKind::mapping && value.style == YamlStyle::block && !value.isAlias)
            return std::clamp(value.place.column - root.place.column, 1, 8);
    }
    return 2;
}

} // namespace

YamlSplice::YamlSplice(const YamlTree& tree, YamlLayout layout)
    : m_tree(tree)
    , m_text(tree.source)
    , m_marks(tree.source)
    , m_layout(std::move(layout))
{
    const std::size_t end = m_text.find('\n');
    m_lineEnd = end != npos && end > 0 && m_text[end - 1] == '\r' ? "\r\n" : "\n";
    m_layout.step = stepOf(tree.root);
}

YamlSplice::Position YamlSplice::find(const YamlPath& path) const
{
    Position at;
    const YamlNode* node = &m_tree.root;
    for (const std::string& segment : path) {
        at.parent = node;
        if (node->style == YamlStyle::flow)
            at.context = YamlContext::flow;
        const YamlNode* child = node->child(segment);
        const std::size_t index = static_cast<std::size_t>(child - node->children.data());
        at.entry = node->kind == YamlKind::mapping ? index / 2 : index;
        node = &node->value(at.entry);
    }
    return at;
}

YamlContext YamlSplice::contextIn(const YamlPath& path) const
{
    const YamlNode* node = m_tree.find(path);
    return node->style == YamlStyle::flow ? YamlContext::flow : find(path).context;
}

std::string YamlSplice::joined(const std::vector<std::string>& lines, bool endsFirst) const
{
    std::string text;
    for (const std::string& line : lines)
        text += endsFirst ? m_lineEnd + line : line + m_lineEnd;
    return text;
}

// On lines of their own below the one that holds the last byte before `end`.
TextEdits YamlSplice::insertedAfter(std::size_t end, const std::vector<std::string>& lines) const
{
    if (lines.empty())
        return {};
    if (end > 0 && YamlMarks::isLineEnd(m_text[end - 1]))
        return {{end, end, joined(lines, false)}};
    const std::size_t at = m_marks.lineEnd(end);
    // A literal without a line end behind it would lose its last one.
    return {{at, at, joined(lines, true) + (at == m_text.size() ? m_lineEnd : std::string())}};
}

YamlFragment YamlSplice::fragment(const Position& at, const YamlPath& path, const YamlValue& value) const
{
    const YamlNode& old = at.parent->value(at.entry);
    YamlSpot spot;
    spot.after = at.parent->kind == YamlKind::mapping ? YamlSpot::After::key : YamlSpot::After::dash;
    spot.indent = m_marks.columnOf(m_marks.entryBegin(*at.parent, at.entry));
    spot.column = static_cast<std::size_t>(m_marks.columnOf(old.content)) + 1;
    spot.style = old.kind == YamlKind::scalar && !old.isAlias ? old.style : YamlStyle::plain;
    spot.context = at.context;
    spot.path = path;
    YamlLayout layout = m_layout;
    layout.wantsBlock = [&](const YamlPath& each) {
        const bool wasBlock = old.kind != YamlKind::scalar && old.style == YamlStyle::block && !old.isAlias;
        return (each == path && wasBlock) || (m_layout.wantsBlock && m_layout.wantsBlock(each));
    };
    return fragmentOf(value, spot, layout);
}

TextEdits YamlSplice::replace(const YamlPath& path, const YamlValue& value) const
{
    const Position at = find(path);
    return at.context == YamlContext::flow ? replaceInFlow(at, value) : replaceInBlock(at, fragment(at, path, value));
}

TextEdits YamlSplice::replaceInFlow(const Position& at, const YamlValue& value) const
{
    const YamlNode& old = at.parent->value(at.entry);
    YamlSpot spot;
    spot.context = YamlContext::flow;
    spot.style = old.kind == YamlKind::scalar && !old.isAlias ? old.style : YamlStyle::plain;
    const std::string text = fragmentOf(value, spot, m_layout).head;
    if (!old.isAbsent())
        return {{old.tag == YamlTag::none ? old.content : old.begin, old.end, text}};
    const std::size_t mark = m_marks.afterMark(*at.parent, at.entry);
    const std::size_t where = mark == npos ? at.parent->key(at.entry).end : mark;
    return {{where, where, mark == npos ? ": " + text : ' ' + text}};
}

TextEdits YamlSplice::replaceInBlock(const Position& at, YamlFragment fragment) const
{
    const YamlNode& old = at.parent->value(at.entry);
    const std::size_t mark = m_marks.afterMark(*at.parent, at.entry);
    const std::string head = fragment.head.empty() ? std::string() : ' ' + fragment.head;
    if (mark == npos) { // "? key" alone
        const std::size_t end = at.parent->key(at.entry).end;
        const std::string indent(static_cast<std::size_t>(m_marks.columnOf(m_marks.entryBegin(*at.parent, at.entry))), ' ');
        fragment.lines.insert(fragment.lines.begin(), indent + ':' + head);
        return insertedAfter(end, fragment.lines);
    }
    if (old.isAbsent()) {
        TextEdits edits{{mark, mark, head}};
        const TextEdits lines = insertedAfter(mark, fragment.lines);
        edits.insert(edits.end(), lines.begin(), lines.end());
        return edits;
    }
    // An anchor that nobody uses stays with a simple value; it would stand wrongly before a block.
    const bool keepsProperties = old.tag == YamlTag::none && fragment.lines.empty() && old.kind == YamlKind::scalar;
    const std::size_t begin = keepsProperties ? old.content : old.begin;
    std::size_t end = old.end;
    while (end > begin && YamlMarks::isLineEnd(m_text[end - 1]))
        --end;
    const bool isBlockScalar = old.style == YamlStyle::literal || old.style == YamlStyle::folded;
    if (const std::size_t comment = m_text.find('#', begin); isBlockScalar && !old.isAlias && comment < m_marks.lineEnd(begin))
        fragment.head += ' ' + std::string(m_text.substr(comment, m_marks.lineEnd(begin) - comment));
    TextEdits edits;
    if (!m_marks.has('\n', mark, begin)) {
        edits.push_back({fragment.head.empty() ? mark : begin, end, fragment.head});
    } else if (!m_marks.has('#', mark, begin)) {
        edits.push_back({mark, end, head});
    } else if (fragment.head.starts_with('|') && old.kind == YamlKind::scalar) { // a text may begin below the comments of its key
        edits.push_back({begin, end, fragment.head});
    } else if (head.empty() || fragment.lines.empty()) {
        edits.push_back({mark, mark, head});
        edits.push_back({m_marks.lineStart(begin), m_marks.nextLine(end), joined(fragment.lines, false)});
        return edits;
    } else { // what begins on the line of a dash cannot begin below comments
        edits.push_back({mark, mark, head});
        edits.push_back({m_marks.lineEnd(mark), end, {}});
    }
    const TextEdits lines = insertedAfter(end, fragment.lines);
    edits.insert(edits.end(), lines.begin(), lines.end());
    return edits;
}

std::vector<std::string> YamlSplice::entryLines(const YamlNode& parent, const YamlPath& path, const std::string& lead,
                                                const YamlValue& value) const
{
    YamlSpot spot;
    spot.after = parent.kind == YamlKind::mapping ? YamlSpot::After::key : YamlSpot::After::dash;
    spot.indent = m_marks.columnOf(m_marks.entryBegin(parent, 0));
    std::string first = std::string(static_cast<std::size_t>(spot.indent), ' ') + lead;
    spot.column = first.size() + 1;
    spot.path = path;
    YamlFragment fragment = fragmentOf(value, spot, m_layout);
    if (!fragment.head.empty())
        first += ' ' + fragment.head;
    fragment.lines.insert(fragment.lines.begin(), std::move(first));
    return std::move(fragment.lines);
}

TextEdits YamlSplice::addEntries(const YamlPath& path, const YamlValue& members) const
{
    const YamlNode& mapping = *m_tree.find(path);
    const YamlContext context = contextIn(path);
    YamlSpot spot;
    spot.context = YamlContext::flow;
    std::vector<std::string> lines;
    std::string text;
    for (const auto& [key, value] : members.items()) {
        const std::string lead = keyText(key, YamlStyle::plain, context) + ':';
        if (context == YamlContext::block) {
            auto added = entryLines(mapping, extended(path, key), lead, value);
            std::move(added.begin(), added.end(), std::back_inserter(lines));
        } else {
            text += (text.empty() && mapping.children.empty() ? "" : ", ") + lead + ' ' + fragmentOf(value, spot, m_layout).head;
        }
    }
    if (mapping.children.empty()) {
        const std::size_t inside = mapping.content + 1u;
        return {{inside, inside, m_text[inside] == '#' ? text + ' ' : text}};
    }
    if (context == YamlContext::block)
        return insertLines(path, mapping.entryCount(), lines);
    const std::size_t end = m_marks.entryEnd(mapping, mapping.entryCount() - 1);
    return {{end, end, text}};
}

TextEdits YamlSplice::insertItem(const YamlPath& path, std::size_t index, const YamlValue& value) const
{
    const YamlNode& list = *m_tree.find(path);
    if (contextIn(path) == YamlContext::block) {
        if (index > 0)
            return insertLines(path, index, entryLines(list, extended(path, std::to_string(index)), "-", value));
        // The first item may stand behind the dash of an outer list, so the new one takes its place.
        const std::size_t begin = m_marks.entryBegin(list, 0);
        const std::string text = joined(entryLines(list, extended(path, std::to_string(index)), "-", value), false);
        const std::size_t indent = static_cast<std::size_t>(m_marks.columnOf(begin));
        return {{begin, begin, text.substr(indent) + std::string(indent, ' ')}};
    }
    YamlSpot spot;
    spot.context = YamlContext::flow;
    const std::string text = fragmentOf(value, spot, m_layout).head;
    if (list.entryCount() == 0) {
        const std::size_t inside = list.content + 1u;
        return {{inside, inside, m_text[inside] == '#' ? text + ' ' : text}};
    }
    const std::size_t where = index > 0 ? m_marks.entryEnd(list, index - 1) : m_marks.entryBegin(list, 0);
    return {{where, where, index > 0 ? ", " + text : text + ", "}};
}

TextEdits YamlSplice::removeEntry(const YamlPath& path) const
{
    const Position at = find(path);
    const bool isFlow = at.parent->style == YamlStyle::flow;
    if (at.parent->entryCount() > 1 || isFlow)
        return isFlow ? removeFromFlow(at) : removeFromBlock(at);
    const YamlValue empty = at.parent->kind == YamlKind::mapping ? YamlValue::object() : YamlValue::array();
    if (path.size() > 1)
        return replace(parentOf(path), empty);
    return {{m_tree.root.begin, m_tree.root.end, empty.dump()}};
}

bool YamlSplice::isRemovedAlone(const YamlPath& path) const
{
    const Position at = find(path);
    const std::size_t begin = m_marks.entryBegin(*at.parent, at.entry);
    return at.parent->style == YamlStyle::flow || m_text.substr(m_marks.lineStart(begin), begin - m_marks.lineStart(begin)).find_first_not_of(' ') != npos;
}

TextEdits YamlSplice::removeFromBlock(const Position& at) const
{
    const std::size_t begin = m_marks.entryBegin(*at.parent, at.entry);
    const std::size_t end = m_marks.entryEnd(*at.parent, at.entry);
    const std::size_t start = m_marks.lineStart(begin);
    const bool ownLine = m_text.substr(start, begin - start).find_first_not_of(' ') == npos;
    if (ownLine)
        return {{start, YamlMarks::isLineEnd(m_text[end - 1]) ? end : m_marks.nextLine(end), {}}};
    // The first entry behind a dash: the next one moves up, unless comments stand between.
    if (at.entry + 1 < at.parent->entryCount()) {
        const std::size_t next = m_marks.entryBegin(*at.parent, at.entry + 1);
        if (!m_marks.has('#', begin, next))
            return {{begin, next, {}}};
    }
    return {{begin, m_marks.lineEnd(end), {}}};
}

TextEdits YamlSplice::removeFromFlow(const Position& at) const
{
    const YamlNode& parent = *at.parent;
    const std::size_t begin = m_marks.entryBegin(parent, at.entry);
    const std::size_t end = m_marks.entryEnd(parent, at.entry);
    const bool isLast = at.entry + 1 == parent.entryCount();
    if (parent.entryCount() == 1 && !m_marks.has('#', parent.content, parent.end))
        return {{parent.content + 1u, parent.end - 1u, {}}};
    if (!isLast && !m_marks.has('#', begin, m_marks.entryBegin(parent, at.entry + 1)))
        return {{begin, m_marks.entryBegin(parent, at.entry + 1), {}}};
    if (isLast && at.entry > 0 && !m_marks.has('#', m_marks.entryEnd(parent, at.entry - 1), end))
        return {{m_marks.entryEnd(parent, at.entry - 1), end, {}}};
    // Comments stand between: only the entry and one comma go.
    TextEdits edits{{begin, end, {}}};
    const std::size_t comma = m_marks.skipTrivia(isLast && at.entry > 0 ? m_marks.entryEnd(parent, at.entry - 1) : end);
    if (comma < parent.end && m_text[comma] == ',')
        edits.push_back({comma, comma + 1, {}});
    return edits;
}

TextEdits YamlSplice::renameKey(const YamlPath& path, const std::string& key) const
{
    const Position at = find(path);
    const YamlNode& old = at.parent->key(at.entry);
    return {{old.content, old.end, keyText(key, old.style, at.context)}};
}

} // namespace penstock::format
