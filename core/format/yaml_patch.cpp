#include "core/format/yaml_patch.h"

#include "core/format/yaml_text.h"

#include <algorithm>
#include <cmath>
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

Error patchError(ErrorCode code, std::string id, const YamlPath& path)
{
    return {code, {std::move(id), {{"path", shown(path)}}}, {}};
}

YamlPath extended(YamlPath path, std::string segment)
{
    path.push_back(std::move(segment));
    return path;
}

// As ==, but a value that is not a number equals itself and an integer is no double.
bool sameMeaning(const YamlValue& a, const YamlValue& b)
{
    if (a.type() != b.type() && !(a.is_number_integer() && b.is_number_integer()))
        return false;
    if (a.is_number_float())
        return a == b || (std::isnan(a.get<double>()) && std::isnan(b.get<double>()));
    if (!a.is_structured())
        return a == b;
    if (a.size() != b.size())
        return false;
    for (auto i = a.begin(), j = b.begin(); i != a.end(); ++i, ++j) {
        if ((a.is_object() && i.key() != j.key()) || !sameMeaning(*i, *j))
            return false;
    }
    return true;
}

YamlValue nested(const YamlPath& path, std::size_t from, const YamlValue& value)
{
    YamlValue result = value;
    for (std::size_t i = path.size(); i > from; --i)
        result = YamlValue::object({{path[i - 1], std::move(result)}});
    return result;
}

bool isOneLine(const YamlNode& node, const YamlValue& value)
{
    return node.kind == YamlKind::scalar && !node.isAbsent() && !node.isAlias && node.style != YamlStyle::literal
           && node.style != YamlStyle::folded && value.is_primitive()
           && !(value.is_string() && value.get_ref<const std::string&>().find('\n') != std::string::npos);
}

bool isNull(const YamlNode& node) { return node.kind == YamlKind::scalar && scalarValue(node).is_null(); }

bool isEmptyCollection(const YamlNode& node) { return node.kind != YamlKind::scalar && node.children.empty(); }

} // namespace

YamlPatch::YamlPatch(YamlTree tree, YamlLayout layout)
    : m_tree(std::move(tree))
    , m_layout(std::move(layout))
    , m_wanted(valueOf(m_tree.root))
{}

YamlValue& YamlPatch::wanted(const YamlPath& path)
{
    YamlValue* value = &m_wanted;
    for (const std::string& segment : path)
        value = value->is_array() ? &(*value)[static_cast<std::size_t>(std::stoul(segment))] : &(*value)[segment];
    return *value;
}

// Nothing may change below an alias or inside the value of an anchor that is in use: it would change elsewhere too.
Result<void> YamlPatch::mayChange(const YamlPath& path, std::size_t length) const
{
    const YamlNode* node = &m_tree.root;
    for (std::size_t i = 0; node; ++i) {
        if (node->isShared || (node->isAlias && i < path.size()))
            return patchError(ErrorCode::invalid, "yaml.patch_shared", path);
        if (i == length)
            return {};
        node = node->child(path[i]);
    }
    return patchError(ErrorCode::notFound, "yaml.patch_missing", path);
}

bool YamlPatch::isPending(const YamlNode& node) const
{
    return std::any_of(m_pending.begin(), m_pending.end(),
                       [&](const TextEdit& edit) { return edit.begin < node.end && node.begin < edit.end; });
}

Result<void> YamlPatch::commit(TextEdits edits)
{
    auto tree = readYaml(withEdits(m_tree.source, std::move(edits)));
    if (!tree && tree.error().message.id == "yaml.unknown_alias") // what was changed holds an anchor that others use
        return patchError(ErrorCode::invalid, "yaml.patch_shared", {'&' + tree.error().message.arguments.back().second});
    if (!tree)
        return Error{ErrorCode::invalid, {"yaml.patch_failed", {}}, tree.error().message.id};
    m_tree = std::move(*tree);
    return {};
}

Result<void> YamlPatch::apply()
{
    return m_pending.empty() ? Result<void>() : commit(std::exchange(m_pending, {}));
}

Result<void> YamlPatch::set(const YamlPath& path, const YamlValue& value)
{
    if (path.empty())
        return patchError(ErrorCode::invalid, "yaml.patch_kind", path);
    std::size_t existing = 0;
    const YamlNode* node = &m_tree.root;
    for (const YamlNode* next = node; existing < path.size(); ++existing, node = next) {
        next = node->child(path[existing]);
        if (!next)
            break;
    }
    if (auto fine = mayChange(path, existing); !fine)
        return fine;
    if (isPending(*node)) {
        if (auto applied = apply(); !applied)
            return applied;
    }
    return existing == path.size() ? setExisting(path, value) : add(path, existing, value);
}

Result<void> YamlPatch::setExisting(const YamlPath& path, const YamlValue& value)
{
    const YamlNode& node = *m_tree.find(path);
    if (sameMeaning(valueOf(node), value))
        return {};
    if (isOneLine(node, value)) {
        for (TextEdit& edit : splice().replace(path, value))
            m_pending.push_back(std::move(edit));
        wanted(path) = value;
        return {};
    }
    if (node.kind == YamlKind::mapping && value.is_object() && !node.children.empty() && !node.isAlias)
        return setMembers(path, value);
    if (node.kind == YamlKind::sequence && value.is_array() && !node.children.empty() && !value.empty() && !node.isAlias)
        return setItems(path, value);
    return replace(path, value);
}

Result<void> YamlPatch::replace(const YamlPath& path, const YamlValue& value)
{
    if (auto applied = apply(); !applied)
        return applied;
    if (auto committed = commit(splice().replace(path, value)); !committed)
        return committed;
    wanted(path) = value;
    return {};
}

// What goes and what comes is written in one go each: reading the text again for every entry would be quadratic.
Result<void> YamlPatch::setMembers(const YamlPath& path, const YamlValue& value)
{
    const YamlNode& node = *m_tree.find(path);
    std::vector<std::string> gone;
    std::set<std::string, std::less<>> old;
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

// Keeps what both have at the start and at the end; between them items are changed one by one.
Result<void> YamlPatch::setItems(const YamlPath& path, const YamlValue& value)
{
    const YamlValue old = valueOf(*m_tree.find(path));
    const std::size_t shorter = std::min(old.size(), value.size());
    std::size_t start = 0;
    std::size_t same = 0; // at the end
    while (start < shorter && sameMeaning(old[start], value[start]))
        ++start;
    while (same < shorter - start && sameMeaning(old[old.size() - 1 - same], value[value.size() - 1 - same]))
        ++same;
    Result<void> done;
    std::size_t at = start;
    for (; done && at < shorter - same; ++at)
        done = set(extended(path, std::to_string(at)), value[at]);
    for (std::size_t extra = old.size(); done && extra > value.size(); --extra)
        done = remove(extended(path, std::to_string(at)));
    for (; done && at < value.size() - same; ++at)
        done = insert(path, at, value[at]);
    return done;
}

// The root is an empty text, null or {}: the members go to the end, below whatever comments there are.
Result<void> YamlPatch::addToRoot(const YamlValue& members)
{
    const std::string text = emitYaml(members, m_layout);
    const std::string& source = m_tree.source;
    const std::size_t begin = m_tree.root.begin;
    const std::size_t end = m_tree.root.end;
    const bool alone = source.compare(end, std::string::npos, "\n") == 0 || source.compare(end, std::string::npos, "\r\n") == 0;
    if (alone)
        return commit({{begin, source.size(), text}});
    const bool isOpen = !source.empty() && source.back() != '\n' && end != source.size();
    return commit({{begin, end, {}}, {source.size(), source.size(), isOpen ? '\n' + text : text}});
}

Result<void> YamlPatch::add(const YamlPath& path, std::size_t existing, const YamlValue& value)
{
    if (auto applied = apply(); !applied)
        return applied;
    const YamlPath parent(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(existing));
    const YamlNode& node = *m_tree.find(parent);
    const std::string& key = path[existing];
    YamlValue inner = nested(path, existing + 1, value);
    if (node.kind == YamlKind::sequence && key == std::to_string(node.entryCount()))
        return insert(parent, node.entryCount(), inner);
    if (node.kind != YamlKind::mapping && !isNull(node))
        return patchError(ErrorCode::invalid, "yaml.patch_kind", path);
    Result<void> committed;
    if (node.kind == YamlKind::mapping && !isEmptyCollection(node))
        committed = commit(splice().addEntries(parent, YamlValue::object({{key, inner}})));
    else if (parent.empty())
        committed = addToRoot(YamlValue::object({{key, inner}}));
    else
        committed = commit(splice().replace(parent, YamlValue::object({{key, inner}})));
    if (committed)
        wanted(parent)[key] = std::move(inner);
    return committed;
}

Result<void> YamlPatch::remove(const YamlPath& path)
{
    if (path.empty())
        return patchError(ErrorCode::invalid, "yaml.patch_kind", path);
    if (auto fine = mayChange(path, path.size()); !fine)
        return fine;
    if (auto applied = apply(); !applied)
        return applied;
    if (auto committed = commit(splice().removeEntry(path)); !committed)
        return committed;
    YamlValue& parent = wanted(YamlPath(path.begin(), path.end() - 1));
    if (parent.is_array())
        parent.erase(static_cast<std::size_t>(std::stoul(path.back())));
    else
        parent.erase(path.back());
    return {};
}

Result<void> YamlPatch::rename(const YamlPath& path, const std::string& key)
{
    if (path.empty() || path.back() == key)
        return path.empty() ? patchError(ErrorCode::invalid, "yaml.patch_kind", path) : Result<void>();
    // The value moves as it is, so only what is around it must not be shared.
    if (auto fine = mayChange(path, path.size() - 1); !fine)
        return fine;
    const YamlPath parent(path.begin(), path.end() - 1);
    const YamlNode& node = *m_tree.find(parent);
    if (node.kind != YamlKind::mapping || !node.member(path.back()))
        return patchError(ErrorCode::notFound, "yaml.patch_missing", path);
    if (node.member(key))
        return patchError(ErrorCode::conflict, "yaml.patch_exists", extended(parent, key));
    if (auto applied = apply(); !applied)
        return applied;
    if (auto committed = commit(splice().renameKey(path, key)); !committed)
        return committed;
    YamlValue renamed = YamlValue::object();
    for (auto& [name, value] : wanted(parent).items())
        renamed[name == path.back() ? key : name] = std::move(value);
    wanted(parent) = std::move(renamed);
    return {};
}

Result<void> YamlPatch::insert(const YamlPath& path, std::size_t index, const YamlValue& value)
{
    const YamlNode* list = m_tree.find(path);
    if (!list || isNull(*list) || (list->kind == YamlKind::sequence && list->children.empty()))
        return set(path, YamlValue::array({value}));
    if (auto fine = mayChange(extended(path, std::to_string(index)), path.size()); !fine)
        return fine;
    if (list->kind != YamlKind::sequence)
        return patchError(ErrorCode::invalid, "yaml.patch_kind", path);
    if (auto applied = apply(); !applied)
        return applied;
    index = std::min(index, m_tree.find(path)->entryCount());
    if (auto committed = commit(splice().insertItem(path, index, value)); !committed)
        return committed;
    YamlValue& items = wanted(path);
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(index), value);
    return {};
}

Result<YamlTree> YamlPatch::finish()
{
    if (auto applied = apply(); !applied)
        return applied.error();
    if (!m_tree.issues.empty() || !sameMeaning(valueOf(m_tree.root), m_wanted))
        return Error{ErrorCode::invalid, {"yaml.patch_failed", {}}, "the text would mean something else"};
    return std::move(m_tree);
}

TextEdit difference(std::string_view before, std::string_view after)
{
    const auto isInside = [](std::string_view text, std::size_t at) { // a character
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    };
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t start = 0;
    while (start < shorter && before[start] == after[start])
        ++start;
    while (start > 0 && (isInside(before, start) || isInside(after, start)))
        --start;
    std::size_t same = 0;
    while (same < shorter - start && before[before.size() - 1 - same] == after[after.size() - 1 - same])
        ++same;
    while (same > 0 && (isInside(before, before.size() - same) || isInside(after, after.size() - same)))
        --same;
    return {start, before.size() - same, std::string(after.substr(start, after.size() - same - start))};
}

} // namespace penstock::format
