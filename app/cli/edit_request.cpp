#include "app/cli/edit_request.h"

#include "core/edit/linking.h"

#include <algorithm>
#include <charconv>

namespace penstock::cli {

namespace {

using edit::Link;
using edit::LinkKind;

constexpr const char* setUsage = "edit FILE set PATH VALUE";
constexpr const char* addUsage = "edit FILE add NAME VALUE…";
constexpr const char* removeUsage = "edit FILE remove NAME…";
constexpr const char* renameUsage = "edit FILE rename OLD NEW";
constexpr const char* connectUsage = "edit FILE connect|disconnect FROM TO";

Error missing(const char* usage) { return {ErrorCode::invalid, {"cli.operand_missing", {{"operands", usage}}}, {}}; }

// `steps.train.timeout`; a dot that belongs to a key is written `\.`.
format::YamlPath pathOf(const std::string& typed)
{
    format::YamlPath path{{}};
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (typed[i] == '\\' && i + 1 < typed.size())
            path.back() += typed[++i];
        else if (typed[i] == '.')
            path.emplace_back();
        else
            path.back() += typed[i];
    }
    return path;
}

Result<format::YamlValue> valueOf(const std::string& typed)
{
    const auto tree = format::readYaml(typed);
    if (!tree || !tree->issues.empty())
        return Error{ErrorCode::invalid, {"cli.value_no_yaml", {{"text", typed}}}, {}};
    return format::valueOf(tree->root);
}

Result<edit::Edit> setting(const std::vector<std::string>& words)
{
    if (words.size() != 2)
        return missing(setUsage);
    auto value = valueOf(words[1]);
    if (!value)
        return value.error();
    return edit::Edit(edit::SetValue{pathOf(words[0]), std::move(*value)});
}

Result<edit::Edit> adding(const Arguments& arguments, const std::vector<std::string>& words)
{
    if (words.empty() || words.size() % 2 != 0)
        return missing(addUsage);
    edit::AddSteps add;
    add.after = arguments.value("after").value_or("");
    for (std::size_t i = 0; i < words.size(); i += 2) {
        auto value = valueOf(words[i + 1]);
        if (!value)
            return value.error();
        add.steps.push_back({words[i], std::move(*value), {}, {}});
    }
    return edit::Edit(std::move(add));
}

// Steps, or values by their paths. A path has a dot, a step's name has none.
Result<edit::Edit> removing(const Arguments& arguments, const std::vector<std::string>& words, const edit::Document& document)
{
    if (words.empty())
        return missing(removeUsage);
    const bool arePaths = std::ranges::any_of(words, [](const std::string& word) { return word.find('.') != std::string::npos; });
    if (!arePaths)
        return edit::Edit(edit::RemoveSteps{words, arguments.has("heal")});
    edit::Several several;
    for (const std::string& word : words) {
        const format::YamlPath path = pathOf(word);
        if (!document.isEditable() || !document.read().tree->find(path))
            return Error{ErrorCode::notFound, {"yaml.patch_missing", {{"path", word}}}, {}};
        several.edits.emplace_back(edit::RemoveValue{path});
    }
    several.name = edit::nameOf(several.edits.front());
    return edit::Edit(std::move(several));
}

Result<std::optional<int>> bound(const Arguments& arguments)
{
    const auto typed = arguments.value("at-most");
    if (!typed)
        return std::optional<int>();
    int number = 0;
    const char* last = typed->data() + typed->size();
    const auto [end, error] = std::from_chars(typed->data(), last, number);
    if (error != std::errc() || end != last)
        return Error{ErrorCode::invalid, {"cli.number_expected", {{"option", "--at-most"}, {"text", *typed}}}, {}};
    return std::optional(number);
}

// The link that the options name; its kind is order when they name none.
Result<Link> linkOf(const Arguments& arguments, const std::vector<std::string>& words)
{
    if (words.size() != 2)
        return missing(connectUsage);
    const auto atMost = bound(arguments);
    if (!atMost)
        return atMost.error();
    Link link{.kind = LinkKind::order, .from = words[0], .to = words[1], .atMost = *atMost};
    std::vector<std::pair<const char*, LinkKind>> chosen;
    for (const auto& [option, kind] : {std::pair("output", LinkKind::data), std::pair("input", LinkKind::data), std::pair("branch", LinkKind::branch),
                                       std::pair("else", LinkKind::branch), std::pair("failure", LinkKind::failure), std::pair("reject", LinkKind::reject)}) {
        if (arguments.has(option))
            chosen.emplace_back(option, kind);
    }
    for (const auto& [option, kind] : chosen) {
        link.kind = kind;
        const bool together = kind == chosen.front().second && (kind == LinkKind::data || option == chosen.front().first);
        if (!together)
            return Error{ErrorCode::invalid, {"cli.options_exclude", {{"one", "--" + std::string(chosen.front().first)}, {"other", "--" + std::string(option)}}}, {}};
    }
    link.output = arguments.value("output").value_or("");
    link.input = arguments.value("input").value_or("");
    link.condition = arguments.value("branch").value_or("");
    return link;
}

Result<edit::Edit> connecting(const Arguments& arguments, const std::vector<std::string>& words, const edit::Document& document)
{
    const auto link = linkOf(arguments, words);
    if (!link)
        return link.error();
    if (const auto may = edit::mayConnect(document.pipeline(), *link); !may)
        return may.error();
    return edit::Edit(edit::Connect{*link});
}

// Which branch leads there on this condition.
std::optional<std::size_t> branchOf(const edit::Document& document, const Link& link)
{
    const pipeline::Step* step = document.pipeline().step(link.from);
    const auto* choose = step ? std::get_if<pipeline::Choose>(&step->body) : nullptr;
    for (std::size_t i = 0; choose && i < choose->branches.size(); ++i) {
        if (choose->branches[i].target == link.to && choose->branches[i].condition == link.condition)
            return i;
    }
    return std::nullopt;
}

// Without an option all links between the two.
edit::Edit allLinks(const edit::Document& document, const Link& link)
{
    edit::Several several;
    several.name = edit::nameOf(edit::Disconnect{link});
    edit::Document now = document;
    for (const LinkKind kind : {LinkKind::order, LinkKind::data, LinkKind::branch, LinkKind::failure, LinkKind::reject}) {
        Link each = link;
        each.kind = kind;
        auto next = edit::apply(now, edit::Disconnect{each});
        const bool isMissing = !next && next.error().code == ErrorCode::notFound;
        if (!isMissing)
            several.edits.emplace_back(edit::Disconnect{each}); // what cannot be cut has to be told
        if (next)
            now = std::move(*next);
    }
    return several.edits.empty() ? edit::Edit(edit::Disconnect{link}) : edit::Edit(std::move(several));
}

Result<edit::Edit> disconnecting(const Arguments& arguments, const std::vector<std::string>& words, const edit::Document& document)
{
    auto link = linkOf(arguments, words);
    if (!link)
        return link.error();
    if (link->kind == LinkKind::order)
        return allLinks(document, *link);
    if (link->kind == LinkKind::branch) {
        link->branch = branchOf(document, *link);
        if (!link->branch)
            return Error{ErrorCode::notFound, {"edit.link_missing", {{"from", link->from}, {"to", link->to}}}, {}};
    }
    return edit::Edit(edit::Disconnect{*link});
}

} // namespace

Result<edit::Edit> editRequest(const Arguments& arguments, const edit::Document& document)
{
    const std::string verb = arguments.operand(1);
    const std::vector<std::string> words(arguments.operands().begin() + 2, arguments.operands().end());
    if (verb == "set")
        return setting(words);
    if (verb == "add")
        return adding(arguments, words);
    if (verb == "remove")
        return removing(arguments, words, document);
    if (verb == "rename" && words.size() != 2)
        return missing(renameUsage);
    if (verb == "rename")
        return edit::Edit(edit::RenameStep{words[0], words[1]});
    if (verb == "connect")
        return connecting(arguments, words, document);
    if (verb == "disconnect")
        return disconnecting(arguments, words, document);
    return Error{ErrorCode::invalid, {"cli.edit_verb", {{"verb", verb}}}, {}};
}

} // namespace penstock::cli
