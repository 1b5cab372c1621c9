#include "app/cli/imported_modules.h"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

namespace penstock::cli {

namespace fs = std::filesystem;

namespace {

constexpr int mostFiles = 100;
constexpr int mostLines = 2000;

void addModulesOf(const fs::path& file, std::set<std::string>& modules)
{
    static const std::regex import(R"re(^\s*(?:import|from)\s+([A-Za-z_]\w*))re");
    std::ifstream stream(file);
    std::string line;
    for (int i = 0; i < mostLines && std::getline(stream, line); ++i) {
        std::smatch match;
        if (line.size() < 500 && std::regex_search(line, match, import))
            modules.insert(match[1].str());
    }
}

} // namespace

std::vector<std::string> importedModules(const std::string& workspace)
{
    std::set<std::string> modules, own;
    std::error_code ignored;
    int files = 0;
    for (const auto& entry : fs::directory_iterator(workspace, ignored)) {
        own.insert(entry.path().stem().string());
        if (entry.path().extension() == ".py" && ++files <= mostFiles)
            addModulesOf(entry.path(), modules);
    }
    std::vector<std::string> wanted;
    for (const std::string& module : modules) {
        if (!own.contains(module))
            wanted.push_back(module);
    }
    return wanted;
}

} // namespace penstock::cli
