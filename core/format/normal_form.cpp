#include "core/format/normal_form.h"

#include "core/base/json.h"
#include "core/format/normal_writer.h"
#include "core/format/pipeline_reader.h"
#include "core/format/yaml_scalar.h"

#include <optional>
#include <utility>

namespace penstock::format {

namespace {

constexpr int mostPasses = 4;

std::string withNewlines(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            result += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            result += '\n';
    }
    return result;
}

std::string withReturns(const std::string& text)
{
    std::string result;
    for (const char c : text)
        result.append(c == '\n' ? "\r\n" : std::string(1, c));
    return result;
}

bool hasReturns(std::string_view text)
{
    const std::size_t end = text.find('\n');
    return end != std::string_view::npos && end > 0 && text[end - 1] == '\r';
}

bool canBeWritten(const YamlTree& tree)
{
    return tree.root.kind == YamlKind::mapping && tree.root.style == YamlStyle::block && !tree.root.children.empty();
}

bool meansTheSame(const YamlTree& before, const YamlTree& after)
{
    if (!after.issues.empty() || dumpJson(jsonOf(before.root)) != dumpJson(jsonOf(after.root)))
        return false;
    const pipeline::Pipeline meant = readPipeline(before.source).pipeline, means = readPipeline(after.source).pipeline;
    const bool isComparable = meant == meant; // a value that is no number differs from itself
    return meant == means || !isComparable;
}

// Written again until nothing changes; nothing when it would not mean the same.
std::optional<std::string> written(const YamlTree& tree, NormalOrder order, bool endsLine)
{
    std::string text = tree.source;
    for (int pass = 0; pass < mostPasses; ++pass) {
        const auto now = readYaml(text);
        if (!now || !now->issues.empty() || !canBeWritten(*now))
            return std::nullopt;
        std::string next = NormalWriter(*now, order).write();
        if (!endsLine)
            next.pop_back();
        if (next == text)
            return meansTheSame(tree, *now) ? std::optional(text) : std::nullopt;
        text = std::move(next);
    }
    return std::nullopt;
}

// Of a text with plain newlines, in the way that changes most of those that keep its meaning.
std::optional<std::string> writtenOnce(const YamlTree& tree)
{
    // The last two are for a literal at the very end: whether a line end stands behind it is part of what it says.
    for (const auto& [order, endsLine] : {std::pair(NormalOrder::normal, true), std::pair(NormalOrder::kept, true), std::pair(NormalOrder::kept, false)}) {
        if (auto normal = written(tree, order, endsLine))
            return normal;
    }
    return std::nullopt;
}

} // namespace

Result<std::string> normalForm(std::string_view text)
{
    std::string now = withNewlines(text);
    // What one way gives another way may change once more: only what comes back as it went in is a normal form.
    for (int pass = 0; pass < mostPasses; ++pass) {
        const auto tree = readYaml(now);
        if (!tree)
            return tree.error();
        if (!tree->issues.empty())
            return Error{ErrorCode::invalid, tree->issues.front().what, {}};
        if (tree->root.kind != YamlKind::mapping)
            return Error{ErrorCode::invalid, {"yaml.normal_no_mapping", {}}, {}};
        if (!canBeWritten(*tree))
            return pass == 0 ? std::string(text) : now;
        auto next = writtenOnce(*tree);
        if (!next)
            break;
        if (*next == now)
            return hasReturns(text) ? withReturns(now) : now;
        now = std::move(*next);
    }
    return Error{ErrorCode::invalid, {"yaml.normal_failed", {}}, {}};
}

} // namespace penstock::format
