#pragma once

#include "core/edit/document.h"

#include <string>
#include <vector>

namespace penstock::edit {

struct Collapsed {
    Document outer;
    std::string inner; // the text of the new pipeline file
};

// Steps become one step `name` that opens `file`. What they read of parameters and of values of steps outside becomes
// parameters of the new pipeline; what is read of them becomes its outputs; order around them is that of the new step.
// Errors: invalid with the sentence that names the crossing reference which prevents it ("edit.collapse_*"): a file from
// outside, a branch into or out of the middle, a result that a pipeline does not give.
Result<Collapsed> collapse(const Document& document, const std::vector<std::string>& steps, const std::string& name, const std::string& file);

// The reverse: the steps of `innerText` in place of `step`, with the name of the step in front where names clash.
// Errors: invalid ("edit.expand_*"): no sub-pipeline, mapped, a text that cannot be read, a value that cannot be put in.
Result<Document> expand(const Document& document, const std::string& step, const std::string& innerText);

} // namespace penstock::edit
