#include "core/edit/mentions.h"

#include "core/expression/expression.h"
#include "core/expression/template_text.h"

#include <algorithm>

namespace penstock::edit {

using expression::Reference;
using expression::Root;
using format::YamlPath;
using format::YamlValue;

namespace {

constexpr std::string_view mark = "${{";

bool isNameOfStep(const YamlPath& path)
{
    const std::size_t size = path.size();
    if (path.front() == "frames" || path.front() == "notes") {
        const bool isListed = std::find(path.begin() + 1, path.end(), "steps") != path.end();
        return isListed || path.back() == "step";
    }
    if (path.front() != "steps" || size < 3)
        return false;
    if (path[2] == "needs")
        return size <= 4;
    if (path[2] == "choose")
        return size == 5 && (path[4] == "then" || path[4] == "else");
    return size == 4 && ((path[2] == "on_failure" && path[3] == "goto") || (path[2] == "approve" && path[3] == "on_reject"));
}

bool isCondition(const YamlPath& path)
{
    if (path.back() != "if")
        return false;
    if (path.front() == "on")
        return path.size() <= 3;
    return path.front() == "steps"
           && (path.size() == 3 || (path.size() == 5 && path[2] == "choose") || (path.size() == 4 && path[2] == "wait"));
}

void addReferences(std::vector<Reference>& all, const expression::Expression& parsed, std::size_t by)
{
    for (Reference reference : expression::references(parsed)) {
        reference.offset += by;
        all.push_back(std::move(reference));
    }
}

std::vector<Reference> referencesInTemplate(std::string_view text)
{
    std::vector<Reference> all;
    for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at)) {
        if (at > 0 && text[at - 1] == '$') {
            at += mark.size();
            continue;
        }
        const expression::Mark found = expression::markAt(text, at);
        if (!found.closed)
            break;
        if (const auto parsed = expression::parse(found.inner(text)))
            addReferences(all, *parsed, found.innerOffset());
        at += found.length;
    }
    return all;
}

} // namespace

TextRole roleOf(const YamlPath& path)
{
    if (path.empty())
        return TextRole::text;
    return isNameOfStep(path) ? TextRole::stepName : isCondition(path) ? TextRole::condition : TextRole::text;
}

std::vector<Reference> referencesIn(std::string_view text, TextRole role)
{
    if (role == TextRole::stepName)
        return {};
    if (role == TextRole::text)
        return referencesInTemplate(text);
    std::vector<Reference> all;
    if (const auto parsed = expression::parseCondition(text))
        addReferences(all, *parsed, 0);
    return all;
}

std::string rewritten(std::string_view text, TextRole role, const Rewrite& rewrite)
{
    std::vector<Reference> references = referencesIn(text, role);
    std::sort(references.begin(), references.end(), [](const Reference& a, const Reference& b) { return a.offset < b.offset; });
    std::string result;
    std::size_t at = 0;
    for (const Reference& reference : references) {
        const std::string_view spelled = text.substr(reference.offset, reference.length);
        const auto other = reference.offset < at ? std::nullopt : rewrite(reference, spelled);
        if (!other)
            continue;
        result.append(text.substr(at, reference.offset - at)).append(*other);
        at = reference.offset + reference.length;
    }
    return result.append(text.substr(at));
}

// Behind the root stands ".name" or "['name']", perhaps with blanks between.
std::string withStep(std::string_view spelled, std::string_view name)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t sign = spelled.find_first_of(".[");
    if (sign == std::string_view::npos)
        return std::string(spelled);
    std::size_t begin = spelled.find_first_not_of(blanks, sign + 1);
    if (begin == std::string_view::npos)
        return std::string(spelled);
    std::size_t end = begin;
    if (spelled[sign] == '[') {
        end = spelled.find(spelled[begin], begin + 1);
        ++begin;
    } else {
        end = std::min(spelled.find_first_of(" \t\r\n.[", begin), spelled.size());
    }
    if (end == std::string_view::npos)
        return std::string(spelled);
    return std::string(spelled.substr(0, begin)).append(name).append(spelled.substr(end));
}

Rewrite renaming(const Renames& names)
{
    return [names](const Reference& reference, std::string_view spelled) -> std::optional<std::string> {
        if (reference.root != Root::steps && reference.root != Root::previous)
            return std::nullopt;
        const auto found = names.find(reference.nameAt(0));
        return found == names.end() ? std::nullopt : std::optional(withStep(spelled, found->second));
    };
}

} // namespace penstock::edit
