// Pipelines, layouts and settings: read, patched, written, read back.
#include "tests/core/format/fuzz_case.h"
#include "tests/fuzz/target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    penstock::format::checkAnyYaml(penstock::fuzz::textOf(data, size));
    return 0;
}
