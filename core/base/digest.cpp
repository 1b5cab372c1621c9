#include "core/base/digest.h"

#include <openssl/evp.h>

namespace penstock {

struct Sha256::Context {
    EVP_MD_CTX* evp = EVP_MD_CTX_new();
    ~Context() { EVP_MD_CTX_free(evp); }
};

Sha256::Sha256()
    : m_context(std::make_unique<Context>())
{
    EVP_DigestInit_ex(m_context->evp, EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;

void Sha256::add(const void* data, std::size_t size) { EVP_DigestUpdate(m_context->evp, data, size); }

Digest Sha256::finish()
{
    Digest digest;
    unsigned int length = 0;
    EVP_DigestFinal_ex(m_context->evp, digest.bytes.data(), &length);
    return digest;
}

Digest sha256(std::string_view bytes)
{
    Sha256 sha;
    sha.add(bytes);
    return sha.finish();
}

std::string Digest::hex() const
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(64);
    for (unsigned char byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string Digest::shortHex() const { return hex().substr(0, 8); }

std::optional<Digest> Digest::parse(std::string_view hex)
{
    const auto nibble = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
    Digest digest;
    if (hex.size() != 64)
        return std::nullopt;
    for (std::size_t i = 0; i < 32; ++i) {
        const int high = nibble(hex[2 * i]);
        const int low = nibble(hex[2 * i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        digest.bytes[i] = static_cast<unsigned char>(high << 4 | low);
    }
    return digest;
}

} // namespace penstock
