#include "core/format/yaml_patch.h"

#include "core/format/swallowed_lines.h"
#include "core/format/yaml_meaning.h"
#include "core/format/yaml_path.h"
#include "core/format/yaml_text.h"

#include <algorithm>

namespace penstock::format {

namespace {

YamlValue nested(const YamlPath& path, std::size_t from, const YamlValue& value)
{
    YamlValue result = value;
    for (std::size_t i = path.size(); i > from; --i)
        result = YamlValue::object({{path[i - 1], std::move(result)}});
    return result;
}

bool isNull(const YamlNode& node) { return node.kind == YamlKind::scalar && scalarValue(node).is_null(); }

bool isEmptyCollection(const YamlNode& node) { return node.kind != YamlKind::scalar && node.children.empty(); }

} // namespace

YamlPatch::YamlPatch(YamlTree tree, YamlLayout layout)
    : m_tree(std::move(tree))
    , m_layout(std::move(layout))
    , m_wanted(valueOf(m_tree.root))
{}

// Between the brackets of an empty collection.
bool YamlPatch::holdsComment(const YamlNode& node) const
{
    const std::string_view text = std::string_view(m_tree.source).substr(node.content, node.end - node.content);
    return !node.isAlias && isEmptyCollection(node) && text.find('#') != std::string_view::npos;
}

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
            return pathError(ErrorCode::invalid, "yaml.patch_shared", path);
        if (i == length)
            return {};
        node = node->child(path[i]);
    }
    return pathError(ErrorCode::notFound, "yaml.patch_missing", path);
}

YamlPatch::Reach YamlPatch::reached(const YamlPath& path, bool& isStale) const
{
    Reach at{&m_tree.root, 0};
    for (; at.length < path.size(); ++at.length) {
        isStale = isStale || m_pending.isReplaced(*at.node) || (at.node->kind == YamlKind::sequence && m_pending.isRestructured(*at.node));
        const YamlNode* next = at.node->child(path[at.length]);
        if (!next) {
            isStale = isStale || m_pending.isRestructured(*at.node);
            break;
        }
        at.node = next;
    }
    isStale = isStale || m_pending.changes(*at.node);
    return at;
}

Result<YamlPatch::Reach> YamlPatch::reach(const YamlPath& path)
{
    while (true) {
        bool isStale = false;
        const Reach at = reached(path, isStale);
        auto fine = mayChange(path, at.length);
        if (m_pending.isEmpty() || (fine && !isStale))
            return fine ? Result<Reach>(at) : Result<Reach>(fine.error());
        if (auto applied = apply(); !applied)
            return applied.error();
    }
}

Result<void> YamlPatch::commit(TextEdits edits)
{
    auto tree = readYaml(withEdits(m_tree.source, edits));
    if (TextEdits released = tree ? releasedLines(m_tree, std::move(edits), *tree) : TextEdits(); !released.empty())
        tree = readYaml(withEdits(tree->source, std::move(released)));
    if (!tree && tree.error().message.id == "yaml.unknown_alias") // what was changed holds an anchor that others use
        return pathError(ErrorCode::invalid, "yaml.patch_shared", {'&' + tree.error().message.arguments.back().second});
    if (!tree)
        return Error{ErrorCode::invalid, {"yaml.patch_failed", {}}, tree.error().message.id};
    m_tree = std::move(*tree);
    return {};
}

Result<void> YamlPatch::apply()
{
    return m_pending.isEmpty() ? Result<void>() : commit(m_pending.take());
}

Result<void> YamlPatch::set(const YamlPath& path, const YamlValue& value)
{
    if (path.empty())
        return pathError(ErrorCode::invalid, "yaml.patch_kind", path);
    const auto at = reach(path);
    if (!at)
        return at.error();
    return at->length == path.size() ? setExisting(path, *at->node, value) : add(path, at->length, value);
}

Result<void> YamlPatch::setExisting(const YamlPath& path, const YamlNode& node, const YamlValue& value)
{
    if (sameMeaning(valueOf(node), value))
        return {};
    if (node.kind == YamlKind::mapping && value.is_object() && !node.children.empty() && !node.isAlias)
        return setMembers(path, value);
    if (node.kind == YamlKind::sequence && value.is_array() && !node.children.empty() && !value.empty() && !node.isAlias)
        return setItems(path, value);
    return replace(path, value);
}

Result<void> YamlPatch::replace(const YamlPath& path, const YamlValue& value)
{
    if (auto queued = queue([&] { return splice().replace(path, value); }); !queued)
        return queued;
    m_pending.replace(*m_tree.find(path));
    wanted(path) = value;
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
    const YamlPath parent(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(existing));
    const YamlNode& node = *m_tree.find(parent);
    const std::string& key = path[existing];
    YamlValue inner = nested(path, existing + 1, value);
    if (node.kind == YamlKind::sequence && key == std::to_string(node.entryCount()))
        return insert(parent, node.entryCount(), inner);
    if (node.kind != YamlKind::mapping && !isNull(node))
        return pathError(ErrorCode::invalid, "yaml.patch_kind", path);
    const YamlValue member = YamlValue::object({{key, inner}});
    if (node.kind != YamlKind::mapping || (isEmptyCollection(node) && !holdsComment(node))) {
        if (!parent.empty())
            return replace(parent, member);
        if (auto committed = addToRoot(member); !committed)
            return committed;
    } else {
        if (auto queued = queue([&] { return splice().addEntries(parent, member); }); !queued)
            return queued;
        m_pending.restructure(*m_tree.find(parent));
    }
    wanted(parent)[key] = std::move(inner);
    return {};
}

Result<void> YamlPatch::remove(const YamlPath& path)
{
    if (path.empty())
        return pathError(ErrorCode::invalid, "yaml.patch_kind", path);
    const auto at = reach(path);
    if (!at || at->length < path.size())
        return at ? pathError(ErrorCode::notFound, "yaml.patch_missing", path) : at.error();
    const YamlPath from = parentOf(path);
    // The last entry leaves {} or [] in the place of all that there was.
    const YamlNode& collection = *m_tree.find(from);
    const bool isLast = collection.entryCount() == m_pending.removedFrom(collection) + 1;
    if (auto applied = applyIf(isLast && m_pending.changes(collection)); !applied)
        return applied;
    if (auto queued = queue([&] { return splice().removeEntry(path); }); !queued)
        return queued;
    m_pending.restructure(*m_tree.find(from), 1);
    m_pending.replace(*m_tree.find(path));
    if (isLast)
        m_pending.replace(*m_tree.find(from));
    YamlValue& parent = wanted(from);
    if (parent.is_array())
        parent.erase(static_cast<std::size_t>(std::stoul(path.back())));
    else
        parent.erase(path.back());
    return {};
}

Result<void> YamlPatch::rename(const YamlPath& path, const std::string& key)
{
    if (path.empty() || path.back() == key)
        return path.empty() ? pathError(ErrorCode::invalid, "yaml.patch_kind", path) : Result<void>();
    if (auto applied = apply(); !applied)
        return applied;
    // The value moves as it is, so only what is around it must not be shared.
    if (auto fine = mayChange(path, path.size() - 1); !fine)
        return fine;
    const YamlPath parent = parentOf(path);
    const YamlNode& node = *m_tree.find(parent);
    if (node.kind != YamlKind::mapping || !node.member(path.back()))
        return pathError(ErrorCode::notFound, "yaml.patch_missing", path);
    if (node.member(key))
        return pathError(ErrorCode::conflict, "yaml.patch_exists", extended(parent, key));
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
    const auto at = reach(path);
    if (!at)
        return at.error();
    const YamlNode* list = at->length == path.size() ? at->node : nullptr;
    if (!list || isNull(*list) || (list->kind == YamlKind::sequence && list->children.empty() && !holdsComment(*list)))
        return set(path, YamlValue::array({value}));
    if (auto fine = mayChange(extended(path, std::to_string(index)), path.size()); !fine)
        return fine;
    if (list->kind != YamlKind::sequence)
        return pathError(ErrorCode::invalid, "yaml.patch_kind", path);
    if (auto applied = applyIf(m_pending.isRestructured(*list)); !applied)
        return applied;
    index = std::min(index, m_tree.find(path)->entryCount());
    if (auto queued = queue([&] { return splice().insertItem(path, index, value); }); !queued)
        return queued;
    m_pending.restructure(*m_tree.find(path));
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

} // namespace penstock::format
