#include "core/host/git.h"

#include <filesystem>

namespace penstock::host::git {

namespace fs = std::filesystem;

Repository openAround(const std::string& folder)
{
    git_repository* repository = nullptr;
    if (git_repository_open_ext(&repository, folder.c_str(), 0, nullptr) != 0)
        return nullptr;
    Repository opened(repository);
    return git_repository_workdir(repository) ? std::move(opened) : nullptr;
}

std::string placeWithin(git_repository& repository, const std::string& folder)
{
    std::string place = fs::path(folder + '/').lexically_relative(git_repository_workdir(&repository)).generic_string();
    while (place.ends_with('/'))
        place.pop_back();
    return place == "." ? std::string() : place;
}

std::string hex(const git_oid& id)
{
    char text[GIT_OID_HEXSZ + 1];
    return git_oid_tostr(text, sizeof text, &id);
}

std::optional<git_oid> oidOf(const std::string& hex)
{
    git_oid id;
    return git_oid_fromstr(&id, hex.c_str()) == 0 ? std::optional(id) : std::nullopt;
}

Error failure(const char* id, std::vector<std::pair<std::string, std::string>> arguments)
{
    const git_error* last = git_error_last();
    const std::string reason = last && last->message ? last->message : "";
    arguments.emplace_back("reason", reason);
    return {ErrorCode::io, {id, std::move(arguments)}, reason};
}

} // namespace penstock::host::git
