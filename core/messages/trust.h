#pragma once

#include "core/base/result.h"
#include "core/messages/user_folders.h"

#include <QString>

namespace penstock::messages {

// Which workspaces this user has said to trust. A pipeline can run any program as its user, so a folder that was only cloned
// or unpacked runs nothing until then. Trusted is a canonical path together with inode, device and owner of the folder: another
// folder put in its place is not. The list is a file of the user's, outside of every workspace, mode 0600, written whole; one
// that cannot be read, or that others could have written, trusts nothing. Reads the file each time; not thread-safe.
class Trust final {
public:
    explicit Trust(const UserFolders& folders);

    bool isTrusted(const QString& workspace) const;
    // Errors: notFound when there is no such folder; denied, full, io.
    Result<void> add(const QString& workspace);
    Result<void> remove(const QString& workspace); // fine when it is not trusted

private:
    QString m_path;
};

} // namespace penstock::messages
