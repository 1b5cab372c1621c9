#include "core/base/digest.h"

#include <gtest/gtest.h>

namespace penstock {

// Vectors of FIPS 180-4.
TEST(Digest, AgreesWithTheStandard)
{
    EXPECT_EQ(sha256("abc").hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("").hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Digest, IsTheSameInPieces)
{
    Sha256 sha;
    sha.add("a");
    sha.add("bc");
    EXPECT_EQ(sha.finish(), sha256("abc"));
}

TEST(Digest, ReadsBackItsHex)
{
    const Digest digest = sha256("x");
    EXPECT_EQ(Digest::parse(digest.hex()), digest);
    EXPECT_FALSE(Digest::parse("12"));
    EXPECT_FALSE(Digest::parse(std::string(64, 'G')));
}

} // namespace penstock
