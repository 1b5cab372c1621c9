// Two people (or a person and git) changed one text: both changes in one, where they do not meet. The textual part is the
// three-way merge by lines as diff3 does it (S. Khanna, K. Kunal, B. Pierce, "A Formal Investigation of Diff3", 2007), with
// the differences of line_changes.h. What lines cannot tell is asked of the meaning afterwards.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace penstock::edit {

// `base` with the changes of both; nothing when both changed the same or adjoining lines in different ways. Where both did
// the same it is done once.
std::optional<std::string> mergedLines(std::string_view base, std::string_view mine, std::string_view theirs);

// The same for pipeline files: nothing also when the result is not YAML that can be edited, or when a step or another part of
// the document that one side alone changed does not mean there what it means on that side. Reads four documents: of large
// ones not where somebody waits.
std::optional<std::string> merged(std::string_view base, std::string_view mine, std::string_view theirs);

} // namespace penstock::edit
