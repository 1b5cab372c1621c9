#include "core/store/database.h"

#include "core/store/durable_file.h"

#include <cerrno>
#include <cstring>
#include <sqlite3.h>
#include <unistd.h>

namespace penstock::store {

namespace {

struct Kind {
    ErrorCode code;
    const char* id;
};

Kind kindOfSystemNumber(int number)
{
    if (number == ENOSPC || number == EDQUOT || number == EFBIG)
        return {ErrorCode::full, "store.disk_full"};
    if (number == EACCES || number == EPERM)
        return {ErrorCode::denied, "store.denied"};
    if (number == EROFS)
        return {ErrorCode::denied, "store.read_only"};
    if (number == ENOENT)
        return {ErrorCode::notFound, "store.missing"};
    if (number == EMFILE || number == ENFILE)
        return {ErrorCode::busy, "store.too_many_open_files"};
    return {ErrorCode::io, "store.system_failed"};
}

Kind kindOf(int code, int systemNumber)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::full, "store.disk_full"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::busy, "store.database_busy"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::corrupt, "store.database_damaged"};
    case SQLITE_READONLY:
        return {ErrorCode::denied, "store.read_only"};
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorCode::denied, "store.denied"};
    case SQLITE_CONSTRAINT:
        return {ErrorCode::conflict, "store.constraint"};
    default:
        return kindOfSystemNumber(systemNumber);
    }
}

Error failureOf(sqlite3* database, const std::string& what)
{
    // SQLite does not keep the number of a write that failed within COMMIT (over quota, file size limit).
    const int last = errno;
    const int code = sqlite3_extended_errcode(database);
    const int kept = sqlite3_system_errno(database);
    const int number = kept == 0 && code == SQLITE_IOERR_WRITE ? last : kept;
    const Kind kind = kindOf(code, number);
    const char* file = sqlite3_db_filename(database, "main");
    const std::string path = file ? file : "";
    const std::string reason = number != 0 ? std::strerror(number) : sqlite3_errmsg(database);
    return Error{kind.code,
                 {kind.id, {{"path", kind.code == ErrorCode::full ? folderOf(path) : path}, {"reason", reason}}},
                 what + ": " + sqlite3_errmsg(database) + " (" + std::to_string(code) + ')'};
}

int flagsOf(Database::Access access)
{
    const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI;
    if (access == Database::Access::create)
        return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    return common | (access == Database::Access::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
}

// A path as an URI, so that no character of it means anything.
std::string uriOf(const std::string& path, Database::Access access)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || std::strchr("/-._", c);
        if (plain && c != '\0')
            uri += c;
        else
            uri += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return access == Database::Access::immutable ? uri + "?immutable=1" : uri;
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement& Statement::bind(int parameter, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), parameter, value);
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text)
{
    sqlite3_bind_text64(m_statement.get(), parameter, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
    return *this;
}

Statement& Statement::bindBlob(int parameter, std::string_view bytes)
{
    sqlite3_bind_blob64(m_statement.get(), parameter, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bindReal(int parameter, double value)
{
    sqlite3_bind_double(m_statement.get(), parameter, value);
    return *this;
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return failureOf(sqlite3_db_handle(m_statement.get()), "step");
}

Result<void> Statement::finish()
{
    for (;;) {
        const Result<bool> row = step();
        if (row && *row)
            continue;
        reset();
        return row ? Result<void>() : Result<void>(row.error());
    }
}

void Statement::reset() { sqlite3_reset(m_statement.get()); }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }

std::string Statement::text(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)))
                : std::string();
}

std::string Statement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)))
                 : std::string();
}

double Statement::real(int column) const { return sqlite3_column_double(m_statement.get(), column); }

// close_v2 would let an unfinished statement keep the file open and locked; owners destroy statements first.
void Database::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

Result<Database> Database::open(const std::string& path, Access access, const std::string& vfs)
{
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(uriOf(path, access).c_str(), &handle, flagsOf(access), vfs.empty() ? nullptr : vfs.c_str());
    Database database;
    database.m_database.reset(handle);
    if (code == SQLITE_OK)
        return database;
    Error error = handle ? database.failure("open")
                         : Error{ErrorCode::io, {"store.system_failed", {{"reason", "memory"}}}, "open"};
    error.message.arguments = {{"path", path}, {"reason", error.detail}};
    return error;
}

void Database::waitWhenBusy(std::chrono::milliseconds time)
{
    sqlite3_busy_timeout(m_database.get(), static_cast<int>(time.count()));
}

Result<void> Database::run(const std::string& sql)
{
    if (sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure(sql.substr(0, 60));
    return {};
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(m_database.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr) != SQLITE_OK)
        return failure(std::string(sql.substr(0, 60)));
    return Statement(statement);
}

Result<std::int64_t> Database::integer(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->integer(0) : 0;
}

Result<std::string> Database::text(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->text(0) : std::string();
}

Result<void> Database::copyTo(const std::string& path)
{
    ::unlink(path.c_str()); // VACUUM INTO asks for a new file
    auto copy = prepare("VACUUM INTO ?");
    return copy ? copy->bind(1, std::string_view(path)).finish() : Result<void>(copy.error());
}

bool Database::inTransaction() const { return sqlite3_get_autocommit(m_database.get()) == 0; }

std::int64_t Database::changes() const { return sqlite3_changes64(m_database.get()); }

std::int64_t Database::lastRowId() const { return sqlite3_last_insert_rowid(m_database.get()); }

Result<void> Database::atClose(LogAtClose log)
{
    const int keep = log == LogAtClose::keep;
    if (sqlite3_db_config(m_database.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep, nullptr) != SQLITE_OK)
        return failure("no checkpoint on close");
    return {};
}

Error Database::failure(const std::string& what) const { return failureOf(m_database.get(), what); }

Result<Transaction> Transaction::begin(Database& database)
{
    if (const auto begun = database.run("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::~Transaction()
{
    // SQLite rolls some failures back by itself; then there is nothing left to do.
    if (m_database && m_database->inTransaction())
        (void)m_database->run("ROLLBACK");
}

Transaction::Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Result<void> Transaction::commit() { return m_database->run("COMMIT"); }

} // namespace penstock::store
