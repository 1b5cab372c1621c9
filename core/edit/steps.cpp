#include "core/edit/steps.h"

#include "core/base/ids.h"
#include "core/edit/mentions.h"
#include "core/edit/patching.h"

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
    if (edit.steps.empty())
        return document;
    YamlValue members = YamlValue::object();
    format::NodePositions positions = document.positions();
    for (const NewStep& step : edit.steps) {
        if (const auto fine = mayBeNew(document, step.name); !fine)
            return fine.error();
        if (members.contains(step.name))
            return editError(ErrorCode::conflict, "edit.step_exists", {{"step", step.name}});
        members[step.name] = step.step;
        if (step.position)
            positions.insert_or_assign(step.name, *step.position);
    }
    const std::size_t place = placeFor(document, edit.after);
    const auto added = patched(document, [&](YamlPatch& patch) { return patch.insertEntries({"steps"}, place, members); }, layoutOf(document));
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
