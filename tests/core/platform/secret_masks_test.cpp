#include "core/platform/mask_filter.h"
#include "core/platform/secret_masks.h"

#include <gtest/gtest.h>

namespace penstock::platform {

namespace {

const std::string secret = "s3cr\"t/P@ss wörd'";

std::string masked(const std::string& value, const std::string& text, std::size_t chunk = std::string::npos)
{
    MaskFilter filter(masksOf(value));
    std::string out;
    for (std::size_t at = 0; at < text.size(); at += std::min(chunk, text.size()))
        out += filter.pass(std::string_view(text).substr(at, chunk));
    return out + filter.finish();
}

std::string base64(std::string_view bytes)
{
    static const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto at = [&](std::size_t k) { return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U; };
        const unsigned bits = at(0) << 16U | at(1) << 8U | at(2);
        for (std::size_t k = 0; k < 4; ++k)
            text += i + k > bytes.size() ? '=' : alphabet[bits >> (18 - 6 * k) & 63U];
    }
    return text;
}

} // namespace

TEST(SecretMasks, HideTheSecretItself)
{
    EXPECT_EQ(masked(secret, "token " + secret + " sent"), "token *** sent");
    EXPECT_EQ(masked(secret, "token " + secret + " sent", 3), "token *** sent") << "split across writes";
}

TEST(SecretMasks, HideBase64WhereverInALongerTextItBegins)
{
    for (const std::string before : {"", "x", "xy", "user:", "another:"}) {
        for (const std::string after : {"", "!", "!!", "!!!"}) {
            const std::string text = base64(before + secret + after);
            const std::string shown = masked(secret, text);
            EXPECT_NE(shown.find("***"), std::string::npos) << text;
            // Of each end at most the one character stays that also holds bits of a neighbour, and less than a whole byte.
            EXPECT_LE(shown.size(), base64(before).size() + 3 + 4 + base64(after).size() + 2) << shown;
        }
    }
    EXPECT_EQ(masked("?\?>>?\?>>~~~~", "Pz8-Pj8_Pj5-fn5-"), "***") << "the alphabet of URLs";
}

TEST(SecretMasks, HideBase64ThatWasCutIntoLines)
{
    const std::string longSecret = std::string(50, 'k') + std::string(50, 'q') + std::string(20, 'z');
    std::string lines;
    const std::string text = base64(longSecret);
    for (std::size_t at = 0; at < text.size(); at += 76)
        lines += text.substr(at, 76) + '\n';
    EXPECT_EQ(masked(longSecret, lines), "***\n***\n***\n");
}

TEST(SecretMasks, HideUrlEncodings)
{
    EXPECT_EQ(masked(secret, "?t=s3cr%22t%2FP%40ss%20w%C3%B6rd%27&x"), "?t=***&x");
    EXPECT_EQ(masked(secret, "?t=s3cr%22t%2fP%40ss%20w%c3%b6rd%27&x"), "?t=***&x");
    EXPECT_EQ(masked(secret, "?t=s3cr%22t/P%40ss+w%C3%B6rd%27&x"), "?t=***&x");
    EXPECT_EQ(masked(secret, "?t=s3cr%22t%2FP%40ss%20w%C3%B6rd'&x"), "?t=***&x");
}

TEST(SecretMasks, HideJsonEscapes)
{
    EXPECT_EQ(masked(secret, R"({"t": "s3cr\"t/P@ss wörd'"})"), R"({"t": "***"})");
    EXPECT_EQ(masked(secret, R"({"t": "s3cr\"t/P@ss w\u00f6rd'"})"), R"({"t": "***"})");
    EXPECT_EQ(masked(secret, R"({"t": "s3cr\"t\/P@ss w\u00F6rd'"})"), R"({"t": "***"})");
    EXPECT_EQ(masked("key\nwith\ttwo 😀", R"("key\nwith\ttwo \ud83d\ude00")"), R"("***")");
}

TEST(SecretMasks, HideEntitiesOfXml)
{
    EXPECT_EQ(masked("a<b&\"c'", "<t>a&lt;b&amp;\"c'</t><t v=\"a&lt;b&amp;&quot;c'\"/>"), "<t>***</t><t v=\"***\"/>");
    EXPECT_EQ(masked("a<b&\"c'", "a&lt;b&amp;&#34;c&#39;"), "***");
}

TEST(SecretMasks, HideWhatAShellPrints) { EXPECT_EQ(masked("it's secret", "+ login 'it'\\''s secret'"), "+ login '***'"); }

TEST(SecretMasks, HideEachLineOfALongKey)
{
    const std::string key = "-----BEGIN KEY-----\nMIIEowIBAAKCAQEA\r\nb\nzqQ0Yx9Fv1\n";
    EXPECT_EQ(masked(key, "| zqQ0Yx9Fv1 | MIIEowIBAAKCAQEA | b |"), "| *** | *** | b |");
    EXPECT_EQ(masked(key, "<" + key + ">", 5), "<***>");
}

TEST(SecretMasks, AreNoneForWhatIsTooShortToBeTold)
{
    EXPECT_TRUE(masksOf("abc").empty());
    EXPECT_TRUE(masksOf("").empty());
    EXPECT_FALSE(masksOf("abcd").empty());
    EXPECT_EQ(masksOf(std::vector<std::string>{"abcd", "abc", "abcd"}), masksOf("abcd"));
}

} // namespace penstock::platform
