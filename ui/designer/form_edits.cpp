#include "ui/designer/form_edits.h"

namespace penstock::designer {

QString applyToAll(PipelineEditor& editor, std::vector<edit::Edit> edits)
{
    if (edits.empty())
        return {};
    if (edits.size() == 1)
        return editor.apply(edits.front());
    const std::string count = std::to_string(edits.size());
    return editor.apply(edit::Several{{"edit.change_steps", {{"count", count}}}, std::move(edits)});
}

} // namespace penstock::designer
