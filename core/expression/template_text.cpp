#include "core/expression/template_text.h"

#include "core/expression/error_at.h"

#include <algorithm>

namespace penstock::expression {

namespace {

constexpr std::string_view opening = "${{";
constexpr std::string_view closing = "}}";

// Past the closing quote, or npos. The rules are the lexer's.
std::size_t afterString(std::string_view text, std::size_t at)
{
    const char quote = text[at++];
    while (at < text.size() && text[at] != quote)
        at += quote == '"' && text[at] == '\\' ? 2 : 1;
    return at < text.size() ? at + 1 : std::string_view::npos;
}

} // namespace

Mark markAt(std::string_view text, std::size_t offset)
{
    const std::size_t inner = offset + opening.size();
    // Nothing longer would be parsed, and the bound keeps a text full of odd quotes from being read once for each.
    const std::string_view reach = text.substr(0, inner + maximumLength + closing.size());
    std::size_t at = inner;
    while (at < reach.size() && reach.compare(at, closing.size(), closing) != 0)
        at = reach[at] == '\'' || reach[at] == '"' ? afterString(reach, at) : at + 1;
    // A quote that never closes must not swallow the rest of the text: the expression's own error is the better message.
    if (at >= reach.size())
        at = text.find(closing, inner);
    if (at == std::string_view::npos)
        return {offset, text.size() - offset, false};
    return {offset, at + closing.size() - offset, true};
}

Result<Template> Template::parse(std::string_view text)
{
    Template result;
    std::size_t start = 0;
    std::string literal;
    const auto flush = [&](std::size_t end) {
        if (end > start)
            result.m_pieces.push_back({start, end - start, std::move(literal)});
        literal.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t found = text.find(opening, at);
        literal += text.substr(at, found - at);
        if (found == std::string_view::npos)
            break;
        if (found > at && text[found - 1] == '$') {
            literal.pop_back();
            literal += opening;
            at = found + opening.size();
            continue;
        }
        flush(found);
        const Mark mark = markAt(text, found);
        if (!mark.closed)
            return errorAt(found, "expression.unclosed");
        auto expression = expression::parse(mark.inner(text));
        if (!expression)
            return shifted(expression.error(), mark.innerOffset());
        result.m_pieces.push_back({found, mark.length, std::move(*expression)});
        start = at = found + mark.length;
    }
    flush(text.size());
    return result;
}

bool Template::hasExpressions() const
{
    return std::any_of(m_pieces.begin(), m_pieces.end(),
                       [](const Piece& piece) { return std::holds_alternative<Expression>(piece.content); });
}

bool Template::isTyped() const { return m_pieces.size() == 1 && hasExpressions(); }

std::vector<Reference> Template::references() const
{
    std::vector<Reference> all;
    for (const Piece& piece : m_pieces) {
        const auto* expression = std::get_if<Expression>(&piece.content);
        if (!expression)
            continue;
        for (Reference reference : expression::references(*expression)) {
            reference.offset += piece.offset + opening.size();
            all.push_back(std::move(reference));
        }
    }
    return all;
}

Result<Value> Template::render(const Scope& scope) const
{
    if (isTyped()) {
        auto value = evaluate(std::get<Expression>(m_pieces.front().content), scope);
        return value ? value : shifted(value.error(), opening.size());
    }
    auto text = renderText(scope);
    return text ? Result<Value>(Value(std::move(*text))) : Result<Value>(text.error());
}

Result<std::string> Template::renderText(const Scope& scope) const
{
    std::string text;
    for (const Piece& piece : m_pieces) {
        const auto* expression = std::get_if<Expression>(&piece.content);
        if (!expression) {
            text += std::get<std::string>(piece.content);
            continue;
        }
        const auto value = evaluate(*expression, scope);
        if (!value)
            return shifted(value.error(), piece.offset + opening.size());
        text += toText(*value);
        if (text.size() > maximumWork)
            return errorAt(piece.offset, "expression.too_large", {{"limit", std::to_string(maximumWork)}});
    }
    return text;
}

} // namespace penstock::expression
