#include "core/edit/parameter_name.h"

#include "core/check/texts.h"
#include "core/edit/mends.h"

#include <algorithm>

namespace penstock::edit {

namespace {

constexpr std::string_view root = "params.";

// The last reference first, so that the offsets of the others stay.
std::string renamedIn(const check::Text& text, const std::string& from, const std::string& to)
{
    std::string content = *text.content;
    std::vector<expression::Reference> references = text.references;
    std::ranges::sort(references, std::greater(), &expression::Reference::offset);
    for (const expression::Reference& reference : references) {
        const bool isIt = reference.root == expression::Root::params && reference.nameAt(0) == from;
        if (isIt && content.compare(reference.offset, root.size() + from.size(), std::string(root) + from) == 0)
            content.replace(reference.offset + root.size(), from.size(), to);
    }
    return content;
}

} // namespace

Edit renamedParameter(const Document& document, const std::string& from, const std::string& to)
{
    Several edits{{"edit.rename", {{"from", "parameters." + from}, {"to", to}}}, {RenameKey{{"parameters", from}, to}}};
    const pipeline::Pipeline& pipeline = document.pipeline();
    for (const check::Text& text : check::textsOf(pipeline)) {
        const std::string content = renamedIn(text, from, to);
        const auto path = content == *text.content ? std::nullopt : pathOf(document, text.path);
        if (path)
            edits.edits.push_back(SetValue{*path, content});
    }
    for (std::size_t i = 0; i < pipeline.triggers.size(); ++i) {
        if (const auto given = pathOf(document, check::triggerPath(pipeline, i) + ".parameters." + from))
            edits.edits.push_back(RenameKey{*given, to});
    }
    return edits;
}

} // namespace penstock::edit
