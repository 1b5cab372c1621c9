#include "ui/designer/held_places.h"

#include "ui/designer/drawn_edits.h"
#include "ui/models/qt_text.h"

#include <algorithm>

namespace penstock::designer {

namespace {

// Not so a new frame: steps that nobody has placed gather in it.
bool concernsSteps(const edit::Edit& edit)
{
    if (const auto* several = std::get_if<edit::Several>(&edit))
        return std::any_of(several->edits.begin(), several->edits.end(), concernsSteps);
    return !std::holds_alternative<edit::SetValue>(edit) && !std::holds_alternative<edit::RemoveValue>(edit) && !std::holds_alternative<edit::RenameKey>(edit);
}

} // namespace

edit::Edit holdingPlaces(edit::Edit edit, const edit::Document& document, const canvas::Graph& shown)
{
    if (!concernsSteps(edit))
        return edit;
    edit::MoveNodes held;
    for (const canvas::Node& node : shown.nodes) {
        const std::string name = models::utf8(node.id);
        if (node.position && !isFrame(node.id) && !document.positions().contains(name))
            held.positions.insert({name, {node.position->x(), node.position->y()}});
    }
    if (held.positions.empty())
        return edit;
    Message name = edit::nameOf(edit);
    return edit::Several{std::move(name), {std::move(held), std::move(edit)}};
}

} // namespace penstock::designer
