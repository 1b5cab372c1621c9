#include "core/pipeline/workspace_path.h"

#include <algorithm>
#include <vector>

namespace penstock::pipeline {

WorkspacePath WorkspacePath::of(std::string_view text)
{
    if (text.starts_with('/'))
        return {Place::absolute, {}};
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find('/'));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        if (part == "..") {
            if (parts.empty())
                return {Place::outside, {}};
            parts.pop_back();
        } else if (!part.empty() && part != ".") {
            parts.push_back(part);
        }
    }
    WorkspacePath result;
    for (const std::string_view part : parts)
        result.path.append(result.path.empty() ? "" : "/").append(part);
    return result;
}

bool isWithin(std::string_view path, std::string_view folder)
{
    return folder.empty() || path == folder || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

} // namespace penstock::pipeline
