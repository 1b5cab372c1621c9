#include "core/platform/boot_id.h"

#include <fcntl.h>
#include <unistd.h>

namespace penstock::platform {

std::string bootId()
{
    const int fd = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return {};
    char buffer[64];
    const ssize_t size = read(fd, buffer, sizeof buffer);
    close(fd);
    std::string text(buffer, size > 0 ? static_cast<std::size_t>(size) : 0);
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    return text;
}

} // namespace penstock::platform
