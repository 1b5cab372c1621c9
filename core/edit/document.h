#pragma once

#include "core/format/layout_file.h"
#include "core/format/pipeline_reader.h"

#include <memory>
#include <string>

namespace penstock::edit {

// A pipeline file and its layout file as they are being edited. The texts are the truth; the rest is their meaning, which is
// read when it is first asked for: making a document of a large text costs nothing. Immutable and cheap to copy; may be read
// from any thread, so that one that can wait reads it before one that cannot.
class Document final {
public:
    Document(std::string text, std::string layoutText);

    const std::string& text() const;
    const std::string& layoutText() const;
    const format::ReadPipeline& read() const;
    const pipeline::Pipeline& pipeline() const { return read().pipeline; }
    const format::NodePositions& positions() const;
    // Whether single values can be changed: the text is YAML, without keys that stand twice.
    bool isEditable() const;

    Document withLayout(std::string layoutText) const; // shares what the text means
    Document withoutMeaning() const;                   // the texts alone, to be kept for long

    bool operator==(const Document& other) const { return text() == other.text() && layoutText() == other.layoutText(); }

private:
    class Text;
    class Layout;

    Document(std::shared_ptr<const Text> text, std::shared_ptr<const Layout> layout);

    std::shared_ptr<const Text> m_text;
    std::shared_ptr<const Layout> m_layout;
};

} // namespace penstock::edit
