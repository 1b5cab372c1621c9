#include "app/cli/loss_acceptance.h"

#include "core/platform/login_path.h"
#include "core/platform/shim_folder.h"
#include "core/platform/system_clock.h"
#include "core/platform/system_random.h"
#include "core/platform/workspace_lock.h"
#include "core/session/view.h"
#include "core/store/event_reader.h"
#include "core/store/sqlite_event_store.h"

#include <charconv>
#include <filesystem>

namespace penstock::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t portion = 5000;

struct Loss {
    Seq after = 0, until = 0;
    session::View view; // of what is left
};

Result<Loss> lookAt(const std::string& stateFolder)
{
    auto reader = store::EventReader::open(stateFolder);
    if (!reader)
        return reader.error();
    const std::atomic<bool> stop{false};
    const auto report = reader->verify(stop);
    if (!report)
        return report.error();
    if (report->firstBad)
        return Error{ErrorCode::corrupt,
                     {"store.chain_broken", {{"path", stateFolder}, {"seq", std::to_string(*report->firstBad)}}},
                     {}};
    if (!report->lostUntil)
        return Error{ErrorCode::conflict, {"cli.loss_none", {}}, {}};
    Loss loss;
    loss.after = report->checked;
    loss.until = *report->lostUntil;
    while (true) {
        const auto events = reader->read(loss.view.seq, portion);
        if (!events)
            return events.error();
        for (const auto& event : *events) {
            if (const auto folded = loss.view.fold(event); !folded)
                return folded.error();
        }
        if (events->size() < portion)
            return loss;
    }
}

// A supervisor could still tell of an attempt whose name is given again.
Result<void> expectNoSupervisor(const std::string& stateFolder)
{
    const platform::ShimSettings settings{{}, stateFolder + "/shims", {}};
    for (const int slot : platform::existingSlots(settings.folder)) {
        if (!platform::ShimFolder(settings, slot).tryLock())
            return Error{ErrorCode::busy,
                         {"cli.loss_steps_run", {{"path", settings.folder + '/' + std::to_string(slot)}}},
                         {}};
    }
    return {};
}

std::vector<std::string> foldersIn(const fs::path& folder)
{
    std::vector<std::string> names;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
        if (entry.is_directory(none))
            names.push_back(entry.path().filename().string());
    }
    return names;
}

bool isKnown(const engine::Run& run, const std::string& instanceFolder, const std::string& attempt)
{
    std::size_t number = 0;
    std::from_chars(attempt.data(), attempt.data() + attempt.size(), number);
    return std::any_of(run.instances.begin(), run.instances.end(), [&](const engine::Instance& each) {
        return each.id.folder() == instanceFolder && number <= each.attempts.size();
    });
}

std::vector<std::string> unknownFolders(const fs::path& runs, const session::View& view)
{
    std::vector<std::string> unknown;
    for (const std::string& runName : foldersIn(runs)) {
        const auto id = RunId::parse(runName);
        const engine::Run* run = id ? view.workspace.run(*id) : nullptr;
        if (!run) {
            unknown.push_back(runName);
            continue;
        }
        for (const std::string& instance : foldersIn(runs / runName)) {
            for (const std::string& attempt : foldersIn(runs / runName / instance)) {
                if (!isKnown(*run, instance, attempt))
                    unknown.push_back(runName + '/' + instance + '/' + attempt);
            }
        }
    }
    return unknown;
}

Result<void> moveTo(const fs::path& runs, const fs::path& copy, const std::vector<std::string>& folders)
{
    for (const std::string& folder : folders) {
        const fs::path place = copy / "runs" / folder;
        std::error_code error;
        fs::create_directories(place.parent_path(), error);
        if (!error)
            fs::rename(runs / folder, place, error);
        if (error)
            return Error{ErrorCode::io,
                         {"store.system_failed", {{"path", place.string()}, {"reason", error.message()}}},
                         {}};
    }
    return {};
}

} // namespace

Result<LossAccepted> acceptLoss(const std::string& stateFolder, Seq until, const std::string& comment)
{
    const auto lock = platform::WorkspaceLock::take(stateFolder + "/owner.lock");
    if (!lock)
        return lock.error();
    const auto loss = lookAt(stateFolder);
    if (!loss)
        return loss.error();
    if (loss->until != until)
        return Error{ErrorCode::invalid,
                     {"cli.loss_other",
                      {{"found", std::to_string(loss->after)}, {"known", std::to_string(loss->until)}}},
                     {}};
    if (const auto alone = expectNoSupervisor(stateFolder); !alone)
        return alone.error();
    const auto copy = store::quarantine({stateFolder});
    if (!copy)
        return copy.error();
    // Moved before the log goes on: were we to die in between, it could be done again; the other way round a new run
    // would find the folders of a lost one.
    LossAccepted accepted{loss->after, loss->until, *copy, unknownFolders(stateFolder + "/runs", loss->view)};
    if (const auto moved = moveTo(stateFolder + "/runs", *copy, accepted.moved); !moved)
        return moved.error();
    platform::SystemRandom random;
    store::EventStoreOptions options;
    options.acceptLoss = store::LossAcceptance{until, "user:" + platform::LoginShell::ofThisUser().user, comment,
                                               std::to_string(random.next()), platform::SystemClock().wall()};
    const auto log = store::SqliteEventStore::open(stateFolder, options);
    return log ? Result<LossAccepted>(std::move(accepted)) : log.error();
}

} // namespace penstock::cli
