// What can be written at a place of a pipeline's text: keys, names of steps, words of a choice, expressions.
#pragma once

#include "core/check/completion.h"

namespace penstock::designer {

// `known`: the newest pipeline that made sense; `opened`: what its steps open. Pure; linear in the size of the text.
check::Completions wordsAt(const std::string& text, std::size_t cursor, const pipeline::Pipeline& known, const check::Library& opened);

} // namespace penstock::designer
