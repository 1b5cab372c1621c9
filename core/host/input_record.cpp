#include "core/host/input_record.h"

#include "core/base/json.h"

#include <fstream>
#include <sstream>

namespace penstock::host {

Result<void> writeInputRecord(const std::string& attemptFolder, const std::map<std::string, ArtifactRef>& inputs,
                              const std::map<std::string, std::string>& fileInputs)
{
    Json record = Json::object();
    for (const auto& [name, artifact] : inputs) {
        record[name] = {{"digest", artifact.digest.hex()}, {"size", artifact.size}, {"folder", artifact.shape == ArtifactShape::folder}};
        if (const auto file = fileInputs.find(name); file != fileInputs.end())
            record[name]["file"] = file->second;
    }
    const std::string path = attemptFolder + "/inputs.json";
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << dumpJsonPretty(record) << '\n';
    file.flush();
    if (!file)
        return Error{ErrorCode::io, {"host.write_failed", {{"path", path}}}, {}};
    return {};
}

void readInputRecord(const std::string& attemptFolder, std::map<std::string, ArtifactRef>& inputs,
                     std::map<std::string, std::string>& fileInputs)
{
    std::ifstream file(attemptFolder + "/inputs.json", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    const auto record = parseJson(text.str());
    if (!record || !record->is_object())
        return;
    for (const auto& [name, entry] : record->items()) {
        const auto digest = Digest::parse(textAt(entry, "digest"));
        if (!digest)
            continue;
        inputs[name] = {*digest, boolAt(entry, "folder") ? ArtifactShape::folder : ArtifactShape::file,
                        static_cast<std::uint64_t>(integerAt(entry, "size"))};
        if (const std::string path = textAt(entry, "file"); !path.empty())
            fileInputs[name] = path;
    }
}

} // namespace penstock::host
