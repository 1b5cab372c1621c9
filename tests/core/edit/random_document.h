// Pipelines as nobody would write them, and edits of them; the same seed gives the same ones.
#pragma once

#include "core/edit/edit.h"

#include <random>
#include <string>

namespace penstock::edit {

using Random = std::mt19937;

// Comments in odd places, flow and block style, quoted keys, anchors, CRLF, trailing spaces. Readable, and without duplicate keys.
std::string randomDocument(Random& random);

// Mostly edits that make sense, some that are refused.
Edit randomEdit(Random& random, const Document& document);

} // namespace penstock::edit
