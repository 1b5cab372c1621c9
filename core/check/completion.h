// What may be written at a place of an expression: for fields of a form and for a text editor alike. Words come from the document
// alone, so they are there before anything has run.
#pragma once

#include "core/base/result.h"
#include "core/check/opened.h"
#include "core/pipeline/document.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::check {

// Which expressions a text of the document holds, and what they may speak of.
struct CompletionPlace {
    enum class Of {
        step,     // if, choose, map, approve, register, promote, …
        command,  // run, env: a place where the step's own inputs and outputs are paths
        artifact, // an output of another step: an input, what is registered
        trigger,  // `on`
        document, // defaults, outputs of the pipeline
    };

    std::string step; // of the last two: empty
    Of of = Of::step;
    bool isExpression = false; // bare; else text with ${{ }}

    bool operator==(const CompletionPlace&) const = default;
};

// Of the value at a document path, {"steps", "train", "env", "C"}. A path that holds no expression gives a place all the same.
CompletionPlace completionPlaceOf(std::span<const std::string> path);

struct Completion {
    enum class Kind { root, step, member, name, function, word, value };

    std::string insert;
    std::size_t caret = 0; // where the cursor stands afterwards, in bytes of `insert`
    std::string shown;     // "round(number, digits)"
    Kind kind = Kind::name;
    Message about;         // one line; the id may be empty
    std::string path = {}; // of what has a value once it has run, the whole expression: "steps.train.metrics"; else empty

    bool goesOn() const { return insert.ends_with('.'); } // the next word is asked for at once
};

// `items` replace the bytes [begin, end); the best ones first. No items: there is nothing to offer.
struct Completions {
    std::size_t begin = 0, end = 0;
    std::vector<Completion> items;
};

// Names of steps, for the word at the cursor of a text that holds them with commas between. A step never needs itself, nor one that
// comes after it: with `before`, only those are offered that come before the step or stand beside it.
Completions stepNamesAt(const pipeline::Pipeline& pipeline, const std::string& step, bool before, std::string_view text, std::size_t cursor);

// Pure. `cursor` counts bytes of `text`, at most its size. About linear in the size of the document. `opened`: the pipelines that its steps
// open; of one that is not among them no outputs are offered.
Completions completionsAt(const pipeline::Pipeline& pipeline, const CompletionPlace& place, std::string_view text, std::size_t cursor, const Library& opened = {});

} // namespace penstock::check
