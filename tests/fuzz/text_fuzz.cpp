// The text of a pipeline while it is edited: drafts that a crash left, texts that are brought together, places in half a text.
#include "core/edit/draft.h"
#include "core/edit/line_changes.h"
#include "core/edit/merge.h"
#include "core/edit/text_completion.h"
#include "core/edit/text_context.h"
#include "tests/fuzz/target.h"

namespace penstock {

namespace {

using fuzz::must;

void checkDraft(std::string_view bytes)
{
    const auto draft = edit::readDraft(bytes);
    if (!draft)
        return must(draft.error().code == ErrorCode::corrupt, "what is no draft is said to be damaged");
    const auto again = edit::readDraft(edit::writeDraft(*draft));
    must(again && *again == *draft, "a draft comes back from what is written");
}

// The input up to the first NUL, to the second, and the rest.
void checkMerge(std::string_view bytes)
{
    const std::size_t one = std::min(bytes.find('\0'), bytes.size()), two = std::min(bytes.find('\0', one + 1), bytes.size());
    const std::string_view base = bytes.substr(0, one), mine = bytes.substr(std::min(one + 1, two), two - std::min(one + 1, two)), theirs = bytes.substr(std::min(two + 1, bytes.size()));
    const auto together = edit::mergedLines(base, mine, theirs);
    must(together == edit::mergedLines(base, theirs, mine), "both sides are told the same");
    must(edit::mergedLines(base, mine, base) == mine, "who changed alone has it as it is");
    must(edit::unifiedDifference(mine, theirs).empty() == (mine == theirs), "texts that differ have a difference");
    const auto meant = edit::merged(base, mine, theirs);
    must(!meant || meant == together, "the meaning refuses, and changes nothing");
}

void checkPlaces(std::string_view text)
{
    const std::size_t step = text.size() / 64 + 1;
    for (std::size_t offset = 0; offset <= text.size(); offset += step) {
        if (const auto context = edit::contextAt(text, offset))
            must(context->begin <= offset && offset <= context->end && context->end <= text.size(), "the word is around its place");
        if (const auto expression = edit::expressionAt(text, offset))
            must(expression->begin <= offset && offset <= expression->end && expression->end <= text.size(), "the expression is around its place");
        (void)edit::completionsAt(text, offset, {});
    }
}

} // namespace

} // namespace penstock

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes = penstock::fuzz::textOf(data, size);
    penstock::checkDraft(bytes);
    penstock::checkMerge(bytes);
    penstock::checkPlaces(bytes);
    return 0;
}
