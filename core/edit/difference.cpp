#include "core/edit/difference.h"

#include "core/check/facts.h"
#include "core/edit/mentions.h"
#include "core/format/pipeline_writer.h"

#include <algorithm>
#include <map>
#include <set>

namespace penstock::edit {

using check::EdgeKind;
using format::YamlValue;
using pipeline::Pipeline;
using pipeline::Step;

namespace {

// Each sees through one more link of a chain of renamed steps.
constexpr int mostRounds = 16;

// No name of a step: stands for a step's own name where it speaks of itself.
constexpr const char* ownName = "\x01";

std::string joined(const std::string& path, const std::string& key) { return path.empty() ? key : std::string(path).append(".").append(key); }

bool isOfObjects(const YamlValue& list)
{
    return list.is_array() && !list.empty() && std::ranges::all_of(list, [](const YamlValue& item) { return item.is_object(); });
}

// Order of keys is none of the meaning.
bool isSame(const YamlValue& a, const YamlValue& b)
{
    if (a.is_object() && b.is_object()) {
        return a.size() == b.size() && std::ranges::all_of(a.items(), [&](const auto& item) {
                   const auto found = b.find(item.key());
                   return found != b.end() && isSame(item.value(), *found);
               });
    }
    if (a.is_array() && b.is_array())
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), isSame);
    return a == b;
}

void compare(const std::string& path, const YamlValue& before, const YamlValue& after, std::vector<FieldChange>& changes)
{
    if (isSame(before, after))
        return;
    if (before.is_object() && after.is_object()) {
        for (const auto& [key, value] : after.items()) {
            if (const auto old = before.find(key); old == before.end())
                changes.push_back({joined(path, key), std::nullopt, value});
            else
                compare(joined(path, key), *old, value, changes);
        }
        for (const auto& [key, value] : before.items()) {
            if (!after.contains(key))
                changes.push_back({joined(path, key), value, std::nullopt});
        }
    } else if (isOfObjects(before) && isOfObjects(after) && before.size() == after.size()) {
        for (std::size_t i = 0; i < before.size(); ++i)
            compare(joined(path, std::to_string(i)), before[i], after[i], changes);
    } else {
        changes.push_back({path, before, after});
    }
}

YamlValue withRenames(const Step& step, const Renames& names)
{
    return changed(format::yamlOf(step), {"steps", step.name}, {names, renaming(names)});
}

// What two steps that differ in name alone have in common.
std::string fingerprint(const Step& step, Renames names)
{
    names[step.name] = ownName;
    return withRenames(step, names).dump(-1, ' ', false, YamlValue::error_handler_t::replace);
}

class Comparison final {
public:
    Comparison(const Pipeline& before, const Pipeline& after)
        : m_before(before)
        , m_after(after)
    {
        for (const Step& step : before.steps)
            m_old.emplace(step.name, &step);
        for (const Step& step : after.steps)
            m_new.emplace(step.name, &step);
        findRenamed();
    }

    Difference run() const
    {
        Difference difference;
        compare({}, documentOf(m_before, m_names), documentOf(m_after, {}), difference.document);
        parameters(difference);
        steps(difference);
        edges(difference);
        return difference;
    }

private:
    // A step may only be seen to be the same once the names that it speaks of are known to have changed.
    void findRenamed()
    {
        bool found = true;
        for (int round = 0; found && round < mostRounds; ++round) {
            found = false;
            std::map<std::string, std::vector<const Step*>> gone;
            for (auto step = m_before.steps.rbegin(); step != m_before.steps.rend(); ++step) {
                if (m_new.count(step->name) == 0 && m_names.count(step->name) == 0)
                    gone[fingerprint(*step, m_names)].push_back(&*step);
            }
            for (const Step& step : m_after.steps) {
                if (gone.empty() || m_old.count(step.name) > 0 || m_came.count(step.name) > 0)
                    continue;
                const auto same = gone.find(fingerprint(step, {}));
                if (same == gone.end() || same->second.empty())
                    continue;
                m_names[same->second.back()->name] = step.name;
                m_came[step.name] = same->second.back();
                same->second.pop_back();
                found = true;
            }
        }
    }

    static YamlValue documentOf(const Pipeline& pipeline, const Renames& names)
    {
        Pipeline rest = pipeline;
        rest.steps.clear();
        rest.parameters.clear();
        YamlValue value = changed(format::yamlOf(rest), {}, {names, renaming(names)});
        value.erase("steps");
        return value;
    }

    void parameters(Difference& difference) const
    {
        for (const pipeline::Parameter& parameter : m_after.parameters) {
            PartDifference part{parameter.name, parameter.name, Fate::changed, {}};
            if (const pipeline::Parameter* old = m_before.parameter(parameter.name))
                compare({}, format::yamlOf(*old), format::yamlOf(parameter), part.fields);
            else
                part = {parameter.name, {}, Fate::added, {}};
            if (part.fate == Fate::added || !part.fields.empty())
                difference.parameters.push_back(std::move(part));
        }
        for (const pipeline::Parameter& parameter : m_before.parameters) {
            if (!m_after.parameter(parameter.name))
                difference.parameters.push_back({parameter.name, parameter.name, Fate::removed, {}});
        }
    }

    void steps(Difference& difference) const
    {
        for (const Step& step : m_after.steps) {
            const auto old = m_old.find(step.name);
            if (const auto renamed = m_came.find(step.name); renamed != m_came.end()) {
                difference.steps.push_back({step.name, renamed->second->name, Fate::renamed, {}});
            } else if (old == m_old.end()) {
                difference.steps.push_back({step.name, {}, Fate::added, {}});
            } else {
                PartDifference part{step.name, step.name, Fate::changed, {}};
                compare({}, withRenames(*old->second, m_names), format::yamlOf(step), part.fields);
                if (!part.fields.empty())
                    difference.steps.push_back(std::move(part));
            }
        }
        for (const Step& step : m_before.steps) {
            if (m_new.count(step.name) == 0 && m_names.count(step.name) == 0)
                difference.steps.push_back({step.name, step.name, Fate::removed, {}});
        }
    }

    using Edges = std::set<std::tuple<LinkKind, std::string, std::string>>;

    static LinkKind kindOf(const check::Edge& edge)
    {
        if (edge.kind != EdgeKind::branch)
            return edge.kind == EdgeKind::need ? LinkKind::order : LinkKind::data;
        return edge.path.ends_with(".on_failure.goto") ? LinkKind::failure : edge.path.ends_with(".approve.on_reject") ? LinkKind::reject : LinkKind::branch;
    }

    static Edges edgesOf(const Pipeline& pipeline, const Renames& names)
    {
        const check::Facts facts(pipeline);
        const auto nameOf = [&](std::size_t step) {
            const auto found = names.find(facts.step(step).name);
            return found == names.end() ? facts.step(step).name : found->second;
        };
        Edges edges;
        for (const auto* list : {&facts.edges(), &facts.waysBack()}) {
            for (const check::Edge& edge : *list)
                edges.emplace(kindOf(edge), nameOf(edge.from), nameOf(edge.to));
        }
        return edges;
    }

    void edges(Difference& difference) const
    {
        const Edges before = edgesOf(m_before, m_names), after = edgesOf(m_after, {});
        for (const auto& edge : after) {
            if (before.count(edge) == 0)
                difference.edges.push_back({std::get<0>(edge), std::get<1>(edge), std::get<2>(edge), Fate::added});
        }
        for (const auto& edge : before) {
            if (after.count(edge) == 0)
                difference.edges.push_back({std::get<0>(edge), std::get<1>(edge), std::get<2>(edge), Fate::removed});
        }
    }

    const Pipeline& m_before;
    const Pipeline& m_after;
    std::map<std::string_view, const Step*> m_old, m_new;
    Renames m_names;                           // of what was renamed
    std::map<std::string, const Step*> m_came; // under its new name, what it was
};

} // namespace

const PartDifference* Difference::step(const std::string& name) const
{
    const auto found = std::ranges::find(steps, name, &PartDifference::name);
    return found == steps.end() ? nullptr : &*found;
}

Difference difference(const Pipeline& before, const Pipeline& after) { return Comparison(before, after).run(); }

std::string_view word(Fate fate)
{
    switch (fate) {
    case Fate::added: return "added";
    case Fate::removed: return "removed";
    case Fate::changed: return "changed";
    case Fate::renamed: return "renamed";
    }
    return {};
}

std::string_view word(LinkKind kind)
{
    switch (kind) {
    case LinkKind::order: return "order";
    case LinkKind::data: return "data";
    case LinkKind::branch: return "branch";
    case LinkKind::failure: return "failure";
    case LinkKind::reject: return "reject";
    }
    return {};
}

} // namespace penstock::edit
