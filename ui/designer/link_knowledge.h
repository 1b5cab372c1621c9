#pragma once

#include <QObject>

#include "ui/designer/background.h"
#include "ui/designer/design_links.h"
#include "ui/designer/pipeline_editor.h"

#include <memory>

namespace penstock::designer {

// What may be linked in the document that is open. Of a large document it is found out in another thread as soon as the
// document has been read: whoever begins to pull a link does not wait. GUI thread.
class LinkKnowledge final : public QObject {
    Q_OBJECT

public:
    explicit LinkKnowledge(const PipelineEditor& editor); // outlives this

    const DocumentJudge& judge(); // of the document as it is now; made here when nobody had the time
    // For those who ask later, if at all; null while the text cannot be edited.
    std::unique_ptr<canvas::LinkJudge> asked();

private:
    void forget();
    void prepare();

    const PipelineEditor& m_editor;
    std::shared_ptr<const DocumentJudge> m_judge; // null: nobody has asked since the document changed
    Background m_preparing;
};

} // namespace penstock::designer
