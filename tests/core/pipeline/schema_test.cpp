#include "core/pipeline/schema.h"

#include "core/pipeline/kinds.h"

#include <gtest/gtest.h>

using namespace penstock;
using namespace penstock::pipeline;

TEST(Schema, DescribesEveryKeyOfEveryKind)
{
    const Json made = schema();
    for (const KindDescription& kind : kinds()) {
        const Json& step = made.at("$defs").at(std::string(kind.key));
        EXPECT_EQ(step.at("properties").size(), stepKeys(kind).size()) << kind.key;
        EXPECT_EQ(step.at("required"), Json::array({std::string(kind.key)})) << kind.key;
        EXPECT_FALSE(step.at("additionalProperties").get<bool>()) << kind.key;
    }
    EXPECT_EQ(made.at("properties").size(), documentFields().size());
}

TEST(Schema, GivesAnExampleOfAKeyAndOfWhatStandsInIt)
{
    const Json made = schema();
    const Json& keys = made.at("$defs").at("run").at("properties");
    EXPECT_EQ(keys.at("timeout").at("description"), "For example: 2h");
    EXPECT_EQ(keys.at("environment").at("properties").at("path").at("description"), "For example: [tools/bin]");
}

TEST(Schema, TakesTheShortFormBesideTheLongOne)
{
    const Json keys = schema().at("$defs").at("run").at("properties");
    const Json& venv = keys.at("environment").at("properties").at("venv").at("oneOf");
    EXPECT_EQ(venv[0].at("type"), "string");
    EXPECT_EQ(venv[1].at("required"), Json::array({"requirements"}));
    EXPECT_EQ(keys.at("secrets").at("oneOf")[0].at("type"), "array");
    EXPECT_EQ(keys.at("secrets").at("oneOf")[1].at("type"), "object");
}

TEST(Schema, SaysThatAWaitIsForOneThing)
{
    const Json wait = schema().at("$defs").at("wait").at("properties").at("wait").at("oneOf");
    EXPECT_EQ(wait[0].at("type"), "string");
    EXPECT_EQ(wait[1].at("oneOf").size(), 4U);
    EXPECT_EQ(wait[1].at("dependentSchemas").at("timeout").at("anyOf")[0].at("required"), Json::array({"file"}));
}

TEST(Schema, KnowsWhatAMapGoesOver)
{
    const Json map = schema().at("$defs").at("run").at("properties").at("map");
    EXPECT_EQ(map.at("required"), Json::array({"over"}));
    const Json& names = map.at("properties").at("over").at("anyOf")[2];
    EXPECT_TRUE(names.at("additionalProperties").at("anyOf")[2].at("properties").contains("scale"));
    EXPECT_EQ(map, schema().at("$defs").at("pipeline").at("properties").at("map"));
}

TEST(Schema, EveryReferenceLeadsToADefinition)
{
    const Json made = schema();
    const Json& kindsOfStep = made.at("properties").at("steps").at("additionalProperties").at("oneOf");
    ASSERT_EQ(kindsOfStep.size(), kinds().size());
    for (const Json& kind : kindsOfStep) {
        const std::string reference = kind.at("$ref");
        EXPECT_TRUE(made.contains(Json::json_pointer(reference.substr(1)))) << reference;
    }
}
