// Changes of a text that wait for each other, because the text is read again for each time that some are made. For YamlPatch.
#pragma once

#include "core/format/text_edit.h"
#include "core/format/yaml_tree.h"

#include <map>
#include <set>

namespace penstock::format {

// Offsets are those of the text as it is, without the changes.
class PendingChanges final {
public:
    bool isEmpty() const { return m_edits.empty(); }
    bool changes(const YamlNode& node) const; // or what is below it
    // False when one overlaps with one that is there, or would write at the same place.
    bool fits(const TextEdits& edits) const;
    void add(TextEdits edits); // which fit

    // Entries come or go: what the tree says of their number and, in a list, of their indexes does not hold any more.
    void restructure(const YamlNode& collection, std::size_t removed = 0) { m_restructured[collection.begin] += removed; }
    bool isRestructured(const YamlNode& collection) const;
    std::size_t removedFrom(const YamlNode& collection) const;

    // Something else takes the place of a node, or nothing: it is not there any more, nor is what is below it.
    void replace(const YamlNode& node) { m_replaced.insert(node.begin); }
    bool isReplaced(const YamlNode& node) const { return m_replaced.count(node.begin) > 0; }

    TextEdits take(); // all of them; none is left

private:
    bool touches(const YamlNode& node) const; // some of its bytes go

    std::multimap<std::size_t, TextEdit> m_edits; // by their beginning
    std::map<std::size_t, std::size_t> m_restructured; // by their beginning: how many entries go
    std::set<std::size_t> m_replaced;                  // by their beginning
};

} // namespace penstock::format
