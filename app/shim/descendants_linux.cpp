#include "app/shim/descendants.h"

#include "core/platform/file_descriptor.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <string>

namespace penstock::shim {

std::vector<pid_t> children()
{
    const std::string path = "/proc/self/task/" + std::to_string(getpid()) + "/children"; // single thread: tid is pid
    platform::FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::vector<pid_t> found;
    pid_t number = 0;
    char buffer[4096];
    for (ssize_t size = 1; file && size > 0;) {
        size = read(file.get(), buffer, sizeof buffer);
        for (ssize_t i = 0; i < size; ++i) {
            if (buffer[i] >= '0' && buffer[i] <= '9') {
                number = number * 10 + (buffer[i] - '0');
            } else if (number > 0) {
                found.push_back(number);
                number = 0;
            }
        }
    }
    if (number > 0)
        found.push_back(number);
    return found;
}

void killChildren(int signal)
{
    for (const pid_t child : children())
        kill(child, signal);
}

} // namespace penstock::shim
