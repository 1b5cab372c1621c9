// Members of a mapping that come and go as whole entries, comments included.
#include "core/format/yaml_patch.h"

#include <algorithm>
#include <set>

namespace penstock::format {

namespace {

std::string shown(const YamlPath& path)
{
    std::string text;
    for (const std::string& segment : path)
        text += (text.empty() ? "" : ".") + segment;
    return text;
}

YamlPath extended(YamlPath path, std::string segment)
{
    path.push_back(std::move(segment));
    return path;
}

} // namespace

Result<void> YamlPatch::removeEntries(const YamlPath& mapping, const std::vector<std::string>& keys)
{
    const YamlNode* node = m_tree.find(mapping);
    if (!node || node->kind != YamlKind::mapping)
        return {};
    std::vector<std::string> found;
    for (std::size_t i = 0; i < node->entryCount(); ++i) {
        if (std::find(keys.begin(), keys.end(), node->key(i).text) != keys.end())
            found.push_back(node->key(i).text);
    }
    if (found.empty())
        return {};
    if (found.size() == node->entryCount())
        return replace(mapping, YamlValue::object());
    if (auto applied = apply(); !applied)
        return applied;
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
        for (const std::string& key : whole)
            wanted(mapping).erase(key);
    }
    return removeMembers(mapping, others);
}

Result<void> YamlPatch::insertEntries(const YamlPath& path, std::size_t index, const YamlValue& members, const std::vector<std::string>& written)
{
    if (members.empty())
        return {};
    const YamlNode* mapping = m_tree.find(path);
    if (!mapping || mapping->kind != YamlKind::mapping || mapping->children.empty())
        return set(path, members);
    if (auto fine = mayChange(extended(path, members.begin().key()), path.size()); !fine)
        return fine;
    if (auto applied = apply(); !applied)
        return applied;
    mapping = m_tree.find(path);
    std::set<std::string, std::less<>> keys;
    for (const auto& [key, value] : members.items())
        keys.insert(key);
    for (std::size_t i = 0; i < mapping->entryCount(); ++i) {
        if (const std::string& key = mapping->key(i).text; keys.count(key) > 0)
            return Error{ErrorCode::conflict, {"yaml.patch_exists", {{"path", shown(extended(path, key))}}}, {}};
    }
    index = std::min(index, mapping->entryCount());
    if (index == 0 && !splice().linesOf(extended(path, mapping->key(0).text)) && mapping->style != YamlStyle::flow)
        index = mapping->entryCount();
    return commitEntries(path, index, members, written);
}

Result<void> YamlPatch::commitEntries(const YamlPath& path, std::size_t index, const YamlValue& members, const std::vector<std::string>& written)
{
    auto& entries = static_cast<YamlValue::object_t::Container&>(wanted(path).get_ref<YamlValue::object_t&>());
    // The keys are constant, so entries cannot be moved up one by one.
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
    return commit(splice().insertEntries(path, index, members));
}

} // namespace penstock::format
