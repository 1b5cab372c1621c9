// Where the lines and the entries of a text begin and end; for this folder only.
#pragma once

#include "core/format/yaml_tree.h"

#include <cstddef>
#include <string_view>

namespace penstock::format {

// `text` is that of the tree whose nodes are asked for, with '\n' as its only line end.
class YamlMarks final {
public:
    static constexpr std::size_t none = std::string_view::npos;

    explicit YamlMarks(std::string_view text)
        : m_text(text)
    {}

    std::size_t lineStart(std::size_t offset) const;
    std::size_t lineEnd(std::size_t offset) const;
    std::size_t nextLine(std::size_t offset) const;
    int columnOf(std::size_t offset) const; // from 0

    // Of entries of block collections.
    std::size_t entryBegin(const YamlNode& parent, std::size_t entry) const;
    std::size_t entryEnd(const YamlNode& parent, std::size_t entry) const;
    std::size_t afterMark(const YamlNode& parent, std::size_t entry) const; // behind the ':' or '-'; none: has none

private:
    std::size_t skipTrivia(std::size_t offset) const; // blanks, line ends and comments

    std::string_view m_text;
};

} // namespace penstock::format
