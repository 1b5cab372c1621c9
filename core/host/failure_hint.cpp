#include "core/host/failure_hint.h"

#include <fstream>

namespace penstock::host {

namespace {

constexpr std::streamoff tailSize = 8'192;

std::string tailOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file)
        return {};
    const std::streamoff size = file.tellg();
    const std::streamoff begin = size > tailSize ? size - tailSize : 0;
    std::string text(static_cast<std::size_t>(size - begin), '\0');
    file.seekg(begin);
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    return text;
}

} // namespace

Message hintIn(std::string_view log)
{
    static constexpr std::string_view sign = "ModuleNotFoundError: No module named '";
    const auto found = log.rfind(sign);
    if (found == std::string_view::npos)
        return {};
    const std::string_view rest = log.substr(found + sign.size());
    const std::string_view module = rest.substr(0, rest.find('\''));
    if (module.empty() || module.size() > 100)
        return {};
    return {"host.python_module_missing", {{"module", std::string(module)}}};
}

Message failureHint(const std::string& logFile) { return hintIn(tailOf(logFile)); }

} // namespace penstock::host
