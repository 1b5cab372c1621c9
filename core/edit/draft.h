// A draft: the edits of a pipeline that are not saved yet, as they are kept for the case that the program or the machine goes
// down. One file each (docs/formats.md, "Drafts").
#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace penstock::edit {

struct Draft {
    std::string file; // the pipeline, relative to the workspace
    Instant at{};     // of the newest edit in it
    std::string base; // what the file held when the edits began
    std::string text; // with the edits

    bool operator==(const Draft&) const = default;
};

inline constexpr std::uint64_t largestDraft = (32 << 20) + 8192; // two texts of the largest size that a pipeline has

std::string writeDraft(const Draft& draft);
// Whatever the bytes are: a draft that is whole, or what is wrong. Errors: corrupt ("edit.draft_broken"): not a draft, cut
// off, with a digest that does not fit, too large, or of a path that leads out of the workspace.
Result<Draft> readDraft(std::string_view bytes);

// "pipelines/digits.pipeline.yaml", "4f2a…" -> "1b9c0f…-4f2a….draft": for one file and one holder there is one name.
std::string draftName(std::string_view file, std::string_view holder);
// The holder in the name of a draft of this file; empty when it is not one.
std::string holderOf(std::string_view name, std::string_view file);
bool isOfHolder(std::string_view name, std::string_view holder); // a draft of whatever file
std::string lockName(std::string_view holder);     // what the holder keeps locked while it lives
std::string holderOfLock(std::string_view name);   // empty when it is not one

} // namespace penstock::edit
