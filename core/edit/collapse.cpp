#include "core/edit/nesting.h"

#include "core/base/ids.h"
#include "core/edit/clipboard.h"
#include "core/edit/crossing.h"
#include "core/edit/cutting.h"
#include "core/edit/names.h"
#include "core/edit/patching.h"
#include "core/format/pipeline_writer.h"

#include <algorithm>

namespace penstock::edit {

using format::YamlPatch;
using format::YamlValue;
using pipeline::Step;

namespace {

class Collapsing final {
public:
    Collapsing(const Document& document, const std::vector<std::string>& steps, const std::string& name, const std::string& file)
        : m_document(document)
        , m_steps(steps.begin(), steps.end())
        , m_name(name)
        , m_file(file)
        , m_facts(document.pipeline())
        , m_crossing(document, m_facts, m_steps, name)
    {}

    Result<Collapsed> run()
    {
        if (auto fine = mayBegin(); !fine)
            return fine.error();
        if (auto read = m_crossing.read(); !read)
            return read.error();
        auto inside = inner();
        if (!inside)
            return inside.error();
        auto outside = outer();
        if (!outside)
            return outside.error();
        return Collapsed{std::move(*outside), inside->text()};
    }

private:
    Result<void> mayBegin() const
    {
        if (!m_document.isEditable())
            return editError(ErrorCode::invalid, "edit.text_broken");
        if (m_steps.empty())
            return editError(ErrorCode::invalid, "edit.collapse_nothing");
        for (const std::string& step : m_steps) {
            if (!m_facts.find(step))
                return editError(ErrorCode::notFound, "edit.no_step", {{"step", step}});
        }
        if (!isName(m_name))
            return editError(ErrorCode::invalid, "edit.bad_name", {{"name", m_name}});
        if (m_facts.find(m_name) && !m_crossing.isInside(m_name))
            return editError(ErrorCode::conflict, "edit.step_exists", {{"step", m_name}});
        return {};
    }

    Result<Document> inner() const
    {
        YamlValue head = {{"penstock", m_document.pipeline().version}, {"name", m_name}};
        if (!m_crossing.parameters().empty())
            head["parameters"] = m_crossing.parameters();
        if (const auto* defaults = m_document.read().tree->root.member("defaults"))
            head["defaults"] = format::valueOf(*defaults);
        std::string text = format::emitYaml(head, format::pipelineLayout());
        text += copied(m_document, {m_steps.begin(), m_steps.end()});
        if (!m_crossing.outputs().empty())
            text += format::emitYaml({{"outputs", m_crossing.outputs()}}, format::pipelineLayout());
        const auto inside = changed(Document(std::move(text), {}), {{}, m_crossing.inward()});
        if (!inside)
            return inside;
        return patched(*inside, [&](YamlPatch& patch) { return withoutNeedsOutside(patch, *inside); });
    }

    Result<void> withoutNeedsOutside(YamlPatch& patch, const Document& inside) const
    {
        for (const Step& step : inside.pipeline().steps) {
            std::vector<std::string> outside = step.needs;
            std::erase_if(outside, [this](const std::string& need) { return m_crossing.isInside(need); });
            if (auto done = cutNeeds(patch, inside, step, outside); !done)
                return done;
        }
        return {};
    }

    Result<Document> outer() const
    {
        const auto spoken = changed(m_document, {{}, m_crossing.outward()});
        if (!spoken)
            return spoken;
        const auto done = patched(*spoken, [&](YamlPatch& patch) { return write(patch, *spoken); }, layoutOf(m_document));
        if (!done)
            return done;
        format::NodePositions positions = done->positions();
        for (const std::string& step : m_steps) {
            if (const auto node = positions.extract(step); !node.empty())
                positions.emplace(m_name, node.mapped());
        }
        return withPositions(*done, positions);
    }

    Result<void> write(YamlPatch& patch, const Document& spoken) const
    {
        const Substitutes names = substitutes();
        for (const Step& step : spoken.pipeline().steps) {
            if (m_crossing.isInside(step.name))
                continue;
            if (auto done = aim(patch, spoken, step, names); !done)
                return done;
        }
        if (auto done = substituteInFrames(patch, spoken, names); !done)
            return done;
        const auto& all = spoken.pipeline().steps;
        const auto first = std::ranges::find_if(all, [this](const Step& step) { return m_crossing.isInside(step.name); });
        if (auto done = patch.removeEntries({"steps"}, {m_steps.begin(), m_steps.end()}); !done)
            return done;
        return patch.insertEntries({"steps"}, static_cast<std::size_t>(first - all.begin()), {{m_name, newStep()}});
    }

    Substitutes substitutes() const
    {
        Substitutes names;
        for (const std::string& step : m_steps)
            names[step] = {m_name};
        return names;
    }

    // What led to one of the steps leads to the new one.
    Result<void> aim(YamlPatch& patch, const Document& spoken, const Step& step, const Substitutes& names) const
    {
        Result<void> done;
        if (std::vector<std::string> needs = withNames(step.needs, names); needs != step.needs)
            done = setField(patch, spoken, step.name, "needs", needs);
        const auto* choose = std::get_if<pipeline::Choose>(&step.body);
        for (std::size_t i = 0; done && choose && i < choose->branches.size(); ++i) {
            const pipeline::Branch& branch = choose->branches[i];
            if (m_crossing.isInside(branch.target))
                done = patch.set({"steps", step.name, "choose", std::to_string(i), branch.condition.empty() ? "else" : "then"}, m_name);
        }
        if (done && step.onFailure && m_crossing.isInside(step.onFailure->target))
            done = patch.set({"steps", step.name, "on_failure", "goto"}, m_name);
        const auto* approve = std::get_if<pipeline::Approve>(&step.body);
        if (done && approve && m_crossing.isInside(approve->onReject))
            done = patch.set({"steps", step.name, "approve", "on_reject"}, m_name);
        return done;
    }

    YamlValue newStep() const
    {
        std::vector<std::string> needs;
        for (const Step& step : m_document.pipeline().steps) {
            for (std::size_t i = 0; m_crossing.isInside(step.name) && i < step.needs.size(); ++i) {
                if (!m_crossing.isInside(step.needs[i]) && std::ranges::find(needs, step.needs[i]) == needs.end())
                    needs.push_back(step.needs[i]);
            }
        }
        YamlValue value = YamlValue::object();
        if (!needs.empty())
            value["needs"] = needs;
        value["pipeline"] = {{"file", m_file}};
        if (!m_crossing.given().empty())
            value["pipeline"]["parameters"] = m_crossing.given();
        return value;
    }

    const Document& m_document;
    std::set<std::string> m_steps;
    const std::string& m_name;
    const std::string& m_file;
    check::Facts m_facts;
    Crossing m_crossing;
};

} // namespace

Result<Collapsed> collapse(const Document& document, const std::vector<std::string>& steps, const std::string& name, const std::string& file)
{
    return Collapsing(document, steps, name, file).run();
}

} // namespace penstock::edit
