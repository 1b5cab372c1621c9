#include "core/format/yaml_path.h"

namespace penstock::format {

YamlPath extended(YamlPath path, std::string segment)
{
    path.push_back(std::move(segment));
    return path;
}

YamlPath parentOf(const YamlPath& path) { return {path.begin(), path.end() - 1}; }

std::string shown(const YamlPath& path)
{
    std::string text;
    for (const std::string& segment : path)
        text += (text.empty() ? "" : ".") + segment;
    return text;
}

Error pathError(ErrorCode code, std::string id, const YamlPath& path)
{
    return {code, {std::move(id), {{"path", shown(path)}}}, {}};
}

} // namespace penstock::format
