#include "app/cli/shim_program.h"

#include <unistd.h>

namespace penstock::cli {

Result<std::string> shimProgram(const std::string& program)
{
    const std::string folder = program.substr(0, program.rfind('/'));
    for (const char* place :
         {"/penstock-shim", "/../libexec/penstock/penstock-shim", "/../lib/penstock/penstock-shim"}) {
        const std::string path = folder + place;
        if (access(path.c_str(), X_OK) == 0)
            return path;
    }
    return Error{ErrorCode::notFound, {"cli.shim_missing", {{"folder", folder}}}, {}};
}

} // namespace penstock::cli
