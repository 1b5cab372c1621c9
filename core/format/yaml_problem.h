// Sentences of our own for what libyaml finds wrong; for this folder only.
#pragma once

#include "core/base/result.h"
#include "core/pipeline/source_map.h"

#include <string_view>

namespace penstock::format {

struct YamlProblem {
    std::string_view problem; // libyaml's words, which have been the same since 0.1.4
    std::string_view context; // "while scanning ..."
    pipeline::Place place;    // of the problem
    pipeline::Place contextPlace;
    std::size_t offset = 0;   // of the problem, in bytes
};

Error explain(const YamlProblem& problem, std::string_view text);

} // namespace penstock::format
