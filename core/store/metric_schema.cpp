#include "core/store/metric_schema.h"

#include <limits>

namespace penstock::store {

namespace {

// The key of a point is all of it, so that what a client sends again after a broken connection is there once.
Result<void> step1(Database& database)
{
    return database.run(
        "CREATE TABLE attempts(id INTEGER PRIMARY KEY, run TEXT NOT NULL, instance TEXT NOT NULL, attempt INTEGER NOT "
        "NULL,"
        " offset INTEGER NOT NULL DEFAULT 0, skipping INTEGER NOT NULL DEFAULT 0, unreadable INTEGER NOT NULL DEFAULT "
        "0,"
        " UNIQUE(run, instance, attempt)) STRICT;"
        "CREATE TABLE series(id INTEGER PRIMARY KEY, attempt INTEGER NOT NULL, of TEXT NOT NULL, name TEXT NOT NULL,"
        " points INTEGER NOT NULL DEFAULT 0, late INTEGER NOT NULL DEFAULT 0, next_step INTEGER NOT NULL DEFAULT 0,"
        " UNIQUE(attempt, of, name)) STRICT;"
        "CREATE TABLE points(series INTEGER NOT NULL, step INTEGER NOT NULL, at INTEGER NOT NULL, value REAL NOT NULL,"
        " nan INTEGER NOT NULL, PRIMARY KEY(series, step, at, value, nan)) STRICT, WITHOUT ROWID;"
        "CREATE TABLE parameters(attempt INTEGER NOT NULL, of TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,"
        " PRIMARY KEY(attempt, of, name)) STRICT, WITHOUT ROWID;"
        "CREATE TABLE tags(attempt INTEGER NOT NULL, of TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,"
        " PRIMARY KEY(attempt, of, name)) STRICT, WITHOUT ROWID;"
        "CREATE TABLE experiments(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, created INTEGER NOT NULL) STRICT;"
        "INSERT INTO experiments VALUES(0, 'Default', 0);"
        "CREATE TABLE clients(uuid TEXT PRIMARY KEY, attempt INTEGER NOT NULL, of TEXT NOT NULL, experiment INTEGER "
        "NOT NULL,"
        " name TEXT NOT NULL, user TEXT NOT NULL, status INTEGER NOT NULL, began INTEGER NOT NULL, ended INTEGER NOT "
        "NULL,"
        " request TEXT NOT NULL, UNIQUE(attempt, of)) STRICT;");
}

} // namespace

const Schema& metricSchema()
{
    static const Schema schema{0x506e4d74, {step1}}; // "PnMt"
    return schema;
}

std::string metricFile(const std::string& stateFolder) { return stateFolder + "/metrics.db"; }

double valueFrom(double stored, std::int64_t nan)
{
    return nan != 0 ? std::numeric_limits<double>::quiet_NaN() : stored;
}

} // namespace penstock::store
