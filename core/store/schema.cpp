#include "core/store/schema.h"

namespace penstock::store {

namespace {

// The id is random: a log that is restored or replaced can be told from the one that the anchor knows.
Result<void> step1(Database& database)
{
    return database.run(
        "CREATE TABLE store(one INTEGER PRIMARY KEY CHECK(one = 1), id BLOB NOT NULL) STRICT;"
        "INSERT INTO store VALUES(1, randomblob(16));"
        "CREATE TABLE events(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL,"
        " actor TEXT NOT NULL, type TEXT NOT NULL, payload TEXT NOT NULL, hash BLOB NOT NULL) STRICT;"
        "CREATE TABLE losses(after_seq INTEGER NOT NULL, lost_seq INTEGER NOT NULL, lost_hash BLOB NOT NULL) STRICT;");
}

} // namespace

const Schema& eventSchema()
{
    static const Schema schema{0x506e7374, {step1}}; // "Pnst"
    return schema;
}

Result<void> checkSchema(Database& database, const Schema& schema)
{
    const auto application = database.integer("PRAGMA application_id");
    if (!application)
        return application.error();
    const auto version = database.integer("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*application != schema.applicationId)
        return Error{ErrorCode::corrupt, {"store.not_a_store", {}}, "application_id " + std::to_string(*application)};
    if (*version > schema.version())
        return Error{ErrorCode::unsupported,
                     {"store.schema_newer",
                      {{"version", std::to_string(*version)}, {"known", std::to_string(schema.version())}}},
                     {}};
    return {};
}

Result<void> migrate(Database& database, const Schema& schema)
{
    for (;;) {
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return transaction.error();
        const auto version = database.integer("PRAGMA user_version");
        if (!version)
            return version.error();
        if (*version >= schema.version())
            return {};
        if (auto done = schema.steps[static_cast<std::size_t>(*version)](database); !done)
            return done;
        if (auto set = database.run("PRAGMA user_version = " + std::to_string(*version + 1)); !set)
            return set;
        if (auto committed = transaction->commit(); !committed)
            return committed;
    }
}

} // namespace penstock::store
