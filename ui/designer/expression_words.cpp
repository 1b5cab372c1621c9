#include "ui/designer/expression_words.h"

#include "core/check/completion.h"

namespace penstock::designer {

edit::Completions expressionWords(const pipeline::Pipeline& known, const std::vector<std::string>& path, std::string_view expression, std::size_t cursor)
{
    check::CompletionPlace place = check::completionPlaceOf(path);
    place.isExpression = true; // its brackets are not among what is given
    check::Completions found = check::completionsAt(known, place, expression, cursor);
    edit::Completions words{found.begin, found.end, {}};
    for (check::Completion& each : found.items)
        words.items.push_back({edit::Completion::Kind::expression, std::move(each.shown), std::move(each.insert), std::move(each.about), each.caret});
    return words;
}

} // namespace penstock::designer
