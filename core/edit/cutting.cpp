#include "core/edit/cutting.h"

#include "core/edit/patching.h"

#include <algorithm>

namespace penstock::edit {

using format::YamlPath;

Result<void> cutNeeds(format::YamlPatch& patch, const Document& document, const pipeline::Step& step, const std::vector<std::string>& names)
{
    std::vector<std::string> needs = step.needs;
    std::erase_if(needs, [&](const std::string& need) { return std::find(names.begin(), names.end(), need) != names.end(); });
    if (needs.size() == step.needs.size())
        return {};
    return needs.empty() ? removeField(patch, document, step.name, "needs") : setField(patch, document, step.name, "needs", needs);
}

namespace {

Result<void> cutOne(format::YamlPatch& patch, const YamlPath& path)
{
    const bool isRequired = path.back() == "artifact" || path.back() == "version";
    return path.size() == 4 && path[2] != "inputs" && isRequired ? patch.set(path, "") : patch.remove(path);
}

} // namespace

Result<void> cutInlets(format::YamlPatch& patch, const Document& document, const pipeline::Step& step, const std::vector<Inlet>& inlets)
{
    if (inlets.empty())
        return {};
    YamlPath parent{"steps", step.name};
    parent.insert(parent.end(), inlets.front().path.begin(), inlets.front().path.end() - 1);
    const bool isCollection = parent.back() == "inputs" || parent.back() == "parameters";
    const format::YamlNode* node = document.read().tree->find(parent);
    if (isCollection && node && node->entryCount() == inlets.size())
        return patch.remove(parent);
    for (const Inlet& inlet : inlets) {
        YamlPath path = parent;
        path.push_back(inlet.path.back());
        if (auto done = cutOne(patch, path); !done)
            return done;
    }
    return {};
}

Result<void> substituteInFrames(format::YamlPatch& patch, const Document& document, const Substitutes& names)
{
    for (const char* part : {"frames", "notes"}) {
        const format::YamlNode* node = document.read().tree->root.member(part);
        if (!node)
            continue;
        if (auto done = patch.set({part}, withNames(format::valueOf(*node), {part}, names)); !done)
            return done;
    }
    return {};
}

} // namespace penstock::edit
