// What an owner tells beside the events: something to show that is not a fact. Never stored, and dropped when a reader is
// slow, so nothing may depend on one. The JSON forms are those of docs/formats.md, "Stream of events".
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>

namespace penstock::session {

struct Notice {
    std::string subject; // "digits-42/train/1", "workspace"
    std::string type;    // "progress", "metrics", "trouble"; readers pass over what they do not know
    Json content;
};

// An input of an attempt is being read before its command starts. Told a few times a second; what is read within a moment
// is not told at all, and the end shows in the attempt itself.
struct InputProgress {
    AttemptId attempt;
    std::string path;        // relative to the workspace
    std::uint64_t done = 0;  // bytes
    std::uint64_t total = 0; // 0: not known
};

// The virtual environment of an attempt is being made before its command starts. Told about once a second.
struct EnvironmentProgress {
    AttemptId attempt;
    std::string path; // of the requirements, relative to the workspace
    std::string line; // the last that was printed
    Duration since{};
};

// What an attempt logged has become more: to be read where it is kept (store/metric_reader.h). Told a few times a second.
struct SeriesGrown {
    AttemptId attempt;
    std::uint64_t points = 0; // since it was told last
};

Notice noticeOf(const SeriesGrown& grown);
std::optional<SeriesGrown> growthIn(const Notice& notice);

Notice noticeOf(const InputProgress& progress);
std::optional<InputProgress> progressIn(const Notice& notice);
Notice noticeOf(const EnvironmentProgress& progress);
std::optional<EnvironmentProgress> environmentIn(const Notice& notice);

// What happened cannot be recorded at present, and the owner tries again; told with every try. Over with the next events.
Notice noticeOfTrouble(const Error& why);
std::optional<Error> troubleIn(const Notice& notice); // its code is that of no particular error: io

} // namespace penstock::session
