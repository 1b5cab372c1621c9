#include "core/store/safe_name.h"

#include "core/base/digest.h"

namespace penstock::store {

namespace {

constexpr std::size_t longest = 200; // NAME_MAX is 255; leave room for suffixes

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '+' || c == '.';
}

} // namespace

std::string safeName(std::string_view text)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string name;
    for (const char c : text) {
        if (isPlain(c) && (c != '.' || !name.empty()))
            name += c;
        else
            name += {'%', digits[static_cast<unsigned char>(c) >> 4], digits[static_cast<unsigned char>(c) & 15]};
    }
    if (name.empty())
        return "%";
    if (name.size() > longest)
        return name.substr(0, longest - 33) + '%' + sha256(text).hex().substr(0, 32);
    return name;
}

} // namespace penstock::store
