#include "core/edit/text_completion.h"

#include "core/edit/text_context.h"
#include "core/format/pipeline_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace penstock::edit {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const std::string head = "penstock: 1\nname: p\nsteps:\n  train:\n    run: [python3, train.py]\n    timeout: 2h\n  better:\n    choose:\n      - {else: train}\n";

// The text with a '|' where the cursor is.
struct Cursor {
    explicit Cursor(std::string marked)
        : offset(marked.find('|'))
        , text(marked.erase(offset, 1))
    {}

    std::size_t offset;
    std::string text;
};

std::vector<std::string> names(const std::string& marked)
{
    const Cursor cursor(marked);
    std::vector<std::string> found;
    for (const Completion& item : completionsAt(cursor.text, cursor.offset, format::readPipeline(head).pipeline).items)
        found.push_back(item.name);
    return found;
}

std::vector<std::string> path(const std::string& marked)
{
    const Cursor cursor(marked);
    const auto context = contextAt(cursor.text, cursor.offset);
    return context ? context->path : std::vector<std::string>{"?"};
}

} // namespace

TEST(TextContext, IsFoundByIndentation)
{
    EXPECT_THAT(path("na|"), IsEmpty());
    EXPECT_THAT(path("steps:\n  |"), ElementsAre("steps"));
    EXPECT_THAT(path("steps:\n  a:\n    ti|"), ElementsAre("steps", "a"));
    EXPECT_THAT(path("steps:\n  a:\n    retry:\n      de|\n    timeout: 1h\n"), ElementsAre("steps", "a", "retry"));
    EXPECT_THAT(path("steps:\n  a:\n    retry:\n      delay: 1s\n\n    # a word\n    |"), ElementsAre("steps", "a"));
    EXPECT_THAT(path("\"steps\":\n  'a b':\n    ti|"), ElementsAre("steps", "a b"));
}

TEST(TextContext, KnowsListsHoweverTheyStand)
{
    EXPECT_THAT(path("steps:\n  a:\n    needs:\n      - x\n      - |"), ElementsAre("steps", "a", "needs", "-"));
    EXPECT_THAT(path("steps:\n  a:\n    needs:\n    - x\n    - y|"), ElementsAre("steps", "a", "needs", "-"));
    EXPECT_THAT(path("steps:\n  a:\n    choose:\n      - if: x\n        th|"), ElementsAre("steps", "a", "choose", "-"));
    EXPECT_THAT(path("steps:\n  a:\n    choose:\n    - if: x\n      then: |"), ElementsAre("steps", "a", "choose", "-", "then"));
    EXPECT_THAT(path("steps:\n  a:\n    needs:\n    - x\n    ti|"), ElementsAre("steps", "a"));
}

TEST(TextContext, KnowsBracketsOfItsLine)
{
    EXPECT_THAT(path("steps:\n  a: {run: [x, \"}\"], ne|}"), ElementsAre("steps", "a"));
    EXPECT_THAT(path("steps:\n  a: {run: x, needs: [b, |]}"), ElementsAre("steps", "a", "needs", "-"));
    EXPECT_THAT(path("steps:\n  a:\n    retry: {delay: 1s, |"), ElementsAre("steps", "a", "retry"));
    EXPECT_THAT(path("steps:\n  a:\n    choose: [{if: x, then: |"), ElementsAre("steps", "a", "choose", "-", "then"));
}

TEST(TextContext, IsNoneInTexts)
{
    const std::string script = "steps:\n  a:\n    run: >\n      echo\n      ti";
    EXPECT_FALSE(contextAt(script, script.size()));
    EXPECT_THAT(path("name: \"a b|\""), ElementsAre("?"));
    EXPECT_THAT(path("name: a # no|"), ElementsAre("?"));
    EXPECT_THAT(path("name: 'it|"), ElementsAre("?"));
}

TEST(TextContext, NeverFailsWhateverTheTextIs)
{
    const std::string odd = "a: [{\"b\\\"': }]\n - - x:\n\t- {\r\n:\n- : -\n\"\n'\n#\n${{ }}\n\xff\xfe{a:{b:[,,]}}";
    for (std::size_t i = 0; i <= odd.size(); ++i) {
        (void)contextAt(odd, i);
        (void)expressionAt(odd, i);
        (void)contextAt(std::string_view(odd).substr(0, i), i);
        (void)contextAt(std::string_view(odd).substr(i), 0);
    }
}

TEST(Completion, OffersTheKeysThatAreValidThereAndNotThereYet)
{
    EXPECT_THAT(names("pa|"), Contains("parameters"));
    EXPECT_THAT(names("steps:\n  a:\n    run: x\n    ti|"), ElementsAre("title", "timeout"));
    EXPECT_THAT(names("steps:\n  a:\n    run: x\n    timeout: 1h\n    tim|"), IsEmpty());
    EXPECT_THAT(names("steps:\n  a:\n    run: x\n    tim|\n    timeout: 1h\n"), IsEmpty());
    EXPECT_THAT(names("steps:\n  a:\n    run: x\n    |"), Not(Contains("choose"))); // it is a command
    EXPECT_THAT(names("steps:\n  a:\n    |"), Contains("choose"));
    EXPECT_THAT(names("steps:\n  a:\n    approve:\n      ex|"), ElementsAre("expires"));
    EXPECT_THAT(names("steps:\n  a:\n    run: x\n    outputs:\n      model:\n        ki|"), ElementsAre("kind"));
    EXPECT_THAT(names("steps:\n  a:\n    run: x\n    outputs:\n      mo|"), IsEmpty()); // a name of one's own
    EXPECT_THAT(names("parameters:\n  c: {type: number, mini|"), ElementsAre("minimum"));
    EXPECT_THAT(names("steps:\n  tr|"), IsEmpty());
}

TEST(Completion, KnowsWhatAMapAndAWaitSay)
{
    EXPECT_THAT(names("steps:\n  a:\n    map:\n      |"), ElementsAre("over", "parallel", "on_failure", "best", "sample"));
    EXPECT_THAT(names("steps:\n  a:\n    map:\n      best:\n        direction: m|"), ElementsAre("maximize", "minimize"));
    EXPECT_THAT(names("steps:\n  a:\n    map:\n      over:\n        c:\n          f|"), ElementsAre("from"));
    EXPECT_THAT(names("steps:\n  a:\n    wait:\n      un|"), ElementsAre("until"));
}

TEST(Completion, OffersStepsWhereAStepIsNamed)
{
    EXPECT_THAT(names("steps:\n  a: {run: x, needs: [tr|]}"), ElementsAre("train"));
    EXPECT_THAT(names("steps:\n  a:\n    needs:\n      - |"), ElementsAre("train", "better"));
    EXPECT_THAT(names("steps:\n  a:\n    choose:\n      - if: x\n        then: |"), ElementsAre("train", "better"));
    EXPECT_THAT(names("steps:\n  a:\n    run: x\n    on_failure: {goto: be|"), ElementsAre("better"));
    EXPECT_THAT(names("steps:\n  a:\n    title: tr|"), IsEmpty());
}

TEST(Completion, OffersWordsWhereThereIsAChoice)
{
    EXPECT_THAT(names("steps:\n  a:\n    run: x\n    cache: |"), ElementsAre("auto", "on", "off"));
    EXPECT_THAT(names("steps:\n  a:\n    enabled: f|"), ElementsAre("false"));
}

TEST(Completion, WritesTheColonOnlyWhereThereIsNone)
{
    const auto insert = [](const std::string& marked) {
        const Cursor cursor(marked);
        return completionsAt(cursor.text, cursor.offset, {}).items.at(0).insert;
    };
    EXPECT_EQ(insert("steps:\n  a:\n    run: x\n    time|"), "timeout: ");
    EXPECT_EQ(insert("steps:\n  a:\n    run: x\n    time|: 2h"), "timeout");
}

TEST(ExpressionContext, IsBetweenItsBracketsAndKnowsItsStep)
{
    const auto at = [](const std::string& marked) {
        const Cursor cursor(marked);
        const auto found = expressionAt(cursor.text, cursor.offset);
        if (!found)
            return std::string("none");
        std::string text = cursor.text.substr(found->begin, found->end - found->begin).append("@");
        for (const std::string& segment : found->path)
            text.append(segment).append("/");
        return text;
    };
    EXPECT_EQ(at("steps:\n  a:\n    run: [\"${{ params.|c }}\"]"), " params.c @steps/a/run/-/");
    EXPECT_EQ(at("steps:\n  a:\n    run:\n      - \"${{ par|\n"), " par@steps/a/run/-/");
    EXPECT_EQ(at("steps:\n  a:\n    run:\n      - ${{ par|\n"), " par@steps/a/run/-/");
    EXPECT_EQ(at("steps:\n  a:\n    run: >\n      to: ${{ par| }}\n"), " par @steps/a/run/");
    EXPECT_EQ(at("steps:\n  a: {run: \"${{ x }} ${{ |y"), " y@steps/a/run/");
    EXPECT_EQ(at("steps:\n  a: {run: \"${{ x }} |\"}"), "none");
    EXPECT_EQ(at("name: ${{ |"), " @name/");
}

TEST(ExpressionContext, IsTheValueOfAnIf)
{
    const auto at = [](const std::string& marked) {
        const Cursor cursor(marked);
        const auto found = expressionAt(cursor.text, cursor.offset);
        return found ? cursor.text.substr(found->begin, found->end - found->begin) : std::string("none");
    };
    EXPECT_EQ(at("steps:\n  a:\n    if: params.| == 1\n"), "params. == 1");
    EXPECT_EQ(at("steps:\n  a:\n    if: |"), "");
    EXPECT_EQ(at("steps:\n  a:\n    choose:\n      - {if: \"steps.|\", then: b}\n"), "steps.");
    EXPECT_EQ(at("steps:\n  a:\n    choose:\n      - {if: steps.|, then: b}\n"), "steps.");
    EXPECT_EQ(at("steps:\n  a:\n    choose:\n      - {if: steps., then: b|}\n"), "none");
    EXPECT_EQ(at("title: what if| it rains\n"), "none");
}

} // namespace penstock::edit
