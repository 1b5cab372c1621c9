// A connection to an SQLite file and its statements; SQLite's codes become Errors here and nowhere else.
// Not thread-safe (SQLITE_OPEN_NOMUTEX). A file that is open through SQLite in this process must never be opened and
// closed by other means: POSIX drops all of a process' record locks on a file when any descriptor of it is closed.
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace penstock::store {

class Statement final {
public:
    Statement() = default;
    explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}

    explicit operator bool() const { return m_statement != nullptr; }

    // Parameters and columns as SQLite counts them: parameters from 1, columns from 0. Bound text is copied.
    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, std::string_view text);
    Statement& bindBlob(int parameter, std::string_view bytes);
    Statement& bindReal(int parameter, double value); // NaN would become NULL

    Result<bool> step();   // true: a row is there
    Result<void> finish(); // steps to the end and resets
    void reset();

    std::int64_t integer(int column) const;
    std::string text(int column) const;
    std::string blob(int column) const;
    double real(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

class Database final {
public:
    enum class Access {
        write,     // exists already
        create,    // made when absent
        read,      // never writes, takes part in locking
        immutable, // promises that nobody writes: no locks, no -wal, no -shm
    };

    static Result<Database> open(const std::string& path, Access access, const std::string& vfs = {});

    void waitWhenBusy(std::chrono::milliseconds time);
    Result<void> run(const std::string& sql);
    Result<Statement> prepare(std::string_view sql);
    Result<std::int64_t> integer(std::string_view sql); // the first column of the first row; 0 without rows
    Result<std::string> text(std::string_view sql);
    Result<void> copyTo(const std::string& path); // as it is at one moment; what is at `path` goes
    bool inTransaction() const;
    std::int64_t changes() const; // rows that the last statement inserted, changed or deleted
    std::int64_t lastRowId() const;
    // Whether the last connection that closes leaves the write-ahead log as it is (readers, files that are in doubt) or
    // moves it into the file and removes it.
    enum class LogAtClose { move, keep };
    Result<void> atClose(LogAtClose log);
    Error failure(const std::string& what) const; // of the last call on this connection

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> m_database;
};

// Rolls back unless committed. BEGIN IMMEDIATE: the write lock is taken at the start, so that nothing in between fails
// with "busy" after work was done.
class Transaction final {
public:
    static Result<Transaction> begin(Database& database);
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;

    Result<void> commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database;
};

} // namespace penstock::store
