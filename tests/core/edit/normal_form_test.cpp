// What must hold for the normal form of any document.
#include "core/edit/difference.h"
#include "core/format/normal_form.h"
#include "core/format/yaml_scalar.h"
#include "tests/core/edit/random_document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace penstock::edit {

namespace {

// The odd documents have no '#' but in comments and in the one line of their scripts.
std::vector<std::string> commentsOf(const std::string& text)
{
    std::vector<std::string> comments;
    for (std::size_t at = text.find('#'); at != std::string::npos; at = text.find('#', at + 1)) {
        const std::string comment = text.substr(at, text.find_first_of("\r\n", at) - at);
        comments.push_back(comment.substr(0, comment.find_last_not_of(' ') + 1));
    }
    std::sort(comments.begin(), comments.end());
    return comments;
}

bool hasLooseEnds(const std::string& text)
{
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
        const std::size_t end = at > 0 && text[at - 1] == '\r' ? at - 1 : at;
        if (end > 0 && text[end - 1] == ' ')
            return true;
    }
    return !text.ends_with('\n');
}

} // namespace

TEST(NormalFormProperty, MeansTheSameKeepsCommentsAndIsItsOwnNormalForm)
{
    Random random(11);
    int failed = 0, changed = 0;
    for (int i = 0; i < 1'000; ++i) {
        const std::string text = randomDocument(random);
        const auto normal = format::normalForm(text);
        failed += normal ? 0 : 1;
        if (!normal)
            continue;
        changed += *normal == text ? 0 : 1;
        const Document before(text, {}), after(*normal, {});
        ASSERT_EQ(before.pipeline(), after.pipeline()) << text << "---\n" << *normal;
        ASSERT_EQ(format::jsonOf(before.read().tree->root), format::jsonOf(after.read().tree->root)) << text;
        ASSERT_EQ(commentsOf(text), commentsOf(*normal)) << text << "---\n" << *normal;
        ASSERT_EQ(format::normalForm(*normal).valueOr({}), *normal) << text;
        ASSERT_FALSE(hasLooseEnds(*normal)) << *normal;
        ASSERT_EQ(text.find('\r') == std::string::npos, normal->find('\r') == std::string::npos);
    }
    EXPECT_EQ(failed, 0);
    EXPECT_GT(changed, 500);
}

TEST(NormalFormProperty, EditsOfANormalFormKeepItNearlySo)
{
    Random random(12);
    for (int i = 0; i < 200; ++i) {
        const auto normal = format::normalForm(randomDocument(random));
        ASSERT_TRUE(normal);
        const auto edited = edit::apply(Document(*normal, {}), randomEdit(random, Document(*normal, {})));
        if (!edited)
            continue;
        const auto again = format::normalForm(edited->text());
        ASSERT_TRUE(again) << edited->text();
        ASSERT_EQ(edited->pipeline(), Document(*again, {}).pipeline());
    }
}

} // namespace penstock::edit
