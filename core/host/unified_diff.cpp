#include "core/host/unified_diff.h"

#include "core/host/git.h"

namespace penstock::host {

std::string unifiedDiff(const std::string& name, const std::string& before, const std::string& after)
{
    const git::Library library;
    git_patch* made = nullptr;
    git_buf text = GIT_BUF_INIT;
    if (before == after || git_patch_from_buffers(&made, before.data(), before.size(), name.c_str(), after.data(), after.size(), name.c_str(), nullptr) != 0)
        return {};
    const git::Patch patch(made);
    if (git_patch_to_buf(&text, made) != 0)
        return {};
    std::string lines(text.ptr, text.size);
    git_buf_dispose(&text);
    // What git says above of modes and digests is of files in a repository.
    const std::size_t begin = lines.find("--- ");
    return begin == std::string::npos ? lines : lines.substr(begin);
}

} // namespace penstock::host
