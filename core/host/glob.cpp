#include "core/host/glob.h"

#include <fnmatch.h>

#include <vector>

namespace penstock::host {

namespace {

using Parts = std::vector<std::string>;

Parts partsOf(const std::string& path)
{
    Parts parts;
    std::size_t from = 0;
    while (from <= path.size()) {
        const std::size_t to = std::min(path.find('/', from), path.size());
        if (const std::string part = path.substr(from, to - from); !part.empty() && part != ".")
            parts.push_back(part);
        from = to + 1;
    }
    return parts;
}

// By rows, as for the distance of two texts: a pattern of many `**` costs no more than one.
bool matches(const Parts& pattern, const Parts& path)
{
    std::vector<bool> reached(path.size() + 1, false);
    reached[0] = true;
    for (const std::string& part : pattern) {
        std::vector<bool> next(path.size() + 1, false);
        for (std::size_t i = 0; i <= path.size(); ++i) {
            if (part == "**")
                next[i] = reached[i] || (i > 0 && next[i - 1]);
            else
                next[i] = i > 0 && reached[i - 1] && ::fnmatch(part.c_str(), path[i - 1].c_str(), 0) == 0;
        }
        reached = std::move(next);
    }
    for (std::size_t i = 1; i <= path.size(); ++i) { // a folder above it, or the file itself
        if (reached[i])
            return true;
    }
    return false;
}

} // namespace

bool matchesGlob(const std::string& pattern, const std::string& path) { return matches(partsOf(pattern), partsOf(path)); }

std::string fixedPart(const std::string& pattern)
{
    std::string fixed;
    for (const std::string& part : partsOf(pattern)) {
        if (part.find_first_of("*?[\\") != std::string::npos)
            break;
        fixed += (fixed.empty() ? "" : "/") + part;
    }
    return fixed;
}

} // namespace penstock::host
