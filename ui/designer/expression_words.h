#pragma once

#include "core/edit/text_completion.h"

namespace penstock::designer {

// What core/check knows of an expression, in the words of completion in a text: an ExpressionCompletion.
edit::Completions expressionWords(const pipeline::Pipeline& known, const std::vector<std::string>& path, std::string_view expression, std::size_t cursor);

} // namespace penstock::designer
