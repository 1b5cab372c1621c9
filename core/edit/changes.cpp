// Makes changes of names and expressions in the text of a whole document.
#include "core/edit/mentions.h"

#include "core/format/yaml_splice.h"

#include <algorithm>

namespace penstock::edit {

using format::YamlKind;
using format::YamlNode;
using format::YamlPath;
using format::YamlStyle;
using format::YamlValue;

namespace {

std::string changedText(std::string_view text, TextRole role, const Changes& changes)
{
    if (role != TextRole::stepName)
        return changes.rewrite ? rewritten(text, role, changes.rewrite) : std::string(text);
    const auto found = changes.names.find(text);
    return found == changes.names.end() ? std::string(text) : found->second;
}

const std::string* newKey(const YamlPath& path, const Changes& changes)
{
    const auto found = path.size() == 2 && path.front() == "steps" ? changes.names.find(path.back()) : changes.names.end();
    return found == changes.names.end() ? nullptr : &found->second;
}

class TextChanger final {
public:
    TextChanger(const format::YamlTree& tree, const Changes& changes)
        : m_tree(tree)
        , m_changes(changes)
        , m_splice(tree, {})
    {}

    std::string run()
    {
        visit(m_tree.root);
        return format::withEdits(m_tree.source, std::move(m_edits));
    }

private:
    void visit(const YamlNode& node)
    {
        if (node.isAlias)
            return;
        if (node.kind == YamlKind::scalar)
            return scalar(node);
        for (std::size_t i = 0; i < node.entryCount(); ++i) {
            m_path.push_back(node.kind == YamlKind::mapping ? node.key(i).text : std::to_string(i));
            if (const std::string* key = newKey(m_path, m_changes))
                add(m_splice.renameKey(m_path, *key));
            visit(node.value(i));
            m_path.pop_back();
        }
    }

    void scalar(const YamlNode& node)
    {
        const TextRole role = roleOf(m_path);
        const std::string text = changedText(node.text, role, m_changes);
        if (text == node.text)
            return;
        const std::string_view raw = std::string_view(m_tree.source).substr(node.content, node.end - node.content);
        const bool isOneLine = node.style != YamlStyle::literal && node.style != YamlStyle::folded && raw.find('\n') == std::string_view::npos;
        if (isOneLine)
            return add(m_splice.replace(m_path, text));
        // Line ends are blanks to an expression, so what is written can be changed as it is.
        m_edits.push_back({node.content, node.end, changedText(raw, role, m_changes)});
    }

    void add(format::TextEdits edits) { std::move(edits.begin(), edits.end(), std::back_inserter(m_edits)); }

    const format::YamlTree& m_tree;
    const Changes& m_changes;
    format::YamlSplice m_splice;
    YamlPath m_path;
    format::TextEdits m_edits;
};

// The path is one vector that grows and shrinks: documents are large.
YamlValue changedAt(const YamlValue& value, YamlPath& path, const Changes& changes)
{
    if (value.is_string())
        return changedText(value.get_ref<const std::string&>(), roleOf(path), changes);
    if (!value.is_structured())
        return value;
    YamlValue result = value.is_object() ? YamlValue::object() : YamlValue::array();
    auto& members = static_cast<YamlValue&>(result);
    std::size_t index = 0;
    for (const auto& [key, member] : value.items()) {
        path.push_back(value.is_object() ? key : std::to_string(index++));
        const std::string* renamed = newKey(path, changes);
        YamlValue inner = changedAt(member, path, changes);
        if (value.is_object()) {
            auto& object = members.get_ref<YamlValue::object_t&>();
            static_cast<YamlValue::object_t::Container&>(object).emplace_back(renamed ? *renamed : key, std::move(inner));
        } else {
            members.push_back(std::move(inner));
        }
        path.pop_back();
    }
    return result;
}

} // namespace

YamlValue changed(const YamlValue& value, const YamlPath& path, const Changes& changes)
{
    YamlPath at = path;
    return changedAt(value, at, changes);
}

std::vector<std::string> withNames(const std::vector<std::string>& list, const Substitutes& names)
{
    std::vector<std::string> result;
    const auto add = [&](const std::string& name) {
        if (std::find(result.begin(), result.end(), name) == result.end())
            result.push_back(name);
    };
    for (const std::string& name : list) {
        if (const auto found = names.find(name); found == names.end())
            add(name);
        else
            std::for_each(found->second.begin(), found->second.end(), add);
    }
    return result;
}

YamlValue withNames(const YamlValue& value, const YamlPath& path, const Substitutes& names)
{
    if (!value.is_structured())
        return value;
    YamlPath member = path;
    member.emplace_back();
    YamlValue result = value.is_object() ? YamlValue::object() : YamlValue::array();
    std::vector<std::string> listed;
    for (const auto& [key, each] : value.items()) {
        member.back() = key;
        if (value.is_object())
            result[key] = withNames(each, member, names);
        else if (each.is_string() && roleOf(member) == TextRole::stepName)
            listed.push_back(each.get<std::string>());
        else
            result.push_back(withNames(each, member, names));
    }
    for (const std::string& name : withNames(listed, names))
        result.push_back(name);
    return result;
}

Result<Document> changed(const Document& document, const Changes& changes)
{
    if (!document.isEditable())
        return Error{ErrorCode::invalid, {"edit.text_broken", {}}, {}};
    const format::YamlTree& tree = *document.read().tree;
    std::string text = TextChanger(tree, changes).run();
    // The same text has been read already.
    const Document after = text == document.text() ? document : Document(std::move(text), document.layoutText());
    const bool isRight = after.isEditable() && format::valueOf(after.read().tree->root) == changed(format::valueOf(tree.root), {}, changes);
    if (!isRight)
        return Error{ErrorCode::invalid, {"yaml.patch_failed", {}}, "the text would mean something else"};
    return after;
}

} // namespace penstock::edit
