#include "ui/designer/versions/versions_comparison.h"

#include "core/edit/document.h"
#include "core/edit/line_changes.h"
#include "core/format/pipeline_writer.h"

#include <algorithm>

namespace penstock::designer {

using edit::Fate;

namespace {

constexpr std::size_t mostLines = 2 << 20; // bytes; nobody reads more, and a text widget bears no more

void addFields(edit::PartDifference& part, const format::YamlValue& value)
{
    if (!value.is_object())
        return;
    for (const auto& [key, content] : value.items()) {
        if (part.fate == Fate::added)
            part.fields.push_back({key, std::nullopt, content});
        else
            part.fields.push_back({key, content, std::nullopt});
    }
}

// Of what is on one side only, all is new or gone.
void addFields(edit::Difference& difference, const pipeline::Pipeline& before, const pipeline::Pipeline& after)
{
    for (edit::PartDifference& part : difference.steps) {
        const pipeline::Step* step = part.fate == Fate::added ? after.step(part.name) : part.fate == Fate::removed ? before.step(part.name) : nullptr;
        if (step)
            addFields(part, format::yamlOf(*step));
    }
    for (edit::PartDifference& part : difference.parameters) {
        const pipeline::Parameter* parameter = part.fate == Fate::added ? after.parameter(part.name) : part.fate == Fate::removed ? before.parameter(part.name) : nullptr;
        if (parameter)
            addFields(part, format::yamlOf(*parameter));
    }
}

} // namespace

std::size_t VersionsComparison::count(Fate fate) const
{
    const auto among = [fate](const std::vector<edit::PartDifference>& parts) {
        return static_cast<std::size_t>(std::count_if(parts.begin(), parts.end(), [fate](const edit::PartDifference& part) { return part.fate == fate; }));
    };
    return among(difference.steps) + among(difference.parameters);
}

VersionsComparison compareVersions(const VersionTexts& before, const VersionTexts& after)
{
    VersionsComparison comparison;
    comparison.lines = edit::unifiedDifference(before.text, after.text);
    if (comparison.lines.size() > mostLines) {
        comparison.lines.resize(comparison.lines.rfind('\n', mostLines) + 1);
        comparison.isCut = true;
    }
    const edit::Document old(before.text, before.layout), now(after.text, after.layout);
    comparison.isReadable = old.isEditable() && now.isEditable();
    if (!comparison.isReadable)
        return comparison;
    comparison.difference = edit::difference(old.pipeline(), now.pipeline());
    comparison.graph = comparedGraph(old.pipeline(), now.pipeline(), comparison.difference, now.positions());
    addFields(comparison.difference, old.pipeline(), now.pipeline());
    return comparison;
}

} // namespace penstock::designer
