#include "core/host/environment_spec.h"

#include "core/platform/brief_command.h"
#include "core/platform/disk_file_system.h"
#include "core/platform/interpreter.h"

#include <filesystem>
#include <set>
#include <sstream>

namespace penstock::host {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largestFile = 4U << 20U;
constexpr std::size_t mostFiles = 100;
constexpr Duration patience{30'000}; // an interpreter on a cold or distant disk
constexpr const char* version = "penstock environment 1\n"; // another one makes every key another
constexpr const char* question = "import os, sys, sysconfig\n"
                                 "print(sys.implementation.cache_tag, '.'.join(map(str, sys.version_info[:3])), sysconfig.get_platform(),"
                                 " os.path.realpath(sys.base_prefix))\n";

// The file that a line of requirements includes; empty when it includes none.
std::string includedBy(const std::string& line)
{
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == std::string::npos)
        return {};
    for (const std::string_view word : {"--requirement", "--constraint", "-r", "-c"}) {
        if (line.compare(begin, word.size(), word) != 0)
            continue;
        std::size_t at = begin + word.size();
        if (word.size() > 2 && (at == line.size() || (line[at] != '=' && line[at] != ' ' && line[at] != '\t')))
            continue;
        at = line.find_first_not_of(word.size() > 2 ? "= \t" : " \t", at);
        const std::size_t end = std::min(line.find(" #", begin), line.size());
        if (at == std::string::npos || at >= end)
            return {};
        const std::string file = line.substr(at, end - at);
        return file.substr(0, file.find_last_not_of(" \t\r") + 1);
    }
    return {};
}

// Depth first, as they are included; each file once.
class Reading final {
public:
    Result<void> read(const fs::path& path, const std::string& shown)
    {
        if (!m_seen.insert(path.lexically_normal().string()).second)
            return {};
        if (m_seen.size() > mostFiles)
            return Error{ErrorCode::invalid, {"host.requirements_too_large", {{"path", shown}}}, {}};
        const auto content = platform::DiskFileSystem().read(path.string(), largestFile);
        if (!content && content.error().code == ErrorCode::notFound)
            return Error{ErrorCode::notFound, {"host.requirements_missing", {{"path", shown}}}, path.string()};
        if (!content && content.error().code == ErrorCode::invalid)
            return Error{ErrorCode::invalid, {"host.requirements_too_large", {{"path", shown}}}, {}};
        if (!content)
            return content.error();
        m_digests += sha256(*content).hex() + '\n';
        std::istringstream lines(*content);
        for (std::string line; std::getline(lines, line);) {
            const std::string file = includedBy(line);
            if (file.empty() || file.find("://") != std::string::npos) // an address may give something else tomorrow
                continue;
            if (const auto included = read(path.parent_path() / file, file); !included)
                return included;
        }
        return {};
    }

    const std::string& digests() const { return m_digests; }

private:
    std::set<std::string> m_seen;
    std::string m_digests;
};

} // namespace

Result<EnvironmentSpec> environmentSpec(const EnvironmentQuestion& asked)
{
    Reading reading;
    if (const auto read = reading.read(fs::path(asked.workspace) / asked.requirements, asked.requirements); !read)
        return read.error();
    const auto interpreter = platform::findInterpreter(asked.variables, asked.workspace, asked.python);
    if (!interpreter)
        return interpreter.error();
    platform::SpawnPlan plan;
    plan.arguments = {interpreter->path, "-c", question};
    plan.variables = asked.variables;
    const auto output = platform::runBriefly(std::move(plan), patience);
    if (!output)
        return output.error();
    std::string python = output->text.substr(0, output->text.find('\n'));
    if (output->code != 0 || python.empty())
        return Error{ErrorCode::invalid, {"platform.python_broken", {{"path", interpreter->path}}}, {}};
    const Digest key = sha256(version + python + '\n' + reading.digests());
    return EnvironmentSpec{key, asked.requirements, interpreter->path, std::move(python)};
}

} // namespace penstock::host
