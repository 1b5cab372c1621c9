#include "core/edit/document.h"

namespace penstock::edit {

Document::Document(std::string text, std::string layoutText)
{
    auto content = std::make_shared<Content>();
    content->read = format::readPipeline(text);
    content->positions = format::readLayout(layoutText);
    content->text = std::move(text);
    content->layoutText = std::move(layoutText);
    m_content = std::move(content);
}

bool Document::isEditable() const { return read().tree && read().tree->issues.empty(); }

} // namespace penstock::edit
