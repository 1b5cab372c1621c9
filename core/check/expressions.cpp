#include "core/check/rules.h"

namespace penstock::check {

void checkExpressions(const Facts& facts, Findings& findings)
{
    for (const Text& text : facts.texts()) {
        for (const TextError& error : text.errors)
            findings.errorIn(text.path, *text.content, error.offset, error.error.message);
    }
}

} // namespace penstock::check
