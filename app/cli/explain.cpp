#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/reading.h"
#include "app/cli/run_json.h"
#include "app/cli/state_text.h"
#include "core/messages/messages.h"
#include "core/session/explanation.h"

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t digestLength = 64, shownDigest = 8;

QString wayText(session::Way way)
{
    switch (way) {
    case session::Way::waits: return Cli::tr("It waits.");
    case session::Way::runs: return Cli::tr("It runs.");
    case session::Way::ran: return Cli::tr("It ran.");
    case session::Way::cached: return Cli::tr("It was taken from the cache.");
    case session::Way::reused: return Cli::tr("It was taken over from another run.");
    case session::Way::skipped: return Cli::tr("It did not run.");
    }
    return {};
}

QString partText(const std::string& part)
{
    if (part == "command")
        return Cli::tr("command");
    if (part == "environment")
        return Cli::tr("environment");
    if (part == "parameters")
        return Cli::tr("parameters");
    if (part == "item")
        return Cli::tr("item");
    if (part == "inputs")
        return Cli::tr("inputs");
    if (part == "outputs")
        return Cli::tr("declared outputs");
    return Cli::tr("code");
}

QString sideText(const Json& side)
{
    if (side.is_null())
        return Cli::tr("nothing");
    const std::string text = side.is_string() ? side.get<std::string>() : dumpJson(side);
    const bool isDigest = text.size() == digestLength && text.find_first_not_of("0123456789abcdef") == std::string::npos;
    return fromUtf8(isDigest ? text.substr(0, shownDigest) : text);
}

void tellDifference(Console& console, const Json& difference)
{
    const QString part = partText(textAt(difference, "part"));
    const std::string name = textAt(difference, "name");
    const QString change = name.empty() ? QString() : u"%1: %2 %3 %4"_s.arg(fromUtf8(name), sideText(memberAt(difference, "was")),
                                                                            console.isUnicode() ? u"→"_s : u"->"_s, sideText(memberAt(difference, "is")));
    console.line(u"    "_s + console.toned(part, Tone::warning) + u"  "_s + change);
}

void tell(Console& console, const engine::Instance& instance, const session::Explanation& explanation)
{
    console.line(console.toned(fromUtf8(instance.id.text()), Tone::bold) + u"  "_s + shown(console, stateText(console, instance)));
    const QString why = explanation.why.id.empty() ? QString() : u' ' + messages::sentence(explanation.why);
    console.line(u"  "_s + wayText(explanation.way) + why);
    for (const Json& difference : explanation.differences)
        tellDifference(console, difference);
    QStringList same;
    for (const std::string& part : explanation.same)
        same << partText(part);
    if (!same.isEmpty())
        console.line(u"    "_s + console.toned(Cli::tr("the same: %1").arg(same.join(u", "_s)), Tone::muted));
}

Json explanationJson(const engine::Instance& instance, const session::Explanation& explanation)
{
    Json parts = Json::object();
    for (const std::string& part : explanation.same)
        parts[part] = "same";
    for (const std::string& part : explanation.differing)
        parts[part] = "differs";
    const auto orNull = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
    return {{"step", instance.id.text()},
            {"state", engine::name(instance.state)},
            {"way", session::name(explanation.way)},
            {"why", messageJson(explanation.why)},
            {"key", orNull(explanation.key)},
            {"against", orNull(explanation.against)},
            {"parts", parts},
            {"differs", explanation.differences}};
}

} // namespace

Result<Exit> explain(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto read = readRun(invocation.arguments);
    if (!read)
        return read.error();
    const engine::Instance* only = nullptr;
    if (invocation.arguments.operands().size() > 1) {
        const auto found = findInstance(*read->run, invocation.arguments.operand(1));
        if (!found)
            return found.error();
        only = *found;
    }
    Json steps = Json::array();
    for (const engine::Instance& instance : read->run->instances) {
        if (only && &instance != only)
            continue;
        const session::Explanation explanation = session::explanationOf(read->view, *read->run, instance);
        if (console.wantsJson())
            steps.push_back(explanationJson(instance, explanation));
        else
            tell(console, instance, explanation);
    }
    if (console.wantsJson())
        console.json({{"run", read->run->id.text()}, {"steps", steps}});
    return Exit::done;
}

} // namespace penstock::cli
