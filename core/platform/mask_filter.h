#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace penstock::platform {

// Replaces secret byte strings in a stream by "***", or each of their bytes by "*", also where one is cut by the border of two chunks.
// Overlapping secrets are covered as their union, so that no piece of either remains. Holds back at most the bytes that
// may be the beginning of a secret. Best effort by nature: an encoded secret is a different byte string.
class MaskFilter final {
public:
    enum class Length { hidden, kept }; // kept: what follows stays where it was

    MaskFilter() = default;
    explicit MaskFilter(std::vector<std::string> secrets, Length length = Length::hidden); // empty ones are ignored

    std::string pass(std::string_view chunk);
    std::string finish(); // what was held back; at the end of the stream

private:
    std::string emit(std::string_view text, const std::vector<bool>& covered, std::size_t end);
    std::vector<bool> coverage(std::string_view text) const;
    std::size_t heldFrom(std::string_view text) const;

    std::vector<std::string> m_secrets;
    Length m_length = Length::hidden;
    std::string m_held;
    std::size_t m_heldCovered = 0; // bytes at the front of m_held that belong to a secret which has already been masked
    bool m_inSecret = false;       // the last emitted byte belonged to a secret: its "***" is out
};

} // namespace penstock::platform
