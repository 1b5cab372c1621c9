#include "core/edit/nesting.h"

#include "core/check/facts.h"
#include "core/edit/cutting.h"
#include "core/edit/inlining.h"
#include "core/edit/names.h"
#include "core/edit/patching.h"
#include "core/edit/step_text.h"

#include <algorithm>
#include <set>

namespace penstock::edit {

using check::EdgeKind;
using format::YamlPatch;
using format::YamlValue;
using pipeline::Step;

namespace {

// What is said of the whole and cannot be said of its parts.
std::string fieldInTheWay(const Step& step)
{
    const std::pair<const char*, bool> fields[] = {{"map", !step.map.is_null()},       {"if", !step.condition.empty()},
                                                   {"on_failure", step.onFailure.has_value()}, {"advisory", step.advisory},
                                                   {"enabled", !step.enabled},         {"join", step.join != pipeline::Join::all}};
    const auto found = std::ranges::find(fields, true, &std::pair<const char*, bool>::second);
    return found == std::end(fields) ? std::string() : found->first;
}

class Expanding final {
public:
    Expanding(const Document& document, const Step& step, const Document& inner)
        : m_document(document)
        , m_step(step)
        , m_inner(inner)
        , m_facts(inner.pipeline())
        , m_names(newNames())
        , m_inlining(step, inner.pipeline(), m_names)
    {}

    Result<Document> run()
    {
        if (auto fine = mayBegin(); !fine)
            return fine.error();
        if (auto read = m_inlining.read(m_document.pipeline()); !read)
            return read.error();
        const auto inside = changed(m_inner, {m_names, m_inlining.inward()});
        if (!inside)
            return inside;
        const auto begun = m_step.needs.empty() ? inside : patched(*inside, [&](YamlPatch& patch) { return addNeeds(patch, *inside); });
        if (!begun)
            return begun;
        const auto spoken = changed(m_document, {{}, m_inlining.outward()});
        if (!spoken)
            return spoken;
        const auto done = patched(*spoken, [&](YamlPatch& patch) { return write(patch, *spoken, *begun); }, layoutOf(m_document));
        if (!done)
            return done;
        format::NodePositions positions = done->positions();
        positions.erase(m_step.name);
        return withPositions(*done, positions);
    }

private:
    Result<void> mayBegin() const
    {
        if (!m_inner.isEditable() || m_inner.pipeline().steps.empty())
            return editError(ErrorCode::invalid, "edit.expand_unreadable", {{"step", m_step.name}});
        if (const std::string field = fieldInTheWay(m_step); !field.empty())
            return editError(ErrorCode::invalid, "edit.expand_field", {{"step", m_step.name}, {"key", field}});
        const pipeline::Defaults& defaults = m_inner.pipeline().defaults;
        if (defaults != pipeline::Defaults{} && defaults != m_document.pipeline().defaults)
            return editError(ErrorCode::invalid, "edit.expand_defaults", {{"step", m_step.name}});
        return {};
    }

    Renames newNames() const
    {
        std::set<std::string, std::less<>> taken;
        for (const Step& step : m_document.pipeline().steps) {
            if (step.name != m_step.name)
                taken.insert(step.name);
        }
        for (const Step& step : m_inner.pipeline().steps) {
            if (taken.count(step.name) == 0)
                taken.insert(step.name);
        }
        Renames names;
        for (const Step& step : m_inner.pipeline().steps) {
            const Step* other = m_document.pipeline().step(step.name);
            if (other && other->name != m_step.name)
                taken.insert(names[step.name] = freeName(taken, std::string(m_step.name).append("_").append(step.name)));
        }
        return names;
    }

    const std::string& newName(std::size_t step) const
    {
        const auto found = m_names.find(m_facts.step(step).name);
        return found == m_names.end() ? m_facts.step(step).name : found->second;
    }

    std::vector<std::string> entries() const
    {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < m_inner.pipeline().steps.size(); ++i) {
            if (m_facts.into(i).empty())
                names.push_back(newName(i));
        }
        return names;
    }

    // Those after which nothing comes. None when a choice decides which of them run.
    std::vector<std::string> exits() const
    {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < m_inner.pipeline().steps.size(); ++i) {
            if (m_facts.outOf(i).empty() && m_facts.step(i).kind() != pipeline::Kind::end)
                names.push_back(newName(i));
        }
        const bool hasChoice = std::ranges::any_of(m_facts.edges(), [](const check::Edge& edge) { return edge.kind == EdgeKind::branch; });
        return hasChoice ? std::vector<std::string>() : names;
    }

    Result<void> addNeeds(YamlPatch& patch, const Document& inside) const
    {
        for (const std::string& entry : entries()) {
            std::vector<std::string> needs = inside.pipeline().step(entry)->needs;
            needs.insert(needs.end(), m_step.needs.begin(), m_step.needs.end());
            if (auto done = setField(patch, inside, entry, "needs", needs); !done)
                return done;
        }
        return {};
    }

    Result<void> write(YamlPatch& patch, const Document& spoken, const Document& inside) const
    {
        for (const Step& step : spoken.pipeline().steps) {
            if (auto done = step.name == m_step.name ? Result<void>() : aim(patch, spoken, step); !done)
                return done;
        }
        std::vector<std::string> all;
        for (const Step& step : inside.pipeline().steps)
            all.push_back(step.name);
        if (auto done = substituteInFrames(patch, spoken, {{m_step.name, all}}); !done)
            return done;
        return replaceStep(patch, spoken, inside);
    }

    Result<void> replaceStep(YamlPatch& patch, const Document& spoken, const Document& inside) const
    {
        const auto& steps = spoken.pipeline().steps;
        const std::size_t index = static_cast<std::size_t>(std::ranges::find(steps, m_step.name, &Step::name) - steps.begin());
        const auto lines = format::YamlSplice(*spoken.read().tree, {});
        const bool isBlock = linesOfStep(spoken, m_step.name).has_value();
        YamlValue members = YamlValue::object();
        std::vector<std::string> written;
        for (const Step& step : inside.pipeline().steps) {
            members[step.name] = format::valueOf(*inside.read().tree->find({"steps", step.name}));
            auto text = writtenStep(inside, step.name);
            auto moved = text && isBlock ? indentedTo(*text, lines.indentOf({"steps"})) : std::nullopt;
            if (moved)
                written.push_back(std::move(*moved));
        }
        if (written.size() != members.size())
            written.clear();
        if (auto done = patch.removeEntries({"steps"}, {m_step.name}); !done)
            return done;
        return patch.insertEntries({"steps"}, index, members, written);
    }

    Result<void> aim(YamlPatch& patch, const Document& spoken, const Step& step) const
    {
        const bool needsIt = std::ranges::find(step.needs, m_step.name) != step.needs.end();
        if (needsIt && exits().empty())
            return editError(ErrorCode::invalid, "edit.expand_order", {{"step", m_step.name}, {"other", step.name}});
        if (needsIt) {
            if (auto done = setField(patch, spoken, step.name, "needs", withNames(step.needs, {{m_step.name, exits()}})); !done)
                return done;
        }
        return aimRoutes(patch, step);
    }

    Result<void> aimRoutes(YamlPatch& patch, const Step& step) const
    {
        std::vector<format::YamlPath> paths;
        const auto* choose = std::get_if<pipeline::Choose>(&step.body);
        for (std::size_t i = 0; choose && i < choose->branches.size(); ++i) {
            if (choose->branches[i].target == m_step.name)
                paths.push_back({"steps", step.name, "choose", std::to_string(i), choose->branches[i].condition.empty() ? "else" : "then"});
        }
        if (step.onFailure && step.onFailure->target == m_step.name)
            paths.push_back({"steps", step.name, "on_failure", "goto"});
        const auto* approve = std::get_if<pipeline::Approve>(&step.body);
        if (approve && approve->onReject == m_step.name)
            paths.push_back({"steps", step.name, "approve", "on_reject"});
        const std::vector<std::string> targets = entries();
        if (!paths.empty() && targets.size() != 1)
            return editError(ErrorCode::invalid, "edit.expand_branch", {{"step", m_step.name}, {"from", step.name}});
        for (const format::YamlPath& path : paths) {
            if (auto done = patch.set(path, targets.front()); !done)
                return done;
        }
        return {};
    }

    const Document& m_document;
    const Step& m_step;
    const Document& m_inner;
    check::Facts m_facts; // of the inner one
    Renames m_names;
    Inlining m_inlining;
};

} // namespace

Result<Document> expand(const Document& document, const std::string& step, const std::string& innerText)
{
    if (!document.isEditable())
        return editError(ErrorCode::invalid, "edit.text_broken");
    const Step* found = document.pipeline().step(step);
    if (!found)
        return editError(ErrorCode::notFound, "edit.no_step", {{"step", step}});
    if (!std::holds_alternative<pipeline::SubPipeline>(found->body))
        return editError(ErrorCode::invalid, "edit.expand_no_pipeline", {{"step", step}});
    const Document inner(innerText, {});
    return Expanding(document, *found, inner).run();
}

} // namespace penstock::edit
