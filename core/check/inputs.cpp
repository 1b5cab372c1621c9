#include "core/check/rules.h"

namespace penstock::check {

namespace {

using expression::Reference;
using expression::Root;

bool isOutput(const Reference& reference)
{
    // steps.sweep.best.outputs.model, steps.sweep.results[0].outputs.model: of an item of a map.
    const std::size_t at = reference.nameAt(1) == "best" ? 2 : reference.nameAt(1) == "results" ? 3 : 1;
    return reference.root == Root::steps && reference.nameAt(at) == "outputs" && !reference.nameAt(at + 1).empty();
}

// One expression that speaks of at least one output; a choice between several is fine.
bool yieldsArtifact(const Text& text)
{
    for (const Reference& reference : text.references) {
        if (isOutput(reference))
            return text.isTyped;
    }
    return false;
}

bool yieldsMetrics(const Text& text)
{
    for (const Reference& reference : text.references) {
        if (reference.root == Root::steps && reference.nameAt(1) == "metrics")
            return text.isTyped;
    }
    return false;
}

void checkInput(const Text& text, Findings& findings)
{
    if (!text.hasExpressions)
        findings.error(text.path, {"check.input_is_text", {{"text", *text.content}}}, write("{file: " + *text.content + "}"));
    else if (!yieldsArtifact(text))
        findings.error(text.path, {"check.input_not_output", {}}, write("\"${{ steps.STEP.outputs.NAME }}\""));
}

} // namespace

void checkInputs(const Facts& facts, Findings& findings)
{
    for (const Text& text : facts.texts()) {
        if (!text.errors.empty())
            continue;
        if (text.use == TextUse::input)
            checkInput(text, findings);
        else if (text.use == TextUse::artifact && !yieldsArtifact(text))
            findings.error(text.path, {"check.artifact_not_output", {}}, write("\"${{ steps.STEP.outputs.NAME }}\""));
        else if (text.use == TextUse::metrics && !yieldsMetrics(text))
            findings.error(text.path, {"check.metrics_not_metrics", {}}, write("\"${{ steps.STEP.metrics }}\""));
    }
}

} // namespace penstock::check
