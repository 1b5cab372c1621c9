#include "core/check/completion.h"

#include "core/check/completion_rank.h"
#include "core/check/completion_site.h"
#include "core/check/expected_values.h"
#include "core/check/facts.h"
#include "core/check/members.h"
#include "core/expression/expression.h"
#include "core/expression/functions.h"
#include "core/pipeline/kinds.h"
#include "core/pipeline/words.h"

#include <algorithm>
#include <optional>

namespace penstock::check {

namespace {

using expression::Root;
using Kind = Completion::Kind;
using Of = CompletionPlace::Of;

// The step itself and all that come after it: a reference to one of them would make a circle.
std::vector<bool> laterThan(const Facts& facts, std::optional<std::size_t> self)
{
    std::vector<bool> isLater(facts.pipeline().steps.size(), false);
    std::vector<std::size_t> open;
    if (self)
        open.push_back(*self);
    while (!open.empty()) {
        const std::size_t step = open.back();
        open.pop_back();
        if (isLater[step])
            continue;
        isLater[step] = true;
        for (const std::size_t edge : facts.outOf(step))
            open.push_back(facts.edges()[edge].to);
    }
    return isLater;
}

Message aboutStep(const pipeline::Step& step)
{
    return step.title.empty() ? Message{"kind." + std::string(pipeline::describe(step.kind()).key), {}} : Message{"complete.about", {{"text", step.title}}};
}

class Offers final {
public:
    Offers(const pipeline::Pipeline& pipeline, const CompletionPlace& place, const CompletionSite& site, bool dotFollows)
        : m_facts(pipeline)
        , m_place(place)
        , m_site(site)
        , m_dotFollows(dotFollows)
        , m_self(m_facts.find(place.step))
    {
        m_isLater = laterThan(m_facts, m_self);
    }

    std::vector<Completion> all()
    {
        if (m_site.inString)
            values();
        else if (m_site.path.empty())
            roots();
        else if (const auto root = expression::rootNamed(m_site.path.front()))
            below(*root);
        return ranked(std::move(m_items), m_site.typed);
    }

    // Whole texts, for a field that holds exactly one output.
    std::vector<Completion> artifacts()
    {
        for (std::size_t i = 0; i < m_facts.pipeline().steps.size(); ++i) {
            const auto* command = std::get_if<pipeline::Command>(&m_facts.step(i).body);
            if (m_isLater[i] || !command)
                continue;
            for (const auto& [name, output] : command->outputs) {
                const std::string path = "steps." + m_facts.step(i).name + ".outputs." + name;
                put(Kind::value, "${{ " + path + " }}", aboutOutput(output), path);
            }
        }
        return ranked(std::move(m_items), m_site.typed);
    }

private:
    const pipeline::Step* self() const { return m_self ? &m_facts.step(*m_self) : nullptr; }

    void put(Kind kind, std::string insert, Message about = {}, std::string shown = {})
    {
        const std::size_t caret = insert.size();
        m_items.push_back({std::move(insert), caret, std::move(shown), kind, std::move(about)});
    }

    void putWithMore(Kind kind, const std::string& name, Message about) { put(kind, m_dotFollows ? name : name + '.', std::move(about), name); }

    void roots()
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

    bool isOffered(Root root) const
    {
        const auto* command = self() ? std::get_if<pipeline::Command>(&self()->body) : nullptr;
        switch (root) {
        case Root::event: return m_place.of == Of::trigger;
        case Root::steps: return m_place.of != Of::trigger;
        case Root::inputs: return m_place.of == Of::command && command && !command->inputs.empty();
        case Root::outputs: return m_place.of == Of::command && command && !command->outputs.empty();
        case Root::item: return self() && !self()->map.is_null();
        case Root::previous: return std::ranges::any_of(m_facts.order(), [this](std::size_t step) { return m_facts.isRepeated(step); });
        default: return m_place.of != Of::trigger;
        }
    }

    void below(Root root)
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

    void words(const std::vector<std::string>& names, const std::string& id)
    {
        if (m_site.path.size() > 1)
            return;
        for (const std::string& name : names)
            put(Kind::member, name, {id + name, {}});
    }

    void parameters()
    {
        if (m_site.path.size() > 1)
            return;
        for (const pipeline::Parameter& parameter : m_facts.pipeline().parameters) {
            const std::string type(pipeline::word(parameter.type));
            put(Kind::name, parameter.name, parameter.about.empty() ? Message{"complete.parameter", {{"type", type}}} : Message{"complete.about", {{"text", parameter.about}}});
        }
    }

    void steps(bool previous)
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

    void members(const pipeline::Step& step)
    {
        for (const std::string& name : membersOf(step)) {
            const Message about{"complete.member." + name, {}};
            if (name == "outputs" || name == "metrics" || name == "values" || name == "best")
                putWithMore(Kind::member, name, about);
            else
                put(Kind::member, name, about);
        }
    }

    void results(const pipeline::Step& step, bool artifactsToo)
    {
        const auto* command = std::get_if<pipeline::Command>(&step.body);
        if (!command)
            return;
        if (artifactsToo) {
            for (const auto& [name, output] : command->outputs)
                put(Kind::name, name, aboutOutput(output));
        }
        for (const auto& [name, value] : command->values) {
            if (m_place.of != Of::artifact)
                put(Kind::name, name, value.choices.empty() ? Message{"complete.value", {}} : Message{"complete.choices", {{"choices", shownValues(value.choices)}}});
        }
    }

    static Message aboutOutput(const pipeline::Output& output)
    {
        return output.kind.empty() ? Message{"complete.output", {}} : Message{"complete.output_of_kind", {{"kind", output.kind}}};
    }

    void places(bool inputs)
    {
        const auto* command = self() ? std::get_if<pipeline::Command>(&self()->body) : nullptr;
        if (!command || m_site.path.size() > 1)
            return;
        if (!inputs) {
            for (const auto& [name, output] : command->outputs)
                put(Kind::name, name, {"complete.output_place", {}});
            return;
        }
        for (const auto& [name, input] : command->inputs)
            put(Kind::name, name, {"complete.input_place", {{"source", input.source}}});
    }

    // The names of a grid, or the members that the first of the items has.
    void item()
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

    void values()
    {
        const auto path = expression::parse(m_site.compared);
        if (!path || expression::references(*path).size() != 1)
            return;
        for (const Json& value : choicesOf(m_facts, expression::references(*path).front())) {
            if (value.is_string())
                put(Kind::value, value.get<std::string>() + (m_site.isClosed ? "" : "'"), {}, value.get<std::string>());
        }
    }

    Facts m_facts;
    const CompletionPlace& m_place;
    const CompletionSite& m_site;
    bool m_dotFollows;
    std::optional<std::size_t> m_self;
    std::vector<bool> m_isLater; // with the step itself
    std::vector<Completion> m_items;
};

} // namespace

Completions stepNamesAt(const pipeline::Pipeline& pipeline, const std::string& step, bool before, std::string_view text, std::size_t cursor)
{
    Completions found;
    cursor = std::min(cursor, text.size());
    const std::size_t comma = cursor == 0 ? std::string_view::npos : text.rfind(',', cursor - 1);
    found.begin = comma == std::string_view::npos ? 0 : comma + 1;
    while (found.begin < cursor && text[found.begin] == ' ')
        ++found.begin;
    found.end = std::min(text.find(',', cursor), text.size());
    const Facts facts(pipeline);
    const std::vector<bool> isLater = before ? laterThan(facts, facts.find(step)) : std::vector<bool>(pipeline.steps.size(), false);
    for (std::size_t i = 0; i < pipeline.steps.size(); ++i) {
        const pipeline::Step& other = pipeline.steps[i];
        if (other.name != step && !isLater[i])
            found.items.push_back({other.name, other.name.size(), {}, Kind::step, aboutStep(other)});
    }
    found.items = ranked(std::move(found.items), std::string(text.substr(found.begin, cursor - found.begin)));
    return found;
}

Completions completionsAt(const pipeline::Pipeline& pipeline, const CompletionPlace& place, std::string_view text, std::size_t cursor)
{
    CompletionSite site = siteAt(text, cursor, place.isExpression);
    const bool isWhole = place.of == Of::artifact && !site.isInside && text.find("${{") == std::string_view::npos;
    if (!site.isInside && !isWhole)
        return {site.begin, site.end, {}};
    if (isWhole) {
        site.typed = std::string(text);
        return {0, text.size(), Offers(pipeline, place, site, false).artifacts()};
    }
    const bool dotFollows = site.end < text.size() && text[site.end] == '.';
    return {site.begin, site.end, Offers(pipeline, place, site, dotFollows).all()};
}

} // namespace penstock::check
