// What is asked of a text before any parser sees it, and how its positions are counted; for this folder only.
#pragma once

#include "core/base/result.h"
#include "core/pipeline/source_map.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace penstock::format {

Error yamlError(pipeline::Place place, std::string id, std::vector<std::pair<std::string, std::string>> arguments = {});

// Line and column of a byte; walks the text from its start, so it is for single errors.
pipeline::Place placeAt(std::string_view text, std::size_t offset);

// UTF-8 without byte order mark, control characters (tab and line ends excepted) and the line separators on which
// YAML 1.1 and 1.2 disagree; no directives. Errors: invalid with the place.
Result<void> checkYamlText(std::string_view text);

// libyaml counts characters; ranges are in bytes.
class CharacterIndex final {
public:
    explicit CharacterIndex(std::string_view text);

    std::uint32_t byteOf(std::size_t character) const;

private:
    static constexpr std::size_t stride = 64;

    std::string_view m_text;
    bool m_isAscii = false;
    std::vector<std::uint32_t> m_offsets; // of every stride-th character
};

} // namespace penstock::format
