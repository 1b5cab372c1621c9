// Changes of a YAML text that leave every byte alone which the change does not concern: comments, order, quotes, blank lines,
// line ends. A change of a mapping or list changes only the entries that differ. Quotes keep their kind where the new value
// allows it; new short collections are written in flow style. What comes out has been read again and means what was asked.
#pragma once

#include "core/base/result.h"
#include "core/format/pending_changes.h"
#include "core/format/yaml_scalar.h"
#include "core/format/yaml_splice.h"
#include "core/format/yaml_tree.h"

#include <string>
#include <vector>

namespace penstock::format {

// Steps are taken one after the other, each seeing the one before. After an error the patch must be given up: the old text
// is untouched wherever it is kept. Not thread-safe. Errors of all: notFound "yaml.patch_missing"; invalid "yaml.patch_shared" (an anchor's value, which stands at several
// places), "yaml.patch_kind" (a member of what has none).
class YamlPatch final {
public:
    // `tree` must have no issues. Of `layout`, wantsBlock says how new collections are written; the step is the text's own.
    explicit YamlPatch(YamlTree tree, YamlLayout layout = {});

    // Replaces or adds the value; mappings on the way that are missing are made. Entries that stay keep their order.
    // `path` must not be empty.
    Result<void> set(const YamlPath& path, const YamlValue& value);
    Result<void> remove(const YamlPath& path); // an entry of a mapping or list; the last one leaves {} or []
    // Members of a mapping with the comments directly above and inside them. Keys that it does not have are passed over.
    Result<void> removeEntries(const YamlPath& mapping, const std::vector<std::string>& keys);
    // Adds members before entry `index`, or at the end; a mapping that is absent or empty is made. Conflict "yaml.patch_exists".
    // `written` is how the members stand elsewhere, one text of whole lines for each; it is used where it means the same here.
    Result<void> insertEntries(const YamlPath& mapping, std::size_t index, const YamlValue& members, const std::vector<std::string>& written = {});
    Result<void> rename(const YamlPath& path, const std::string& key); // conflict "yaml.patch_exists"
    // Before entry `index`, or at the end; a list that is absent or null is made.
    Result<void> insert(const YamlPath& list, std::size_t index, const YamlValue& value);

    // The text with its tree. Errors: "yaml.patch_failed" when the text would not mean what was asked: keep the old one.
    Result<YamlTree> finish();

private:
    Result<void> setExisting(const YamlPath& path, const YamlNode& node, const YamlValue& value);
    Result<void> setMembers(const YamlPath& path, const YamlValue& value);
    Result<void> removeMembers(const YamlPath& path, const std::vector<std::string>& keys);
    Result<void> addMembers(const YamlPath& path, const YamlValue& added);
    Result<void> setItems(const YamlPath& path, const YamlValue& value);
    Result<void> add(const YamlPath& path, std::size_t existing, const YamlValue& value);
    Result<void> replace(const YamlPath& path, const YamlValue& value);
    Result<void> commitEntries(const YamlPath& mapping, std::size_t index, const YamlValue& members, const std::vector<std::string>& written);
    Result<void> addToRoot(const YamlValue& members);
    // How far a path leads, in a tree that knows of every change that matters to it.
    struct Reach {
        const YamlNode* node = nullptr;
        std::size_t length = 0;
    };

    Result<Reach> reach(const YamlPath& path);
    Reach reached(const YamlPath& path, bool& isStale) const;
    bool holdsComment(const YamlNode& node) const;
    Result<void> mayChange(const YamlPath& path, std::size_t length) const;
    template <class Make>
    Result<void> queue(Make edits);
    Result<void> applyIf(bool isStale) { return isStale ? apply() : Result<void>(); }
    Result<void> apply();
    Result<void> commit(TextEdits edits);
    YamlSplice splice() const { return YamlSplice(m_tree, m_layout); }
    YamlValue& wanted(const YamlPath& path);

    YamlTree m_tree;
    YamlLayout m_layout;
    PendingChanges m_pending; // many changes cost one reading
    YamlValue m_wanted;
};

// Where what is asked for does not go together with what waits, that is made first.
template <class Make>
Result<void> YamlPatch::queue(Make edits)
{
    TextEdits made = edits();
    if (!m_pending.fits(made)) {
        if (auto applied = apply(); !applied)
            return applied;
        made = edits();
    }
    m_pending.add(std::move(made));
    return {};
}

} // namespace penstock::format
