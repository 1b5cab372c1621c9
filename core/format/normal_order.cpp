#include "core/format/normal_order.h"

#include "core/pipeline/key_order.h"

#include <algorithm>
#include <numeric>

namespace penstock::format {

namespace {

// An alias must stay below its anchor.
bool hasSharing(const YamlNode& node)
{
    return node.isAlias || node.isShared || std::any_of(node.children.begin(), node.children.end(), hasSharing);
}

// Of a step whose kind is not certain: none.
std::vector<std::string_view> stepOrder(const YamlNode& step)
{
    const pipeline::KindDescription* kind = nullptr;
    for (std::size_t i = 0; i < step.entryCount(); ++i) {
        const pipeline::KindDescription* found = pipeline::kindByKey(step.key(i).text);
        if (found && kind)
            return {};
        kind = found ? found : kind;
    }
    return kind ? pipeline::keyOrder(*kind) : std::vector<std::string_view>();
}

} // namespace

NormalRole roleOf(NormalRole parent, std::string_view key)
{
    if (parent == NormalRole::document)
        return key == "steps" ? NormalRole::steps : NormalRole::other;
    return parent == NormalRole::steps ? NormalRole::step : NormalRole::other;
}

std::vector<std::size_t> normalOrder(const YamlNode& node, NormalRole role)
{
    std::vector<std::size_t> own(node.entryCount());
    std::iota(own.begin(), own.end(), std::size_t{0});
    if (node.kind != YamlKind::mapping || (role != NormalRole::document && role != NormalRole::step) || hasSharing(node))
        return own;
    const std::vector<std::string_view> keys = role == NormalRole::step ? stepOrder(node) : pipeline::keyOrder(pipeline::documentFields());
    const auto rank = [&](std::size_t entry) { return std::find(keys.begin(), keys.end(), node.key(entry).text) - keys.begin(); };
    if (std::any_of(own.begin(), own.end(), [&](std::size_t entry) { return rank(entry) == std::ssize(keys); }))
        return own;
    std::vector<std::size_t> order = own;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return order;
}

} // namespace penstock::format
