// The file of a user's secrets (docs/formats.md): which there are, and the values of those that are not in the keyring.
#pragma once

#include "core/base/result.h"
#include "core/platform/file_descriptor.h"

#include <optional>
#include <string>
#include <vector>

namespace penstock::platform {

struct SecretId {
    std::string name;
    std::string workspace; // canonical path; empty: for all workspaces of the user

    bool operator==(const SecretId&) const = default;
};

struct SecretEntry {
    SecretId id;
    std::optional<std::string> value; // absent: in the keyring

    bool operator==(const SecretEntry&) const = default;
};

// Nobody but its owner may be able to read it: a file with other rights, or somebody else's, is refused whole.
// Written whole or not at all, with mode 0600 from its first byte on.
class SecretFile final {
public:
    explicit SecretFile(std::string folder); // $XDG_CONFIG_HOME/penstock

    // Nothing when there is no file. Errors: denied ("platform.secrets_exposed", "platform.secrets_of_another"), invalid
    // ("platform.secrets_unreadable": no JSON, too large, of a later version), io.
    Result<std::vector<SecretEntry>> read() const;

    // Reads, changes and writes under a lock. An error of `change` leaves the file as it was.
    template <class Change>
    Result<void> update(Change change) const
    {
        const auto lock = this->lock();
        if (!lock)
            return lock.error();
        auto entries = read();
        if (!entries)
            return entries.error();
        if (Result<void> changed = change(*entries); !changed)
            return changed;
        return write(*entries);
    }

    const std::string& path() const { return m_path; }

private:
    Result<FileDescriptor> lock() const;
    Result<void> write(const std::vector<SecretEntry>& entries) const;

    std::string m_folder, m_path;
};

} // namespace penstock::platform
