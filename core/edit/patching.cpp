#include "core/edit/patching.h"

#include "core/format/pipeline_writer.h"
#include "core/pipeline/key_order.h"

#include <algorithm>

namespace penstock::edit {

using format::YamlKind;
using format::YamlNode;
using format::YamlPath;
using format::YamlStyle;

namespace {

constexpr std::size_t stepsLookedAt = 50;

bool hasStepsOnOneLine(const YamlNode* steps)
{
    std::size_t flow = 0, all = 0;
    for (std::size_t i = 0; steps && steps->kind == YamlKind::mapping && i < std::min(steps->entryCount(), stepsLookedAt); ++i) {
        all += steps->value(i).kind == YamlKind::mapping ? 1 : 0;
        flow += steps->value(i).kind == YamlKind::mapping && steps->value(i).style == YamlStyle::flow ? 1 : 0;
    }
    return flow > 0 && flow * 2 > all;
}

} // namespace

format::YamlLayout layoutOf(const Document& document)
{
    format::YamlLayout layout = format::pipelineLayout();
    if (document.read().tree && hasStepsOnOneLine(document.read().tree->root.member("steps"))) {
        layout.wantsBlock = [standard = layout.wantsBlock](const YamlPath& path) {
            return !(path.size() >= 2 && path[0] == "steps") && standard(path);
        };
    }
    return layout;
}

Result<Document> withPositions(const Document& document, const format::NodePositions& positions)
{
    if (positions == document.positions())
        return document;
    auto text = format::writeLayout(document.layoutText(), positions);
    if (!text)
        return text.error();
    return Document(document.text(), std::move(*text));
}

Result<void> setField(format::YamlPatch& patch, const Document& document, const std::string& step, const std::string& key,
                      const format::YamlValue& value)
{
    const YamlPath path{"steps", step};
    const YamlNode* node = document.read().tree->find(path);
    const pipeline::Step* meant = document.pipeline().step(step);
    if (!node || !meant || node->kind != YamlKind::mapping || node->children.empty() || node->member(key))
        return patch.set({"steps", step, key}, value);
    const auto order = pipeline::keyOrder(pipeline::describe(meant->kind()));
    const auto rank = [&](std::string_view name) { return std::find(order.begin(), order.end(), name) - order.begin(); };
    std::size_t index = 0;
    for (std::size_t i = 0; i < node->entryCount(); ++i)
        index = rank(node->key(i).text) < rank(key) ? i + 1 : index;
    return patch.insertEntries(path, index, format::YamlValue::object({{key, value}}));
}

} // namespace penstock::edit
