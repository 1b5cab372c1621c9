#pragma once

#include "core/base/file_system.h"

#include <map>
#include <mutex>
#include <optional>
#include <set>

namespace penstock::test {

// A disk in memory that fails when it is told to: "for every N, fail the N-th operation" is a loop over failAfter().
// Holds to the contract of FileSystem: a write that fails leaves the old content. Folders appear with makeFolder();
// writing into one that is missing is notFound. Thread-safe.
class FailingFileSystem final : public FileSystem {
public:
    Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
    Result<void> writeAtomically(const std::string& path, std::string_view content) override;
    Result<void> makeFolder(const std::string& path) override;
    Result<void> remove(const std::string& path) override;
    Result<std::vector<std::string>> list(const std::string& folder) const override;
    bool exists(const std::string& path) const override; // cannot fail, is not counted

    // The next `operations` calls work; then each fails with `code` (full: only those that write) until heal().
    void failAfter(int operations, ErrorCode code = ErrorCode::io);
    // Like failAfter, but only one call fails.
    void failOnce(int operations, ErrorCode code = ErrorCode::io);
    void heal();
    int operations() const; // counted so far, the failed ones included

    // Without the contract of errors and counting, for the test itself.
    void put(const std::string& path, const std::string& content); // makes parent folders
    std::optional<std::string> content(const std::string& path) const;

private:
    enum class Access { reads, writes };
    std::optional<Error> trouble(const std::string& path, Access access) const;
    static std::string parent(const std::string& path);
    void addFolders(const std::string& path);

    mutable std::mutex m_mutex; // guards everything below
    std::map<std::string, std::string> m_files;
    std::set<std::string> m_folders{"/"};
    mutable int m_operations = 0;
    mutable int m_failures = 0; // how many calls fail once m_left is used up
    mutable int m_left = 0;     // calls that still work
    ErrorCode m_code = ErrorCode::io;
};

} // namespace penstock::test
