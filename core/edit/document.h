#pragma once

#include "core/format/layout_file.h"
#include "core/format/pipeline_reader.h"

#include <memory>
#include <string>

namespace penstock::edit {

// A pipeline file and its layout file as they are being edited. The texts are the truth; the rest is their meaning. Immutable
// and cheap to copy; may be read from any thread.
class Document final {
public:
    Document(std::string text, std::string layoutText);

    const std::string& text() const { return m_content->text; }
    const std::string& layoutText() const { return m_content->layoutText; }
    const format::ReadPipeline& read() const { return m_content->read; }
    const pipeline::Pipeline& pipeline() const { return m_content->read.pipeline; }
    const format::NodePositions& positions() const { return m_content->positions; }
    // Whether single values can be changed: the text is YAML, without keys that stand twice.
    bool isEditable() const;

    bool operator==(const Document& other) const { return text() == other.text() && layoutText() == other.layoutText(); }

private:
    struct Content {
        std::string text, layoutText;
        format::ReadPipeline read;
        format::NodePositions positions;
    };
    std::shared_ptr<const Content> m_content;
};

} // namespace penstock::edit
