// What is wrong with a document, as data: place, what, and the mend. Shown by `penstock validate`, the problems panel and the API.
#pragma once

#include "core/base/json.h"
#include "core/pipeline/source_map.h"

#include <string>
#include <vector>

namespace penstock::pipeline {

enum class Severity {
    error,   // the pipeline cannot run
    notYet,  // valid by the format, but this version does not run it: also refuses to run
    warning, // runs, but probably not as meant
};

struct Issue {
    Severity severity = Severity::error;
    Message what;
    Message mend;     // what to write instead; empty id when there is none
    std::string path; // document path, e.g. "steps.train.timeout"
    Place place;

    bool operator==(const Issue&) const = default;
};

using Issues = std::vector<Issue>;

bool prevents(const Issues& issues); // an error or notYet among them
void sortByPlace(Issues& issues);

} // namespace penstock::pipeline
