#include "core/edit/clipboard.h"

#include "core/edit/mentions.h"
#include "core/edit/names.h"
#include "core/edit/patching.h"
#include "core/edit/step_text.h"
#include "core/format/pipeline_writer.h"
#include "core/pipeline/kinds.h"

#include <algorithm>
#include <set>

namespace penstock::edit {

using format::YamlKind;
using format::YamlNode;
using format::YamlValue;

namespace {

// Of the steps alone, with what anchors elsewhere stand for.
YamlValue meaningOf(const Document& document, const std::vector<std::string>& steps)
{
    YamlValue meaning = YamlValue::object();
    for (const std::string& step : steps)
        meaning[step] = format::valueOf(*document.read().tree->find({"steps", step}));
    return meaning;
}

bool isSetApart(const std::string& text, std::size_t begin)
{
    return begin > 1 && text[begin - 1] == '\n' && (text[begin - 2] == '\n' || text.compare(begin - 2, 2, "\r\n") == 0)
           && (begin < 3 || text[begin - 2] == '\n' || text[begin - 3] == '\n');
}

std::string asWritten(const Document& document, const std::vector<std::string>& steps)
{
    const std::string end = document.text().find("\r\n") == std::string::npos ? "\n" : "\r\n";
    std::string text = "steps:" + end;
    for (const std::string& step : steps) {
        const auto lines = linesOfStep(document, step);
        if (!lines)
            return {};
        if (&step != &steps.front() && isSetApart(document.text(), lines->begin))
            text += end;
        text.append(document.text(), lines->begin, lines->end - lines->begin);
        if (text.back() != '\n')
            text += end;
    }
    return text;
}

bool isStep(const YamlNode& node)
{
    const auto isKind = [&](std::string_view key) { return node.member(key) != nullptr; };
    const auto future = pipeline::futureKinds();
    return node.kind == YamlKind::mapping
           && (std::ranges::any_of(pipeline::kinds(), isKind, &pipeline::KindDescription::key) || std::ranges::any_of(future, isKind));
}

bool areSteps(const YamlNode& mapping)
{
    if (mapping.kind != YamlKind::mapping || mapping.children.empty())
        return false;
    for (std::size_t i = 0; i < mapping.entryCount(); ++i) {
        if (!isStep(mapping.value(i)))
            return false;
    }
    return true;
}

Error unreadable(pipeline::Place place)
{
    return editError(ErrorCode::invalid, "edit.paste_unreadable", {{"line", std::to_string(place.line)}});
}

// A bare mapping of steps, put under `steps:`.
std::string wrapped(std::string_view text)
{
    std::string result = "steps:\n";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (text.substr(at, end - at).find_first_not_of(" \t\r") != std::string_view::npos)
            result.append("  ");
        result.append(text.substr(at, end - at)).append("\n");
        at = end + 1;
    }
    return result;
}

// The text as a document whose `steps` are what is pasted.
Result<Document> readPaste(std::string_view text)
{
    if (text.size() > maximumPaste)
        return editError(ErrorCode::invalid, "edit.paste_too_large", {{"limit", std::to_string(maximumPaste / 1024 / 1024)}});
    const auto tree = format::readYaml(text);
    if (!tree)
        return unreadable(format::placeOf(tree.error()));
    if (!tree->issues.empty())
        return unreadable(tree->issues.front().place);
    const YamlNode* steps = tree->root.member("steps");
    if (steps && areSteps(*steps))
        return Document(std::string(text), {});
    if (steps || !areSteps(tree->root))
        return editError(ErrorCode::invalid, "edit.paste_no_steps");
    Document document(wrapped(text), {});
    const bool isSame = document.isEditable() && document.read().tree->root.member("steps")
                        && format::valueOf(*document.read().tree->root.member("steps")) == format::valueOf(tree->root);
    return isSame ? Result<Document>(std::move(document)) : editError(ErrorCode::invalid, "edit.paste_no_steps");
}

Renames newNames(const Document& document, const Document& paste)
{
    FreeNames free({});
    for (const pipeline::Step& step : document.pipeline().steps)
        free.take(step.name);
    Renames names;
    // Names that can stay do, whatever stands before them.
    std::vector<std::string> clashing;
    for (const pipeline::Step& step : paste.pipeline().steps) {
        if (legalName(step.name) != step.name || !free.take(step.name))
            clashing.push_back(step.name);
    }
    for (const std::string& name : clashing)
        names[name] = free.give(name);
    return names;
}

// Copies of steps of this document keep their places to each other.
std::optional<format::NodePosition> positionOf(const Document& document, const std::string& first, const std::string& step, const format::NodePosition& at)
{
    const auto origin = document.positions().find(first);
    const auto own = document.positions().find(step);
    if (step == first)
        return at;
    if (origin == document.positions().end() || own == document.positions().end())
        return std::nullopt;
    return format::NodePosition{at.x + own->second.x - origin->second.x, at.y + own->second.y - origin->second.y};
}

} // namespace

std::string copied(const Document& document, const std::vector<std::string>& steps)
{
    if (!document.isEditable())
        return {};
    std::vector<std::string> inOrder;
    const std::set<std::string> wanted(steps.begin(), steps.end());
    for (const pipeline::Step& step : document.pipeline().steps) {
        if (wanted.count(step.name) > 0)
            inOrder.push_back(step.name);
    }
    if (inOrder.empty())
        return {};
    const YamlValue meaning = meaningOf(document, inOrder);
    std::string text = asWritten(document, inOrder);
    const auto tree = format::readYaml(text);
    const YamlNode* read = tree && tree->issues.empty() ? tree->root.member("steps") : nullptr;
    // Not so where an anchor is defined outside of what is copied, or steps share a line.
    return read && format::valueOf(*read) == meaning ? text : format::emitYaml({{"steps", meaning}}, format::pipelineLayout());
}

Result<AddSteps> pasted(const Document& document, std::string_view text, std::optional<format::NodePosition> at)
{
    const auto paste = readPaste(text);
    if (!paste)
        return paste.error();
    const Renames names = newNames(document, *paste);
    const auto renamed = names.empty() ? *paste : changed(*paste, {names, renaming(names)});
    if (!renamed)
        return renamed.error();
    AddSteps add;
    const YamlNode& before = *paste->read().tree->root.member("steps");
    const YamlNode& steps = *renamed->read().tree->root.member("steps");
    for (std::size_t i = 0; i < steps.entryCount(); ++i) {
        const std::string& name = steps.key(i).text;
        add.steps.push_back({name, format::valueOf(steps.value(i)), {}, writtenStep(*renamed, name).value_or(std::string())});
        if (at)
            add.steps.back().position = positionOf(document, before.key(0).text, before.key(i).text, *at);
    }
    return add;
}

} // namespace penstock::edit
