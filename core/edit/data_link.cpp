#include "core/edit/data_link.h"

#include "core/base/ids.h"
#include "core/check/texts.h"
#include "core/edit/mentions.h"
#include "core/edit/names.h"

#include <algorithm>

namespace penstock::edit {

using expression::Reference;
using expression::Root;
using pipeline::Command;
using pipeline::Promote;
using pipeline::Register;
using pipeline::Step;
using pipeline::SubPipeline;

namespace {

enum class Sort { file, value, metrics, version, any };

struct Source {
    std::string name;
    Sort sort = Sort::file;
};

Error refusal(std::string id, std::vector<std::pair<std::string, std::string>> arguments)
{
    return {ErrorCode::invalid, {std::move(id), std::move(arguments)}, {}};
}

std::vector<Source> sourcesOf(const Step& step)
{
    std::vector<Source> sources;
    if (const auto* command = std::get_if<Command>(&step.body)) {
        for (const auto& [name, output] : command->outputs)
            sources.push_back({name, Sort::file});
        for (const auto& [name, value] : command->values)
            sources.push_back({name, Sort::value});
        if (!command->metrics.empty())
            sources.push_back({"metrics", Sort::metrics});
    }
    if (std::holds_alternative<Register>(step.body))
        sources.push_back({"version", Sort::version});
    return sources;
}

// What a place of `to` takes; with an empty name, any place that it has.
bool takes(const Step& to, const std::string& input, Sort sort)
{
    if (sort == Sort::any)
        return true;
    if (std::holds_alternative<Command>(to.body))
        return sort == Sort::file;
    if (std::holds_alternative<Register>(to.body))
        return (sort == Sort::file && (input.empty() || input == "artifact")) || (sort == Sort::metrics && (input.empty() || input == "metrics"));
    if (std::holds_alternative<Promote>(to.body))
        return sort == Sort::version;
    return std::holds_alternative<SubPipeline>(to.body) && (sort == Sort::value || sort == Sort::version);
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

Result<Source> chosenSource(const Step& from, const Step& to, const Link& link)
{
    const bool isOpen = std::holds_alternative<SubPipeline>(from.body); // what it gives stands in another file
    std::vector<Source> sources = sourcesOf(from);
    if (!link.output.empty()) {
        const auto found = std::ranges::find(sources, link.output, &Source::name);
        if (found == sources.end() && isOpen)
            return Source{link.output, Sort::any};
        if (found == sources.end())
            return refusal("edit.link_no_such_output", {{"step", from.name}, {"output", link.output}});
        return *found;
    }
    const bool hadAny = !sources.empty() || isOpen;
    std::erase_if(sources, [&](const Source& source) { return !takes(to, link.input, source.sort); });
    if (sources.size() == 1)
        return sources.front();
    if (!hadAny)
        return refusal("edit.link_no_output", {{"step", from.name}});
    if (sources.empty() && !isOpen)
        return refusal("edit.link_nothing_fits", {{"from", from.name}, {"to", to.name}});
    return refusal("edit.link_which_output", {{"step", from.name}, {"outputs", joined(outputNames(from))}});
}

Result<std::string> expressionOf(const Step& from, const Source& source)
{
    std::string path = "steps." + from.name;
    if (!from.map.is_null()) {
        if (memberAt(from.map, "best").is_null())
            return refusal("edit.link_mapped", {{"step", from.name}});
        path += ".best";
    }
    if (source.sort == Sort::metrics || source.sort == Sort::version)
        return path.append(".").append(source.name);
    return path.append(".outputs.").append(source.name);
}

std::string freeInput(const Step& to, const std::string& wanted)
{
    std::set<std::string, std::less<>> taken;
    for (const Inlet& inlet : inletsOf(to))
        taken.insert(inlet.input);
    return freeName(taken, wanted);
}

Result<std::vector<std::string>> placeFor(const Step& to, const Link& link, const Source& source)
{
    if (!link.input.empty() && !isName(link.input))
        return refusal("edit.bad_name", {{"name", link.input}});
    const std::string input = link.input.empty() ? freeInput(to, source.name) : link.input;
    if (std::holds_alternative<Command>(to.body))
        return std::vector<std::string>{"inputs", input};
    if (std::holds_alternative<SubPipeline>(to.body))
        return std::vector<std::string>{"pipeline", "parameters", input};
    if (std::holds_alternative<Promote>(to.body))
        return std::vector<std::string>{"promote", "version"};
    const bool isMetrics = link.input == "metrics" || (link.input.empty() && source.sort == Sort::metrics);
    return std::vector<std::string>{"register", isMetrics ? "metrics" : "artifact"};
}

bool hasInlets(const Step& step)
{
    return std::holds_alternative<Command>(step.body) || std::holds_alternative<Register>(step.body)
           || std::holds_alternative<Promote>(step.body) || std::holds_alternative<SubPipeline>(step.body);
}

Error doesNotFit(const Step& from, const Step& to, const Source& source)
{
    if (std::holds_alternative<SubPipeline>(to.body) && source.sort == Sort::file)
        return refusal("edit.link_file_into_pipeline", {{"output", source.name}, {"step", to.name}});
    if (std::holds_alternative<Command>(to.body))
        return refusal("edit.link_not_a_file", {{"output", source.name}, {"from", from.name}, {"to", to.name}});
    return refusal("edit.link_wrong_sort", {{"output", source.name}, {"from", from.name}, {"to", to.name}});
}

} // namespace

std::vector<std::string> outputNames(const Step& step)
{
    std::vector<std::string> names;
    for (const Source& source : sourcesOf(step))
        names.push_back(source.name);
    return names;
}

Result<DataLink> written(const Step& from, const Step& to, const Link& link)
{
    if (!hasInlets(to))
        return refusal("edit.link_no_input", {{"step", to.name}});
    const auto source = chosenSource(from, to, link);
    if (!source)
        return source.error();
    if (!takes(to, link.input, source->sort))
        return doesNotFit(from, to, *source);
    const auto path = expressionOf(from, *source);
    if (!path)
        return path.error();
    auto place = placeFor(to, link, *source);
    if (!place)
        return place.error();
    return DataLink{std::move(*place), "${{ " + *path + " }}"};
}

std::vector<Inlet> inletsOf(const Step& to)
{
    std::vector<Inlet> inlets;
    if (const auto* command = std::get_if<Command>(&to.body)) {
        for (const auto& [name, input] : command->inputs)
            inlets.push_back({{"inputs", name}, name, input.isFile ? std::string() : input.source});
    } else if (const auto* record = std::get_if<Register>(&to.body)) {
        inlets.push_back({{"register", "artifact"}, "artifact", record->artifact});
        inlets.push_back({{"register", "metrics"}, "metrics", record->metrics});
    } else if (const auto* promote = std::get_if<Promote>(&to.body)) {
        inlets.push_back({{"promote", "version"}, "version", promote->version});
    } else if (const auto* sub = std::get_if<SubPipeline>(&to.body)) {
        for (const auto& [name, value] : sub->parameters)
            inlets.push_back({{"pipeline", "parameters", name}, name, value.is_string() ? value.get<std::string>() : std::string()});
    }
    return inlets;
}

bool speaksOf(std::string_view text, const std::string& step, const std::string& output)
{
    const auto isMeant = [&](const Reference& reference) {
        if (reference.root != Root::steps || reference.nameAt(0) != step)
            return false;
        const std::size_t at = reference.nameAt(1) == "best" ? 2 : reference.nameAt(1) == "results" ? 3 : 1;
        return output.empty() || reference.nameAt(at) == output || (reference.nameAt(at) == "outputs" && reference.nameAt(at + 1) == output);
    };
    return std::ranges::any_of(referencesIn(text, TextRole::text), isMeant);
}

std::vector<std::string> otherMentions(const Step& step, const std::string& other)
{
    pipeline::Pipeline alone;
    alone.steps.push_back(step);
    std::set<std::string> known;
    for (const Inlet& inlet : inletsOf(step)) {
        std::string path = "steps." + step.name;
        for (const std::string& segment : inlet.path)
            path += '.' + segment;
        known.insert(std::move(path));
    }
    std::vector<std::string> places;
    for (const check::Text& text : check::textsOf(alone)) {
        const bool speaks = std::ranges::any_of(text.references, [&](const Reference& reference) {
            return reference.root == Root::steps && reference.nameAt(0) == other;
        });
        if (speaks && known.count(text.path) == 0)
            places.push_back(text.path.substr(7 + step.name.size()));
    }
    return places;
}

} // namespace penstock::edit
