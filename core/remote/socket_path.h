#pragma once

#include "core/base/result.h"

#include <string>

namespace penstock::remote {

// Where a workspace's owner listens: $XDG_RUNTIME_DIR/penstock/<16 hex of SHA-256 of the path>.sock, else
// /tmp/penstock-<uid>/. The hash keeps it below the 108 bytes of sockaddr_un however deep the workspace lies.
// `workspace` is canonical.
std::string socketPath(const std::string& workspace);

// Makes the socket's folder, 0700, and refuses one that belongs to somebody else, is a link, or that others can enter:
// in /tmp anybody could have made it first. Errors: denied, io.
Result<void> prepareSocketFolder(const std::string& socketPath);

} // namespace penstock::remote
