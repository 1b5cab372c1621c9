#include "tests/core/format/fuzz_case.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace penstock::format {

TEST(YamlProperty, AnyTextIsReadOrRefusedWithAPlace)
{
    static const std::vector<std::string> parts{"a", "b: ", "- ", "? ", ": ", "\n", "  ", "[", "]", "{", "}", ", ", "&x ", "*x", "!!str ", "|\n", ">-\n",
                                                "# c\n", "'", "\"", "\\", "---\n", "...\n", "\t", "\r\n", "run", "steps:\n", "\xC3\xA9", "~", "<<: ",
                                                "penstock: 1\n", "name: p\n", "|+\n", "5"};
    std::mt19937 random(9);
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (unsigned length = random() % 16; length > 0; --length)
            text += parts[random() % parts.size()];
        checkAnyYaml(text);
    }
}

TEST(YamlProperty, ChangedPipelinesAreReadOrRefusedWithAPlace)
{
    const std::string pipeline = "penstock: 1\nname: p\nparameters: {c: {type: number, default: 1.0}}\nsteps:\n  a: &a\n    run: [x, \"${{ params.c }}\"]\n"
                                 "    outputs: {m: {path: b/m}, n: }\n  b:\n    needs: [a] # c\n    choose:\n      - if: \"true\"\n        then: c\n      - {else: d}\n"
                                 "  c: *a\n  d:\n    run: |\n      echo 'x'\n\n    end: failed\n";
    std::mt19937 random(10);
    for (int i = 0; i < 2'000; ++i) {
        std::string text = pipeline;
        for (unsigned changes = 1 + random() % 3; changes > 0; --changes) {
            const std::size_t at = random() % text.size();
            if (random() % 2)
                text.erase(at, 1 + random() % 8);
            else
                text.insert(at, 1, "\n :-[]{},&*#'\"|>\t?!"[random() % 20]);
        }
        checkAnyYaml(text);
    }
}

} // namespace penstock::format
