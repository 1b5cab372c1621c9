#include "tests/core/expression/fuzz_case.h"

#include "core/expression/script.h"
#include "core/expression/template_text.h"
#include "tests/core/expression/samples.h"

#include <cstdio>
#include <cstdlib>

namespace penstock::expression {

namespace {

void must(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

void checkError(const Error& error, std::string_view text)
{
    must(error.message.id.starts_with("expression."), "errors have ids of this folder");
    must(offsetOf(error).value_or(text.size() + 1) <= text.size(), "errors point into the text");
}

void checkReferences(const std::vector<Reference>& all, std::string_view text)
{
    for (const Reference& reference : all) {
        must(reference.offset + reference.length <= text.size(), "references lie in the text");
        must(text.substr(reference.offset).starts_with(rootName(reference.root)), "references begin with their root");
        const auto again = parse(reference.text());
        must(again.ok() && references(*again).front().segments == reference.segments, "a path reads back as itself");
    }
}

void checkExpression(std::string_view text)
{
    const auto expression = parse(text);
    if (!expression)
        return checkError(expression.error(), text);
    checkReferences(references(*expression), text);
    const auto value = evaluate(*expression, sampleScope());
    if (!value)
        return checkError(value.error(), text);
    const auto again = evaluate(*expression, sampleScope());
    must(again.ok() && dumpJson(*again) == dumpJson(*value), "evaluation is pure");
}

void checkTemplate(std::string_view text)
{
    const auto parsed = Template::parse(text);
    if (!parsed)
        return checkError(parsed.error(), text);
    std::size_t end = 0;
    for (const Template::Piece& piece : parsed->pieces()) {
        must(piece.offset == end && piece.length > 0, "pieces touch");
        end += piece.length;
    }
    must(end == text.size(), "pieces cover the text");
    checkReferences(parsed->references(), text);
    if (const auto value = parsed->render(sampleScope()); !value)
        checkError(value.error(), text);
}

void checkScript(std::string_view text)
{
    const Script script = readScript(text);
    for (const ScriptIssue& issue : script.issues) {
        must(issue.offset + issue.length <= text.size(), "issues lie in the text");
        checkError(issue.error, text);
    }
    checkReferences(references(script), text);
    if (script.issues.empty() && text.find("${{") == std::string_view::npos)
        must(script.text == text, "a script without expressions stays as it is");
}

} // namespace

void checkAnyText(std::string_view text)
{
    checkExpression(text);
    checkTemplate(text);
    checkScript(text);
    if (const auto condition = parseCondition(text); !condition)
        checkError(condition.error(), text);
}

} // namespace penstock::expression
