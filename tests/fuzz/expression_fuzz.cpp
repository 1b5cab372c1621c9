// Expressions, templates and the scanner of shell scripts.
#include "tests/core/expression/fuzz_case.h"
#include "tests/fuzz/target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    penstock::expression::checkAnyText(penstock::fuzz::textOf(data, size));
    return 0;
}
