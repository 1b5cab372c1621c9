#include "core/format/swallowed_lines.h"

#include "core/format/yaml_marks.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace penstock::format {

namespace {

constexpr std::size_t deepest = 40; // nobody wants to read a script that begins further to the right

std::size_t blanksOf(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

struct BlockText {
    const YamlNode* node = nullptr;
    std::size_t indent = 0; // column of its key or dash
};

// The text in block style of which the byte is a part, though not its first.
BlockText blockTextAt(const YamlNode& root, std::size_t at)
{
    BlockText found{&root, 0};
    while (found.node->kind != YamlKind::scalar && !found.node->isAlias) {
        const auto& children = found.node->children;
        const auto next = std::upper_bound(children.begin(), children.end(), at, [](std::size_t offset, const YamlNode& child) { return offset < child.begin; });
        if (next == children.begin())
            return {};
        found = {&*(next - 1), static_cast<std::size_t>(std::max(found.node->place.column - 1, 0))};
    }
    const YamlNode& node = *found.node;
    const bool isBlock = !node.isAlias && (node.style == YamlStyle::literal || node.style == YamlStyle::folded);
    return isBlock && node.content < at && at < node.end ? found : BlockText();
}

// The comments and blank lines at `begin`; `firstComment` is `end` when there is none.
struct Run {
    std::size_t begin = 0, firstComment = 0, end = 0;
};

class Release final {
public:
    Release(std::string_view text, const BlockText& block, Run run)
        : m_text(text)
        , m_marks(text)
        , m_block(block)
        , m_run(run)
    {}

    TextEdits edits(bool isFresh)
    {
        const YamlNode& node = *m_block.node;
        const std::string_view header = m_text.substr(node.content, 3);
        if (header.find('+') != std::string_view::npos && m_run.firstComment > m_run.begin)
            m_edits.push_back({m_run.begin, m_run.firstComment, {}});
        if (m_run.firstComment >= node.end)
            return std::move(m_edits);
        const std::size_t column = blanksOf(m_marks.lineAt(m_run.firstComment));
        if (isFresh && column < deepest && header.find_first_of("123456789") == std::string_view::npos)
            indent(column);
        else
            moveComments();
        return std::move(m_edits);
    }

private:
    // The lines of the text, so that they stand to the right of the column.
    void indent(std::size_t column)
    {
        const std::size_t first = m_marks.nextLine(m_block.node->content);
        const std::string more(column + 2 - std::min(column, blanksOf(m_marks.lineAt(first))), ' ');
        for (std::size_t at = first; at < m_run.begin; at = m_marks.nextLine(at)) {
            if (!YamlMarks::isBlank(m_marks.lineAt(at)))
                m_edits.push_back({at, at, more});
        }
    }

    void moveComments()
    {
        for (std::size_t at = m_run.firstComment; at < m_run.end; at = m_marks.nextLine(at)) {
            const std::string_view line = m_marks.lineAt(at);
            if (YamlMarks::isComment(line) && blanksOf(line) > m_block.indent)
                m_edits.push_back({at, at + blanksOf(line), std::string(m_block.indent, ' ')});
        }
    }

    std::string_view m_text;
    YamlMarks m_marks;
    const BlockText& m_block;
    Run m_run;
    TextEdits m_edits;
};

// Edits in the order of the text, with the place in the new one that each wrote to.
class Made final {
public:
    explicit Made(TextEdits edits)
        : m_edits(std::move(edits))
    {
        std::stable_sort(m_edits.begin(), m_edits.end(), [](const TextEdit& a, const TextEdit& b) { return a.begin < b.begin; });
        std::size_t added = 0, removed = 0;
        for (const TextEdit& edit : m_edits) {
            m_written.push_back({edit.begin + added - removed, edit.begin + added - removed + edit.text.size()});
            added += edit.text.size();
            removed += edit.end - edit.begin;
        }
    }

    std::size_t size() const { return m_edits.size(); }
    const TextEdit& edit(std::size_t i) const { return m_edits[i]; }
    std::size_t limit(std::size_t i, std::size_t end) const { return i + 1 < m_edits.size() ? m_edits[i + 1].begin : end; }
    // Where a byte between edit `i` and the next one stands now.
    std::size_t moved(std::size_t i, std::size_t offset) const { return m_written[i].end + (offset - m_edits[i].end); }

    // Whether edit `i` or one before it wrote the byte of the new text.
    bool isFresh(std::size_t i, std::size_t offset) const
    {
        for (std::size_t at = i + 1; at > 0; --at) {
            if (m_written[at - 1].begin <= offset && offset < m_written[at - 1].end)
                return true;
            if (m_written[at - 1].end < offset)
                return false;
        }
        return false;
    }

    // The same for a byte of the old text that is gone.
    bool isGone(std::size_t i, std::size_t offset) const
    {
        for (std::size_t at = i + 1; at > 0 && m_edits[at - 1].end >= offset; --at) {
            if (m_edits[at - 1].begin <= offset && offset < m_edits[at - 1].end)
                return true;
        }
        return false;
    }

private:
    TextEdits m_edits;
    std::vector<TextRange> m_written;
};

// The lines below an edit that are nobody's, up to the next edit; empty where there are none.
Run runBelow(const YamlTree& tree, const Made& made, std::size_t i)
{
    const YamlMarks marks(tree.source);
    const std::size_t limit = made.limit(i, tree.source.size());
    std::size_t begin = made.edit(i).end;
    if (begin != marks.lineStart(begin)) {
        const std::string_view rest = std::string_view(tree.source).substr(begin, marks.lineEnd(begin) - begin);
        if (!YamlMarks::isBlank(rest) && !YamlMarks::isComment(rest))
            return {};
        begin = marks.nextLine(begin);
    }
    Run run{begin, begin, begin};
    // They may be the text of what was there, unless that is gone but for the blank lines at its end.
    const BlockText owner = blockTextAt(tree.root, begin);
    if (begin >= limit || (owner.node && !made.isGone(i, owner.node->content)))
        return run;
    while (run.end < limit && YamlMarks::isBlank(marks.lineAt(run.end)))
        run.end = marks.nextLine(run.end);
    run.firstComment = run.end;
    while (run.end < limit && (YamlMarks::isBlank(marks.lineAt(run.end)) || YamlMarks::isComment(marks.lineAt(run.end))))
        run.end = marks.nextLine(run.end);
    return run;
}

} // namespace

TextEdits releasedLines(const YamlTree& before, TextEdits edits, const YamlTree& after)
{
    const Made made(std::move(edits));
    const YamlMarks marks(after.source);
    TextEdits released;
    for (std::size_t i = 0; i < made.size(); ++i) {
        const Run run = runBelow(before, made, i);
        if (run.begin == run.end)
            continue;
        const Run now{made.moved(i, run.begin), made.moved(i, run.firstComment), made.moved(i, run.end)};
        const BlockText block = blockTextAt(after.root, now.begin);
        if (!block.node || now.begin != marks.lineStart(now.begin))
            continue;
        TextEdits own = Release(after.source, block, now).edits(made.isFresh(i, block.node->content));
        std::move(own.begin(), own.end(), std::back_inserter(released));
    }
    return released;
}

} // namespace penstock::format
