#include "core/store/system_failure.h"

#include "core/store/durable_file.h"

#include <cerrno>
#include <system_error>

namespace penstock::store {

namespace {

struct Kind {
    ErrorCode code;
    const char* id;
};

Kind kindOf(int number)
{
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return {ErrorCode::full, "store.disk_full"};
    case ENOENT:
    case ENOTDIR:
        return {ErrorCode::notFound, "store.missing"};
    case EACCES:
    case EPERM:
        return {ErrorCode::denied, "store.denied"};
    case EROFS:
        return {ErrorCode::denied, "store.read_only"};
    case EMFILE:
    case ENFILE:
        return {ErrorCode::busy, "store.too_many_open_files"};
    case ENAMETOOLONG:
        return {ErrorCode::invalid, "store.name_too_long"};
    default:
        return {ErrorCode::io, "store.system_failed"};
    }
}

} // namespace

Error systemFailure(int number, const std::string& path, const std::string& what)
{
    const Kind kind = kindOf(number);
    const std::string reason = std::generic_category().message(number);
    // What is full is the disk: its folder says which, the name of some temporary file does not.
    const std::string place = kind.code == ErrorCode::full ? folderOf(path) : path;
    return Error{kind.code, {kind.id, {{"path", place}, {"reason", reason}}}, what + ": " + reason};
}

Error lastSystemFailure(const std::string& path, const std::string& what) { return systemFailure(errno, path, what); }

} // namespace penstock::store
