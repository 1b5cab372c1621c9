#include "core/store/event_database.h"

#include "core/store/durable_file.h"
#include "core/store/schema.h"
#include "core/store/system_failure.h"

#include <fcntl.h>
#include <unistd.h>

namespace penstock::store {

namespace {

// https://www.sqlite.org/pragma.html. mmap_size=0: a file that shrinks under a mapping is a SIGBUS, and mapping has
// amplified damage in the field. cell_size_check and trusted_schema distrust a file that somebody else may have
// written.
constexpr const char* settings[] = {
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA journal_size_limit=67108864",
    "PRAGMA fullfsync=ON",
    "PRAGMA checkpoint_fullfsync=ON",
    "PRAGMA wal_autocheckpoint=4000",
};

Error notHeld(const std::string& path, const std::string& setting)
{
    return {ErrorCode::io, {"store.setting_refused", {{"path", path}, {"setting", setting}}}, {}};
}

// A build of SQLite, a file system or another process may refuse a setting without an error.
Result<void> applySettings(Database& database, const std::string& path)
{
    const auto mode = database.text("PRAGMA journal_mode=WAL");
    if (!mode)
        return mode.error();
    if (*mode != "wal")
        return notHeld(path, "journal_mode=" + *mode);
    for (const char* setting : settings) {
        if (auto set = database.run(setting); !set)
            return set;
    }
    const auto synchronous = database.integer("PRAGMA synchronous");
    if (!synchronous)
        return synchronous.error();
    if (*synchronous != 2)
        return notHeld(path, "synchronous=" + std::to_string(*synchronous));
    return {};
}

void removeDatabase(const std::string& path)
{
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        ::unlink((path + suffix).c_str());
}

Result<void> fill(const std::string& path, const std::string& vfs)
{
    auto database = Database::open(path, Database::Access::create, vfs);
    if (!database)
        return database.error();
    // auto_vacuum must come before the first page is written, which journal_mode=WAL does.
    for (const std::string& sql : {std::string("PRAGMA auto_vacuum=INCREMENTAL"),
                                   "PRAGMA application_id=" + std::to_string(eventSchema().applicationId)}) {
        if (auto set = database->run(sql); !set)
            return set;
    }
    if (auto set = applySettings(*database, path); !set)
        return set;
    if (auto migrated = migrate(*database, eventSchema()); !migrated)
        return migrated;
    return database->run("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace

Result<void> createEventDatabase(const EventFiles& files, const std::string& vfs)
{
    const std::string fresh = files.database() + ".new";
    removeDatabase(fresh); // of a start that was interrupted
    Result<void> done = fill(fresh, vfs);
    if (done && exists(fresh + "-wal"))
        done =
            Error{ErrorCode::io, {"store.system_failed", {{"path", fresh}, {"reason", "the log did not close"}}}, {}};
    if (done && ::rename(fresh.c_str(), files.database().c_str()) != 0)
        done = lastSystemFailure(files.database(), "rename");
    if (!done) {
        removeDatabase(fresh);
        return done;
    }
    return syncFolder(files.folder);
}

Result<Database> openEventDatabase(const EventFiles& files, const std::string& vfs,
                                   std::chrono::milliseconds busyTimeout)
{
    auto database = Database::open(files.database(), Database::Access::write, vfs);
    if (!database)
        return database;
    database->waitWhenBusy(busyTimeout);
    if (auto kept = database->atClose(Database::LogAtClose::keep); !kept)
        return kept.error();
    // Nothing is written before the file is known to be ours and not newer than we are.
    if (auto known = checkSchema(*database, eventSchema()); !known)
        return known.error();
    if (auto set = applySettings(*database, files.database()); !set)
        return set.error();
    if (auto migrated = migrate(*database, eventSchema()); !migrated)
        return migrated.error();
    return database;
}

} // namespace penstock::store
