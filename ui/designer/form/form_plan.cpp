#include "ui/designer/form/form_plan.h"

#include "core/messages/messages.h"
#include "ui/models/qt_text.h"

#include <algorithm>

namespace penstock::designer {

using format::YamlPath;
using pipeline::Field;
using pipeline::FieldType;

namespace {

struct Placed {
    std::string_view path; // "retry.attempts"
    std::string_view section;
    bool isRare = false, isShort = false;
    bool startsLine = false;
};

constexpr bool rare = true, side = true; // beside others

// In the order of the form. The sections come in the order in which their first field is here.
constexpr Placed places[] = {
    {"run", "", false, false},
    {"inputs", "", false, false},
    {"outputs", "", false, false},
    {"metrics", "", false, false},
    {"cache", "", rare, false},
    {"values", "", rare, false},
    {"reports", "", rare, false},
    {"code", "", rare, false},
    {"retry.attempts", "retry", false, side},
    {"retry.delay", "retry", false, side},
    {"retry.on", "retry", false, side},
    {"retry.backoff", "retry", rare, side},
    {"retry.jitter", "retry", rare, side},
    {"retry.maximum_delay", "retry", rare, side},
    {"retry.within", "retry", rare, side},
    {"timeout", "limits", false, side},
    {"resources.cpu", "limits", false, side},
    {"resources.memory", "limits", false, side},
    {"grace", "limits", rare, side},
    {"resources.gpu", "limits", rare, side},
    {"needs", "order", false, false},
    {"if", "order", false, false},
    {"join", "order", rare, side},
    {"advisory", "order", rare, side},
    {"on_failure.goto", "order", rare, side},
    {"on_failure.at_most", "order", rare, side},
    {"env", "environment", rare, false},
    {"secrets", "environment", rare, false},
    {"environment.venv", "environment", rare, false},
    {"environment.variables", "environment", rare, false},
    {"environment.path", "environment", rare, false},
    {"pass", "environment", rare, false},
    {"python", "environment", rare, false},
    {"dir", "environment", rare, false},
    {"title", "description", rare, false},
    {"about", "description", rare, false},
    {"map.over", "map", rare, false},
    {"map.parallel", "map", rare, side},
    {"map.on_failure", "map", rare, side},
    {"map.sample.count", "map", rare, side, true},
    {"map.sample.seed", "map", rare, side},
    {"map.best.metric", "map", rare, side, true},
    {"map.best.direction", "map", rare, side},
    {"map.best.target", "map", rare, side},
    {"map.best.tie", "map", rare, side},
    {"pool", "running", rare, side},
    {"priority", "running", rare, side},
    {"executor", "running", rare, side},
};

// The head of the form has these, or says them.
constexpr std::string_view inHead[] = {"enabled", "placeholder"};

// What makes a step this one cannot be the same in several.
bool isOwn(const Field& field)
{
    switch (field.type) {
    case FieldType::command:
    case FieldType::inputs:
    case FieldType::outputs:
    case FieldType::values:
    case FieldType::branches: return true;
    default: return field.key == "metrics" || field.key == "needs" || field.key == "title" || field.key == "about";
    }
}

std::string joined(const YamlPath& path)
{
    std::string text;
    for (const std::string& segment : path)
        text += (text.empty() ? "" : ".") + segment;
    return text;
}

// One mapping is as good as its fields: each has a place of its own.
void addLeaves(const Field& field, YamlPath path, std::vector<PlannedField>& leaves)
{
    path.emplace_back(field.key);
    if (field.type != FieldType::object || field.fields.empty()) {
        leaves.push_back({field, std::move(path), field.support == pipeline::Support::notYet});
        return;
    }
    for (const Field& inner : field.fields)
        addLeaves(inner, path, leaves);
}

const Placed* placeOf(const std::string& path)
{
    const auto found = std::ranges::find(places, path, [](const Placed& place) { return std::string(place.path); });
    return found == std::end(places) ? nullptr : &*found;
}

class Planner final {
public:
    explicit Planner(std::string_view bodyKey)
        : m_bodyKey(bodyKey)
    {}

    void add(const Field& field)
    {
        if (std::ranges::find(inHead, field.key) == std::end(inHead))
            addLeaves(field, {}, m_leaves);
    }

    // Body and unplaced fields first, then the table; both in their own order.
    std::vector<PlannedSection> sections(QString (*title)(std::string_view))
    {
        std::vector<PlannedSection> sections(1);
        const auto sectionOf = [&](std::string_view id) -> PlannedSection& {
            const auto found = std::ranges::find(sections, id, [](const PlannedSection& each) { return std::string_view(each.id); });
            return found != sections.end() ? *found : sections.emplace_back(PlannedSection{std::string(id), title(id), {}});
        };
        for (PlannedField& leaf : m_leaves) {
            const bool isBody = leaf.below.front() == m_bodyKey;
            if (placeOf(joined(leaf.below)))
                continue;
            leaf.isNameHidden = isBody && leaf.below.size() == 1 && messages::text("field." + m_bodyKey) == messages::text("kind." + m_bodyKey);
            leaf.isShort = isBody && (leaf.field.type == FieldType::integer || leaf.field.type == FieldType::duration);
            sectionOf(isBody ? "" : "more").fields.push_back(leaf);
        }
        for (const Placed& place : places) {
            const auto leaf = std::ranges::find(m_leaves, place.path, [](const PlannedField& each) { return joined(each.below); });
            if (leaf == m_leaves.end())
                continue;
            leaf->isRare = leaf->isRare || place.isRare;
            leaf->isShort = place.isShort;
            leaf->startsLine = place.startsLine;
            sectionOf(place.section).fields.push_back(*leaf);
        }
        return sections;
    }

private:
    std::string m_bodyKey;
    std::vector<PlannedField> m_leaves;
};

QString titleOf(std::string_view section)
{
    if (section == "retry")
        return messages::text("field.retry");
    if (section == "limits")
        return FormPlan::tr("Limits");
    if (section == "order")
        return FormPlan::tr("Order");
    if (section == "environment")
        return messages::text("field.environment");
    if (section == "map")
        return messages::text("field.map");
    if (section == "description")
        return FormPlan::tr("Description");
    if (section == "running")
        return FormPlan::tr("Running");
    return section.empty() ? QString() : FormPlan::tr("More");
}

} // namespace

std::vector<PlannedSection> FormPlan::ofKind(const pipeline::KindDescription& kind)
{
    Planner planner(kind.key);
    planner.add(kind.body);
    for (const Field& field : kind.own)
        planner.add(field);
    for (const Field& field : pipeline::commonStepFields())
        planner.add(field);
    return planner.sections(titleOf);
}

std::vector<PlannedSection> FormPlan::ofPipeline()
{
    std::vector<PlannedSection> sections{{"", {}, {}}, {"parameters", messages::text("field.parameters"), {}}, {"defaults", messages::text("field.defaults"), {}},
                                         {"triggers", messages::text("field.on"), {}}, {"outputs", messages::text("field.outputs"), {}}};
    for (const Field& field : pipeline::documentFields()) {
        if (field.key == "name" || field.key == "title" || field.key == "about")
            sections[0].fields.push_back({field, {std::string(field.key)}});
        else if (field.key == "parameters")
            sections[1].fields.push_back({.field = field, .below = {"parameters"}, .isNameHidden = true});
        else if (field.key == "on")
            sections[3].fields.push_back({.field = field, .below = {"on"}, .isRare = true, .isNameHidden = true});
        else if (field.key == "outputs")
            sections[4].fields.push_back({.field = field, .below = {"outputs"}, .isRare = true, .isNameHidden = true});
        else if (field.key == "defaults")
            addLeaves(field, {}, sections[2].fields);
    }
    for (PlannedField& leaf : sections[2].fields) {
        const std::string path = joined({leaf.below.begin() + 1, leaf.below.end()});
        const Placed* place = placeOf(path);
        leaf.isShort = place && place->isShort;
        leaf.isRare = place && place->isRare && path != "env";
    }
    return sections;
}

std::vector<PlannedSection> FormPlan::common(const std::vector<const pipeline::KindDescription*>& kinds)
{
    if (kinds.empty())
        return {};
    std::vector<PlannedSection> sections = ofKind(*kinds.front());
    for (PlannedSection& section : sections) {
        std::erase_if(section.fields, [&](const PlannedField& planned) {
            if (isOwn(planned.field) || planned.below.front() == "map")
                return true;
            return std::ranges::any_of(kinds, [&](const pipeline::KindDescription* kind) {
                const bool isOfAll = pipeline::fieldByKey(pipeline::commonStepFields(), planned.below.front());
                return !isOfAll && kind->key != planned.below.front() && !pipeline::fieldByKey(kind->own, planned.below.front());
            });
        });
    }
    std::erase_if(sections, [](const PlannedSection& section) { return section.fields.empty(); });
    return sections;
}

} // namespace penstock::designer
