#include "core/check/expected_values.h"

#include "core/base/spelling.h"
#include "core/check/rules.h"

#include <algorithm>

namespace penstock::check {

namespace {

using expression::Comparison;
using expression::Reference;
using expression::Root;

std::string shownValue(const Json& value) { return value.is_string() ? value.get<std::string>() : dumpJson(value); }

bool contains(const std::vector<Json>& values, const Json& value)
{
    return std::ranges::any_of(values, [&](const Json& each) { return expression::equals(each, value); });
}

bool isCondition(TextUse use) { return use == TextUse::stepCondition || use == TextUse::branchCondition || use == TextUse::waitCondition; }

void judge(const Facts& facts, const Text& text, const Comparison& comparison, Findings& findings)
{
    const std::vector<Json> choices = choicesOf(facts, comparison.path);
    for (const Json& value : comparison.values) {
        if (choices.empty() || contains(choices, value))
            continue;
        std::vector<std::string> words;
        for (const Json& choice : choices)
            words.push_back(shownValue(choice));
        const auto sameWord = std::ranges::find_if(choices, [&](const Json& choice) { return shownValue(choice) == shownValue(value); });
        const auto near = nearest(shownValue(value), words);
        const Message mend = sameWord != choices.end() ? write(dumpJson(*sameWord)) : near ? didYouMean(*near) : Message{}; // '1' is no 1
        findings.errorIn(text.path, *text.content, comparison.offset,
                         {"check.never_equal", {{"path", comparison.path.text()}, {"value", shownValue(value)}, {"choices", shownValues(choices)}}},
                         mend);
    }
}

} // namespace

std::vector<Json> choicesOf(const Facts& facts, const Reference& path)
{
    if (path.root == Root::params && path.segments.size() == 1) {
        const auto& parameters = facts.pipeline().parameters;
        const auto found = std::ranges::find(parameters, path.nameAt(0), &pipeline::Parameter::name);
        return found == parameters.end() ? std::vector<Json>() : found->choices;
    }
    const bool isValue = (path.root == Root::steps || path.root == Root::previous) && path.segments.size() == 3
                         && (path.nameAt(1) == "outputs" || path.nameAt(1) == "values");
    const auto producer = isValue ? facts.find(path.nameAt(0)) : std::nullopt;
    const auto* command = producer && facts.step(*producer).map.is_null() ? std::get_if<pipeline::Command>(&facts.step(*producer).body) : nullptr;
    if (!command)
        return {};
    const auto found = std::ranges::find(command->values, path.nameAt(2), &std::pair<std::string, pipeline::ValueDeclaration>::first);
    return found == command->values.end() ? std::vector<Json>() : found->second.choices;
}

Unexpected unexpectedBy(const Facts& facts, const std::vector<pipeline::Branch>& branches)
{
    Unexpected unexpected;
    std::vector<Json> expected;
    for (const pipeline::Branch& branch : branches) {
        const auto condition = expression::parseCondition(branch.condition);
        const auto compared = condition ? expression::comparisons(*condition) : std::vector<Comparison>();
        if (compared.size() != 1 || !compared.front().isWhole || (!unexpected.path.empty() && unexpected.path != compared.front().path.text()))
            return {};
        if (unexpected.path.empty())
            unexpected.values = choicesOf(facts, compared.front().path);
        unexpected.path = compared.front().path.text();
        expected.insert(expected.end(), compared.front().values.begin(), compared.front().values.end());
    }
    std::erase_if(unexpected.values, [&](const Json& value) { return contains(expected, value); });
    return unexpected;
}

std::string shownValues(const std::vector<Json>& values)
{
    std::string text;
    for (const Json& value : values)
        text += (text.empty() ? "" : ", ") + shownValue(value);
    return text;
}

void checkExpectedValues(const Facts& facts, Findings& findings)
{
    for (const Text& text : facts.texts()) {
        if (!isCondition(text.use) || text.references.empty())
            continue;
        const auto condition = expression::parseCondition(*text.content);
        if (!condition)
            continue; // said elsewhere
        for (const Comparison& comparison : expression::comparisons(*condition))
            judge(facts, text, comparison, findings);
    }
}

} // namespace penstock::check
