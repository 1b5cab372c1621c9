// Identities by value: comparable, printable, readable back. An invalid one cannot be parsed.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace penstock {

using Seq = std::uint64_t; // position of an event in the workspace's log, from 1

// A step, parameter, input or output name: a letter or '_', then letters, digits, '_' or '-', at most 64.
bool isName(std::string_view text);

// Of an event from outside: names with dots between them, "data.arrived"; at most 128 characters.
bool isEventName(std::string_view text);

// "digits-42": pipeline name and a number that is unique in the workspace.
struct RunId {
    std::string pipeline;
    std::uint64_t number = 0;

    auto operator<=>(const RunId&) const = default;
    std::string text() const;
    static std::optional<RunId> parse(std::string_view text);
};

// A step in a run: "train", second iteration "train~2", map item "sweep[3]", both "sweep~2[3]"; in a sub-pipeline
// "outer/train", "outer~2[3]/train~4": `step` holds all of it but the marks at the end.
struct InstanceId {
    std::string step;
    int iteration = 1;
    int index = -1; // -1: not mapped

    auto operator<=>(const InstanceId&) const = default;
    std::string text() const;
    std::string folder() const; // the same, safe as one file name: '/' becomes '+'
    static std::optional<InstanceId> parse(std::string_view text);
};

// "digits-42/train/1"
struct AttemptId {
    RunId run;
    InstanceId instance;
    int number = 1;

    auto operator<=>(const AttemptId&) const = default;
    std::string text() const;
    static std::optional<AttemptId> parse(std::string_view text);
};

// An approval request: "digits-42/ask" or, asked anew after it was superseded, "digits-42/ask:2".
struct RequestId {
    RunId run;
    InstanceId instance;
    int number = 1;

    auto operator<=>(const RequestId&) const = default;
    std::string text() const;
    static std::optional<RequestId> parse(std::string_view text);
};

// An event from outside that was put into the inbox: "event-7".
struct EventId {
    std::uint64_t number = 0; // unique in the workspace, from 1

    auto operator<=>(const EventId&) const = default;
    std::string text() const;
    static std::optional<EventId> parse(std::string_view text);
};

// "digits v1"
struct ModelLine {
    std::string model;
    int major = 0;

    auto operator<=>(const ModelLine&) const = default;
    std::string text() const;
    static std::optional<ModelLine> parse(std::string_view text);
};

// "digits 1.10"
struct VersionId {
    ModelLine line;
    int minor = 0;

    auto operator<=>(const VersionId&) const = default;
    std::string text() const;
    std::string number() const; // "1.10"
    static std::optional<VersionId> parse(std::string_view text);
};

} // namespace penstock
