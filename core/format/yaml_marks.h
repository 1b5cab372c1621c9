// Where the lines and the entries of a text begin and end; for this folder only.
#pragma once

#include "core/format/yaml_tree.h"

#include <cstddef>
#include <string_view>

namespace penstock::format {

// `text` is that of the tree whose nodes are asked for, and must outlive the marks.
class YamlMarks final {
public:
    static constexpr std::size_t none = std::string_view::npos;

    explicit YamlMarks(std::string_view text)
        : m_text(text)
    {}

    std::size_t lineStart(std::size_t offset) const;
    std::size_t lineEnd(std::size_t offset) const;
    std::size_t nextLine(std::size_t offset) const;
    std::size_t lineBefore(std::size_t start) const; // both are starts of lines; `start` is not 0
    std::string_view lineAt(std::size_t start) const { return m_text.substr(start, lineEnd(start) - start); }
    int columnOf(std::size_t offset) const; // from 0
    bool has(char c, std::size_t begin, std::size_t end) const;
    std::size_t skipTrivia(std::size_t offset) const; // blanks, line ends and comments

    // Of the entries of a collection.
    std::size_t entryBegin(const YamlNode& parent, std::size_t entry) const;
    std::size_t entryEnd(const YamlNode& parent, std::size_t entry) const;
    std::size_t afterMark(const YamlNode& parent, std::size_t entry) const; // behind the ':' or '-'; none: has none

    static bool isLineEnd(char c) { return c == '\n' || c == '\r'; }
    static bool isBlank(std::string_view line);
    static bool isComment(std::string_view line);

private:
    std::string_view m_text;
};

} // namespace penstock::format
