#include "tests/core/store/failing_vfs.h"

#include <array>
#include <sqlite3.h>

namespace penstock::test {

struct FailingVfs::Impl {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
    std::array<std::atomic<int>, 3> count{};
    std::array<std::atomic<int>, 3> failAt{};
    std::array<std::atomic<bool>, 3> andAfter{};

    bool mustFail(Call call)
    {
        const auto index = static_cast<std::size_t>(call);
        const int number = ++count[index];
        const int at = failAt[index];
        return at > 0 && (number == at || (andAfter[index] && number > at));
    }
};

namespace {

// SQLite allocates szOsFile bytes: this head, then the real file.
struct File {
    sqlite3_file base;
    sqlite3_vfs* owner; // the first member of Impl
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* fileOf(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
sqlite3_file* realOf(sqlite3_file* file) { return fileOf(file)->real(); }
const sqlite3_io_methods* methodsOf(sqlite3_file* file) { return realOf(file)->pMethods; }

bool (*mustFail)(sqlite3_vfs* owner, FailingVfs::Call call) = nullptr;

int closeFile(sqlite3_file* f) { return methodsOf(f)->xClose(realOf(f)); }
int readFile(sqlite3_file* f, void* data, int size, sqlite3_int64 at)
{
    if (mustFail(fileOf(f)->owner, FailingVfs::Call::read))
        return SQLITE_IOERR_READ;
    return methodsOf(f)->xRead(realOf(f), data, size, at);
}
int writeFile(sqlite3_file* f, const void* data, int size, sqlite3_int64 at)
{
    if (mustFail(fileOf(f)->owner, FailingVfs::Call::write))
        return SQLITE_IOERR_WRITE;
    return methodsOf(f)->xWrite(realOf(f), data, size, at);
}
int truncateFile(sqlite3_file* f, sqlite3_int64 size) { return methodsOf(f)->xTruncate(realOf(f), size); }
int syncFile(sqlite3_file* f, int flags)
{
    if (mustFail(fileOf(f)->owner, FailingVfs::Call::sync))
        return SQLITE_IOERR_FSYNC;
    return methodsOf(f)->xSync(realOf(f), flags);
}
int fileSize(sqlite3_file* f, sqlite3_int64* size) { return methodsOf(f)->xFileSize(realOf(f), size); }
int lockFile(sqlite3_file* f, int lock) { return methodsOf(f)->xLock(realOf(f), lock); }
int unlockFile(sqlite3_file* f, int lock) { return methodsOf(f)->xUnlock(realOf(f), lock); }
int checkReserved(sqlite3_file* f, int* out) { return methodsOf(f)->xCheckReservedLock(realOf(f), out); }
int controlFile(sqlite3_file* f, int op, void* arg) { return methodsOf(f)->xFileControl(realOf(f), op, arg); }
int sectorSize(sqlite3_file* f) { return methodsOf(f)->xSectorSize(realOf(f)); }
int characteristics(sqlite3_file* f) { return methodsOf(f)->xDeviceCharacteristics(realOf(f)); }
int shmMap(sqlite3_file* f, int page, int size, int extend, void volatile** out)
{
    return methodsOf(f)->xShmMap(realOf(f), page, size, extend, out);
}
int shmLock(sqlite3_file* f, int offset, int n, int flags)
{
    return methodsOf(f)->xShmLock(realOf(f), offset, n, flags);
}
void shmBarrier(sqlite3_file* f) { methodsOf(f)->xShmBarrier(realOf(f)); }
int shmUnmap(sqlite3_file* f, int remove) { return methodsOf(f)->xShmUnmap(realOf(f), remove); }

const sqlite3_io_methods methods{2,           closeFile,  readFile,        writeFile,  truncateFile,
                                 syncFile,    fileSize,   lockFile,        unlockFile, checkReserved,
                                 controlFile, sectorSize, characteristics, shmMap,     shmLock,
                                 shmBarrier,  shmUnmap,   nullptr,         nullptr};

sqlite3_vfs* realVfs(sqlite3_vfs* vfs) { return static_cast<sqlite3_vfs*>(vfs->pAppData); }

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    File* mine = fileOf(file);
    mine->base.pMethods = nullptr;
    mine->owner = vfs;
    const int code = realVfs(vfs)->xOpen(realVfs(vfs), name, mine->real(), flags, outFlags);
    if (mine->real()->pMethods)
        mine->base.pMethods = &methods;
    return code;
}

} // namespace

FailingVfs::FailingVfs() : m_impl(new Impl)
{
    m_impl->vfs = *m_impl->real; // everything that is not wrapped goes to the system's layer
    m_impl->vfs.szOsFile = static_cast<int>(sizeof(File)) + m_impl->real->szOsFile;
    m_impl->vfs.zName = "penstock-failing";
    m_impl->vfs.pAppData = m_impl->real;
    m_impl->vfs.pNext = nullptr;
    m_impl->vfs.xOpen = openFile;
    mustFail = [](sqlite3_vfs* owner, Call call) { return reinterpret_cast<FailingVfs::Impl*>(owner)->mustFail(call); };
    sqlite3_vfs_register(&m_impl->vfs, 0);
}

FailingVfs::~FailingVfs()
{
    sqlite3_vfs_unregister(&m_impl->vfs);
    delete m_impl;
}

std::string FailingVfs::name() const { return m_impl->vfs.zName; }

void FailingVfs::fail(Call call, int nth, bool andAfter)
{
    heal();
    m_impl->andAfter[static_cast<std::size_t>(call)] = andAfter;
    m_impl->failAt[static_cast<std::size_t>(call)] = nth;
}

void FailingVfs::heal()
{
    for (std::size_t i = 0; i < m_impl->count.size(); ++i) {
        m_impl->failAt[i] = 0;
        m_impl->andAfter[i] = false;
        m_impl->count[i] = 0;
    }
}

int FailingVfs::calls(Call call) const { return m_impl->count[static_cast<std::size_t>(call)]; }

} // namespace penstock::test
