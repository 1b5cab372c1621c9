// Steps that go, with what speaks of them.
#include "core/check/facts.h"
#include "core/edit/cutting.h"
#include "core/edit/mentions.h"
#include "core/edit/patching.h"
#include "core/edit/steps.h"

#include <algorithm>
#include <map>
#include <set>

namespace penstock::edit {

using format::YamlPatch;
using format::YamlPath;
using format::YamlValue;
using pipeline::Step;

namespace {

// What takes the place of the removed steps: which needs are added, and to which step a branch leads instead.
struct Healing {
    std::map<std::size_t, std::vector<std::string>> needs; // by step
    std::map<std::string, std::string> targets;            // of removed steps that have one step behind them
};

class Removal final {
public:
    Removal(const Document& document, const RemoveSteps& edit)
        : m_document(document)
        , m_facts(document.pipeline())
        , m_isGone(document.pipeline().steps.size())
    {
        for (const std::string& name : edit.steps) {
            if (const auto found = m_facts.find(name)) {
                m_isGone[*found] = true;
                m_names.insert(name);
            }
        }
        if (edit.heal)
            heal();
    }

    Result<void> write(YamlPatch& patch) const
    {
        for (const std::size_t step : concerned()) {
            if (auto done = clean(patch, step); !done)
                return done;
        }
        Substitutes nothing;
        for (const std::string& name : m_names)
            nothing[name] = {};
        if (auto done = substituteInFrames(patch, m_document, nothing); !done)
            return done;
        return patch.removeEntries({"steps"}, {m_names.begin(), m_names.end()});
    }

private:
    std::set<std::size_t> concerned() const
    {
        std::set<std::size_t> steps;
        const auto consider = [&](const check::Edge& edge) {
            if (m_isGone[edge.from] && !m_isGone[edge.to])
                steps.insert(edge.to);
            if (m_isGone[edge.to] && !m_isGone[edge.from])
                steps.insert(edge.from);
        };
        std::ranges::for_each(m_facts.edges(), consider);
        std::ranges::for_each(m_facts.waysBack(), consider);
        for (const auto& [step, needs] : m_healing.needs)
            steps.insert(step);
        return steps;
    }

    // For each removed step the steps before it that stay, through others that go.
    void heal()
    {
        std::vector<std::set<std::size_t>> before(m_isGone.size()), after(m_isGone.size());
        const auto gather = [&](std::size_t step, const auto& edges, auto end, auto& into) {
            for (const std::size_t edge : edges) {
                const std::size_t other = end(m_facts.edges()[edge]);
                if (m_isGone[other])
                    into[step].insert(into[other].begin(), into[other].end());
                else
                    into[step].insert(other);
            }
        };
        const auto& order = m_facts.order();
        for (const std::size_t step : order) {
            if (m_isGone[step])
                gather(step, m_facts.into(step), [](const check::Edge& edge) { return edge.from; }, before);
        }
        for (auto step = order.rbegin(); step != order.rend(); ++step) {
            if (m_isGone[*step])
                gather(*step, m_facts.outOf(*step), [](const check::Edge& edge) { return edge.to; }, after);
        }
        for (const std::size_t step : order) {
            if (m_isGone[step])
                link(step, before[step], after[step]);
        }
    }

    void link(std::size_t gone, const std::set<std::size_t>& before, const std::set<std::size_t>& after)
    {
        if (after.size() == 1)
            m_healing.targets[m_facts.step(gone).name] = m_facts.step(*after.begin()).name;
        for (const std::size_t to : after) {
            for (const std::size_t from : before) {
                if (after.size() == 1 && branches(from, gone))
                    continue; // the branch leads on to `to`
                std::vector<std::string>& needs = m_healing.needs[to];
                const std::string& name = m_facts.step(from).name;
                const bool isThere = std::ranges::any_of(m_facts.into(to), [&](std::size_t edge) { return m_facts.edges()[edge].from == from; });
                if (!isThere && std::ranges::find(needs, name) == needs.end())
                    needs.push_back(name);
            }
        }
    }

    bool branches(std::size_t from, std::size_t to) const
    {
        return std::ranges::any_of(m_facts.outOf(from), [&](std::size_t edge) {
            return m_facts.edges()[edge].to == to && m_facts.edges()[edge].kind == check::EdgeKind::branch;
        });
    }

    bool isGone(const std::string& name) const { return m_names.count(name) > 0; }

    bool speaksOfGone(const std::string& text) const
    {
        return std::ranges::any_of(referencesIn(text, TextRole::text), [this](const expression::Reference& reference) {
            return reference.root == expression::Root::steps && m_names.count(reference.nameAt(0)) > 0;
        });
    }

    Result<void> clean(YamlPatch& patch, std::size_t index) const
    {
        const Step& step = m_facts.step(index);
        Result<void> done = needs(patch, index, step);
        if (done)
            done = branchesOf(patch, step);
        if (done && step.onFailure && isGone(step.onFailure->target))
            done = route(patch, {"steps", step.name, "on_failure"}, "goto", step.onFailure->target);
        const auto* approve = std::get_if<pipeline::Approve>(&step.body);
        if (done && approve && !approve->onReject.empty() && isGone(approve->onReject))
            done = route(patch, {"steps", step.name, "approve", "on_reject"}, {}, approve->onReject);
        if (!done)
            return done;
        std::vector<Inlet> cut;
        for (Inlet& inlet : inletsOf(step)) {
            if (speaksOfGone(inlet.text))
                cut.push_back(std::move(inlet));
        }
        return cutInlets(patch, m_document, step, cut);
    }

    Result<void> needs(YamlPatch& patch, std::size_t index, const Step& step) const
    {
        std::vector<std::string> kept = step.needs;
        std::erase_if(kept, [this](const std::string& need) { return isGone(need); });
        if (const auto healed = m_healing.needs.find(index); healed != m_healing.needs.end())
            kept.insert(kept.end(), healed->second.begin(), healed->second.end());
        if (kept == step.needs)
            return {};
        return kept.empty() ? removeField(patch, m_document, step.name, "needs") : setField(patch, m_document, step.name, "needs", kept);
    }

    // The step to which a branch or route to a removed one leads instead, or nothing.
    std::optional<std::string> instead(const std::string& target) const
    {
        const auto found = m_healing.targets.find(target);
        return found == m_healing.targets.end() ? std::nullopt : std::optional(found->second);
    }

    Result<void> route(YamlPatch& patch, YamlPath path, const std::string& key, const std::string& target) const
    {
        const auto other = instead(target);
        if (!other)
            return patch.remove(path);
        if (!key.empty())
            path.push_back(key);
        return patch.set(path, *other);
    }

    Result<void> branchesOf(YamlPatch& patch, const Step& step) const
    {
        const auto* choose = std::get_if<pipeline::Choose>(&step.body);
        for (std::size_t i = choose ? choose->branches.size() : 0; i > 0; --i) {
            const pipeline::Branch& branch = choose->branches[i - 1];
            if (!isGone(branch.target))
                continue;
            const YamlPath path{"steps", step.name, "choose", std::to_string(i - 1)};
            const auto other = instead(branch.target);
            const std::string key = branch.condition.empty() ? "else" : "then";
            auto done = other ? patch.set({path[0], path[1], path[2], path[3], key}, *other) : patch.remove(path);
            if (!done)
                return done;
        }
        return {};
    }

    const Document& m_document;
    check::Facts m_facts;
    std::vector<bool> m_isGone;
    std::set<std::string, std::less<>> m_names;
    Healing m_healing;
};

} // namespace

Result<Document> remove(const Document& document, const RemoveSteps& edit)
{
    for (const std::string& name : edit.steps) {
        if (!document.pipeline().step(name))
            return editError(ErrorCode::notFound, "edit.no_step", {{"step", name}});
    }
    const Removal removal(document, edit);
    const auto removed = patched(document, [&](YamlPatch& patch) { return removal.write(patch); });
    if (!removed)
        return removed;
    format::NodePositions positions = removed->positions();
    for (const std::string& name : edit.steps)
        positions.erase(name);
    return withPositions(*removed, positions);
}

} // namespace penstock::edit
