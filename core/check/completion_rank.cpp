#include "core/check/completion_rank.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace penstock::check {

namespace {

constexpr std::size_t fewestInside = 3; // fewer letters are in the middle of too many words

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

// Smaller is better: what begins with the word, what has a part that does, what contains it.
std::optional<int> rank(const std::string& candidate, const std::string& typed)
{
    if (candidate.starts_with(typed))
        return 0;
    const std::string text = lowered(candidate), word = lowered(typed);
    const std::size_t at = text.find(word);
    if (at == std::string::npos)
        return std::nullopt;
    if (at == 0)
        return 1;
    if (text[at - 1] == '_' || text[at - 1] == '-' || text[at - 1] == '.')
        return 2;
    return word.size() < fewestInside ? std::nullopt : std::optional(3);
}

} // namespace

std::vector<Completion> ranked(std::vector<Completion> items, const std::string& typed)
{
    std::vector<std::pair<int, Completion>> found;
    for (Completion& item : items) {
        if (const auto worth = rank(item.shown.empty() || item.kind == Completion::Kind::function ? item.insert : item.shown, typed))
            found.emplace_back(*worth, std::move(item));
    }
    std::ranges::stable_sort(found, {}, &std::pair<int, Completion>::first);
    std::vector<Completion> best;
    for (auto& [worth, item] : found)
        best.push_back(std::move(item));
    return best;
}

} // namespace penstock::check
