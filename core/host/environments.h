// Virtual environments, each made once for all steps that need it (docs/formats.md, "Environments").
//
// One is made at the place where it stays, in a folder of its own that nobody else has used, and counts when the record beside
// it is there, which is written last. A folder without a record is what a killed owner left: nobody takes it for whole,
// and what still writes there harms nobody.
#pragma once

#include "core/base/time.h"
#include "core/host/environment_spec.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace penstock::host {

struct Environment {
    std::string folder; // absolute; bin/python is in it
    std::string story;  // how it was made, for the log of the step that waited for it; empty: it was there
};

class Environments final {
public:
    using Done = std::function<void(Result<Environment>)>;
    // What is going on, about once a second, and since when.
    using Progress = std::function<void(const std::string& line, Duration since)>;

    explicit Environments(const std::string& stateFolder);
    ~Environments(); // ends what is being made
    Environments(const Environments&) = delete;
    Environments& operator=(const Environments&) = delete;

    // `done` is called once: at once where the environment is there, else on another thread; several that want the same one
    // wait for one making. It goes on as long as one of them has not stopped. Thread-safe.
    // Errors: invalid ("host.environment_failed" with the last lines of what was printed; all of it in the detail),
    // cancelled, full, io.
    void want(const EnvironmentSpec& spec, const EnvironmentQuestion& question, std::shared_ptr<std::atomic<bool>> stop, Progress progress, Done done);

    // Removes what was left half made, and every environment that is not among `kept` and was not used since `before`.
    // Nothing that is being made. Yields the bytes that were freed. For the collection of garbage; thread-safe.
    Result<std::uint64_t> removeUnused(const std::set<Digest>& kept, Instant before);

private:
    struct Waiter {
        std::shared_ptr<std::atomic<bool>> stop;
        Progress progress;
        Done done;
    };
    struct Making {
        Digest key;
        std::string folder;
        std::vector<Waiter> waiters;
        bool isOver = false;                // nobody joins any more
        std::atomic<bool> isGone{false};    // the last that its thread does
        std::jthread thread;
    };

    std::optional<std::string> whole(const Digest& key) const;
    void make(Making& making, const EnvironmentSpec& spec, const EnvironmentQuestion& question);
    bool isWanted(Making& making);
    void tell(Making& making, const std::string& line, Duration since);
    void finish(Making& making, const Result<Environment>& result);
    void tidy();

    const std::string m_folder;
    std::mutex m_mutex; // guards all below
    bool m_isLeaving = false;
    std::vector<std::unique_ptr<Making>> m_makings;
};

} // namespace penstock::host
