// What a data link says in the file. For this folder only.
#pragma once

#include "core/base/result.h"
#include "core/edit/link.h"
#include "core/expression/reference.h"
#include "core/format/yaml_tree.h"
#include "core/pipeline/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace penstock::edit {

struct DataLink {
    std::vector<std::string> path; // below the step `to`: {"inputs", "data"}
    std::string expression;        // "${{ steps.prepare.outputs.train }}"
};

// Where the link would be written, and what. Errors: "edit.link_*": the sentence says what does not fit.
Result<DataLink> written(const pipeline::Step& from, const pipeline::Step& to, const Link& link);

// The places below `to` that are what a data link is written to, with the text that stands there.
struct Inlet {
    std::vector<std::string> path;
    std::string input; // its name
    std::string text;
};
std::vector<Inlet> inletsOf(const pipeline::Step& to);

// Whether a text speaks of a step; of one output of it, when that is not empty.
bool speaksOf(std::string_view text, const std::string& step, const std::string& output);
// The places of a step, as "run.3", where expressions speak of another step outside of its inlets; `previous` is no need.
std::vector<std::string> otherMentions(const pipeline::Step& step, const std::string& other);

std::vector<std::string> outputNames(const pipeline::Step& step);

} // namespace penstock::edit
