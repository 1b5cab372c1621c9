#pragma once

#include "core/pipeline/document.h"

#include <set>
#include <string>
#include <string_view>

namespace penstock::edit {

// A legal name made of anything, such as the name of a file: "my model (2).py" -> "my_model_2". Texts of which nothing is left
// become "step".
std::string legalName(std::string_view wanted);

// A legal name that no step has: train, train_2, ...
std::string freeName(const pipeline::Pipeline& pipeline, std::string_view wanted);
// The same among any names.
std::string freeName(const std::set<std::string, std::less<>>& taken, std::string_view wanted);

} // namespace penstock::edit
