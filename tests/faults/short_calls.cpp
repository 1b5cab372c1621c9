// Preloaded into a program: reads and writes of regular files do only a part of what they were asked for, as POSIX allows, and
// now and then are interrupted before they have done anything.
#include <cerrno>
#include <cstddef>

#include <dlfcn.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

unsigned calls = 0; // not exact between threads, and need not be

// What the kernel tells in files has no size, and is always told whole.
bool isRegular(int file, bool reading)
{
    struct stat status {};
    return fstat(file, &status) == 0 && S_ISREG(status.st_mode) && (status.st_size > 0 || !reading);
}

// How much of it is done; 0: interrupted.
std::size_t part(int file, std::size_t size, bool reading)
{
    if (size < 2 || !isRegular(file, reading))
        return size;
    const unsigned call = ++calls;
    if (call % 11 == 0)
        return 0;
    const std::size_t most = call % 3 == 0 ? 1 : 4000 + call % 97;
    return size < most ? size : most;
}

template <class Function>
Function real(const char* name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

ssize_t interrupted()
{
    errno = EINTR;
    return -1;
}

} // namespace

extern "C" {

ssize_t read(int file, void* bytes, std::size_t size)
{
    static const auto original = real<ssize_t (*)(int, void*, std::size_t)>("read");
    const std::size_t done = part(file, size, true);
    return size > 0 && done == 0 ? interrupted() : original(file, bytes, done);
}

ssize_t write(int file, const void* bytes, std::size_t size)
{
    static const auto original = real<ssize_t (*)(int, const void*, std::size_t)>("write");
    const std::size_t done = part(file, size, false);
    return size > 0 && done == 0 ? interrupted() : original(file, bytes, done);
}

ssize_t pread64(int file, void* bytes, std::size_t size, off64_t offset)
{
    static const auto original = real<ssize_t (*)(int, void*, std::size_t, off64_t)>("pread64");
    const std::size_t done = part(file, size, true);
    return size > 0 && done == 0 ? interrupted() : original(file, bytes, done, offset);
}

ssize_t pwrite64(int file, const void* bytes, std::size_t size, off64_t offset)
{
    static const auto original = real<ssize_t (*)(int, const void*, std::size_t, off64_t)>("pwrite64");
    const std::size_t done = part(file, size, false);
    return size > 0 && done == 0 ? interrupted() : original(file, bytes, done, offset);
}

ssize_t pread(int file, void* bytes, std::size_t size, off_t offset) { return pread64(file, bytes, size, offset); }

ssize_t pwrite(int file, const void* bytes, std::size_t size, off_t offset) { return pwrite64(file, bytes, size, offset); }
}
