#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/help.h"
#include "core/base/spelling.h"
#include "core/messages/language.h"
#include "core/messages/user_settings.h"
#include "core/platform/system_error.h"

#include <QCoreApplication>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>

namespace penstock::cli {

namespace {

// The file behind this process: other processes are started from it, whatever the name it was called by.
std::string ownPath()
{
    std::array<char, 4096> buffer{};
    const ssize_t size = readlink("/proc/self/exe", buffer.data(), buffer.size() - 1);
    return size > 0 ? std::string(buffer.data(), static_cast<std::size_t>(size)) : std::string();
}

Error unknownCommand(const std::string& word, const std::vector<Command>& all)
{
    std::vector<std::string> names;
    for (const Command& command : all)
        names.emplace_back(command.name);
    if (const auto near = nearest(word, names))
        return {ErrorCode::invalid, {"cli.unknown_command_near", {{"name", word}, {"nearest", *near}}}, {}};
    return {ErrorCode::invalid, {"cli.unknown_command", {{"name", word}}}, {}};
}

Exit carryOut(const std::vector<std::string>& words, Console& console)
{
    const std::vector<Command> all = commands();
    if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "help")
        return tellHelp(console, all), words.empty() ? Exit::usage : Exit::done;
    if (words[0] == "--version")
        return console.line(QStringLiteral("penstock " PENSTOCK_VERSION)), Exit::done;
    const auto command = std::ranges::find(all, std::string_view(words[0]), &Command::name);
    console.setJson(std::ranges::find(words, "--json") != words.end());
    if (command == all.end())
        return console.error(unknownCommand(words[0], all)), Exit::usage;
    std::vector<Option> options = command->options;
    std::ranges::copy(commonOptions(), std::back_inserter(options));
    const auto arguments = Arguments::read({words.begin() + 1, words.end()}, command->operands, options);
    if (!arguments)
        return console.error(arguments.error()), Exit::usage;
    if (arguments->has("help"))
        return tellHelp(console, *command), Exit::done;
    console.setJson(arguments->has("json"));
    const auto exit = command->carryOut({*arguments, console, ownPath()});
    return exit ? *exit : (console.error(exit.error()), exitFor(exit.error()));
}

// What goes to a full disk would be lost without a word.
bool isPrinted(Console& console)
{
    const bool isWritten = std::ferror(stdout) == 0;
    errno = ENOSPC; // what a stream that failed earlier does not say
    const bool isFlushed = std::fflush(stdout) == 0;
    if (!isWritten || !isFlushed)
        console.error(platform::systemError("/dev/stdout", errno));
    return isWritten && isFlushed;
}

} // namespace

} // namespace penstock::cli

int main(int argc, char** argv)
{
    using namespace penstock;
    std::setlocale(LC_CTYPE, "");
    std::signal(SIGXFSZ, [](int) {}); // a limit of file sizes is an error like a full disk; what is started has the signal as it was
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("penstock"));
    messages::UserSettings settings(messages::UserFolders::ofThisUser());
    (void)settings.load(); // settings that cannot be read are told by Studio; here the standard ones do
    messages::Language language;
    language.choose(settings.language());
    cli::Console console;
    const auto exit = cli::carryOut({argv + 1, argv + argc}, console);
    if (exit == cli::Exit::done && !cli::isPrinted(console))
        return static_cast<int>(cli::Exit::unable);
    return static_cast<int>(exit);
}
