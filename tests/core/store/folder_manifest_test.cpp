#include "core/store/folder_manifest.h"

#include <gtest/gtest.h>

namespace penstock::store {

namespace {

using Kind = ManifestEntry::Kind;

std::string fileLine(const std::string& name, const std::string& size = "1")
{
    return "f " + size + ' ' + sha256("x").hex() + ' ' + std::to_string(name.size()) + ' ' + name + '\n';
}

bool reads(const std::string& lines) { return FolderManifest::parse("penstock-folder 1\n" + lines).ok(); }

} // namespace

TEST(FolderManifest, ReadsBackWhatItWrote)
{
    const auto manifest = FolderManifest::of({{Kind::file, "b/\xff\n \0x" + std::string(1, '\n'), 5, sha256("1"), {}},
                                              {Kind::program, "a", 7, sha256("2"), {}},
                                              {Kind::link, "b/l", 0, {}, "../a"},
                                              {Kind::emptyFolder, "c d", 0, {}, {}}});
    const auto again = FolderManifest::parse(manifest.text());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->entries(), manifest.entries());
    EXPECT_EQ(again->text(), manifest.text());
    EXPECT_EQ(again->size(), 12u);
    EXPECT_EQ(manifest.entries().front().name, "a");
}

TEST(FolderManifest, RefusesNamesThatLeadOut)
{
    EXPECT_TRUE(reads(fileLine("a/b")));
    for (const std::string name : {"..", "../a", "/a", "a/../b", "a//b", "a/", "./a", "a/.", "a/..", "."})
        EXPECT_FALSE(reads(fileLine(name))) << name;
    EXPECT_FALSE(reads(fileLine(std::string("a\0b", 3))));
    EXPECT_FALSE(reads(fileLine(std::string(5000, 'a'))));
}

TEST(FolderManifest, RefusesLinksThatLeadOut)
{
    EXPECT_TRUE(leadsInside("a/l", "../b"));
    EXPECT_TRUE(leadsInside("a/l", "./x//y"));
    EXPECT_TRUE(leadsInside("l", "."));
    EXPECT_FALSE(leadsInside("l", ".."));
    EXPECT_FALSE(leadsInside("a/l", "../../b"));
    EXPECT_FALSE(leadsInside("a/l", "/b"));
    EXPECT_FALSE(leadsInside("a/l", ""));
    EXPECT_FALSE(leadsInside("e", "a/b/c/l/../x")) << "l may lead to the top: then .. leads out";
    EXPECT_FALSE(reads("l 5 ../.. 1 a\n"));
}

TEST(FolderManifest, RefusesWhatLiesInAFileOrALink)
{
    EXPECT_FALSE(reads(fileLine("a") + fileLine("a/b")));
    EXPECT_FALSE(reads("l 1 b 1 a\n" + fileLine("a/b")));
    EXPECT_FALSE(reads("d 1 a\n" + fileLine("a/b")));
    EXPECT_TRUE(reads("d 3 a/c\n" + fileLine("a/d")));
}

TEST(FolderManifest, HasOneTextOnly)
{
    EXPECT_FALSE(reads(fileLine("b") + fileLine("a")));
    EXPECT_FALSE(reads(fileLine("a") + fileLine("a")));
    EXPECT_FALSE(reads(fileLine("a", "01")));
    EXPECT_FALSE(reads(fileLine("a", "-1")));
    EXPECT_FALSE(reads(fileLine("a", "99999999999999999999999")));
    EXPECT_FALSE(FolderManifest::parse("penstock-folder 2\n"));
    EXPECT_FALSE(FolderManifest::parse(""));
}

TEST(FolderManifest, RefusesEveryTornText)
{
    const std::string text =
        FolderManifest::of({{Kind::file, "a", 1, sha256("1"), {}}, {Kind::link, "b", 0, {}, "a"}}).text();
    int whole = 0;
    for (std::size_t size = 0; size < text.size(); ++size)
        whole += FolderManifest::parse(std::string_view(text).substr(0, size)).ok();
    EXPECT_EQ(whole, 2) << "only after the heading and after the first line";
}

} // namespace penstock::store
