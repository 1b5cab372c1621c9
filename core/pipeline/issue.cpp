#include "core/pipeline/issue.h"

#include <algorithm>

namespace penstock::pipeline {

bool prevents(const Issues& issues)
{
    return std::any_of(issues.begin(), issues.end(), [](const Issue& issue) { return issue.severity != Severity::warning; });
}

void sortByPlace(Issues& issues)
{
    std::stable_sort(issues.begin(), issues.end(), [](const Issue& a, const Issue& b) { return a.place < b.place; });
}

} // namespace penstock::pipeline
