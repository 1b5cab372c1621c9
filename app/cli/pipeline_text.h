// Pipeline files as texts: what validate, edit, format and diff begin with.
#pragma once

#include "app/cli/command.h"
#include "core/platform/claimed_file.h"

#include <cstdint>
#include <string>

namespace penstock::cli {

inline constexpr std::uint64_t largestPipeline = 64ull << 20; // the reader refuses much less, and says so with a place

inline constexpr const char* standardInput = "-"; // as a file; one named like this is "./-"

// The file as typed, or that of a pipeline's name in the workspace.
std::string typedFile(const Arguments& arguments, const std::string& typed);

// Also of standard input, and of pipes and devices: what a shell or git hands over. Errors: notFound, denied, io; invalid when it is
// too large.
Result<std::string> textOf(const std::string& file);

// "FILE", or "REV:FILE" of the repository around it: a branch, tag or commit. Errors as above, and notFound for what git
// does not know.
Result<std::string> pipelineText(const Arguments& arguments, const std::string& typed);

// To be read, changed and replaced. Errors: those of platform::ClaimedFile.
Result<platform::ClaimedFile> claimed(const std::string& file);
// The new content of such a file; says what does not follow.
Result<void> replace(Console& console, const std::string& file, platform::ClaimedFile& claim, const std::string& content);

} // namespace penstock::cli
