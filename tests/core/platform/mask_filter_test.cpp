#include "core/platform/mask_filter.h"

#include <gtest/gtest.h>

#include <random>

namespace penstock::platform {

namespace {

std::string masked(const std::vector<std::string>& secrets, const std::vector<std::string>& chunks)
{
    MaskFilter filter(secrets);
    std::string out;
    for (const std::string& chunk : chunks)
        out += filter.pass(chunk);
    return out + filter.finish();
}

std::vector<std::string> bytes(const std::string& text)
{
    std::vector<std::string> chunks;
    for (const char each : text)
        chunks.emplace_back(1, each);
    return chunks;
}

} // namespace

TEST(MaskFilter, ReplacesEachSecretByStars)
{
    EXPECT_EQ(masked({"secret"}, {"a secret and a secret"}), "a *** and a ***");
    EXPECT_EQ(masked({"secret"}, {"secretsecret"}), "***") << "neighbours are one";
    EXPECT_EQ(masked({"one", "two"}, {"two one three"}), "*** *** three");
    EXPECT_EQ(masked({}, {"secret"}), "secret");
    EXPECT_EQ(masked({""}, {"secret"}), "secret");
}

TEST(MaskFilter, KeepsTheLengthWhereItIsAskedTo)
{
    MaskFilter filter({"secret", "retro"}, MaskFilter::Length::kept);
    std::string out;
    for (const std::string& each : bytes("a secretro b"))
        out += filter.pass(each);
    EXPECT_EQ(out + filter.finish(), "a ******** b");
}

TEST(MaskFilter, FindsThemAcrossBorders)
{
    EXPECT_EQ(masked({"secret"}, {"a sec", "ret b"}), "a *** b");
    EXPECT_EQ(masked({"secret"}, bytes("a secret b secre")), "a *** b secre");
    EXPECT_EQ(masked({"line1\nline2"}, bytes("x line1\nline2 y")), "x *** y");
}

TEST(MaskFilter, HoldsBackOnlyWhatMayBecomeASecret)
{
    MaskFilter filter({"secret"});
    EXPECT_EQ(filter.pass("progress 10%"), "progress 10%");
    EXPECT_EQ(filter.pass("sec"), "");
    EXPECT_EQ(filter.pass("ond"), "second");
    EXPECT_EQ(filter.pass("secre"), "");
    EXPECT_EQ(filter.finish(), "secre");
}

TEST(MaskFilter, LeavesNoPieceOfOverlappingSecrets)
{
    EXPECT_EQ(masked({"abc", "cde"}, {"xabcdey"}), "x***y");
    EXPECT_EQ(masked({"abc", "abcdef"}, bytes("xabcdefy")), "x***y");
    EXPECT_EQ(masked({"aa"}, bytes("baaab")), "b***b");
}

TEST(MaskFilter, ChunksNeverChangeTheResult)
{
    std::mt19937 random(7);
    const std::vector<std::string> secrets{"aab", "ba", "abab", "bbb"};
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (int i = 0; i < 30; ++i)
            text.push_back("abc"[random() % 3]);
        std::vector<std::string> chunks;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t size = 1 + random() % 5;
            chunks.push_back(text.substr(at, size));
            at += size;
        }
        ASSERT_EQ(masked(secrets, chunks), masked(secrets, {text})) << text;
    }
}

} // namespace penstock::platform
