#include "core/edit/crossing.h"

#include "core/base/ids.h"
#include "core/edit/names.h"
#include "core/edit/patching.h"

#include <algorithm>

namespace penstock::edit {

using check::Edge;
using check::EdgeKind;
using check::Text;
using check::TextUse;
using expression::Reference;
using expression::Root;
using format::YamlValue;
using pipeline::Step;

namespace {

Reference shortened(Reference reference, std::size_t segments)
{
    reference.segments.resize(std::min(segments, reference.segments.size()));
    return reference;
}

// Where "outputs" stands in steps.train.outputs.model or steps.sweep.best.outputs.model; 0: nowhere.
std::size_t outputsAt(const Reference& reference)
{
    return reference.nameAt(1) == "outputs" ? 1 : reference.nameAt(1) == "best" && reference.nameAt(2) == "outputs" ? 2 : 0;
}

std::set<std::string, std::less<>> keysOf(const YamlValue& object)
{
    std::set<std::string, std::less<>> keys;
    for (const auto& [key, value] : object.items())
        keys.insert(key);
    return keys;
}

std::string lastName(const Reference& reference)
{
    for (std::size_t i = reference.segments.size(); i > 0; --i) {
        if (const std::string_view name = reference.nameAt(i - 1); !name.empty())
            return std::string(name);
    }
    return "value";
}

std::string marked(const std::string& expression) { return "${{ " + expression + " }}"; }

Error about(const char* id, const std::string& step, const Reference& reference)
{
    return editError(ErrorCode::invalid, id, {{"step", step}, {"path", reference.text()}});
}

} // namespace

Crossing::Crossing(const Document& document, const check::Facts& facts, const std::set<std::string>& steps, std::string name)
    : m_document(document)
    , m_facts(facts)
    , m_steps(steps)
    , m_name(std::move(name))
{}

Rewrite Crossing::byText(const Texts& texts)
{
    return [&texts](const Reference& reference, std::string_view) -> std::optional<std::string> {
        const auto found = texts.find(reference.text());
        return found == texts.end() ? std::nullopt : std::optional(found->second);
    };
}

Result<void> Crossing::read()
{
    if (auto fine = edges(); !fine)
        return fine;
    if (auto fine = noWayAround(); !fine)
        return fine;
    // Parameters keep their names, so they come first.
    for (const bool parametersOnly : {true, false}) {
        for (const Text& each : m_facts.texts()) {
            if (auto fine = text(each, parametersOnly); !fine)
                return fine;
        }
    }
    return {};
}

Result<void> Crossing::edges() const
{
    const auto crosses = [this](const Edge& edge) -> Result<void> {
        const std::string& from = m_facts.step(edge.from).name;
        const std::string& to = m_facts.step(edge.to).name;
        if (edge.kind != EdgeKind::branch || isInside(from) == isInside(to))
            return {};
        return isInside(from) ? Result<void>(editError(ErrorCode::invalid, "edit.collapse_branch_out", {{"from", from}, {"to", to}})) : mayLeadIn(edge);
    };
    for (const auto* edges : {&m_facts.edges(), &m_facts.waysBack()}) {
        for (const Edge& edge : *edges) {
            if (auto fine = crosses(edge); !fine)
                return fine;
        }
    }
    return {};
}

// The new step is where the branch leads, so all of it must come after the old target.
Result<void> Crossing::mayLeadIn(const Edge& branch) const
{
    for (const std::string& name : m_steps) {
        const std::size_t step = *m_facts.find(name);
        const bool isEntry = std::ranges::none_of(m_facts.into(step), [&](std::size_t edge) { return isInside(m_facts.step(m_facts.edges()[edge].from).name); });
        if (isEntry != (step == branch.to))
            return editError(ErrorCode::invalid, "edit.collapse_branch_in", {{"from", m_facts.step(branch.from).name}, {"to", m_facts.step(branch.to).name}});
    }
    return {};
}

std::set<std::size_t> Crossing::reached(bool forward) const
{
    std::set<std::size_t> seen;
    std::vector<std::size_t> open;
    for (const std::string& name : m_steps)
        open.push_back(*m_facts.find(name));
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        for (const std::size_t edge : forward ? m_facts.outOf(at) : m_facts.into(at)) {
            const std::size_t next = forward ? m_facts.edges()[edge].to : m_facts.edges()[edge].from;
            if (seen.insert(next).second)
                open.push_back(next);
        }
    }
    return seen;
}

Result<void> Crossing::noWayAround() const
{
    const std::set<std::size_t> before = reached(false), after = reached(true);
    for (const std::size_t step : before) {
        if (after.count(step) > 0 && !isInside(m_facts.step(step).name))
            return editError(ErrorCode::invalid, "edit.collapse_around", {{"step", m_facts.step(step).name}});
    }
    return {};
}

Result<void> Crossing::text(const Text& text, bool parametersOnly)
{
    const bool inside = text.step != check::noStep && isInside(m_facts.step(text.step).name);
    if (inside && text.outlivesFailure)
        return editError(ErrorCode::invalid, "edit.collapse_status", {{"step", m_facts.step(text.step).name}});
    for (const Reference& reference : text.references) {
        if (auto fine = inside ? fromInside(text, reference, parametersOnly) : fromOutside(text, reference); !fine)
            return fine;
    }
    return {};
}

Result<void> Crossing::fromInside(const Text& text, const Reference& reference, bool parametersOnly)
{
    if (reference.root == Root::params)
        return takeParameter(reference);
    if (reference.root == Root::production)
        nameLine(reference, true);
    const bool isOfStep = reference.root == Root::steps || reference.root == Root::previous;
    if (!isOfStep || parametersOnly || isInside(std::string(reference.nameAt(0))) || !m_facts.find(reference.nameAt(0)))
        return {};
    return takeValue(text, reference);
}

Result<void> Crossing::takeParameter(const Reference& reference)
{
    const std::string name(reference.nameAt(0));
    const format::YamlNode* node = m_document.read().tree->find({"parameters", name});
    if (name.empty() || !node)
        return editError(ErrorCode::invalid, "edit.collapse_parameter", {{"path", reference.text()}});
    m_parameters[name] = format::valueOf(*node);
    m_given[name] = marked("params." + name);
    return {};
}

Result<void> Crossing::takeValue(const Text& text, const Reference& reference)
{
    const std::string& step = m_facts.step(text.step).name;
    const Step& producer = m_facts.step(*m_facts.find(reference.nameAt(0)));
    if (reference.insideDefault || reference.root == Root::previous)
        return about("edit.collapse_maybe", step, reference);
    const bool isFile = text.use == TextUse::input || text.use == TextUse::artifact || text.use == TextUse::metrics;
    const std::string type = isFile ? std::string() : typeOf(producer, reference);
    if (type.empty())
        return about("edit.collapse_file", step, reference);
    if (m_inward.count(reference.text()) > 0)
        return {};
    const std::string name = freeName(keysOf(m_parameters), lastName(reference));
    m_parameters[name] = {{"type", type}};
    m_given[name] = marked(reference.text());
    m_inward[reference.text()] = "params." + name;
    return {};
}

// Of a parameter that takes the value; nothing: no parameter can.
std::string Crossing::typeOf(const Step& step, const Reference& reference) const
{
    if (!step.map.is_null() || reference.segments.size() < 2)
        return {};
    if (reference.nameAt(1) == "metrics")
        return reference.segments.size() == 3 ? "number" : "";
    if (reference.nameAt(1) != "outputs")
        return "string";
    const auto* command = std::get_if<pipeline::Command>(&step.body);
    const std::string name(reference.nameAt(2));
    for (std::size_t i = 0; command && i < command->outputs.size(); ++i) {
        if (command->outputs[i].first == name)
            return {};
    }
    for (std::size_t i = 0; command && i < command->values.size(); ++i) {
        const auto& choices = command->values[i].second.choices;
        if (command->values[i].first == name && !choices.empty() && !choices.front().is_string())
            return choices.front().is_boolean() ? "boolean" : choices.front().is_number() ? "number" : "";
    }
    return reference.segments.size() == 3 ? "string" : "";
}

Result<void> Crossing::fromOutside(const Text& text, const Reference& reference)
{
    if (reference.root == Root::production)
        nameLine(reference, false);
    const bool isOfStep = reference.root == Root::steps || reference.root == Root::previous;
    if (!isOfStep || !isInside(std::string(reference.nameAt(0))))
        return {};
    const std::string step = text.step == check::noStep ? std::string(text.path) : m_facts.step(text.step).name;
    if (reference.insideDefault || reference.root == Root::previous)
        return about("edit.collapse_maybe", step, reference);
    if (reference.nameAt(1).empty() || text.use == TextUse::metrics)
        return about("edit.collapse_result", step, reference);
    const std::size_t at = outputsAt(reference);
    const Reference exported = at > 0 ? shortened(reference, at + 2) : reference;
    auto found = m_exported.find(exported.text());
    if (found == m_exported.end()) {
        const std::string name = freeName(keysOf(m_outputs), lastName(exported));
        m_outputs[name] = marked(exported.text());
        found = m_exported.emplace(exported.text(), name).first;
    }
    m_outward[reference.text()] = ("steps." + m_name).append(".outputs.").append(found->second).append(reference.text().substr(exported.text().size()));
    return {};
}

// `production` is that of the one line that the pipeline registers; where that step is not, the line has to be named.
void Crossing::nameLine(const Reference& reference, bool inside)
{
    std::set<ModelLine> lines;
    bool isHere = false;
    for (const Step& step : m_facts.pipeline().steps) {
        if (const auto* record = std::get_if<pipeline::Register>(&step.body)) {
            lines.insert({record->model, record->major});
            isHere = isHere || isInside(step.name) == inside;
        }
    }
    if (reference.line || isHere || lines.size() != 1)
        return;
    Reference named = reference;
    named.line = lines.begin()->text();
    (inside ? m_inward : m_outward)[reference.text()] = named.text();
}

} // namespace penstock::edit
