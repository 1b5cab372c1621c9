#include "core/pipeline/kinds.h"

#include "sample.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <set>

using namespace penstock::pipeline;

namespace {

void visitAll(std::span<const Field> fields, const std::function<void(const Field&)>& visit)
{
    for (const Field& field : fields) {
        visit(field);
        visitAll(field.fields, visit);
    }
}

void visitAll(const std::function<void(const Field&)>& visit)
{
    visitAll(documentFields(), visit);
    visitAll(commonStepFields(), visit);
    for (const KindDescription& kind : kinds()) {
        visitAll({&kind.body, 1}, visit);
        visitAll(kind.own, visit);
    }
}

} // namespace

TEST(Kinds, EveryKindIsDescribedUnderItsOwnKey)
{
    ASSERT_EQ(kinds().size(), std::variant_size_v<Body>);
    for (std::size_t index = 0; index < std::variant_size_v<Body>; ++index) {
        const KindDescription& kind = describe(static_cast<Kind>(index));
        EXPECT_EQ(kind.key, kind.body.key);
        EXPECT_EQ(kindByKey(kind.key), &kind);
        EXPECT_EQ(kind.support, kind.body.support);
    }
    EXPECT_EQ(kindByKey("http"), nullptr);
}

TEST(Kinds, EveryKindHasAnIcon)
{
    for (const KindDescription& kind : kinds())
        EXPECT_TRUE(std::filesystem::exists(std::string(PENSTOCK_SOURCE_DIR "/resources/icons/") + std::string(kind.icon) + ".svg")) << kind.icon;
}

TEST(Kinds, TheKindOfAStepIsThatOfItsBody)
{
    EXPECT_EQ(stepOf("s", Command{}).kind(), Kind::command);
    EXPECT_EQ(stepOf("s", Register{}).kind(), Kind::register_);
    EXPECT_EQ(stepOf("s", End{}).kind(), Kind::end);
}

TEST(Kinds, NoKeyIsDescribedTwiceInOnePlace)
{
    for (const KindDescription& kind : kinds()) {
        const std::vector<std::string_view> keys = stepKeys(kind);
        EXPECT_EQ(std::set(keys.begin(), keys.end()).size(), keys.size()) << kind.key;
    }
}

TEST(Kinds, WhatAPersonMustFillInShowsHow)
{
    visitAll([](const Field& field) {
        EXPECT_FALSE(field.required && field.example.empty()) << field.key;
        EXPECT_EQ(field.type == FieldType::choice, !field.choices.empty()) << field.key;
    });
}

TEST(Kinds, WhatStandsInAKeyThatDoesNotRunDoesNotRunEither)
{
    visitAll([](const Field& field) {
        for (const Field& inner : field.fields)
            EXPECT_FALSE(field.support == Support::notYet && inner.support == Support::runs) << field.key << "." << inner.key;
    });
}
