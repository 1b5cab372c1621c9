#include "core/messages/catalogue.h"

#include <QtGlobal>

namespace penstock::messages {

namespace {

constexpr Entry entries[] = {
    {"expression.after_backslash",
     QT_TRANSLATE_NOOP("Messages", "The backslash before the expression keeps the shell from putting its value in. Remove the backslash,"
                                   " or write $${{ to mean the characters ${{ themselves.")},
    {"expression.argument_count",
     QT_TRANSLATE_NOOP("Messages", "Written with {count} values in the brackets; it is used as {usage}.")},
    {"expression.argument_type",
     QT_TRANSLATE_NOOP("Messages", "{function}() cannot take a {type} as value number {position}; it needs: {wanted}.")},
    {"expression.bad_character",
     QT_TRANSLATE_NOOP("Messages", "The character {character} has no meaning in an expression. Text must stand in quotes.")},
    {"expression.bad_escape",
     QT_TRANSLATE_NOOP("Messages", "{text} holds an escape that is not known. In double quotes \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u0041 may be"
                                   " written; in single quotes a backslash is just a backslash.")},
    {"expression.bad_line",
     QT_TRANSLATE_NOOP("Messages", "\"{line}\" is not a model line. Write the model's name and its major version, for example "
                                   "production('digits v1').")},
    {"expression.bad_number", QT_TRANSLATE_NOOP("Messages", "{text} is not a number. Numbers look like 42, 0.5 or 1e-3.")},
    {"expression.call_needed", QT_TRANSLATE_NOOP("Messages", "{name} is a function and needs brackets: {usage}.")},
    {"expression.cannot_contain",
     QT_TRANSLATE_NOOP("Messages", "'{operator}' cannot look for a {part} in a {whole}. It looks for any value in a list, for a string "
                                   "in a string, or for a key in an object.")},
    {"expression.condition_type",
     QT_TRANSLATE_NOOP("Messages", "A condition must be true or false, but this one is a {type}. Compare it with something, for example "
                                   "with == or >.")},
    {"expression.division_by_zero", QT_TRANSLATE_NOOP("Messages", "The right side of '{operator}' is zero.")},
    {"expression.empty", QT_TRANSLATE_NOOP("Messages", "There is no expression here. Write a value, for example params.NAME.")},
    {"expression.empty_list", QT_TRANSLATE_NOOP("Messages", "{function}() got an empty list, which has no such value.")},
    {"expression.expected_end",
     QT_TRANSLATE_NOOP("Messages", "The expression should end before {found}. Between two values there must be an operator such as + or "
                                   "&&.")},
    {"expression.expected_line",
     QT_TRANSLATE_NOOP("Messages", "production() takes a model line in quotes, for example production('digits v1'), but here stands "
                                   "{found}.")},
    {"expression.expected_line_at_end",
     QT_TRANSLATE_NOOP("Messages", "production() takes a model line in quotes, for example production('digits v1').")},
    {"expression.expected_name",
     QT_TRANSLATE_NOOP("Messages", "After the dot a name must follow, but here stands {found}. Names that are not plain words are "
                                   "written as ['the name'].")},
    {"expression.expected_name_at_end", QT_TRANSLATE_NOOP("Messages", "After the dot a name must follow.")},
    {"expression.expected_step",
     QT_TRANSLATE_NOOP("Messages", "After {root} the name of a step must be written out, for example {root}.train.outputs.model: which "
                                   "step is meant may not depend on a value.")},
    {"expression.expected_symbol", QT_TRANSLATE_NOOP("Messages", "Here {symbol} is missing before {found}.")},
    {"expression.expected_symbol_at_end", QT_TRANSLATE_NOOP("Messages", "The expression ends too early: {symbol} is missing.")},
    {"expression.expected_value", QT_TRANSLATE_NOOP("Messages", "Here a value is missing before {found}.")},
    {"expression.expected_value_at_end", QT_TRANSLATE_NOOP("Messages", "The expression ends too early: a value is missing.")},
    {"expression.in_quoted_here_document",
     QT_TRANSLATE_NOOP("Messages", "The quoted delimiter of this here document keeps the shell from putting the value of the expression "
                                   "in. Write the delimiter without quotes.")},
    {"expression.in_single_quotes",
     QT_TRANSLATE_NOOP("Messages", "Single quotes keep the shell from putting the value of the expression in. Use double quotes.")},
    {"expression.index_range",
     QT_TRANSLATE_NOOP("Messages", "{path} has {length} entries, so there is no entry [{index}]. The first is [0].")},
    {"expression.index_type",
     QT_TRANSLATE_NOOP("Messages", "An index must be a whole number or a name in quotes, not a {type}.")},
    {"expression.no_elements",
     QT_TRANSLATE_NOOP("Messages", "{path} is a {type}, not a list, so [{name}] cannot be read from it.")},
    {"expression.no_members", QT_TRANSLATE_NOOP("Messages", "{path} is a {type} and has no member \"{name}\".")},
    {"expression.no_status", QT_TRANSLATE_NOOP("Messages", "{function}() can be used only in the `if` of a step.")},
    {"expression.not_a_number",
     QT_TRANSLATE_NOOP("Messages", "A value here is \"nan\" (not a number), so it cannot be compared.")},
    {"expression.number_too_large", QT_TRANSLATE_NOOP("Messages", "The number {text} is too large.")},
    {"expression.overflow", QT_TRANSLATE_NOOP("Messages", "The result of '{operator}' is too large.")},
    {"expression.round_digits", QT_TRANSLATE_NOOP("Messages", "round() takes from 0 to 15 digits as its second value.")},
    {"expression.single_operator", QT_TRANSLATE_NOOP("Messages", "{operator} is not an operator here. Write {instead}.")},
    {"expression.too_deep", QT_TRANSLATE_NOOP("Messages", "The expression is nested more than {limit} levels deep. Split it.")},
    {"expression.too_large",
     QT_TRANSLATE_NOOP("Messages", "The values in this expression together take more than {limit} bytes.")},
    {"expression.too_long", QT_TRANSLATE_NOOP("Messages", "The expression is longer than {limit} bytes.")},
    {"expression.type_mismatch",
     QT_TRANSLATE_NOOP("Messages", "'{operator}' cannot be used between a {left} and a {right}. Values are never converted: compare like"
                                   " with like.")},
    {"expression.unclosed",
     QT_TRANSLATE_NOOP("Messages", "The expression that begins here is not closed. Write }} behind it, or $${{ to mean the characters "
                                   "${{ themselves.")},
    {"expression.unknown_function", QT_TRANSLATE_NOOP("Messages", "There is no function {name}().")},
    {"expression.unknown_function_near",
     QT_TRANSLATE_NOOP("Messages", "There is no function {name}(). Did you mean {nearest}()?")},
    {"expression.unknown_name", QT_TRANSLATE_NOOP("Messages", "There is no \"{name}\" in {path}.")},
    {"expression.unknown_name_near",
     QT_TRANSLATE_NOOP("Messages", "There is no \"{name}\" in {path}. Did you mean \"{nearest}\"?")},
    {"expression.unknown_root",
     QT_TRANSLATE_NOOP("Messages", "The word {name} is not known here. Paths begin with params, steps, previous, production, run, "
                                   "inputs, outputs or item; text stands in quotes.")},
    {"expression.unknown_root_near", QT_TRANSLATE_NOOP("Messages", "The word {name} is not known here. Did you mean {nearest}?")},
    {"expression.unterminated_string", QT_TRANSLATE_NOOP("Messages", "The text that begins here has no closing {quote}.")},
    {"expression.wants_boolean", QT_TRANSLATE_NOOP("Messages", "'{operator}' needs true or false, but got a {type}.")},
    {"expression.wants_number", QT_TRANSLATE_NOOP("Messages", "'{operator}' needs a number, but got a {type}.")},
    {"expression.word_operator", QT_TRANSLATE_NOOP("Messages", "Write {instead} for {word}.")},
};

} // namespace

std::span<const Entry> expressionCatalogue() { return entries; }

} // namespace penstock::messages
