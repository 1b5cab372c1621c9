#include "app/cli/step_series.h"

#include "app/cli/cli_text.h"
#include "core/session/logged_by.h"
#include "core/store/metric_reader.h"

#include <charconv>
#include <cmath>

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

Result<std::optional<AttemptId>> attemptOf(const RunReading& read, const engine::Instance& instance,
                                           const std::optional<std::string>& typed)
{
    if (!typed)
        return session::loggedBy(read.view.workspace, *read.run, instance);
    int number = 0;
    const auto [end, failed] = std::from_chars(typed->data(), typed->data() + typed->size(), number);
    if (failed != std::errc() || end != typed->data() + typed->size() || number < 1 ||
        number > static_cast<int>(instance.attempts.size()))
        return Error{
            ErrorCode::notFound, {"cli.no_attempt", {{"step", instance.id.text()}, {"run", read.run->id.text()}}}, {}};
    return std::optional(AttemptId{read.run->id, instance.id, number});
}

Result<tracking::Logged> loggedOf(const Workspace& workspace, const std::optional<AttemptId>& attempt, bool withPoints)
{
    const auto folder = workspace.stateFolder();
    if (!folder)
        return folder.error();
    if (!attempt || folder->empty())
        return tracking::Logged{};
    tracking::LoggedQuestion question;
    question.attempt = *attempt;
    question.mostPoints = static_cast<std::size_t>(tracking::maximumPoints);
    if (!withPoints)
        question.names.emplace();
    return store::readLogged(*folder, question);
}

// JSON has no word for what is not finite; these are those of MLflow.
Json valueJson(double value)
{
    if (std::isnan(value))
        return "NaN";
    return std::isfinite(value) ? Json(value) : Json(value > 0 ? "Infinity" : "-Infinity");
}

Json oneJson(const tracking::LoggedSeries& series, bool withPoints)
{
    Json json{{"of", series.of},
              {"name", series.name},
              {"count", series.points},
              {"last", valueJson(series.last)},
              {"lastStep", series.place.step}};
    if (!withPoints)
        return json;
    json["points"] = Json::array();
    for (const tracking::SeriesPoint& point : series.values)
        json["points"].push_back(
            Json::array({point.step, point.time ? Json(formatInstant(*point.time)) : Json(), valueJson(point.value)}));
    return json;
}

Json textsJson(const std::vector<tracking::LoggedText>& texts)
{
    Json json = Json::array();
    for (const tracking::LoggedText& text : texts)
        json.push_back({{"of", text.of}, {"name", text.name}, {"value", text.value}});
    return json;
}

QString named(const std::string& of, const std::string& name)
{
    return of.empty() ? fromUtf8(name) : fromUtf8(of) + u" · "_s + fromUtf8(name);
}

QString plainNumber(double value)
{
    return std::isfinite(value) ? numberText(value) : fromUtf8(valueJson(value).get<std::string>());
}

void tellHeads(Console& console, const tracking::Logged& logged)
{
    std::vector<QStringList> rows;
    for (const tracking::LoggedSeries& series : logged.series)
        rows.push_back({named(series.of, series.name), QString::number(series.points),
                        QString::number(series.place.step), plainNumber(series.last)});
    console.line();
    console.table(
        {Cli::tr("SERIES"), Cli::tr("POINTS"), Cli::tr("STEP", "of a training, in a table of series"), Cli::tr("LAST")},
        rows);
}

void tellTexts(Console& console, const QString& head, const std::vector<tracking::LoggedText>& texts)
{
    if (texts.empty())
        return;
    std::vector<QStringList> rows;
    for (const tracking::LoggedText& text : texts)
        rows.push_back({named(text.of, text.name), fromUtf8(text.value)});
    console.line();
    console.table({head, Cli::tr("VALUE")}, rows);
}

} // namespace

Result<StepSeries> readSeries(const Arguments& arguments, const RunReading& read, const engine::Instance& instance)
{
    const auto attempt = attemptOf(read, instance, arguments.value("attempt"));
    if (!attempt)
        return attempt.error();
    const bool withPoints = arguments.has("metrics");
    auto logged = loggedOf(read.workspace, *attempt, withPoints);
    if (!logged)
        return logged.error();
    return StepSeries{*attempt, std::move(*logged), withPoints};
}

Json seriesJson(const StepSeries& series)
{
    Json json{{"loggedBy", series.attempt ? Json(series.attempt->text()) : Json()}, {"series", Json::array()}};
    for (const tracking::LoggedSeries& each : series.logged.series)
        json["series"].push_back(oneJson(each, series.withPoints));
    json["loggedParameters"] = textsJson(series.logged.parameters);
    json["tags"] = textsJson(series.logged.tags);
    return json;
}

void tellSeries(Console& console, const engine::Instance& instance, const StepSeries& series)
{
    const tracking::Logged& logged = series.logged;
    if (!instance.attempts.empty() && textAt(instance.attempts.back().record.json(), "tracking") == "own")
        console.line(u"  "_s + Cli::tr("It was told its own MLFLOW_TRACKING_URI, and logged there."));
    if (logged.series.empty() && logged.parameters.empty() && logged.tags.empty())
        return console.line(u"  "_s + console.toned(Cli::tr("Its script logged nothing while it ran."), Tone::muted));
    if (!logged.series.empty())
        tellHeads(console, logged);
    tellTexts(console, Cli::tr("PARAMETER"), logged.parameters);
    tellTexts(console, Cli::tr("TAG"), logged.tags);
}

void tellPoints(Console& console, const StepSeries& series)
{
    std::vector<QStringList> rows;
    for (const tracking::LoggedSeries& each : series.logged.series) {
        for (const tracking::SeriesPoint& point : each.values)
            rows.push_back({named(each.of, each.name), QString::number(point.step),
                            point.time ? fromUtf8(formatInstant(*point.time)) : QString(), plainNumber(point.value)});
    }
    console.table(
        {Cli::tr("SERIES"), Cli::tr("STEP", "of a training, in a table of series"), Cli::tr("TIME"), Cli::tr("VALUE")},
        rows);
}

} // namespace penstock::cli
