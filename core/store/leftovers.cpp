#include "core/store/leftovers.h"

#include "core/store/durable_file.h"
#include "core/store/safe_name.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <sstream>
#include <sys/stat.h>

namespace penstock::store {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largestRecord = 1ull << 30;

// Every entry that is no folder, links themselves and not what they lead to. False when `visit` said so or when
// something cannot be looked at.
bool visitAll(const std::string& path, const std::function<bool(const std::string&, const struct stat&)>& visit)
{
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0)
        return false;
    if (!S_ISDIR(status.st_mode))
        return visit(path, status);
    std::error_code error;
    for (fs::recursive_directory_iterator each(path, error), end; !error && each != end; each.increment(error)) {
        const std::string name = each->path().string();
        if (::lstat(name.c_str(), &status) != 0)
            return false;
        if (!S_ISDIR(status.st_mode) && !visit(name, status))
            return false;
    }
    return !error;
}

// "SIZE MODIFIED CHANGED INODE NAME" and a zero, which is the one byte that no name holds.
void append(std::string& text, const FileIdentity& identity, const std::string& name)
{
    text += std::to_string(identity.size) + ' ' + std::to_string(identity.modified) + ' ' +
            std::to_string(identity.changed) + ' ' + std::to_string(identity.inode) + ' ' + name;
    text += '\0';
}

} // namespace

Leftovers::Leftovers(std::string workspace, std::string stateFolder, ArtifactStore& store)
    : m_workspace(std::move(workspace)), m_folder(std::move(stateFolder) + "/leftovers"), m_store(store)
{}

std::string Leftovers::recordOf(const std::string& path) const { return m_folder + '/' + safeName(path); }

Result<void> Leftovers::remember(const std::string& path) const
{
    std::string text;
    const std::size_t root = m_workspace.size() + 1;
    const bool whole = visitAll(m_workspace + '/' + path, [&](const std::string& name, const struct stat& status) {
        append(text, identityOf(status), name.substr(root));
        return true;
    });
    if (!whole || text.empty()) {
        forget(path);
        return {};
    }
    if (auto made = makeFolders(m_folder); !made)
        return made;
    return writeDurably(recordOf(path), text);
}

// Of the path itself, of folders around it that were declared, and of declared paths inside it.
Leftovers::Known Leftovers::knownAt(const std::string& path) const
{
    std::vector<std::string> records;
    for (fs::path at = path; !at.empty(); at = at.parent_path())
        records.push_back(recordOf(at.string()));
    const std::string inside = safeName(path + '/');
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(m_folder, error)) {
        if (entry.path().filename().string().starts_with(inside))
            records.push_back(entry.path().string());
    }
    Known known;
    for (const std::string& record : records) {
        std::istringstream text(readSmallFile(record, largestRecord).valueOr({}));
        FileIdentity identity;
        std::string name;
        while (text >> identity.size >> identity.modified >> identity.changed >> identity.inode && text.get() == ' ' &&
               std::getline(text, name, '\0'))
            known[name] = identity;
    }
    return known;
}

bool Leftovers::isOurs(const std::string& path, const std::atomic<bool>& stop) const
{
    const Known known = knownAt(path);
    return visitAll(m_workspace + '/' + path, [&](const std::string& name, const struct stat& status) {
        const auto left = known.find(name.substr(m_workspace.size() + 1));
        if (left != known.end() && left->second == identityOf(status))
            return true;
        const auto digest = S_ISREG(status.st_mode) ? m_store.digestInPlace(name, {}, stop) : Result<ArtifactRef>(Error{});
        return digest && m_store.has(digest->digest);
    });
}

void Leftovers::forget(const std::string& path) const { (void)std::remove(recordOf(path).c_str()); }

} // namespace penstock::store
