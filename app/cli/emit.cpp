#include "app/cli/commands.h"
#include "app/cli/event_watch.h"

#include <fstream>
#include <iostream>
#include <iterator>

namespace penstock::cli {

namespace {

Error malformed(const std::string& word) { return {ErrorCode::invalid, {"cli.event_data_malformed", {{"text", word}}}, {}}; }

Result<std::string> textOf(const std::string& typed)
{
    if (!typed.starts_with('@'))
        return typed;
    if (typed == "@-")
        return std::string(std::istreambuf_iterator<char>(std::cin), {});
    std::ifstream file(typed.substr(1), std::ios::binary);
    if (!file)
        return Error{ErrorCode::notFound, {"cli.file_unreadable", {{"path", typed.substr(1)}}}, {}};
    return std::string(std::istreambuf_iterator<char>(file), {});
}

Result<Json> dataFrom(const std::optional<std::string>& typed)
{
    if (!typed)
        return Json::object();
    const auto text = textOf(*typed);
    if (!text)
        return text.error();
    auto json = parseJson(*text);
    if (!json || !json->is_object())
        return malformed(text->substr(0, 60));
    return json;
}

// NAME=TEXT or NAME:=JSON, as in the file of a step's values.
Result<void> addPart(Json& data, const std::string& word)
{
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos || equals == 0)
        return malformed(word);
    if (word[equals - 1] != ':') {
        data[word.substr(0, equals)] = word.substr(equals + 1);
        return {};
    }
    auto value = parseJson(word.substr(equals + 1));
    if (!value || equals == 1)
        return malformed(word);
    data[word.substr(0, equals - 1)] = std::move(*value);
    return {};
}

} // namespace

Result<Exit> emit(const Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments;
    session::EmitEvent event{arguments.operand(0), arguments.value("key").value_or(""), {}};
    if (!isEventName(event.name))
        return Error{ErrorCode::invalid, {"check.bad_event_name", {{"name", event.name}}}, {}};
    auto data = dataFrom(arguments.value("data"));
    if (!data)
        return data.error();
    event.data = std::move(*data);
    for (const std::string& word : arguments.values("parameter")) {
        if (const auto added = addPart(event.data, word); !added)
            return added.error();
    }
    const auto workspace = findWorkspace(arguments);
    if (!workspace)
        return workspace.error();
    return EventWatch(invocation, *workspace).giveAndTell(std::move(event), arguments.has("wait"));
}

} // namespace penstock::cli
