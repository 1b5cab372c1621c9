#include "core/format/layout_file.h"

#include "core/format/yaml_emit.h"
#include "core/format/yaml_patch.h"

#include <cmath>
#include <optional>

namespace penstock::format {

namespace {

std::optional<NodePosition> positionOf(const YamlNode& node)
{
    if (node.kind != YamlKind::sequence || node.entryCount() != 2 || node.value(0).kind != YamlKind::scalar
        || node.value(1).kind != YamlKind::scalar)
        return std::nullopt;
    const YamlValue x = scalarValue(node.value(0));
    const YamlValue y = scalarValue(node.value(1));
    if (!x.is_number() || !y.is_number() || !std::isfinite(x.get<double>()) || !std::isfinite(y.get<double>()))
        return std::nullopt;
    return NodePosition{x.get<double>(), y.get<double>()};
}

YamlValue valueOf(const NodePositions& positions)
{
    constexpr double farthest = 1e9; // still exact as whole pixels, whatever a canvas makes of it
    YamlValue nodes = YamlValue::object();
    for (const auto& [name, position] : positions) {
        if (std::fabs(position.x) < farthest && std::fabs(position.y) < farthest)
            nodes[name] = {std::llround(position.x), std::llround(position.y)};
    }
    return nodes;
}

Result<std::string> fresh(const YamlValue& nodes, const YamlLayout& layout)
{
    return emitYaml({{"penstock", 1}, {"nodes", nodes}}, layout);
}

} // namespace

NodePositions readLayout(std::string_view text)
{
    NodePositions positions;
    const auto tree = readYaml(text);
    const YamlNode* nodes = tree ? tree->root.member("nodes") : nullptr;
    for (std::size_t i = 0; nodes && nodes->kind == YamlKind::mapping && i < nodes->entryCount(); ++i) {
        if (const auto position = positionOf(nodes->value(i)))
            positions.insert_or_assign(nodes->key(i).text, *position);
    }
    return positions;
}

Result<std::string> writeLayout(std::string_view oldText, const NodePositions& positions)
{
    const YamlValue nodes = valueOf(positions);
    YamlLayout layout;
    layout.wantsBlock = [](const YamlPath& path) { return path.size() < 2; };
    auto tree = readYaml(oldText);
    if (!tree || !tree->issues.empty() || tree->root.kind != YamlKind::mapping || tree->root.children.empty())
        return fresh(nodes, layout);
    YamlPatch patch(std::move(*tree), layout);
    const auto changed = patch.set({"nodes"}, nodes);
    auto done = changed ? patch.finish() : Result<YamlTree>(changed.error());
    return done ? Result<std::string>(std::move(done->source)) : fresh(nodes, layout);
}

std::string layoutPathOf(std::string_view pipelinePath)
{
    constexpr std::string_view ending = ".pipeline.yaml";
    if (pipelinePath.ends_with(ending))
        pipelinePath.remove_suffix(ending.size());
    return std::string(pipelinePath) + ".layout.yaml";
}

} // namespace penstock::format
