#pragma once

#include "ui/designer/pipeline_editor.h"

#include <vector>

namespace penstock::designer {

// The same change of a field in one step or in several, as one step of undo. A sentence for people; empty when all is well.
QString applyToAll(PipelineEditor& editor, std::vector<edit::Edit> edits);

} // namespace penstock::designer
