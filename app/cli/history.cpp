#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/reading.h"
#include "app/cli/state_text.h"
#include "core/base/spelling.h"
#include "core/session/step_values.h"

#include <charconv>

namespace penstock::cli {

using namespace Qt::StringLiterals;
using session::ValueMoment;
using session::ValueName;

namespace {

constexpr std::size_t shownUnlessAsked = 30;

Error unknown(const std::string& typed, const std::vector<ValueName>& known)
{
    std::vector<std::string> names;
    for (const ValueName& name : known) {
        names.push_back(name.text());
        names.push_back(name.step + '.' + name.key);
    }
    if (const auto near = nearest(typed, names))
        return {ErrorCode::notFound, {"cli.value_unknown_near", {{"name", typed}, {"nearest", *near}}}, {}};
    return {ErrorCode::notFound, {"cli.value_unknown", {{"name", typed}}}, {}};
}

Result<std::size_t> countFrom(const std::optional<std::string>& typed, std::size_t otherwise)
{
    std::size_t count = otherwise;
    if (typed && std::from_chars(typed->data(), typed->data() + typed->size(), count).ec != std::errc())
        return Error{ErrorCode::invalid, {"cli.number_expected", {{"option", "--last"}, {"text", *typed}}}, {}};
    return count;
}

void tellKnown(Console& console, const std::vector<ValueName>& known)
{
    if (console.wantsJson()) {
        Json names = Json::array();
        for (const ValueName& name : known)
            names.push_back({{"step", name.step}, {"of", name.of == ValueName::Of::values ? "values" : "metrics"}, {"key", name.key}});
        return console.json({{"known", names}});
    }
    if (known.empty())
        return console.line(Cli::tr("No step of a run has given a value or metric yet."));
    for (const ValueName& name : known)
        console.line(fromUtf8(name.text()));
}

QString shownValue(const Json& value) { return value.is_number_float() ? numberText(value.get<double>()) : valueText(value); }

void tell(Console& console, const ValueName& name, const std::vector<ValueMoment>& moments, std::size_t left)
{
    if (console.wantsJson()) {
        Json points = Json::array();
        for (const ValueMoment& each : moments)
            points.push_back({{"run", each.run.text()}, {"step", each.instance.text()}, {"at", formatInstant(each.at)}, {"value", each.value},
                              {"type", session::name(session::typeOf(each.value))}, {"taken", each.taken}});
        return console.json({{"step", name.step}, {"key", name.key}, {"points", points}});
    }
    std::vector<QStringList> rows;
    for (const ValueMoment& each : moments)
        rows.push_back({fromUtf8(each.run.text()), fromUtf8(each.instance.text()), localTime(each.at), shownValue(each.value),
                        each.taken ? Cli::tr("taken over") : QString()});
    console.table({Cli::tr("RUN"), Cli::tr("STEP"), Cli::tr("ENDED"), fromUtf8(name.key), {}}, rows);
    if (left > 0)
        console.line(console.toned(Cli::tr("%n older one(s): --last %1", nullptr, static_cast<int>(left)).arg(left + moments.size()), Tone::muted));
}

} // namespace

Result<Exit> history(const Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments;
    const auto most = countFrom(arguments.value("last"), invocation.console.wantsJson() ? SIZE_MAX : shownUnlessAsked);
    if (!most)
        return most.error();
    const auto read = readWorkspace(arguments);
    if (!read)
        return read.error();
    const std::string pipeline = arguments.value("pipeline").value_or("");
    const std::string typed = arguments.operand(0);
    if (typed.empty())
        return tellKnown(invocation.console, session::knownValues(read->view, pipeline)), Exit::done;
    const auto name = ValueName::parse(typed);
    auto moments = name ? session::historyOf(read->view, pipeline, *name) : std::vector<ValueMoment>();
    if (moments.empty())
        return unknown(typed, session::knownValues(read->view, pipeline));
    const std::size_t left = moments.size() - std::min(moments.size(), *most);
    moments.erase(moments.begin(), moments.begin() + static_cast<std::ptrdiff_t>(left));
    return tell(invocation.console, *name, moments, left), Exit::done;
}

} // namespace penstock::cli
