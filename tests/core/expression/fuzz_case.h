// What must hold for every text, whatever it is: the body of the fuzzer and of the property tests. Aborts when it does
// not.
#pragma once

#include <string_view>

namespace penstock::expression {

void checkAnyText(std::string_view text);

} // namespace penstock::expression
