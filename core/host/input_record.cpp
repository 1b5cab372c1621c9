#include "core/host/input_record.h"

#include "core/host/code_files.h"

#include <fstream>
#include <sstream>

namespace penstock::host {

namespace {

Json recordJson(const InputRecord& record)
{
    Json inputs = Json::object();
    for (const auto& [name, artifact] : record.inputs) {
        inputs[name] = {{"digest", artifact.digest.hex()}, {"size", artifact.size}, {"folder", artifact.shape == ArtifactShape::folder}};
        if (const auto file = record.files.find(name); file != record.files.end())
            inputs[name]["file"] = file->second;
    }
    return {{"inputs", inputs}, {"code", toJson(record.code)}, {"cache", record.cache}, {"ownTracking", record.ownTracking}};
}

void readInput(const std::string& name, const Json& entry, InputRecord& record)
{
    const auto digest = Digest::parse(textAt(entry, "digest"));
    if (!digest)
        return;
    record.inputs[name] = {*digest, boolAt(entry, "folder") ? ArtifactShape::folder : ArtifactShape::file,
                           static_cast<std::uint64_t>(integerAt(entry, "size"))};
    if (const std::string path = textAt(entry, "file"); !path.empty())
        record.files[name] = path;
}

} // namespace

Result<void> writeInputRecord(const std::string& attemptFolder, const InputRecord& record)
{
    const std::string path = attemptFolder + "/inputs.json";
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << dumpJsonPretty(recordJson(record)) << '\n';
    file.flush();
    if (!file)
        return Error{ErrorCode::io, {"host.write_failed", {{"path", path}}}, {}};
    return {};
}

InputRecord readInputRecord(const std::string& attemptFolder)
{
    InputRecord record;
    std::ifstream file(attemptFolder + "/inputs.json", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    const auto json = parseJson(text.str());
    if (!json)
        return record;
    record.cache = memberAt(*json, "cache");
    record.ownTracking = boolAt(*json, "ownTracking");
    const Json& inputs = memberAt(*json, "inputs");
    for (auto it = inputs.begin(); inputs.is_object() && it != inputs.end(); ++it)
        readInput(it.key(), it.value(), record);
    const Json& code = memberAt(*json, "code");
    for (auto it = code.begin(); code.is_object() && it != code.end(); ++it) {
        if (const auto digest = it->is_string() ? Digest::parse(it->get<std::string>()) : std::nullopt)
            record.code[it.key()] = *digest;
    }
    return record;
}

} // namespace penstock::host
