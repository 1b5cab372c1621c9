#include "core/expression/expression.h"

#include "core/expression/error_at.h"
#include "core/expression/syntax.h"

#include <charconv>

namespace penstock::expression {

Expression::Expression(std::shared_ptr<const Syntax> syntax)
    : m_syntax(std::move(syntax))
{}

const std::string& Expression::text() const { return m_syntax->text; }

const std::vector<Reference>& references(const Expression& expression) { return expression.syntax().references; }

bool usesStatus(const Expression& expression) { return expression.syntax().usesStatus; }

Result<Expression> parseCondition(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    const auto last = text.find_last_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return parse(text);
    const std::string_view trimmed = text.substr(first, last - first + 1);
    if (!trimmed.starts_with("${{") || !trimmed.ends_with("}}") || trimmed.size() < 5)
        return parse(text);
    // Blanks instead of the marks keep the offsets of errors and references those of the whole text.
    const std::string inner = std::string(first + 3, ' ') + std::string(trimmed.substr(3, trimmed.size() - 5));
    return parse(inner);
}

std::optional<std::size_t> offsetOf(const Error& error)
{
    for (const auto& [name, value] : error.message.arguments) {
        std::size_t offset = 0;
        if (name == "offset" && std::from_chars(value.data(), value.data() + value.size(), offset).ec == std::errc())
            return offset;
    }
    return std::nullopt;
}

Error shifted(Error error, std::size_t by)
{
    if (const auto offset = offsetOf(error)) {
        for (auto& [name, value] : error.message.arguments) {
            if (name == "offset")
                value = std::to_string(*offset + by);
        }
    }
    return error;
}

} // namespace penstock::expression
