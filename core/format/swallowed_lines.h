// Comments and blank lines that an edit brings to stand below a text in block style, which would take them for its own. For
// YamlPatch.
#pragma once

#include "core/format/text_edit.h"
#include "core/format/yaml_tree.h"

namespace penstock::format {

// `edits` made `before` into `after`. Returns further edits, of the source of `after`, that part text and lines again; none when
// they are apart. A text that the edits brought is indented deeper than the comment below it; where the text was there
// before, the comment moves to the column of its key. Blank lines go where the text keeps those at its end (`|+`).
TextEdits releasedLines(const YamlTree& before, TextEdits edits, const YamlTree& after);

} // namespace penstock::format
