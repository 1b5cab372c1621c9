#include "core/edit/line_changes.h"

#include "core/edit/line_match.h"

#include <algorithm>

namespace penstock::edit {

namespace {

constexpr std::string_view noLineEnd = "\\ No newline at end of file\n";

void append(std::string& text, char sign, std::string_view line)
{
    text += sign;
    text += line;
    if (!line.ends_with('\n'))
        text.append("\n").append(noLineEnd);
}

std::string range(std::size_t first, std::size_t count)
{
    return std::to_string(count == 0 ? first : first + 1) + (count == 1 ? std::string() : ',' + std::to_string(count));
}

// The changes of one hunk, with the same lines between and around them.
std::string hunk(const std::vector<LineChange>& changes, std::size_t begin, std::size_t end, const std::vector<std::string_view>& before,
                 const std::vector<std::string_view>& after, std::size_t context)
{
    const LineChange &first = changes[begin], &last = changes[end - 1];
    const std::size_t lead = std::min(context, first.before);
    const std::size_t tail = std::min(context, before.size() - last.before - last.beforeCount);
    const std::size_t from = first.before - lead, fromAfter = first.after - lead;
    std::string body;
    std::size_t line = from;
    const auto same = [&](std::size_t until) {
        for (; line < until; ++line)
            append(body, ' ', before[line]);
    };
    for (std::size_t i = begin; i < end; ++i) {
        same(changes[i].before);
        for (; line < changes[i].before + changes[i].beforeCount; ++line)
            append(body, '-', before[line]);
        for (std::size_t k = 0; k < changes[i].afterCount; ++k)
            append(body, '+', after[changes[i].after + k]);
    }
    same(line + tail);
    const std::size_t toAfter = last.after + last.afterCount + tail;
    std::string text = "@@ -";
    return text.append(range(from, line - from)).append(" +").append(range(fromAfter, toAfter - fromAfter)).append(" @@\n").append(body);
}

} // namespace

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end == std::string_view::npos ? text.size() : end + 1));
        text.remove_prefix(lines.back().size());
    }
    return lines;
}

std::vector<LineChange> lineChanges(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after)
{
    const std::vector<std::size_t> partner = matchLines(before, after);
    std::vector<LineChange> changes;
    std::size_t a = 0, b = 0;
    while (a < before.size() || b < after.size()) {
        if (a < before.size() && partner[a] == b) {
            ++a, ++b;
            continue;
        }
        LineChange change{a, 0, b, 0};
        while (a < before.size() && partner[a] == noPartner)
            ++a;
        b = a < before.size() ? partner[a] : after.size();
        change.beforeCount = a - change.before;
        change.afterCount = b - change.after;
        changes.push_back(change);
    }
    return changes;
}

std::string unifiedDifference(std::string_view before, std::string_view after, std::size_t context)
{
    const auto from = linesOf(before), to = linesOf(after);
    const std::vector<LineChange> changes = lineChanges(from, to);
    std::string text;
    for (std::size_t i = 0; i < changes.size();) {
        std::size_t end = i + 1;
        while (end < changes.size() && changes[end].before - changes[end - 1].before - changes[end - 1].beforeCount <= 2 * context)
            ++end;
        text += hunk(changes, i, end, from, to, context);
        i = end;
    }
    return text;
}

} // namespace penstock::edit
