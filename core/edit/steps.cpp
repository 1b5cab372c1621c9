#include "core/edit/steps.h"

#include "core/base/ids.h"
#include "core/edit/mentions.h"
#include "core/edit/patching.h"
#include "core/edit/step_text.h"

#include <set>

namespace penstock::edit {

using format::YamlNode;
using format::YamlPatch;
using format::YamlPath;
using format::YamlValue;

namespace {

Result<void> mayBeNew(const Document& document, const std::string& name)
{
    if (!isName(name))
        return editError(ErrorCode::invalid, "edit.bad_name", {{"name", name}});
    if (document.pipeline().step(name))
        return editError(ErrorCode::conflict, "edit.step_exists", {{"step", name}});
    return {};
}

// As they are written elsewhere, indented as here; nothing unless all are.
std::vector<std::string> writtenAt(const Document& document, const std::vector<NewStep>& steps)
{
    const format::YamlNode* mapping = document.read().tree->root.member("steps");
    const bool hasPlace = mapping && mapping->kind == format::YamlKind::mapping && !mapping->children.empty();
    const int indent = hasPlace ? format::YamlSplice(*document.read().tree, {}).indentOf({"steps"}) : 0;
    std::vector<std::string> written;
    for (const NewStep& step : steps) {
        auto text = step.written.empty() || !hasPlace ? std::nullopt : indentedTo(step.written, indent);
        if (!text)
            return {};
        written.push_back(std::move(*text));
    }
    return written;
}

// Behind `after`, or at the end.
std::size_t placeFor(const Document& document, const std::string& after)
{
    const YamlNode* steps = document.read().tree->root.member("steps");
    for (std::size_t i = 0; steps && steps->kind == format::YamlKind::mapping && i < steps->entryCount(); ++i) {
        if (steps->key(i).text == after)
            return i + 1;
    }
    return steps ? steps->entryCount() : 0;
}

Result<Document> positionsMoved(const Document& after, format::NodePositions positions, const RenameStep& edit)
{
    auto node = positions.extract(edit.from);
    if (node.empty())
        return after;
    node.key() = edit.to;
    positions.insert(std::move(node));
    auto tree = format::readYaml(after.layoutText());
    if (tree && tree->issues.empty()) {
        YamlPatch patch(std::move(*tree));
        const auto renamed = patch.rename({"nodes", edit.from}, edit.to);
        auto done = renamed ? patch.finish() : Result<format::YamlTree>(renamed.error());
        if (done)
            return Document(after.text(), std::move(done->source));
    }
    return withPositions(after, positions);
}

} // namespace

Result<Document> add(const Document& document, const AddSteps& edit)
{
    if (!document.isEditable())
        return editError(ErrorCode::invalid, "edit.text_broken");
    std::set<std::string, std::less<>> taken;
    for (const pipeline::Step& step : document.pipeline().steps)
        taken.insert(step.name);
    YamlValue members = YamlValue::object();
    auto& entries = static_cast<YamlValue::object_t::Container&>(members.get_ref<YamlValue::object_t&>());
    format::NodePositions positions = document.positions();
    for (const NewStep& step : edit.steps) {
        if (!isName(step.name))
            return editError(ErrorCode::invalid, "edit.bad_name", {{"name", step.name}});
        if (!taken.insert(step.name).second)
            return editError(ErrorCode::conflict, "edit.step_exists", {{"step", step.name}});
        entries.emplace_back(step.name, step.step);
        if (step.position)
            positions.insert_or_assign(step.name, *step.position);
    }
    const std::vector<std::string> written = writtenAt(document, edit.steps);
    const std::size_t place = placeFor(document, edit.after);
    const auto added = patched(
        document, [&](YamlPatch& patch) { return patch.insertEntries({"steps"}, place, members, written); }, layoutOf(document));
    return added ? withPositions(*added, positions) : added;
}

Result<Document> enable(const Document& document, const SetEnabled& edit)
{
    return patched(document, [&](YamlPatch& patch) -> Result<void> {
        for (const std::string& name : edit.steps) {
            const pipeline::Step* step = document.pipeline().step(name);
            if (!step)
                return editError(ErrorCode::notFound, "edit.no_step", {{"step", name}});
            if (step->enabled == edit.enabled)
                continue;
            auto done = edit.enabled ? removeField(patch, document, name, "enabled") : setField(patch, document, name, "enabled", false);
            if (!done)
                return done;
        }
        return {};
    });
}

Result<Document> rename(const Document& document, const RenameStep& edit)
{
    if (edit.from == edit.to)
        return document;
    if (!document.pipeline().step(edit.from))
        return editError(ErrorCode::notFound, "edit.no_step", {{"step", edit.from}});
    if (const auto fine = mayBeNew(document, edit.to); !fine)
        return fine.error();
    const Renames names{{edit.from, edit.to}};
    const auto renamed = changed(document, {names, renaming(names)});
    return renamed ? positionsMoved(*renamed, document.positions(), edit) : renamed;
}

} // namespace penstock::edit
