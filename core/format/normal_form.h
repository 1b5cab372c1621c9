// How a pipeline file is laid out when nobody has a reason to do it otherwise.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace penstock::format {

// The normal form of the text of a pipeline: the keys of the document and of each step in the order of core/pipeline/kinds, two
// blanks per level, no quotes that are not needed, flow collections on one line where they fit, one blank line at most, no
// blanks at the ends of lines, one kind of line ends (the first one), a line end at the end. The normal form of a normal
// form is itself, and it means the same: that has been read again.
// What people choose stays: block or flow style, the order of steps and of all other keys, what is lined up behind colons and
// in front of comments. Comments stay with what they stand above or behind; those at the top of a file stay there.
// Left in its order is a mapping with anchors in use, aliases, unknown keys or a text that keeps its blank lines (`|+`); left as it is
// written, but for its indentation: an entry with `?`, with comments between key and value, and a flow collection that holds
// comments. A text whose root is in flow style stays as it is.
// Pure. Errors: invalid: "yaml.*" as of readYaml(), duplicate keys; "yaml.normal_no_mapping"; "yaml.normal_failed".
Result<std::string> normalForm(std::string_view text);

} // namespace penstock::format
