#include "core/edit/names.h"

#include "core/base/ids.h"

#include <algorithm>

namespace penstock::edit {

namespace {

constexpr std::size_t longest = 64; // of a name

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isLegal(char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '-'; }

// "scripts/train.py" -> "train"
std::string_view stem(std::string_view text)
{
    while (!text.empty() && text.back() == '/')
        text.remove_suffix(1);
    text.remove_prefix(text.rfind('/') + 1);
    const std::size_t dot = text.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? text : text.substr(0, dot);
}

std::string trimmed(std::string text)
{
    text.erase(0, std::min(text.find_first_not_of("_-"), text.size()));
    text.erase(text.find_last_not_of("_-") + 1);
    return text;
}

// train_2 is followed by train_3, not by train_2_2.
std::string baseOf(const std::string& name)
{
    const std::size_t mark = name.rfind('_');
    const bool isNumbered = mark != std::string::npos && mark > 0 && mark + 1 < name.size() && name.size() - mark < 6
                            && std::all_of(name.begin() + static_cast<std::ptrdiff_t>(mark) + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isNumbered ? name.substr(0, mark) : name;
}

} // namespace

std::string legalName(std::string_view wanted)
{
    if (isName(wanted))
        return std::string(wanted);
    std::string name;
    for (const char c : stem(wanted)) {
        if (isLegal(c))
            name += c;
        else if (!name.empty() && name.back() != '_')
            name += '_';
    }
    name = trimmed(std::move(name));
    if (!name.empty() && !isLetter(name.front()))
        name.insert(0, "step_");
    name = trimmed(name.substr(0, longest));
    return name.empty() ? "step" : name;
}

std::string FreeNames::give(std::string_view wanted)
{
    const std::string name = legalName(wanted);
    if (take(name))
        return name;
    std::string base = baseOf(name);
    std::size_t& number = m_next.emplace(base, 2).first->second;
    while (true) {
        const std::string ending = '_' + std::to_string(number++);
        std::string candidate = base.substr(0, longest - ending.size()).append(ending);
        if (take(candidate))
            return candidate;
    }
}

std::string freeName(const std::set<std::string, std::less<>>& taken, std::string_view wanted) { return FreeNames(taken).give(wanted); }

std::string freeName(const pipeline::Pipeline& pipeline, std::string_view wanted)
{
    std::set<std::string, std::less<>> taken;
    for (const pipeline::Step& step : pipeline.steps)
        taken.insert(step.name);
    return freeName(taken, wanted);
}

} // namespace penstock::edit
