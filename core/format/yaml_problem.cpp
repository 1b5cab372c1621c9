#include "core/format/yaml_problem.h"

#include "core/format/yaml_text.h"

#include <array>

namespace penstock::format {

namespace {

struct Sentence {
    std::string_view problem;
    std::string_view id;
    bool atContext = false; // what began there is the mistake, not where the parser noticed
};

constexpr std::array<Sentence, 17> sentences{{
    {"mapping values are not allowed in this context", "yaml.unexpected_colon"},
    {"block sequence entries are not allowed in this context", "yaml.unexpected_dash"},
    {"mapping keys are not allowed in this context", "yaml.complex_key"},
    {"did not find expected key", "yaml.expected_key"},
    {"did not find expected '-' indicator", "yaml.expected_dash"},
    {"did not find expected ',' or ']'", "yaml.expected_close_list"},
    {"did not find expected ',' or '}'", "yaml.expected_close_object"},
    {"could not find expected ':'", "yaml.expected_colon"},
    {"found unexpected end of stream", "yaml.unclosed_quote", true},
    {"found unexpected document indicator", "yaml.unclosed_quote", true},
    {"found unknown escape character", "yaml.bad_escape"},
    {"did not find expected hexdecimal number", "yaml.bad_escape"},
    {"found invalid Unicode character escape code", "yaml.bad_escape"},
    {"did not find expected <document start>", "yaml.second_document"},
    {"found character that cannot start any token", "yaml.bad_start"},
    {"found unexpected ':'", "yaml.unexpected_colon"},
    {"did not find expected alphabetic or numeric character", "yaml.bad_anchor"},
}};

std::size_t lineStart(std::string_view text, std::size_t offset)
{
    const std::size_t found = offset == 0 ? std::string_view::npos : text.find_last_of("\r\n", offset - 1);
    return found == std::string_view::npos ? 0 : found + 1;
}

// Where a tab stands in the indentation of the line, or npos.
std::size_t tabInIndentation(std::string_view text, std::size_t offset)
{
    const std::size_t start = lineStart(text, offset);
    const std::size_t end = std::min(text.find_first_not_of(" \t", start), text.size());
    const std::size_t tab = text.find('\t', start);
    return tab < end ? tab : std::string_view::npos;
}

} // namespace

Error explain(const YamlProblem& problem, std::string_view text)
{
    const std::size_t offset = std::min(problem.offset, text.size());
    if (const std::size_t tab = tabInIndentation(text, offset); tab != std::string_view::npos)
        return yamlError(placeAt(text, tab), "yaml.tab");
    for (const Sentence& sentence : sentences) {
        if (sentence.problem != problem.problem)
            continue;
        const bool atContext = sentence.atContext && problem.contextPlace.line > 0;
        return yamlError(atContext ? problem.contextPlace : problem.place, std::string(sentence.id),
                         {{"character", std::string(text.substr(offset, 1))}});
    }
    return yamlError(problem.place, "yaml.syntax", {{"problem", std::string(problem.problem)}});
}

} // namespace penstock::format
