#include "core/pipeline/wait.h"

#include "core/pipeline/workspace_path.h"

#include <string_view>

namespace penstock::pipeline {

namespace {

Error wrong(std::string path, const char* id, const std::string& text = {})
{
    return {ErrorCode::invalid, {id, {{"text", text}}}, std::move(path)};
}

bool isExpression(std::string_view text) { return text.find("${{") != std::string_view::npos; }

Result<void> readMember(const std::string& key, const Json& value, WaitFor& wait)
{
    if (!value.is_string() || value.get_ref<const std::string&>().empty())
        return wrong(key, "pipeline.wait_text", key);
    const std::string text = value.get<std::string>();
    if (key == "for") {
        wait.duration = text;
        return isExpression(text) || parseDuration(text) ? Result<void>() : wrong(key, "pipeline.wait_duration", text);
    }
    if (key == "until") {
        wait.until = text;
        return isExpression(text) || parseInstant(text) ? Result<void>() : wrong(key, "pipeline.wait_instant", text);
    }
    if (key == "file") {
        wait.file = text;
        return !isExpression(text) && WorkspacePath::of(text).path.empty() ? wrong(key, "pipeline.wait_path", text) : Result<void>();
    }
    if (key == "if") {
        wait.condition = text;
        return {};
    }
    if (key != "timeout")
        return wrong(key, "pipeline.wait_key", key);
    wait.timeout = parseDuration(text);
    return wait.timeout ? Result<void>() : wrong(key, "pipeline.wait_duration", text);
}

} // namespace

Result<WaitFor> readWait(const Json& json)
{
    WaitFor wait;
    if (json.is_string()) {
        const auto read = readMember("for", json, wait);
        return read ? Result<WaitFor>(wait) : wrong({}, "pipeline.wait_duration", json.get<std::string>());
    }
    if (!json.is_object())
        return wrong({}, "pipeline.wait_what");
    for (const auto& [key, value] : json.items()) {
        if (const auto read = readMember(key, value, wait); !read)
            return read.error();
    }
    const int said = !wait.duration.empty() + !wait.until.empty() + !wait.file.empty() + !wait.condition.empty();
    if (said != 1)
        return wrong({}, "pipeline.wait_what");
    if (wait.timeout && wait.file.empty() && wait.condition.empty())
        return wrong("timeout", "pipeline.wait_timeout");
    return wait;
}

} // namespace penstock::pipeline
