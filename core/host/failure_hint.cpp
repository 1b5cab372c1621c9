#include "core/host/failure_hint.h"

#include <csignal>
#include <fstream>

namespace penstock::host {

namespace {

constexpr std::streamoff tailSize = 8'192;

std::string tailOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file)
        return {};
    const std::streamoff size = file.tellg();
    const std::streamoff begin = size > tailSize ? size - tailSize : 0;
    std::string text(static_cast<std::size_t>(size - begin), '\0');
    file.seekg(begin);
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    return text;
}

// The text between two marks, the last time they stand in one line.
std::string_view lastBetween(std::string_view log, std::string_view before, std::string_view after)
{
    for (std::size_t at = log.rfind(before); at != std::string_view::npos; at = log.rfind(before, at - 1)) {
        const std::string_view rest = log.substr(at + before.size());
        const std::string_view line = rest.substr(0, rest.find('\n'));
        if (const auto end = line.find(after); end != std::string_view::npos)
            return line.substr(0, end);
        if (at == 0)
            break;
    }
    return {};
}

struct Sign {
    std::string_view before, after;
    const char* id;
    const char* argument;
    int code = 0; // the exit code that must come with it; 0: any
};

constexpr int commandNotFound = 127; // of POSIX shells; a file that cannot be read or written is another one
// Words of CPython, bash and R; in other languages nothing is found, and nothing is lost but the hint.
constexpr Sign signs[] = {
    {"ModuleNotFoundError: No module named '", "'", "host.python_module_missing", "module"},
    {": can't open file '", "': [Errno 2]", "host.script_missing", "path"},
    {"cannot open file '", "': No such file or directory", "host.script_missing", "path"},
    {": ", ": command not found", "platform.no_program", "program", commandNotFound},
    {"bash: ", ": No such file or directory", "host.script_missing", "path", commandNotFound},
};
constexpr std::size_t longestName = 300;

} // namespace

Message hintIn(std::string_view log, int code)
{
    for (const Sign& sign : signs) {
        if (sign.code != 0 && sign.code != code)
            continue;
        std::string_view name = lastBetween(log, sign.before, sign.after);
        name.remove_prefix(name.rfind(": ") == std::string_view::npos ? 0 : name.rfind(": ") + 2); // "line 1: x.sh"
        if (!name.empty() && name.size() <= longestName)
            return {sign.id, {{sign.argument, std::string(name)}}};
    }
    return {};
}

Message hintOf(int signal)
{
    switch (signal) {
    case SIGKILL: return {"host.signal_kill", {}};
    case SIGSEGV:
    case SIGBUS: return {"host.signal_crash", {}};
    case SIGABRT: return {"host.signal_abort", {}};
    case SIGILL: return {"host.signal_instruction", {}};
    case SIGFPE: return {"host.signal_arithmetic", {}};
    case SIGXCPU:
    case SIGXFSZ: return {"host.signal_limit", {}};
    case SIGHUP:
    case SIGINT:
    case SIGTERM: return {"host.signal_asked", {}};
    default: return {};
    }
}

Message failureHint(const engine::Outcome& outcome, const std::string& logFile)
{
    if (outcome.kind == engine::OutcomeKind::signaled)
        return hintOf(outcome.signal);
    return hintIn(tailOf(logFile), outcome.code);
}

} // namespace penstock::host
