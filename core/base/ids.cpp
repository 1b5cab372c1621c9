#include "core/base/ids.h"

#include <algorithm>
#include <charconv>

namespace penstock {

namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

template <class Number>
std::optional<Number> readNumber(std::string_view text)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return number;
}

// "~2[3]": which iteration and item; what is left is a name. False when a number is none.
bool takeMarks(std::string_view& text, int& iteration, int& index)
{
    if (!text.empty() && text.back() == ']') {
        const auto open = text.rfind('[');
        const auto number = open == std::string_view::npos ? std::nullopt : readNumber<int>(text.substr(open + 1, text.size() - open - 2));
        if (!number || *number < 0)
            return false;
        index = *number;
        text = text.substr(0, open);
    }
    if (const auto tilde = text.rfind('~'); tilde != std::string_view::npos) {
        const auto number = readNumber<int>(text.substr(tilde + 1));
        if (!number || *number < 1)
            return false;
        iteration = *number;
        text = text.substr(0, tilde);
    }
    return isName(text);
}

// The sub-pipelines that a step stands in: "outer~2[3]/inner".
bool isScopePath(std::string_view path)
{
    while (true) {
        const auto slash = path.find('/');
        std::string_view part = path.substr(0, slash);
        int iteration = 1, index = -1;
        if (!takeMarks(part, iteration, index))
            return false;
        if (slash == std::string_view::npos)
            return true;
        path.remove_prefix(slash + 1);
    }
}

} // namespace

bool isName(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && isLetter(text.front())
           && std::all_of(text.begin(), text.end(), [](char c) { return isLetter(c) || isDigit(c) || c == '-'; });
}

bool isEventName(std::string_view text)
{
    if (text.size() > 128)
        return false;
    while (true) {
        const auto dot = text.find('.');
        if (!isName(text.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        text.remove_prefix(dot + 1);
    }
}

std::string RunId::text() const { return pipeline + '-' + std::to_string(number); }

std::optional<RunId> RunId::parse(std::string_view text)
{
    const auto dash = text.rfind('-');
    if (dash == std::string_view::npos || !isName(text.substr(0, dash)))
        return std::nullopt;
    const auto number = readNumber<std::uint64_t>(text.substr(dash + 1));
    if (!number || *number == 0)
        return std::nullopt;
    return RunId{std::string(text.substr(0, dash)), *number};
}

std::string InstanceId::text() const
{
    std::string text = step;
    if (iteration != 1)
        text += '~' + std::to_string(iteration);
    if (index >= 0)
        text += '[' + std::to_string(index) + ']';
    return text;
}

std::string InstanceId::folder() const
{
    std::string name = text();
    std::replace(name.begin(), name.end(), '/', '+');
    return name;
}

std::optional<InstanceId> InstanceId::parse(std::string_view text)
{
    const auto slash = text.rfind('/');
    const auto name = slash == std::string_view::npos ? 0 : slash + 1;
    if (slash != std::string_view::npos && !isScopePath(text.substr(0, slash)))
        return std::nullopt;
    InstanceId id;
    std::string_view own = text.substr(name);
    if (!takeMarks(own, id.iteration, id.index))
        return std::nullopt;
    id.step = std::string(text.substr(0, name)) + std::string(own);
    return id;
}

std::string AttemptId::text() const { return run.text() + '/' + instance.text() + '/' + std::to_string(number); }

std::optional<AttemptId> AttemptId::parse(std::string_view text)
{
    const auto first = text.find('/');
    const auto last = text.rfind('/');
    if (first == std::string_view::npos || first == last)
        return std::nullopt;
    const auto run = RunId::parse(text.substr(0, first));
    const auto instance = InstanceId::parse(text.substr(first + 1, last - first - 1));
    const auto number = readNumber<int>(text.substr(last + 1));
    if (!run || !instance || !number || *number < 1)
        return std::nullopt;
    return AttemptId{*run, *instance, *number};
}

std::string RequestId::text() const
{
    return run.text() + '/' + instance.text() + (number == 1 ? std::string() : ':' + std::to_string(number));
}

std::optional<RequestId> RequestId::parse(std::string_view text)
{
    RequestId id;
    if (const auto colon = text.rfind(':'); colon != std::string_view::npos) {
        const auto number = readNumber<int>(text.substr(colon + 1));
        if (!number || *number < 1)
            return std::nullopt;
        id.number = *number;
        text = text.substr(0, colon);
    }
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const auto run = RunId::parse(text.substr(0, slash));
    const auto instance = InstanceId::parse(text.substr(slash + 1));
    if (!run || !instance)
        return std::nullopt;
    id.run = *run;
    id.instance = *instance;
    return id;
}

std::string EventId::text() const { return "event-" + std::to_string(number); }

std::optional<EventId> EventId::parse(std::string_view text)
{
    constexpr std::string_view start = "event-";
    const auto number = text.starts_with(start) ? readNumber<std::uint64_t>(text.substr(start.size())) : std::nullopt;
    return number && *number > 0 ? std::optional(EventId{*number}) : std::nullopt;
}

std::string ModelLine::text() const { return model + " v" + std::to_string(major); }

std::optional<ModelLine> ModelLine::parse(std::string_view text)
{
    const auto space = text.rfind(" v");
    if (space == std::string_view::npos || !isName(text.substr(0, space)))
        return std::nullopt;
    const auto major = readNumber<int>(text.substr(space + 2));
    if (!major || *major < 0)
        return std::nullopt;
    return ModelLine{std::string(text.substr(0, space)), *major};
}

std::string VersionId::number() const { return std::to_string(line.major) + '.' + std::to_string(minor); }

std::string VersionId::text() const { return line.model + ' ' + number(); }

std::optional<VersionId> VersionId::parse(std::string_view text)
{
    const auto space = text.rfind(' ');
    if (space == std::string_view::npos || !isName(text.substr(0, space)))
        return std::nullopt;
    const std::string_view number = text.substr(space + 1);
    const auto dot = number.find('.');
    if (dot == std::string_view::npos)
        return std::nullopt;
    const auto major = readNumber<int>(number.substr(0, dot));
    const auto minor = readNumber<int>(number.substr(dot + 1));
    if (!major || !minor || *major < 0 || *minor < 0)
        return std::nullopt;
    return VersionId{{std::string(text.substr(0, space)), *major}, *minor};
}

} // namespace penstock
