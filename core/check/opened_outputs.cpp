#include "core/check/opened_outputs.h"

#include "core/expression/template_text.h"
#include "core/pipeline/workspace_path.h"

#include <algorithm>

namespace penstock::check {

namespace {

constexpr int deepest = 8; // a circle is an issue elsewhere

std::vector<OpenedOutput> outputsOf(const pipeline::SubPipeline& sub, const Library& library, int depth);

// What exactly one reference to an output of a step is.
const pipeline::Output* artifactOf(const std::string& text, const pipeline::Pipeline& inner, const Library& library, int depth)
{
    const auto read = expression::Template::parse(text);
    const auto references = read && read->isTyped() ? read->references() : std::vector<expression::Reference>();
    if (references.size() != 1 || references.front().root != expression::Root::steps || references.front().nameAt(1) != "outputs")
        return nullptr;
    const pipeline::Step* step = inner.step(std::string(references.front().nameAt(0)));
    const std::string_view wanted = references.front().nameAt(2);
    if (const auto* command = step ? std::get_if<pipeline::Command>(&step->body) : nullptr) {
        const auto output = std::ranges::find(command->outputs, wanted, [](const auto& each) -> const std::string& { return each.first; });
        return output == command->outputs.end() ? nullptr : &output->second;
    }
    if (const auto* deeper = step ? std::get_if<pipeline::SubPipeline>(&step->body) : nullptr) {
        for (const OpenedOutput& output : outputsOf(*deeper, library, depth + 1)) {
            if (output.name == wanted)
                return output.artifact;
        }
    }
    return nullptr;
}

std::vector<OpenedOutput> outputsOf(const pipeline::SubPipeline& sub, const Library& library, int depth)
{
    std::vector<OpenedOutput> outputs;
    const auto found = library.find(pipeline::WorkspacePath::of(sub.file).path);
    if (found == library.end() || !found->second || depth > deepest)
        return outputs;
    for (const auto& [name, text] : found->second->outputs)
        outputs.push_back({name, artifactOf(text, *found->second, library, depth)});
    return outputs;
}

} // namespace

std::vector<OpenedOutput> outputsOf(const pipeline::SubPipeline& sub, const Library& library) { return outputsOf(sub, library, 0); }

} // namespace penstock::check
