#include "core/engine/plan.h"

#include <algorithm>
#include <string_view>

namespace penstock::engine {

std::string normalisedPath(const std::string& path)
{
    if (path.starts_with('/'))
        return {};
    std::vector<std::string_view> parts;
    std::string_view rest = path;
    while (!rest.empty()) {
        const std::string_view part = rest.substr(0, rest.find('/'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        if (part == "..") {
            if (parts.empty())
                return {};
            parts.pop_back();
        } else if (!part.empty() && part != ".") {
            parts.push_back(part);
        }
    }
    std::string result;
    for (const std::string_view part : parts)
        result.append(result.empty() ? "" : "/").append(part);
    return result;
}

} // namespace penstock::engine
