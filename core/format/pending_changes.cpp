#include "core/format/pending_changes.h"

#include <algorithm>
#include <iterator>

namespace penstock::format {

bool PendingChanges::touches(const YamlNode& node) const
{
    auto at = m_edits.lower_bound(node.begin);
    if (at != m_edits.begin() && std::prev(at)->second.end > node.begin)
        return true;
    for (; at != m_edits.end() && at->first < node.end; ++at) {
        if (at->second.end > node.begin)
            return true;
    }
    return false;
}

// What is added at the end of a node touches none of its bytes.
bool PendingChanges::changes(const YamlNode& node) const
{
    const auto restructured = m_restructured.lower_bound(node.begin);
    const auto replaced = m_replaced.lower_bound(node.begin);
    return touches(node) || (restructured != m_restructured.end() && restructured->first <= node.end)
           || (replaced != m_replaced.end() && *replaced <= node.end);
}

bool PendingChanges::fits(const TextEdits& edits) const
{
    return std::none_of(edits.begin(), edits.end(), [this](const TextEdit& edit) {
        auto at = m_edits.lower_bound(edit.begin);
        if (at != m_edits.begin() && std::prev(at)->second.end > edit.begin)
            return true;
        for (; at != m_edits.end() && at->first <= edit.end; ++at) {
            const bool overlaps = at->first < edit.end && edit.begin < at->second.end;
            if (overlaps || (at->first == edit.begin && !at->second.text.empty() && !edit.text.empty()))
                return true;
        }
        return false;
    });
}

void PendingChanges::add(TextEdits edits)
{
    for (TextEdit& edit : edits) {
        const std::size_t begin = edit.begin;
        m_edits.emplace(begin, std::move(edit));
    }
}

bool PendingChanges::isRestructured(const YamlNode& collection) const
{
    return collection.kind != YamlKind::scalar && m_restructured.count(collection.begin) > 0;
}

std::size_t PendingChanges::removedFrom(const YamlNode& collection) const
{
    const auto found = collection.kind == YamlKind::scalar ? m_restructured.end() : m_restructured.find(collection.begin);
    return found == m_restructured.end() ? 0 : found->second;
}

TextEdits PendingChanges::take()
{
    TextEdits edits;
    for (auto& [begin, edit] : m_edits)
        edits.push_back(std::move(edit));
    m_edits.clear();
    m_restructured.clear();
    m_replaced.clear();
    return edits;
}

} // namespace penstock::format
