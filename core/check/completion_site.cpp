#include "core/check/completion_site.h"

#include "core/expression/expression.h"
#include "core/expression/template_text.h"

#include <algorithm>

namespace penstock::check {

namespace {

constexpr std::string_view opening = "${{";

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isWordCharacter(char c) { return isLetter(c) || (c >= '0' && c <= '9'); }
bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

struct Range {
    std::size_t begin = 0, end = 0;
    bool found = false;
};

// The inside of the mark that holds the cursor; that of a bare expression is the whole text.
Range expressionAround(std::string_view text, std::size_t cursor, bool isExpression)
{
    for (std::size_t at = text.find(opening); at != std::string_view::npos && at < cursor; at = text.find(opening, at)) {
        if (at > 0 && text[at - 1] == '$') {
            at += opening.size();
            continue;
        }
        const expression::Mark mark = expression::markAt(text, at);
        const std::size_t end = at + mark.length - (mark.closed ? 2 : 0);
        if (cursor >= mark.innerOffset() && cursor <= end)
            return {mark.innerOffset(), end, true};
        at += std::max<std::size_t>(mark.length, 1);
    }
    return {0, text.size(), isExpression && text.find(opening) == std::string_view::npos};
}

// The quote that is open at the end of the text, or npos.
std::size_t openQuote(std::string_view text)
{
    std::size_t open = std::string_view::npos;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isOpen = open != std::string_view::npos;
        if (isOpen && text[open] == '"' && text[at] == '\\')
            ++at;
        else if (isOpen && text[at] == text[open])
            open = std::string_view::npos;
        else if (!isOpen && (text[at] == '\'' || text[at] == '"'))
            open = at;
    }
    return open;
}

std::string_view withoutBlanksBehind(std::string_view text)
{
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

// A path that ends where the text does: names with dots, each of which may be followed by an index or, of production, by a line.
std::size_t pathBegin(std::string_view text)
{
    std::size_t at = text.size();
    while (at > 0) {
        const char c = text[at - 1];
        if (isWordCharacter(c) || c == '.' || (c == '-' && text.substr(0, at).find_last_of('.') != std::string_view::npos)) {
            --at;
            continue;
        }
        const std::size_t open = c == ']' ? text.rfind('[', at - 1) : c == ')' ? text.rfind("production(", at - 1) : std::string_view::npos;
        if (open == std::string_view::npos)
            break;
        at = open;
    }
    while (at < text.size() && !isLetter(text[at])) // "2 -" of a sum, and whatever else cannot begin a path
        ++at;
    return at;
}

// "steps.train.outputs[0]" in names; what is in brackets is left out.
std::vector<std::string> namesOf(std::string_view path)
{
    std::vector<std::string> names(1);
    int depth = 0;
    for (const char c : path) {
        depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
        if (depth == 0 && c == '.')
            names.emplace_back();
        else if (depth == 0 && c != ']' && c != ')')
            names.back() += c;
    }
    return names;
}

std::string comparedPath(std::string_view before)
{
    before = withoutBlanksBehind(before);
    if (const std::size_t list = before.rfind('['); list != std::string_view::npos && withoutBlanksBehind(before.substr(0, list)).ends_with(" in"))
        before = withoutBlanksBehind(before.substr(0, list));
    if (before.ends_with("==") || before.ends_with("!="))
        before.remove_suffix(2);
    else if (before.ends_with(" in"))
        before.remove_suffix(3);
    else
        return {};
    before = withoutBlanksBehind(before);
    return std::string(before.substr(pathBegin(before)));
}

void findString(CompletionSite& site, std::string_view text, const Range& inside, std::size_t quote, std::size_t cursor)
{
    const std::size_t closing = text.substr(0, inside.end).find(text[quote], cursor);
    site.inString = true;
    site.isClosed = closing != std::string_view::npos;
    site.begin = quote + 1;
    site.end = site.isClosed ? closing : cursor;
    site.typed = std::string(text.substr(site.begin, cursor - site.begin));
    site.compared = comparedPath(text.substr(inside.begin, quote - inside.begin));
}

} // namespace

CompletionSite siteAt(std::string_view text, std::size_t cursor, bool isExpression)
{
    CompletionSite site;
    cursor = std::min(cursor, text.size());
    const Range inside = expressionAround(text, cursor, isExpression);
    site.begin = site.end = cursor;
    site.isInside = inside.found && cursor - inside.begin <= expression::maximumLength;
    if (!site.isInside)
        return site;
    const std::string_view before = text.substr(inside.begin, cursor - inside.begin);
    if (const std::size_t quote = openQuote(before); quote != std::string_view::npos) {
        findString(site, text, inside, inside.begin + quote, cursor);
        return site;
    }
    const std::string_view whole = before.substr(pathBegin(before));
    site.path = namesOf(whole);
    site.typed = site.path.back();
    site.path.pop_back();
    site.before = std::string(whole.substr(0, whole.size() - site.typed.size()));
    site.begin = cursor - site.typed.size();
    while (site.end < inside.end && (isWordCharacter(text[site.end]) || (text[site.end] == '-' && !site.path.empty())))
        ++site.end;
    return site;
}

} // namespace penstock::check
