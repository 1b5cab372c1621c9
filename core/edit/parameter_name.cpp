#include "core/edit/parameter_name.h"

#include "core/check/texts.h"
#include "core/edit/mends.h"

#include <algorithm>

namespace penstock::edit {

namespace {

// The last reference first, so that the offsets of the others stay.
std::string renamedIn(const check::Text& text, expression::Root root, const std::string& from, const std::string& to)
{
    const std::string before = std::string(expression::rootName(root)).append(".");
    std::string content = *text.content;
    std::vector<expression::Reference> references = text.references;
    std::ranges::sort(references, std::greater(), &expression::Reference::offset);
    for (const expression::Reference& reference : references) {
        const bool isIt = reference.root == root && reference.nameAt(0) == from;
        if (isIt && content.compare(reference.offset, before.size() + from.size(), before + from) == 0)
            content.replace(reference.offset + before.size(), from.size(), to);
    }
    return content;
}

// In all texts whose path begins so.
void follow(const Document& document, const std::string& below, expression::Root root, const std::string& from, const std::string& to, Several& edits)
{
    for (const check::Text& text : check::textsOf(document.pipeline())) {
        const std::string content = text.path.starts_with(below) ? renamedIn(text, root, from, to) : *text.content;
        const auto path = content == *text.content ? std::nullopt : pathOf(document, text.path);
        if (path)
            edits.edits.push_back(SetValue{*path, content});
    }
}

} // namespace

Edit renamedParameter(const Document& document, const std::string& from, const std::string& to)
{
    Several edits{{"edit.rename", {{"from", "parameters." + from}, {"to", to}}}, {RenameKey{{"parameters", from}, to}}};
    const pipeline::Pipeline& pipeline = document.pipeline();
    follow(document, {}, expression::Root::params, from, to, edits);
    for (std::size_t i = 0; i < pipeline.triggers.size(); ++i) {
        if (const auto given = pathOf(document, check::triggerPath(pipeline, i) + ".parameters." + from))
            edits.edits.push_back(RenameKey{*given, to});
    }
    return edits;
}

Edit renamedItem(const Document& document, const std::string& step, const std::string& from, const std::string& to)
{
    Several edits{{"edit.rename", {{"from", step + ".map.over." + from}, {"to", to}}}, {RenameKey{{"steps", step, "map", "over", from}, to}}};
    follow(document, "steps." + step + '.', expression::Root::item, from, to, edits);
    return edits;
}

} // namespace penstock::edit
