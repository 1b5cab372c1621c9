// Which values a step refers to, in any of its fields: the needs that nobody has to declare.
#pragma once

#include "core/expression/reference.h"
#include "core/pipeline/document.h"

#include <set>
#include <string>
#include <vector>

namespace penstock::engine {

// Errors: invalid with the expression's own message.
Result<std::vector<expression::Reference>> referencesOf(const pipeline::Pipeline& pipeline, const pipeline::Step& step);

// The parameters among them. A reference to `params` as a whole, or by a computed name, means all of them.
std::set<std::string> parametersUsed(const pipeline::Pipeline& pipeline,
                                     const std::vector<expression::Reference>& references);

} // namespace penstock::engine
