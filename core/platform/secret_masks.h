// How a secret may look when a program prints it: as it is, line by line, and in the encodings that programs use without
// being asked to. Pure. Best effort by nature: what is compressed, encrypted or cut to pieces is not found.
#pragma once

#include <string>
#include <vector>

namespace penstock::platform {

inline constexpr std::size_t shortestMask = 4; // a shorter text stands in every log by chance

// For a MaskFilter, longest first, each once. Nothing for a secret that is shorter than `shortestMask`.
//   plain      the whole, and each of its lines (keys in PEM, several tokens in one)
//   base64     RFC 4648, both alphabets, wherever in a longer text it begins: at each of the three alignments, without the
//              characters at the ends that also hold bits of the neighbours; also cut into lines of 76 or 64 characters
//   URL        RFC 3986, with and without the marks that libraries leave as they are, a blank as %20 or +
//   JSON       RFC 8259, characters beyond ASCII as they are or as \uXXXX; with and without \/
//   XML        1.0, "Predefined Entities", and the numbers of quotes
//   shell      a single quote as '\'' , as bash prints it under `set -x`
std::vector<std::string> masksOf(const std::string& secret);
std::vector<std::string> masksOf(const std::vector<std::string>& secrets);

} // namespace penstock::platform
