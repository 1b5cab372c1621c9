#include "core/check/rules.h"

#include "core/base/ids.h"
#include "core/base/spelling.h"
#include "core/check/members.h"

#include <algorithm>
#include <set>

namespace penstock::check {

namespace {

using expression::Reference;
using expression::Root;

template <class T>
std::vector<std::string> namesOf(const pipeline::Named<T>& named)
{
    std::vector<std::string> names;
    for (const auto& [name, value] : named)
        names.push_back(name);
    return names;
}

bool isCommandText(TextUse use)
{
    return use == TextUse::argument || use == TextUse::script || use == TextUse::environment;
}

class Judge final {
public:
    Judge(const Facts& facts, Findings& findings)
        : m_facts(facts)
        , m_findings(findings)
    {
        for (const pipeline::Parameter& parameter : facts.pipeline().parameters)
            m_parameters.push_back(parameter.name);
        for (const pipeline::Step& step : facts.pipeline().steps) {
            if (const auto* record = std::get_if<pipeline::Register>(&step.body))
                m_lines.insert({record->model, record->major});
        }
    }

    void judge(const Text& text)
    {
        m_text = &text;
        for (const Reference& reference : text.references)
            judge(reference);
    }

private:
    void judge(const Reference& reference)
    {
        if (isOfTrigger() != (reference.root == Root::event))
            return isOfTrigger() ? error(reference, {"check.no_event", {{"path", reference.text()}}}, {"check.mend.only_event", {}})
                                 : error(reference, {"check.event_in_step", {{"path", reference.text()}}}, {"check.mend.event_as_parameter", {}});
        switch (reference.root) {
        case Root::event: return;
        case Root::params: return parameter(reference);
        case Root::steps: return step(reference);
        case Root::previous: return previous(reference);
        case Root::production: return production(reference);
        case Root::run: return member(reference, runMembers(), {"check.no_run_member", {{"name", std::string(reference.nameAt(0))}}});
        case Root::inputs:
        case Root::outputs: return place(reference);
        case Root::item: return item(reference);
        }
    }

    void error(const Reference& reference, Message what, Message mend = {})
    {
        m_findings.errorIn(m_text->path, *m_text->content, reference.offset, std::move(what), std::move(mend));
    }

    // The first name of the path must be one of these; a path that ends before it, or goes on by index, is let through.
    void member(const Reference& reference, const std::vector<std::string>& known, Message what)
    {
        const std::string name(reference.nameAt(0));
        if (name.empty() || std::ranges::find(known, name) != known.end())
            return;
        const auto near = nearest(name, known);
        error(reference, std::move(what), near ? didYouMean(*near) : Message{});
    }

    bool isOfTrigger() const { return m_text->use == TextUse::trigger || m_text->use == TextUse::triggerCondition; }

    void parameter(const Reference& reference)
    {
        member(reference, m_parameters, {"check.unknown_parameter", {{"name", std::string(reference.nameAt(0))}}});
    }

    void step(const Reference& reference)
    {
        const std::string name(reference.nameAt(0));
        if (m_text->step == noStep && m_text->use != TextUse::result)
            return error(reference, {"check.step_in_defaults", {{"path", reference.text()}}}, {"check.mend.env_of_step", {}});
        if (name.empty() || m_facts.find(name))
            return;
        const auto near = m_facts.nearestStep(name);
        error(reference, {"check.unknown_step", {{"name", name}}}, near ? didYouMean(*near) : Message{});
    }

    void previous(const Reference& reference)
    {
        step(reference);
        const std::string name(reference.nameAt(0));
        const auto found = m_facts.find(name);
        if (found && !m_facts.isRepeated(*found))
            error(reference, {"check.no_previous", {{"path", reference.text()}, {"step", name}}}, {"check.mend.no_previous", {}});
        else if (found && !reference.insideDefault)
            error(reference, {"check.previous_may_be_missing", {{"path", reference.text()}}}, {"check.mend.default", {{"path", reference.text()}}});
    }

    void production(const Reference& reference)
    {
        if (reference.line && !ModelLine::parse(*reference.line))
            error(reference, {"check.bad_line", {{"line", *reference.line}}}, write("production('digits v1')"));
        else if (!reference.line && m_lines.empty())
            error(reference, {"check.production_of_no_line", {}}, write("production('digits v1')"));
        else if (!reference.line && m_lines.size() > 1)
            error(reference, {"check.production_of_many_lines", {}}, write("production('" + m_lines.begin()->text() + "')"));
        member(reference, productionMembers(), {"check.no_production_member", {{"name", std::string(reference.nameAt(0))}}});
    }

    void place(const Reference& reference)
    {
        const auto* command = m_text->step == noStep ? nullptr : std::get_if<pipeline::Command>(&m_facts.step(m_text->step).body);
        if (!command || !isCommandText(m_text->use))
            return error(reference, {"check.place_outside_command", {{"path", reference.text()}}});
        const std::string name(reference.nameAt(0));
        if (reference.root == Root::inputs)
            member(reference, namesOf(command->inputs), {"check.unknown_input", {{"name", name}}});
        else
            member(reference, namesOf(command->outputs), {"check.unknown_output_place", {{"name", name}}});
    }

    void item(const Reference& reference)
    {
        if (m_text->step == noStep || m_facts.step(m_text->step).map.is_null())
            error(reference, {"check.item_outside_map", {{"path", reference.text()}}});
    }

    const Facts& m_facts;
    Findings& m_findings;
    const Text* m_text = nullptr;
    std::vector<std::string> m_parameters;
    std::set<ModelLine> m_lines;
};

} // namespace

void checkReferences(const Facts& facts, Findings& findings)
{
    Judge judge(facts, findings);
    for (const Text& text : facts.texts())
        judge.judge(text);
}

} // namespace penstock::check
