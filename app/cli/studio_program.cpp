#include "app/cli/studio_program.h"

#include <QStandardPaths>

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

// Beside this program, else on PATH.
std::string studioProgram(const std::string& program)
{
    const std::string beside = program.substr(0, program.rfind('/')) + "/penstock-studio";
    if (access(beside.c_str(), X_OK) == 0)
        return beside;
    return QStandardPaths::findExecutable(u"penstock-studio"_s).toStdString();
}

} // namespace

Exit becomeStudio(const Invocation& invocation, std::vector<std::string> words)
{
    const std::string program = studioProgram(invocation.program);
    if (program.empty()) {
        invocation.console.error({ErrorCode::unsupported, {"cli.studio_missing", {}}, {}});
        return Exit::unable;
    }
    words.insert(words.begin(), program);
    std::vector<char*> argv;
    for (std::string& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    std::fflush(stdout);
    execv(program.c_str(), argv.data());
    invocation.console.error({ErrorCode::io, {"cli.studio_missing", {}}, std::strerror(errno)});
    return Exit::unable;
}

} // namespace penstock::cli
