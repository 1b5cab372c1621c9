#include "core/platform/mask_filter.h"

#include <algorithm>
#include <utility>

namespace penstock::platform {

MaskFilter::MaskFilter(std::vector<std::string> secrets, Length length)
    : m_secrets(std::move(secrets))
    , m_length(length)
{
    std::erase_if(m_secrets, [](const std::string& secret) { return secret.empty(); });
}

std::vector<bool> MaskFilter::coverage(std::string_view text) const
{
    std::vector<bool> covered(text.size(), false);
    std::fill_n(covered.begin(), std::min(m_heldCovered, text.size()), true);
    for (const std::string& secret : m_secrets) {
        for (std::size_t at = text.find(secret); at != std::string_view::npos; at = text.find(secret, at + 1))
            std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(at), secret.size(), true);
    }
    return covered;
}

// The first position from which the rest of the text is a proper beginning of some secret.
std::size_t MaskFilter::heldFrom(std::string_view text) const
{
    std::size_t longest = 0;
    for (const std::string& secret : m_secrets) {
        for (std::size_t size = std::min(secret.size() - 1, text.size()); size > longest; --size) {
            if (text.substr(text.size() - size) == std::string_view(secret).substr(0, size))
                longest = size;
        }
    }
    return text.size() - longest;
}

std::string MaskFilter::emit(std::string_view text, const std::vector<bool>& covered, std::size_t end)
{
    std::string out;
    for (std::size_t i = 0; i < end; ++i) {
        if (!covered[i])
            out.push_back(text[i]);
        else if (m_length == Length::kept)
            out.push_back('*');
        else if (!m_inSecret)
            out += "***";
        m_inSecret = covered[i];
    }
    return out;
}

std::string MaskFilter::pass(std::string_view chunk)
{
    if (m_secrets.empty())
        return std::string(chunk);
    m_held.append(chunk);
    const std::string text = std::exchange(m_held, {});
    const std::vector<bool> covered = coverage(text);
    const std::size_t end = heldFrom(text);
    std::string out = emit(text, covered, end);
    m_held = text.substr(end);
    const auto tail = covered.begin() + static_cast<std::ptrdiff_t>(end);
    // Only what a secret that began before `end` covers has to be remembered; the rest is found again.
    m_heldCovered = m_inSecret ? static_cast<std::size_t>(std::find(tail, covered.end(), false) - tail) : 0;
    return out;
}

std::string MaskFilter::finish()
{
    const std::string text = std::exchange(m_held, {});
    std::string out = emit(text, coverage(text), text.size());
    m_heldCovered = 0;
    m_inSecret = false;
    return out;
}

} // namespace penstock::platform
