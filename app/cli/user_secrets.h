#pragma once

#include "core/platform/secrets.h"

#include <string>

namespace penstock::cli {

// The secrets of this user. `patience` is for the keyring: a person who is asked for its password needs some.
platform::Secrets userSecrets(const std::string& program, Duration patience);

} // namespace penstock::cli
