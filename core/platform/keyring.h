// The system's keyring (Secret Service, KWallet), asked through a program of its own: a D-Bus that hangs or a keyring that
// waits for a password that nobody types costs its caller some patience and nothing else.
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <map>
#include <string>
#include <vector>

namespace penstock::platform {

// Blocks, at most for `patience` each time. Thread-safe. Values travel through descriptors, never as arguments or files.
// Errors of all: notFound ("platform.keyring_absent": there is none), denied ("platform.keyring_locked"), busy
// ("platform.keyring_silent": no answer in time), io ("platform.keyring_failed").
class Keyring final {
public:
    explicit Keyring(std::string program, Duration patience = Duration(20'000)); // penstock-keyring, absolute

    Result<std::map<std::string, std::string>> read(const std::vector<std::string>& keys) const; // what is not there is left out
    Result<void> write(const std::string& key, const std::string& value) const;
    Result<void> remove(const std::string& key) const; // fine when it is not there

private:
    Result<Json> ask(const Json& question) const;

    std::string m_program;
    Duration m_patience;
};

} // namespace penstock::platform
