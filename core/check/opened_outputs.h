// What a pipeline gives to the step that opens it. For this folder only.
#pragma once

#include "core/check/opened.h"

namespace penstock::check {

struct OpenedOutput {
    std::string name;
    const pipeline::Output* artifact = nullptr; // that of a step inside; null: it is a value
};

// In the order of the file; none when the library does not have it. Points into the library.
std::vector<OpenedOutput> outputsOf(const pipeline::SubPipeline& sub, const Library& library);

} // namespace penstock::check
