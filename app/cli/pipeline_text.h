// Pipeline files as texts: what validate, edit, format and diff begin with.
#pragma once

#include "app/cli/command.h"

#include <cstdint>
#include <string>

namespace penstock::cli {

inline constexpr std::uint64_t largestPipeline = 64ull << 20; // the reader refuses much less, and says so with a place

// The file as typed, or that of a pipeline's name in the workspace.
std::string typedFile(const Arguments& arguments, const std::string& typed);

// Errors: notFound, denied, io; invalid when it is too large.
Result<std::string> textOf(const std::string& file);

// "FILE", or "REV:FILE" of the repository around it: a branch, tag or commit. Errors as above, and notFound for what git
// does not know.
Result<std::string> pipelineText(const Arguments& arguments, const std::string& typed);

// Writes a file that still is as it was read; permissions stay. Errors: conflict ("cli.file_changed"), denied, full, io.
Result<void> writeOver(const std::string& file, const std::string& before, const std::string& after);

} // namespace penstock::cli
