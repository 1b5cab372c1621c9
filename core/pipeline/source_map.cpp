#include "core/pipeline/source_map.h"

namespace penstock::pipeline {

const Spot* SourceMap::find(std::string_view path) const
{
    const auto found = m_spots.find(path);
    return found == m_spots.end() ? nullptr : &found->second;
}

Spot SourceMap::nearest(std::string_view path) const
{
    while (true) {
        if (const Spot* spot = find(path))
            return *spot;
        const auto dot = path.rfind('.');
        if (dot == std::string_view::npos)
            break;
        path = path.substr(0, dot);
    }
    const Place start{1, 1};
    return {start, start, 0, 0};
}

} // namespace penstock::pipeline
