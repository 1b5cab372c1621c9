#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/new_workspace.h"
#include "core/format/script_guess.h"
#include "app/cli/trust_gate.h"
#include "core/platform/disk_file_system.h"
#include "core/store/state_folder.h"

#include <filesystem>

namespace penstock::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t largestScript = 16 << 20;

struct Made {
    std::string pipeline; // relative; empty when none was made
};

std::string pipelineName(const fs::path& script)
{
    std::string name;
    for (const char c : script.stem().string())
        name += std::isalnum(static_cast<unsigned char>(c)) || c == '-' ? c : '_';
    return isName(name) ? name : "main";
}

// The script is given as seen from here, or from the folder.
Result<Made> fromScript(NewWorkspace& workspace, const std::string& typed)
{
    std::error_code failed;
    const fs::path root = fs::canonical(workspace.folder(), failed);
    fs::path script = fs::exists(root / typed, failed) ? root / typed : fs::path(typed);
    script = fs::canonical(script, failed);
    if (failed || !fs::is_regular_file(script, failed))
        return Error{ErrorCode::notFound, {"cli.script_missing", {{"path", typed}}}, {}};
    const fs::path relative = script.lexically_relative(root);
    if (relative.empty() || *relative.begin() == "..")
        return Error{ErrorCode::invalid, {"cli.file_outside", {{"path", typed}, {"workspace", root.string()}}}, {}};
    const auto text = platform::DiskFileSystem().read(script.string(), largestScript);
    if (!text)
        return text.error();
    const std::string name = pipelineName(script);
    const std::string file = "pipelines/" + name + ".pipeline.yaml";
    workspace.add(file, format::pipelineText(name, format::guessFrom(relative.string(), *text)));
    return Made{file};
}

// An empty folder gets something to begin with; one with content is somebody's repository and keeps it as it is.
Result<Made> decide(const Arguments& arguments, NewWorkspace& workspace, bool isEmpty)
{
    if (const auto script = arguments.value("from"))
        return fromScript(workspace, *script);
    if (const auto name = arguments.value("template")) {
        if (const auto added = workspace.addTemplate(*name); !added)
            return added.error();
        return Made{"pipelines/" + *name + ".pipeline.yaml"};
    }
    if (!isEmpty)
        return Made{};
    workspace.addHello();
    workspace.addPeople();
    return Made{"pipelines/hello.pipeline.yaml"};
}

bool isEmptyFolder(const std::string& folder)
{
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().filename() != ".git" && entry.path().filename() != ".penstock")
            return false;
    }
    return true;
}

void tell(Console& console, const std::string& folder, const Made& made, bool trusted)
{
    std::error_code ignored;
    const bool here = fs::equivalent(folder, fs::current_path(ignored), ignored);
    console.line((trusted ? Cli::tr("%1 is a workspace now, and trusted.") : Cli::tr("%1 is a workspace now."))
                     .arg(fromUtf8(folder)));
    if (!here)
        console.line(QStringLiteral("  cd %1").arg(fromUtf8(folder)));
    if (made.pipeline.empty())
        console.line(QStringLiteral("  penstock init --from SCRIPT"));
    else
        console.line(QStringLiteral("  penstock run %1").arg(fromUtf8(made.pipeline)));
}

} // namespace

Result<Exit> init(const Invocation& invocation)
{
    Console& console = invocation.console;
    const Arguments& arguments = invocation.arguments;
    if (arguments.has("from") && arguments.has("template"))
        return Error{ErrorCode::invalid, {"cli.options_exclude", {{"one", "--from"}, {"other", "--template"}}}, {}};
    const std::string typed =
        !arguments.operand(0).empty() ? arguments.operand(0) : arguments.value("workspace").value_or(".");
    std::error_code failed;
    const std::string folder = fs::absolute(typed, failed).lexically_normal().string();
    if (const auto made = platform::DiskFileSystem().makeFolder(folder); !made)
        return made.error();
    NewWorkspace fresh(folder);
    const auto made = decide(arguments, fresh, isEmptyFolder(folder));
    if (!made)
        return made.error();
    if (const auto written = fresh.write(); !written)
        return written.error();
    if (const auto ignored = fresh.ignoreState(); !ignored)
        return ignored.error();
    const auto workspace = workspaceAt(folder);
    if (!workspace)
        return workspace.error();
    const auto state = store::openStateFolder(workspace->path);
    if (!state)
        return state.error();
    const bool mayRun = !arguments.has("no-trust");
    if (const auto trusted = mayRun ? trust(workspace->path) : Result<void>(); !trusted)
        return trusted.error();
    if (console.wantsJson())
        console.json({{"workspace", workspace->path},
                      {"state", state->path},
                      {"pipeline", made->pipeline.empty() ? Json() : Json(made->pipeline)}});
    else
        tell(console, workspace->path, *made, mayRun);
    return Exit::done;
}

} // namespace penstock::cli
