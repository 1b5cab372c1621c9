#include "core/check/rules.h"

#include "core/base/spelling.h"
#include "core/check/members.h"

#include <algorithm>

namespace penstock::check {

namespace {

using expression::Reference;

std::vector<std::string> declared(const pipeline::Command& command)
{
    std::vector<std::string> names;
    for (const auto& [name, output] : command.outputs)
        names.push_back(name);
    for (const auto& [name, value] : command.values)
        names.push_back(name);
    return names;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

class Judge final {
public:
    Judge(const Facts& facts, Findings& findings, const Text& text, const Reference& reference, std::size_t producer)
        : m_findings(findings)
        , m_text(text)
        , m_reference(reference)
        , m_producer(facts.step(producer))
        , m_member(reference.nameAt(1))
    {}

    void judge()
    {
        if (m_member.empty())
            return;
        const std::vector<std::string> members = membersOf(m_producer);
        if (std::ranges::find(members, m_member) == members.end())
            return noMember(members);
        if (!m_producer.map.is_null())
            return mapped();
        const auto* command = std::get_if<pipeline::Command>(&m_producer.body);
        if (m_member == "metrics" && command && command->metrics.empty())
            warning({"check.no_metrics", {{"step", m_producer.name}}}, add("metrics: build/metrics.json"));
        if (m_member == "outputs" && command)
            output(*command);
    }

    void mapped()
    {
        if (m_member == "best" && memberAt(m_producer.map, "best").is_null())
            error({"check.no_best", {{"step", m_producer.name}}}, add("best: {metric: accuracy}"));
    }

private:
    void error(Message what, Message mend = {})
    {
        m_findings.errorIn(m_text.path, *m_text.content, m_reference.offset, std::move(what), std::move(mend));
    }

    void warning(Message what, Message mend)
    {
        m_findings.warningIn(m_text.path, *m_text.content, m_reference.offset, std::move(what), std::move(mend));
    }

    void noMember(const std::vector<std::string>& members)
    {
        const auto near = nearest(m_member, members);
        const Message mend = near ? didYouMean(*near) : Message{"check.mend.members", {{"members", joined(members)}}};
        error({"check.no_such_result", {{"step", m_producer.name}, {"name", m_member}}}, mend);
    }

    void output(const pipeline::Command& command)
    {
        const std::string name(m_reference.nameAt(2));
        const std::vector<std::string> names = declared(command);
        if (name.empty())
            return;
        if (std::ranges::find(names, name) == names.end())
            return undeclared(command, name, names);
        const bool isArtifact = std::ranges::find(command.outputs, name, &std::pair<std::string, pipeline::Output>::first) != command.outputs.end();
        const bool isPlace = m_text.use == TextUse::argument || m_text.use == TextUse::script || m_text.use == TextUse::environment;
        if (isArtifact && isPlace)
            error({"check.artifact_in_command", {{"path", m_reference.text()}}},
                  {"check.mend.declare_input", {{"name", name}, {"path", m_reference.text()}}});
    }

    // Without `values` a command may write any key to $PENSTOCK_OUTPUTS, so a name that is not close to a declared one may come.
    void undeclared(const pipeline::Command& command, const std::string& name, const std::vector<std::string>& names)
    {
        const Message what{"check.unknown_output", {{"step", m_producer.name}, {"name", name}}};
        if (const auto near = nearest(name, names))
            return error(what, didYouMean(*near));
        const Message mend = add("values: {" + name + ": {}}");
        if (command.values.empty() && m_text.use != TextUse::input && m_text.use != TextUse::artifact)
            m_findings.warningIn(m_text.path, *m_text.content, m_reference.offset, {"check.undeclared_value", {{"step", m_producer.name}, {"name", name}}}, mend);
        else
            error(what, add("outputs: {" + name + ": build/" + name + "}"));
    }

    Findings& m_findings;
    const Text& m_text;
    const Reference& m_reference;
    const pipeline::Step& m_producer;
    std::string m_member;
};

} // namespace

void checkResults(const Facts& facts, Findings& findings)
{
    for (const Text& text : facts.texts()) {
        for (const Reference& reference : text.references) {
            if (reference.root != expression::Root::steps || text.step == noStep)
                continue;
            if (const auto producer = facts.find(reference.nameAt(0)))
                Judge(facts, findings, text, reference, *producer).judge();
        }
    }
}

} // namespace penstock::check
