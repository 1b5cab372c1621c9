#pragma once

#include "core/base/digest.h"

#include <string_view>

namespace penstock {

Digest hmacSha256(std::string_view key, std::string_view bytes); // RFC 2104

} // namespace penstock
