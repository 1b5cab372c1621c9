#pragma once

#include "core/base/file_system.h"
#include "core/edit/draft.h"
#include "ui/designer/drafts/draft_place.h"

#include <map>
#include <string>
#include <vector>

namespace penstock::designer {

// The drafts of one window as files. Each window holds a lock while it has drafts; those whose holder is gone can be adopted,
// by one window alone. Waits for the disk; one thread at a time.
class DraftFolder final {
public:
    // `key` tells this window from all others: hexadecimal digits. `files` outlives this.
    DraftFolder(DraftPlace place, std::string key, FileSystem& files);
    ~DraftFolder(); // drafts stay, for whoever opens the file next

    // What was left of this file, the oldest first. It stays on disk until keep() or drop().
    std::vector<edit::Draft> adopt(const std::string& file);
    // Errors: those of FileSystem, conflict when another holds the lock of this key; what was kept before is still there.
    Result<void> keep(const edit::Draft& draft);
    Result<void> drop(const std::string& file);
    void release(); // others may adopt from now on

private:
    struct Adopted {
        std::string path, folder, holder;
        std::shared_ptr<void> held;
    };

    void adoptFrom(const std::string& folder, const std::string& file, std::vector<edit::Draft>& drafts);
    void sweep(const std::string& folder, const std::vector<std::string>& names);
    Result<void> hold(const std::string& folder);
    void releaseOwn();
    Result<void> dropAdopted(const std::string& file);
    bool hasDrafts(const std::string& folder, const std::string& holder) const;

    DraftPlace m_place;
    std::string m_key;
    FileSystem& m_files;
    std::string m_lock; // path; empty: not held
    std::shared_ptr<void> m_held;
    std::map<std::string, std::string> m_kept;     // path of the draft, by file
    std::multimap<std::string, Adopted> m_adopted; // by file
};

} // namespace penstock::designer
