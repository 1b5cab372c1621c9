// What edits are called in menus.
#include "core/edit/edit.h"

namespace penstock::edit {

namespace {

std::string joined(const format::YamlPath& path)
{
    std::string text;
    for (const std::string& segment : path)
        text += (text.empty() ? "" : ".") + segment;
    return text;
}

// "steps.train.timeout" is known to people as "train.timeout".
std::string shown(const format::YamlPath& path)
{
    const bool isStep = path.size() > 1 && path.front() == "steps";
    return joined(isStep ? format::YamlPath(path.begin() + 1, path.end()) : path);
}

Message ofSteps(const char* ofOne, const char* ofMany, const std::vector<std::string>& names)
{
    if (names.size() == 1)
        return {ofOne, {{"what", names.front()}}};
    return {ofMany, {{"count", std::to_string(names.size())}}};
}

std::vector<std::string> namesOf(const std::vector<NewStep>& steps)
{
    std::vector<std::string> names;
    for (const NewStep& step : steps)
        names.push_back(step.name);
    return names;
}

Message between(const char* id, const std::string& from, const std::string& to) { return {id, {{"from", from}, {"to", to}}}; }

struct Naming {
    Message operator()(const SetValue& edit) const { return {"edit.set", {{"what", shown(edit.path)}}}; }
    Message operator()(const RemoveValue& edit) const { return {"edit.remove", {{"what", shown(edit.path)}}}; }
    Message operator()(const RenameKey& edit) const { return between("edit.rename", shown(edit.path), edit.key); }
    Message operator()(const ReplaceText&) const { return {"edit.text", {}}; }
    Message operator()(const MoveNodes&) const { return {"edit.move", {}}; }
    Message operator()(const ForgetPositions&) const { return {"edit.layout", {}}; }
    Message operator()(const AddSteps& edit) const { return ofSteps("edit.add", "edit.add_steps", namesOf(edit.steps)); }
    Message operator()(const RemoveSteps& edit) const { return ofSteps("edit.remove", "edit.remove_steps", edit.steps); }
    Message operator()(const RenameStep& edit) const { return between("edit.rename", edit.from, edit.to); }
    Message operator()(const Connect& edit) const { return between("edit.connect", edit.link.from, edit.link.to); }
    Message operator()(const Disconnect& edit) const { return between("edit.disconnect", edit.link.from, edit.link.to); }
    Message operator()(const Reconnect& edit) const { return between("edit.reconnect", edit.to.from, edit.to.to); }
    Message operator()(const SetEnabled& edit) const
    {
        return edit.enabled ? ofSteps("edit.enable", "edit.enable_steps", edit.steps) : ofSteps("edit.disable", "edit.disable_steps", edit.steps);
    }
    Message operator()(const Several& edit) const { return edit.name; }
};

} // namespace

Message nameOf(const Edit& edit) { return std::visit(Naming{}, edit); }

std::string mergeKeyOf(const Edit& edit) { return std::holds_alternative<ReplaceText>(edit) ? "text" : std::string(); }

} // namespace penstock::edit
