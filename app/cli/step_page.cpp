#include "app/cli/step_page.h"

#include "app/cli/cli_text.h"
#include "app/cli/run_json.h"
#include "app/cli/state_text.h"
#include "app/cli/test_cases.h"
#include "core/session/step_values.h"

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostSiblings = 100, shownDigest = 8;

void tellFact(Console& console, const QString& what, const QString& text)
{
    if (!text.isEmpty())
        console.line(u"  "_s + console.toned(what + QString(std::max(1, 12 - displayWidth(what)), u' '), Tone::muted) + text);
}

QString typeText(session::ValueType type)
{
    switch (type) {
    case session::ValueType::text: return Cli::tr("text");
    case session::ValueType::number: return Cli::tr("number");
    case session::ValueType::boolean: return Cli::tr("yes or no");
    case session::ValueType::list: return Cli::tr("list");
    case session::ValueType::object: return Cli::tr("object");
    case session::ValueType::null: return Cli::tr("null");
    }
    return {};
}

void tellMade(Console& console, const engine::Run& run, const engine::Instance& instance)
{
    std::vector<QStringList> rows;
    for (const session::StepValue& value : session::valuesOf(run, instance)) {
        QStringList choices;
        for (const Json& choice : value.choices)
            choices << valueText(choice);
        const QString type = choices.isEmpty() ? typeText(value.type) : Cli::tr("one of %1").arg(choices.join(u", "_s));
        rows.push_back({u"  "_s + fromUtf8(value.name), valueText(value.value), type});
    }
    if (!rows.empty()) {
        console.line();
        console.table({u"  "_s + Cli::tr("VALUE"), {}, Cli::tr("TYPE")}, rows);
    }
    rows.clear();
    for (const auto& [name, value] : instance.metrics.items())
        rows.push_back({u"  "_s + fromUtf8(name), value.is_number() ? numberText(value.get<double>()) : valueText(value)});
    if (!rows.empty()) {
        console.line();
        console.table({u"  "_s + Cli::tr("METRIC"), {}}, rows);
    }
    rows.clear();
    for (const auto& [name, artifact] : instance.outputs)
        rows.push_back({u"  "_s + fromUtf8(name), artifact.shape == ArtifactShape::folder ? Cli::tr("folder") : Cli::tr("file"), sizeText(artifact.size),
                        fromUtf8(artifact.digest.hex().substr(0, shownDigest))});
    if (!rows.empty()) {
        console.line();
        console.table({u"  "_s + Cli::tr("OUTPUT"), {}, Cli::tr("SIZE"), Cli::tr("DIGEST")}, rows);
    }
}

void tellAttempts(Console& console, const engine::Instance& instance)
{
    for (const engine::Attempt& attempt : instance.attempts) {
        if (attempt.phase != engine::Attempt::Phase::ended || instance.attempts.size() < 2)
            continue;
        const QString outcome = outcomeText(attempt.outcome);
        tellFact(console, Cli::tr("attempt %1").arg(attempt.number), outcome.isEmpty() ? Cli::tr("succeeded") : outcome);
    }
}

// Other rounds and items of the same step.
void tellSiblings(Console& console, const engine::Run& run, const engine::Instance& instance)
{
    const auto siblings = session::siblingsOf(run, instance);
    std::vector<QStringList> rows;
    for (const engine::Instance* each : siblings) {
        if (rows.size() < mostSiblings)
            rows.push_back({u"  "_s + fromUtf8(each->id.text()), shown(console, stateText(console, *each)), parametersText(each->values)});
    }
    if (rows.empty())
        return;
    console.line();
    console.table({u"  "_s + Cli::tr("ROUNDS AND ITEMS"), {}, Cli::tr("VALUES")}, rows);
    if (siblings.size() > mostSiblings)
        console.line(console.toned(u"  "_s + Cli::tr("%n more", nullptr, static_cast<int>(siblings.size() - mostSiblings)), Tone::muted));
}

} // namespace

Json pageJson(const RunReading& read, const engine::Instance& instance)
{
    Json json = stepJson(read.workspace, read.view, *read.run, instance);
    json["run"] = read.run->id.text();
    json["types"] = Json::object();
    for (const session::StepValue& value : session::valuesOf(*read.run, instance))
        json["types"][value.name] = session::name(value.type);
    const auto tests = session::testResultsOf(read.view, *read.run, instance);
    json["tests"] = tests ? wholeTestsJson(read.workspace, *tests) : Json();
    json["siblings"] = Json::array();
    for (const engine::Instance* each : session::siblingsOf(*read.run, instance))
        json["siblings"].push_back(each->id.text());
    return json;
}

void tellStep(Console& console, const RunReading& read, const engine::Instance& instance)
{
    const engine::Run& run = *read.run;
    console.line(console.toned(fromUtf8(run.id.text() + '/' + instance.id.text()), Tone::bold) + u"  "_s + shown(console, stateText(console, instance)));
    tellFact(console, Cli::tr("kind"), kindWord(run.step(instance)));
    tellFact(console, Cli::tr("took"), instance.attempts.empty() ? QString() : spanText(spanOf(instance, wallTime())));
    tellFact(console, Cli::tr("why"), reasonText(read.view.workspace, run, instance));
    tellAttempts(console, instance);
    tellMade(console, run, instance);
    tellSiblings(console, run, instance);
    if (const auto tests = session::testResultsOf(read.view, run, instance))
        tellTests(console, read.workspace, *tests);
}

} // namespace penstock::cli
