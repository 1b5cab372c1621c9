// All that is wrong with a document, in one pass: `penstock validate`, the problems panel, and the gate before a run.
#pragma once

#include "core/pipeline/document.h"
#include "core/pipeline/issue.h"

#include <string_view>

namespace penstock::check {

// Pure; time is about linear in the size of the document, also for 100,000 steps. Issues are sorted by place.
// `source` is the text that `places` speaks of: with it, mistakes inside expressions are placed exactly, however the text is
// quoted or folded; without it the place is that of the field, or exact where the field is one plain line.
pipeline::Issues check(const pipeline::Pipeline& pipeline, const pipeline::SourceMap& places, std::string_view source = {});

// The issues of reading a text and those of checking what was read, sorted by place. What could not be read is not judged a
// second time: at the path of an issue of the text, what the check says is left out.
pipeline::Issues merged(pipeline::Issues ofText, const pipeline::Issues& ofCheck);

} // namespace penstock::check
