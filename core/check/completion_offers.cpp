#include "core/check/completion_offers.h"

#include "core/check/completion_rank.h"
#include "core/check/expected_values.h"
#include "core/check/members.h"
#include "core/check/opened_outputs.h"
#include "core/check/step_completion.h"
#include "core/expression/functions.h"
#include "core/pipeline/words.h"

#include <algorithm>

namespace penstock::check {

using expression::Root;
using Kind = Completion::Kind;
using Of = CompletionPlace::Of;

namespace {

Message aboutOutput(const pipeline::Output& output)
{
    return output.kind.empty() ? Message{"complete.output", {}} : Message{"complete.output_of_kind", {{"kind", output.kind}}};
}

} // namespace

Offers::Offers(const pipeline::Pipeline& pipeline, const Library& opened, const CompletionPlace& place, const CompletionSite& site, bool dotFollows)
    : m_facts(pipeline)
    , m_opened(opened)
    , m_place(place)
    , m_site(site)
    , m_dotFollows(dotFollows)
    , m_self(m_facts.find(place.step))
    , m_isLater(laterThan(m_facts, m_self))
{}

const pipeline::Command* Offers::command() const { return self() ? std::get_if<pipeline::Command>(&self()->body) : nullptr; }

std::vector<Completion> Offers::all()
{
    if (m_site.inString)
        values();
    else if (m_site.path.empty())
        roots();
    else if (const auto root = expression::rootNamed(m_site.path.front()))
        below(*root);
    return ranked(std::move(m_items), m_site.typed);
}

std::vector<Completion> Offers::artifacts()
{
    for (std::size_t i = 0; i < m_facts.pipeline().steps.size(); ++i) {
        if (m_isLater[i])
            continue;
        const pipeline::Step& step = m_facts.step(i);
        if (const auto* command = std::get_if<pipeline::Command>(&step.body)) {
            for (const auto& [name, output] : command->outputs)
                wholeOutput(step, name, output);
        } else if (const auto* sub = std::get_if<pipeline::SubPipeline>(&step.body)) {
            for (const OpenedOutput& output : outputsOf(*sub, m_opened)) {
                if (output.artifact)
                    wholeOutput(step, output.name, *output.artifact);
            }
        }
    }
    return ranked(std::move(m_items), m_site.typed);
}

void Offers::wholeOutput(const pipeline::Step& step, const std::string& name, const pipeline::Output& output)
{
    const std::string path = "steps." + step.name + ".outputs." + name;
    put(Kind::value, "${{ " + path + " }}", aboutOutput(output), path);
    m_items.back().path = path;
}

void Offers::put(Kind kind, std::string insert, Message about, std::string shown)
{
    const std::size_t caret = insert.size();
    m_items.push_back({std::move(insert), caret, std::move(shown), kind, std::move(about)});
}

void Offers::putValue(Kind kind, const std::string& name, Message about)
{
    put(kind, name, std::move(about));
    m_items.back().path = m_site.before + name;
}

void Offers::putWithMore(Kind kind, const std::string& name, Message about) { put(kind, m_dotFollows ? name : name + '.', std::move(about), name); }

void Offers::roots()
{
    for (const Root root : {Root::steps, Root::params, Root::inputs, Root::outputs, Root::item, Root::event, Root::production, Root::run, Root::previous}) {
        const std::string name(expression::rootName(root));
        if (isOffered(root))
            putWithMore(Kind::root, name, {"complete.root." + name, {}});
    }
    for (const expression::FunctionSignature& signature : expression::functionSignatures()) {
        const std::string name(signature.name);
        put(Kind::function, name + "()", {"complete.function." + name, {}}, std::string(signature.usage));
        m_items.back().caret -= signature.most > 0 ? 1 : 0;
    }
    for (const char* word : {"true", "false", "null"})
        put(Kind::word, word);
}

bool Offers::isOffered(Root root) const
{
    switch (root) {
    case Root::event: return m_place.of == Of::trigger;
    case Root::steps: return m_place.of != Of::trigger;
    case Root::inputs: return m_place.of == Of::command && command() && !command()->inputs.empty();
    case Root::outputs: return m_place.of == Of::command && command() && !command()->outputs.empty();
    case Root::item: return self() && !self()->map.is_null();
    case Root::previous: return std::ranges::any_of(m_facts.order(), [this](std::size_t step) { return m_facts.isRepeated(step); });
    default: return m_place.of != Of::trigger;
    }
}

void Offers::below(Root root)
{
    switch (root) {
    case Root::params: return parameters();
    case Root::steps:
    case Root::previous: return steps(root == Root::previous);
    case Root::inputs: return places(true);
    case Root::outputs: return places(false);
    case Root::item: return item();
    case Root::run: return words(runMembers(), "complete.run.");
    case Root::production: return words(productionMembers(), "complete.production.");
    case Root::event: return;
    }
}

void Offers::words(const std::vector<std::string>& names, const std::string& id)
{
    if (m_site.path.size() > 1)
        return;
    for (const std::string& name : names)
        putValue(Kind::member, name, {id + name, {}});
}

void Offers::parameters()
{
    if (m_site.path.size() > 1)
        return;
    for (const pipeline::Parameter& parameter : m_facts.pipeline().parameters) {
        const std::string type(pipeline::word(parameter.type));
        putValue(Kind::name, parameter.name, parameter.about.empty() ? Message{"complete.parameter", {{"type", type}}} : Message{"complete.about", {{"text", parameter.about}}});
    }
}

void Offers::steps(bool previous)
{
    if (m_site.path.size() == 1) {
        for (std::size_t i = 0; i < m_facts.pipeline().steps.size(); ++i) {
            if (previous ? m_facts.isRepeated(i) : !m_isLater[i])
                putWithMore(Kind::step, m_facts.step(i).name, aboutStep(m_facts.step(i)));
        }
        return;
    }
    const auto found = m_facts.find(m_site.path[1]);
    if (!found)
        return;
    if (m_site.path.size() == 2)
        members(m_facts.step(*found));
    else if (m_site.path.size() == 3 && (m_site.path[2] == "outputs" || m_site.path[2] == "values"))
        results(m_facts.step(*found), m_site.path[2] == "outputs");
}

void Offers::members(const pipeline::Step& step)
{
    for (const std::string& name : membersOf(step)) {
        const Message about{"complete.member." + name, {}};
        if (name == "outputs" || name == "metrics" || name == "values" || name == "best")
            putWithMore(Kind::member, name, about);
        else
            putValue(Kind::member, name, about);
    }
}

void Offers::results(const pipeline::Step& step, bool artifactsToo)
{
    const auto* sub = std::get_if<pipeline::SubPipeline>(&step.body);
    if (sub && artifactsToo)
        return given(*sub);
    const auto* command = std::get_if<pipeline::Command>(&step.body);
    if (!command)
        return;
    if (artifactsToo) {
        for (const auto& [name, output] : command->outputs)
            putValue(Kind::name, name, aboutOutput(output));
    }
    for (const auto& [name, value] : command->values) {
        if (m_place.of != Of::artifact)
            putValue(Kind::name, name, value.choices.empty() ? Message{"complete.value", {}} : Message{"complete.choices", {{"choices", shownValues(value.choices)}}});
    }
}

void Offers::given(const pipeline::SubPipeline& sub)
{
    for (const OpenedOutput& output : outputsOf(sub, m_opened)) {
        if (output.artifact)
            putValue(Kind::name, output.name, aboutOutput(*output.artifact));
        else if (m_place.of != Of::artifact)
            putValue(Kind::name, output.name, {"complete.given", {{"file", sub.file}}});
    }
}

void Offers::places(bool inputs)
{
    if (!command() || m_site.path.size() > 1)
        return;
    if (!inputs) {
        for (const auto& [name, output] : command()->outputs)
            put(Kind::name, name, {"complete.output_place", {}});
        return;
    }
    for (const auto& [name, input] : command()->inputs)
        put(Kind::name, name, {"complete.input_place", {{"source", input.source}}});
}

// The names of a grid, or the members that the first of the items has.
void Offers::item()
{
    if (!self() || m_site.path.size() > 1)
        return;
    const Json& over = memberAt(self()->map, "over");
    const Json& names = over.is_array() && !over.empty() ? over.front() : over;
    if (!names.is_object())
        return;
    for (const auto& [name, value] : names.items())
        put(Kind::name, name, {"complete.item", {}});
}

void Offers::values()
{
    const auto path = expression::parse(m_site.compared);
    if (!path || expression::references(*path).size() != 1)
        return;
    for (const Json& value : choicesOf(m_facts, expression::references(*path).front())) {
        if (value.is_string())
            put(Kind::value, value.get<std::string>() + (m_site.isClosed ? "" : "'"), {}, value.get<std::string>());
    }
}

} // namespace penstock::check
