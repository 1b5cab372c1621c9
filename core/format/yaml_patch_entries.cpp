// Members of a mapping that come and go, as values or as whole entries with their comments.
#include "core/format/yaml_patch.h"
#include "core/format/yaml_path.h"

#include <algorithm>
#include <set>

namespace penstock::format {

namespace {

using Names = std::set<std::string, std::less<>>;

// The keys are constant, so entries cannot be moved up one by one: many are erased in one go.
YamlValue::object_t::Container& entriesOf(YamlValue& mapping)
{
    return static_cast<YamlValue::object_t::Container&>(mapping.get_ref<YamlValue::object_t&>());
}

void erase(YamlValue& mapping, const Names& keys)
{
    auto& entries = entriesOf(mapping);
    YamlValue::object_t::Container kept;
    for (auto& [key, value] : entries) {
        if (keys.count(key) == 0)
            kept.emplace_back(key, std::move(value));
    }
    entries.swap(kept);
}

} // namespace

// What goes and what comes is written in one go each: reading the text again for every entry would be quadratic.
Result<void> YamlPatch::setMembers(const YamlPath& path, const YamlValue& value)
{
    if (auto applied = apply(); !applied)
        return applied;
    const YamlNode& node = *m_tree.find(path);
    std::vector<std::string> gone;
    Names old;
    for (std::size_t i = 0; i < node.entryCount(); ++i) {
        old.insert(node.key(i).text);
        if (!value.contains(node.key(i).text))
            gone.push_back(node.key(i).text);
    }
    if (gone.size() == node.entryCount())
        return replace(path, value);
    if (auto removed = removeMembers(path, gone); !removed)
        return removed;
    YamlValue added = YamlValue::object();
    for (const auto& [key, member] : value.items()) {
        if (old.count(key) == 0) {
            added.push_back({key, member});
            continue;
        }
        if (auto done = set(extended(path, key), member); !done)
            return done;
    }
    return added.empty() ? Result<void>() : addMembers(path, added);
}

Result<void> YamlPatch::removeMembers(const YamlPath& path, const std::vector<std::string>& keys)
{
    TextEdits edits;
    YamlValue& members = wanted(path);
    const auto flush = [&] { return edits.empty() ? Result<void>() : commit(std::exchange(edits, {})); };
    if (auto applied = apply(); !applied)
        return applied;
    for (const std::string& key : keys) {
        const YamlPath member = extended(path, key);
        if (auto fine = mayChange(member, member.size()); !fine)
            return fine;
        if (splice().isRemovedAlone(member)) {
            if (auto done = flush(); !done)
                return done;
        }
        for (TextEdit& edit : splice().removeEntry(member))
            edits.push_back(std::move(edit));
        members.erase(key);
        if (splice().isRemovedAlone(member)) {
            if (auto done = flush(); !done)
                return done;
        }
    }
    return flush();
}

Result<void> YamlPatch::addMembers(const YamlPath& path, const YamlValue& added)
{
    if (auto applied = apply(); !applied)
        return applied;
    if (auto committed = commit(splice().addEntries(path, added)); !committed)
        return committed;
    YamlValue& members = wanted(path);
    for (const auto& [key, member] : added.items())
        members[key] = member;
    return {};
}

Result<void> YamlPatch::removeEntries(const YamlPath& mapping, const std::vector<std::string>& keys)
{
    if (auto applied = apply(); !applied)
        return applied;
    const YamlNode* node = m_tree.find(mapping);
    if (!node || node->kind != YamlKind::mapping)
        return {};
    const Names gone(keys.begin(), keys.end());
    std::vector<std::string> found;
    for (std::size_t i = 0; i < node->entryCount(); ++i) {
        if (gone.count(node->key(i).text) > 0)
            found.push_back(node->key(i).text);
    }
    if (found.empty())
        return {};
    if (found.size() == node->entryCount())
        return replace(mapping, YamlValue::object());
    std::vector<std::string> whole, others;
    for (const std::string& key : found) {
        const YamlPath path = extended(mapping, key);
        if (auto fine = mayChange(path, path.size()); !fine)
            return fine;
        (splice().linesOf(path) ? whole : others).push_back(key);
    }
    if (!whole.empty()) {
        if (auto committed = commit(splice().removeLines(mapping, whole)); !committed)
            return committed;
        erase(wanted(mapping), {whole.begin(), whole.end()});
    }
    return removeMembers(mapping, others);
}

Result<void> YamlPatch::insertEntries(const YamlPath& path, std::size_t index, const YamlValue& members, const std::vector<std::string>& written)
{
    if (members.empty())
        return {};
    const auto at = reach(path);
    if (!at)
        return at.error();
    const YamlNode* mapping = at->length == path.size() ? at->node : nullptr;
    if (mapping && mapping->kind == YamlKind::mapping && holdsComment(*mapping))
        return addMembers(path, members);
    if (!mapping || mapping->kind != YamlKind::mapping || mapping->children.empty())
        return set(path, members);
    if (auto fine = mayChange(extended(path, members.begin().key()), path.size()); !fine)
        return fine;
    if (auto applied = applyIf(m_pending.isRestructured(*mapping) || !written.empty()); !applied)
        return applied;
    mapping = m_tree.find(path);
    Names keys;
    for (const auto& [key, value] : members.items())
        keys.insert(key);
    for (std::size_t i = 0; i < mapping->entryCount(); ++i) {
        if (const std::string& key = mapping->key(i).text; keys.count(key) > 0)
            return pathError(ErrorCode::conflict, "yaml.patch_exists", extended(path, key));
    }
    index = std::min(index, mapping->entryCount());
    if (index == 0 && !splice().linesOf(extended(path, mapping->key(0).text)) && mapping->style != YamlStyle::flow)
        index = mapping->entryCount();
    return commitEntries(path, index, members, written);
}

Result<void> YamlPatch::commitEntries(const YamlPath& path, std::size_t index, const YamlValue& members, const std::vector<std::string>& written)
{
    auto& entries = entriesOf(wanted(path));
    YamlValue::object_t::Container all;
    for (std::size_t i = 0; i <= entries.size(); ++i) {
        for (auto added = members.begin(); i == index && added != members.end(); ++added)
            all.emplace_back(added.key(), added.value());
        if (i < entries.size())
            all.emplace_back(entries[i].first, std::move(entries[i].second));
    }
    entries.swap(all);
    if (!written.empty() && m_tree.find(path)->style == YamlStyle::block) {
        auto tree = readYaml(withEdits(m_tree.source, splice().insertWritten(path, index, written)));
        if (tree && tree->issues.empty() && valueOf(tree->root) == m_wanted) {
            m_tree = std::move(*tree);
            return {};
        }
    }
    if (auto queued = queue([&] { return splice().insertEntries(path, index, members); }); !queued)
        return queued;
    m_pending.restructure(*m_tree.find(path));
    return {};
}

} // namespace penstock::format
