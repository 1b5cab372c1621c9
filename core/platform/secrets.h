#pragma once

#include "core/platform/keyring.h"
#include "core/platform/secret_file.h"

namespace penstock::platform {

inline constexpr std::size_t longestSecret = 64U << 10U; // it has to fit into an environment

// What a value of a secret can be: text in UTF-8 without NUL that is not empty and not too long.
// Errors: invalid ("platform.secret_empty", "platform.secret_not_text", "platform.secret_too_long").
Result<void> checkSecretValue(const std::string& value);

enum class SecretPlace { keyring, file };

// The secrets of the user of this process. A name is looked up among those of the workspace, then among those for all.
// A value is in the keyring, or, where the person said so, in the file; never in the second because the first failed.
// Thread-safe; blocks on the keyring. Errors: those of Keyring and SecretFile.
class Secrets final {
public:
    Secrets(const std::string& folder, Keyring keyring); // as SecretFile

    Result<std::vector<SecretEntry>> list() const { return m_file.read(); }
    // Errors also: invalid as above, or ("platform.secret_bad_name").
    Result<void> set(const SecretId& id, const std::string& value, SecretPlace place) const;
    Result<void> remove(const SecretId& id) const; // notFound ("platform.secret_unknown") when there is none

    // All of them, or the error of the first: notFound ("platform.secret_unknown": never set, "platform.secret_gone": the
    // keyring does not have it any more).
    Result<std::map<std::string, std::string>> values(const std::vector<std::string>& names, const std::string& workspace) const;

private:
    SecretFile m_file;
    Keyring m_keyring;
};

} // namespace penstock::platform
