#include "core/check/opened.h"

#include "core/base/spelling.h"
#include "core/check/rules.h"
#include "core/pipeline/parameters.h"
#include "core/pipeline/workspace_path.h"

#include <algorithm>
#include <set>

namespace penstock::check {

namespace {

using pipeline::Pipeline;
using pipeline::SubPipeline;

std::string normalised(const std::string& file) { return pipeline::WorkspacePath::of(file).path; }

const SubPipeline* openedBy(const pipeline::Step& step) { return step.enabled ? std::get_if<SubPipeline>(&step.body) : nullptr; }

template <class Range, class Name>
std::vector<std::string> namesOf(const Range& range, Name name)
{
    std::vector<std::string> names;
    for (const auto& each : range)
        names.push_back(name(each));
    return names;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

// "a -> b -> a", or nothing: the way from a file back to itself.
class Circle final {
public:
    Circle(const Library& library, const std::string& wanted)
        : m_library(library)
        , m_wanted(wanted)
    {}

    std::string through(const std::string& file)
    {
        if (file == m_wanted)
            return file;
        const auto found = m_library.find(file);
        if (found == m_library.end() || !found->second || !m_seen.insert(file).second)
            return {};
        for (const std::string& next : openedFiles(*found->second)) {
            if (const std::string rest = through(next); !rest.empty())
                return file + " -> " + rest;
        }
        return {};
    }

private:
    const Library& m_library;
    const std::string& m_wanted;
    std::set<std::string> m_seen; // bounds the depth too: a library holds what could be read
};

class Opening final {
public:
    Opening(const Facts& facts, std::size_t step, const SubPipeline& sub, Findings& findings)
        : m_facts(facts)
        , m_step(step)
        , m_sub(sub)
        , m_path(facts.path(step) + ".pipeline")
        , m_findings(findings)
    {}

    void judge(const std::string& own, const Library& library)
    {
        if (m_sub.file.empty())
            return m_findings.error(m_path, {"check.opened_unnamed", {}}, {"check.mend.opened_file", {}});
        const std::string file = normalised(m_sub.file);
        const auto found = library.find(file);
        if (file.empty() || found == library.end())
            return m_findings.error(m_path + ".file", {"check.opened_missing", {{"file", m_sub.file}}}, {"check.mend.opened_file", {}});
        if (const std::string circle = Circle(library, own).through(file); !circle.empty())
            return m_findings.error(m_path + ".file", {"check.opened_circle", {{"file", m_sub.file}, {"circle", own + " -> " + circle}}});
        if (!found->second)
            return;
        parameters(*found->second);
        outputs(*found->second);
    }

private:
    void parameters(const Pipeline& inner)
    {
        const auto known = namesOf(inner.parameters, [](const auto& parameter) { return parameter.name; });
        for (const auto& [name, value] : m_sub.parameters) {
            const std::string at = m_path + ".parameters." + name;
            const auto parameter = std::ranges::find(inner.parameters, name, &pipeline::Parameter::name);
            if (parameter == inner.parameters.end()) {
                const auto near = nearest(name, known);
                m_findings.error(at, {"check.opened_parameter_unknown", {{"file", m_sub.file}, {"name", name}}},
                                 near ? didYouMean(*near) : Message{"check.mend.opened_parameters", {{"names", joined(known)}}});
            } else if (!value.is_string() || value.get_ref<const std::string&>().find("${{") == std::string::npos) {
                if (const auto accepted = pipeline::acceptParameter(*parameter, value); !accepted)
                    m_findings.error(at, accepted.error().message);
            }
        }
        for (const pipeline::Parameter& parameter : inner.parameters) {
            const bool isGiven = std::ranges::find(m_sub.parameters, parameter.name, &std::pair<std::string, Json>::first) != m_sub.parameters.end();
            if (!isGiven && parameter.standard.is_null())
                m_findings.error(m_path, {"check.opened_parameter_missing", {{"file", m_sub.file}, {"name", parameter.name}}},
                                 add("parameters: {" + parameter.name + ": \"${{ params." + parameter.name + " }}\"}"));
        }
    }

    // Every `steps.NAME.outputs.X` of it, wherever that stands.
    void outputs(const Pipeline& inner)
    {
        const auto known = namesOf(inner.outputs, [](const auto& output) { return output.first; });
        for (const Text& text : m_facts.texts()) {
            for (const expression::Reference& reference : text.references) {
                const std::string name(reference.nameAt(2));
                if (reference.root != expression::Root::steps || reference.nameAt(0) != m_facts.step(m_step).name || reference.nameAt(1) != "outputs" || name.empty()
                    || std::ranges::find(known, name) != known.end())
                    continue;
                const auto near = nearest(name, known);
                m_findings.errorIn(text.path, *text.content, reference.offset, {"check.opened_output", {{"file", m_sub.file}, {"name", name}}},
                                   near ? didYouMean(*near) : Message{"check.mend.opened_output", {{"file", m_sub.file}, {"name", name}}});
            }
        }
    }

    const Facts& m_facts;
    std::size_t m_step;
    const SubPipeline& m_sub;
    std::string m_path;
    Findings& m_findings;
};

} // namespace

std::vector<std::string> openedFiles(const Pipeline& pipeline)
{
    std::vector<std::string> files;
    for (const pipeline::Step& step : pipeline.steps) {
        const SubPipeline* sub = openedBy(step);
        if (std::string file = sub ? normalised(sub->file) : std::string(); !file.empty() && std::ranges::find(files, file) == files.end())
            files.push_back(std::move(file));
    }
    return files;
}

pipeline::Issues checkOpened(const std::string& file, const Pipeline& pipeline, const pipeline::SourceMap& places, std::string_view source,
                             const Library& library)
{
    Findings findings(places, source);
    if (std::ranges::none_of(pipeline.steps, [](const pipeline::Step& step) { return openedBy(step) != nullptr; }))
        return findings.sorted();
    const Facts facts(pipeline);
    for (std::size_t i = 0; i < pipeline.steps.size(); ++i) {
        if (const SubPipeline* sub = openedBy(pipeline.steps[i]))
            Opening(facts, i, *sub, findings).judge(file, library);
    }
    return findings.sorted();
}

} // namespace penstock::check
