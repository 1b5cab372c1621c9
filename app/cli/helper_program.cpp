#include "app/cli/helper_program.h"

#include <unistd.h>

namespace penstock::cli {

namespace {

std::string folderOf(const std::string& program) { return program.substr(0, program.rfind('/')); }

} // namespace

std::string helperProgram(const std::string& program, const std::string& name)
{
    for (const char* place : {"/", "/../libexec/penstock/", "/../lib/penstock/"}) {
        const std::string path = folderOf(program) + place + name;
        if (access(path.c_str(), X_OK) == 0)
            return path;
    }
    return {};
}

Result<std::string> shimProgram(const std::string& program)
{
    std::string path = helperProgram(program, "penstock-shim");
    if (path.empty())
        return Error{ErrorCode::notFound, {"cli.shim_missing", {{"folder", folderOf(program)}}}, {}};
    return path;
}

std::string keyringProgram(const std::string& program)
{
    const std::string path = helperProgram(program, "penstock-keyring");
    return path.empty() ? folderOf(program) + "/penstock-keyring" : path;
}

} // namespace penstock::cli
