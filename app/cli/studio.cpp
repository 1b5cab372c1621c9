#include "app/cli/commands.h"
#include "app/cli/studio_program.h"
#include "app/cli/workspace.h"

namespace penstock::cli {

Result<Exit> studio(const Invocation& invocation)
{
    std::vector<std::string> words;
    if (const auto workspace = findWorkspace(invocation.arguments))
        words.push_back(workspace->path);
    else if (invocation.arguments.has("workspace"))
        return workspace.error();
    return becomeStudio(invocation, std::move(words));
}

} // namespace penstock::cli
