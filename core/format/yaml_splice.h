// The text edits that make one change of a tree; nothing is applied here. For YamlPatch.
#pragma once

#include "core/format/text_edit.h"
#include "core/format/yaml_emit.h"
#include "core/format/yaml_marks.h"
#include "core/format/yaml_tree.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::format {

class YamlSplice final {
public:
    YamlSplice(const YamlTree& tree, YamlLayout layout);

    // All paths must exist; entries are counted in their collection.
    TextEdits replace(const YamlPath& path, const YamlValue& value) const;
    TextEdits addEntries(const YamlPath& mapping, const YamlValue& members) const;
    TextEdits insertItem(const YamlPath& sequence, std::size_t index, const YamlValue& value) const;
    TextEdits removeEntry(const YamlPath& path) const;
    // Before entry `index`; where entries are set apart by blank lines, the new ones are too. The first entry of a block
    // must have linesOf() when `index` is 0.
    TextEdits insertEntries(const YamlPath& mapping, std::size_t index, const YamlValue& members) const;
    // The same with whole entries as they are written elsewhere, one after the other; the mapping must be a block.
    TextEdits insertWritten(const YamlPath& mapping, std::size_t index, const std::vector<std::string>& entries) const;
    // Column, from 0, of the keys of a mapping that is not empty.
    int indentOf(const YamlPath& mapping) const { return m_marks.columnOf(m_marks.entryBegin(*m_tree.find(mapping), 0)); }
    // The whole lines of an entry of a block mapping: with the comments directly above it, and those below that are indented
    // deeper. Nothing when it shares its first line.
    std::optional<TextRange> linesOf(const YamlPath& path) const;
    // Such entries of one mapping, not all of them, each of which has linesOf(). Blank lines do not add up.
    TextEdits removeLines(const YamlPath& mapping, const std::vector<std::string>& keys) const;
    // Whether other entries of the same collection may be removed in the same go.
    bool isRemovedAlone(const YamlPath& path) const;
    TextEdits renameKey(const YamlPath& path, const std::string& key) const;

private:
    struct Position { // of an entry
        const YamlNode* parent = nullptr;
        std::size_t entry = 0;
        YamlContext context = YamlContext::block;
    };

    Position find(const YamlPath& path) const;
    YamlContext contextIn(const YamlPath& path) const; // of what stands directly inside the node
    TextEdits replaceInFlow(const Position& at, const YamlValue& value) const;
    TextEdits replaceInBlock(const Position& at, YamlFragment fragment) const;
    TextEdits removeFromFlow(const Position& at) const;
    TextEdits removeFromBlock(const Position& at) const;
    TextEdits insertedAfter(std::size_t end, const std::vector<std::string>& lines) const;
    std::vector<std::string> entryLines(const YamlNode& parent, const YamlPath& path, const std::string& lead,
                                        const YamlValue& value) const;
    YamlFragment fragment(const Position& at, const YamlPath& path, const YamlValue& value) const;

    std::size_t roofOf(const YamlPath& path, const Position& at) const;
    TextRange withBlankLines(TextRange lines, std::size_t roof, const Position& at) const;
    bool isSpaced(const YamlNode& mapping) const;
    std::vector<std::string> newLines(const YamlPath& mapping, const YamlValue& members, bool isSpaced) const;
    TextEdits insertLines(const YamlPath& collection, std::size_t index, const std::vector<std::string>& lines) const;
    bool isSpacedAt(const YamlNode& mapping, std::size_t index) const;
    std::string joined(const std::vector<std::string>& lines, bool endsFirst) const;

    const YamlTree& m_tree;
    std::string_view m_text;
    YamlMarks m_marks;
    std::string m_lineEnd;
    YamlLayout m_layout;
};

} // namespace penstock::format
