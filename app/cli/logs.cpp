#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/reading.h"
#include "app/cli/step_log_file.h"

#include <QThread>

#include <unistd.h>

namespace penstock::cli {

namespace {

constexpr unsigned long lookEvery = 100; // ms
constexpr std::size_t mostInJson = 1024 * 1024;

const engine::Attempt* attemptOf(const engine::Instance& instance, const std::optional<std::string>& number)
{
    if (!number)
        return instance.attempts.empty() ? nullptr : &instance.attempts.back();
    for (const auto& attempt : instance.attempts) {
        if (std::to_string(attempt.number) == *number)
            return &attempt;
    }
    return nullptr;
}

// A terminal would obey what a step printed; a pipe gets the bytes as they are.
void print(Console& console, const std::string& bytes)
{
    if (!isatty(STDOUT_FILENO))
        return console.raw(bytes.data(), bytes.size());
    std::string harmless;
    for (const char c : bytes) {
        const bool obeyed = static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t' && c != '\r';
        harmless += obeyed || c == 0x7f ? '?' : c;
    }
    console.raw(harmless.data(), harmless.size());
}

class Following final {
public:
    Following(Console& console, const Workspace& workspace, const AttemptId& attempt)
        : m_console(console), m_workspace(workspace), m_attempt(attempt), m_file(workspace, attempt)
    {}

    // Prints what comes until the attempt has ended; then goes on with the next try of the step, if there is one.
    Result<void> untilEnd(session::View view)
    {
        while (true) {
            const bool ended = hasEnded(view);
            const bool more = printNew();
            if (ended && !more && !nextAttempt(view))
                return {};
            if (!more)
                QThread::msleep(lookEvery);
            const auto events = readEvents(m_workspace, view.seq);
            if (!events)
                return events.error();
            for (const auto& event : *events) {
                if (const auto folded = view.fold(event); !folded)
                    return folded.error();
            }
        }
    }

    bool printNew()
    {
        std::string content;
        if (const std::uint64_t missing = m_file.skipMissing(m_from))
            m_console.note(Cli::tr("[%1 of this output were not kept: of very much, the beginning and the end are]").arg(sizeText(missing)));
        const bool more = m_file.read(m_from, content);
        print(m_console, content);
        std::fflush(stdout);
        return more;
    }

private:
    bool hasEnded(const session::View& view) const
    {
        const engine::Attempt* attempt = view.workspace.attempt(m_attempt);
        return !attempt || attempt->phase == engine::Attempt::Phase::ended;
    }

    bool nextAttempt(const session::View& view)
    {
        const engine::Run* run = view.workspace.run(m_attempt.run);
        const engine::Instance* instance = run ? run->find(m_attempt.instance) : nullptr;
        if (!instance || engine::isEnd(instance->state) || engine::isEnd(run->state))
            return false;
        if (instance->attempts.back().number > m_attempt.number) {
            m_attempt.number = instance->attempts.back().number;
            m_file = StepLogFile(m_workspace, m_attempt);
            m_from = 0;
        }
        return true;
    }

    Console& m_console;
    Workspace m_workspace;
    AttemptId m_attempt;
    StepLogFile m_file;
    std::uint64_t m_from = 0;
};

Json logJson(const Workspace& workspace, const AttemptId& id)
{
    const StepLogFile file(workspace, id);
    std::string text;
    for (std::uint64_t from = 0; text.size() < mostInJson && file.read(from, text);) {
    }
    const bool whole = text.size() <= mostInJson;
    text.resize(std::min(text.size(), mostInJson));
    return {{"run", id.run.text()}, {"step", id.instance.text()},
            {"attempt", id.number}, {"path", file.path()},
            {"text", text},         {"whole", whole}};
}

} // namespace

Result<Exit> logs(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto read = readRun(invocation.arguments);
    if (!read)
        return read.error();
    const auto instance = findInstance(*read->run, invocation.arguments.operand(1));
    if (!instance)
        return instance.error();
    const engine::Attempt* attempt = attemptOf(**instance, invocation.arguments.value("attempt"));
    if (!attempt)
        return Error{ErrorCode::notFound,
                       {"cli.no_attempt", {{"step", (*instance)->id.text()}, {"run", read->run->id.text()}}},
                       {}};
    const AttemptId id{read->run->id, (*instance)->id, attempt->number};
    if (!read->run->hasLogs()) {
        const Instant at = read->run->isRemoved() ? read->run->removedAt : read->run->logsRemovedAt;
        return Error{ErrorCode::notFound, {"cli.logs_removed", {{"run", id.run.text()}, {"at", formatInstant(at)}}}, {}};
    }
    if (console.wantsJson())
        return console.json(logJson(read->workspace, id)), Exit::done;
    Following following(console, read->workspace, id);
    if (invocation.arguments.has("follow")) {
        const auto followed = following.untilEnd(read->view);
        if (!followed)
            return followed.error();
        return Exit::done;
    }
    while (following.printNew()) {
    }
    return Exit::done;
}

} // namespace penstock::cli
