#include "core/format/text_edit.h"

#include <algorithm>

namespace penstock::format {

std::string withEdits(std::string_view text, TextEdits edits)
{
    std::stable_sort(edits.begin(), edits.end(), [](const TextEdit& a, const TextEdit& b) { return a.begin < b.begin; });
    std::string result;
    std::size_t at = 0;
    for (const TextEdit& edit : edits) {
        result += text.substr(at, edit.begin - at);
        result += edit.text;
        at = edit.end;
    }
    return result += text.substr(at);
}

TextEdit difference(std::string_view before, std::string_view after)
{
    const auto isInside = [](std::string_view text, std::size_t at) { // a character
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    };
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t start = 0;
    while (start < shorter && before[start] == after[start])
        ++start;
    while (start > 0 && (isInside(before, start) || isInside(after, start)))
        --start;
    std::size_t same = 0;
    while (same < shorter - start && before[before.size() - 1 - same] == after[after.size() - 1 - same])
        ++same;
    while (same > 0 && (isInside(before, before.size() - same) || isInside(after, after.size() - same)))
        --same;
    return {start, before.size() - same, std::string(after.substr(start, after.size() - same - start))};
}

} // namespace penstock::format
