// What must hold for every text, whatever it is: the body of the fuzzer and of the property tests. Aborts when it does not.
#pragma once

#include <string_view>

namespace penstock::format {

void checkAnyYaml(std::string_view text);

} // namespace penstock::format
