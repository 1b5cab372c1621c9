// Writes a tree in normal form, with its comments; for normalForm(), which checks what comes out.
#pragma once

#include "core/format/normal_order.h"
#include "core/format/text_edit.h"
#include "core/format/yaml_marks.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::format {

enum class NormalOrder : std::uint8_t { normal, kept };

class NormalWriter final {
public:
    // The root must be a block mapping that is not empty; '\n' must be the only line end. The tree must outlive the writer.
    NormalWriter(const YamlTree& tree, NormalOrder order);

    std::string write();

private:
    struct Entry {
        std::size_t index = 0;
        TextRange lead;        // the lines between the entry before and this one
        TextRange own;         // from its first character to behind its last line
        std::size_t after = 0; // behind the comments below that are indented deeper
    };

    std::vector<Entry> entriesOf(const YamlNode& node, TextRange region) const;
    std::size_t deepEnd(TextRange gap, int column) const;
    std::vector<std::size_t> orderOf(const YamlNode& node, NormalRole role) const;

    void collection(const YamlNode& node, TextRange region, int indent, NormalRole role);
    void entry(const YamlNode& parent, const Entry& entry, int indent, NormalRole role);
    bool block(const YamlNode& parent, const Entry& entry, int indent, const std::string& head, NormalRole role);
    bool leaf(const YamlNode& parent, const Entry& entry, int indent, const std::string& head, NormalRole role);
    void blockScalar(const YamlNode& node, int indent, int shift, const std::string& head);
    void asWritten(const Entry& entry, int indent);
    void trivia(TextRange lines, int indent, bool isAtStart);

    std::optional<std::string> headOf(const YamlNode& parent, const Entry& entry) const;
    std::optional<std::string> restOf(std::size_t offset) const; // blanks and comment up to the end of the line
    std::string shifted(std::string_view text, int shift) const; // all lines but the first
    std::size_t columnOfNext(int indent) const;
    void line(int indent, std::string_view text);
    std::string_view slice(std::size_t begin, std::size_t end) const { return m_text.substr(begin, end - begin); }

    const YamlTree& m_tree;
    std::string_view m_text;
    YamlMarks m_marks;
    NormalOrder m_order;
    std::string m_dashes; // with their indentation: what the next line begins with
    std::string m_out;
};

} // namespace penstock::format
