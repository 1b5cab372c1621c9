#include "ui/designer/text/text_words.h"

#include "core/edit/text_completion.h"
#include "core/edit/text_context.h"
#include "core/messages/messages.h"

#include <algorithm>

namespace penstock::designer {

namespace {

using check::Completion;

check::Completions ofExpression(const edit::ExpressionContext& expression, const std::string& text, std::size_t cursor, const pipeline::Pipeline& known, const check::Library& opened)
{
    check::CompletionPlace place = check::completionPlaceOf(expression.path);
    place.isExpression = true; // its brackets are not among what is looked at
    const std::string_view inside = std::string_view(text).substr(expression.begin, expression.end - expression.begin);
    check::Completions found = check::completionsAt(known, place, inside, cursor - expression.begin, opened);
    found.begin += expression.begin;
    found.end += expression.begin;
    return found;
}

// An input is one whole output of another step. In quotes: its braces are those of a mapping else.
check::Completions ofInput(const edit::TextContext& context, const std::string& text, const pipeline::Pipeline& known, const check::Library& opened)
{
    const std::string word = text.substr(context.begin, context.end - context.begin);
    check::Completions found = check::completionsAt(known, check::completionPlaceOf(context.path), word, word.size(), opened);
    for (Completion& item : found.items) {
        item.insert = '"' + item.insert + '"';
        item.caret = item.insert.size();
    }
    return {context.begin, context.end, std::move(found.items)};
}

Completion::Kind kindOf(edit::Completion::Kind kind)
{
    switch (kind) {
    case edit::Completion::Kind::key: return Completion::Kind::member;
    case edit::Completion::Kind::step: return Completion::Kind::step;
    case edit::Completion::Kind::word: return Completion::Kind::word;
    }
    return Completion::Kind::word;
}

} // namespace

check::Completions wordsAt(const std::string& text, std::size_t cursor, const pipeline::Pipeline& known, const check::Library& opened)
{
    if (const auto expression = edit::expressionAt(text, cursor))
        return ofExpression(*expression, text, cursor, known, opened);
    if (const auto context = edit::contextAt(text, cursor); context && context->isValue && check::completionPlaceOf(context->path).of == check::CompletionPlace::Of::artifact)
        return ofInput(*context, text, known, opened);
    edit::Completions words = edit::completionsAt(text, cursor, known);
    check::Completions found{words.begin, words.end, {}};
    for (edit::Completion& each : words.items) {
        const std::size_t caret = each.insert.size();
        found.items.push_back({std::move(each.insert), caret, std::move(each.name), kindOf(each.kind), messages::has(each.about.id) ? std::move(each.about) : Message{}});
    }
    return found;
}

} // namespace penstock::designer
