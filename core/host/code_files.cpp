#include "core/host/code_files.h"

#include "core/engine/plan.h"

#include <filesystem>
#include <sstream>

namespace penstock::host {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largestCodeFile = 16 << 20;

std::vector<std::string> wordsOf(const std::string& script)
{
    std::vector<std::string> words;
    std::istringstream stream(script);
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

bool couldBeFile(const std::string& word) { return !word.empty() && word.size() < 256 && word.front() != '-' && word.find_first_of("$*?;|&<>()\"'`") == std::string::npos; }

} // namespace

std::vector<std::string> codeFiles(const pipeline::Command& command)
{
    std::vector<std::string> files;
    for (const std::string& word : command.script.empty() ? command.arguments : wordsOf(command.script)) {
        const std::string path = couldBeFile(word) ? engine::normalisedPath(command.folder.empty() ? word : command.folder + '/' + word) : std::string();
        if (!path.empty())
            files.push_back(path);
    }
    return files;
}

std::map<std::string, Digest> digestCode(const std::string& workspace, const std::vector<std::string>& files, ArtifactStore& artifacts,
                                         const std::atomic<bool>& stop)
{
    std::map<std::string, Digest> code;
    for (const std::string& file : files) {
        const std::string path = workspace + '/' + file;
        std::error_code error;
        if (!fs::is_regular_file(path, error) || fs::file_size(path, error) > largestCodeFile)
            continue;
        if (const auto digest = artifacts.digestInPlace(path, {}, stop))
            code[file] = digest->digest;
    }
    return code;
}

std::string digestOf(const std::map<std::string, Digest>& code) { return code.empty() ? std::string() : sha256(dumpJson(toJson(code))).hex(); }

Json toJson(const std::map<std::string, Digest>& code)
{
    Json json = Json::object();
    for (const auto& [file, digest] : code)
        json[file] = digest.hex();
    return json;
}

Json inputsRecord(const std::map<std::string, ArtifactRef>& inputs, const std::map<std::string, Digest>& code)
{
    Json digests = Json::object();
    for (const auto& [name, artifact] : inputs)
        digests[name] = artifact.digest.hex();
    return {{"inputs", digests}, {"code", toJson(code)}, {"codeAtStart", digestOf(code)}};
}

} // namespace penstock::host
