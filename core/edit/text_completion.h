// What can be written at a place of a pipeline's text: the keys that are valid there (core/pipeline/kinds), names of steps where
// a step is named, words where there is a choice of them.
#pragma once

#include "core/base/result.h"
#include "core/pipeline/document.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::edit {

struct Completion {
    enum class Kind { key, step, word };

    Kind kind = Kind::key;
    std::string name;   // what people look for
    std::string insert; // what is written instead of the word at the place
    Message about;      // one line; the id may be empty

    bool operator==(const Completion&) const = default;
};

struct Completions {
    std::size_t begin = 0, end = 0; // bytes that are replaced
    std::vector<Completion> items;  // those that fit the word so far; beginnings first, then in the order of the description
};

// `known` is the newest pipeline that made sense: it names steps and tells their kinds. Pure; linear in the size of the text.
Completions completionsAt(std::string_view text, std::size_t offset, const pipeline::Pipeline& known);

} // namespace penstock::edit
