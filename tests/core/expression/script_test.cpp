#include "tests/core/expression/samples.h"

#include "core/expression/script.h"

#include <gtest/gtest.h>

namespace penstock::expression {

namespace {

// The script with "!ID@offset" for each issue behind it.
std::string read(std::string_view text)
{
    const Script script = readScript(text);
    std::string result = script.text;
    for (const ScriptIssue& issue : script.issues)
        result += " !" + issue.error.message.id.substr(11) + '@' + std::to_string(issue.offset);
    return result;
}

} // namespace

TEST(Script, ExpressionsBecomeVariables)
{
    const Script script = readScript("./train --c ${{ params.c }} \"${{ params.kernel }}-x\"\n");
    EXPECT_EQ(script.text, "./train --c ${PENSTOCK_X1} \"${PENSTOCK_X2}-x\"\n");
    ASSERT_EQ(script.variables.size(), 2u);
    EXPECT_EQ(script.variables[0].name, "PENSTOCK_X1");
    EXPECT_EQ(script.variables[1].expression.text(), " params.kernel ");
    EXPECT_TRUE(script.issues.empty());
}

TEST(Script, AnExpressionInSingleQuotesIsAnIssueWithItsPlace)
{
    const Script script = readScript("echo '${{ params.c }}'");
    ASSERT_EQ(script.issues.size(), 1u);
    EXPECT_EQ(script.issues[0].error.message.id, "expression.in_single_quotes");
    EXPECT_EQ(script.issues[0].offset, 6u);
    EXPECT_EQ(script.issues[0].length, 15u);
    EXPECT_EQ(offsetOf(script.issues[0].error), 6u);
    EXPECT_TRUE(script.variables.empty());
}

TEST(Script, QuotesAreFollowedAsBashDoes)
{
    EXPECT_EQ(read("echo it\\'s ${{ 1 }}"), "echo it\\'s ${PENSTOCK_X1}");
    EXPECT_EQ(read("echo \"it's ${{ 1 }}\""), "echo \"it's ${PENSTOCK_X1}\"");
    EXPECT_EQ(read("echo 'a'\"${{ 1 }}\"'b'"), "echo 'a'\"${PENSTOCK_X1}\"'b'");
    EXPECT_EQ(read("echo 'back\\' ${{ 1 }}"), "echo 'back\\' ${PENSTOCK_X1}");
    EXPECT_EQ(read("echo $'\\'${{ 1 }}'"), "echo $'\\'${{ 1 }}' !in_single_quotes@9");
    EXPECT_EQ(read("echo \"a\\\"${{ 1 }}\""), "echo \"a\\\"${PENSTOCK_X1}\"");
    EXPECT_EQ(read("python3 -c 'print(${{ 1 }})'"), "python3 -c 'print(${{ 1 }})' !in_single_quotes@18");
    EXPECT_EQ(read("echo \\${{ 1 }}"), "echo \\${{ 1 }} !after_backslash@6");
    EXPECT_EQ(read("echo \\\\${{ 1 }}"), "echo \\\\${PENSTOCK_X1}");
}

TEST(Script, SubstitutionsInDoubleQuotesHaveQuotesOfTheirOwn)
{
    EXPECT_EQ(read("x=\"$(echo '${{ 1 }}')\""), "x=\"$(echo '${{ 1 }}')\" !in_single_quotes@11");
    EXPECT_EQ(read("x=\"$(echo \"${{ 1 }}\")'${{ 2 }}'\""), "x=\"$(echo \"${PENSTOCK_X1}\")'${PENSTOCK_X2}'\"");
    EXPECT_EQ(read("x=\"${Y:-'${{ 1 }}'}\""), "x=\"${Y:-'${PENSTOCK_X1}'}\"");
    EXPECT_EQ(read("x=${Y:-'${{ 1 }}'}"), "x=${Y:-'${{ 1 }}'} !in_single_quotes@8");
    EXPECT_EQ(read("x=`echo '${{ 1 }}'` ${{ 2 }}"), "x=`echo '${{ 1 }}'` ${PENSTOCK_X1} !in_single_quotes@9");
    EXPECT_EQ(read("(cd x; f() { echo \"a\"; }; echo ')' ${{ 1 }})"),
              "(cd x; f() { echo \"a\"; }; echo ')' ${PENSTOCK_X1})");
}

TEST(Script, CommentsAreLeftAlone)
{
    EXPECT_EQ(read("# it's ${{ nonsense\necho ${{ 1 }}"), "# it's ${{ nonsense\necho ${PENSTOCK_X1}");
    EXPECT_EQ(read("echo a#'${{ 1 }}'"), "echo a#'${{ 1 }}' !in_single_quotes@8");
    EXPECT_EQ(read("echo ${#X} '${{ 1 }}'"), "echo ${#X} '${{ 1 }}' !in_single_quotes@12");
    EXPECT_EQ(read("echo $# it ${{ 1 }}"), "echo $# it ${PENSTOCK_X1}");
}

TEST(Script, HereDocumentsExpandUnlessTheirDelimiterIsQuoted)
{
    EXPECT_EQ(read("cat <<EOF\nit's ${{ 1 }}\nEOF\necho '${{ 2 }}'"),
              "cat <<EOF\nit's ${PENSTOCK_X1}\nEOF\necho '${{ 2 }}' !in_single_quotes@34");
    EXPECT_EQ(read("cat <<'EOF'\n${{ 1 }}\nEOF\necho ${{ 2 }}"),
              "cat <<'EOF'\n${{ 1 }}\nEOF\necho ${PENSTOCK_X1} !in_quoted_here_document@12");
    EXPECT_EQ(read("cat <<\\EOF\n${{ 1 }}\nEOF"), "cat <<\\EOF\n${{ 1 }}\nEOF !in_quoted_here_document@11");
    EXPECT_EQ(read("cat <<-\"E F\" | x '\n'\n${{ 1 }}\n\tE F\n${{ 2 }}"),
              "cat <<-\"E F\" | x '\n'\n${{ 1 }}\n\tE F\n${PENSTOCK_X1} !in_quoted_here_document@21");
    EXPECT_EQ(read("cat <<A <<'B'\n${{ 1 }}\nA\n${{ 2 }}\nB\n${{ 3 }}"),
              "cat <<A <<'B'\n${PENSTOCK_X1}\nA\n${{ 2 }}\nB\n${PENSTOCK_X2} !in_quoted_here_document@25");
    EXPECT_EQ(read("cat <<<'x' ${{ 1 }}\nit=${{ 2 }}"), "cat <<<'x' ${PENSTOCK_X1}\nit=${PENSTOCK_X2}");
    EXPECT_EQ(read("x=$((1 << 2))\n${{ 1 }}"), "x=$((1 << 2))\n${PENSTOCK_X1}");
}

TEST(Script, EveryMistakeIsReportedUpToALimit)
{
    EXPECT_EQ(read("a ${{ 1 + }} b ${{ parms.x }} ${{ 2 }}"),
              "a ${{ 1 + }} b ${{ parms.x }} ${PENSTOCK_X1} !expected_value_at_end@2 !unknown_root_near@15");
    EXPECT_EQ(read("a ${{ 1"), "a ${{ 1 !unclosed@2");
    std::string many;
    for (int i = 0; i < 5000; ++i)
        many += "${{ }} ";
    EXPECT_EQ(readScript(many).issues.size(), maximumScriptIssues);
}

TEST(Script, AnEscapedMarkIsText) { EXPECT_EQ(read("echo '$${{ x }}' ${{ 1 }}"), "echo '${{ x }}' ${PENSTOCK_X1}"); }

TEST(Script, ReferencesPointIntoTheScript)
{
    const std::string text = "a ${{ 1 }}\nb ${{ params.c + params.row }}";
    const auto all = references(readScript(text));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(text.substr(all[0].offset, all[0].length), "params.c");
    EXPECT_EQ(text.substr(all[1].offset, all[1].length), "params.row");
}

} // namespace penstock::expression
